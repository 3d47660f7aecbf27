"""Numbers in their sentences: whose of several numbers of a kind a claim tells, and what a number goes on counting."""

import pytest
from matchers.short_pages import outcomes

from claimcheck.enums import Outcome

TEACHERS = (
    "A poll of 900 teachers found that 42% had thought of resigning in the past year. Among teachers under 35, the "
    "share was 58%. One in six said they had been threatened."
)


def test_what_is_told_of_a_group_alone_is_not_told_of_all() -> None:
    assert Outcome.AGREES not in outcomes("58 % des enseignants ont pensé à démissionner.", TEACHERS)
    assert Outcome.CONFLICTS not in outcomes("42 % des enseignants ont pensé à démissionner.", TEACHERS)


def test_what_is_told_of_a_group_holds_of_it() -> None:
    page = "The fare is 12 euros. For students the fare is 7 euros."
    assert outcomes("Le billet coûte 7 euros pour les étudiants.", page) == {Outcome.AGREES}


def test_an_age_that_the_page_tells_apart_keeps_others_numbers_from_denying() -> None:
    assert Outcome.CONFLICTS not in outcomes("58 % des enseignants de moins de 35 ans veulent démissionner.", TEACHERS)


@pytest.mark.parametrize(
    ("claim", "outcome"),
    [
        ("Most of the drivers work at night.", Outcome.AGREES),
        ("La plupart des chauffeurs travaillent la nuit.", Outcome.AGREES),
        ("La mayoría de los conductores trabaja de noche.", Outcome.AGREES),
        ("Die meisten Fahrer arbeiten nachts.", Outcome.AGREES),
        ("La maggior parte degli autisti lavora di notte.", Outcome.AGREES),
    ],
)
def test_most_is_more_than_half(claim: str, outcome: Outcome) -> None:
    language = {"Mo": "en", "La": "fr", "Di": "de"}[claim[:2]]
    language = "es" if "mayoría" in claim else "it" if "maggior" in claim else language
    assert outcomes(claim, "Two thirds of the drivers work at night.", language=language) == {outcome}


def test_most_is_denied_by_no_share_of_something_else() -> None:
    page = "Most drivers rent their car. Only 22% of the cars are electric."
    assert Outcome.CONFLICTS not in outcomes("La plupart des chauffeurs louent leur voiture.", page)


def test_a_number_that_leaves_out_its_noun_goes_on_counting_the_same() -> None:
    page = "Twelve members voted for the motion and seven against; two abstained."
    assert Outcome.AGREES not in outcomes("Sept bus ont été vendus.", page)
    assert Outcome.CONFLICTS not in outcomes("Douze membres ont voté la motion.", page)


def test_those_who_were_hurt_are_not_those_who_died() -> None:
    page = "Four people were killed when the roof fell; 31 were injured."
    assert Outcome.AGREES not in outcomes("Trente et une personnes sont mortes.", page)


def test_what_a_claim_counts_keeps_its_number_beside_another() -> None:
    page = "Some 700 residents were evacuated and 52 homes destroyed; another 60 were damaged."
    assert outcomes("Quelque 700 habitants ont dû quitter leur logement.", page) == {Outcome.AGREES}


def test_where_a_change_ended_is_not_its_size() -> None:
    assert outcomes("La dette a reculé de 21 millions d'euros.", "The debt fell to 21 million euros.") == {
        Outcome.CONFLICTS
    }
    assert outcomes("La dette a reculé à 21 millions d'euros.", "The debt fell to 21 million euros.") == {
        Outcome.AGREES
    }


def test_a_number_takes_the_unit_of_the_one_whose_place_it_takes() -> None:
    page = "From January a ticket to the pool costs 9 instead of 7 euros."
    assert outcomes("Le billet de piscine coûte 9 euros.", page) == {Outcome.AGREES}
    assert Outcome.AGREES not in outcomes("Le billet de piscine coûte 7 euros.", page)


def test_the_whole_stands_beside_its_part() -> None:
    page = "The yard has 5,600 employees, 1,900 of them subcontracted."
    assert outcomes("Le chantier compte 1 900 sous-traitants parmi ses 5 600 salariés.", page) == {Outcome.AGREES}
