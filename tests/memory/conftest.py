from pathlib import Path

import pytest
from memory.calendars import Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / ".claimcheck")
