"""Stage 5, match: the first and last day of the periods that dates name.  Pure arithmetic on the civil calendar.

Where usage is loose the interval is generous: a season counts from the first of its first month to the solstice or
equinox that ends it, so that it holds both the meteorologist's and the astronomer's; "early", "mid" and "late" are
thirds, with a wider middle.
"""

from calendar import monthrange
from datetime import date, timedelta

from claimcheck.matchers.values import Granularity

Days = tuple[date, date]
"""First and last day of a period, both in it."""

FIRST_YEAR, LAST_YEAR = 1000, 2100
"""A number outside these is not read as a year: texts of today speak of few such years, and of many such counts."""

_SEASONS = {"spring": ((3, 1), (6, 21)), "summer": ((6, 1), (9, 23)), "autumn": ((9, 1), (12, 21))}
_YEAR_PARTS = {"early": (1, 4), "mid": (4, 9), "late": (9, 12)}
_MONTH_PARTS = {"early": (1, 11), "mid": (9, 22), "late": (20, 31)}
_TENTHS = {"early": (0, 3), "mid": (3, 6), "late": (6, 9)}
"""Which years of a decade, and which decades of a century, a part holds."""


def is_year(number: int) -> bool:
    """Return whether a number can be read as a year at all."""
    return FIRST_YEAR <= number <= LAST_YEAR


def day(year: int, month: int, number: int) -> Days | None:
    """Return a day as a period, or none where the calendar has no such day."""
    if not (1 <= year <= LAST_YEAR + 1 and 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]):  # noqa: PLR2004 - months of a year
        return None
    found = date(year, month, number)
    return found, found


def month(year: int, number: int, part: str = "") -> Days:
    """Return a month, or a part of it."""
    last = monthrange(year, number)[1]
    first_day, last_day = _MONTH_PARTS.get(part, (1, last))
    return date(year, number, first_day), date(year, number, min(last_day, last))


def months(year: int, first: int, last: int) -> Days:
    """Return the days from one month of a year to another."""
    return date(year, first, 1), month(year, last)[1]


def quarter(year: int, number: int) -> Days:
    """Return a quarter, 1 to 4."""
    return months(year, 3 * number - 2, 3 * number)


def half(year: int, number: int) -> Days:
    """Return a half-year, 1 or 2."""
    return months(year, 6 * number - 5, 6 * number)


def season(year: int, name: str) -> Days:
    """Return a season; winter begins in its year and ends in the next."""
    if name == "winter":
        return date(year, 12, 1), date(year + 1, 3, 21)
    first, last = _SEASONS[name]
    return date(year, *first), date(year, *last)


def years(first: int, last: int | None = None, part: str = "") -> Days:
    """Return a year or a run of years, or a part of one year."""
    if part:
        return months(first, *_YEAR_PARTS[part])
    return date(first, 1, 1), date(first if last is None else last, 12, 31)


def decade(first: int, part: str = "") -> Days:
    """Return the ten years from ``first`` on, or a part of them."""
    begin, end = _TENTHS.get(part, (0, 9))
    return years(first + begin, first + end)


def century(number: int, part: str = "") -> Days:
    """Return a century with the round years at both its ends, or a part of it."""
    begin, end = _TENTHS.get(part, (0, 9))
    first = 100 * (number - 1)
    return years(max(1, first + 10 * begin), first + 10 * end + (10 if end == _TENTHS["late"][1] else 9))


def week(of: date, shift: int) -> Days:
    """Return the week, Monday to Sunday, that lies ``shift`` weeks after that of a day."""
    monday = of - timedelta(days=of.weekday()) + timedelta(weeks=shift)
    return monday, monday + timedelta(days=6)


def shifted(of: date, unit: str, shift: int) -> tuple[Days, Granularity]:
    """Return the day, week, month, quarter, year or decade that lies ``shift`` of them after that of a day."""
    match unit:
        case "day" | "now":
            moved = of + timedelta(days=shift)
            return (moved, moved), Granularity.DAY
        case "week":
            return week(of, shift), Granularity.WEEK
        case "month":
            count = 12 * of.year + of.month - 1 + shift
            return month(count // 12, count % 12 + 1), Granularity.MONTH
        case "quarter":
            count = 4 * of.year + (of.month - 1) // 3 + shift
            return quarter(count // 4, count % 4 + 1), Granularity.QUARTER
        case "decade":
            return years(of.year + 10 * shift), Granularity.YEAR
        case _:
            return years(of.year + shift), Granularity.YEAR


def weekday(of: date, number: int, direction: int) -> Days:
    """Return a weekday near a day: the last before it (-1), the next after it (1), the last up to it (0)."""
    if direction > 0:
        found = of + timedelta(days=(number - of.weekday() - 1) % 7 + 1)
    elif direction < 0:
        found = of - timedelta(days=(of.weekday() - number - 1) % 7 + 1)
    else:
        found = of - timedelta(days=(of.weekday() - number) % 7)
    return found, found
