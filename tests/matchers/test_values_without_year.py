"""Days whose year neither the words nor an issue date tells: only the days are compared."""

import pytest
from matchers.laws_facts import document, finding

from claimcheck.enums import Outcome, Verdict
from claimcheck.matchers.dates import read_dates
from claimcheck.matchers.periods import compare_dates


def outcome(claim: str, source: str) -> Outcome | None:
    [ours] = read_dates(claim, "en", any_year=True)
    [theirs] = read_dates(source, "en", any_year=True)
    relation = compare_dates(ours, theirs)
    return None if relation is None else relation.outcome


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        pytest.param("on 4 May", "on May 4", Outcome.AGREES, id="the same day"),
        pytest.param("on 4 May", "on 4 May 2021", Outcome.AGREES, id="the source says the year too"),
        pytest.param("on 4 May 2021", "on 4 May", Outcome.WEAKER, id="the source leaves the year out"),
        pytest.param("in May 2021", "on 4 May", Outcome.WEAKER, id="a finer day, its year left out"),
        pytest.param("on 4 May", "on 5 May", Outcome.CONFLICTS, id="another day"),
        pytest.param("on 4 May 2021", "on 5 May", Outcome.CONFLICTS, id="another day of whatever year"),
        pytest.param("before 4 May", "on 3 May", Outcome.AGREES, id="before it"),
        pytest.param("before 4 May 2021", "on 4 May", Outcome.CONFLICTS, id="not before it"),
        pytest.param("after 4 May", "on 5 May 2021", Outcome.AGREES, id="after it"),
        pytest.param("in 2021", "on 4 May", None, id="a day of no year says nothing of a year"),
        pytest.param("before 2021", "on 4 May", None, id="nor whether it was before one"),
        pytest.param("on 28 February 2021", "on 29 February", Outcome.WEAKER, id="a leap day in a common year"),
    ],
)
def test_days_of_an_unknown_year_compare_as_days(claim: str, source: str, expected: Outcome | None) -> None:
    assert outcome(claim, source) is expected


def test_days_are_left_out_where_nobody_asks_for_those_of_any_year() -> None:
    assert read_dates("It closed on 4 May.", "en") == []


def test_a_day_of_any_year_is_told_without_a_year() -> None:
    [day] = read_dates("before 4 May", "en", any_year=True)
    assert day.notation == "before --05-04"
    assert day.describe() == "4 May: before --05-04 [day]"


@pytest.mark.parametrize("claim", ["Before 4 May, Talven had tested 5,180 people."])
def test_a_value_of_another_day_is_no_support_on_a_page_without_a_date(claim: str) -> None:
    page = document("As of 4 May, Talven had tested 5,180 people.", issued=None)
    assert finding(claim, page).verdict is not Verdict.SUPPORTED


def test_a_value_of_the_claimed_side_of_a_day_is_support_on_a_page_without_a_date() -> None:
    page = document("As of 5 May, Talven had tested 5,180 people.", issued=None)
    assert finding("After 4 May, Talven had tested more than 5,000 people.", page).verdict is Verdict.SUPPORTED


def test_the_day_of_another_event_of_the_sentence_is_not_the_claimed_one() -> None:
    page = document("Ada Brunt, who entered Talven on 23 May, had developed fever on 16 May.", issued=None)
    assert finding("Ada Brunt developed fever after 20 May.", page).verdict is not Verdict.SUPPORTED


def test_before_a_day_is_not_the_opposite_of_after_a_deed() -> None:
    page = document("As of 19 March, after performing 56,221 tests, there were 3,269 cases in Talven.", issued=None)
    assert finding("Before 20 March, Talven had performed less than 60,000 tests.", page).verdict is Verdict.SUPPORTED
