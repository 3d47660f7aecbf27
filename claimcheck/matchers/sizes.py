"""How much something changed, and where it ended: *fell by 3* and *fell to 3* have one number and tell two things."""

from claimcheck.matchers.arithmetic import comparable
from claimcheck.matchers.context import Context
from claimcheck.matchers.counted import PARTITIVE
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.values import Dimension, Quantity

SIZES = frozenset({"up", "down", "by"})
"""What a quantity is called that is the size of a change."""


_TO_OR_BY = frozenset(
    (kind, way) for kind in (Dimension.COUNT, Dimension.MONEY, Dimension.PERCENT) for way in ("up", "down", "by")
)
"""Sizes of a change that are told from where it ended."""


def came_from(context: Context, held: Quantity, sentence: Sentence) -> bool:
    """Return whether a level is the end of a change: *has 12,000 inhabitants, down from 15,000*."""
    others = context.passages.quantities_in(sentence) if not held.change else ()
    return any(q.change == "from" and comparable(q, held) for q in others)


def is_raise_of_share(quantity: Quantity, held: Quantity) -> bool:
    """Return whether the claim tells of a part of something, and the page of how much more: *paid 20% more*."""
    return (
        bool(quantity.noun)
        and not quantity.change
        and held.change == "up"
        and not held.noun
        and (quantity.dimension is held.dimension is Dimension.PERCENT)
    )


def is_part_not_size(context: Context, quantity: Quantity, held: Quantity) -> bool:
    """Return whether the claim tells by how much, and the page which part: *a third more*, *a third of the wage*."""
    sized = quantity.change in SIZES and not held.change and held.dimension in {Dimension.RATIO, Dimension.PERCENT}
    return sized and PARTITIVE.match(context.passages.document.text, held.span[1]) is not None


def is_size_beside_level(context: Context, quantity: Quantity, held: Quantity, sentence: Sentence) -> bool:
    """Return whether a page's value is the size of a change, and the level that changed stands before it.

    *Rents average 780 pounds, up 95*: where the claim tells of no change, the 95 are no rent.
    """
    if quantity.change or held.change not in {"up", "down"} or held.dimension not in _LEVELS:
        return False
    before = (q for q in context.passages.quantities_in(sentence) if q.span[1] <= held.span[0])
    return any(not q.change and comparable(q, held) and held.span[0] - q.span[1] <= _NEAR for q in before)


_LEVELS = frozenset({Dimension.COUNT, Dimension.MONEY, Dimension.MEASURE, Dimension.DURATION})
_NEAR = 24
"""Characters between a level and how much it changed: *a month, up*."""


def is_size_alone(quantity: Quantity, held: Quantity) -> bool:
    """Return whether the claim's number is the size of a change, and the page's is none."""
    sized = quantity.change in SIZES and held.change not in SIZES
    return sized and held.dimension in {Dimension.COUNT, Dimension.MONEY, Dimension.RATIO}


def is_taken_for_size(context: Context, quantity: Quantity, held: Quantity) -> bool:
    """Return whether a number is where a change ended on one side and the size of the change on the other.

    *Grew at 3 %* tells of no end, though what *at* leads to may be one.
    """
    if (held.dimension, held.change) in _TO_OR_BY and quantity.change == "to":
        return True
    ended = held.change == "to" and not context.passages.document.text.endswith(" at ", 0, held.span[0])
    return ended and (quantity.dimension, quantity.change) in _TO_OR_BY


def is_other_end(
    context: Context, quantity: Quantity, held: Quantity, sentence: Sentence, way: str, *, before: bool
) -> bool:
    """Return whether a value says nothing against the claim's, for its sentence tells of the change by another.

    A level says nothing of a gain or a loss where its size is told beside it, and the end of a change nothing of where
    it began.
    """
    if way and held.change not in SIZES:
        return any(q.change in SIZES and comparable(q, held) for q in context.passages.quantities_in(sentence))
    if quantity.change != "from" and not before:
        return False
    others = (q for q in context.passages.quantities_in(sentence) if q.span != held.span and comparable(q, held))
    return not _is_before(context, held, sentence) and any(_is_before(context, q, sentence) for q in others)


def _is_before(context: Context, held: Quantity, sentence: Sentence) -> bool:
    past = context.passages.cues(sentence).past
    return held.change == "from" or any(cue.scope[0] <= held.span[0] < cue.scope[1] for cue in past)
