"""What hosts asked an earlier run for: silence, and the rules of their robots.txt."""

from dataclasses import dataclass, field

import pytest
from fetchers.clocks import TurnedClock
from fetchers.getters import FakeGetter, answer, request
from memory.calendars import Shelf

from claimcheck.enums import State
from claimcheck.fetchers import FetchSettings
from claimcheck.fetchers.known_rules import KnownRulesGetter
from claimcheck.fetchers.outcomes import Answer, Failure
from claimcheck.fetchers.throttle import ThrottledGetter

RULES = b"User-agent: *\nDisallow: /private\n"


@dataclass
class FakeFacts:
    """Facts by the hands of a turned clock."""

    clock: TurnedClock
    facts: dict[tuple[str, str], tuple[str, float]] = field(default_factory=dict)

    def fact_of(self, host: str, fact: str, /) -> str | None:
        value, until = self.facts.get((host, fact), ("", 0.0))
        return value if until > self.clock.calendar() else None

    def keep_fact(self, host: str, fact: str, value: str, until: float, /) -> None:
        self.facts[host, fact] = (value, until)


def test_a_fact_holds_until_its_moment(shelf: Shelf) -> None:
    memory = shelf.open()
    memory.keep_fact("example.org", "robots", "200\n", shelf.calendar.now.timestamp() + 60)
    memory.end(complete=True, network_down=False)
    assert memory.fact_of("example.org", "robots") == "200\n"
    assert memory.fact_of("example.com", "robots") is None
    shelf.calendar.turn(minutes=2)
    assert memory.fact_of("example.org", "robots") is None
    memory.close()


@pytest.mark.parametrize(
    ("asked_for", "after", "asked"),
    [("3600", 600, 1), ("3600", 3700, 2), ("10", 0, 2), ("999999999", 600, 1), ("999999999", 90_000, 2)],
    ids=["an hour, in ten minutes", "an hour, later", "ten seconds", "thirty years, today", "thirty years, tomorrow"],
)
async def test_a_later_run_keeps_the_silence_that_a_host_asked_for(asked_for: str, after: float, asked: int) -> None:
    clock = TurnedClock()
    facts = FakeFacts(clock)
    getter = FakeGetter([answer(429, retry_after=asked_for), answer(200)])
    first = ThrottledGetter(getter, FetchSettings(), clock, facts=facts)
    await clock.run(first.get(request()))
    clock.time += after
    second = ThrottledGetter(getter, FetchSettings(), clock, facts=facts)
    (outcome,) = await clock.run(second.get(request()))
    assert len(getter.asked) == asked
    if asked == 1:
        assert isinstance(outcome, Failure)
        assert outcome.state is State.RATE_LIMITED


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        (Answer("https://example.org/robots.txt", 200, body=RULES), 1),
        (Answer("https://example.org/robots.txt", 404), 1),
        (Answer("https://example.org/robots.txt", 503), 2),
        (Answer("https://example.org/robots.txt", 429), 2),
        (Answer("https://example.org/robots.txt", 200, body=RULES, private=True), 2),
        (Failure(State.TIMEOUT, "not done"), 2),
    ],
    ids=["rules", "no rules", "a broken server", "too many", "a login's rules", "a timeout"],
)
async def test_only_an_answer_about_rules_is_remembered(given: Answer | Failure, asked: int) -> None:
    clock = TurnedClock()
    facts = FakeFacts(clock)
    getter = FakeGetter([given])
    for _ in range(2):
        outcome = await KnownRulesGetter(getter, facts, clock).get(request("https://example.org/robots.txt"))
        assert type(outcome) is type(given)
        if isinstance(outcome, Answer) and isinstance(given, Answer):
            assert (outcome.status, outcome.body) == (given.status, given.body)
    assert len(getter.asked) == asked


async def test_rules_hold_for_a_day_and_for_their_own_origin() -> None:
    clock = TurnedClock()
    getter = FakeGetter([Answer("https://example.org/robots.txt", 200, body=RULES)])
    known = KnownRulesGetter(getter, FakeFacts(clock), clock)
    await known.get(request("https://example.org/robots.txt"))
    await known.get(request("http://example.org/robots.txt"))
    assert len(getter.asked) == 2
    clock.time += 86_401
    await known.get(request("https://example.org/robots.txt"))
    assert len(getter.asked) == 3
