"""One of a row, highest and lowest, where something was done, and what is told of a part of a value."""

from datetime import date

import pytest
from matchers.short_pages import outcomes as told

from claimcheck.enums import Outcome

ISSUED = date(2024, 3, 14)


def outcomes(claim: str, page: str, *, language: str = "fr", of_page: str = "en") -> set[Outcome]:
    """Return what the comparisons with a page of 14 March 2024 come to."""
    return told(claim, page, language=language, of_page=of_page, issued=ISSUED)


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("C'est la quatrième baisse de l'année.", "It was the third cut this year, to 4.75%."),
        (
            "C'est la première opération de ce type dans le pays.",
            "It is the second operation of its kind in the country.",
        ),
        ("It is the first museum of its kind.", "It is the 3rd museum of its kind."),
    ],
)
def test_another_one_of_a_row_is_a_conflict(claim: str, page: str) -> None:
    language = "en" if claim.startswith("It") else "fr"
    assert outcomes(claim, page, language=language) == {Outcome.CONFLICTS}


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("C'est la troisième baisse de l'année.", "It was the third cut this year, to 4.75%."),
        ("C'est la deuxième opération de ce type dans le pays.", "It is the 2nd operation of its kind in the country."),
    ],
)
def test_the_same_one_of_a_row_agrees(claim: str, page: str) -> None:
    assert outcomes(claim, page) == {Outcome.AGREES}


def test_digits_of_a_decimal_are_no_ordinal() -> None:
    assert Outcome.AGREES not in outcomes(
        "C'est la quatrième baisse de l'année.", "The rate was cut to 4.75% this year."
    )


def test_the_highest_is_not_the_lowest() -> None:
    page = "Unemployment stands at 6.8%, the lowest level since 2008."
    assert Outcome.AGREES not in outcomes("Le chômage est à son plus haut niveau depuis 2008.", page)
    assert outcomes("Le chômage est à son plus bas niveau depuis 2008.", page) == {Outcome.AGREES}


def test_where_one_was_born_is_not_where_one_lives() -> None:
    page = "Ana Teixeira was born in Porto, and has lived in Halifax since 1996."
    assert Outcome.AGREES not in outcomes("Ana Teixeira est née à Halifax.", page)
    assert outcomes("Ana Teixeira est née à Porto.", page) == {Outcome.AGREES}


def test_what_is_said_of_a_part_of_an_amount_is_not_said_of_all_of_it() -> None:
    page = "The operation cost about 190,000 euros, two thirds of it paid by a foundation."
    assert Outcome.MISSING in outcomes("Une fondation a payé 190 000 euros.", page)
    assert outcomes("L'opération a coûté environ 190 000 euros.", page) == {Outcome.AGREES}


@pytest.mark.parametrize(("value", "holds"), [("3,1", True), ("3,9", False)])
def test_each_of_several_values_has_the_day_behind_it(value: str, *, holds: bool) -> None:
    page = "Inflation slowed to 3.1% in February from 3.9% in January and 8.4% a year earlier."
    assert (outcomes(f"L'inflation était de {value} % en février.", page) == {Outcome.AGREES}) == holds


def test_who_planned_it_is_not_who_built_it() -> None:
    page = "The hall was planned by the engineer Nadia Ferrow and built by the firm Castell & Sons in 2006."
    assert outcomes("Le bâtiment a été construit par Nadia Ferrow.", page) != {Outcome.AGREES}
    assert outcomes("The hall was built by Nadia Ferrow.", page, language="en") == {Outcome.CONFLICTS}
    assert outcomes("The hall was built by Castell & Sons.", page, language="en") == {Outcome.AGREES}


def test_the_value_of_the_first_is_not_that_of_the_second() -> None:
    page = "The first store, opened in 2006, holds 61,000 samples. The second store has room for 90,000 samples."
    assert Outcome.AGREES not in outcomes("Le second magasin contient 61 000 échantillons.", page)


def test_what_yesterday_s_title_gave_is_corrected() -> None:
    page = "Rettifica: nel titolo di ieri l'edificio risultava alto 34 metri. È alto 43 metri."
    assert Outcome.AGREES not in outcomes("O edifício tem 34 metros de altura.", page, language="pt", of_page="it")


def test_whoever_the_next_sentence_names_did_not_do_it() -> None:
    page = "The mayor promised 500 homes. The minister welcomed the plan."
    assert Outcome.AGREES not in outcomes("La ministre a promis 500 logements.", page) or Outcome.MISSING in outcomes(
        "La ministre a promis 500 logements.", page
    )
    assert outcomes("La maire a promis 500 logements.", page) == {Outcome.AGREES}


@pytest.mark.parametrize(
    ("claim", "holds"),
    [
        ("La ville compte 12 000 habitants.", True),
        ("La ville comptait 15 000 habitants en 1990.", True),
        ("La ville compte 12 000 habitants de moins qu'en 1990.", False),
        ("La ville comptait 12 000 habitants en 1990.", False),
    ],
)
def test_a_level_and_where_it_came_from_are_of_two_times(claim: str, *, holds: bool) -> None:
    page = "The town has 12,000 inhabitants, down from 15,000 in 1990."
    assert (outcomes(claim, page) == {Outcome.AGREES}) == holds


def test_a_day_that_was_put_off_holds_no_more() -> None:
    page = "The trial, due to open on 3 March, has been put off until 14 April."
    assert outcomes("Le procès s'ouvrira le 3 mars.", page) == {Outcome.CONFLICTS}
    assert Outcome.CONFLICTS not in outcomes("Le procès s'ouvrira le 14 avril.", page)


def test_only_the_day_before_it_was_put_off() -> None:
    page = "Le chantier du barrage de Lanne, commencé en 2019, devait s'achever en 2023 ; il a été repoussé à 2026."
    begun = "Work on the Lanne dam began in 2019."
    assert Outcome.CONFLICTS not in outcomes(begun, page, language="en", of_page="fr")
    assert Outcome.CONFLICTS in outcomes("Work on the Lanne dam will end in 2023.", page, language="en", of_page="fr")


def test_who_pays_the_rest_does_not_pay_the_part() -> None:
    page = "Le barrage coûte cher. L'État en paie 60 %, la région le reste."
    assert outcomes("The region pays 60% of the cost.", page, language="en", of_page="fr") != {Outcome.AGREES}
    assert outcomes("The state pays 60% of the cost.", page, language="en", of_page="fr") == {Outcome.AGREES}


def test_a_vote_against_something_new_is_no_vote_for_it() -> None:
    page = "Le conseil a voté contre un nouveau prêt de 10 millions."
    assert Outcome.CONFLICTS in outcomes(
        "The council voted for a new loan of 10 million.", page, language="en", of_page="fr"
    )
