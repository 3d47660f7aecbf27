"""Stage 5, match: decades and centuries: "the 1990s", "années quatre-vingt-dix", "XIXe siècle", "19. Jahrhundert"."""

from dataclasses import replace

from claimcheck.matchers.dates import calendar
from claimcheck.matchers.dates.digits import day_at
from claimcheck.matchers.dates.tables import Tables
from claimcheck.matchers.dates.written import Written
from claimcheck.matchers.scanning import Tokens
from claimcheck.matchers.values import Granularity

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_LAST_CENTURY = 21


_SHORT, _LONG = 2, 4
"""Digits of a decade."""
_AGES = frozenset({"his", "her", "their", "my", "your", "our"})
"""Before "90s" these make an age of it."""
_LEADING = frozenset({"the", "early", "late", "mid", "-"})
_TURN = 10
"""The tens and the first years are of this century, the later decades of the last."""


def read_decade(tokens: Tokens, index: int, tables: Tables, *, led: bool = False) -> Written | None:
    """Return "1990s", "the 90s", "'90s", "1990er Jahre" from its digits on; ``led`` where "années" stands before."""
    form = tokens.form(index)
    if len(form) not in (_SHORT, _LONG) or not form.isdecimal() or not form.isascii() or form[-1] != "0":
        return None
    end = _past_suffix(tokens, index, tables)
    if end == index + 1 and not led:
        return None
    if len(form) == _SHORT and not led and not _is_time(tokens, index, tables):
        return None
    if tokens.glued(index - 1) and tokens.form(index - 1) != "'" and not _after_part(tokens, index, tables):
        return None
    decade = int(form) if len(form) == _LONG else int(form) + (1900 if int(form) > _TURN else 2000)
    if not calendar.is_year(decade):
        return None
    return Written(index, _past_noun(tokens, end, tables), Granularity.DECADE, decade)


def _after_part(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether a hyphen ties the number to "mid"."""
    return tokens.form(index - 1) == "-" and tables.parts.before(tokens, index - 1) is not None


def _past_suffix(tokens: Tokens, index: int, tables: Tables) -> int:
    """Return the token after the ending that makes a decade of a number: ``1990s``, ``1990's``, ``1990er``."""
    if not tokens.glued(index):
        return index + 1
    if tokens.form(index + 1) in tables.decade_suffix:
        return index + 2
    apostrophe = tokens.form(index + 1) == "'" and tokens.glued(index + 1)
    possessive = apostrophe and "s" in tables.decade_suffix and tokens.form(index + 2) == "s"
    return index + 3 if possessive and len(tokens.form(index)) == _LONG else index + 1


def _past_noun(tokens: Tokens, index: int, tables: Tables) -> int:
    """Return the token after the "Jahre" of "1990er-Jahre"."""
    if tables.language != "de":
        return index
    place = index + 1 if tokens.form(index) == "-" else index
    return place + 1 if tokens.form(place).startswith("jahre") else index


def _is_time(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether "90s" are years and no age: an apostrophe or an article before them says so."""
    before = tokens.form(index - 1)
    return tables.language != "en" or before == "'" or (before in _LEADING and tokens.form(index - 2) not in _AGES)


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
    while place < index + 4 and (tokens.form(place) in tables.ordinal or tokens.form(place) in ".-"):
        place += 1
    if tokens.form(place) not in tables.century_words:
        return None
    if tokens.form(place) == "s" and (
        tokens.form(place + 1) != "." or (tokens.is_number(index) and place == index + 1)
    ):
        return None  # "12 s." are seconds
    return Written(index, place + 1, Granularity.CENTURY, number=number)


def _century_number(tokens: Tokens, index: int) -> int | None:
    form = tokens.form(index)
    if form.isdecimal():
        number = day_at(tokens, index)
        return number if number is not None and number <= _LAST_CENTURY else None
    if tokens.is_capital(index):
        roman = form.removesuffix("ème").removesuffix("er").removesuffix("e").removesuffix("è").removesuffix("ᵉ")
        number = _roman(roman)
        return number if 1 <= number <= _LAST_CENTURY else None
    return None


def _roman(form: str) -> int:
    if not form or len(form) > len("XVIII") or any(char not in _ROMAN for char in form):
        return 0
    values = [_ROMAN[char] for char in form]
    return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))


def read_worded_decade(tokens: Tokens, index: int, tables: Tables) -> Written | None:
    """Return "the nineties", "années quatre-vingt-dix", "neunziger Jahre", "anni novanta", "années 1990"."""
    place = index
    if tables.decade_words:
        if tokens.form(place) not in tables.decade_words:
            return None
        place += 1
        while place < index + 5 and (tokens.form(place) in tables.links or tokens.form(place) in tables.decade_words):
            place += 1
        digits = read_decade(tokens, place + (tokens.form(place) == "'"), tables, led=True)
        if digits is not None:
            return replace(digits, begin=index)
    found = tables.decades.at(tokens, place)
    if found is None or (tables.language == "en" and tokens.form(index - 1) not in _LEADING):
        return None
    first, end = found
    past = _past_noun(tokens, end, tables)
    if tables.language == "de" and past == end:
        return None
    return Written(index, past, Granularity.DECADE, 1900 + first)
