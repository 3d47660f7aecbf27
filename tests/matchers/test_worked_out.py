"""What follows in one step: how long something took, the year of a month's rent, the rest of a share, points apart."""

from datetime import date

import pytest
from matchers.short_pages import outcomes

from claimcheck.enums import Outcome


@pytest.mark.parametrize(
    ("claim", "language", "page"),
    [
        ("Elle est morte à 84 ans.", "fr", "She was born on 3 May 1931 and died on 12 June 2015."),
        ("La guerre a duré six ans.", "fr", "The war began in 1991 and ended in 1997."),
        ("Le loyer annuel s'élève à 14 400 euros.", "fr", "The rent is 1,200 euros a month."),
        ("Die Jahresmiete beträgt 14.400 Euro.", "de", "The rent is 1,200 euros a month."),
        ("Un quart des salariés n'ont pas fait grève.", "fr", "Of the 240 employees, 180 went on strike."),
        ("75 % des salariés ont fait grève.", "fr", "Of 240 employees, 180 went on strike."),
        ("Marn l'a emporté avec six points d'avance.", "fr", "Marn won 53% of the vote and Tessel 47%."),
        (
            "L'entreprise a supprimé 400 postes.",
            "fr",
            "The company had 2,600 employees in 2022 and 2,200 a year later.",
        ),
    ],
)
def test_one_step_holds(claim: str, language: str, page: str) -> None:
    assert outcomes(claim, page, language=language) == {Outcome.AGREES}


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Elle est morte à 74 ans.", "She was born on 3 May 1931 and died on 12 June 2015."),
        ("La guerre a duré sept ans.", "The war began in 1991 and ended in 1997."),
        ("Le loyer annuel s'élève à 12 000 euros.", "The rent is 1,200 euros a month."),
        ("Un quart des salariés ont fait grève.", "Of the 240 employees, 180 went on strike."),
        ("Deux tiers des élèves sont des filles.", "A third of the pupils passed."),
        ("Marn l'a emporté avec huit points d'avance.", "Marn won 53% of the vote and Tessel 47%."),
        ("L'entreprise a supprimé 600 postes.", "The company had 2,600 employees in 2022 and 2,200 a year later."),
    ],
)
def test_another_result_does_not_hold(claim: str, page: str) -> None:
    assert Outcome.AGREES not in outcomes(claim, page)


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Rova Lindt l'a emporté de 19 voix.", "Rova Lindt received 3,140 votes and Edo Marsh 3,121."),
        ("Rova Lindt a gagné avec 19 voix d'avance.", "Rova Lindt received 3,140 votes and Edo Marsh 3,121."),
        ("Le lycée va supprimer 14 postes d'enseignants.", "The school will keep 46 of its 60 teachers."),
        ("Quatre villages ont voté contre.", "Of the valley's 31 villages, 27 voted in favour."),
        (
            "Le groupe compte 2 700 salariés.",
            "It employs 2,300 people in Spain and 400 in Chile; half are men.",
        ),
        (
            "Le musée a accueilli 700 visiteurs de moins qu'en 2018.",
            "The museum drew 4,100 visitors last year, and 4,800 in 2018.",
        ),
        (
            "Ada Renn est morte à l'âge de 71 ans.",
            "Ada Renn was born on 9 June 1910. At the age of 19 she went to sea. She died on 3 May 1982.",
        ),
        ("Ada Renn est morte à l'âge de 71 ans.", "Ada Renn was born in 1910. She died in 1982."),
        ("Il a été maire pendant neuf ans.", "He was mayor from 1998 to 2007."),
    ],
)
def test_what_two_values_give_holds(claim: str, page: str) -> None:
    assert outcomes(claim, page, issued=date(2024, 3, 14)) == {Outcome.AGREES}


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Rova Lindt l'a emporté de 29 voix.", "Rova Lindt received 3,140 votes and Edo Marsh 3,121."),
        (
            "Ada Renn est morte à l'âge de 72 ans.",
            "Ada Renn was born on 9 June 1910. At the age of 19 she went to sea. She died on 3 May 1982.",
        ),
        ("Le lycée va perdre 46 enseignants.", "The school will keep 46 of its 60 teachers."),
    ],
)
def test_another_result_is_denied(claim: str, page: str) -> None:
    assert Outcome.CONFLICTS in outcomes(claim, page)


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Edo Marsh l'a emporté de 19 voix.", "Rova Lindt received 3,140 votes and Edo Marsh 3,121."),
        ("Les ventes ont progressé de 33 %.", "Sales rose to 81 million. A third of the staff are women."),
        ("Ada Renn est morte à l'âge de 19 ans.", "Ada Renn went to sea at the age of 19. She died in 1982."),
    ],
)
def test_what_is_of_another_does_not_hold(claim: str, page: str) -> None:
    assert Outcome.AGREES not in outcomes(claim, page)


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Le ticket va augmenter de 25 %.", "The ticket, now 4 euros, will cost 5 euros from May."),
        (
            "Les dépenses de réparation ont été divisées par trois entre 2019 et 2022.",
            "It spent 2.4 million euros on repairs in 2019; in 2022 it spent 0.8 million.",
        ),
        ("Le tribunal a entendu six témoins par jour.", "The court heard 78 witnesses over 13 days."),
        (
            "Quelque 900 élèves dorment peu.",
            "They asked 1,500 pupils how long they sleep. Six out of ten sleep little.",
        ),
        ("Un élève sur cinq arrive en retard.", "Every fifth pupil comes late."),
        (
            "La région a versé 36 millions d'euros.",
            "It cost 96 million euros, of which the state paid 60 million euros and the region the rest.",
        ),
        ("70 % des clients vivent hors de Norvège.", "Thirty per cent of the customers live in Norway."),
        (
            "L'écart entre femmes et hommes est de neuf points.",
            "Among women it was 64 per cent, among men 55 per cent.",
        ),
    ],
)
def test_what_a_sentence_leaves_to_work_out_holds(claim: str, page: str) -> None:
    assert outcomes(claim, page, issued=date(2024, 3, 14)) == {Outcome.AGREES}


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Les dépenses ont augmenté de 1,6 million.", "It spent 2.4 million in 2019; in 2022 it spent 0.8 million."),
        ("70 % des clients vivent en Norvège.", "Thirty per cent of the customers live in Norway."),
        ("Le tribunal a entendu sept témoins par jour.", "The court heard 78 witnesses over 13 days."),
    ],
)
def test_what_does_not_come_out_does_not_hold(claim: str, page: str) -> None:
    assert Outcome.AGREES not in outcomes(claim, page, issued=date(2024, 3, 14))


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Il doit encore rembourser 2,4 millions d'euros.", "He owed 3.1 million euros and has repaid 0.7 million."),
        ("Le lac couvre encore 27 km².", "The lake has lost a tenth since 1990, when it covered 30 square kilometres."),
        ("Il dirige neuf usines hors de Norvège.", "He runs 21 plants, 12 of them in Norway."),
        ("L'abstention a atteint 36 %.", "Turnout was 64 per cent."),
        ("Le pont devait coûter 14 millions d'euros.", "The bridge cost 28 million euros, twice the original budget."),
        ("Rina Sole est morte à 70 ans.", "Rina Sole (3 May 1940 - 9 June 2010) was a Danish painter."),
    ],
)  # fmt: skip
def test_what_is_left_or_was_meant_holds(claim: str, page: str) -> None:
    assert outcomes(claim, page, issued=date(2024, 3, 14)) == {Outcome.AGREES}


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("97 % des colis ont été livrés.", "3 per cent of the parcels were lost."),
        ("Rina Sole est morte à 70 ans.", "Rina Sole was a painter. Her husband died seven years after her."),
    ],
)
def test_what_may_be_said_of_the_rest_is_not_denied(claim: str, page: str) -> None:
    assert Outcome.CONFLICTS not in outcomes(claim, page)


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("97 % des colis ont été perdus.", "3 per cent of the parcels were lost."),
        ("Rina Sole est morte à 71 ans.", "Rina Sole (3 May 1940 - 9 June 2010) was a Danish painter."),
    ],
)
def test_what_is_said_of_the_part_is_denied(claim: str, page: str) -> None:
    assert Outcome.CONFLICTS in outcomes(claim, page)


TWO = (
    "Halden employs 2,400 people. The mill at Halden is 90 metres long. "
    "Crail, its rival, employs 1,900 people. The mill at Crail is 30 metres long."
)


@pytest.mark.parametrize(
    "claim",
    [
        "Halden emploie 500 personnes de plus que Crail.",
        "Crail emploie 500 personnes de moins que Halden.",
    ],
)
def test_the_values_of_two_who_are_named_give_how_far_they_are_apart(claim: str) -> None:
    assert outcomes(claim, TWO) == {Outcome.AGREES}


@pytest.mark.parametrize(
    "claim",
    [
        "Crail emploie 500 personnes de plus que Halden.",
        "Halden emploie 60 personnes de plus que Crail.",
        "Le moulin de Crail est trois fois plus long que celui de Halden.",
        "Le moulin de Halden a coûté trois fois plus cher que celui de Crail.",
    ],
)
def test_the_values_of_two_do_not_give_it_the_other_way_round(claim: str) -> None:
    assert Outcome.AGREES not in outcomes(claim, TWO)


def test_how_many_times_one_is_the_other_has_a_direction() -> None:
    page = "The Brannick tunnel is 9,200 metres long. The Corvo tunnel is 2,300 metres long."
    assert outcomes("Le tunnel de Brannick est quatre fois plus long que celui de Corvo.", page) == {Outcome.AGREES}
    assert outcomes("Le tunnel de Corvo est quatre fois moins long que celui de Brannick.", page) == {Outcome.AGREES}
    assert outcomes("Le tunnel de Corvo est quatre fois plus long que celui de Brannick.", page) != {Outcome.AGREES}


WAITING = "At the end of 2022, 36,000 patients were waiting, 7,200 more than a year before."


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Le nombre de patients en attente a augmenté de 25 % en 2022.", WAITING),
        (
            "Le nombre de noyades a triplé en un an.",
            "132 people drowned last summer. The summer before, the toll was 44.",
        ),
        ("80 % des bus ont été supprimés.", "Only one bus in five ran on Monday."),
        ("Le club compte 900 joueurs hommes.", "The club has 3,600 players, three quarters of them women."),
    ],
)
def test_what_a_comparison_leaves_to_work_out_holds(claim: str, page: str) -> None:
    assert outcomes(claim, page, issued=date(2024, 3, 14)) == {Outcome.AGREES}


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Le nombre de patients en attente a augmenté de 20 % en 2022.", WAITING),
        ("20 % des bus ont été supprimés.", "Only one bus in five ran on Monday."),
        (
            "Le nombre de noyades a doublé en un an.",
            "132 people drowned last summer. The summer before, the toll was 44.",
        ),
    ],
)
def test_the_wrong_base_and_the_wrong_part_do_not_hold(claim: str, page: str) -> None:
    assert Outcome.AGREES not in outcomes(claim, page, issued=date(2024, 3, 14))


def test_a_rest_beside_a_value_that_nothing_adds_up_to_is_left_alone() -> None:
    page = "Of the 118 workers, turnout was one in five; the rest stayed at home."
    assert outcomes("Les autres, 37 ouvriers, sont restés chez eux.", page) != {Outcome.AGREES}
