"""Stage 5, match: text → the dates in it, each an interval of days.  Pure.

Own grammar over tables: the libraries tried find a third to a half of the dates of newspaper sentences, and many that
are none (dateparser reads "a été annoncé" as a summer, recognizers-text loses the year before a full stop, dateutil
invents what is missing), and none says how fine a date is.  The tokens are scanned once from left to right, the readers
being asked only at words that a date can begin with.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from claimcheck.matchers.dates.days import DASHES, read_day_first, read_month_first
from claimcheck.matchers.dates.decades import read_century, read_worded_decade
from claimcheck.matchers.dates.digits import read_digits
from claimcheck.matchers.dates.ranges import join_ranges
from claimcheck.matchers.dates.relative import read_ago, read_relative
from claimcheck.matchers.dates.resolving import resolve, resolve_in_any_year
from claimcheck.matchers.dates.spells import read_named_year, read_part, read_quarter, read_season
from claimcheck.matchers.dates.tables import Tables, load_tables
from claimcheck.matchers.dates.written import Written
from claimcheck.matchers.dates.years import licensed_year, read_years
from claimcheck.matchers.scanning import Tokens, known_language, tokenise
from claimcheck.matchers.values import DateExpr, Granularity
from claimcheck.model import Span

Orders = frozenset[bool]
"""What the dates of a text show of its order: whether the day comes first in those like 20/04/2022."""


def read_dates(
    text: str,
    language: str,
    *,
    issued: date | None = None,
    orders: Orders | None = None,
    any_year: bool = False,
) -> list[DateExpr]:
    """Return the dates of a text in order, not overlapping, with offsets into the text as found.

    What only the issue date can tell ("last year", "31 August") is left out where there is none; so are copyright years
    and years before our era, which date no event of a text.  A language without tables is read as English.
    ``orders`` are those of the whole text, where this one is a part of it.  With ``any_year``, days and months whose
    year nothing tells are not left out but marked so.
    """
    tokens = tokenise(text, known_language(language))
    tables = _tables_of(language)
    found = []
    for written in _written(text, language, orders):
        resolved = resolve(written, issued)
        unknown = any_year and resolved is None
        if unknown:
            resolved = resolve_in_any_year(written)
        if resolved is None:
            continue
        span = tokens.span(written.begin, written.end)
        relation = _relation(tokens, written, tables)
        found.append(
            DateExpr(
                start=resolved.days[0],
                end=resolved.days[1],
                granularity=resolved.granularity,
                span=span,
                text=text[span[0] : span[1]],
                relation=relation,
                relative=resolved.relative,
                year_inferred=resolved.year_inferred,
                alternatives=resolved.alternatives,
                year_unknown=unknown,
            )
        )
    return found


def mask_dates(text: str, language: str, *, orders: Orders | None = None) -> list[Span]:
    """Return where dates stand in a text, in order, those included that ``read_dates`` leaves out.

    Their numbers count nothing, whether or not the days they mean are known.
    """
    tokens = tokenise(text, known_language(language))
    return [tokens.span(written.begin, written.end) for written in _written(text, language, orders)]


def read_orders(text: str, language: str) -> Orders:
    """Return in which orders a text shows that it writes the days and months of dates in digits."""
    if not _SLASHED.search(text):
        return frozenset()
    tokens, tables = tokenise(text, known_language(language)), _tables_of(language)
    return _orders(join_ranges(_scan(tokens, tables), tokens, tables), tokens)


_SLASHED = re.compile(r"\d\s*/")


_MONTH_FIRST = frozenset({"us", "ph", "um", "gu", "as", "mh", "mp", "pr", "vi", "ca"})
"""Regions whose English writes the month first in digits, by CLDR's short date formats; Canada writes both."""


@lru_cache(maxsize=64)
def _tables_of(language: str) -> Tables:
    """Return the tables of a language tag; English of a region that writes the day first reads digits so."""
    code = known_language(language)
    tables = load_tables(code)
    region = language.replace("_", "-").lower().rpartition("-")[2] if "-" in language.replace("_", "-") else ""
    british = code == "en" and len(region) == len("gb") and region not in _MONTH_FIRST
    return replace(tables, day_first=True) if british else tables


@lru_cache(maxsize=8)
def _written(text: str, language: str, orders: Orders | None) -> tuple[Written, ...]:
    tokens, tables = tokenise(text, known_language(language)), _tables_of(language)
    found = join_ranges(_scan(tokens, tables), tokens, tables)
    return _settle_order(found, _orders(found, tokens) if orders is None else orders, tables)


def _orders(found: list[Written], tokens: Tokens) -> Orders:
    slashed = [held for held in found if held.day and held.last is None and tokens.form(held.begin + 1) == "/"]
    return frozenset(tokens.form(held.begin).lstrip("0") == str(held.day) for held in slashed if held.day > _MONTHS)


def _settle_order(found: list[Written], orders: Orders, tables: Tables) -> tuple[Written, ...]:
    """Return the dates, day and month swapped where the text itself shows the other order by one like 20/04/2022."""
    if orders != {not tables.day_first}:
        return tuple(found)
    return tuple(replace(held, day=held.month, month=held.day) if held.swapped else held for held in found)


_MONTHS = 12
_YEAR_DIGITS = 4


def _scan(tokens: Tokens, tables: Tables) -> Iterator[Written]:
    """Give the dates of a text as written, those of a range still apart."""
    triggers, seconds, numbers, units, forms = (
        tables.triggers,
        tables.seconds,
        tables.numbers,
        tables.units,
        tokens.forms,
    )
    dated = not tables.named.isdisjoint(forms)
    candidates = [
        place
        for place, form in enumerate(forms)
        if (form in triggers and (form not in seconds or forms[place + 1] in seconds[form]))
        or (form.isdecimal() and len(form) <= _YEAR_DIGITS and _may_date(form, forms[place + 1], tables, dated=dated))
        # "a year ago": an article is asked only before a unit of time.
        or (form in numbers and forms[place + 1] in units)
    ]
    past = 0
    before: Written | None = None
    for index in candidates:
        if index < past or index >= tokens.count:
            continue
        held = _read_at(tokens, index, tables, before)
        if held is not None:
            yield held
            before, past = held, held.end


def _may_date(form: str, following: str, tables: Tables, *, dated: bool) -> bool:
    """Return whether digits can begin a date: a year, a decade, days in digits or by a name, so many days ago."""
    return dated or len(form) == _YEAR_DIGITS or form[-1] == "0" or following in _MARKS or following in tables.units


_MARKS = frozenset("-/.")


def _read_at(tokens: Tokens, index: int, tables: Tables, before: Written | None) -> Written | None:
    form = tokens.form(index)
    if form.isdecimal():
        if tokens.form(index + 1) in _MARKS and tokens.glued(index - 1) and tokens.form(index - 1)[-1].isalpha():
            # "x1-x1-x1": the number of a part, of a model, of a case.
            return None
        return (
            read_digits(tokens, index, tables)
            or _day(tokens, index, tables)
            or read_century(tokens, index, tables)
            or read_ago(tokens, index, tables)
            or read_quarter(tokens, index, tables)
            or _year(tokens, index, tables, before)
        )
    if form in ("©", "copyright"):
        return _copyright(tokens, index, tables)
    return (
        _after_weekday(tokens, index, tables)
        or read_part(tokens, index, tables)
        or _season_or_relative(tokens, index, tables)
        or read_day_first(tokens, index, tables)
        or read_month_first(tokens, index, tables)
        or read_quarter(tokens, index, tables)
        or read_century(tokens, index, tables)
        or read_worded_decade(tokens, index, tables)
        or read_named_year(tokens, index, tables)
    )


def _day(tokens: Tokens, index: int, tables: Tables) -> Written | None:
    """Return a day that begins with its number, and the pointer behind it: "4 mai dernier"."""
    held = read_day_first(tokens, index, tables)
    if held is None or held.year is not None or held.last is not None or tables.capital:
        return held
    pointer = tables.pointers.get(tokens.form(held.end))
    if pointer is None:
        return held
    return replace(held, end=held.end + 1, pointer=pointer, unit="month-name")


def _season_or_relative(tokens: Tokens, index: int, tables: Tables) -> Written | None:
    """Return a season with its year, or else a date said from the day of writing."""
    return read_season(tokens, index, tables) or read_relative(tokens, index, tables)


def _year(tokens: Tokens, index: int, tables: Tables, before: Written | None) -> Written | None:
    held = read_years(tokens, index, tables, before)
    if held is not None or before is None or before.granularity is not Granularity.YEAR or before.masked:
        return held
    # The other end of a range is licensed by the first: "from 2015 to 2019".
    linked = tables.range_to.at(tokens, before.end)
    place = linked[1] if linked is not None else before.end + 1
    opened = tokens.form(before.end) == tables.between.get(tokens.form(before.begin - 1))
    dashed = tokens.form(before.end) in DASHES
    if (linked is not None or opened or dashed) and place == index:
        return licensed_year(tokens, index)
    return None


def _after_weekday(tokens: Tokens, index: int, tables: Tables) -> Written | None:
    """Return a date with its weekday before it: "Wednesday, 20 April 2022", "mercredi 20 avril"."""
    found = tables.weekdays.at(tokens, index)
    if found is None:
        return None
    place = found[1]
    while place < found[1] + 3 and (tokens.form(place) in tables.articles or tokens.form(place) in ",."):
        place += 1
    held = read_digits(tokens, place, tables) or read_day_first(tokens, place, tables)
    if held is None and tables.language == "en":
        held = read_month_first(tokens, place, tables)
        held = held if held is not None and held.granularity is Granularity.DAY else None
    return None if held is None else replace(held, begin=index, weekday=found[0])


def _copyright(tokens: Tokens, index: int, tables: Tables) -> Written | None:
    """Return the years of a copyright notice, which date no event."""
    place = index + 1
    while place < index + 4 and tokens.form(place) in ("©", "copyright", "(", "c", ")", "by"):
        place += 1
    held = read_years(tokens, place, tables) or licensed_year(tokens, place)
    if held is None:
        return None
    return Written(index, held.end, Granularity.YEAR, masked=True)


def _relation(tokens: Tokens, written: Written, tables: Tables) -> str:
    """Return ``since``, ``until``, ``before``, ``after`` or ``about`` by the words before a date, otherwise ``on``."""
    if written.last is not None:
        return "on"
    if written.unit == "now":
        return "about"
    if tables.language == "de" and written.unit and tokens.form(written.begin) == "vor":
        return "on"
    if tokens.form(written.begin - 1) == "from" and tokens.form(written.end) in tables.onwards:
        return "since"
    place = written.begin
    for _ in range(3):
        found = tables.relations.before(tokens, place)
        if found is not None:
            return found[0]
        if tokens.form(place - 1) not in tables.articles and tokens.form(place - 1) not in tables.year_words:
            break
        place -= 1
    return "on"
