"""Amounts in a currency whose name is a common word too, *32 livres*: money where the page gives amounts in it."""

from dataclasses import replace

from claimcheck.matchers.passages import Passages
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.values import Dimension

_NAMES = {
    "fr": {"livre": "GBP", "livres": "GBP"},
    "es": {"libra": "GBP", "libras": "GBP"},
    "pt": {"libra": "GBP", "libras": "GBP"},
}
"""Per language the names that are of a currency and of another thing, books or weights, alike."""


def in_page_currency(assertion: Assertion, language: str, passages: Passages) -> Assertion:
    """Return an assertion whose number counts what may be a currency as one of money, where the page has such money."""
    quantity = assertion.quantity
    if quantity is None or quantity.dimension is not Dimension.COUNT or not quantity.noun:
        return assertion
    name = quantity.noun[-1]
    code = _NAMES.get(language, {}).get(name)
    if code is None or not any(q.currency == code for q, _ in passages.quantities):
        return assertion
    money = replace(quantity, dimension=Dimension.MONEY, currency=code, noun=())
    terms = tuple(t for t in assertion.terms if t.surface.lower() != name or t.span[0] < quantity.span[0])
    return replace(assertion, quantity=money, terms=terms)
