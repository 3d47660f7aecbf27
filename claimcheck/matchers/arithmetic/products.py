"""Products and lengths of time: so much a month for so many months, so much each, the years since a day.

*420 euros a month for ten months* gives 4,200 euros; *17 turbines of 5.6 MW each* gives 95.2 MW; *born on 3 May 1980*
gives an age on the day that the page was issued.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from claimcheck.matchers.arithmetic.derived import TIMES, Derived, Step, is_level, like, operators_in, written
from claimcheck.matchers.passages import Passages, Sentence
from claimcheck.matchers.values import DateExpr, Dimension, Granularity, Quantity
from claimcheck.matchers.words.operators import Operator

_NEAR = 24
_BEFORE_DAY = 40
"""Characters before a day in which it is said what happened since: *since Dora Lindt in 1997*."""
_OLDEST = 120
"""Years that a person may be old."""


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


def spans(passages: Passages, sentence: Sentence, days: Sequence[DateExpr]) -> Iterator[Derived]:
    """Give the years from one day to another, the ages of those born on a day, and the years since a year.

    The last two are told for the day that the page was issued.
    """
    yield from _between(passages, sentence, days)
    issued = passages.issued
    if issued is None:
        return
    for day in days:
        begin = max(sentence.span[0], day.span[0] - _BEFORE_DAY)
        before = {o.kind for o in operators_in(passages, sentence, (begin, day.span[0]))}
        if Operator.BORN in before and day.granularity is Granularity.DAY:
            yield _years(sentence, day, _full_years(day.start, issued), issued)
        elif day.granularity is Granularity.YEAR and (Operator.SINCE in before or day.relation == "since"):
            yield _years(sentence, day, issued.year - day.start.year, issued)


def _between(passages: Passages, sentence: Sentence, days: Sequence[DateExpr]) -> Iterator[Derived]:
    """Give how long something took, and how old somebody became: *began in 1991 and ended in 1997*: six years."""
    if not 1 < len(days) <= _FEW:
        return
    for first, last in pairwise(sorted(days, key=lambda day: day.span)):
        before = {o.kind for o in operators_in(passages, sentence, (sentence.span[0], first.span[0]))}
        between = {o.kind for o in operators_in(passages, sentence, (first.span[1], last.span[0]))}
        is_life = Operator.BORN in before and Operator.DIED in between
        if not is_life and not (Operator.BEGUN in before and Operator.ENDED in between):
            continue
        exact = {Granularity.DAY, Granularity.MONTH, Granularity.YEAR}
        if first.granularity is not last.granularity or first.granularity not in exact:
            continue
        years = _full_years(first.start, last.start)
        if 0 < years <= _OLDEST:
            value = Decimal(years)
            noun = ("age",) if is_life else ()
            quantity = Quantity(
                value, value, Dimension.DURATION, last.span, last.text, unit="year", digits=2, noun=noun
            )
            how = f"{first.text} to {last.text}"
            yield Derived(quantity, (), how, Step.SPAN, sentence, last.span, told=True)


_FEW = 6
"""Days of a sentence up to which a length of time is told by two of them."""


def _full_years(born: date, now: date) -> int:
    return now.year - born.year - ((now.month, now.day) < (born.month, born.day))


def _years(sentence: Sentence, day: DateExpr, years: int, issued: date) -> Derived:
    value = Decimal(years)
    quantity = Quantity(value, value, Dimension.DURATION, day.span, day.text, unit="year", digits=2)
    how = f"{day.text} to {issued.isoformat()}"
    return Derived(quantity, (), how, Step.SPAN, sentence, day.span, told=0 < years <= _OLDEST)
