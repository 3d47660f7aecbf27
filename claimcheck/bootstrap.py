"""The composition root: the one place where the pipeline's ports meet their adapters."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.archive_room import archivist
from claimcheck.crew import Crew, Recipe, make_tools
from claimcheck.extractors import PageExtractor
from claimcheck.fetchers import FetchSettings, OnceFetcher, SourceFetcher
from claimcheck.fetchers.browser import find_browser
from claimcheck.fetchers.clock import SystemClock
from claimcheck.judges import AcceptanceJudge, CopyJudge, RuleJudge
from claimcheck.judges.siblings import SiblingComparer
from claimcheck.matchers.stated import StatedValues
from claimcheck.memory import (
    RecallingPipeline,
    RememberingFetcher,
    RunMemory,
    open_memory,
)
from claimcheck.ports import Asker, Clock, Pipeline, Progress, ValueReader
from claimcheck.probing import SiblingProber
from claimcheck.reading_along import ArticleReader, IllustratedPipeline
from claimcheck.run_settings import Settings
from claimcheck.verify import Again, Stages, Verifier

if TYPE_CHECKING:
    from claimcheck.fetchers.replaying import ReplayedFetcher


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
        recipe = _recipe(settings)
        tools = make_tools(recipe, extractor, memory.readings if memory is not None else None)
        # Who keeps what is read wants it here.
        crew = Crew(tools.reader(recipe), recipe, forget=tools.forget) if settings.witness is None else None
        if crew is not None:
            closing.callback(crew.close)
        stages = Stages(
            # Who records wants each page as the server sends it today.
            fetcher=RememberingFetcher(fetcher, memory)
            if memory is not None and settings.recorder is None
            else fetcher,
            extractor=tools.extractor,
            matcher=tools.matcher,
            classifier=tools.classifier,
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
            drift=tools.drift,
            witness=settings.witness,
            archivist=archivist(settings, fetcher, clock, memory) if settings.archives.asked else None,
            archive_always=settings.archives.always,
            memory=memory,
            reader=crew,
        )
        pipeline: Pipeline = Verifier(
            stages,
            today=today,
            workers=crew.at_once if crew is not None else 2,
            again=Again(clock, settings.deadline(clock)) if again else None,
            lock=settings.lock,
        )
        if memory is not None and settings.memory is not None:
            pipeline = RecallingPipeline(pipeline, memory, settings.memory, settings.warn, recall=settings.illustrated)
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
        warn=settings.warn,
    )


def _recipe(settings: Settings) -> Recipe:
    """Return what reading depends on."""
    return Recipe(
        aliases=settings.aliases,
        traced=settings.traced,
        brief=settings.brief,
        semantic=settings.semantic,
        lock=settings.lock,
        keeps_plain=settings.probe,
        memory=settings.memory,
    )


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
