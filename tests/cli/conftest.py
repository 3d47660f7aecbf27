"""A desk for each test: a folder of its own, and the program run in it."""

import signal
from pathlib import Path

import pytest
from cli.programs import Desk

# A shell that starts the tests in the background lets them ignore interrupts, and all that they start with them.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)
