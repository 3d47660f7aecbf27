"""The composition root: the one place where the pipeline's ports meet their adapters."""

import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from claimcheck.extractors import PageExtractor
from claimcheck.fetchers import FetchSettings, OnceFetcher, SourceFetcher
from claimcheck.fetchers.clock import SystemClock
from claimcheck.judges import RuleJudge
from claimcheck.judges.siblings import SiblingComparer
from claimcheck.judges.walls import WallClassifier
from claimcheck.matchers.matcher import RuleMatcher
from claimcheck.ports import Clock, Progress
from claimcheck.probing import SiblingProber
from claimcheck.verify import Again, Stages, Verifier


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
    fetching: FetchSettings = field(default_factory=FetchSettings)
    today: date | None = None


@asynccontextmanager
async def verifier(settings: Settings, progress: Progress) -> AsyncIterator[Verifier]:
    """Give a verifier made of the real adapters; its connections are closed afterwards."""
    today = settings.today or datetime.now(tz=UTC).date()
    clock = SystemClock()
    fetcher = SourceFetcher(settings.root, settings.fetching, offline=settings.offline, clock=clock)
    again = settings.second_pass and not settings.offline
    extractor = PageExtractor()
    stages = Stages(
        fetcher=fetcher,
        extractor=extractor,
        matcher=RuleMatcher(settings.aliases),
        classifier=WallClassifier(),
        judge=RuleJudge(),
        progress=progress,
        prober=SiblingProber(OnceFetcher(fetcher), extractor, SiblingComparer()) if settings.probe else None,
    )
    try:
        yield Verifier(stages, today=today, again=Again(clock, _deadline(settings, clock)) if again else None)
    finally:
        await fetcher.aclose()


def _deadline(settings: Settings, clock: Clock) -> float:
    return math.inf if settings.fetching.run is None else clock.now() + settings.fetching.run
