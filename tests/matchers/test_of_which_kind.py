"""A number is of one kind of profit, of a year or of all the years, and from whom it comes."""

import pytest
from matchers.short_pages import outcomes

from claimcheck.enums import Outcome

PROFITS = "Operating profit at Tarvel reached 31 million euros. Pre-tax profit came to 22 million euros."
COUNTS = "The organisers counted 90 demonstrators. The town hall says 42."


@pytest.mark.parametrize(
    ("claim", "page", "language"),
    [
        ("Le bénéfice avant impôt de Tarvel a atteint 31 millions d'euros.", PROFITS, "fr"),
        ("Der Nettogewinn von Tarvel stieg auf 31 Millionen Euro.", PROFITS, "de"),
    ],
)
def test_another_kind_of_profit_is_no_support(claim: str, page: str, language: str) -> None:
    assert Outcome.AGREES not in outcomes(claim, page, language=language)


@pytest.mark.parametrize("claim", ["Le bénéfice d'exploitation de Tarvel a atteint 31 millions d'euros.",
                                   "Le bénéfice avant impôt de Tarvel a atteint 22 millions d'euros."])  # fmt: skip
def test_the_profit_that_is_meant_supports(claim: str) -> None:
    assert outcomes(claim, PROFITS) == {Outcome.AGREES}


@pytest.mark.parametrize(
    ("page", "of_page"),
    [
        ("La sanción podrá ascender a 800 euros.", "es"),
        ("A multa poderá chegar a 800 euros.", "pt"),
        ("The fine may run to 800 euros.", "en"),
        ("La multa potrà arrivare a 800 euro.", "it"),
    ],
)
def test_what_may_be_reached_is_an_upper_bound(page: str, of_page: str) -> None:
    assert outcomes("L'amende est de 800 euros.", page, of_page=of_page) == {Outcome.WEAKER}
    assert outcomes("L'amende peut atteindre 800 euros.", page, of_page=of_page) == {Outcome.AGREES}


@pytest.mark.parametrize(
    ("claim", "page", "languages", "expected"),
    [
        ("Le syndicat réclame 7 % par an.", "The union wants 7% over the two years.", "fr en", Outcome.CONFLICTS),
        ("Die Gewerkschaft fordert 7 Prozent pro Jahr.", "The union asks for 7% in all.", "de en", Outcome.CONFLICTS),
        ("Le syndicat réclame 7 % sur trois ans.", "The union wants 7% a year.", "fr en", Outcome.CONFLICTS),
        ("The union wants 7% a year.", "Le syndicat réclame 7 % sur deux ans.", "en fr", Outcome.CONFLICTS),
        ("Le syndicat réclame 7 % par an.", "The union wants 7% over the year.", "fr en", Outcome.AGREES),
        ("Le syndicat réclame 7 % sur trois ans.", "The union wants 7% over three years.", "fr en", Outcome.AGREES),
    ],
)
def test_a_share_over_some_years_is_none_a_year(claim: str, page: str, languages: str, expected: Outcome) -> None:
    language, of_page = languages.split()
    assert outcomes(claim, page, language=language, of_page=of_page) == {expected}


def test_only_so_many_begins_no_clause_and_is_from_whom_it_cites() -> None:
    assert outcomes("La mairie, elle, ne compte que 42 manifestants.", COUNTS) == {Outcome.AGREES}
    assert outcomes("La mairie, elle, ne compte que 90 manifestants.", COUNTS) == {Outcome.CONFLICTS}
    page = "The operator counted 42 breakdowns in March."
    assert outcomes("L'exploitant n'a recensé que 42 pannes en mars.", page) == {Outcome.AGREES}


def test_a_name_is_of_the_camp_by_which_the_page_calls_it() -> None:
    page = "The bakers' union CFA is on strike. The CFA says 700 bakers are out. The employers say 400."
    assert outcomes("Le patronat, lui, dénombre 400 boulangers en grève.", page) == {Outcome.AGREES}


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        (
            "Les bailleurs ont versé 84 millions de dollars.",
            "Donors have pledged $84 million; $29 million had been paid out.",
        ),
        (
            "L'association a dépensé 60 000 livres.",
            "The charity plans to spend £60,000; £14,000 has been spent.",
        ),
    ],
)
def test_an_amount_with_its_sign_before_it_is_in_its_own_clause(claim: str, page: str) -> None:
    assert outcomes(claim, page) == {Outcome.CONFLICTS}
