"""Which day of a page is the event's, and when another one there denies the claim's."""

from datetime import date

import pytest
from matchers.laws_facts import document, finding
from matchers.short_pages import outcomes

from claimcheck.enums import Code, Outcome, Verdict

_REPORT = (
    "LODVA (22 August 2017) - The federation has named its squad for the cup in Sarnby.",
    "Rui Dant and eleven others were selected.",
    "The squad trains in Lodva. It leaves for Sarnby on 25 August. The matches are played on 27 August and 29 August.",
    "The federation was founded in 1923. Its first president was Ana Berg. She led it until 1941.",
    "Tickets are on sale. The hall holds 900 people. It opened in 2009. Its roof was mended in 2015. It is old.",
)


def test_on_a_page_of_many_days_another_day_denies_the_claims_own_only_where_it_says_all_of_the_event() -> None:
    claim = "On 22 August 2017, Rui Dant was selected for the matches in Sarnby."
    assert finding(claim, document(*_REPORT)).verdict is not Verdict.CONTRADICTED


def test_another_day_said_of_the_event_itself_denies_the_claims_day_wherever_that_stands() -> None:
    page = document(*_REPORT, "The roof of the hall was painted in 2011.")
    assert finding("The hall was opened in 2011.", page).verdict is Verdict.CONTRADICTED


def test_days_that_end_on_another_day_are_only_a_part_of_the_claims() -> None:
    page = document("The fair in Lodva was open from 5 March 2020 to 26 April 2020.")
    claim = "The fair in Lodva was open from 5 March 2020 to 27 April 2020."
    assert finding(claim, page).verdict is not Verdict.SUPPORTED
    assert finding(claim.replace("27", "26"), page).verdict is Verdict.SUPPORTED


def test_a_day_in_a_passage_that_may_be_of_the_event_is_left_to_a_reader() -> None:
    page = document("On 14 May 2019 the ferry was withdrawn.")
    found = finding("The town of Sarnby lost its last ferry on 14 May 2019.", page)
    assert found.verdict is Verdict.FAILED_VERIFICATION
    assert Code.NEEDS_REVIEW in found.codes
    other = finding("The mayor of Sarnby was sworn in on 14 May 2019.", page)
    assert Code.SUBJECT_MISMATCH in other.codes


def test_a_day_on_which_something_was_said_is_not_the_day_of_what_was_said() -> None:
    page = "Tarvo said on 4 March 2024 it would shut the quay at Lund on 30 June 2024."
    assert Outcome.AGREES not in outcomes("Le quai de Lund fermera le 4 mars 2024.", page)
    assert outcomes("Tarvo a annoncé le 4 mars 2024 la fermeture du quai de Lund.", page) == {Outcome.AGREES}


def test_what_may_be_done_is_not_what_was_ruled_on_a_day() -> None:
    page = "The court in Lund ruled on 4 March 2024 that the quay may be built."
    assert outcomes("Le tribunal de Lund a statué le 4 mars 2024.", page) == {Outcome.AGREES}


def test_the_day_of_the_first_of_a_row_is_not_that_of_the_second_beside_it() -> None:
    page = "Lund won its first cup in 1951 and its second in 1961."
    assert Outcome.AGREES not in outcomes("Lund a remporté sa deuxième coupe en 1951.", page)
    assert outcomes("Lund a remporté sa deuxième coupe en 1961.", page) == {Outcome.AGREES}


def test_what_is_provisional_is_not_what_is_final() -> None:
    page = "The preliminary toll was published in September 2024. The final toll came in January 2025."
    assert Outcome.AGREES not in outcomes("Le bilan définitif a été publié en septembre 2024.", page)


def test_a_run_of_years_says_how_long_it_lasted() -> None:
    page = "Ana Berg ran the mill in Lund from 1975 until 1988 and lived in Oslo for eleven years."
    assert outcomes("Ana Berg a dirigé la minoterie de Lund pendant treize ans.", page) == {Outcome.AGREES}
    assert Outcome.CONFLICTS in outcomes("Ana Berg a dirigé la minoterie de Lund pendant quinze ans.", page)


def test_a_time_may_lead_from_what_was_done_to_its_opposite() -> None:
    page = "The pool in Lund closed in 2009 and reopened eighteen months later."
    assert outcomes("La piscine de Lund a fermé pendant dix-huit mois.", page) == {Outcome.AGREES}


def test_of_two_values_side_by_side_the_one_of_the_claims_day_is_meant() -> None:
    page = "Between 1 June and 31 August 2024, 1,874 pupils of Lund were absent, compared with 2,816 in 2022."
    assert Outcome.CONFLICTS not in outcomes("En 2022, 2 816 élèves de Lund étaient absents.", page)
    assert Outcome.CONFLICTS in outcomes("En 2022, 1 874 élèves de Lund étaient absents.", page)


def test_a_day_put_in_with_another_verb_is_not_that_of_the_claims_verb() -> None:
    page = "The study of Ana Berg, begun in 1979, was published in May 1984."
    assert Outcome.AGREES not in outcomes("L'étude d'Ana Berg a été publiée en 1979.", page)
    assert outcomes("L'étude d'Ana Berg a été publiée en 1984.", page) == {Outcome.AGREES}


def test_a_value_of_a_year_gone_by_is_not_that_of_today_beside_it() -> None:
    page = "Lund had 61 mills in 2005 and has 47 today."
    day = date(2025, 11, 6)
    assert Outcome.CONFLICTS in outcomes("Lund compte 61 moulins.", page, issued=day)
    assert Outcome.CONFLICTS not in outcomes("Lund comptait 61 moulins en 2005.", page, issued=day)


def test_a_second_day_of_a_sentence_is_of_its_own_verb() -> None:
    page = "The dividend of Lund will be paid on 16 May 2025 to shareholders registered on 12 May 2025."
    assert Outcome.AGREES not in outcomes("Le dividende de Lund sera versé le 12 mai 2025.", page)
    assert outcomes("Le dividende de Lund sera versé le 16 mai 2025.", page) == {Outcome.AGREES}


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("L'usine d'Elmen a été vendue en 1968.", "The Elmen plant employed 400 people in 1971."),
        (
            "Les tours d'Elmen ont été bâties en 1968.",
            "Tenants of the Elmen towers withheld rent from May to August 2022.",
        ),
    ],
)
def test_the_day_of_what_else_was_done_is_no_conflict(claim: str, page: str) -> None:
    assert Outcome.CONFLICTS not in outcomes(claim, page)


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("L'usine d'Elmen a été vendue en 1968.", "The Elmen plant was sold in 1971."),
        ("Les tours d'Elmen ont été bâties en 1968.", "The Elmen towers were erected in 1971."),
        ("Le stade a été rénové en 2015.", "The stadium was refurbished in 2018."),
    ],
)
def test_another_day_of_what_was_done_is_a_conflict(claim: str, page: str) -> None:
    assert outcomes(claim, page) == {Outcome.CONFLICTS}
