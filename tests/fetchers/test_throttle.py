"""Pace, told by a clock that the test turns: each host its queue, so many in all, and silence where it is asked for."""

import asyncio
from dataclasses import replace
from itertools import pairwise

import pytest
from fetchers.clocks import TurnedClock
from fetchers.getters import FakeGetter, answer, request

from claimcheck.enums import State
from claimcheck.fetchers.outcomes import Answer, Failure, Outcome, Request
from claimcheck.fetchers.settings import FetchSettings, HostSettings
from claimcheck.fetchers.throttle import ThrottledGetter

SETTINGS = FetchSettings(spacing=0.2, at_once_per_host=2, at_once=64, longest_pause=30.0)


def throttled(
    clock: TurnedClock,
    *outcomes: Outcome,
    takes: float = 0.0,
    deadline: float = 1e9,
    settings: FetchSettings = SETTINGS,
) -> tuple[ThrottledGetter, FakeGetter]:
    inner = FakeGetter(list(outcomes) or [answer()], clock, takes)
    return ThrottledGetter(inner, settings, clock, deadline), inner


async def test_requests_to_one_host_are_spaced(clock: TurnedClock) -> None:
    getter, inner = throttled(clock)
    await clock.run(*(getter.get(request(f"https://a.example/{n}")) for n in range(6)))
    starts = [at for at, _ in inner.asked]
    assert starts == pytest.approx([0.0, 0.2, 0.4, 0.6, 0.8, 1.0])


async def test_no_more_than_two_are_under_way_at_one_host(clock: TurnedClock) -> None:
    getter, inner = throttled(clock, takes=1.0)
    await clock.run(*(getter.get(request(f"https://a.example/{n}")) for n in range(6)))
    assert inner.most_at_once == 2
    assert [at for at, _ in inner.asked] == pytest.approx([0.0, 0.2, 1.0, 1.2, 2.0, 2.2])


async def test_hosts_do_not_wait_for_each_other(clock: TurnedClock) -> None:
    getter, inner = throttled(clock, takes=0.1)
    busy = [request(f"https://busy.example/{n}") for n in range(100)]
    await clock.run(*(getter.get(one) for one in [*busy, request("https://calm.example/")]))
    assert next(at for at, url in inner.asked if "calm" in url) == 0.0


async def test_a_host_is_the_same_whatever_its_scheme_port_and_case(clock: TurnedClock) -> None:
    getter, inner = throttled(clock)
    urls = ["https://a.example/", "http://A.example/", "https://a.example:8443/", "https://a.example./"]
    await clock.run(*(getter.get(request(url)) for url in urls))
    assert all(later - earlier == pytest.approx(0.2) for (earlier, _), (later, _) in pairwise(inner.asked))


async def test_so_many_are_under_way_in_all(clock: TurnedClock) -> None:
    getter, inner = throttled(clock, takes=1.0, settings=FetchSettings(at_once=5))
    await clock.run(*(getter.get(request(f"https://{n}.example/")) for n in range(20)))
    assert inner.most_at_once == 5


async def test_requests_of_one_host_are_spaced_though_all_had_to_wait_for_a_place(clock: TurnedClock) -> None:
    getter, inner = throttled(clock, takes=5.0, settings=FetchSettings(at_once=2, spacing=0.2))
    others = [getter.get(request(f"https://{n}.example/")) for n in range(2)]
    await clock.run(*others, *(getter.get(request(f"https://a.example/{n}")) for n in range(2)))
    first, second = (at for at, url in inner.asked if "a.example" in url)
    assert second - first >= 0.2


async def test_who_waits_for_a_host_holds_no_place_among_all(clock: TurnedClock) -> None:
    getter, inner = throttled(clock, answer(429, retry_after="20"), answer(), settings=FetchSettings(at_once=2))
    await clock.run(getter.get(request("https://busy.example/0")))
    waiting = [getter.get(request(f"https://busy.example/{n}")) for n in range(1, 5)]
    calm = [getter.get(request(f"https://{n}.example/")) for n in range(3)]
    await clock.run(*waiting, *calm)
    assert all(at == 0.0 for at, url in inner.asked if "busy" not in url)


@pytest.mark.parametrize("asked_for", ["5", "Thu, 01 Jan 2026 00:00:05 GMT"], ids=["seconds", "a date"])
async def test_retry_after_silences_its_host_alone(clock: TurnedClock, asked_for: str) -> None:
    getter, inner = throttled(clock, answer(429, retry_after=asked_for), answer())
    await clock.run(getter.get(request("https://a.example/0")))
    await clock.run(getter.get(request("https://a.example/1")), getter.get(request("https://b.example/")))
    assert [at for at, url in inner.asked if "a.example" in url] == pytest.approx([0.0, 5.0])
    assert [at for at, url in inner.asked if "b.example" in url] == [0.0]


@pytest.mark.parametrize("status", [200, 404, 302])
async def test_retry_after_on_any_other_answer_means_nothing(clock: TurnedClock, status: int) -> None:
    getter, _ = throttled(clock, answer(status, retry_after="25"), answer())
    await clock.run(*(getter.get(request(f"https://a.example/{n}")) for n in range(2)))
    assert clock.time < 1.0


async def test_a_host_that_asks_for_too_long_a_silence_is_not_asked_again(clock: TurnedClock) -> None:
    getter, inner = throttled(clock, answer(429, retry_after="3600"), answer())
    first, *others = await clock.run(*(getter.get(request(f"https://a.example/{n}")) for n in range(4)))
    assert isinstance(first, Answer)
    for other in others:
        assert isinstance(other, Failure)
        assert (other.state, other.detail) == (State.RATE_LIMITED, "the host asked for 3,600 s without requests")
    assert len(inner.asked) == 1
    assert clock.time < 1.0


async def test_a_host_that_says_it_is_too_much_is_asked_less_often(clock: TurnedClock) -> None:
    getter, inner = throttled(clock, answer(429), answer(429), answer())
    await clock.run(*(getter.get(request(f"https://a.example/{n}")) for n in range(4)))
    starts = [at for at, _ in inner.asked]
    assert [later - earlier for earlier, later in pairwise(starts)][-1] == pytest.approx(0.8)


async def test_a_host_that_has_calmed_down_is_asked_a_little_more_often_again(clock: TurnedClock) -> None:
    getter, inner = throttled(clock, answer(503), answer(503), answer())
    await clock.run(*(getter.get(request(f"https://a.example/{n}")) for n in range(40)))
    gaps = [later - earlier for (earlier, _), (later, _) in pairwise(inner.asked)]
    assert max(gaps) == pytest.approx(0.8)
    assert gaps[-1] == pytest.approx(0.2)
    assert [round(gap, 6) for gap in gaps[2:]] == sorted((round(gap, 6) for gap in gaps[2:]), reverse=True)


async def test_a_host_without_any_spacing_is_slowed_down_all_the_same(clock: TurnedClock) -> None:
    getter, inner = throttled(clock, answer(429), answer(), settings=FetchSettings(spacing=0.0, at_once_per_host=1))
    await clock.run(*(getter.get(request(f"https://a.example/{n}")) for n in range(4)))
    assert [at for at, _ in inner.asked] == pytest.approx([0.0, 0.0, 0.2, 0.4])


async def test_a_silence_that_is_nearly_over_is_waited_for(clock: TurnedClock) -> None:
    getter, inner = throttled(clock, answer(429, retry_after="60"), answer())
    await clock.run(getter.get(request("https://a.example/0")))
    clock.time = 31.0
    await clock.run(getter.get(request("https://a.example/0")))
    assert [at for at, _ in inner.asked] == pytest.approx([0.0, 60.0])


async def test_a_host_keeps_the_pace_that_is_set_for_it(clock: TurnedClock) -> None:
    own = {"slow.example": HostSettings(at_once=1, spacing=3.0), "quick.example:8443": HostSettings(spacing=0.0)}
    getter, inner = throttled(clock, settings=replace(SETTINGS, hosts=own))
    urls = [f"https://{name}.example/{n}" for name in ("slow", "quick", "other") for n in range(3)]
    await clock.run(*(getter.get(request(url)) for url in urls))
    starts = {name: [at for at, url in inner.asked if name in url] for name in ("slow", "quick", "other")}
    assert starts["slow"] == pytest.approx([0.0, 3.0, 6.0])
    assert starts["quick"] == pytest.approx([0.0, 0.0, 0.0])
    assert starts["other"] == pytest.approx([0.0, 0.2, 0.4])


async def test_what_is_under_way_has_no_more_time_than_the_run(clock: TurnedClock) -> None:
    getter, _ = throttled(clock, deadline=5.0)
    clock.time = 3.0
    asked = request(budget=30.0)
    await clock.run(getter.get(asked))
    assert (asked.budget.left, asked.budget.overdue) == (pytest.approx(2.0), True)


async def test_nothing_is_started_after_the_runs_time(clock: TurnedClock) -> None:
    getter, inner = throttled(clock, deadline=0.5)
    outcomes = await clock.run(*(getter.get(request(f"https://a.example/{n}")) for n in range(6)))
    late = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    assert (len(inner.asked), len(late)) == (3, 3)
    assert {(one.state, one.detail) for one in late} == {(State.TIMEOUT, "the run's time was over before its turn")}


async def test_a_request_that_is_called_off_frees_its_place(clock: TurnedClock) -> None:
    class Stuck:
        async def get(self, _request: Request, /) -> Outcome:
            await clock.sleep(1e6)
            return answer()

    getter = ThrottledGetter(Stuck(), FetchSettings(at_once=1, at_once_per_host=1, spacing=0.0), clock)
    for _ in range(3):
        task = asyncio.create_task(getter.get(request()))
        await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert not getter._everyone.locked()  # noqa: SLF001 - what the test is about
