"""The composition root: the one place where the pipeline's ports meet their adapters."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from claimcheck.extractors import PageExtractor
from claimcheck.fetchers import FetchSettings, SourceFetcher
from claimcheck.judges import RuleJudge
from claimcheck.judges.walls import WallClassifier
from claimcheck.matchers.matcher import RuleMatcher
from claimcheck.ports import Progress
from claimcheck.verify import Stages, Verifier


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run depends on besides its claims."""

    root: Path
    """The folder that ``file:`` sources are relative to and may not leave."""
    aliases: tuple[tuple[str, ...], ...] = ()
    offline: bool = False
    allow_private: tuple[str, ...] = ()
    today: date | None = None


@asynccontextmanager
async def verifier(settings: Settings, progress: Progress) -> AsyncIterator[Verifier]:
    """Give a verifier made of the real adapters; its connections are closed afterwards."""
    today = settings.today or datetime.now(tz=UTC).date()
    fetcher = SourceFetcher(
        settings.root, FetchSettings(allow_private=settings.allow_private), offline=settings.offline
    )
    stages = Stages(
        fetcher=fetcher,
        extractor=PageExtractor(),
        matcher=RuleMatcher(settings.aliases),
        classifier=WallClassifier(),
        judge=RuleJudge(),
        progress=progress,
    )
    try:
        yield Verifier(stages, today=today)
    finally:
        await fetcher.aclose()
