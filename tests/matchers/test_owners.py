"""Whose a value is: told by turns, by whoever speaks, by whose neighbour somebody is, by those of whom a share is."""

import pytest

from claimcheck.enums import Outcome
from tests.matchers.short_pages import outcomes

SUPPORTED = {Outcome.AGREES}


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("L'usine de Merrow compte 120 apprentis.", True),
        ("L'usine de Oltra compte 75 apprentis.", True),
        ("L'usine de Oltra compte 120 apprentis.", False),
        ("L'usine de Merrow compte 75 apprentis.", False),
    ],
)
def test_values_and_names_by_turns_belong_to_each_other(claim: str, supported: bool) -> None:
    page = "The plant at Merrow has 120 apprentices and the one at Oltra 75."
    assert (outcomes(claim, page) == SUPPORTED) is supported


def test_a_bare_number_behind_a_second_name_counts_what_the_first_counts() -> None:
    page = "Pelham Foods runs 48 canteens in the region and Dorne Catering 31."
    assert outcomes("Dorne Catering exploite 31 cantines.", page) == SUPPORTED
    assert Outcome.AGREES not in outcomes("Dorne Catering exploite 48 cantines.", page)


def test_what_i_did_is_of_the_one_who_says_so() -> None:
    page = "I drove 900 kilometres a week, says Ottilie Brandt, a courier for Fastlane Parcels. The firm was fined."
    assert outcomes("Ottilie Brandt parcourait 900 kilomètres par semaine.", page) == SUPPORTED
    assert Outcome.AGREES not in outcomes("Fastlane Parcels parcourait 900 kilomètres par semaine.", page)


def test_it_behind_a_verb_of_saying_is_whoever_says_so() -> None:
    page = "The navy says it rescued 210 sailors. Local fishermen rescued 35."
    assert outcomes("La marine a secouru 210 marins.", page) == SUPPORTED
    assert Outcome.AGREES not in outcomes("Les pêcheurs ont secouru 210 marins.", page)


def test_a_name_that_only_tells_whose_neighbour_another_is_has_not_the_others_value() -> None:
    page = "Varn's neighbour Lusk has 14 million inhabitants. The two share a currency."
    assert outcomes("Lusk compte 14 millions d'habitants.", page) == SUPPORTED
    assert Outcome.AGREES not in outcomes("Varn compte 14 millions d'habitants.", page)


def test_a_share_of_those_who_did_one_thing_is_none_of_those_who_did_another() -> None:
    page = "Of those who applied, 31% were women. Many of those who were hired came from abroad."
    assert outcomes("31 % de ceux qui ont postulé étaient des femmes.", page) == SUPPORTED
    assert Outcome.AGREES not in outcomes("31 % de ceux qui ont été embauchés étaient des femmes.", page)


def test_whom_a_sentence_ends_by_naming_it_cites_for_all_of_it() -> None:
    page = "Pickers in Orla earned 7 euros an hour, while those in Vesk got 9, according to the charity Landwatch."
    assert outcomes("Selon Landwatch, les cueilleurs d'Orla gagnaient 7 euros de l'heure.", page) == SUPPORTED
    assert Outcome.AGREES not in outcomes(
        "Selon Bruno Saltz, les cueilleurs d'Orla gagnaient 7 euros de l'heure.", page + " Bruno Saltz picks in Orla."
    )


def test_whom_it_is_ordered_to_pays() -> None:
    page = "A court ordered the builder Tarvin to pay 2 million euros to Lena Fuchs."
    assert outcomes("Un tribunal a ordonné à Tarvin de verser 2 millions d'euros à Lena Fuchs.", page) == SUPPORTED
    swapped = "Un tribunal a condamné Lena Fuchs à verser 2 millions d'euros à Tarvin."
    assert Outcome.CONFLICTS in outcomes(swapped, page)


def test_what_a_claim_begins_with_is_no_assertion_where_it_only_tells_where() -> None:
    page = "Police counted 900 cyclists in Rio Claro. In Santa Rosa the organisers counted 4,000."
    assert Outcome.AGREES not in outcomes(
        "En Rio Claro, los organizadores contaron 4.000 ciclistas.", page, language="es"
    )


def test_each_side_of_a_comparison_has_its_own_value() -> None:
    page = "Couriers for Dashly made $5.10 an hour in 2022, compared with $6.80 at its rival Movo, a study found."
    assert outcomes("Chez Movo, les coursiers gagnaient 6,80 dollars de l'heure.", page) == SUPPORTED
    assert Outcome.AGREES not in outcomes("Chez Movo, les coursiers gagnaient 5,10 dollars de l'heure.", page)


def test_what_stands_behind_whose_is_of_the_name_before_it() -> None:
    page = "Last year Ferlo bought the Dutch maker Tolk, whose 45 welders stay in Breda."
    assert Outcome.AGREES not in outcomes("Ferlo emploie 45 soudeurs à Breda.", page)


def test_a_pronoun_is_whom_the_page_has_named_so_far() -> None:
    page = "The court found for Mina Sael. It awarded her 4,200 euros. Her publisher, Karl Voss, lost."
    assert outcomes("Le tribunal a accordé 4 200 euros à Mina Sael.", page) == SUPPORTED
    assert Outcome.AGREES not in outcomes("Le tribunal a accordé 4 200 euros à Karl Voss.", page)


def test_job_cuts_are_jobs_that_are_cut() -> None:
    page = "The maker Ombral announced 640 job cuts on Monday."
    assert outcomes("Ombral supprime 640 emplois.", page) == SUPPORTED


def test_whom_a_comma_introduces_announces_and_nobody_else() -> None:
    page = "Le maire de Corbigny, Yves Le Dantec, a annoncé la fermeture de trois gymnases. Lise Roy proteste."
    told = "{} announced the closure of three gyms."
    assert outcomes(told.format("Yves Le Dantec"), page, language="en", of_page="fr") == SUPPORTED
    assert Outcome.AGREES not in outcomes(told.format("Lise Roy"), page, language="en", of_page="fr")


def test_a_rest_that_the_sentence_prints_is_what_it_says_it_is() -> None:
    page = "Halvar cuts 900 posts, of which 600 in Spain and 300 in Chile."
    assert Outcome.AGREES not in outcomes("Halvar supprime 300 postes en Espagne.", page)


def test_values_behind_names_of_several_countries_are_each_ones_own() -> None:
    page = "Pupils in Kenya get 2.4 hours of maths a day, more than those in Uganda (1.9 hours) or Rwanda (1.6)."
    assert outcomes("Les élèves rwandais ont 1,6 heure de maths par jour.", page) != {Outcome.CONFLICTS}
    assert Outcome.AGREES not in outcomes("Les élèves ougandais ont 2,4 heures de maths par jour.", page)


def test_a_minister_of_one_country_is_not_the_one_of_another() -> None:
    page = 'The Danish minister, Kirsten Holt, spoke of "a long winter for fishermen". Her Swedish peer was silent.'
    assert outcomes("La ministre danoise a parlé d'« un long hiver pour les pêcheurs ».", page) == SUPPORTED
    assert Outcome.AGREES not in outcomes("La ministre suédoise a parlé d'« un long hiver pour les pêcheurs ».", page)


def test_two_groups_compared_have_two_values_in_their_order() -> None:
    page = "Women reported more back pain than men: 41% against 26%."
    assert Outcome.AGREES not in outcomes("41 % des hommes ont mal au dos.", page)


def test_a_step_is_no_denial() -> None:
    page = '"It is a small step for the village," said Mayor Ana Roig.'
    assert outcomes("« C'est un petit pas pour le village », a dit la maire, Ana Roig.", page) == SUPPORTED


def test_whom_the_page_names_for_just_what_the_claim_says_contradicts_it() -> None:
    page = "Ferrand Métal a livré 240 turbines à la Norvège. Son rival Aubrac a perdu le contrat."
    told = outcomes("Aubrac a livré 240 turbines à la Norvège.", page, of_page="fr")
    assert told == {Outcome.CONFLICTS}


def test_it_is_whoever_says_so_with_a_day_between() -> None:
    page = "Insurer Halden said on Monday it had paid 18 million euros to farmers. Its rival Brix has paid nothing yet."
    assert outcomes("Halden a versé 18 millions d'euros aux agriculteurs.", page) == SUPPORTED
    assert Outcome.AGREES not in outcomes("Brix a versé 18 millions d'euros aux agriculteurs.", page)
