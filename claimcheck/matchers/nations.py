"""The countries that a claim tells of by a word without a capital: *les enfants vietnamiens*, *türkische Minister*.

They are no names of the claim, for a writer calls a firm *américaine* where its page need not; but what the page says
of another country's is not theirs.
"""

from collections.abc import Sequence

from claimcheck.matchers.names import Name, NameKind
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.words import Term
from claimcheck.text import fold

_COUNTRY = "country:"


def country_of(term: Term) -> str:
    """Return the code of the country that a word names or is of; empty where it is none, or of several."""
    codes = [key.removeprefix(_COUNTRY) for key in term.keys if key.startswith(_COUNTRY)]
    return codes[0] if len(codes) == 1 else ""


def countries(terms: Sequence[Term]) -> frozenset[str]:
    """Return the codes of the countries that some words name or are of."""
    return frozenset(filter(None, map(country_of, terms)))


def with_nations(assertion: Assertion) -> tuple[Name, ...]:
    """Return the names of an assertion, and the countries that a word of its own without a capital is of."""
    spans = [name.span for name in assertion.names]
    found = [
        Name(term.surface, (fold(term.surface),), NameKind.PLACE, country_of(term), term.span)
        for term in assertion.terms
        if country_of(term) and not any(a <= term.span[0] < b for a, b in spans)
    ]
    return (*assertion.names, *found)
