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
