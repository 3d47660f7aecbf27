"""Numbers that leave out their unit where the part before has said it: *costs 15 euros, for students 6*.

Only a bare number tells: nothing is counted by it, and the part of the sentence ends right behind it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.matchers.values import Dimension, Quantity
from claimcheck.model import Span

_UNITS = (Dimension.MONEY, Dimension.PERCENT, Dimension.MEASURE, Dimension.DURATION)
"""What may be left out; where two were said, the earlier of these kinds: *182 millimetres in 24 hours, Sarn 141*."""
_CLOSES = frozenset(".,;:)\u2013\u2014\u00bb\u201d!?\n")
_FOR = re.compile(r"\s(?:for|pour|para|per|für)\s", re.IGNORECASE)
"""What may follow a bare number too: *8 euros for adults and 4 for children*."""
_MOST = 24
"""Values of a sentence up to which it is read for what it leaves out: more are a list."""
_MILLION = 1_000_000
_APART = 100
"""The factor from which two numbers are no two of one kind."""


def complete_bare(
    held: Sequence[Quantity], text: str, end: int, clauses: Sequence[Span], earlier: Sequence[Quantity] = ()
) -> list[Quantity]:
    """Return the quantities of a sentence, each bare one at the end of its part with the unit that was said before.

    ``end`` is where the sentence ends in the text, ``clauses`` are where its parts are, ``earlier`` are the values of
    the sentence before: *made a profit of 1.2 billion euros.  Its rival made 780 million.*
    """
    held = [_as_sum(q, text, end, earlier) for q in held] if earlier and len(held) <= _MOST else held
    if 1 < len(held) <= _MOST:
        held = [q if n == 0 else _as_second(q, held[n - 1], text) for n, q in enumerate(held)]
    if len(held) > _MOST or len({q.dimension for q in held}) < 2:  # noqa: PLR2004 - a bare number and one with a unit
        return list(held)
    found: list[Quantity] = []
    for quantity in held:
        unit = _unit_before(quantity, found, text, end, clauses)
        found.append(_with_unit(quantity, unit) if unit is not None else quantity)
    return found


def _as_second(quantity: Quantity, before: Quantity, text: str) -> Quantity:
    """Return the second number of a score as one of what the first counts: *by 31 votes to 18* are 18 votes."""
    if before.dimension is not Dimension.COUNT or not before.noun or not _is_bare(quantity, text):
        return quantity
    against = _AGAINST.fullmatch(text, before.span[1], quantity.span[0])
    return quantity if against is None else replace(quantity, noun=before.noun)


_AGAINST = re.compile(r"\s(?:\w+\s)?(?:to|against|versus|contre|contra|frente a|gegen|zu|contro|a)\s", re.IGNORECASE)


def _unit_before(
    quantity: Quantity, before: Sequence[Quantity], text: str, last: int, clauses: Sequence[Span]
) -> Quantity | None:
    """Return the value whose unit a bare number takes on, or none."""
    end = quantity.span[1]
    part_ends = any(begin < end <= stop and not text[end:stop].strip() for begin, stop in clauses)
    if not _is_bare(quantity, text) or not (part_ends or _closes(text, end, last) or _FOR.match(text, end)):
        return None
    parted = [q for q in before if any(q.span[1] <= c[0] <= quantity.span[0] for c in clauses)]
    for kind in _UNITS:
        of_kind = [q for q in parted if q.dimension is kind and not q.change and _is_near(q, quantity)]
        if of_kind:
            return of_kind[-1]
    return None


def _as_sum(quantity: Quantity, text: str, end: int, earlier: Sequence[Quantity]) -> Quantity:
    """Return a bare number of millions or more as a sum of the one currency of the sentence before."""
    currencies = {q.currency for q in earlier if q.dimension is Dimension.MONEY}
    if quantity.low < _MILLION or not _is_bare(quantity, text) or len(currencies) != 1:
        return quantity
    if any(q.dimension is Dimension.COUNT and q.low >= _MILLION for q in earlier):
        return quantity
    closes = quantity.scale_word and _closes(text, quantity.span[1], end)
    return replace(quantity, dimension=Dimension.MONEY, currency=currencies.pop()) if closes else quantity


def _is_bare(quantity: Quantity, text: str) -> bool:
    """Return whether nothing says what a number written in digits is a number of."""
    counts = quantity.dimension is Dimension.COUNT and not quantity.noun and not quantity.per and not quantity.change
    return counts and text[quantity.span[0]].isdigit()


def _closes(text: str, end: int, last: int) -> bool:
    return end >= last or text[end : end + 1] in _CLOSES


def _is_near(one: Quantity, other: Quantity) -> bool:
    small, large = sorted((abs(one.high), abs(other.high)))
    return 0 < large <= small * _APART


def _with_unit(quantity: Quantity, unit: Quantity) -> Quantity:
    return replace(quantity, dimension=unit.dimension, unit=unit.unit, currency=unit.currency, per=unit.per)
