"""Stage 5, match: years, runs of years, decades and centuries: "in 1956", "2015–19", "the 1990s", "XIXe siècle".

A number of four digits is a year only where the words around it say so: after "in", in brackets, at the head of a
sentence that goes on with "was".  What counts something ("1956 workers") or is money is never one.
"""

from dataclasses import replace

from claimcheck.matchers.dates import calendar
from claimcheck.matchers.dates.days import DASHES, is_start
from claimcheck.matchers.dates.digits import day_at, year_at
from claimcheck.matchers.dates.tables import Tables
from claimcheck.matchers.dates.written import Written
from claimcheck.matchers.scanning import Tokens
from claimcheck.matchers.values import Granularity

_LIKELY = range(1900, 2101)
"""Years that are read where a sign is weak."""
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_LAST_CENTURY = 21
_PAGES = frozenset(
    {"page", "pages", "pp", "p", "article", "no", "n", "nr", "art", "room", "route", "flight", "seiten", "seite"}
)


def read_years(tokens: Tokens, index: int, tables: Tables, before: Written | None = None) -> Written | None:
    """Return the year, the run of years or the decade in digits that begins at a token.

    ``before`` is the date read last: a year right behind another, joined by "and" or a comma, is one too.
    """
    year = year_at(tokens, index)
    if year is None:
        return _digit_decade(tokens, index, tables)
    decade = _digit_decade(tokens, index, tables)
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
    """Return "2015–2019", "2015-19", "2022/23"."""
    mark = tokens.form(index + 1)
    if mark != "/" and mark not in DASHES:
        return None
    form = tokens.form(index + 2)
    tight = tokens.glued(index) and tokens.glued(index + 1)
    if (
        not form.isdecimal()
        or not form.isascii()
        or tokens.form(index - 1) in _PAGES
        or tokens.form(index + 3) in tables.counted
    ):
        return None
    if tokens.glued(index + 2) and (tokens.form(index + 3) in "-/%" or tokens.form(index + 3)[0].isalnum()):
        return None
    if len(form) == 4:  # noqa: PLR2004 - digits of a year
        second = year_at(tokens, index + 2)
        if second is None or second <= year or year < 1500 or (mark == "/" and second != year + 1):  # noqa: PLR2004 - see below
            # Runs before 1500 are as likely page numbers or counts.
            return None
        return Written(index, index + 3, Granularity.YEARS, year, number=second)
    if len(form) != 2 or not tight or year < (1500 if mark in "–—" else 1800):  # noqa: PLR2004 - two digits; "1200-50" is no run of years
        return None
    second = year - year % 100 + int(form)
    if mark == "/" and int(form) == (year + 1) % 100:
        return Written(index, index + 3, Granularity.YEARS, year, number=year + 1)
    if mark == "/":
        return None
    if second <= year:
        if second + 100 == year + 1:
            return Written(index, index + 3, Granularity.YEARS, year, number=year + 1)
        if 1 <= int(form) <= 12 and mark == "-":  # noqa: PLR2004 - months
            return Written(index, index + 3, Granularity.MONTH, year, month=int(form))
        return None
    return Written(
        index,
        index + 3,
        Granularity.YEARS,
        year,
        number=second,
        ambiguous_month=mark == "-" and int(form) <= 12,  # noqa: PLR2004
    )


def _is_licensed(tokens: Tokens, index: int, year: int, tables: Tables, before: Written | None) -> bool:
    prior, following = tokens.form(index - 1), tokens.form(index + 1)
    counts = following in tables.counted
    if prior in _PAGES or (prior in DASHES and tokens.glued(index - 1)):
        return False
    if following in ("%", "€", "$", "£", "°"):
        return False
    if prior in tables.year_words:
        return True
    if prior in tables.strong or _after_relation(tokens, index, tables):
        return not (counts and (year not in _LIKELY or year % 100 == 0 or not tables.capital))
    if counts:
        return False
    return (
        _in_brackets(tokens, index, year)
        or _is_paired(tokens, index, tables)
        or _in_list(tokens, index, before, tables)
        or (year in _LIKELY and _weakly(tokens, index, year, tables))
    )


def _after_relation(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether words such as "prior to" or "à partir de" stand before; "up to" and "about" stand before counts as well."""
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
    """ "(1956)", "(Paris, 1956)", "(Smith 2019)", "(1956, p. 3)"."""
    prior, following = tokens.form(index - 1), tokens.form(index + 1)
    if prior in "([":
        return following in ")]" or (following in ",;:–-" and year in _LIKELY)
    if following not in ")]" or year not in _LIKELY:
        return False
    opened = any(tokens.form(place) in "([" for place in range(max(0, index - 8), index))
    return opened and (prior in ",;" or tokens.is_capital(index - 1))


def _in_list(tokens: Tokens, index: int, before: Written | None, tables: Tables) -> bool:
    """ "in 2015 and 2016", "in 2015, 2016 and 2019"."""
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
        # A cell, a heading or a line of its own.
        return True
    if is_start(tokens, index) and prior not in ':"(':
        if following in tables.year_verbs or (following == "," and not tokens.glued(index)) or following == ":":
            return True
        if following in "," and tokens.is_word(index + 2):
            return True
    if not tables.bare or year % 100 == 0:
        return False
    small = tokens.is_word(index + 1) and not tokens.is_capital(index + 1)
    return (small or following in ",.;)\n") and prior not in tables.amounts and not tokens.is_number(index - 1)


def _is_determined(tokens: Tokens, index: int, year: int, tables: Tables) -> bool:
    """Whether an event's year stands between a determiner and its noun: "the 2023 report", "a comprehensive 2016 report"."""
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


def _digit_decade(tokens: Tokens, index: int, tables: Tables) -> Written | None:
    """Return "1990s", "the 90s", "'90s", "1990er", "années 1990", "anni '90" from its digits on."""
    form = tokens.form(index)
    if len(form) not in (2, 4) or not form.isdecimal() or not form.isascii() or form[-1] != "0":
        return None
    first = index - 1 if tokens.form(index - 1) == "'" else index
    if first == index and tokens.glued(index - 1) and not tokens.form(index - 1).endswith("'"):
        return None
    led = _after_decade_word(tokens, first, tables)
    suffix = tokens.form(index + 1) in tables.decade_suffix and tokens.glued(index)
    if not suffix and tokens.form(index + 1) == "'" and tokens.form(index + 2) == "s" and tokens.glued(index + 1):
        suffix = tokens.glued(index) and tables.language == "en" and len(form) == 4
    if not suffix and not led:
        return None
    if len(form) == 2:  # noqa: PLR2004 - "the 90s"
        if suffix and not led and tokens.form(first - 1) in _AGES and first == index:
            return None
        decade = 1900 + int(form) if int(form) > 10 else 2000 + int(form)  # noqa: PLR2004 - "the 10s" are ours
    else:
        decade = int(form)
    if not calendar.is_year(decade) or (
        len(form) == 2 and tables.language == "en" and not _is_decade_of_time(tokens, first)
    ):  # noqa: PLR2004
        return None
    end = index + 1
    if suffix:
        end = index + 2 if tokens.form(index + 1) != "'" else index + 3
    if tables.language == "de" and tokens.form(end) == "-":
        end += 1
    if tables.language == "de" and tokens.form(end).startswith("jahre"):
        end += 1
    return Written(index if not led else _decade_begin(tokens, first), end, Granularity.DECADE, decade)


_AGES = frozenset({"his", "her", "their", "my", "your", "our"})


def _is_decade_of_time(tokens: Tokens, first: int) -> bool:
    """Whether "the 90s" are years: "temperatures in the 90s" has the same words, and only an apostrophe tells."""
    return tokens.form(first) == "'" or tokens.form(first - 1) in ("the", "early", "late", "mid", "-")


def _after_decade_word(tokens: Tokens, index: int, tables: Tables) -> bool:
    return tokens.form(_decade_begin(tokens, index)) in tables.decade_words and _decade_begin(tokens, index) < index


def _decade_begin(tokens: Tokens, index: int) -> int:
    begin = index - 1
    while begin > index - 4 and tokens.form(begin) in ("de", "los", "las", "dos", "des", "del", "d'"):
        begin -= 1
    if (
        tokens.form(begin) in ("años", "anos")
        and tokens.form(begin - 1) == "los"
        and tokens.form(begin - 3) == "década"
    ):
        return begin - 3
    return begin


def read_century(tokens: Tokens, index: int, tables: Tables) -> Written | None:
    """Return "19th century", "XIXe siècle", "siglo XIX", "19. Jahrhundert", "nineteenth century"."""
    if tables.century_first:
        if tokens.form(index) not in tables.century_words:
            return None
        number = _century_number(tokens, index + 1)
        return None if number is None else Written(index, index + 2, Granularity.CENTURY, number=number)
    number = tables.ordinals.get(tokens.form(index)) or _century_number(tokens, index)
    if number is None:
        return None
    place = index + 1
    while place < index + 4 and tokens.form(place) in (*tables.ordinal, ".", "-", "e", "è", "ème"):
        place += 1
    if tokens.form(place) not in tables.century_words or (tokens.form(place) == "s" and tokens.form(place + 1) != "."):
        return None
    return Written(index, place + 1, Granularity.CENTURY, number=number)


def _century_number(tokens: Tokens, index: int) -> int | None:
    form = tokens.form(index)
    if form.isdecimal():
        number = day_at(tokens, index)
        return number if number is not None and number <= _LAST_CENTURY else None
    if tokens.is_capital(index):
        roman = form.removesuffix("ème").removesuffix("e").removesuffix("è").removesuffix("ᵉ")
        number = _roman(roman)
        return number if 1 <= number <= _LAST_CENTURY else None
    return None


def _roman(form: str) -> int:
    if not form or len(form) > 6 or any(char not in _ROMAN for char in form):  # noqa: PLR2004 - XVIII is the longest
        return 0
    values = [_ROMAN[char] for char in form]
    return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))


def read_worded_decade(tokens: Tokens, index: int, tables: Tables) -> Written | None:
    """Return "the nineties", "années quatre-vingt-dix", "neunziger Jahre", "anni novanta"."""
    place = index
    if tables.decade_words:
        if tokens.form(place) not in tables.decade_words:
            return None
        place = index + 1
        while place < index + 5 and tokens.form(place) in ("de", "los", "las", "dos", "des", "del", "años", "anos"):
            place += 1
        digits = _digit_decade(tokens, place + (tokens.form(place) == "'"), tables)
        if digits is not None:
            return replace(digits, begin=index)
    found = tables.decades.at(tokens, place)
    if found is None:
        return None
    first, end = found
    if (
        not tables.decade_words
        and tables.language == "en"
        and tokens.form(index - 1) not in ("the", "early", "late", "mid", "-")
    ):
        return None
    if tables.language == "de" and not tokens.form(end).startswith("jahre"):
        return None
    if tables.language == "de":
        end += 1
    return Written(index, end, Granularity.DECADE, 1900 + first)
