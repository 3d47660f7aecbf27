"""One step of arithmetic: values that a page does not print and that follow from two or more that stand together.

*604,000, a fall of 31,000* says that it was 635,000; *148 million into works and 122 million into pipes* says 270
million for both; *1,893 of the 2,170* says 87 %; *all but two of 36* says 34.  Only values of one sentence, or of one
column of a table, are put together, and only of one dimension, currency and rate.  A derived value can agree with a
claim, with its operands as evidence; it never contradicts one, for the page does not say it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from claimcheck.matchers.passages import Passages, Sentence
from claimcheck.matchers.values import Bound, Dimension, Quantity

_LONGEST_SUM = 8
"""Numbers of one list that are added up."""
_ADDED = frozenset({Dimension.COUNT, Dimension.MONEY, Dimension.PERCENT, Dimension.MEASURE, Dimension.DURATION})
_HUNDRED = Decimal(100)
_DELTAS = {"up": -1, "down": 1}


class Step(StrEnum):
    """What was done with the operands."""

    BEFORE = "before"
    """A level and the size of its change: what it was at the other time."""
    DIFFERENCE = "difference"
    SUM = "sum"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Derived:
    """A value that follows from others, and how."""

    quantity: Quantity
    operands: tuple[Quantity, ...]
    how: str
    """The sum as people write it: ``604,000 + 31,000``."""
    kind: Step


def derive(passages: Passages, sentence: Sentence) -> Iterator[Derived]:
    """Give what follows from the values of a sentence in one step."""
    held = [q for q in passages.quantities_in(sentence) if not q.is_range]
    yield from _before_change(held)
    yield from _sums(held)
    yield from _shares(held)


def derive_from_columns(rows: Sequence[Sequence[Quantity]]) -> Iterator[Derived]:
    """Give the sums of the columns of a table, whose rows are given as their values from left to right."""
    width = min((len(row) for row in rows), default=0)
    for column in range(width):
        held = [row[column] for row in rows]
        if len(held) > 1 and _alike(held):
            yield _sum(held)


def _before_change(held: Sequence[Quantity]) -> Iterator[Derived]:
    """A level and the size of its change give what it was before; two levels give the change."""
    for one, other in _pairs(held):
        level, delta = (one, other) if other.change in _DELTAS else (other, one)
        if delta.change in _DELTAS and level.change not in _DELTAS and _comparable(level, delta):
            sign = _DELTAS[delta.change]
            result = level.low + sign * delta.low
            if result > 0:
                yield _derived(level, result, (level, delta), "+" if sign > 0 else "\u2212", Step.BEFORE)
        elif _alike((one, other)) and not (one.change in _DELTAS or other.change in _DELTAS):
            high, low = sorted((one, other), key=lambda q: q.low, reverse=True)
            if high.low > low.low:
                # Between two percentages lie percentage points.
                points = Dimension.POINTS if high.dimension is Dimension.PERCENT else high.dimension
                like = replace(high, dimension=points)
                yield _derived(like, high.low - low.low, (high, low), "\u2212", Step.DIFFERENCE)


def _pairs(held: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    yield from pairwise(held)
    yield from zip(held, held[2:], strict=False)


def _sums(held: Sequence[Quantity]) -> Iterator[Derived]:
    """The sum of each run of like values."""
    for begin in range(len(held)):
        for end in range(begin + 2, min(len(held), begin + _LONGEST_SUM) + 1):
            run = held[begin:end]
            if not _alike(run):
                break
            yield _sum(run)


def _sum(run: Sequence[Quantity]) -> Derived:
    total = sum((q.low for q in run), Decimal(0))
    return _derived(run[0], total, tuple(run), "+", Step.SUM)


def _shares(held: Sequence[Quantity]) -> Iterator[Derived]:
    """The share that a part is of its whole, as a percentage."""
    for part, whole in (*_pairs(held), *((b, a) for a, b in _pairs(held))):
        if _alike((part, whole)) and Decimal(0) < part.low < whole.low and part.dimension is not Dimension.PERCENT:
            share = part.low / whole.low * _HUNDRED
            quantity = replace(
                part, low=share, high=share, dimension=Dimension.PERCENT, unit="", currency="", step=Decimal("0.01"),
                digits=4, noun=(), scale_word="",
            )  # fmt: skip
            yield Derived(quantity, (part, whole), f"{part.text} of {whole.text}", Step.SHARE)


def _alike(run: Sequence[Quantity]) -> bool:
    first = run[0]
    return first.dimension in _ADDED and all(
        q.bound in {Bound.EXACT, Bound.ABOUT} and not q.vague and q.change not in _DELTAS and _comparable(first, q)
        for q in run
    )


def _comparable(one: Quantity, other: Quantity) -> bool:
    points = {one.dimension, other.dimension} == {Dimension.PERCENT, Dimension.POINTS}
    same = one.dimension is other.dimension and one.dimension is not Dimension.MULTIPLE
    return (same or points) and (one.currency, one.unit) == (other.currency, other.unit)


def _derived(like: Quantity, value: Decimal, operands: tuple[Quantity, ...], sign: str, kind: Step) -> Derived:
    quantity = replace(
        like, low=value, high=value, bound=Bound.EXACT, step=min(q.step for q in operands), change="", alternatives=()
    )
    return Derived(quantity, operands, f" {sign} ".join(q.text for q in operands), kind)
