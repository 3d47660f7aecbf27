"""Three failures at least three days apart, and any success makes them void: the rule, row by row."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from memory.calendars import START

from claimcheck.enums import State, StateClass
from claimcheck.memory.strikes import NEEDED, count_strikes

GONE, OK, BLOCKED = State.NOT_FOUND, State.LIVE, State.BLOCKED
NOW = START + timedelta(days=1000)


def looked(*looks: tuple[float, State]) -> list[tuple[object, State]]:
    return [(START + timedelta(days=day), state) for day, state in looks]


@pytest.mark.parametrize(
    ("looks", "count", "confirmed"),
    [
        ([], 0, False),
        ([(0, OK)], 0, False),
        ([(0, GONE)], 1, False),
        ([(0, GONE), (3, GONE)], 2, False),
        ([(0, GONE), (3, GONE), (6, GONE)], 3, True),
        ([(0, GONE), (3, GONE), (6, GONE), (9, GONE)], 4, True),
        ([(0, GONE), (2.9, GONE), (5.8, GONE)], 2, False),
        ([(0, GONE), (1, GONE), (2, GONE)], 1, False),
        ([(0, GONE), (1, GONE), (3, GONE), (4, GONE), (6, GONE)], 3, True),
        ([(0, GONE), (30, GONE), (60, GONE)], 3, True),
        ([(0, GONE), (3, OK), (6, GONE), (9, GONE)], 2, False),
        ([(0, GONE), (3, GONE), (6, GONE), (6.1, OK)], 0, False),
        ([(0, GONE), (3, GONE), (6, GONE), (7, OK), (8, GONE)], 1, False),
        ([(0, GONE), (3, BLOCKED), (6, GONE)], 2, False),
        ([(0, BLOCKED), (3, BLOCKED), (6, BLOCKED)], 0, False),
        ([(0, GONE), (3, BLOCKED), (6, GONE), (9, GONE)], 3, True),
        ([(0, GONE), (3, State.MOVED), (6, GONE)], 1, False),
        ([(0, State.DNS_ERROR), (3, State.GONE), (6, State.PARKED)], 3, True),
        ([(0, State.SOFT_404), (3, State.TIMEOUT), (4, State.SOFT_404)], 2, False),
        ([(0, GONE), (3, GONE), (2000, GONE)], 2, False),
    ],
    ids=[
        "no look",
        "there",
        "one failure is a suspicion",
        "two are one",
        "three, three days apart, are certain",
        "more are certain too",
        "less than three days apart does not count",
        "three within two days are one",
        "those in between do not count",
        "far apart counts",
        "a success makes earlier ones void",
        "a success at the end makes all void",
        "after it counting begins anew",
        "a look that could not tell says nothing",
        "walls are no failures",
        "walls in between take nothing away",
        "moved is there",
        "every way of being gone counts",
        "four days apart, with a timeout between, are two",
        "a look of the future does not count",
    ],
)
def test_strikes_by_the_calendar(looks: list[tuple[float, State]], count: int, confirmed: bool) -> None:
    strikes = count_strikes(looked(*looks), NOW)  # type: ignore[arg-type]
    assert (strikes.count, strikes.confirmed) == (count, confirmed)


def test_strikes_name_the_first_failure_and_the_last_success() -> None:
    looks = looked((0, OK), (2, OK), (5, GONE), (6, GONE), (9, GONE))
    strikes = count_strikes(looks, NOW)  # type: ignore[arg-type]
    assert strikes.first_failed == (START + timedelta(days=5)).date()
    assert strikes.last_ok == (START + timedelta(days=2)).date()


ERROR = State.SERVER_ERROR


@pytest.mark.parametrize(
    ("looks", "since"),
    [
        ([(0, ERROR), (15, ERROR), (30, ERROR)], 0),
        ([(0, OK), (1, ERROR), (20, ERROR), (40, ERROR), (41, ERROR)], 1),
        ([(0, ERROR), (15, ERROR), (29.9, ERROR)], None),
        ([(0, ERROR), (40, ERROR)], None),
        ([(0, ERROR), (15, OK), (30, ERROR), (40, ERROR)], None),
        ([(0, ERROR), (15, BLOCKED), (20, ERROR), (30, ERROR)], None),
        ([(0, ERROR), (15, State.TIMEOUT), (20, ERROR), (30, ERROR)], 0),
        ([(0, ERROR), (15, ERROR), (30, ERROR), (31, State.TIMEOUT)], None),
        ([(0, ERROR), (15, ERROR), (30, ERROR), (31, GONE)], None),
        ([(0, GONE), (15, GONE), (30, GONE)], None),
    ],
    ids=[
        "three looks over thirty days",
        "since the last success",
        "less than thirty days",
        "two looks are too few",
        "a success ends it",
        "who answers otherwise does not fail",
        "no answer at all does not end it",
        "only while it errs",
        "a page that is gone is another matter",
        "nor are errors what says gone",
    ],
)
def test_errors_of_a_server_that_last_for_a_month(looks: list[tuple[float, State]], since: float | None) -> None:
    strikes = count_strikes(looked(*looks), NOW)  # type: ignore[arg-type]
    assert strikes.erring_since == (None if since is None else (START + timedelta(days=since)).date())
    assert not strikes.confirmed or since is None


LOOKS = st.lists(st.tuples(st.integers(0, 60), st.sampled_from([GONE, OK, BLOCKED, State.PARKED])), max_size=12)


@given(LOOKS, st.randoms())
def test_law_the_order_in_which_looks_are_told_does_not_matter(looks: list[tuple[int, State]], random: object) -> None:
    by_day = dict(looks)
    told = looked(*by_day.items())
    mixed = list(told)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert count_strikes(told, NOW) == count_strikes(mixed, NOW)  # type: ignore[arg-type]


@given(LOOKS)
def test_law_confirmed_means_that_no_success_followed_within_six_days_or_more_of_failures(
    looks: list[tuple[int, State]],
) -> None:
    told = sorted(looked(*dict(looks).items()))
    strikes = count_strikes(told, NOW)  # type: ignore[arg-type]
    if strikes.confirmed:
        classes = [(at, state.state_class) for at, state in told]
        last_ok = max((at for at, c in classes if c is StateClass.PRESENT), default=None)
        failures = [at for at, c in classes if c is StateClass.GONE and (last_ok is None or at > last_ok)]
        assert len(failures) >= NEEDED
        assert failures[-1] - failures[0] >= timedelta(days=6)


@given(LOOKS)
def test_law_a_success_now_leaves_no_strike(looks: list[tuple[int, State]]) -> None:
    strikes = count_strikes([*looked(*looks), (NOW, OK)], NOW)  # type: ignore[arg-type]
    assert (strikes.count, strikes.confirmed, strikes.last_ok) == (0, False, NOW.date())
