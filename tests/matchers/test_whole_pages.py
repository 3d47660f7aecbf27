"""A page is all that its source says: what a short one without a title never names, it does not tell of."""

from dataclasses import replace
from datetime import date

import pytest
from matchers.laws_facts import document, finding, verdict

from claimcheck.enums import Code, Verdict
from claimcheck.model import Document

PAGE = "UNHCR employed 7,000 people in Nairobi."


@pytest.mark.parametrize(
    ("claim", "language"),
    [
        ("Google employed 7,000 people in Nairobi.", "en"),
        ("UNHCR employed 7,000 people in Mombasa.", "en"),
        ("Google employait 7 000 personnes à Nairobi.", "fr"),
    ],
)
def test_a_name_that_a_short_page_never_gives_is_not_taken_as_given_before(claim: str, language: str) -> None:
    assert verdict(PAGE, document(PAGE)) is Verdict.SUPPORTED
    assert verdict(claim, document(PAGE), language) is not Verdict.SUPPORTED


def test_a_value_that_agrees_does_not_make_up_for_a_source_older_than_the_fact() -> None:
    page = document(PAGE, issued=date(2023, 5, 4))
    later = finding("In 2024 UNHCR employed 7,000 people in Nairobi.", page)
    assert later.verdict is not Verdict.SUPPORTED
    assert Code.SOURCE_OLDER in {compared.code for compared in later.comparisons}
    undated = document("UNHCR employed 7,000 people in Nairobi on 1 March.", issued=date(2023, 5, 4))
    assert verdict("In 2024 UNHCR employed 7,000 people in Nairobi.", undated) is not Verdict.SUPPORTED
    assert verdict("In 2024 UNHCR plans to employ 7,000 people in Nairobi.", page) is not Verdict.CONTRADICTED


def snippet(text: str) -> Document:
    """Return one paragraph as a file of plain text."""
    return replace(document(text), media_type="text/plain")


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Aldmoor has more than 89 recoveries.", "There were 239 confirmed cases, with 90 recoveries."),
        ("The Salt Ledger grossed over $97 million.", "The film has grossed $99.9 million since its release in May."),
    ],
)
def test_a_snippet_need_not_name_what_its_page_is_about(claim: str, text: str) -> None:
    assert verdict(claim, snippet(text)) is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim", ["Google employed 7,000 people in Nairobi.", "UNHCR employed 7,000 people in Mombasa."]
)
def test_a_snippet_that_names_another_is_about_that_one(claim: str) -> None:
    assert verdict(claim, snippet(PAGE)) is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    "page",
    [
        replace(document("There were 239 confirmed cases, with 90 recoveries."), media_type="text/html"),
        replace(
            document("There were 239 confirmed cases, with 90 recoveries."), media_type="text/plain", title="Cases"
        ),
        replace(document("Cases rose.", "There were 239 cases, with 90 recoveries."), media_type="text/plain"),
    ],
    ids=["a page of markup", "a text with a title", "a text of two paragraphs"],
)
def test_what_is_no_snippet_must_name_its_subject(page: Document) -> None:
    assert verdict("Aldmoor has more than 89 recoveries.", page) is not Verdict.SUPPORTED


def test_a_name_goes_by_the_words_that_a_table_knows_for_it() -> None:
    page = document("There were 422 confirmed coronavirus cases in 22 Bulgarian provinces.")
    assert verdict("There were 422 cases of COVID-19 in Bulgaria.", page) is Verdict.SUPPORTED
    assert verdict("There were 422 cases of COVID-19 in Romania.", page) is not Verdict.SUPPORTED


def test_what_a_snippet_may_leave_out_is_no_ground_to_deny() -> None:
    text = "The film has not been shown in the cinemas of Aldmoor."
    assert verdict("The Salt Ledger won a prize in Aldmoor.", snippet(text)) is not Verdict.CONTRADICTED


def test_a_text_of_the_length_of_a_page_is_no_snippet() -> None:
    text = "It took 700 million dollars at the box office. " + "The weather stayed as it was. " * 80
    assert (
        verdict("The Salt Ledger took 700 million dollars at the box office.", snippet(text)) is not Verdict.SUPPORTED
    )


_PARTS = "There are 44 confirmed cases of measles, 26 in Sarnby, 7 in Morva and 11 in Dastel."


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Norway has more than 43 cases of measles.", Verdict.SUPPORTED),
        ("There are 26 cases of measles in Sarnby.", Verdict.SUPPORTED),
    ],
)
def test_the_places_of_the_parts_of_a_number_are_not_the_place_of_the_whole(claim: str, expected: Verdict) -> None:
    assert verdict(claim, snippet(_PARTS)) is expected


@pytest.mark.parametrize("claim", ["Norway has 26 cases of measles.", "Norway has fewer than 40 cases of measles."])
def test_the_number_of_a_part_is_not_that_of_a_place_left_out(claim: str) -> None:
    assert verdict(claim, snippet(_PARTS)) is not Verdict.SUPPORTED


def test_a_place_that_the_whole_number_has_is_not_another() -> None:
    text = "There are 44 confirmed cases of measles in Finland, 26 in Sarnby, 7 in Morva and 11 in Dastel."
    assert verdict("Norway has more than 43 cases of measles.", snippet(text)) is not Verdict.SUPPORTED


def test_a_snippet_need_not_name_the_disease_that_its_page_is_on() -> None:
    text = "As of 27 March, Ingrid Dahl's office counted 6454 tests."
    assert verdict("By 27 March, there were more than 6,400 tests for COVID-19.", snippet(text)) is Verdict.SUPPORTED


def test_a_number_in_a_name_that_a_snippet_leaves_out_is_left_out_with_it() -> None:
    claim = "The film Marrow 2 had negative reviews."
    assert verdict(claim, snippet("The film had negative reviews.")) is Verdict.SUPPORTED
    assert verdict(claim, document("The film Marrow had negative reviews.")) is not Verdict.SUPPORTED


def test_the_words_of_a_menu_are_said_of_nothing() -> None:
    menu = "Evening news in Lodva " + "at six, weather, sport, traffic, markets, culture, letters, " * 12 + "nightly."
    assert verdict("The evening news in Lodva has a nightly edition.", document(menu)) is Verdict.FAILED_VERIFICATION


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Norway has more than 2 deaths.", Verdict.SUPPORTED),
        ("Norway has more than 40 cases.", Verdict.SUPPORTED),
        ("Norway has fewer than 2 cases.", None),
    ],
)
def test_a_part_of_one_has_its_place_too(claim: str, expected: Verdict | None) -> None:
    found = verdict(
        claim, snippet("There are 44 cases: 26 in Sarnby, 17 in Morva and one in Port Dastel. It has three deaths.")
    )
    assert found is expected if expected is not None else found is not Verdict.SUPPORTED


def test_a_second_word_for_a_name_is_no_other_name() -> None:
    text = "Walloons or Francophones of any age were 13.90% of the population."
    assert verdict("More than 10% of the population of Lodva were Walloons.", snippet(text)) is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Hadley Ross is a citizen of Lodva.", "Hadley Ross spent a lot of time in Lodva, meeting with customers."),
        ("The Keldan are the bandits of Norway.", "For Norway's Keldan, the most important thing is to stay alive."),
    ],
)
def test_a_word_that_stands_nowhere_in_a_snippet_is_not_said(claim: str, text: str) -> None:
    assert verdict(claim, snippet(text)) is not Verdict.SUPPORTED
