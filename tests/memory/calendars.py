"""A calendar that tests turn, and folders with a memory in them."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from claimcheck.memory import RunMemory, open_memory

START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


@dataclass
class Calendar:
    """Tells the time that it was turned to."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def turn(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass
class Shelf:
    """A folder with a memory; each ``open`` is a run of its own."""

    folder: Path
    calendar: Calendar = field(default_factory=Calendar)
    warnings: list[str] = field(default_factory=list)

    def open(self, *, offline: bool = False) -> RunMemory:
        return open_memory(self.folder, self.calendar, self.warnings.append, offline=offline)

    @property
    def database(self) -> Path:
        return self.folder / "memory.db"
