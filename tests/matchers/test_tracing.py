"""What made the rank of a passage is told where it is asked for, and changes no verdict."""

import pytest
from matchers.laws_facts import FACTS, Fact, document

from claimcheck.enums import Role
from claimcheck.matchers.dates import read_dates
from claimcheck.matchers.matcher import RuleMatcher
from claimcheck.matchers.quantities import read_quantities
from claimcheck.model import Block, Claim, Considered, Document, Location, Source

PLACE = Location("claims.yaml", 1, 1)
SOURCE = Source("https://example.org/a", PLACE)
SENTENCE = "Last year the firm employed over 3,000 people in Kenya, a spokeswoman said."


def considered(text: str, *, traced: bool = True) -> Considered:
    """Return the passage that decides a claim on a page of one paragraph."""
    page = Document(text, (Block(Role.PARAGRAPH, (0, len(text))),), "Annotators", "en")
    claim = Claim("a", "La société employait jusqu'à 3 000 personnes au Kenya.", (SOURCE,), PLACE, language="fr")
    return RuleMatcher(traced=traced).match(claim, page, SOURCE).considered[0]


def test_a_trace_tells_where_the_words_stand_and_the_value_in_one_notation() -> None:
    parts = dict(considered(SENTENCE).parts)
    assert "personnes" in parts["clause"]
    assert parts["value"] == "> 3,000"
    assert parts["names"] == "Kenya"


def test_a_trace_tells_of_plans_and_denials() -> None:
    assert "plan" in dict(considered("The firm plans to employ over 3,000 people in Kenya.").parts)["told as"]
    assert dict(considered("The firm did not employ 3,000 people in Kenya.").parts)["denied by"] == "not"


def test_nothing_is_traced_unless_asked_for() -> None:
    assert considered(SENTENCE, traced=False).parts == ()


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.deciding)
def test_a_trace_changes_no_comparison(fact: Fact) -> None:
    claim = Claim("a", fact.sentence, (SOURCE,), PLACE, language="en")
    page = document(fact.denial)
    traced, plain = (RuleMatcher(traced=on).match(claim, page, SOURCE) for on in (True, False))
    assert traced.comparisons == plain.comparisons


def test_a_passage_that_was_taken_is_not_shown_as_passed_over_too() -> None:
    claim = Claim("a", "The firm employed over 3,000 people in Kenya.", (SOURCE,), PLACE, language="en")
    page = Document(SENTENCE, (Block(Role.PARAGRAPH, (0, len(SENTENCE))),), "Annotators", "en")
    assert [passage.taken for passage in RuleMatcher().match(claim, page, SOURCE).considered] == [True]


@pytest.mark.parametrize(
    ("language", "text", "notation"),
    [
        ("fr", "jusqu'à 3 000 travailleurs", "≤ 3,000"),
        ("en", "over 3,000 workers", "> 3,000"),
        ("en", "between $1.32 and $2 per hour", "1.32\N{EN DASH}2 USD per hour"),
        ("fr", "entre 1,32 et 2 dollars de l'heure", "1.32\N{EN DASH}2 USD per hour"),
        ("de", "mindestens 2,5 Millionen Euro", "≥ 2,500,000 EUR"),
        ("en", "one in four workers", "25 %"),
        ("es", "el 25 % de los trabajadores", "25 %"),
        ("en", "about 12 kilometres", "≈ 12 km"),
    ],
)
def test_a_quantity_has_one_notation_in_all_languages(language: str, text: str, notation: str) -> None:
    assert [quantity.notation for quantity in read_quantities(text, language)] == [notation]


@pytest.mark.parametrize(
    ("language", "text", "notation"),
    [
        ("fr", "en février 2025", "2025-02"),
        ("en", "on 18 June 1956", "1956-06-18"),
        ("de", "seit 2019", "since 2019"),
        ("en", "from 2019 to 2021", "2019 to 2021"),
    ],
)
def test_a_date_has_one_notation_in_all_languages(language: str, text: str, notation: str) -> None:
    assert [date.notation for date in read_dates(text, language)] == [notation]
