"""How far two levels of one thing lie apart, by what part, and how many times one is the other.

*From 248 to 271 million* gives a rise of 23; *870 euros, against 290 a year earlier* gives three times.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from claimcheck.enums import Role
from claimcheck.matchers.arithmetic.derived import (
    HUNDRED,
    MINUS,
    Derived,
    Step,
    alike,
    is_level,
    is_past,
    like,
    operators_in,
    written,
)
from claimcheck.matchers.passages import Passages, Sentence
from claimcheck.matchers.tabular import cell_of
from claimcheck.matchers.values import Bound, DateExpr, Dimension, Quantity
from claimcheck.matchers.words.operators import Operator

_NUMBER = re.compile(r"\d+")


def changes(passages: Passages, sentence: Sentence, held: Sequence[Quantity]) -> Iterator[Derived]:
    """Give how two levels differ: by how much, by what part, how many times; told where their times are told."""
    pairs = list(_cells(passages, sentence, held)) if sentence.role is Role.TABLE_ROW else list(_pairs(held))
    for one, other in pairs:
        if not alike((one, other)) or one.low == other.low:
            continue
        ends = (one, other) if sentence.role is Role.TABLE_ROW else _ends(passages, sentence, one, other)
        if ends is not None:
            yield from of_ends(sentence, ends)
            continue
        low, high = sorted((one, other), key=lambda q: q.low)
        yield Derived(
            _distance(low, high), (high, low), written(MINUS, (high, low)), Step.DIFFERENCE, sentence, high.span
        )
        for begin, end in ((low, high), (high, low)):
            if begin.low > 0:
                yield _ratio(sentence, (begin, end), told=False)


def since_before(passages: Passages, sentence: Sentence, held: Sequence[Quantity]) -> Iterator[Derived]:
    """Give how a level differs from the only one of the next sentence, which is of before: *A year before, it was 590*.

    Of the sentence before it the first level is taken, and where others like it follow none.
    """
    levels = [q for q in held if is_level(q) and not q.change]
    opening = (sentence.span[0], sentence.span[0] + _OPENING)
    if len(levels) != 1 or not any(o.kind is Operator.BEFORE for o in operators_in(passages, sentence, opening)):
        return
    earlier = next(iter(passages.before(sentence)), None)
    now = [q for q in passages.quantities_in(earlier) if alike((levels[0], q))] if earlier is not None else []
    if earlier is not None and len(now) == 1 and now[0].low != levels[0].low and not is_past(passages, earlier, now[0]):
        yield from of_ends(earlier, (levels[0], now[0]))


_OPENING = 40
"""Characters at the head of a sentence in which it says that it is of a former time."""


def _pairs(held: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    yield from pairwise(held)
    yield from zip(held, held[2:], strict=False)


def _ends(passages: Passages, sentence: Sentence, one: Quantity, other: Quantity) -> tuple[Quantity, Quantity] | None:
    """Return two levels as before and after, where words say which is which: *from … to*, *against … a year ago*."""
    if (one.change, other.change) == ("from", "to"):
        return one, other
    past = [is_past(passages, sentence, q) for q in (one, other)]
    if past[0] == past[1]:
        return _by_their_days(passages, sentence, one, other) or _now_and_then(passages, sentence, one, other)
    return (one, other) if past[0] else (other, one)


def _now_and_then(
    passages: Passages, sentence: Sentence, one: Quantity, other: Quantity
) -> tuple[Quantity, Quantity] | None:
    """Return two levels, the present one first, where only the other is to come: *now 42 euros, will cost 48*.

    So too *80 instead of 95*, where the second is what the first replaces.
    """
    between = operators_in(passages, sentence, (one.span[1], other.span[0]))
    if any(o.kind is Operator.INSTEAD for o in between):
        return other, one
    cues = passages.cues(sentence).modalities
    future = [any(cue.scope[0] <= q.span[0] < cue.scope[1] for cue in cues) for q in (one, other)]
    before = operators_in(passages, sentence, (max(sentence.span[0], one.span[0] - _NOW), one.span[0]))
    now = any(o.kind is Operator.NOW for o in before)
    return (one, other) if now and future == [False, True] else None


_NOW = 20
"""Characters before a level in which the page says that it is the one of now."""


def _by_their_days(
    passages: Passages, sentence: Sentence, one: Quantity, other: Quantity
) -> tuple[Quantity, Quantity] | None:
    """Return two levels, the earlier first, where each stands by a day of its own: *2,140 last year, 2,680 in 2019*."""
    days = [d for d in passages.dates_in(sentence) if d.relation == "on"]
    spans = [q.span for q in passages.quantities_in(sentence)]

    def beside(quantity: Quantity) -> tuple[DateExpr | None, DateExpr | None]:
        begin = max((s[1] for s in spans if s[1] <= quantity.span[0]), default=sentence.span[0])
        end = min((s[0] for s in spans if s[0] >= quantity.span[1]), default=sentence.span[1])
        before = [d for d in days if begin <= d.span[0] < quantity.span[0]]
        behind = [d for d in days if quantity.span[1] <= d.span[0] < end]
        return (before[-1] if before else None), (behind[0] if behind else None)

    if not 1 < len(days) <= _FEW_DAYS:
        return None
    (ahead, behind), (later_ahead, later_behind) = beside(one), beside(other)
    if behind is not None and later_behind is not None:
        first, last = behind, later_behind
    elif ahead is not None and later_ahead is not None:
        first, last = ahead, later_ahead
    else:
        # "In 2019 it had 80, and 95 in 2022", "it paid 80 in 2019; in 2022 it paid 95"
        one_day, other_day = behind or ahead, later_behind or later_ahead
        if one_day is None or other_day is None or one_day is other_day:
            return None
        first, last = one_day, other_day
    if first.end < last.start:
        return one, other
    return (other, one) if last.end < first.start else None


_FEW_DAYS = 6
"""Days of a sentence up to which they tell which of its values is of which."""


def _cells(passages: Passages, sentence: Sentence, held: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Give the cells of a row of one measure at two times, the earlier first: *2023 | 2024*."""
    block = passages.document.blocks[sentence.block]
    dated = []
    for quantity in held:
        cell = cell_of(block, quantity.span[0])
        days = passages.dates_of_cell(sentence, quantity.span[0])
        if cell is not None and len(days) == 1:
            dated.append((days[0].start, _NUMBER.sub("", cell.header), quantity))
    for place, (day, header, quantity) in enumerate(dated):
        for later, same, other in dated[place + 1 :]:
            if header == same and day != later:
                yield (quantity, other) if day < later else (other, quantity)


def of_ends(
    sentence: Sentence, ends: tuple[Quantity, Quantity], years: tuple[int, int] | None = None
) -> Iterator[Derived]:
    """Give how a level differs from an earlier one: by how much, by what part, how many times."""
    one, other = ends
    way = "up" if other.low > one.low else "down"
    operands = (other, one)
    high, low = sorted(operands, key=lambda q: q.low, reverse=True)
    by = replace(_distance(low, high), change=way)
    how = written(MINUS, (high, low))
    found = [Derived(by, operands, how, Step.CHANGE, sentence, other.span, told=True, ends=ends)]
    if one.low > 0:
        found += [_part(sentence, ends, way), _ratio(sentence, ends, told=True)]
    yield from (replace(derived, years=years) for derived in found)


def _distance(low: Quantity, high: Quantity) -> Quantity:
    # Between two percentages lie percentage points.
    points = Dimension.POINTS if high.dimension is Dimension.PERCENT else high.dimension
    return like(replace(high, dimension=points), high.low - low.low, (high, low))


def _part(sentence: Sentence, ends: tuple[Quantity, Quantity], way: str) -> Derived:
    one, other = ends
    value = abs(other.low - one.low) / one.low * HUNDRED
    quantity = replace(_bare(other, Dimension.PERCENT), low=value, high=value, change=way)
    how = f"({written(MINUS, (other, one))}) / {one.text}"
    return Derived(quantity, (other, one), how, Step.CHANGE, sentence, other.span, told=True, ends=ends)


def _ratio(sentence: Sentence, ends: tuple[Quantity, Quantity], *, told: bool) -> Derived:
    one, other = ends
    value = other.low / one.low
    quantity = replace(_bare(other, Dimension.MULTIPLE), low=value, high=value)
    how = written("/", (other, one))
    return Derived(quantity, (other, one), how, Step.MULTIPLE, sentence, other.span, told=told, ends=ends)


def _bare(quantity: Quantity, dimension: Dimension) -> Quantity:
    """Return a quantity as a number of another dimension, which a division gives."""
    return replace(
        quantity, dimension=dimension, unit="", currency="", per="", noun=(), scale_word="", digits=4,
        step=Decimal("0.01"), change="", bound=Bound.EXACT, stat="", alternatives=(),
    )  # fmt: skip
