"""What a number is set against, whom an amount is paid to, and a deed that a claim tells beside its value."""

import pytest

from claimcheck.enums import Outcome
from claimcheck.matchers.numerals import numerals
from claimcheck.matchers.quantities import read_quantities
from tests.matchers.short_pages import outcomes


@pytest.mark.parametrize(
    ("text", "language", "last"),
    [
        ("Parking costs £1.50 an hour, against 1.20 until now.", "en", "1.2 GBP per hour"),
        ("Une heure coûtera 1,50 euro, contre 1,20 jusqu'ici.", "fr", "1.2 EUR"),
        ("Un'ora costerà 1,50 euro, contro 1,20 finora.", "it", "1.2 EUR"),
        ("Die Stunde kostet 1,50 Euro statt bisher 1,20.", "de", "1.2 EUR"),
        ("Le taux atteint 7,4 %, contre 8,1 un an plus tôt.", "fr", "8.1 %"),
        ("Elle a réuni 40 % des voix, contre 38 élus.", "fr", "38"),
        ("Il gagne 12 euros, contre 300 pour son chef.", "fr", "300"),
    ],
)
def test_a_bare_number_has_the_unit_of_the_one_that_it_is_set_against(text: str, language: str, last: str) -> None:
    assert read_quantities(text, language)[-1].notation == last


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        ("Il a abandonné au dix-huitième kilomètre.", "fr", ["18"]),
        ("Elle est la soixante-dix-neuvième présidente.", "fr", ["79"]),
        ("C'est sa vingt-et-unième victoire.", "fr", ["21"]),
    ],
)
def test_an_ordinal_of_several_words_is_no_quantity(text: str, language: str, numbers: list[str]) -> None:
    assert read_quantities(text, language) == []
    assert [number for number, _, _ in numerals(text, language)] == numbers


def test_what_a_firm_was_paid_is_not_what_its_people_earned() -> None:
    page = "The mine paid Belmont Logistics $14.20 for every tonne carried."
    assert Outcome.AGREES not in outcomes("Les chauffeurs touchaient 14,20 dollars par tonne.", page)
    page = "The cleaning firm pays the cleaners of Nettle Airport 12.60 euros an hour."
    claim = "Les agents de nettoyage de l'aéroport gagnent 12,60 euros de l'heure."
    assert outcomes(claim, page) == {Outcome.AGREES}


def test_a_deed_beside_a_value_must_be_said_too() -> None:
    page = "A court ordered the builder Larkhill to pay 1.3 million euros. Larkhill has two months to think."
    told = outcomes("Condamné à verser 1,3 million d'euros, Larkhill a fait appel.", page)
    assert Outcome.MISSING in told
    assert outcomes("Larkhill a été condamné à verser 1,3 million d'euros.", page) == {Outcome.AGREES}
