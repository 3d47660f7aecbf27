"""A whole and its part, a mean and a median, a mistake and what puts it right: each has what is said of it."""

import pytest

from claimcheck.enums import Outcome, Role
from claimcheck.matchers.matcher import RuleMatcher
from claimcheck.model import Block, Claim, Document
from tests.matchers.short_pages import PLACE, SOURCE, outcomes

WAIT = (
    "Applicants wait 19 months for a flat on average; the median wait of applicants is 11 months. The office said that "
    "4.1% had waited for over five years."
)


@pytest.mark.parametrize(
    ("claim", "page", "of_page", "outcome"),
    [
        ("212 excursions ont été annulées.", "Of 212 trips, 87 had to be cancelled.", "en", Outcome.CONFLICTS),
        ("87 excursions ont été annulées.", "Of 212 planned trips, 87 had to be cancelled.", "en", Outcome.AGREES),
        ("1 250 camions ont été saisis.", "Von 1.250 Lastwagen wurden 96 beschlagnahmt.", "de", Outcome.CONFLICTS),
        ("96 camions ont été saisis.", "Von 1.250 Lastwagen wurden 96 beschlagnahmt.", "de", Outcome.AGREES),
        (
            "L'an dernier, 1 130 demandes ont été déposées.",
            "El año pasado se presentaron 5.400 solicitudes, de las cuales 1.130 fueron rechazadas.",
            "es",
            Outcome.CONFLICTS,
        ),
        (
            "L'an dernier, 1 130 demandes ont été refusées.",
            "El año pasado se presentaron 5.400 solicitudes, de las cuales 1.130 fueron rechazadas.",
            "es",
            Outcome.AGREES,
        ),
        (
            "Le tribunal a entendu 12 enfants.",
            "The court heard 58 witnesses, of whom 12 were children.",
            "en",
            Outcome.AGREES,
        ),
    ],
)
def test_what_is_said_of_a_whole_is_not_said_of_its_part_nor_the_other_way_round(
    claim: str, page: str, of_page: str, outcome: Outcome
) -> None:
    assert outcome in outcomes(claim, page, of_page=of_page)


@pytest.mark.parametrize(
    ("claim", "outcome"),
    [
        ("La moitié des demandeurs attendent plus de 11 mois.", Outcome.AGREES),
        ("La moitié des demandeurs attendent moins de 11 mois.", Outcome.AGREES),
        ("La moitié des demandeurs attendent plus de 19 mois.", Outcome.CONFLICTS),
        ("L'attente médiane était de 19 mois.", Outcome.CONFLICTS),
    ],
)
def test_half_of_all_stand_above_the_median_where_the_page_gives_one(claim: str, outcome: Outcome) -> None:
    assert outcomes(claim, WAIT) == {outcome}


def test_half_of_all_is_a_share_where_the_page_gives_no_median() -> None:
    page = "Half of the drivers work more than 50 hours a week."
    assert outcomes("La moitié des conducteurs travaillent plus de 50 heures par semaine.", page) == {Outcome.AGREES}


def test_the_mean_of_all_says_nothing_against_what_beginners_earn() -> None:
    page = "A nurse there earns 3,480 euros a month on average."
    assert Outcome.CONFLICTS not in outcomes("Un soignant débutant y gagne 2 900 euros par mois.", page)
    assert outcomes("Un soignant y gagne en moyenne 2 900 euros par mois.", page) == {Outcome.CONFLICTS}


def test_a_number_that_only_a_correction_gives_as_wrong_is_contradicted() -> None:
    text = "61,400 tenants had applied by May, the office said."
    note = "An earlier version of this article said 64,100 tenants had applied."
    whole = f"{text}\n\n{note}"
    begin = len(text) + 2
    blocks = (Block(Role.PARAGRAPH, (0, len(text))), Block(Role.CORRECTION, (begin, len(whole))))
    document = Document(whole, blocks, "", "en")

    def told(claim: str) -> set[Outcome]:
        match = RuleMatcher().match(Claim("a", claim, (SOURCE,), PLACE, language="fr"), document, SOURCE)
        return {c.outcome for c in match.comparisons}

    assert told("64 100 locataires attendaient une aide fin mai.") == {Outcome.CONFLICTS}
    assert Outcome.AGREES not in told("64 100 locataires avaient demandé l'aide.")
    assert told("61 400 locataires avaient demandé l'aide.") == {Outcome.AGREES}
