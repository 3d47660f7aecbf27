"""Stage 5, match: from what is written to first and last day, with the issue date where the words need it.

A date that needs the issue date has no days without one: it is never guessed.
"""

from dataclasses import dataclass, replace
from datetime import date

from claimcheck.matchers.dates import calendar
from claimcheck.matchers.dates.calendar import Days
from claimcheck.matchers.dates.written import Written
from claimcheck.matchers.values import ANY_YEAR, Granularity


@dataclass(frozen=True, slots=True)
class Resolved:
    """The days that a written date means."""

    days: Days
    granularity: Granularity
    relative: bool = False
    year_inferred: bool = False
    alternatives: tuple[Days, ...] = ()


def resolve(written: Written, issued: date | None) -> Resolved | None:
    """Return the days of a written date, or none where the calendar or the issue date does not give them."""
    if written.masked:
        return None
    if issued is not None and not calendar.is_year(issued.year):
        # A page that calls itself of the year 1 or 9999 tells nothing about "last year".
        issued = None
    if written.last is not None:
        return _range(written, written.last, issued)
    if written.unit:
        return None if issued is None else _relative(written, issued)
    if written.year is None and written.granularity is not Granularity.CENTURY:
        if issued is None:
            return None
        if written.year_shift is not None:
            held = resolve(replace(written, year=issued.year + written.year_shift), None)
            return None if held is None else replace(held, relative=True)
        return _inferred(written, issued)
    days = _days(written, written.year or 0)
    if days is None:
        return None
    return Resolved(days, written.granularity, alternatives=_alternatives(written))


def resolve_in_any_year(written: Written) -> Resolved | None:
    """Return the days of a date that leaves out its year, in the year that stands for any; none for other dates."""
    said = (written.masked, written.unit, written.year is not None, written.year_shift is not None)
    if any(said) or written.granularity not in _WITHOUT_YEAR:
        return None
    return resolve(replace(written, year=ANY_YEAR), None)


_WITHOUT_YEAR = frozenset({Granularity.DAY, Granularity.MONTH, Granularity.QUARTER})
"""What is dated by itself without its year; "in the winter" is any winter."""


def _range(first: Written, last: Written, issued: date | None) -> Resolved | None:
    one = resolve(replace(first, last=None), issued)
    if one is None:
        return None
    begin = one.days[0]
    if last.year is None and last.year_shift is None and last.granularity is not Granularity.CENTURY:
        # "30 December to 2 January": the end is the first such day that comes after the beginning.
        near = [_days(last, begin.year), _days(last, begin.year + 1)]
        end = next((days[1] for days in near if days is not None and days[1] >= begin), None)
    else:
        other = resolve(last, issued)
        end = None if other is None else other.days[1]
    if end is None or begin > end:
        return None
    finer = min(first.granularity, last.granularity, key=list(Granularity).index)
    coarse = {Granularity.YEAR: Granularity.YEARS, Granularity.DECADE: Granularity.YEARS}
    return replace(one, days=(begin, end), granularity=coarse.get(finer, finer), alternatives=())


def _relative(written: Written, issued: date) -> Resolved | None:
    pointer = written.pointer or 0
    if written.unit == "weekday" and written.ahead:
        past = calendar.weekday(issued, written.number - 1, 0)
        days = calendar.weekday(issued, written.number - 1, 1)
        return Resolved(days, Granularity.DAY, relative=True, alternatives=(past,))
    if written.unit == "weekday":
        return Resolved(calendar.weekday(issued, written.number - 1, pointer), Granularity.DAY, relative=True)
    if written.unit in ("month-name", "season"):
        return _named(written, issued, pointer)
    days, granularity = calendar.shifted(issued, written.unit, pointer)
    if written.part and granularity is Granularity.MONTH:
        days = calendar.month(days[0].year, days[0].month, written.part)
    return Resolved(days, granularity, relative=True)


def _named(written: Written, issued: date, pointer: int) -> Resolved | None:
    """Return the month or season that "last", "this" or "next" points to: the nearest on that side."""
    near = [_days(written, year) for year in range(issued.year - 2, issued.year + 3)]
    held = [days for days in near if days is not None]
    if pointer < 0:
        found = [days for days in held if days[1] < issued]
        chosen = found[-1]
    elif pointer > 0:
        chosen = next(days for days in held if days[0] > issued)
    else:
        chosen = next((days for days in held if days[0].year == issued.year), held[0])
    return Resolved(chosen, written.granularity, relative=True)


def _inferred(written: Written, issued: date) -> Resolved | None:
    """Return a date without its year as the nearest that had begun by the issue date; the next one is an alternative.

    A weekday said with the day tells the year, where one near has it.
    """
    near = [days for year in range(issued.year - _REACH, issued.year + _REACH + 1) if (days := _days(written, year))]
    if written.weekday is not None:
        told = [days for days in near if days[0].weekday() == written.weekday]
        if told:
            days = min(told, key=lambda held: abs(held[0] - issued))
            return Resolved(days, written.granularity, year_inferred=True)
    past = [days for days in near if days[0] <= issued]
    ahead = [days for days in near if days[0] > issued]
    if not past:
        return None
    return Resolved(past[-1], written.granularity, year_inferred=True, alternatives=tuple(ahead[:1]))


_REACH = 8
"""Years around the issue date: 29 February may lie eight years back."""


def _days(written: Written, year: int) -> Days | None:
    match written.granularity:
        case Granularity.DAY:
            return calendar.day(year, written.month, written.day)
        case Granularity.MONTH:
            return calendar.month(year, written.month, written.part)
        case Granularity.QUARTER:
            return calendar.quarter(year, written.number)
        case Granularity.HALF:
            return calendar.half(year, written.number)
        case Granularity.SEASON:
            return calendar.season(year, written.season)
        case Granularity.YEARS:
            return calendar.years(year, written.number)
        case Granularity.DECADE:
            return calendar.decade(year, written.part)
        case Granularity.CENTURY:
            return calendar.century(written.number, written.part)
        case _:
            return calendar.years(year, part=written.part)


def _alternatives(written: Written) -> tuple[Days, ...]:
    year = written.year or 0
    if written.swapped:
        other = calendar.day(year, written.day, written.month)
        return () if other is None else (other,)
    if written.ambiguous_month:
        return (calendar.month(year, written.number % 100),) if written.number % 100 else ()
    if written.season == "winter" and not written.number:
        return (calendar.season(year - 1, "winter"),)
    if written.granularity is Granularity.DECADE and year % 100 == 0:
        return (calendar.years(year, year + 99),)
    return ()
