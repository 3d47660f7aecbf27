"""A claim read into assertions: what each says, of what, and what will be compared."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from claimcheck.matchers.dates import read_dates
from claimcheck.matchers.names import Name, read_names
from claimcheck.matchers.passages import Cues, content, read_cues
from claimcheck.matchers.quantities import read_quantities
from claimcheck.matchers.quotes import read_quotes
from claimcheck.matchers.values import DateExpr, Quantity
from claimcheck.matchers.words import Term, clauses, terms
from claimcheck.model import Claim, Quote, Span


@dataclass(frozen=True, slots=True)
class Assertion:
    """One thing that a claim says: its value or values, in the words around them."""

    index: int
    span: Span
    quantity: Quantity | None
    dates: tuple[DateExpr, ...]
    names: tuple[Name, ...]
    terms: tuple[Term, ...]
    """The words of its own clause, apart from its values."""
    context: tuple[Term, ...]
    """The words of the rest of the claim, which tell what it is about."""
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim as it will be compared."""

    text: str
    language: str
    assertions: tuple[Assertion, ...]
    cues: Cues
    names: tuple[Name, ...]
    dates: tuple[DateExpr, ...]
    quantities: tuple[Quantity, ...]


def read_claim(claim: Claim, language: str, issued: date | None = None) -> Reading:
    """Return the claim's assertions, at least one, in the order of its words."""
    text = claim.text
    quoted = tuple(read_quotes(text))
    dates = tuple(d for d in read_dates(text, language, issued=issued) if not _is_quoted(d.span, quoted))
    quantities = tuple(q for q in read_quantities(text, language, dates=dates) if not _is_quoted(q.span, quoted))
    names = tuple(n for n in read_names(text, language) if not _is_quoted(n.span, quoted))
    words = [term for term in content(terms(text, language)) if not _is_quoted(term.span, quoted)]
    assertions: list[Assertion] = []
    for span in _segments(text, language, [v.span for v in quantities], [v.span for v in dates]):
        held = [q for q in quantities if _within(q.span, span)]
        when = tuple(d for d in dates if _within(d.span, span))
        if quoted and not held and not when:
            continue
        values = [v.span for v in (*held, *when)]
        own = tuple(t for t in words if _within(t.span, span) and not any(_within(t.span, v) for v in values))
        rest = tuple(t for t in words if not _within(t.span, span))
        who = tuple(n for n in names if _within(n.span, span))
        assertions += [
            Assertion(len(assertions) + offset, span, quantity, when, who, own, rest)
            for offset, quantity in enumerate(held or [None])
        ]
    for exact, span in quoted:
        assertions.append(Assertion(len(assertions), span, None, (), names, (), tuple(words), Quote(exact)))
    return Reading(text, language, tuple(assertions), read_cues(text, language), names, dates, quantities)


def _segments(text: str, language: str, quantities: Sequence[Span], dates: Sequence[Span]) -> list[Span]:
    """Return the clauses of a claim, joined so that each holds a value where any does, cut between two quantities."""
    values = (*quantities, *dates)
    joined: list[Span] = []
    for span in clauses(text, (0, len(text)), language) or [(0, len(text))]:
        has_value = any(_within(value, span) for value in values)
        last_has = bool(joined) and any(_within(value, joined[-1]) for value in values)
        if joined and not (has_value and last_has):
            joined[-1] = (joined[-1][0], span[1])
        else:
            joined.append(span)
    return [piece for span in joined for piece in _cut(text, span, quantities)]


_AND = re.compile(r",|;|\b(?:et|and|y|und|e|ed|sowie|ainsi que|mais|but|pero|aber|mas|ma)\b", re.IGNORECASE)


def _cut(text: str, span: Span, quantities: Sequence[Span]) -> list[Span]:
    """Return a clause cut at the conjunction between two quantities: each has words of its own."""
    inside = sorted(value for value in quantities if _within(value, span))
    pieces, begin = [], span[0]
    for one, other in zip(inside, inside[1:], strict=False):
        places = [m.start() for m in _AND.finditer(text, one[1], other[0])]
        if places:
            pieces.append((begin, places[-1]))
            begin = places[-1]
    return [*pieces, (begin, span[1])]


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] < outer[1]


def _is_quoted(span: Span, quoted: Sequence[tuple[str, Span]]) -> bool:
    return any(_within(span, place) for _, place in quoted)
