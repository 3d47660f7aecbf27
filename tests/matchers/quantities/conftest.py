import sys

import pytest


@pytest.fixture
def steps():
    """Count the calls, of Python and of C functions, that something takes."""

    def count(action):
        calls = 0

        def note(_frame, event, _argument):
            nonlocal calls
            calls += event in {"call", "c_call"}

        before = sys.getprofile()
        sys.setprofile(note)
        try:
            action()
        finally:
            sys.setprofile(before)
        return calls

    return count
