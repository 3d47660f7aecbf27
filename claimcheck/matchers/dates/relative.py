"""Stage 5, match: dates said from the day of writing: "yesterday", "last Thursday", "il y a trois ans"."""

from dataclasses import replace

from claimcheck.matchers.dates.days import is_start, month_at, read_day_first, read_year
from claimcheck.matchers.dates.tables import Tables
from claimcheck.matchers.dates.written import Written
from claimcheck.matchers.scanning import Tokens
from claimcheck.matchers.values import Granularity

_GRANULARITY = {
    "now": Granularity.DAY,
    "day": Granularity.DAY,
    "week": Granularity.WEEK,
    "month": Granularity.MONTH,
    "quarter": Granularity.QUARTER,
    "year": Granularity.YEAR,
    "decade": Granularity.YEAR,
}
_MOST_AGO = 150
_MOST_DECADES = 20
"""Units ago beyond which a number is no reckoning from today."""


def read_relative(tokens: Tokens, index: int, tables: Tables) -> Written | None:
    """Return the date said from the day of writing that begins at a token, a bare weekday among them."""
    found = tables.relative.at(tokens, index)
    if found is not None:
        unit = found[0].rstrip("+-0123456789")
        shift = int(found[0][len(unit) :])
        return Written(index, found[1], _GRANULARITY[unit], pointer=shift, unit=unit)
    return _pointed(tokens, index, tables) or _weekday(tokens, index, tables) or read_ago(tokens, index, tables)


def _pointed(tokens: Tokens, index: int, tables: Tables) -> Written | None:
    """Return "last Thursday", "next May", "mai dernier", "l'été dernier"; the pointer before or behind."""
    pointer = tables.pointers.get(tokens.form(index))
    if pointer is not None:
        return _period(tokens, index + 1, tables, pointer, begin=index)
    held = _period(tokens, index, tables, 0, begin=index)
    if held is None:
        return None
    place = held.end
    pointer = tables.pointers.get(tokens.form(place))
    if pointer is None or tables.capital or read_year(tokens, place, tables)[2] > place:
        # "March this year": the pointer belongs to the year.
        return None
    return _period(tokens, index, tables, pointer, begin=index, end=place + 1)


def _period(
    tokens: Tokens, index: int, tables: Tables, pointer: int, *, begin: int, end: int | None = None
) -> Written | None:
    dated = read_day_first(tokens, index, tables) if begin < index else None
    if dated is not None and dated.year is None and dated.last is None:
        return replace(dated, begin=begin, pointer=pointer, unit="month-name")
    day = tables.weekdays.at(tokens, index)
    if day is not None:
        return Written(begin, end or day[1], Granularity.DAY, number=day[0] + 1, pointer=pointer, unit="weekday")
    month = month_at(tokens, index, tables)
    if month is not None and not month[2] and _is_written_so(tokens, index, tables):
        return Written(begin, end or month[1], Granularity.MONTH, month=month[0], pointer=pointer, unit="month-name")
    season = tables.seasons.get(tokens.form(index))
    if season is not None:
        return Written(begin, end or index + 1, Granularity.SEASON, season=season, pointer=pointer, unit="season")
    return None


def _is_written_so(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether a name of the calendar has the capital that its language gives it."""
    capital = tokens.is_capital(index)
    return capital if tables.capital else not capital or is_start(tokens, index)


def _weekday(tokens: Tokens, index: int, tables: Tables) -> Written | None:
    found = tables.weekdays.at(tokens, index)
    if found is None or tokens.form(index - 1) in tables.generic or tokens.form(found[1]) in tables.generic_after:
        return None
    capital = tokens.is_capital(index)
    if tables.capital:
        if not capital or (tables.language == "en" and tokens.is_capital(found[1])):
            return None
    elif capital and (not is_start(tokens, index) or tokens.is_capital(found[1])):
        return None
    number, ahead = found[0] + 1, _is_ahead(tokens, index, tables)
    return Written(index, found[1], Granularity.DAY, number=number, pointer=0, unit="weekday", ahead=ahead)


def _is_ahead(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Return whether a verb before a weekday, with no stop and no other weekday between, is of what is to come."""
    for place in range(index - 1, max(-1, index - 1 - _AHEAD), -1):
        form = tokens.form(place)
        if form in _STOPS or tables.weekdays.at(tokens, place) is not None:
            return False
        if form in tables.ahead:
            return True
    return False


_AHEAD = 10
"""Words before a weekday among which its verb is looked for."""
_STOPS = frozenset(".!?;\n")


def read_ago(tokens: Tokens, index: int, tables: Tables) -> Written | None:
    """Return "three years ago", "il y a trois ans", "vor drei Jahren", "tre anni fa": all that digits can begin."""
    before = tables.ago_before.at(tokens, index)
    place = before[1] if before is not None else index
    if before is not None:
        place = _past_hedges(tokens, place, tables)
    number, place = _number(tokens, place, tables)
    if number is None:
        return None
    unit = tables.units.get(tokens.form(place))
    if unit is None or (unit == "decade" and number > _MOST_DECADES):
        return None
    end = place + 1
    after = tables.ago_after.at(tokens, end)
    if after is not None:
        end = after[1]
    elif before is None:
        return None
    return Written(index, end, _GRANULARITY[unit], pointer=-number, unit=unit)


def _past_hedges(tokens: Tokens, index: int, tables: Tables) -> int:
    """Return the place after words such as "environ", "cerca de", "rund"."""
    place = index
    while place < index + 2 and (
        tokens.form(place) in tables.amounts or (place > index and tokens.form(place) == "de")
    ):
        place += 1
    return place


def _number(tokens: Tokens, index: int, tables: Tables) -> tuple[int | None, int]:
    form = tokens.form(index)
    if form.isdecimal() and form.isascii() and len(form) <= 3:  # noqa: PLR2004 - see _MOST_AGO
        return (int(form) if int(form) <= _MOST_AGO else None), index + 1
    return tables.numbers.get(form), index + 1
