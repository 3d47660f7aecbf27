"""What follows in one step: how long something took, the year of a month's rent, the rest of a share, points apart."""

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
