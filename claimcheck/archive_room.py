"""Where archives meet their adapters: for a run over sources, and for the commands that are about archives.

A part of the composition root, which would be too long with it.
"""

from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager, closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from claimcheck.archived import NO_COPY
from claimcheck.archives import AnyReplay, CopyFinder, LocalArchive, RecordedArchive, TimeGate, Wayback
from claimcheck.archives.finding import NOTHING_REMEMBERED
from claimcheck.archives.pace import SkippingClock
from claimcheck.drift import PassageDrift
from claimcheck.encoders import make_finder
from claimcheck.extractors import PageExtractor
from claimcheck.fetchers import SourceFetcher
from claimcheck.fetchers.addresses import refusal_of_host
from claimcheck.fetchers.clock import SystemClock
from claimcheck.judges import AcceptanceJudge, RuleJudge
from claimcheck.judges.walls import WallClassifier
from claimcheck.matchers.matcher import RuleMatcher
from claimcheck.matchers.stated import StatedValues
from claimcheck.memory import RememberingArchive, RunMemory, open_memory
from claimcheck.ports import Archive, Asker, Clock, Fetcher
from claimcheck.redaction import redact
from claimcheck.reporters.progress import SilentProgress
from claimcheck.run_settings import Settings
from claimcheck.verify import Stages, Verifier


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
            matcher=RuleMatcher(self.settings.aliases, make_finder(wanted=self.settings.semantic)),
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
    limits = replace(settings.archives.limits, ends=settings.deadline(clock))
    settings = replace(settings, archives=replace(settings.archives, limits=limits))
    # Who records wants each answer as the archive gives it today.
    memory = None if settings.recorder is not None else memory
    own, public = all_archives(settings, asker, clock, memory)
    replay: Archive = AnyReplay(asker, clock, memory, limits=settings.archives.limits)
    replay = replay if memory is None else RememberingArchive(replay, memory, "cited")
    return CopyFinder(public, own, replay, refusal_of_host, none=NOTHING_REMEMBERED if settings.offline else NO_COPY)


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
    if settings.offline and memory is None:
        return own, public
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
    with closing(open_memory(folder, lambda: datetime.now(tz=UTC), lambda _: None)) as memory:
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
