"""Products: so much a month for so many months, so much each.

*420 euros a month for ten months* gives 4,200 euros; *17 turbines of 5.6 MW each* gives 95.2 MW.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from claimcheck.matchers.arithmetic.derived import TIMES, Derived, Step, is_level, like, operators_in, written
from claimcheck.matchers.passages import Passages, Sentence
from claimcheck.matchers.values import Bound, Dimension, Quantity
from claimcheck.matchers.words.operators import Operator

_NEAR = 24


def products(passages: Passages, sentence: Sentence, held: Sequence[Quantity]) -> Iterator[Derived]:
    """Give what rates and single amounts come to over all of the time, or of the things, that the sentence tells."""
    for rate in held:
        if rate.per and is_level(rate) and rate.dimension in {Dimension.MONEY, Dimension.MEASURE, Dimension.COUNT}:
            for time in held:
                if time.dimension is Dimension.DURATION and time.unit == rate.per and is_level(time):
                    yield _product(sentence, replace(rate, per=""), rate, time)
            yield from _of_the_year(sentence, rate)
    yield from _per_unit(passages, sentence, held)
    each = [o for o in operators_in(passages, sentence, sentence.span) if o.kind is Operator.EACH]
    for operation in each:
        counts = [q for q in held if q.dimension is Dimension.COUNT and is_level(q) and q.span[1] <= operation.span[0]]
        amounts = [q for q in held if q.dimension in {Dimension.MONEY, Dimension.MEASURE} and is_level(q) and not q.per]
        near = [q for q in amounts if -_NEAR < q.span[0] - operation.span[1] < _NEAR or _behind(q, operation.span[0])]
        if counts and near:
            yield _product(sentence, near[0], near[0], counts[-1])


def _per_unit(passages: Passages, sentence: Sentence, held: Sequence[Quantity]) -> Iterator[Derived]:
    """Give what a number comes to for one unit of the time it is spread over: *140 witnesses over 35 days*: 4 a day."""
    for number, time in pairwise(held):
        if time.dimension is not Dimension.DURATION or time.is_range or time.vague or time.low <= 1:
            continue
        if number.per or number.dimension not in _SPREAD or not is_level(number):
            continue
        # "Over 35 days" is read as more than 35, which it may be; "in over 35 days" says so.
        between = operators_in(passages, sentence, (number.span[1], time.span[0]))
        spread = [o for o in between if o.kind is Operator.OVER and time.span[0] - o.span[1] <= _TWO_WORDS]
        if len(spread) == 1 and time.span[0] - spread[0].span[1] <= 1:
            value = like(number, number.low / time.low, (number,))
            bound = Bound.EXACT if number.low % time.low == 0 else Bound.ABOUT
            quantity = replace(value, per=time.unit, bound=bound, stat="mean")
            how = written("/", (number, time))
            yield Derived(quantity, (number, time), how, Step.PRODUCT, sentence, number.span, told=True)


_TWO_WORDS = 6
"""Characters before a time in which two words stand that say how it is meant: *in over 35 days*."""
_SPREAD = frozenset({Dimension.COUNT, Dimension.MONEY, Dimension.MEASURE})


def _of_the_year(sentence: Sentence, rate: Quantity) -> Iterator[Derived]:
    """Give what an amount a month comes to in a year, and one a year in a month: *1,200 a month* is 14,400 a year."""
    if rate.dimension is Dimension.MONEY and rate.per == "month":
        value = replace(like(rate, rate.low * _MONTHS, (rate,)), per="year")
        yield Derived(value, (rate,), f"{rate.text} {TIMES} 12", Step.PRODUCT, sentence, rate.span, told=True)
    elif rate.dimension is Dimension.MONEY and rate.per == "year":
        value = replace(like(rate, rate.low / _MONTHS, (rate,)), per="month")
        yield Derived(value, (rate,), f"{rate.text} / 12", Step.PRODUCT, sentence, rate.span, told=True)


_MONTHS = 12


def _behind(quantity: Quantity, place: int) -> bool:
    return 0 <= place - quantity.span[1] < _NEAR


def _product(sentence: Sentence, model: Quantity, one: Quantity, many: Quantity) -> Derived:
    value = like(model, one.low * many.low, (one, many))
    return Derived(value, (one, many), written(TIMES, (one, many)), Step.PRODUCT, sentence, one.span, told=True)
