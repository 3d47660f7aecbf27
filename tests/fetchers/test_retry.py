"""Second chances, told by a clock that the test turns: who gets one, how late, and how many."""

from dataclasses import replace

import pytest
from fetchers.clocks import TurnedClock
from fetchers.conftest import Fetch
from fetchers.getters import FakeGetter, answer, request
from web.server import Reply, Web, page

from claimcheck.enums import State
from claimcheck.fetchers.outcomes import Failure, Outcome
from claimcheck.fetchers.retry import PersistentGetter
from claimcheck.fetchers.settings import FetchSettings

SETTINGS = FetchSettings(retries=2, backoff=1.0, longest_pause=30.0)
RESET = Failure(State.REFUSED, "the connection was reset", passing=True)


def persistent(clock: TurnedClock, outcome: Outcome) -> tuple[PersistentGetter, FakeGetter]:
    inner = FakeGetter([outcome], clock)
    return PersistentGetter(inner, SETTINGS, clock), inner


async def tried(
    clock: TurnedClock, *outcomes: Outcome, budget: float = 30.0, deadline: float = 1e9
) -> tuple[int, Outcome]:
    inner = FakeGetter(list(outcomes), clock)
    getter = PersistentGetter(inner, SETTINGS, clock, deadline)
    (outcome,) = await clock.run(getter.get(request(budget=budget)))
    return len(inner.asked), outcome


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504, 520, 522, 524, 529])
async def test_a_status_that_may_pass_is_tried_twice_more(clock: TurnedClock, status: int) -> None:
    assert await tried(clock, answer(status)) == (3, answer(status))
    assert 1.5 <= clock.time <= 4.5


@pytest.mark.parametrize("status", [200, 204, 301, 400, 401, 402, 403, 405, 451, 501, 999])
async def test_any_other_status_is_final(clock: TurnedClock, status: int) -> None:
    assert await tried(clock, answer(status)) == (1, answer(status))


@pytest.mark.parametrize("status", [404, 410])
async def test_what_says_gone_is_looked_at_twice(clock: TurnedClock, status: int) -> None:
    assert await tried(clock, answer(status)) == (2, answer(status))
    assert await tried(clock, answer(status), answer(200)) == (2, answer(200))


async def test_the_last_answer_stands(clock: TurnedClock) -> None:
    assert await tried(clock, answer(503), RESET, answer(200)) == (3, answer(200))


@pytest.mark.parametrize(
    ("failure", "tries"),
    [
        (RESET, 3),
        (Failure(State.TIMEOUT, "no connection within 10 s", passing=True), 3),
        (Failure(State.DNS_ERROR, "there is no such host"), 1),
        (Failure(State.TLS_ERROR, "the certificate has expired"), 1),
        (Failure(State.FORBIDDEN_ADDRESS, "10.0.0.1 is a private address"), 1),
        (Failure(State.TOO_LARGE, "larger than 10 MB"), 1),
    ],
)
async def test_only_a_failure_that_may_pass_is_tried_again(clock: TurnedClock, failure: Failure, tries: int) -> None:
    assert await tried(clock, failure) == (tries, failure)


async def test_a_bot_wall_is_not_asked_again(clock: TurnedClock) -> None:
    wall = answer(503, cf_mitigated="challenge")
    assert await tried(clock, wall) == (1, wall)


async def test_a_pause_is_left_to_the_hosts_queue_and_one_too_long_is_not_waited_for(clock: TurnedClock) -> None:
    assert (await tried(clock, answer(429, retry_after="20"), answer()))[0] == 2
    assert clock.time == 0.0
    assert (await tried(clock, answer(429, retry_after="31"), answer()))[0] == 1


async def test_nothing_is_tried_again_when_the_sources_time_is_spent(clock: TurnedClock) -> None:
    assert (await tried(clock, RESET, budget=0.2))[0] == 1


async def test_nothing_is_tried_again_past_the_end_of_the_run(clock: TurnedClock) -> None:
    assert (await tried(clock, RESET, deadline=0.1))[0] == 1


async def test_a_second_look_at_what_has_used_up_its_tries_is_one_look(clock: TurnedClock) -> None:
    getter, inner = persistent(clock, answer(503))
    await clock.run(getter.get(request()))
    assert len(inner.asked) == 3
    await clock.run(getter.get(request()))
    assert len(inner.asked) == 4


async def test_the_impatient_ask_once(clock: TurnedClock) -> None:
    getter, inner = persistent(clock, answer(503))
    await clock.run(getter.get(replace(request(), patient=False)))
    assert len(inner.asked) == 1


async def test_what_nobody_cites_is_not_looked_at_twice_for_being_gone(clock: TurnedClock) -> None:
    getter, inner = persistent(clock, answer(404))
    await clock.run(getter.get(replace(request(), cited=False)))
    assert len(inner.asked) == 1


async def test_who_finds_the_list_of_types_unacceptable_is_asked_once_for_any(web: Web, fetch: Fetch) -> None:
    picky = lambda asked: page("here") if asked.headers["accept"] == "*/*" else Reply(406)  # noqa: E731 - two cases
    assert (await fetch(web.add("/picky", picky))).state is State.LIVE
    assert (await fetch(web.add("/never", Reply(406)))).state is State.BLOCKED
    assert web.paths() == ["/picky", "/picky", "/never", "/never"]
