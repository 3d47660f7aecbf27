"""A desk for each test: a folder of its own, and the program run in it."""

from pathlib import Path

import pytest
from cli.programs import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)
