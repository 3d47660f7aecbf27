"""A second look at what failed for a moment: at the end, half a minute later, within the run's time, and only once."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest
from fetchers.clocks import TurnedClock
from pipeline.fakes import (
    FakeClassifier,
    FakeExtractor,
    FakeJudge,
    FakeMatcher,
    FakeProgress,
    claim,
    claims_file,
    live,
    source,
)
from web.server import HOSTS, Asked, Reply, Web, page

from claimcheck.enums import State
from claimcheck.fetchers import FetchSettings, SourceFetcher
from claimcheck.model import Fetched, Report, Source
from claimcheck.ports import Fetcher
from claimcheck.verify import Again, Stages, Verifier

BUSY, CALM, OTHER = "https://busy.example/", "https://calm.example/", "https://other.example/"


def failed(state: State = State.SERVER_ERROR, detail: str = "503", *, passing: bool = True) -> Fetched:
    return Fetched(source(BUSY), state, http_status=503, detail=detail, passing=passing)


@dataclass
class Scripted:
    """Gives each address its outcomes one after the other, the last one for ever; what has none is live."""

    clock: TurnedClock
    outcomes: dict[str, list[Fetched]]
    takes: float = 1.0
    asked: list[tuple[float, str]] = field(default_factory=list)

    async def fetch(self, source: Source, /) -> Fetched:
        self.asked.append((self.clock.now(), source.address))
        await self.clock.sleep(self.takes)
        left = self.outcomes.get(source.address, [])
        found = left.pop(0) if len(left) > 1 else left[0] if left else live(source)
        return replace(found, source=source)

    async def aclose(self) -> None:
        """Nothing is held."""


async def run(
    clock: TurnedClock, fetcher: Fetcher, *addresses: str, again: Again | None, progress: FakeProgress | None = None
) -> Report:
    stages = Stages(fetcher, FakeExtractor(), FakeMatcher(), FakeClassifier(), FakeJudge(), progress or FakeProgress())
    verifier = Verifier(stages, today=date(2026, 1, 1), again=again)
    claims = [claim(str(number), source(address)) for number, address in enumerate(addresses)]
    (report,) = await clock.run(verifier.verify(claims_file(*claims)))
    return report


def states(report: Report) -> list[State]:
    return [finding.sources[0].state for finding in report.findings]


async def test_what_failed_for_a_moment_is_looked_at_again_half_a_minute_later() -> None:
    clock = TurnedClock()
    fetcher = Scripted(clock, {BUSY: [failed(), live(source(BUSY))]})
    report = await run(clock, fetcher, BUSY, CALM, again=Again(clock))
    assert states(report) == [State.LIVE, State.LIVE]
    assert [(at, url) for at, url in fetcher.asked if url == BUSY] == [(0.0, BUSY), (31.0, BUSY)]


async def test_there_is_one_second_look_and_no_third() -> None:
    clock = TurnedClock()
    fetcher = Scripted(clock, {BUSY: [failed()]})
    report = await run(clock, fetcher, BUSY, CALM, again=Again(clock))
    assert states(report) == [State.SERVER_ERROR, State.LIVE]
    assert len([url for _, url in fetcher.asked if url == BUSY]) == 2


async def test_the_first_pass_is_over_before_the_second_begins() -> None:
    clock = TurnedClock()

    @dataclass
    class Slow(Scripted):
        async def fetch(self, source: Source, /) -> Fetched:
            if source.address == CALM:
                await self.clock.sleep(100.0)
            return await super().fetch(source)

    fetcher = Slow(clock, {BUSY: [failed(), live(source(BUSY))]})
    await run(clock, fetcher, BUSY, CALM, again=Again(clock))
    assert [url for _, url in fetcher.asked] == [BUSY, CALM, BUSY]


@pytest.mark.parametrize(
    ("again", "reason"),
    [
        (lambda clock: Again(clock, deadline=20.0), "the run's time is over before it"),
        (lambda _clock: None, "it is switched off"),
    ],
)
async def test_there_is_no_second_look_where(again: Callable[[TurnedClock], Again | None], reason: str) -> None:
    clock = TurnedClock()
    fetcher = Scripted(clock, {BUSY: [failed(), live(source(BUSY))]})
    report = await run(clock, fetcher, BUSY, CALM, again=again(clock))
    assert states(report) == [State.SERVER_ERROR, State.LIVE], reason
    assert clock.time < 5.0, reason


async def test_what_will_not_pass_is_not_looked_at_again() -> None:
    clock = TurnedClock()
    fetcher = Scripted(clock, {BUSY: [failed(State.NOT_FOUND, passing=False), live(source(BUSY))]})
    assert states(await run(clock, fetcher, BUSY, CALM, again=Again(clock)))[0] is State.NOT_FOUND


async def test_where_nothing_at_all_is_reached_nobody_waits_for_a_second_look() -> None:
    clock = TurnedClock()
    nobody = replace(failed(State.UNREADABLE, "temporary failure of DNS"), unreachable=True, http_status=None)
    fetcher = Scripted(clock, {BUSY: [nobody], OTHER: [nobody]})
    progress = FakeProgress()
    report = await run(clock, fetcher, BUSY, OTHER, again=Again(clock), progress=progress)
    assert (report.network_down, clock.time < 5.0) == (True, True)
    assert sorted(progress.done) == [BUSY, OTHER]


async def test_a_second_look_that_comes_to_the_same_keeps_the_first_cause() -> None:
    clock = TurnedClock()
    outcomes = [failed(detail="503: service unavailable"), failed(detail="left alone")]
    report = await run(clock, Scripted(clock, {BUSY: outcomes}), BUSY, CALM, again=Again(clock))
    assert report.findings[0].sources[0].detail == "503: service unavailable"


async def test_a_second_look_that_the_end_of_the_run_cut_short_does_not_count() -> None:
    clock = TurnedClock()
    fetcher = Scripted(clock, {BUSY: [failed(), failed(State.TIMEOUT, "the run's time was over")]}, takes=3.0)
    report = await run(clock, fetcher, BUSY, CALM, again=Again(clock, deadline=34.0))
    assert states(report)[0] is State.SERVER_ERROR
    assert len(fetcher.asked) == 3


async def test_each_source_is_counted_once_whoever_watches() -> None:
    clock = TurnedClock()
    progress = FakeProgress()
    fetcher = Scripted(clock, {BUSY: [failed(), live(source(BUSY))]})
    await run(clock, fetcher, BUSY, CALM, again=Again(clock), progress=progress)
    assert sorted(progress.done) == [BUSY, CALM]


async def test_a_real_server_that_recovers_is_found_recovered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    clock = TurnedClock()
    answers = [Reply(503), page("Sama employed 3,000 people.")]
    times: list[float] = []

    def recovering(_asked: Asked) -> Reply:
        times.append(clock.now())
        return answers.pop(0)

    with Web() as web:
        busy, calm = web.add("/busy", recovering), web.add("/calm", page("all is well"))
        settings = FetchSettings(allow_private=HOSTS, retries=0)
        fetcher = SourceFetcher(tmp_path, settings, clock=clock)
        report = await run(clock, fetcher, busy, calm, again=Again(clock, deadline=math.inf))
        await fetcher.aclose()
    assert states(report) == [State.LIVE, State.LIVE]
    assert times[1] - times[0] >= 30.0
