"""Lengths of time: from one day to another, from a day to the one that the page was issued; how old somebody became.

*Born on 3 May 1980* gives an age; *began in 1991 and ended in 1997* gives six years, and so does *from 1991 to 1997*.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from claimcheck.matchers.arithmetic.derived import Derived, Step, operators_in
from claimcheck.matchers.passages import Passages, Sentence
from claimcheck.matchers.values import DateExpr, Dimension, Granularity, Quantity
from claimcheck.matchers.words.operators import Operator

_BEFORE_DAY = 40
"""Characters before a day in which it is said what happened since: *since Dora Lindt in 1997*."""
_OLDEST = 120
"""Years that a person may be old."""
_FEW = 6
"""Days of a sentence up to which a length of time is told by two of them."""
_AGE = ("age",)
_SPANS = frozenset({Granularity.YEARS, Granularity.DAY, Granularity.MONTH})


def spans(passages: Passages, sentence: Sentence, days: Sequence[DateExpr]) -> Iterator[Derived]:
    """Give the years from one day to another, the ages of those born on a day, and the years since a year.

    The last two are told for the day that the page was issued.
    """
    yield from _between(passages, sentence, days)
    yield from _lives(passages, sentence, days)
    for day in days if len(days) <= _FEW else ():
        if _is_life(passages, day):
            born = replace(day, end=day.start if day.granularity is Granularity.DAY else _last_day(day.start))
            died = replace(day, start=day.end if day.granularity is Granularity.DAY else _first_day(day.end))
            low, high = full_years(born.end, died.start), full_years(born.start, died.end)
            yield _of(sentence, day, low, high, day.text, is_life=True)
        elif day.granularity in _SPANS and day.relation == "on" and (years := day.end.year - day.start.year) > 0:
            yield _of(sentence, day, years, years, day.text)
    issued = passages.issued
    if issued is None:
        return
    for day in days:
        before = _said_before(passages, sentence, day)
        if Operator.BORN in before and day.granularity is Granularity.DAY:
            yield _until(sentence, day, full_years(day.start, issued), issued)
        elif day.granularity is Granularity.YEAR and (not before.isdisjoint(_SINCE) or day.relation == "since"):
            yield _until(sentence, day, issued.year - day.start.year, issued)


def _is_life(passages: Passages, day: DateExpr) -> bool:
    """Return whether two days in brackets are those of a life: *Mara Bols (1951-2016)*."""
    text, (begin, end) = passages.document.text, day.span
    if text[begin - 1 : begin] != "(" or text[end : end + 1] not in {")", ";", ","} or day.granularity not in _SPANS:
        return False
    name = text[max(0, begin - 3) : begin - 1].strip()
    return name.isalpha() and day.end.year - day.start.year >= _YOUNGEST


_YOUNGEST = 15
"""Years from which two in brackets are taken for a life; a shorter time may be that of an office."""


def _first_day(day: date) -> date:
    return day.replace(month=1, day=1)


def _last_day(day: date) -> date:
    return day.replace(month=12, day=31)


_SINCE = frozenset({Operator.SINCE, Operator.BEGUN})


def _said_before(passages: Passages, sentence: Sentence, day: DateExpr) -> set[Operator]:
    begin = max(sentence.span[0], day.span[0] - _BEFORE_DAY)
    return {o.kind for o in operators_in(passages, sentence, (begin, day.span[0]))}


def _between(passages: Passages, sentence: Sentence, days: Sequence[DateExpr]) -> Iterator[Derived]:
    """Give how long something took, and how old somebody became: *began in 1991 and ended in 1997*: six years."""
    if not 1 < len(days) <= _FEW:
        return
    for first, last in pairwise(sorted(days, key=lambda day: day.span)):
        before = {o.kind for o in operators_in(passages, sentence, (sentence.span[0], first.span[0]))}
        between = {o.kind for o in operators_in(passages, sentence, (first.span[1], last.span[0]))}
        is_life = Operator.BORN in before and Operator.DIED in between
        if is_life or (Operator.BEGUN in before and Operator.ENDED in between):
            yield from _lasted(sentence, first, last, is_life=is_life)


def _lives(passages: Passages, sentence: Sentence, days: Sequence[DateExpr]) -> Iterator[Derived]:
    """Give how old somebody became whose birth was told before: *She was born in 1928. … She died in 2011*."""
    died = next((d for d in days if Operator.DIED in _said_before(passages, sentence, d)), None)
    if died is None:
        return
    names = {name.tokens[-1] for name in passages.names_in(sentence) if name.tokens}
    for before in passages.before(sentence):
        held = passages.dates_in(before)
        born = next((d for d in held if Operator.BORN in _said_before(passages, before, d)), None)
        if born is not None:
            known = {token for name in passages.names_in(before) for token in name.tokens}
            if sentence.refers_back or names & known:
                yield from _lasted(sentence, born, died, is_life=True)
            return


def _lasted(sentence: Sentence, first: DateExpr, last: DateExpr, *, is_life: bool) -> Iterator[Derived]:
    exact = {Granularity.DAY, Granularity.MONTH, Granularity.YEAR}
    if not {first.granularity, last.granularity} <= exact:
        return
    high = full_years(first.start, last.end)
    low = full_years(first.end, last.start) if is_life else full_years(first.start, last.start)
    if is_life or first.granularity is last.granularity:
        how = f"{first.text} to {last.text}"
        yield _of(sentence, last, low, max(low, high) if is_life else low, how, is_life=is_life)


def _of(sentence: Sentence, day: DateExpr, low: int, high: int, how: str, *, is_life: bool = False) -> Derived:
    quantity = Quantity(
        Decimal(low), Decimal(high), Dimension.DURATION, day.span, day.text, unit="year", digits=2,
        noun=_AGE if is_life else (),
    )  # fmt: skip
    return Derived(quantity, (), how, Step.SPAN, sentence, day.span, told=0 < low <= _OLDEST)


def full_years(born: date, now: date) -> int:
    """Return how many years are over from one day to another."""
    return now.year - born.year - ((now.month, now.day) < (born.month, born.day))


def _until(sentence: Sentence, day: DateExpr, years: int, issued: date) -> Derived:
    return _of(sentence, day, years, years, f"{day.text} to {issued.isoformat()}")


def is_age_at_death(derived: Derived) -> bool:
    """Return whether a length of time is how old somebody became."""
    return derived.kind is Step.SPAN and derived.quantity.noun == _AGE
