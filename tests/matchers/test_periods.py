"""A claim's date against a source's, row by row."""

from datetime import date

import pytest

from claimcheck.enums import Outcome
from claimcheck.matchers.dates import read_dates
from claimcheck.matchers.periods import compare_dates

_ISSUED = date(2024, 3, 14)


def outcome(claim: str, source: str) -> Outcome | None:
    [ours] = read_dates(claim, "en", issued=_ISSUED)
    [theirs] = read_dates(source, "en", issued=_ISSUED)
    relation = compare_dates(ours, theirs)
    return None if relation is None else relation.outcome


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        ("in 1956", "on 18 June 1956", Outcome.AGREES),
        ("on 18 June 1956", "on June 18, 1956", Outcome.AGREES),
        ("in 2023", "last year", Outcome.AGREES),
        ("in the 1990s", "in 1995", Outcome.AGREES),
        ("in early 2023", "in February 2023", Outcome.AGREES),
        ("in the spring of 2022", "on 3 April 2022", Outcome.AGREES),
        ("on 18 June 1956", "in 1956", Outcome.WEAKER),
        ("in May 2023", "in 2023", Outcome.WEAKER),
        ("in 2023", "in 2022", Outcome.CONFLICTS),
        ("on 18 June 1956", "on 19 June 1956", Outcome.CONFLICTS),
        ("in 2023", "two years ago", Outcome.CONFLICTS),
        ("in the spring of 2022", "in the summer of 2022", Outcome.CONFLICTS),
        ("in the winter of 2022", "in the winter of 2021-22", Outcome.AGREES),
        ("in Q1 2023", "in Q2 2023", Outcome.CONFLICTS),
        ("in the 1990s", "in 2001", Outcome.CONFLICTS),
        ("before 2020", "in 2018", Outcome.AGREES),
        ("after 2020", "in 2021", Outcome.AGREES),
        ("before 2020", "in 2021", Outcome.CONFLICTS),
    ],
)
def test_dates_compare_as_the_days_they_mean(claim: str, source: str, expected: Outcome) -> None:
    assert outcome(claim, source) is expected


@pytest.mark.parametrize("claim", ["on 3 April 2022", "on 4 March 2022"])
def test_a_date_that_can_be_read_in_either_order_agrees_with_both(claim: str) -> None:
    assert outcome(claim, "on 03/04/2022") is Outcome.AGREES


def test_a_date_that_can_be_read_in_either_order_conflicts_with_a_third() -> None:
    assert outcome("on 5 April 2022", "on 03/04/2022") is Outcome.CONFLICTS


@pytest.mark.parametrize("claim", ["on 31 August 2023", "on 31 August 2024"])
def test_a_year_left_out_agrees_with_the_past_and_the_coming_one(claim: str) -> None:
    assert outcome(claim, "on 31 August") is Outcome.AGREES


def test_a_year_left_out_never_makes_a_conflict_by_itself() -> None:
    assert outcome("on 31 August 2019", "on 31 August") is None


def test_today_may_mean_these_times_and_contradicts_no_date() -> None:
    assert outcome("in 2019", "today") is None
    assert outcome("on 14 March 2024", "today") is Outcome.AGREES
    assert outcome("in 2019", "yesterday") is Outcome.CONFLICTS
