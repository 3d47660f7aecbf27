"""What stands right before a date is of the claim, apart from the words that only say how it stands to the date."""

import pytest
from matchers.laws_facts import PLACE, SOURCE, document, finding

from claimcheck.enums import Verdict
from claimcheck.matchers.names import read_names
from claimcheck.matchers.reading import read_claim
from claimcheck.matchers.words import refers_back
from claimcheck.model import Claim


@pytest.mark.parametrize(
    ("claim", "language", "word"),
    [
        ("Norway had counted more than 57 deaths by 27 April 2020.", "en", "deaths"),
        ("La Norvège avait compté plus de 57 morts avant le 27 avril 2020.", "fr", "morts"),
        ("Noruega había contado más de 57 muertos hasta el 27 de abril de 2020.", "es", "muertos"),
    ],
)
def test_what_is_counted_until_a_day_is_read(claim: str, language: str, word: str) -> None:
    read = read_claim(Claim("c", claim, (SOURCE,), PLACE, language=language), language)
    words = [term.surface for assertion in read.assertions for term in assertion.terms]
    assert word in words
    assert not {"by", "avant", "hasta"} & set(words)


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Norway had counted more than 57 deaths by 27 April 2020.", Verdict.SUPPORTED),
        ("Norway had counted more than 1,300 deaths by 27 April 2020.", None),
    ],
)
def test_another_thing_counted_until_a_day_is_no_support(claim: str, expected: Verdict | None) -> None:
    page = document("As of 27 April 2020, Norway had counted 1,363 cases, with 58 recorded deaths and 206 recoveries.")
    found = finding(claim, page).verdict
    assert found is expected if expected is not None else found is not Verdict.SUPPORTED


def test_the_letter_of_an_abbreviation_is_no_name() -> None:
    assert "U" not in [name.surface for name in read_names("Schools in Georgia, U.S. closed for two weeks.", "en")]


def test_a_number_of_them_goes_on_about_those_of_the_sentence_before() -> None:
    text = "Some 360 of them have left."
    assert refers_back(text, "en", (0, len(text)))
    other = "Some 360 nurses told them so."
    assert not refers_back(other, "en", (0, len(other)))
