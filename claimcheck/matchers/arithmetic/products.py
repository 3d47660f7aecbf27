"""Products: so much a month for so many months, so much each.

*420 euros a month for ten months* gives 4,200 euros; *17 turbines of 5.6 MW each* gives 95.2 MW.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.matchers.arithmetic.derived import TIMES, Derived, Step, is_level, like, operators_in, written
from claimcheck.matchers.passages import Passages, Sentence
from claimcheck.matchers.values import Dimension, Quantity
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
    each = [o for o in operators_in(passages, sentence, sentence.span) if o.kind is Operator.EACH]
    for operation in each:
        counts = [q for q in held if q.dimension is Dimension.COUNT and is_level(q) and q.span[1] <= operation.span[0]]
        amounts = [q for q in held if q.dimension in {Dimension.MONEY, Dimension.MEASURE} and is_level(q) and not q.per]
        near = [q for q in amounts if -_NEAR < q.span[0] - operation.span[1] < _NEAR or _behind(q, operation.span[0])]
        if counts and near:
            yield _product(sentence, near[0], near[0], counts[-1])


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
