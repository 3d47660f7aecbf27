"""The composition root: the one place where the pipeline's ports meet their adapters."""

import math
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager, closing
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claimcheck.accepted import Acceptance
from claimcheck.archives import BASE, AnyReplay, CopyFinder, LocalArchive, RecordedArchive, TimeGate, Wayback
from claimcheck.archives.door import Limits
from claimcheck.archives.pace import SkippingClock
from claimcheck.drift import PassageDrift
from claimcheck.exchanges import Recorder, Recordings
from claimcheck.extractors import PageExtractor
from claimcheck.fetchers import FetchSettings, OnceFetcher, SourceFetcher
from claimcheck.fetchers.addresses import refusal_of_host
from claimcheck.fetchers.browser import find_browser
from claimcheck.fetchers.clock import SystemClock
from claimcheck.judges import AcceptanceJudge, CopyJudge, RuleJudge
from claimcheck.judges.siblings import SiblingComparer
from claimcheck.judges.walls import WallClassifier
from claimcheck.matchers.matcher import RuleMatcher
from claimcheck.matchers.stated import StatedValues
from claimcheck.memory import (
    RememberingArchive,
    RememberingClassifier,
    RememberingExtractor,
    RememberingFetcher,
    RememberingMatcher,
    RunMemory,
    open_memory,
)
from claimcheck.ports import Archive, Asker, Clock, Fetcher, Pipeline, Progress, ValueReader, Witness
from claimcheck.probing import SiblingProber
from claimcheck.reading_along import ArticleReader, IllustratedPipeline
from claimcheck.redaction import redact
from claimcheck.reporters.progress import SilentProgress
from claimcheck.verify import Again, Stages, Verifier

if TYPE_CHECKING:
    from claimcheck.fetchers.replaying import ReplayedFetcher


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
    illustrated: bool = False
    """Whether the report is to come with the article, and with what earlier runs found."""

    def moment(self) -> datetime:
        """Return when the run ends, in UTC: of one on recordings, the day of these."""
        return self.now() if self.today is None else datetime.combine(self.today, time(12), UTC)


@asynccontextmanager
async def verifier(settings: Settings, progress: Progress) -> AsyncIterator[Pipeline]:
    """Give a pipeline made of the real adapters; its connections and its memory are closed afterwards."""
    if settings.browser and settings.recordings is None:
        find_browser()
    today = settings.today or settings.now().date()
    clock = SystemClock()
    async with AsyncExitStack() as closing:
        memory = None
        if settings.memory is not None:
            memory = open_memory(settings.memory, settings.now, settings.warn, offline=settings.offline)
            closing.callback(memory.close)
        fetcher = _fetcher(settings, clock, memory)
        closing.push_async_callback(fetcher.aclose)
        again = settings.second_pass and not settings.offline and settings.recordings is None
        extractor = PageExtractor()
        stages = Stages(
            fetcher=fetcher,
            extractor=extractor,
            matcher=RuleMatcher(settings.aliases, traced=settings.traced),
            classifier=WallClassifier(),
            judge=CopyJudge(AcceptanceJudge(RuleJudge())),
            progress=progress,
            renderer=fetcher if settings.browser or settings.recordings is not None else None,
            prober=SiblingProber(
                OnceFetcher(fetcher),
                extractor,
                SiblingComparer(),
                facts=None if settings.recorder is not None else memory,
                calendar=clock.calendar,
            )
            if settings.probe
            else None,
            drift=PassageDrift(StatedValues()),
            witness=settings.witness,
            archivist=archivist(settings, fetcher, clock, memory) if settings.archives.asked else None,
            archive_always=settings.archives.always,
        )
        pipeline: Pipeline = Verifier(
            _remembering(stages, memory, settings) if memory is not None else stages,
            today=today,
            again=Again(clock, _deadline(settings, clock)) if again else None,
            lock=settings.lock,
        )
        if settings.illustrated:
            reader = ArticleReader(fetcher, extractor, StatedValues())
            pipeline = IllustratedPipeline(pipeline, reader, settings.moment)
        yield pipeline


def _fetcher(settings: Settings, clock: Clock, memory: RunMemory | None) -> "SourceFetcher | ReplayedFetcher":
    """Return who fetches: from the web and the disk, or from what was recorded."""
    if settings.recordings is not None:
        from claimcheck.fetchers.replaying import ReplayedFetcher  # noqa: PLC0415 - brings the codings of the network

        return ReplayedFetcher(settings.recordings, settings.fetching)
    if (settings.fetching.hosts or settings.fetching.ca_file) and not settings.offline:
        from claimcheck.fetchers.trust import check_access  # noqa: PLC0415 - brings the HTTP client

        check_access(settings.fetching)
    return SourceFetcher(
        settings.root,
        settings.fetching,
        offline=settings.offline,
        clock=clock,
        held=memory,
        recorder=settings.recorder,
    )


@dataclass(frozen=True, slots=True)
class ArchiveRoom:
    """What a command needs that deals with archives themselves."""

    asker: Asker
    clock: Clock
    memory: RunMemory | None
    settings: Settings

    def wayback(self) -> Wayback:
        """Return the Wayback Machine, nothing of it remembered."""
        asked = self.settings.archives
        return Wayback(self.asker, self.clock, self.memory, base=asked.wayback, limits=asked.limits)

    def archives(self) -> list[tuple[Archive, bool]]:
        """Return every archive that the settings name, one's own first, and whether it is a public one."""
        own, public = all_archives(self.settings, self.asker, self.clock, self.memory)
        return [*((archive, False) for archive in own), *((archive, True) for archive in public)]

    def verifier(self, fetcher: Fetcher) -> Verifier:
        """Return a verifier of what a fetcher gives, which asks nobody else and remembers no look."""
        stages = Stages(
            fetcher=fetcher,
            extractor=PageExtractor(),
            matcher=RuleMatcher(self.settings.aliases),
            classifier=WallClassifier(),
            judge=AcceptanceJudge(RuleJudge()),
            progress=SilentProgress(),
            drift=PassageDrift(StatedValues()),
        )
        return Verifier(stages, today=self.settings.today or self.settings.now().date(), lock=self.settings.lock)


@asynccontextmanager
async def archive_room(settings: Settings) -> AsyncIterator[ArchiveRoom]:
    """Give what a command needs that deals with archives; its connections and its memory are closed afterwards."""
    clock = SystemClock()
    async with AsyncExitStack() as closing:
        memory = None
        if settings.memory is not None:
            memory = open_memory(settings.memory, settings.now, settings.warn)
            closing.callback(memory.close)
        fetcher = SourceFetcher(settings.root, settings.fetching, offline=settings.offline, clock=clock, held=memory)
        closing.push_async_callback(fetcher.aclose)
        yield ArchiveRoom(fetcher, clock, memory, settings)


def archivist(settings: Settings, asker: Asker, clock: Clock, memory: RunMemory | None) -> CopyFinder:
    """Return who finds archived copies, in the archives that the settings name."""
    if settings.recordings is not None:
        clock = SkippingClock(clock)
    limits = replace(settings.archives.limits, ends=_deadline(settings, clock))
    settings = replace(settings, archives=replace(settings.archives, limits=limits))
    # Who records wants each answer as the archive gives it today.
    memory = None if settings.recorder is not None else memory
    own, public = all_archives(settings, asker, clock, memory)
    replay: Archive = AnyReplay(asker, clock, memory, limits=settings.archives.limits)
    replay = replay if memory is None else RememberingArchive(replay, memory, "cited")
    return CopyFinder(public, own, replay, refusal_of_host)


def all_archives(
    settings: Settings, asker: Asker, clock: Clock, memory: RunMemory | None
) -> tuple[list[Archive], list[Archive]]:
    """Return the archives that the settings name: the user's own, which may be told anything, and public ones."""
    asked = settings.archives
    own: list[Archive] = []
    if asked.folder is not None:
        read = partial(_read_warc, settings=settings)
        own += [
            LocalArchive(asked.folder, settings.root),
            RecordedArchive(asked.folder, settings.root, read),
        ]
    public: list[Archive] = []
    wayback = Wayback(asker, clock, memory, base=asked.wayback, limits=asked.limits)
    on_the_web: list[Wayback | TimeGate] = [wayback]
    on_the_web += [TimeGate(base, asker, clock, memory, limits=asked.limits) for base in asked.timegates]
    for archive in on_the_web:
        # An archive inside a private network is the user's own, and may be told of private addresses.
        belongs = own if refusal_of_host(urlsplit(archive.base).hostname or "") else public
        belongs.append(archive if memory is None else RememberingArchive(archive, memory, archive.base))
    return own, public


_SAVED = "saved copy"
_REMEMBERED = 365 * 86_400.0
"""Seconds for which it is known that a copy was saved, so that whoever accepts its source later has it."""


def note_saved(memory: RunMemory | None, address: str, uri: str, now: datetime) -> None:
    """Remember where a copy of a source was saved."""
    if memory is not None:
        memory.keep_fact(_SAVED, address, uri, now.timestamp() + _REMEMBERED)


def saved_copies(folder: Path | None, addresses: Iterable[str]) -> dict[str, str]:
    """Return the copies that were saved of these sources, by their address without secrets."""
    if folder is None or not folder.exists():
        return {}
    with closing(open_memory(folder, _now, _say_nothing)) as memory:
        found = {redact(address): memory.fact_of(_SAVED, address) for address in addresses}
    return {address: uri for address, uri in found.items() if uri is not None}


def _read_warc(path: Path, settings: Settings) -> Fetcher:
    """Return who fetches from a WARC file.

    Raises:
        UsageError: it cannot be read, or warcio is not there.
    """
    from claimcheck.fetchers.replaying import ReplayedFetcher  # noqa: PLC0415 - brings the codings of the network
    from claimcheck.warc import need_warcio  # noqa: PLC0415 - only where there is such a file

    need_warcio(path.name)
    from claimcheck.warc.reading import WarcFile  # noqa: PLC0415 - brings warcio

    return ReplayedFetcher(WarcFile(path), settings.fetching)


def _remembering(stages: Stages, memory: RunMemory, settings: Settings) -> Stages:
    """Return the stages, each behind what was remembered of its work."""
    # Who records wants each page as the server sends it today.
    return replace(
        stages,
        fetcher=stages.fetcher if settings.recorder is not None else RememberingFetcher(stages.fetcher, memory),
        extractor=RememberingExtractor(stages.extractor, memory.readings),
        matcher=stages.matcher
        if settings.traced
        else RememberingMatcher(stages.matcher, memory.readings, settings.aliases),
        classifier=RememberingClassifier(stages.classifier, memory.readings),
        memory=memory,
    )


def _deadline(settings: Settings, clock: Clock) -> float:
    return math.inf if settings.fetching.run is None else clock.now() + settings.fetching.run


@asynccontextmanager
async def asker(root: Path, fetching: FetchSettings) -> AsyncIterator[Asker]:
    """Give whoever asks servers for what no source is; its connections are closed afterwards."""
    fetcher = SourceFetcher(root, fetching)
    try:
        yield fetcher
    finally:
        await fetcher.aclose()


def value_reader() -> ValueReader:
    """Return what reads the values of a passage, for whoever accepts one."""
    return StatedValues()
