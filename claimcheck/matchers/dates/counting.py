"""Stage 5, match: from a date and what a text counts from it, "two years later", to the days that are meant.

Pure arithmetic.  Days and weeks are counted from a day alone, months from a month at the coarsest, years from any date.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from claimcheck.matchers.dates import calendar
from claimcheck.matchers.dates.calendar import Days
from claimcheck.matchers.values import DateExpr, Granularity

_FINE = {
    "day": frozenset({Granularity.DAY}),
    "week": frozenset({Granularity.DAY}),
    "month": frozenset({Granularity.DAY, Granularity.MONTH}),
    "weekday": frozenset({Granularity.DAY}),
}
"""How fine a date must be to count such units from it; years are counted from any."""
_PERIODS = frozenset({Granularity.MONTH, Granularity.QUARTER, Granularity.SEASON, Granularity.HALF})
_GRANULARITY = {
    "day": Granularity.DAY,
    "weekday": Granularity.DAY,
    "week": Granularity.WEEK,
    "month": Granularity.MONTH,
    "month-name": Granularity.MONTH,
    "season": Granularity.SEASON,
}


@dataclass(frozen=True, slots=True)
class Pointer:
    """So many units from a date before, or the next or last period of a name."""

    begin: int
    """Its first token."""
    end: int
    """The token after its last."""
    unit: str
    shift: int
    number: int = 0
    """The month or the weekday, Monday being 1."""
    season: str = ""
    counted: bool = False
    """Whether a number of units is said."""
    of_year: bool = False
    """Whether it is a season of the year so many from that of the date: "the spring of the following year"."""


def count_from(base: DateExpr, pointer: Pointer) -> tuple[Days, Granularity] | None:
    """Return the days that a pointer leads to from a date, and how fine they are; none where it is too coarse."""
    if base.granularity not in _FINE.get(pointer.unit, (base.granularity,)):
        return None
    shift = pointer.shift
    of = base.end if shift >= 0 else base.start
    try:
        if pointer.of_year:
            year = _years(base, shift)
            return None if year is None else (calendar.season(year[0][0].year, pointer.season), Granularity.SEASON)
        match pointer.unit:
            case "year" | "decade":
                return _years(base, shift * (10 if pointer.unit == "decade" else 1))
            case "then":
                return (base.start, base.end), base.granularity
            case "weekday":
                return calendar.weekday(of, pointer.number - 1, shift), Granularity.DAY
            case "month-name" | "season":
                return _nearest(base, pointer)
            case "week" if pointer.counted:
                near = (calendar.shifted(of, "day", 7 * shift + by)[0][0] for by in (-_ABOUT, _ABOUT))
                return (next(near), next(near)), Granularity.WEEK
            case _:
                return calendar.shifted(of, pointer.unit, shift)
    except (OverflowError, ValueError):
        return None


_ABOUT = 3
"""Days by which so many weeks later may be off."""


def _years(base: DateExpr, shift: int) -> tuple[Days, Granularity] | None:
    """Return the year so many from that of a date; a year earlier, a quarter is set against the same quarter."""
    year = (base.end if shift > 0 else base.start).year + shift
    if not calendar.is_year(year) or (shift == 0 and base.start.year != base.end.year):
        return None
    if shift == -1 and base.granularity in _PERIODS and base.start.year == base.end.year:
        return (base.start.replace(year=year, day=1), _end_of_month(year, base.end.month)), base.granularity
    return calendar.years(year), Granularity.YEAR


def _end_of_month(year: int, month: int) -> date:
    return calendar.month(year, month)[1]


def _nearest(base: DateExpr, pointer: Pointer) -> tuple[Days, Granularity] | None:
    years = range(base.start.year - 1, base.end.year + 2)
    every = [
        calendar.season(year, pointer.season) if pointer.season else calendar.month(year, pointer.number)
        for year in years
        if calendar.is_year(year)
    ]
    granularity = _GRANULARITY[pointer.unit]
    if pointer.shift > 0:
        held = [days for days in every if days[0] > base.end]
        return (held[0], granularity) if held else None
    if pointer.shift < 0:
        held = [days for days in every if days[1] < base.start]
        return (held[-1], granularity) if held else None
    held = [days for days in every if days[0].year == base.start.year == base.end.year]
    return (held[0], granularity) if held else None


def in_year(held: DateExpr, year: int) -> DateExpr:
    """Return days of no known year as those of one; 29 February is the last of it there."""
    by = year - held.start.year
    ends = [_moved(end, by) for end in (held.start, held.end)]
    return replace(held, start=ends[0], end=ends[1], year_unknown=False)


def _moved(day: date, years: int) -> date:
    year = min(max(day.year + years, 1), 9999)
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))
