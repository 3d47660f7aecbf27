"""Numbers said in round figures, in halves, and as most of a thing."""

import pytest

from claimcheck.matchers.quantities import read_quantities
from claimcheck.matchers.values import Bound


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("en", "one and a half million people", 1_500_000, 1_500_000),
        ("en", "two and three-quarter million people", 2_750_000, 2_750_000),
        ("en", "it took 1 1/2 hours", 1.5, 1.5),
        ("en", "a few thousand workers", 2_000, 10_000),
        ("en", "a few hundred workers", 200, 1_000),
        ("en", "several dozen workers", 24, 100),
        ("es", "medio centenar de personas", 50, 50),
        ("pt", "meia centena de pessoas", 50, 50),
        ("it", "mezzo centinaio di persone", 50, 50),
        ("it", "sei lavoratori su dieci", 0.6, 0.6),
        ("de", "Jeder Fünfte ist arm.", 0.2, 0.2),
        ("fr", "27 blessés, dont neuf grièvement", 27, 27),
    ],
)
def test_round_figures_and_halves_are_read(language: str, text: str, low: float, high: float) -> None:
    found = read_quantities(text, language)[0]
    assert (float(found.low), float(found.high)) == (low, high)


def test_an_adverb_behind_a_number_is_nothing_counted() -> None:
    assert [q.noun for q in read_quantities("27 blessés, dont neuf grièvement", "fr")] == [("blessés",), ()]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The majority of workers agreed."),
        ("en", "Most workers agreed."),
        ("fr", "La plupart des salariés étaient d'accord."),
        ("es", "La mayoría de los trabajadores"),
        ("de", "Die meisten Befragten"),
        ("pt", "A maioria dos trabalhadores"),
        ("it", "La maggior parte dei lavoratori"),
    ],
)
def test_most_is_read_as_more_than_half(language: str, text: str) -> None:
    [found] = read_quantities(text, language)
    assert (float(found.low), found.bound) == (0.5, Bound.MORE_THAN)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the most expensive cars"),
        ("en", "most of the time"),
        ("fr", "la majorité présidentielle"),
        ("fr", "la plupart du temps"),
        ("es", "la mayoría absoluta"),
    ],
)
def test_what_is_no_part_of_a_whole_is_no_majority(language: str, text: str) -> None:
    assert read_quantities(text, language) == []


def test_degrees_by_their_letter_are_of_temperature() -> None:
    found = read_quantities("It hit 44.1C (111F) on the 18th, in seat 14C.", "en")
    assert [(q.text, q.unit) for q in found] == [("44.1C", "degC"), ("111F", "degF")]


def test_an_amount_told_again_behind_a_comma_has_one_rate() -> None:
    found = read_quantities("They got 60,000 shillings a month before tax, some 470 dollars.", "en")
    assert [(q.per, q.basis) for q in found] == [("month", "gross"), ("month", "gross")]


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Nine died there and two more in hospital.", ["", ""]),
        ("It sold 900 cars, 40 more than in May.", ["", "up"]),
        ("Rents average 780 pounds, up £95.", ["", "up"]),
        ("It signed up 95 members.", [""]),
    ],
)
def test_more_that_only_counts_on_is_no_change(text: str, changes: list[str]) -> None:
    assert [q.change for q in read_quantities(text, "en")] == changes
