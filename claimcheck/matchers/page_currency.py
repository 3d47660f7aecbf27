"""Amounts in money that its name alone does not tell: *32 livres*, *30 couronnes*, *1.2 cent*, as the page counts it.

``livres`` are books as well, crowns are of five countries, and ``cents`` the hundredth part of many currencies.  Where
the page gives amounts in one that the name may be of, that one is meant.
"""

import re
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import lru_cache

from claimcheck.matchers.passages import Passages
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.values import Dimension, Quantity

_POUNDS = ("GBP",)
_CROWNS = ("SEK", "NOK", "DKK", "CZK", "ISK")
_FRANCS = ("CHF", "XOF", "XAF", "XPF", "CDF", "RWF", "BIF", "GNF", "DJF", "KMF", "FRF", "BEF", "LUF")
_SHILLINGS = ("KES", "TZS", "UGX", "SOS")
_PESOS = ("MXN", "ARS", "CLP", "COP", "PHP", "UYU", "DOP", "CUP")
_SHILLINGS = ("KES", "TZS", "UGX", "SOS")
_NAMES = {
    "en": {"francs": _FRANCS, "crowns": _CROWNS, "pesos": _PESOS, "shilling": _SHILLINGS, "shillings": _SHILLINGS},
    "fr": {
        "livre": _POUNDS,
        "livres": _POUNDS,
        "francs": _FRANCS,
        "couronnes": _CROWNS,
        "pesos": _PESOS,
        "shilling": _SHILLINGS,
        "shillings": _SHILLINGS,
    },
    "es": {
        "libra": _POUNDS,
        "libras": _POUNDS,
        "francos": _FRANCS,
        "coronas": _CROWNS,
        "pesos": _PESOS,
        "chelín": _SHILLINGS,
        "chelines": _SHILLINGS,
    },
    "de": {"franken": _FRANCS, "kronen": _CROWNS, "pesos": _PESOS, "schilling": _SHILLINGS},
    "pt": {
        "libra": _POUNDS,
        "libras": _POUNDS,
        "francos": _FRANCS,
        "coroas": _CROWNS,
        "pesos": _PESOS,
        "xelim": _SHILLINGS,
        "xelins": _SHILLINGS,
    },
    "it": {"franchi": _FRANCS, "corone": _CROWNS, "pesos": _PESOS, "scellino": _SHILLINGS, "scellini": _SHILLINGS},
}
"""Per language the names that are of a currency and of another thing, or of several currencies, and of which."""
_CENTS = re.compile(r"\b(?:cents?|centimes?|céntimos?|centavos?|cêntimos?|centesimi|centesimo)\b", re.IGNORECASE)
_EURO = re.compile("euro|€", re.IGNORECASE)


def in_page_currency(assertion: Assertion, language: str, passages: Passages) -> Assertion:
    """Return an assertion whose number counts what may be a currency as one of money, where the page has such money."""
    quantity = assertion.quantity
    if quantity is None:
        return assertion
    if quantity.dimension is Dimension.MONEY:
        return replace(assertion, quantity=_as_named(_in_cents(quantity, passages), language, passages))
    money = _as_money(quantity, language, passages)
    if money is quantity:
        return assertion
    name = quantity.noun[-1]
    terms = tuple(t for t in assertion.terms if t.surface.lower() != name or t.span[0] < quantity.span[0])
    return replace(assertion, quantity=money, terms=terms)


def in_money_of(passages: Passages, quantity: Quantity) -> Quantity:
    """Return a quantity of a page, one that leaves out its currency in the one that the page gives amounts in."""
    if quantity.dimension is Dimension.MONEY:
        return _in_cents(quantity, passages)
    return _as_money(quantity, passages.language, passages)


def _as_money(quantity: Quantity, language: str, passages: Passages) -> Quantity:
    """Return a number of what may be a currency as an amount in it, where the page gives amounts in that one.

    A page that has told once of *30,000 Kenyan shillings* goes on with *21,500 shillings*.
    """
    if quantity.dimension is not Dimension.COUNT or not quantity.noun:
        return quantity
    codes = _NAMES.get(language, {}).get(quantity.noun[-1], ())
    code = next((code for code in codes if code in _currencies(passages)), None) if codes else None
    if code is None:
        return quantity
    return replace(quantity, dimension=Dimension.MONEY, currency=code, noun=())


def _in_cents(quantity: Quantity, passages: Passages) -> Quantity:
    """Return an amount in cents without a currency as one of the only currency of the page."""
    if _CENTS.search(quantity.text) is None or _EURO.search(quantity.text) is not None:
        return quantity
    held = _currencies(passages)
    return quantity if quantity.currency in held or len(held) != 1 else replace(quantity, currency=next(iter(held)))


def _as_named(quantity: Quantity, language: str, passages: Passages) -> Quantity:
    """Return an amount as a number of what its name says, where the page too only names it: *Kronen*, *crowns*."""
    name = quantity.text.lower().rpartition(" ")[2]
    codes = _NAMES.get(language, {}).get(name)
    if codes is None or quantity.currency in _currencies(passages):
        return quantity
    named = {word for word, meant in _NAMES.get(passages.language, {}).items() if meant == codes}
    if not any(q.noun and q.noun[-1] in named for q, _ in passages.quantities):
        return quantity
    return replace(quantity, dimension=Dimension.COUNT, currency="", noun=(name,))


@lru_cache(maxsize=4)
def _currencies(passages: Passages) -> AbstractSet[str]:
    return {q.currency for q, sentence in passages.quantities if q.currency and not sentence.role.is_boilerplate}
