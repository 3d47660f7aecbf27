"""Whom *I* and *you* stand for on a page of questions and answers."""

import pytest
from matchers.laws_facts import document, verdict

from claimcheck.enums import Verdict

_PAGE = (
    "Ida Holm ran the harbour for nine years. She spoke to Otto Blume about ships and storms.",
    "Did you close the old dock?",
    "No. I sold it to the city in 2019.",
    "How many letters did you sign that year?",
    "I signed 240 letters myself. My deputy, Rolf Brandt, signed 60.",
)


def test_i_is_the_one_who_is_introduced() -> None:
    assert verdict("Ida Holm a signé elle-même 240 lettres.", document(*_PAGE), "fr") is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "language"), [("Ida Holm signed 60 letters.", "en"), ("Ida Holm a fermé l'ancien bassin.", "fr")]
)
def test_what_another_did_or_what_is_answered_by_no_is_not_hers(claim: str, language: str) -> None:
    assert verdict(claim, document(*_PAGE), language) is not Verdict.SUPPORTED


def test_i_is_not_the_one_who_asks() -> None:
    assert verdict("Otto Blume signed 240 letters.", document(*_PAGE)) is not Verdict.SUPPORTED


def test_i_on_a_page_without_questions_is_nobody_in_particular() -> None:
    page = document("Ida Holm ran the harbour for nine years.", "The dock is old.", "I signed 240 letters myself.")
    assert verdict("Ida Holm signed 240 letters.", page) is not Verdict.SUPPORTED


def test_what_happened_to_my_partner_did_not_happen_to_me() -> None:
    page = document(
        "Ida Holm a dirigé le port pendant neuf ans.",
        "Avez-vous regretté la vente ?",
        "Non. Je n'ai rien regretté.",
        "Vous en a-t-on voulu ?",
        "Mon associé, Rolf Brandt, a reçu des lettres d'insultes ; moi, aucune. J'ai gardé le bureau.",
        language="fr",
    )
    assert verdict("Ida Holm a reçu des lettres d'insultes.", page, "fr") is not Verdict.SUPPORTED
    assert verdict("Ida Holm a gardé le bureau.", page, "fr") is Verdict.SUPPORTED
