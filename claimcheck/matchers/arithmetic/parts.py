"""Parts and wholes: sums, shares, what is left, what a share comes to.

*Of the 320 beds, 48 are closed* gives 15 % and 272; *21 billion, two thirds of them in transport* gives 14 billion;
*148 million into works and 122 million into pipes* gives 270 million for both.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from claimcheck.matchers.arithmetic.derived import (
    HUNDRED,
    MINUS,
    TIMES,
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
from claimcheck.matchers.values import Bound, Dimension, Quantity
from claimcheck.matchers.words import is_group
from claimcheck.matchers.words.operators import Operation, Operator

_LONGEST_SUM = 8
"""Numbers of one list that are added up."""
_NEAR = 30
"""Characters between a share and the word that says of what it is."""
_RIGHT_BEHIND = 14
"""Characters between a share and the whole it is of: *62 % of the 4,500*."""
_SHARES = frozenset({Dimension.RATIO, Dimension.PERCENT})
_WHOLES = frozenset({Dimension.COUNT, Dimension.MONEY, Dimension.MEASURE})


def sums(passages: Passages, sentence: Sentence, held: Sequence[Quantity]) -> Iterator[Derived]:
    """Give the sum of each run of like values, of one time: *312 million, against 208 million* are not added up."""
    past = {q.span for q in held if is_past(passages, sentence, q) or q.change in {"from", "to"}}
    partitive = [o.span[1] for o in operators_in(passages, sentence, sentence.span) if o.kind is Operator.PART]
    # "450 of its 3,600 jobs in Brno and 120 in Ostrava": the whole is no part.
    held = [q for q in held if not any(0 <= q.span[0] - end <= 1 for end in partitive)]
    for begin in range(len(held)):
        for end in range(begin + 2, min(len(held), begin + _LONGEST_SUM) + 1):
            run = held[begin:end]
            if not alike(run) or len({q.dimension for q in run}) > 1 or any(q.span in past for q in run):
                break
            yield add_up(sentence, run)


def add_up(sentence: Sentence, run: Sequence[Quantity], *, told: bool = False) -> Derived:
    """Return the sum of like values; ``told`` where the page lists them as parts of one thing."""
    total = sum((q.low for q in run), Decimal(0))
    place = run[-1].span if told else run[0].span
    return Derived(like(run[0], total, run), tuple(run), written("+", run), Step.SUM, sentence, place, told=told)


def parts(passages: Passages, sentence: Sentence, held: Sequence[Quantity]) -> Iterator[Derived]:
    """Give what follows from a part and its whole: the share and the rest, or the part from its share."""
    found = operators_in(passages, sentence, sentence.span)
    for part, whole in _both_ways(held):
        if _is_part(part, whole):
            told = _is_told(found, part, whole) or _opens_with_whole(passages, sentence, part, whole)
            yield from _of_pair(sentence, part, whole, told=told)
    found_here = {
        part.span for part, whole in _both_ways(held) if _is_part(part, whole) and _is_told(found, part, whole)
    }
    for part in held:
        if part.span in found_here:
            continue
        earlier = _whole_before(passages, sentence, part)
        if earlier is not None and any(_names_whole(o, part) for o in found):
            yield from _of_pair(sentence, part, earlier, told=True)
    for share in held:
        if share.dimension in _SHARES and is_level(share) and share.change in {"", "to"}:
            yield from _rest_of_share(sentence, share, (share,))
    yield from _all_but(passages, sentence, held, found)
    yield from _out_of(sentence, held, found)
    yield from _from_shares(passages, sentence, held, found)
    yield from _rest(passages, sentence, held, found)


def _pairs(held: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    yield from pairwise(held)
    yield from zip(held, held[2:], strict=False)


def _both_ways(held: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    yield from _pairs(held)
    yield from ((b, a) for a, b in _pairs(held))


def _is_part(part: Quantity, whole: Quantity) -> bool:
    return (
        alike((part, whole))
        and Decimal(0) < part.low < whole.low
        and part.dimension not in _SHARES
        and not whole.change
    )


def _is_told(found: Sequence[Operation], part: Quantity, whole: Quantity) -> bool:
    """Return whether a word between them, or before both, says that one is a part of the other: *of whom*."""
    first, last = sorted((part.span, whole.span))
    if whole.span < part.span and any(_names_whole(o, part) for o in found):
        return True
    # "10,000 tonnes of that, Poland 6,500": what is a part itself is not the whole of the next.
    found = [o for o in found if not _names_whole(o, whole)]
    return any(o.kind is Operator.PART and (first[1] <= o.span[0] < last[0] or 0 <= first[0] - o.span[1] <= _NEAR)
               for o in found)  # fmt: skip


def _opens_with_whole(passages: Passages, sentence: Sentence, part: Quantity, whole: Quantity) -> bool:
    """Return whether the sentence begins with the whole: *Of 4,500 applicants, 900 were admitted*."""
    begin, end = sentence.span[0], whole.span[0]
    opens = 0 < end - begin <= _NEAR and _OF.fullmatch(passages.document.text, begin, end) is not None
    return opens and part.span[0] > whole.span[1]


_OF = re.compile(
    r"(?:of|out of|among|sur|parmi|de|entre|von|unter|dos|das|dei|delle|degli|tra|su)\s(?:[\w-]+\s){0,3}",
    re.IGNORECASE,
)


def _of_pair(sentence: Sentence, part: Quantity, whole: Quantity, *, told: bool) -> Iterator[Derived]:
    share = part.low / whole.low * HUNDRED
    quantity = replace(
        part, low=share, high=share, dimension=Dimension.PERCENT, unit="", currency="", step=Decimal("0.01"),
        digits=4, noun=(), scale_word="",
    )  # fmt: skip
    how = f"{part.text} of {whole.text}"
    yield Derived(quantity, (part, whole), how, Step.SHARE, sentence, part.span, told=told)
    if told:
        rest = replace(like(whole, whole.low - part.low, (part, whole)), digits=max(part.digits, whole.digits))
        yield Derived(rest, (whole, part), written(MINUS, (whole, part)), Step.REST, sentence, part.span, told=True)
        yield from _rest_of_share(sentence, quantity, (whole, part))


def _rest_of_share(sentence: Sentence, share: Quantity, operands: tuple[Quantity, ...]) -> Iterator[Derived]:
    """Give the rest of a share, of those of whom it is not so: *a third passed*, so two thirds did not."""
    held = share.low if share.dimension is Dimension.PERCENT else share.low * HUNDRED
    if 0 < held < HUNDRED:
        rest = replace(
            share, low=HUNDRED - held, high=HUNDRED - held, dimension=Dimension.PERCENT, noun=(), parts=(), change="",
            digits=max(share.digits, 2), step=max(share.step, Decimal("0.01")) if share.step < 1 else share.step,
        )  # fmt: skip
        how = f"100 % {MINUS} {' of '.join(q.text for q in reversed(operands))}"
        yield Derived(rest, operands, how, Step.REST, sentence, operands[-1].span, told=True)


def _all_but(
    passages: Passages, sentence: Sentence, held: Sequence[Quantity], found: Sequence[Operation]
) -> Iterator[Derived]:
    """*All but two of the 36 states signed*; *of the 36 states all but two signed*: 34 did."""
    for operation in (o for o in found if o.kind is Operator.ALL_BUT):
        left = next((q for q in held if 0 <= q.span[0] - operation.span[1] <= 1), None)
        if left is None:
            continue
        wholes = [q for q in held if q.span != left.span and is_level(q) and q.low > left.low]
        whole = wholes[0] if wholes else _whole_of_all(passages, sentence, [left])
        if whole is not None and whole.dimension is left.dimension:
            value = like(whole, whole.low - left.low, (whole, left))
            how = written(MINUS, (whole, left))
            yield Derived(value, (whole, left), how, Step.REST, sentence, operation.span, told=True)


def _out_of(sentence: Sentence, held: Sequence[Quantity], found: Sequence[Operation]) -> Iterator[Derived]:
    """*Of every 100 litres, 47 are lost*: the part needs no unit."""
    for whole, part in pairwise(held):
        bare = part.dimension is Dimension.COUNT and not part.change and Decimal(0) < part.low < whole.low
        told = any(o.kind is Operator.OUT_OF and 0 <= whole.span[0] - o.span[1] <= 1 for o in found)
        if bare and told and whole.low in _ROUND_WHOLES and is_level(whole):
            yield next(_of_pair(sentence, part, whole, told=True))


_ROUND_WHOLES = frozenset({Decimal(10), HUNDRED, Decimal(1000)})


def _names_whole(operation: Operation, part: Quantity) -> bool:
    """Return whether a word right behind a number says that it is of what was told before: *1,893 of these*."""
    return operation.kind is Operator.PART and 0 <= operation.span[0] - part.span[1] <= 1


def _whole_before(passages: Passages, sentence: Sentence, part: Quantity) -> Quantity | None:
    """Return the number of the sentence before that a part is of, where there is just one that it may be."""
    for before in passages.before(sentence):
        wholes = [q for q in passages.quantities_in(before) if _is_part(part, q)]
        return wholes[-1] if wholes else None
    return None


def _from_shares(
    passages: Passages, sentence: Sentence, held: Sequence[Quantity], found: Sequence[Operation]
) -> Iterator[Derived]:
    """*21 billion, two thirds of them*; *sales came to 74 million. Exports made up three quarters of them*."""
    for share in held:
        if share.dimension not in _SHARES or share.change or share.bound not in {Bound.EXACT, Bound.ABOUT}:
            continue
        behind = (o.span[0] - share.span[1] for o in found if o.kind is Operator.PART)
        parted = any(-_NEAR < gap <= _NEAR for gap in behind)
        whole = _whole_of(passages, sentence, held, share) if parted else _those_asked(passages, sentence, share)
        if whole is not None:
            factor = share.low / (HUNDRED if share.dimension is Dimension.PERCENT else 1)
            value = like(whole, whole.low * factor, (whole,))
            if share.low and (whole.low * factor) % 1:
                value = replace(value, bound=Bound.ABOUT)
            how = f"{share.text} {TIMES} {whole.text}"
            yield Derived(value, (whole, share), how, Step.PART, sentence, share.span, told=True)
            rest = replace(value, low=whole.low - value.low, high=whole.low - value.low)
            how = f"{whole.text} {MINUS} {how}"
            yield Derived(rest, (whole, share), how, Step.REST, sentence, share.span, told=True)


def _those_asked(passages: Passages, sentence: Sentence, share: Quantity) -> Quantity | None:
    """Return the only number of people of the sentence before: *They asked 2,500 pupils. Seven out of ten said …*."""
    before = next(iter(passages.before(sentence)), None)
    if before is None or (share.noun and share.dimension is Dimension.PERCENT):
        return None
    counts = [q for q in passages.quantities_in(before) if q.dimension is Dimension.COUNT and is_level(q)]
    if len(counts) != 1 or not counts[0].noun or counts[0].low < _FEW_ASKED:
        return None
    people = any(is_group(t) and counts[0].span[1] <= t.span[0] <= counts[0].span[1] + _NEAR for t in before.terms)
    return counts[0] if people and (not share.noun or set(share.noun) & set(counts[0].noun)) else None


_FEW_ASKED = 20
"""People below whom nobody tells a share."""


def _whole_of(passages: Passages, sentence: Sentence, held: Sequence[Quantity], share: Quantity) -> Quantity | None:
    after = next((q for q in held if q.span[0] >= share.span[1]), None)
    right_behind = after is not None and after.span[0] - share.span[1] <= _RIGHT_BEHIND
    if after is not None and right_behind and after.dimension in _WHOLES and is_level(after):
        return after
    earlier = [q for q in held if q.span[1] <= share.span[0] and q.dimension in _WHOLES and is_level(q)]
    if earlier:
        return earlier[-1]
    for before in passages.before(sentence):
        told = [q for q in passages.quantities_in(before) if q.dimension in _WHOLES and is_level(q)]
        return told[0] if len(told) == 1 or (told and told[0].dimension is not told[-1].dimension) else None
    return None


def _rest(
    passages: Passages, sentence: Sentence, held: Sequence[Quantity], found: Sequence[Operation]
) -> Iterator[Derived]:
    """*All 118 were offered work. Eighty-one took it; the rest left*: 37 of them."""
    rest = next((o for o in found if o.kind is Operator.REST), None)
    told = [q for q in held if rest is not None and q.span[1] <= rest.span[0] and is_level(q)]
    if rest is None or not told:
        return
    # An amount may be told in another currency as well: "252 million crowns, or 21 million euros, of which …".
    told = [q for q in told if alike((told[-1], q))]
    if not told:
        return
    whole = None if not alike(told) else _whole_of_all(passages, sentence, told)
    shared = told
    if whole is None and len(told) > 1 and alike(told):
        whole, shared = told[0], told[1:]
    if whole is not None and (left := whole.low - sum((q.low for q in shared), Decimal(0))) > 0:
        operands = (whole, *shared)
        yield Derived(like(whole, left, operands), operands, written(MINUS, operands), Step.REST, sentence, rest.span,
                      told=True)  # fmt: skip


def _whole_of_all(passages: Passages, sentence: Sentence, told: Sequence[Quantity]) -> Quantity | None:
    total = sum((q.low for q in told), Decimal(0))
    for before in passages.before(sentence):
        if before.index < sentence.index - 2:
            return None
        wholes = [q for q in passages.quantities_in(before) if alike((q, told[0])) and q.low > total]
        if wholes:
            return wholes[-1]
    return None
