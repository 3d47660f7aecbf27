"""Two values of a sentence, of which one was hoped for, feared, or once held: the other is what holds."""

from datetime import date

import pytest
from matchers.short_pages import outcomes

from claimcheck.enums import Outcome

HOLDS, CONFLICTS = {Outcome.AGREES}, {Outcome.CONFLICTS}

HOPED = "The club hoped to sell 60,000 tickets but sold 41,000."
BUDGETED = "The bridge, first budgeted at 70 million euros, will cost 98 million."
FEARED = "Farmers had feared losses of 40 million euros; the ministry puts them at 12 million."
DATED = "The tower, often said to have been built in 1731, was built in 1748."
LONG = "The fare, long set at 2 euros, has been raised to 3."


@pytest.mark.parametrize(
    ("claim", "language", "page"),
    [
        ("Le club a vendu 41 000 billets.", "fr", HOPED),
        ("The bridge will cost 98 million euros.", "en", BUDGETED),
        ("Le pont coûtera 98 millions d'euros.", "fr", BUDGETED),
        ("La tour a été construite en 1748.", "fr", DATED),
        ("La torre fue construida en 1748.", "es", DATED),
    ],
)
def test_what_came_of_it_holds(claim: str, language: str, page: str) -> None:
    assert outcomes(claim, page, language=language) == HOLDS


@pytest.mark.parametrize(
    ("claim", "language", "page"),
    [
        ("Le club a vendu 60 000 billets.", "fr", HOPED),
        ("Le pont coûtera 70 millions d'euros.", "fr", BUDGETED),
        ("Il ponte costerà 70 milioni di euro.", "it", BUDGETED),
        ("La tour a été construite en 1731.", "fr", DATED),
    ],
)
def test_what_was_only_hoped_for_or_said_conflicts(claim: str, language: str, page: str) -> None:
    assert outcomes(claim, page, language=language) == CONFLICTS


@pytest.mark.parametrize(
    ("claim", "page"), [("Les pertes s'élèvent à 40 millions d'euros.", FEARED), ("Le billet coûte 2 euros.", LONG)]
)
def test_what_was_feared_or_once_held_is_not_supported(claim: str, page: str) -> None:
    assert outcomes(claim, page) != HOLDS


def test_once_in_at_least_once_is_no_time_past() -> None:
    page = "Four in ten said they had felt ill at least once in the summer; 12% had seen a doctor."
    assert (
        outcomes("Quatre travailleurs sur dix se sont sentis malades au moins une fois pendant l'été.", page) == HOLDS
    )


def test_the_mean_is_no_bound() -> None:
    page = "Patients waited 23 days on average for an answer."
    assert outcomes("Les patients ont attendu 23 jours au plus.", page) == {Outcome.WEAKER}
    assert outcomes("Les patients ont attendu 23 jours en moyenne.", page) == HOLDS


def test_those_of_whom_a_part_tells_are_what_the_whole_counts() -> None:
    page = "Fishermen rescued 140 passengers, of whom twelve were taken to hospital."
    assert outcomes("Douze passagers ont été conduits à l'hôpital.", page) == HOLDS
    assert outcomes("Douze passagers ont été secourus par des pêcheurs.", page) == CONFLICTS


def test_a_range_ends_with_a_number() -> None:
    page = "Rents rose by 2% a year between 2015 and 2020 and by 4% a year between 2020 and 2024."
    assert outcomes("Entre 2015 et 2020, les loyers ont augmenté de 2 % par an.", page) == HOLDS
    assert outcomes("Entre 2015 et 2020, les loyers ont augmenté de 4 % par an.", page) == CONFLICTS


def test_what_stands_in_brackets_is_past_by_itself() -> None:
    page = "Mean pay is put at 2,415 dinars (formerly: 2,438)."
    assert outcomes("Le salaire moyen est de 2 415 dinars.", page) == HOLDS
    assert outcomes("Le salaire moyen est de 2 438 dinars.", page) != HOLDS


def test_the_cheapest_is_not_the_average() -> None:
    page = "Rooms cost 89 euros on average; the cheapest is 39."
    assert outcomes("La chambre la moins chère coûte 39 euros.", page) == HOLDS
    assert outcomes("La chambre la moins chère coûte 89 euros.", page) == CONFLICTS


def test_the_day_of_saying_is_no_day_of_what_is_said() -> None:
    page = "Norlake hoped to carry 900,000 passengers in 2023 but carried 640,000, the company said on Tuesday."
    assert outcomes("Norlake a transporté 640 000 passagers en 2023.", page, issued=date(2024, 2, 14)) == HOLDS
    assert outcomes("Norlake a transporté 900 000 passagers en 2023.", page, issued=date(2024, 2, 14)) == CONFLICTS
