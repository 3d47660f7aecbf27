"""The pipeline on fakes of its ports, each behind the memory, as the composition root puts them together."""

from dataclasses import dataclass, field

from memory.calendars import Shelf
from pipeline.fakes import (
    FakeClassifier,
    FakeExtractor,
    FakeFetcher,
    FakeJudge,
    FakeMatcher,
    FakeProgress,
    claims_file,
)

from claimcheck.enums import State
from claimcheck.memory import RememberingClassifier, RememberingExtractor, RememberingFetcher, RememberingMatcher
from claimcheck.model import Claim, Fetched, Report, Source
from claimcheck.verify import Stages, Verifier


@dataclass
class Pipeline:
    """Runs over one shelf; its fakes count what they are asked over all runs."""

    shelf: Shelf
    fetcher: FakeFetcher = field(default_factory=FakeFetcher)
    extractor: FakeExtractor = field(default_factory=FakeExtractor)
    matcher: FakeMatcher = field(default_factory=FakeMatcher)
    classifier: FakeClassifier = field(default_factory=FakeClassifier)
    progress: FakeProgress = field(default_factory=FakeProgress)

    async def run(
        self, *claims: Claim, offline: bool = False, aliases: tuple[tuple[str, ...], ...] = (), killed: bool = False
    ) -> Report:
        """Run once; one that is ``killed`` never comes to tell how it ended."""
        memory = self.shelf.open(offline=offline)
        stages = Stages(
            RememberingFetcher(_Offline() if offline else self.fetcher, memory),
            RememberingExtractor(self.extractor, memory.readings),
            RememberingMatcher(self.matcher, memory.readings, aliases),
            RememberingClassifier(self.classifier, memory.readings),
            FakeJudge(),
            self.progress,
            memory=_Killed(memory) if killed else memory,  # type: ignore[arg-type]  # it hands all but the end on
        )
        report = await Verifier(stages, today=self.shelf.calendar.now.date()).verify(claims_file(*claims))
        memory.close()
        return report


class _Killed:
    """A memory of a run that is killed before its end."""

    def __init__(self, memory: object) -> None:
        self._memory = memory

    def __getattr__(self, name: str) -> object:
        return getattr(self._memory, name)

    def end(self, *, complete: bool, network_down: bool) -> None:
        """Never learn of the end."""


class _Offline:
    """What the fetchers do without a network."""

    async def fetch(self, source: Source, /) -> Fetched:
        return Fetched(source, State.UNREADABLE, final_url=source.address, detail="not looked at: --offline")

    async def aclose(self) -> None:
        """Nothing is held."""
