"""Whose deed it is where a sentence names nobody, or somebody by whose he is."""

import pytest
from matchers.laws_facts import document, verdict

from claimcheck.enums import Verdict


@pytest.mark.parametrize(
    ("claim", "language", "page", "page_language"),
    [
        ("Petra Lund resigned.", "en", "Petra Lund spoke on Monday. Her deputy resigned.", "en"),
        ("Petra Lund a démissionné.", "fr", "Petra Lund spoke on Monday. Her deputy resigned.", "en"),
        ("Petra Lund a démissionné.", "fr", "Petra Lund a parlé lundi. Son avocat a démissionné.", "fr"),
        ("Petra Lund sold 40 boats.", "en", "Petra Lund spoke on Monday. Her brother sold 40 boats.", "en"),
    ],
)
def test_what_her_deputy_did_she_has_not_done(claim: str, language: str, page: str, page_language: str) -> None:
    assert verdict(claim, document(page, language=page_language), language) is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    "page", ["Petra Lund spoke on Monday. She resigned.", "Petra Lund spoke. In May she resigned."]
)
def test_what_she_did_is_hers(page: str) -> None:
    assert verdict("Petra Lund resigned.", document(page)) is Verdict.SUPPORTED


def test_what_is_said_of_her_deputy_is_his() -> None:
    page = document("Petra Lund spoke on Monday. Her deputy resigned.")
    assert verdict("Petra Lund's deputy resigned.", page) is Verdict.SUPPORTED


_TWO = "Ines Dravik and Otto Blume debated on Monday. He promised to cut taxes; she promised to build a bridge."


@pytest.mark.parametrize("claim", ["Ines Dravik promised to cut taxes.", "Otto Blume promised to build a bridge."])
def test_he_and_she_are_two(claim: str) -> None:
    assert verdict(claim, document(_TWO)) is not Verdict.SUPPORTED


def test_a_pronoun_is_not_of_the_second_of_two() -> None:
    page = document("Ines Dravik beat Otto Blume in May. She signed the treaty.")
    assert verdict("Ines Dravik signed the treaty.", page) is Verdict.SUPPORTED
    assert verdict("Otto Blume signed the treaty.", page) is not Verdict.SUPPORTED


def test_whom_a_relative_clause_is_of_did_it() -> None:
    page = document("The family has forgiven the driver, who pleaded guilty and will not appeal.")
    assert verdict("Le conducteur a plaidé coupable.", page, "fr") is Verdict.SUPPORTED


def test_who_was_followed_did_not_follow() -> None:
    page = document("She was appointed ambassador in May, succeeding Otto Blume.")
    assert verdict("Otto Blume lui a succédé comme ambassadeur.", page, "fr") is not Verdict.SUPPORTED
