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


def test_a_part_with_no_verb_of_its_own_has_its_own_words() -> None:
    page = "Sales came to 31.5 million euros and the profit, a mere 640,000."
    assert Outcome.AGREES not in outcomes("Le bénéfice s'élève à 31,5 millions d'euros.", page)
    page = "Nine died at the scene and two more in hospital."
    assert Outcome.AGREES not in outcomes("Neuf personnes sont mortes à l'hôpital.", page)


def test_a_rate_behind_what_is_measured_is_compared() -> None:
    page = "The depot handles 64 tonnes of plastic a week."
    assert outcomes("Le dépôt traite 64 tonnes de plastique par jour.", page) == {Outcome.CONFLICTS}


def test_a_part_is_not_how_much_more() -> None:
    page = "Riders earned 3.80 euros an hour, a third of the minimum wage."
    assert Outcome.AGREES not in outcomes("Les livreurs gagnaient un tiers de plus que le salaire minimum.", page)


def test_what_a_value_is_only_set_beside_takes_it_from_nobody() -> None:
    page = "Cleaners are paid 9.40 euros an hour, barely above the legal minimum of 9.19, and want 11."
    claim = "Les agents de nettoyage touchent 9,40 euros de l'heure, à peine plus que le minimum légal."
    assert Outcome.CONFLICTS not in outcomes(claim, page)


def test_counts_out_of_a_whole_are_both_compared() -> None:
    page = "Inspectors closed 36 of the 410 ovens."
    assert outcomes("Les inspecteurs ont fermé 36 fours sur 410.", page) == {Outcome.AGREES}
    assert Outcome.CONFLICTS in outcomes("Les inspecteurs ont fermé 36 fours sur 510.", page)


def test_what_stands_behind_a_measure_says_of_what_it_is() -> None:
    page = "They found a crack 23 millimetres deep in a wall 27 millimetres thick."
    assert Outcome.AGREES not in outcomes("La fissure mesurait 27 millimètres de profondeur.", page)


def test_the_size_of_a_change_beside_its_level_is_no_level() -> None:
    page = "Rents average 780 pounds a month, up £95 since 2021."
    assert Outcome.AGREES not in outcomes("Le loyer moyen est de 95 livres par mois.", page)


def test_a_share_that_the_state_pays_is_not_the_whole() -> None:
    page = "Repairs will cost 31 million pounds, half of which the ministry will pay."
    assert outcomes("Le ministère paiera 31 millions de livres.", page) != {Outcome.AGREES}


def test_that_somebody_is_paid_tells_no_wage_from_another() -> None:
    page = "New starters get $14.20 an hour; night sorters earn $17."
    assert outcomes("Un débutant gagne 14,20 dollars de l'heure.", page) == {Outcome.AGREES}
    assert outcomes("Un débutant gagne 17 dollars de l'heure.", page) == {Outcome.CONFLICTS}
