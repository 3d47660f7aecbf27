"""A value that a page does not print and that follows from others, and how it follows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from claimcheck.matchers.passages import Passages, Sentence
from claimcheck.matchers.values import Bound, Dimension, Quantity
from claimcheck.matchers.words.operators import Operation, operations
from claimcheck.model import Span

DELTAS = {"up": -1, "down": 1}
"""Per way of a change what leads back from the level to what it was before: less where it rose."""
ADDED = frozenset({Dimension.COUNT, Dimension.MONEY, Dimension.PERCENT, Dimension.MEASURE, Dimension.DURATION})
"""What can be added up and taken from each other."""
HUNDRED = Decimal(100)
_POINT = frozenset({Bound.EXACT, Bound.ABOUT, Bound.NEARLY, Bound.JUST_OVER})
MINUS = "\N{MINUS SIGN}"
TIMES = "\N{MULTIPLICATION SIGN}"


class Step(StrEnum):
    """What was done with the operands."""

    REFERENCE = "reference"
    """A level and how far it is from another: the other, *3,100 fewer than last year*."""
    CHANGE = "change"
    """Two levels of one thing at two times: by how much it changed, or by what part."""
    DIFFERENCE = "difference"
    """Two values that only stand together: how far apart they are."""
    MULTIPLE = "multiple"
    """Two values: how many times the one is the other."""
    SUM = "sum"
    SHARE = "share"
    """A part and its whole: the share."""
    PART = "part"
    """A whole and a share of it: the part."""
    REST = "rest"
    """A whole and a part: the other part."""
    PRODUCT = "product"
    """So much for each, and how many: all of it."""
    LISTING = "listing"
    """Rows of a table: how many."""
    SPAN = "span"
    """A day long ago and the page's own: the time between."""


@dataclass(frozen=True, slots=True)
class Derived:
    """A value that follows from others, and how."""

    quantity: Quantity
    operands: tuple[Quantity, ...]
    """What it follows from; the level first where there is one."""
    how: str
    """The sum as people write it: ``604,000 + 31,000``."""
    kind: Step
    sentence: Sentence
    place: Span
    """Where the words stand that say of what the value is."""
    told: bool = False
    """Whether words of the page say that the operands stand so to each other; otherwise they only stand together."""
    reference: Span | None = None
    """Where the page says of what other time or thing the value is: *the first round*."""
    ends: tuple[Quantity, Quantity] | None = None
    """The level before and after, of a change."""
    years: tuple[int, int] | None = None
    """Their years, where those are told elsewhere than beside them: in the rows of a table."""

    @property
    def notation(self) -> str:
        """The sum with what it gives: ``48,200 + 3,100 = 51,300``."""
        return f"{self.how} = {self.quantity.notation}"


def operators_in(passages: Passages, sentence: Sentence, span: Span) -> list[Operation]:
    """Return the operators of a sentence that begin in a span of it, in order."""
    begin, end = sentence.span
    found = operations(passages.document.text[begin:end], passages.language)
    placed = (Operation(kind, (place[0] + begin, place[1] + begin)) for kind, place in found)
    return [o for o in placed if span[0] <= o.span[0] < span[1]]


def alike(run: Sequence[Quantity]) -> bool:
    """Return whether quantities, at least one, are levels of one dimension, currency, unit and rate, each a number."""
    first = next(iter(run), None)
    return first is not None and first.dimension in ADDED and all(is_level(q) and comparable(first, q) for q in run)


def is_level(quantity: Quantity) -> bool:
    """Return whether a quantity is one number and no size of a change."""
    return quantity.bound in _POINT and not quantity.vague and not quantity.is_range and quantity.change not in DELTAS


def is_past(passages: Passages, sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether words of the page say that a value is of a former time."""
    return any(cue.scope[0] <= quantity.span[0] < cue.scope[1] for cue in passages.cues(sentence).past)


def comparable(one: Quantity, other: Quantity) -> bool:
    """Return whether one can be taken from the other."""
    points = {one.dimension, other.dimension} == {Dimension.PERCENT, Dimension.POINTS}
    same = one.dimension is other.dimension and one.dimension is not Dimension.MULTIPLE
    rates = not one.per or not other.per or one.per == other.per
    return (same or points) and rates and (one.currency, one.unit) == (other.currency, other.unit)


def like(model: Quantity, value: Decimal, operands: Sequence[Quantity]) -> Quantity:
    """Return a value of the kind of another, as exact as the least exact of its operands."""
    about = any(q.bound is not Bound.EXACT for q in operands)
    return replace(
        model,
        low=value,
        high=value,
        bound=Bound.ABOUT if about else Bound.EXACT,
        step=min(q.step for q in operands),
        change="",
        alternatives=(),
    )


def written(sign: str, operands: Sequence[Quantity]) -> str:
    """Return operands with a sign between them."""
    return f" {sign} ".join(q.text for q in operands)
