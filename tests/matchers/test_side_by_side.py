"""Which number or day of a sentence is the claim's, where it sets several of them side by side."""

import pytest
from matchers.laws_facts import document, finding

from claimcheck.enums import Verdict
from claimcheck.matchers.words.clauses import clauses


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("On 3 May there were 41 cases in Trinidad and Tobago and 12 in Togo.", "en", "and 12 in Togo."),
        ("It took 4 million in Mali and Chad, and 2 million elsewhere.", "en", "and 2 million elsewhere."),
        ("Le 3 mai, on comptait en Bosnie-Herzégovine 41 cas et 12 au Togo.", "fr", "et 12 au Togo."),
    ],
)
def test_the_conjunction_of_two_names_begins_no_clause(text: str, language: str, expected: str) -> None:
    found = [text[begin:end] for begin, end in clauses(text, None, language)]
    assert found[-1] == expected
    assert not any(clause.startswith(("and Tobago", "and Chad")) for clause in found)


def test_a_second_name_that_has_a_number_of_its_own_begins_a_clause() -> None:
    text = "The flood took 31 lives in Lodva and Sarnby lost 20 people."
    assert [text[begin:end] for begin, end in clauses(text, None, "en")][-1] == "and Sarnby lost 20 people."


def test_a_place_said_of_a_later_number_is_not_kept_from_an_earlier_one() -> None:
    page = document("The number of confirmed infections rose to 1,140 and that of people who died in Norway to 21.")
    assert finding("Norway has 1,140 confirmed infections.", page).verdict is not Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("More than 85,000 people in Norway were infected.", Verdict.SUPPORTED),
        ("More than 90,000 people in Norway were infected.", Verdict.CONTRADICTED),
        ("More than 11,000 people with an infection died in Norway.", Verdict.SUPPORTED),
    ],
)
def test_a_number_is_of_what_its_clause_says_was_done(claim: str, expected: Verdict) -> None:
    page = document("There have been 88,621 infections in Norway, and 11,329 people with an infection have died.")
    assert finding(claim, page).verdict is expected


_LED = (
    "On October 1, 1946, Ansel Murr was given a sentence of twenty years in prison, and on July 18, 1947, he was freed."
)


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Ansel Murr was sentenced to prison on October 1, 1946.", Verdict.SUPPORTED),
        ("Ansel Murr was sentenced to prison on July 18, 1947.", Verdict.CONTRADICTED),
        ("Ansel Murr was freed on July 18, 1947.", Verdict.SUPPORTED),
    ],
)
def test_a_day_that_leads_a_part_is_of_what_stands_behind_it(claim: str, expected: Verdict) -> None:
    assert finding(claim, document(_LED)).verdict is expected


def test_cases_that_nobody_reported_elsewhere_deny_none_that_were_reported_here() -> None:
    page = document("Dornland has 92 cases, 59 in Upper Dorn and 33 in Lower Dorn, and no reported cases in Sarnby.")
    assert finding("33 cases were reported in Lower Dorn.", page).verdict is not Verdict.CONTRADICTED
