"""What a run depends on besides its claims, as the composition root is told it."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path

from claimcheck.accepted import Acceptance
from claimcheck.archives import BASE
from claimcheck.archives.door import Limits
from claimcheck.exchanges import Recorder, Recordings
from claimcheck.fetchers import FetchSettings
from claimcheck.ports import Clock, Witness


def _now() -> datetime:
    return datetime.now(tz=UTC)


def _say_nothing(_words: str) -> None:
    return


@dataclass(frozen=True, slots=True)
class ArchiveSettings:
    """Which archives are asked for copies of sources, and when."""

    asked: bool = False
    """Whether they are asked for what is gone or cannot be read."""
    always: bool = False
    """Whether they are asked for what is there as well."""
    wayback: str = BASE
    """The address of the Wayback Machine."""
    timegates: tuple[str, ...] = ()
    """The addresses of other archives, before which a cited one is put."""
    folder: Path | None = None
    """The folder of a local archive."""
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run depends on besides its claims."""

    root: Path
    """The folder that ``file:`` sources are relative to and may not leave."""
    aliases: tuple[tuple[str, ...], ...] = ()
    offline: bool = False
    second_pass: bool = True
    """Whether what failed for a moment is looked at again at the end."""
    probe: bool = True
    """Whether a page that says nothing of its claims is compared with one that cannot exist."""
    browser: bool = False
    """Whether a page that a script fills is rendered by a browser."""
    semantic: bool = False
    """Whether a passage that words find nowhere is looked for by its meaning."""
    fetching: FetchSettings = field(default_factory=FetchSettings)
    today: date | None = None
    memory: Path | None = None
    """The folder of what is remembered from run to run; none is a run that remembers nothing."""
    now: Callable[[], datetime] = _now
    """Tells the time, in UTC."""
    warn: Callable[[str], None] = _say_nothing
    """Told, in a line, what the user should know and no report says."""
    lock: tuple[Acceptance, ...] = ()
    """What people have accepted, and is looked for again."""
    witness: Witness | None = None
    """Whoever keeps what is read."""
    recorder: Recorder | None = None
    """Whoever keeps all that comes back."""
    recordings: Recordings | None = None
    """What is given in the place of everything on the web and on the disk."""
    archives: ArchiveSettings = field(default_factory=ArchiveSettings)
    traced: bool = False
    """Whether matches tell what made the score of each passage; such ones are worked out anew, not remembered."""
    brief: bool = False
    """Whether matches tell what decides alone, and no passage that was considered besides."""
    illustrated: bool = False
    """Whether the report is to come with the article, and with what earlier runs found."""

    def moment(self) -> datetime:
        """Return when the run ends, in UTC: of one on recordings, the day of these."""
        return self.now() if self.today is None else datetime.combine(self.today, time(12), UTC)

    def deadline(self, clock: Clock) -> float:
        """Return the time of a clock after which nothing is started."""
        return math.inf if self.fetching.run is None else clock.now() + self.fetching.run
