"""Stage 5, match: years and runs of years: "in 1956", "(1956)", "2015-19", "the 2022 election".

A number of four digits is a year only where the words around it say so: after "in", in brackets, at the head of a
sentence that goes on with "was".  What counts something ("1956 workers") or is money is never one.
"""

from claimcheck.matchers.dates.days import DASHES, is_start
from claimcheck.matchers.dates.decades import read_decade
from claimcheck.matchers.dates.digits import year_at, year_of
from claimcheck.matchers.dates.tables import Tables
from claimcheck.matchers.dates.written import Written
from claimcheck.matchers.scanning import Tokens
from claimcheck.matchers.values import Granularity

_LIKELY = range(1900, 2101)
"""Years that are read where a sign is weak."""
_PAGES = frozenset(
    {"page", "pages", "pp", "p", "article", "no", "n", "nr", "art", "room", "route", "flight", "seiten", "seite"}
)


def read_years(tokens: Tokens, index: int, tables: Tables, before: Written | None = None) -> Written | None:
    """Return the year, the run of years or the decade in digits that begins at a token.

    ``before`` is the date read last: a year right behind another, joined by "and" or a comma, is one too.
    """
    year = year_at(tokens, index)
    if year is None:
        return read_decade(tokens, index, tables)
    decade = read_decade(tokens, index, tables)
    if decade is not None:
        return decade
    run = _read_run(tokens, index, year, tables)
    if run is not None:
        return run
    if tables.era.at(tokens, index + 1) is not None:
        return Written(index, index + 1, Granularity.YEAR, year, masked=True)
    if _is_licensed(tokens, index, year, tables, before):
        return Written(index, index + 1, Granularity.YEAR, year)
    return None


def licensed_year(tokens: Tokens, index: int) -> Written | None:
    """Return the year at a token that other words have said to be one."""
    year = year_at(tokens, index)
    return None if year is None else Written(index, index + 1, Granularity.YEAR, year)


def _read_run(tokens: Tokens, index: int, year: int, tables: Tables) -> Written | None:
    """Return "2015-2019", "2015-19", "2022/23"."""
    mark, form = tokens.form(index + 1), tokens.form(index + 2)
    if (mark != "/" and mark not in DASHES) or not form.isdecimal() or not form.isascii():
        return None
    if tokens.form(index - 1) in _PAGES or tokens.form(index + 3) in tables.counted or _is_tail(tokens, index):
        return None
    if tokens.glued(index + 2) and (tokens.form(index + 3) in "-/%" or tokens.form(index + 3)[0].isalnum()):
        return None
    if len(form) == _SHORT:
        tight = tokens.glued(index) and tokens.glued(index + 1)
        return _short_run(index, year, mark, int(form)) if tight else None
    second = year_of(form)
    if second is None or second <= year or year < _FIRST_OF_RUN or (mark == "/" and second != year + 1):
        return None
    return Written(index, index + 3, Granularity.YEARS, year, number=second)


_SHORT = 2
_MONTHS = 12
_FIRST_OF_RUN = 1500
"""Numbers below it that a dash joins are as likely pages or counts; where a hyphen does, those below 1800 are."""
_FIRST_OF_HYPHENED = 1800


def _short_run(index: int, year: int, mark: str, last: int) -> Written | None:
    """Return a run whose second year is written in two digits, or a month: "2015-19", "1999-00", "2023-05"."""
    if last == (year + 1) % 100 and mark == "/":
        return Written(index, index + 3, Granularity.YEARS, year, number=year + 1)
    if mark == "/" or year < (_FIRST_OF_HYPHENED if mark == "-" else _FIRST_OF_RUN):
        return None
    second = year - year % 100 + last
    if second <= year and second + 100 == year + 1:
        second += 100
    is_month = mark == "-" and 1 <= last <= _MONTHS
    if second > year:
        return Written(index, index + 3, Granularity.YEARS, year, number=second, ambiguous_month=is_month)
    return Written(index, index + 3, Granularity.MONTH, year, month=last) if is_month else None


def _is_tail(tokens: Tokens, index: int) -> bool:
    """Whether the number touches a hyphen or a slash before it, and so ends a code or a fraction."""
    return tokens.glued(index - 1) and (tokens.form(index - 1) in DASHES or tokens.form(index - 1) == "/")


def _is_licensed(tokens: Tokens, index: int, year: int, tables: Tables, before: Written | None) -> bool:
    prior, following = tokens.form(index - 1), tokens.form(index + 1)
    counts = following in tables.counted
    if prior in _PAGES or (prior == "." and tokens.form(index - 2) in _PAGES) or _is_tail(tokens, index):
        return False
    if following in ("%", "€", "$", "£", "°"):
        return False
    if prior in tables.year_words or _reaches(tokens, index, tables):
        return True
    if prior in tables.strong or _after_relation(tokens, index, tables):
        # "In 2000 Fällen": German counts a noun with its capital.
        counts = counts or (tables.bare and year % 100 == 0 and tokens.is_capital(index + 1))
        return not (counts and (year not in _LIKELY or year % 100 == 0 or not tables.capital))
    if counts:
        return False
    return (
        _in_brackets(tokens, index, year)
        or _is_paired(tokens, index, tables)
        or _in_list(tokens, index, before, tables)
        or (year in _LIKELY and _weakly(tokens, index, year, tables))
    )


def _reaches(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Return whether a number is a year that something goes back to, or from which it holds: *from 1836 onwards*."""
    prior = tokens.form(index - 1)
    back = prior == "to" and tokens.form(index - 2) in tables.reaching
    return back or (prior == "from" and tokens.form(index + 1) in tables.onwards)


def _after_relation(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether words such as "prior to" stand before; "up to" and "about" stand before counts as well."""
    found = tables.relations.before(tokens, index)
    if found is None or found[0] == "about" or index - found[1] == 1:
        return False
    return tokens.form(found[1]) != "up"


def _is_paired(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether a number opens a range of years: "between 1978 and 2009", "de 2015 à 2019"."""
    closing = tables.between.get(tokens.form(index - 1))
    if closing is None and tokens.form(index - 1) in tables.articles:
        closing = tables.between.get(tokens.form(index - 2))
    if closing is None or tokens.form(index + 1) != closing:
        return False
    second = index + 3 if tokens.form(index + 2) in tables.articles else index + 2
    other, year = year_at(tokens, second), year_at(tokens, index)
    return other is not None and year is not None and year < other and tokens.form(second + 1) not in tables.counted


def _in_brackets(tokens: Tokens, index: int, year: int) -> bool:
    """Whether a number stands in brackets as a year does: (1956), (Paris, 1956), (Smith 2019), (1956, p. 3)."""
    prior, following = tokens.form(index - 1), tokens.form(index + 1)
    if prior in "([":
        return following in ")]" or (following in ",;:\u2013-" and year in _LIKELY)
    if following not in ")]" or year not in _LIKELY:
        return False
    opened = any(tokens.form(place) in "([" for place in range(max(0, index - 8), index))
    return opened and (prior in ",;" or tokens.is_capital(index - 1))


def _in_list(tokens: Tokens, index: int, before: Written | None, tables: Tables) -> bool:
    """Whether a number goes on from a year: "in 2015, 2016 and 2019"."""
    if before is None or before.granularity not in (Granularity.YEAR, Granularity.YEARS) or before.masked:
        return False
    gap = index - before.end
    prior = tokens.form(index - 1)
    return gap == 1 and (prior in tables.joining or prior in ",;")


def _weakly(tokens: Tokens, index: int, year: int, tables: Tables) -> bool:
    prior, following = tokens.form(index - 1), tokens.form(index + 1)
    near = {tokens.form(index - 2), tokens.form(index - 3)}
    if prior in tables.weak:
        return (year % 100 != 0 or year == 2000) and near.isdisjoint(tables.amounts)  # noqa: PLR2004 - "summer of 2000"
    if tables.determiners and _is_determined(tokens, index, year, tables):
        return True
    if following == "'" and tokens.form(index + 2) == "s" and tables.language == "en":
        return tokens.glued(index)
    if prior in "\n|" and following in "\n|":
        # A line of its own, the first cell of a row, or one beside another year.
        return prior == "\n" or any(_is_beside(tokens, place, year) for place in (index - 2, index + 2))
    if is_start(tokens, index) and prior not in ':"(':
        if following in tables.year_verbs or (following == "," and not tokens.glued(index)) or following == ":":
            return True
        if following == "," and tokens.is_word(index + 2):
            return True
    if not tables.bare or year % 100 == 0:
        return False
    small = tokens.is_word(index + 1) and not tokens.is_capital(index + 1)
    return (small or following in ",.;)\n") and prior not in tables.amounts and not tokens.is_number(index - 1)


def _is_beside(tokens: Tokens, index: int, year: int) -> bool:
    """Whether the cell at a token holds a year near this one, as in the head of a table."""
    other = year_at(tokens, index)
    return other is not None and 1 <= abs(other - year) <= _NEAR


_NEAR = 10


def _is_determined(tokens: Tokens, index: int, year: int, tables: Tables) -> bool:
    """Whether an event's year stands between a determiner and its noun: "the 2023 report", "a new 2016 report"."""
    prior, following = tokens.form(index - 1), tokens.form(index + 1)
    if not following[0].isalpha():
        return False
    plural = following.endswith("s") and not following.endswith(("ss", "us", "is"))
    if prior in tables.determiners:
        if prior == "s" and tokens.form(index - 2) != "'":
            return False
        return year % 100 != 0 or (year == 2000 and not plural)  # noqa: PLR2004 - the year with a count's look
    adjective = tokens.is_word(index - 1) and not tokens.is_capital(index - 1) and prior not in tables.amounts
    return adjective and tokens.form(index - 2) in tables.determiners and year % 100 != 0 and not plural
