"""Stage 5, match: seasons, quarters, half-years, years named by a word, and the early or late part of any period."""

from dataclasses import replace

from claimcheck.matchers.dates.days import DASHES, read_month_first, read_year
from claimcheck.matchers.dates.decades import read_century, read_worded_decade
from claimcheck.matchers.dates.digits import year_at, year_of
from claimcheck.matchers.dates.tables import Tables
from claimcheck.matchers.dates.written import Written
from claimcheck.matchers.dates.years import licensed_year, read_years
from claimcheck.matchers.scanning import Tokens
from claimcheck.matchers.values import Granularity


def read_season(tokens: Tokens, index: int, tables: Tables) -> Written | None:
    """Return "spring of 2022", "été 2023", "l'hiver 2022-2023"; none without a year, save after a pointer."""
    name = tables.seasons.get(tokens.form(index))
    if name is None:
        return None
    year, shift, end = read_year(tokens, index + 1, tables)
    if year is None and shift is None:
        return None
    if year is not None and name == "winter" and (tokens.form(end) in DASHES or tokens.form(end) == "/"):
        form = tokens.form(end + 1)
        if form in (str(year + 1), str(year + 1)[2:]):
            return Written(index, end + 2, Granularity.SEASON, year, season=name, number=year + 1)
    return Written(index, end, Granularity.SEASON, year, shift, season=name)


def read_quarter(tokens: Tokens, index: int, tables: Tables) -> Written | None:
    """Return "Q1 2023", "first quarter of 2023", "second semestre 2022", "1Q23" left aside."""
    found = tables.quarters.at(tokens, index)
    if found is not None:
        kind, end = found
    else:
        # "Q1" is a letter and a number.
        kind = tables.letters.get(tokens.form(index), "")
        number = tokens.form(index + 1)
        if not kind or not tokens.is_capital(index) or not tokens.glued(index) or number not in ("1", "2", "3", "4"):
            return None
        if kind == "half" and number not in ("1", "2"):
            return None
        if tokens.glued(index + 1) and (tokens.form(index + 2)[0].isalnum()):
            return None
        kind, end = kind[0] + number, index + 2
    year, shift, last = read_year(tokens, end, tables)
    granularity = Granularity.HALF if kind[0] == "h" else Granularity.QUARTER
    if year is None and shift is None:
        return None
    return Written(index, last, granularity, year, shift, number=int(kind[1]))


_PER = frozenset({"par", "por", "per", "pro", "a", "al"})
"""Before the word for a year these make a rate of it: "10 tonnes par an de 1992 à 2001"."""


def read_named_year(tokens: Tokens, index: int, tables: Tables) -> Written | None:
    """Return "fiscal year 2023", "l'année 2023", "FY2023": the year with the word that says it is one."""
    if tokens.form(index) not in tables.year_words or tokens.form(index - 1) in _PER:
        return None
    place = index + 1
    while place < index + 3 and tokens.form(place) in (*tables.year_words, "de", "del"):
        place += 1
    year = year_at(tokens, place)
    if year is None and tokens.form(index) == "fy" and place == index + 1:
        year = year_of(tokens.form(place))
    if year is None:
        return None
    run = read_years(tokens, place, tables)
    if run is not None:
        return replace(run, begin=index)
    return Written(index, place + 1, Granularity.YEAR, year)


def read_part(tokens: Tokens, index: int, tables: Tables) -> Written | None:
    """Return "early 2023", "mid-May", "fin 2024", "the end of the 1990s", "début mars 2023"."""
    found = tables.parts.at(tokens, index)
    if found is None:
        return None
    part, place = found
    limit = place + 4
    while place < limit and (
        tokens.form(place) in tables.links or tokens.form(place) in tables.articles or tokens.form(place) == "-"
    ):
        place += 1
    for start in range(place, found[1] - 1, -1):
        held = _period(tokens, start, tables)
        if held is not None:
            return replace(held, begin=index, part=part)
    return None


def _period(tokens: Tokens, index: int, tables: Tables) -> Written | None:
    held = (
        read_month_first(tokens, index, tables)
        or read_named_year(tokens, index, tables)
        or read_century(tokens, index, tables)
        or read_worded_decade(tokens, index, tables)
        or read_years(tokens, index, tables)
        or licensed_year(tokens, index)
        or read_season(tokens, index, tables)
    )
    if held is not None:
        return None if held.granularity is Granularity.DAY else held
    relative = tables.relative.at(tokens, index)
    if relative is None or not relative[0].startswith(("year", "month")):
        return None
    unit, shift = relative[0].rstrip("+-0123456789"), int(relative[0].lstrip("abcdefghijklmnopqrstuvwxyz"))
    granularity = Granularity.YEAR if unit == "year" else Granularity.MONTH
    if unit == "year":
        return Written(index, relative[1], granularity, year_shift=shift)
    return Written(index, relative[1], granularity, pointer=shift, unit=unit)
