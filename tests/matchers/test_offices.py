"""Who is what: a page gives a name its office once, and goes on with either."""

import pytest
from matchers.laws_facts import document, verdict

from claimcheck.enums import Verdict

_FERRY = (
    "The operator, Corvane Lines, was founded in 1970.",
    "Ships sail from Skelby on most days of the week.",
    "The operator has cancelled the night service.",
)
_MAYOR = (
    "The former mayor, Anna Lind, and the bishop, Karl Moen, met in May.",
    "Most of the guests had come by train.",
    "Ms Lind denies having known of the payments.",
)
_TRIAL = (
    "Marion Pike, the former secretary, and Graham Tull, the treasurer, were tried in May.",
    "Most of the guests had come by train.",
    "Tull was acquitted of theft.",
)


@pytest.mark.parametrize(
    ("claim", "language", "page"),
    [
        ("Corvane Lines a annulé le service de nuit.", "fr", _FERRY),
        ("L'ancienne maire nie avoir eu connaissance des paiements.", "fr", _MAYOR),
        ("Le trésorier a été acquitté du vol.", "fr", _TRIAL),
        ("The treasurer was acquitted of theft.", "en", _TRIAL),
    ],
)
def test_a_name_and_its_office_are_one(claim: str, language: str, page: tuple[str, ...]) -> None:
    assert verdict(claim, document(*page), language) is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "language", "page"),
    [
        ("L'évêque nie avoir eu connaissance des paiements.", "fr", _MAYOR),
        ("La secrétaire a été acquittée du vol.", "fr", _TRIAL),
        ("Marion Pike was acquitted of theft.", "en", _TRIAL),
    ],
)
def test_a_name_is_not_of_the_office_of_another(claim: str, language: str, page: tuple[str, ...]) -> None:
    assert verdict(claim, document(*page), language) is not Verdict.SUPPORTED


def test_an_office_of_two_is_of_neither() -> None:
    page = document(
        "The minister, Anna Lind, met the minister, Karl Moen, in May.",
        "Most of the guests had come by train.",
        "Lind signed the treaty.",
    )
    assert verdict("Karl Moen signed the treaty.", page) is not Verdict.SUPPORTED
