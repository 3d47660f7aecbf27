"""What a level is compared with: another level, by the distance to it, or by how many times one is the other.

*84 pairs, 15 fewer than last year* gives last year's 99; *1.8 %, three times the normal rate* gives 0.6 %; *16,000
tents, twice as many are needed* gives 32,000; *6 percent, half of what it had asked for* gives 12.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from claimcheck.matchers.arithmetic.derived import (
    DELTAS,
    HUNDRED,
    MINUS,
    TIMES,
    Derived,
    Step,
    comparable,
    is_level,
    is_past,
    like,
    operators_in,
    written,
)
from claimcheck.matchers.passages import Passages, Sentence
from claimcheck.matchers.values import Bound, Dimension, Quantity
from claimcheck.matchers.words.operators import Operator
from claimcheck.model import Span

_STOP = re.compile(r"[,;:.!?()|\n](?!\d)")
"""What ends the words of a reference."""
_BEHIND = 24
"""Characters between the size of a change, or a multiple, and *than*."""
_YEAR = re.compile(r"(?:19|20)\d\d")
"""What after *than* is a year, not a number of things: *1.1 million more than 2022*."""


def references(passages: Passages, sentence: Sentence, held: Sequence[Quantity]) -> Iterator[Derived]:
    """Give what a level is compared with: from its distance to that, or from how many times it is that."""
    for place, size in enumerate(held):
        if size.dimension is Dimension.MULTIPLE:
            yield from _from_multiple(passages, sentence, held, place)
            continue
        if size.dimension is Dimension.RATIO and not size.change:
            yield from _from_share(passages, sentence, held, place)
            continue
        if size.dimension in _SHARES and size.change in DELTAS:
            yield from _after_change(passages, sentence, held, place)
        change = size if size.change in DELTAS else _gained(passages, sentence, held, place)
        if change is not None and change.dimension is Dimension.RATIO:
            yield from _from_percentage(passages, sentence, held, place)
        elif change is not None:
            level = _level_of(held, place, change)
            if level is not None:
                yield from _from_distance(passages, sentence, level, change)
            elif change.dimension is Dimension.PERCENT:
                yield from _from_percentage(passages, sentence, held, place)


def _from_distance(passages: Passages, sentence: Sentence, level: Quantity, size: Quantity) -> Iterator[Derived]:
    reference = _reference(passages, sentence, size)
    sign = DELTAS[size.change]
    if reference is None and level.span < size.span:
        other = _other_thing(passages, sentence, size)
        if other is not None:
            # "85 cents in Spanish, 40 cents more in Portuguese"
            sign, reference = -sign, other
    value = level.low + sign * size.low
    if value > 0 and size.dimension not in _SHARES and size.dimension is not Dimension.POINTS and reference is not None:
        yield _part_of_distance(sentence, level, size, value)
    if value > 0:
        how = written("+" if sign > 0 else MINUS, (level, size))
        quantity = like(level, value, (level, size))
        yield Derived(
            quantity, (level, size), how, Step.REFERENCE, sentence, level.span, told=True, reference=reference
        )


def _part_of_distance(sentence: Sentence, level: Quantity, size: Quantity, before: Decimal) -> Derived:
    """*61,500 cases, 12,300 more than a year before*: a rise of 25 %."""
    share = size.low / before * HUNDRED
    quantity = replace(
        level, low=share, high=share, dimension=Dimension.PERCENT, unit="", currency="", per="", noun=(),
        scale_word="", digits=4, step=Decimal("0.01"), change=size.change, stat="", bound=Bound.EXACT, alternatives=(),
    )  # fmt: skip
    how = f"{size.text} / ({level.text} {MINUS if size.change == 'up' else '+'} {size.text})"
    return Derived(quantity, (level, size), how, Step.CHANGE, sentence, level.span, told=True)


def _from_percentage(passages: Passages, sentence: Sentence, held: Sequence[Quantity], place: int) -> Iterator[Derived]:
    """*Revenue rose by 8 % to 1.35 billion*: it was 1.25 billion."""
    size = held[place]
    near = [q for q in (*held[place + 1 : place + 2], *held[max(place - 1, 0) : place]) if is_level(q)]
    level = next((q for q in near if q.dimension in _LEVELS and q.change != "from"), None)
    rest = HUNDRED - DELTAS[size.change] * size.low * (1 if size.dimension is Dimension.PERCENT else HUNDRED)
    if level is None or size.is_range or rest <= 0:
        return
    value = level.low * HUNDRED / rest
    quantity = replace(like(level, value, (level,)), bound=Bound.ABOUT)
    how = f"{level.text} / ({HUNDRED} {MINUS if size.change == 'down' else '+'} {size.text})"
    yield Derived(
        quantity, (level, size), how, Step.REFERENCE, sentence, level.span,
        told=True, reference=_reference(passages, sentence, size),
    )  # fmt: skip


def _after_change(passages: Passages, sentence: Sentence, held: Sequence[Quantity], place: int) -> Iterator[Derived]:
    """*It lost a fifth of its area since 1985, when it covered 45 square kilometres*: it lost nine, and has 36."""
    size = held[place]
    level = next((q for q in (*held[place + 1 :], *reversed(held[:place])) if q.dimension in _LEVELS), None)
    if level is None or size.is_range or not is_level(level) or level.change == "to":
        return
    if level.change != "from" and not is_past(passages, sentence, level) and not _since_when(passages, sentence, level):
        return
    share = size.low / (HUNDRED if size.dimension is Dimension.PERCENT else 1)
    by = like(level, level.low * share, (level,))
    now = like(level, level.low * (1 - DELTAS[size.change] * share), (level,))
    sign = "+" if size.change == "up" else MINUS
    how = written(TIMES, (size, level))
    yield Derived(replace(by, change=size.change), (level, size), how, Step.CHANGE, sentence, level.span, told=True)
    yield Derived(now, (level, size), f"{level.text} {sign} {size.text}", Step.PART, sentence, level.span, told=True)


def _since_when(passages: Passages, sentence: Sentence, level: Quantity) -> bool:
    """Return whether a level is of the day since which something has changed: *since 1985, when it covered 45*."""
    days = [d for d in passages.dates_in(sentence) if d.span[1] <= level.span[0]]
    return bool(days) and days[-1].relation == "since" and level.span[0] - days[-1].span[1] <= _SINCE_WHEN


_SINCE_WHEN = 40
"""Characters from such a day to its level."""
_SHARES = frozenset({Dimension.RATIO, Dimension.PERCENT})
_LEVELS = frozenset({Dimension.COUNT, Dimension.MONEY, Dimension.MEASURE})


def _gained(passages: Passages, sentence: Sentence, held: Sequence[Quantity], place: int) -> Quantity | None:
    """Return a number that a verb of gain or loss governs as the size of a change, where the level now is told.

    *It took on 4,150 people and now has 131,700.*
    """
    size = held[place]
    following = held[place + 1] if place + 1 < len(held) else None
    if size.change or following is None or following.change or following.low <= size.low:
        return None
    if not any(o.kind is Operator.NOW for o in operators_in(passages, sentence, (size.span[1], following.span[0]))):
        return None
    begin = max([size.span[0] - _BEHIND, sentence.span[0], *(q.span[1] for q in held[:place])])
    ways = [o.kind for o in operators_in(passages, sentence, (begin, size.span[0])) if o.kind in _WAYS]
    return replace(size, change=ways[-1].value) if ways else None


_WAYS = frozenset({Operator.UP, Operator.DOWN})


def _level_of(held: Sequence[Quantity], place: int, size: Quantity) -> Quantity | None:
    """Return the level that a change is of: the one it led to, or else the nearest, rather the one before."""

    def fits(at: int) -> bool:
        return 0 <= at < len(held) and is_level(held[at]) and held[at].change != "from" and comparable(held[at], size)

    if fits(place + 1) and (held[place + 1].change == "to" or not held[place].change):
        return held[place + 1]
    return next((held[at] for at in (place - 1, place - 2, place + 1, place + 2) if fits(at)), None)


def _from_multiple(passages: Passages, sentence: Sentence, held: Sequence[Quantity], place: int) -> Iterator[Derived]:
    """*1.8 %, three times the normal rate*; *16,000 tents, twice as many are needed*; *tripled to 90*."""
    times = held[place]
    if times.low <= 0 or times.is_range:
        return
    before = _before(passages, sentence, times.span[0])
    after = next((q for q in held[place + 1 :] if is_level(q) and q.dimension is not Dimension.MULTIPLE), None)
    reference = _reference(passages, sentence, times)
    forward = _leads_forward(passages, sentence, times)
    if reference is not None and before is not None and before[1].span[0] >= sentence.span[0]:
        yield _scaled(sentence, before[1], times, 1 / times.low, reference)
    elif forward and before is not None:
        yield _scaled(sentence, before[1], times, times.low, None, at=times.span)
    elif after is not None and after.change != "to" and not is_past(passages, sentence, after):
        # "will triple the capacity, today 90 tonnes"
        yield _scaled(sentence, after, times, times.low, None, at=times.span)


def _from_share(passages: Passages, sentence: Sentence, held: Sequence[Quantity], place: int) -> Iterator[Derived]:
    """*A raise of 6 percent, half of what the union had asked for*: it had asked for 12."""
    share, end = held[place], _clause_end(passages, sentence, held[place])
    found = operators_in(passages, sentence, (share.span[0], end))
    what = next((o for o in found if o.kind is Operator.WHAT and o.span[1] > share.span[1]), None)
    level = held[place - 1] if place else None
    if what is None or level is None or level.is_range or level.vague or not share.low or what.span[1] >= end:
        return
    if level.dimension in {Dimension.RATIO, Dimension.MULTIPLE}:
        return
    derived = _scaled(sentence, level, share, 1 / share.low, (what.span[1], end))
    yield replace(derived, quantity=replace(derived.quantity, change=level.change))


def _scaled(
    sentence: Sentence,
    level: Quantity,
    times: Quantity,
    factor: Decimal,
    reference: Span | None,
    at: Span | None = None,
) -> Derived:
    # That a level is a mean is not said of what it is compared with: *21 weeks on average, three times the target*.
    value = level.low * factor if factor == times.low else level.low / times.low
    quantity = replace(like(level, value, (level, times)), stat="")
    sign = TIMES if factor == times.low else "/"
    return Derived(
        quantity, (level, times), written(sign, (level, times)), Step.REFERENCE, sentence, at or level.span,
        told=True, reference=reference,
    )  # fmt: skip


def _before(passages: Passages, sentence: Sentence, place: int) -> tuple[Sentence, Quantity] | None:
    """Return the last level before a place, in its sentence or the one before."""
    for held in (sentence, *passages.before(sentence)):
        if held.index < sentence.index - 1:
            return None
        levels = [q for q in passages.quantities_in(held) if q.span[1] <= place and is_level(q)]
        levels = [q for q in levels if q.dimension not in {Dimension.MULTIPLE, Dimension.RATIO}]
        if levels:
            return held, levels[-1]
    return None


def _reference(passages: Passages, sentence: Sentence, size: Quantity) -> Span | None:
    """Return where the page says with what it compares, behind a size or a multiple; none where it does not."""
    begin, end = size.span[1], _clause_end(passages, sentence, size)
    opening = {Operator.THAN}
    if any(o.kind is Operator.TIMES for o in operators_in(passages, sentence, size.span)):
        opening.add(Operator.OF)
    for operation in operators_in(passages, sentence, (size.span[0], end)):
        if operation.span[0] > begin + _BEHIND or operation.kind is Operator.FORWARD:
            return None
        if operation.kind in opening and begin < operation.span[1] < end:
            return operation.span[1], end
        if Operator.OF in opening and operation.kind is Operator.BEFORE and operation.span[0] - begin <= 1:
            return operation.span[0], end  # "twice the original budget"
    return None


def _clause_end(passages: Passages, sentence: Sentence, size: Quantity) -> int:
    text = passages.document.text
    stop = _STOP.search(text, size.span[1], sentence.span[1])
    end = stop.start() if stop else sentence.span[1]
    held = passages.quantities_in(sentence)
    behind = (q for q in held if q.span[0] >= size.span[1] and q.dimension is not Dimension.DURATION)
    following = (q.span[0] for q in behind if not _YEAR.fullmatch(q.text))
    return min(end, next(following, end))


def _leads_forward(passages: Passages, sentence: Sentence, times: Quantity) -> bool:
    """Return whether a multiple is of what was said before: *half as much.*, *twice as many are needed*."""
    end = min(sentence.span[1], times.span[1] + _BEHIND)
    found = operators_in(passages, sentence, (times.span[0], end))
    return any(o.kind is Operator.FORWARD for o in found)


def _other_thing(passages: Passages, sentence: Sentence, size: Quantity) -> Span | None:
    """Return where another thing is named of which a size says how much more it is: *40 cents more in Portuguese*."""
    end = _clause_end(passages, sentence, size)
    found = operators_in(passages, sentence, (size.span[0], end))
    more = next((o.span for o in found if o.kind is Operator.MORE), None)
    places = [o.span for o in found if o.kind is Operator.AT and more is not None and 0 <= o.span[0] - more[1] <= 1]
    return (places[0][1], end) if places else None
