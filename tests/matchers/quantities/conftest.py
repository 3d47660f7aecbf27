import sys
from collections.abc import Callable
from types import FrameType

import pytest


@pytest.fixture
def steps() -> Callable[[Callable[[], object]], int]:
    """Count the calls, of Python and of C functions, that something takes."""

    def count(action: Callable[[], object]) -> int:
        calls = 0

        def note(_frame: FrameType, event: str, _argument: object) -> None:
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
