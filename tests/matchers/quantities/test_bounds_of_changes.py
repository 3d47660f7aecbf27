"""A bound may stand before the word of how much a thing changed, and *au moins de* is no *moins de*."""

from decimal import Decimal

import pytest

from claimcheck.matchers.quantities import read_quantities
from claimcheck.matchers.values import Bound


@pytest.mark.parametrize(
    ("text", "language", "bound"),
    [
        ("Water use fell at least by 20 per cent.", "en", Bound.AT_LEAST),
        ("Rents rose nearly by a fifth.", "en", Bound.NEARLY),
        ("Les ventes ont baissé au moins de 20 %.", "fr", Bound.AT_LEAST),
        ("Les ventes ont baissé de moins de 20 %.", "fr", Bound.LESS_THAN),
        ("Le taux se situe à moins de 20 %.", "fr", Bound.LESS_THAN),
        ("Las ventas subieron al menos en un 20 %.", "es", Bound.AT_LEAST),
        ("Die Mieten stiegen mindestens um 20 Prozent.", "de", Bound.AT_LEAST),
        ("Os casos caíram pelo menos pela metade.", "pt", Bound.AT_LEAST),
        ("I casi sono calati almeno della metà.", "it", Bound.AT_LEAST),
        ("I casi sono calati della metà.", "it", Bound.EXACT),
    ],
)
def test_a_bound_before_the_word_of_size_is_read(text: str, language: str, bound: Bound) -> None:
    assert [q.bound for q in read_quantities(text, language)] == [bound]


@pytest.mark.parametrize(
    ("text", "share", "bound"),
    [
        ("Un peu plus du tiers des élèves marchent.", Decimal(1) / 3, Bound.JUST_OVER),
        ("Près du quart des élèves marchent.", Decimal("0.25"), Bound.NEARLY),
        ("Moins du tiers des élèves marchent.", Decimal(1) / 3, Bound.LESS_THAN),
    ],
)
def test_a_french_share_behind_its_bound_is_read(text: str, share: Decimal, bound: Bound) -> None:
    assert [(q.low, q.bound) for q in read_quantities(text, "fr")] == [(share, bound)]


@pytest.mark.parametrize(
    "text", ["La responsabilité du tiers est engagée.", "Un pays tiers a payé.", "Un retard du quart d'heure."]
)
def test_a_third_party_and_a_quarter_of_an_hour_are_no_shares(text: str) -> None:
    assert all(q.low >= 1 for q in read_quantities(text, "fr"))
