"""Stage 5, match: days and months in words: "18 June 1956", "le 1er mai", "4-6 May 2023", "mai 2025", "in May"."""

from dataclasses import replace

from claimcheck.matchers.dates.digits import day_at, year_at
from claimcheck.matchers.dates.tables import Tables
from claimcheck.matchers.dates.written import Written
from claimcheck.matchers.scanning import Tokens
from claimcheck.matchers.values import Granularity

DASHES = frozenset("-\u2013\u2014")
_MOST_DAYS = 6
"""Days that one month is said of: "on 4, 5 and 6 May"."""


def month_at(tokens: Tokens, index: int, tables: Tables) -> tuple[int, int, bool] | None:
    """Return the month that a token names, the token after it and its full stop, and whether it is abbreviated."""
    form = tokens.form(index)
    if form in tables.months:
        number = tables.months[form]
        # "Mar. 3": the whole names take no full stop, save where they are their own abbreviations.
        return number, index + 1, False
    number = tables.short_months.get(form, 0)
    if not number:
        return None
    end = index + 1
    if tokens.form(end) == "." and tokens.glued(index):
        end += 1
    return number, end, True


def read_day_first(tokens: Tokens, index: int, tables: Tables) -> Written | None:
    """Return the day that begins with its number: "18 June 1956", "4-6 May", "le premier mai"."""
    if tokens.form(index) in tables.first:
        return _with_month(tokens, index, index + 1, 1, tables)
    day = day_at(tokens, index)
    if day is None:
        return None
    after = _past_ordinal(tokens, index, tables)
    return (
        _with_month(tokens, index, after, day, tables)
        or _to_day(tokens, index, after, day, tables)
        or _and_day(tokens, index, after, day, tables)
    )


def _past_ordinal(tokens: Tokens, index: int, tables: Tables) -> int:
    """Return the token after a number and what makes it an ordinal: ``4th``, ``1er``, ``1.º``, ``3.``."""
    end = index + 1
    if not tokens.glued(index):
        return end
    if tokens.form(end) == "." and tokens.form(end + 1) in tables.ordinal and tokens.glued(end):
        return end + 2
    return end + 1 if tokens.form(end) in tables.ordinal else end


def _with_month(tokens: Tokens, begin: int, after: int, day: int, tables: Tables) -> Written | None:
    place = after
    while place < after + 2 and (tokens.form(place) in tables.links or tokens.form(place) == "-"):
        place += 1
    found = month_at(tokens, place, tables)
    if found is None or (
        tables.capital and not tokens.is_capital(place) and found[0] and not _year_near(tokens, found[1])
    ):
        return None
    month, end, short = found
    if short and tokens.form(place) in tables.no_month and place > after and tokens.form(place - 1) not in tables.links:
        return None
    year, shift, last = read_year(tokens, end, tables)
    return Written(begin, last, Granularity.DAY, year, shift, month=month, day=day)


def _year_near(tokens: Tokens, index: int) -> bool:
    return any(year_at(tokens, place) is not None for place in (index, index + 1))


def _to_day(tokens: Tokens, index: int, after: int, day: int, tables: Tables) -> Written | None:
    """Return a range of days of one month: "4-6 May", "du 4 au 6 mai", "between 4 and 6 May"."""
    if tokens.form(after) in DASHES:
        place = after + 1
    elif (linked := tables.range_to.at(tokens, after)) is not None:
        place = linked[1]
    elif tables.between.get(tokens.form(index - 1)) == tokens.form(after):
        place = after + 1
    else:
        return None
    while tokens.form(place) in tables.articles and place < after + 4:
        place += 1
    named = tables.weekdays.at(tokens, place)
    place = place if named is None else named[1]
    second = day_at(tokens, place) if tokens.form(place - 1) not in DASHES else _loose_day(tokens, place)
    if second is None or second <= day:
        return None
    last = _with_month(tokens, place, _past_ordinal(tokens, place, tables), second, tables)
    if last is None:
        return None
    first = replace(last, day=day)
    return replace(first, begin=index, end=last.end, last=last)


def _loose_day(tokens: Tokens, index: int) -> int | None:
    form = tokens.form(index)
    return int(form) if len(form) <= 2 and form.isdecimal() and 1 <= int(form) <= 31 else None  # noqa: PLR2004 - days


def _and_day(tokens: Tokens, index: int, after: int, day: int, tables: Tables) -> Written | None:
    """Return the first day of a list that shares one month: "4 and 6 May", "4, 5 and 6 May"."""
    place, joined = after, False
    for _ in range(_MOST_DAYS):
        if tokens.form(place) not in tables.joining and tokens.form(place) != ",":
            return None
        joined = joined or tokens.form(place) in tables.joining
        place += 1
        while tokens.form(place) in tables.articles and place < after + 4 * _MOST_DAYS:
            place += 1
        following = day_at(tokens, place)
        if following is None:
            return None
        past = _past_ordinal(tokens, place, tables)
        whole = _with_month(tokens, place, past, following, tables) if joined else None
        if whole is not None:
            return replace(whole, begin=index, end=after, day=day)
        place = past
    return None


def read_month_first(tokens: Tokens, index: int, tables: Tables) -> Written | None:
    """Return the day or month that begins with a month's name: "June 18, 1956", "May 2025", "mai"."""
    found = month_at(tokens, index, tables)
    if found is None:
        return None
    month, after, short = found
    capital = tokens.is_capital(index)
    unsure = tokens.form(index) in tables.no_month
    if tables.language == "en" and (capital or not unsure):
        day = _english_day(tokens, index, after, month, tables)
        if day is not None:
            return day if capital or day.year is not None else None
    year, shift, end = read_year(tokens, after, tables, month=True)
    if year is not None or shift is not None:
        if unsure and not capital and tables.capital and tokens.form(index) == "may":
            return None
        if short and unsure and end == after + 1 and tokens.form(after - 1) != "." and not capital:
            return None
        return Written(index, end, Granularity.MONTH, year, shift, month=month)
    if short or not _stands_alone(tokens, index, tables, capital=capital, unsure=unsure):
        return None
    return Written(index, after, Granularity.MONTH, month=month)


def _stands_alone(tokens: Tokens, index: int, tables: Tables, *, capital: bool, unsure: bool) -> bool:
    """Whether a month without day and year is one: "in May" and not "may"; "en mars" and not the planet."""
    before = tokens.form(index - 1)
    led = before in tables.strong or before in tables.weak or before in tables.articles or before in tables.pointers
    led = led or tables.parts.before(tokens, index) is not None or before == "-"
    led = (
        led
        or before in tables.between
        or (before in tables.joining and not tables.capital)
        or tables.range_to.before(tokens, index) is not None
    )
    led = led or (tokens.form(index + 1) in DASHES and month_at(tokens, index + 2, tables) is not None)
    if tables.capital and not capital:
        return False
    if not tables.capital and capital and not is_start(tokens, index):
        return False
    if unsure:
        return led and not (tokens.is_capital(index + 1) and tables.capital)
    # "April Smith": a capital right behind makes a name of it.
    return led or not (tables.capital and tables.language == "en" and tokens.is_capital(index + 1))


def is_start(tokens: Tokens, index: int) -> bool:
    """Return whether a token begins a sentence, a line or a cell."""
    before = tokens.form(index - 1)
    return before in '\n.!?:;|"(•-—' or index == 0


def _english_day(tokens: Tokens, index: int, after: int, month: int, tables: Tables) -> Written | None:
    place = after + 1 if tokens.form(after) == "the" else after
    day = day_at(tokens, place)
    if day is None or _is_part_of_number(tokens, place):
        return None
    end = _past_ordinal(tokens, place, tables)
    second: int | None = None
    link = tokens.form(end)
    if link in DASHES or link in ("to", "through") or tables.between.get(tokens.form(index - 1)) == link:
        second = _loose_day(tokens, end + 1)
        if second is not None and second > day and month_at(tokens, end + 2, tables) is None:
            end = _past_ordinal(tokens, end + 1, tables)
        else:
            second = None
    if tokens.form(end) in tables.counted or (
        tokens.form(index) in tables.no_month and tokens.form(end) in tables.amounts
    ):
        return None
    year, shift, last = read_year(tokens, end, tables)
    first = Written(index, last, Granularity.DAY, year, shift, month=month, day=day)
    return first if second is None else replace(first, last=replace(first, day=second))


def _is_part_of_number(tokens: Tokens, index: int) -> bool:
    """Whether a number goes on: "May 20,000", "June 3.5", "April 10:30"."""
    return (
        tokens.glued(index)
        and tokens.form(index + 1) in (",", ".", ":", "/", "%")
        and (tokens.form(index + 1) == "%" or (tokens.glued(index + 1) and tokens.is_number(index + 2)))
    )


def read_year(tokens: Tokens, index: int, tables: Tables, *, month: bool = False) -> tuple[int | None, int | None, int]:
    """Return the year that a day or month goes on with, or its distance from the issue date's, and the token after.

    Without one, both are ``None`` and the place is ``index`` itself.
    """
    place = tables.skip_links(tokens, index, comma=True)
    for start in dict.fromkeys((place, index)):
        year = year_at(tokens, start, loose=True)
        if year is not None and not _counts(tokens, start, tables, bare=start == index):
            return year, None, start + 1
        relative = tables.relative.at(tokens, start)
        if relative is not None and relative[0].startswith("year"):
            return None, int(relative[0][4:]), relative[1]
    for start in range(index, place):
        relative = tables.relative.at(tokens, start)
        if relative is not None and relative[0].startswith("year"):
            return None, int(relative[0][4:]), relative[1]
    if month and tokens.form(index) in ("/", "-", "'") and tokens.glued(index):
        year = year_at(tokens, index + 1)
        short = tokens.form(index + 1)
        if year is None and tokens.form(index) == "'" and len(short) == 2 and short.isdecimal():  # noqa: PLR2004 - '22
            year = 2000 + int(short) if int(short) < 50 else 1900 + int(short)  # noqa: PLR2004 - see digits
        if year is not None:
            return year, None, index + 2
    return None, None, index


def _counts(tokens: Tokens, index: int, tables: Tables, *, bare: bool) -> bool:
    """Whether the number behind a date counts something: "In May, 2000 people"."""
    return not bare and tokens.form(index + 1) in tables.counted and tokens.form(index - 1) == ","
