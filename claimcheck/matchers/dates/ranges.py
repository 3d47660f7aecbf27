"""Stage 5, match: two dates that are the ends of one: "from 2015 to 2019", "between March and May 2023"."""

from collections.abc import Iterable
from dataclasses import replace

from claimcheck.matchers.dates.days import DASHES
from claimcheck.matchers.dates.tables import Tables
from claimcheck.matchers.dates.written import Written
from claimcheck.matchers.scanning import Tokens
from claimcheck.matchers.values import Granularity

_LENDING = frozenset({Granularity.DAY, Granularity.MONTH, Granularity.SEASON, Granularity.QUARTER})
"""What takes its year from the date after it: "March and May 2023"."""


def join_ranges(found: Iterable[Written], tokens: Tokens, tables: Tables) -> list[Written]:
    """Return the dates of a text with those that are two ends of a range made one, and years lent backwards."""
    joined: list[Written] = []
    for held in found:
        current = held
        if joined:
            link = _link(joined[-1], held, tokens, tables)
            if link:
                _lend_back(joined, held, tokens, tables)
            if link == "range" and _ordered(joined[-1], held):
                current = replace(joined.pop(), end=held.end, last=held)
        joined.append(current)
    return joined


def _lend_back(joined: list[Written], held: Written, tokens: Tokens, tables: Tables) -> None:
    """Give the year of a date to those before it that lack one, through a list: "1 May, 2 June and 3 July 2022"."""
    lender = held
    for place in range(len(joined) - 1, max(-1, len(joined) - 1 - _MOST_LISTED), -1):
        if not _link(joined[place], lender, tokens, tables):
            return
        lent = _lend(joined[place], lender)
        if lent is joined[place]:
            return
        joined[place] = lender = lent


_MOST_LISTED = 12


def _link(one: Written, other: Written, tokens: Tokens, tables: Tables) -> str:
    """Return how two dates stand to each other: ``range``, ``list`` or not at all."""
    gap = other.begin - one.end
    if not 1 <= gap <= 4 or one.last is not None or other.last is not None or one.unit or other.unit:  # noqa: PLR2004 - "jusqu'au mois de"
        return ""
    if one.masked or other.masked or not _alike(one, other):
        return ""
    end = other.begin
    start = one.end
    form = tokens.form(start)
    opening = tables.between.get(_opening(tokens, one.begin, tables))
    linked = tables.range_to.at(tokens, start)
    if linked is not None:
        kind, place = "range", linked[1]
    elif form in DASHES or (opening is not None and form == opening):
        kind, place = "range", start + 1
    elif form in tables.joining or form == ",":
        kind, place = "list", start + 1
    else:
        return ""
    while place < end and tokens.form(place) in tables.articles:
        place += 1
    return kind if place == end else ""


def _opening(tokens: Tokens, begin: int, tables: Tables) -> str:
    """Return the word before a date that opens a range, articles and the like left out."""
    place = begin - 1
    for _ in range(2):
        if tokens.form(place) in tables.between:
            return tokens.form(place)
        if tokens.form(place) not in tables.articles and tokens.form(place) not in tables.year_words:
            break
        place -= 1
    return ""


def _alike(one: Written, other: Written) -> bool:
    coarse = {Granularity.YEAR, Granularity.DECADE}
    if one.granularity is other.granularity:
        return one.granularity is not Granularity.YEARS
    if {one.granularity, other.granularity} <= coarse:
        return True
    return {one.granularity, other.granularity} <= {Granularity.DAY, Granularity.MONTH, Granularity.YEAR} and (
        one.year is not None
    )


def _lend(one: Written, other: Written) -> Written:
    if one.year is None and one.year_shift is None and one.granularity in _LENDING and other.granularity in _LENDING:
        year, shift = other.year, other.year_shift
        if (
            year is not None
            and (one.month, one.day) > (other.month, other.day)
            and one.month
            and one.month > other.month
        ):
            # "from December to March 2023" begins the year before.
            year -= 1
        return replace(one, year=year, year_shift=shift)
    return one


def _ordered(one: Written, other: Written) -> bool:
    if one.year is None or other.year is None:
        return other.year is None and one.year_shift == other.year_shift
    return (one.year, one.month, one.day, one.number) < (
        other.year,
        other.month or 13,
        other.day or 32,
        other.number or 0,
    ) or (
        one.year,
        one.month,
    ) < (other.year, other.month)
