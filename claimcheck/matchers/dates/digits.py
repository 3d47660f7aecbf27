"""Stage 5, match: dates written in digits alone: 2022-04-20, 20/04/2022, 20.04.2022; and single numbers in dates."""

from claimcheck.matchers.dates import calendar
from claimcheck.matchers.dates.tables import Tables
from claimcheck.matchers.dates.written import Written
from claimcheck.matchers.scanning import Tokens
from claimcheck.matchers.values import Granularity

_YEAR_DIGITS = 4
_DAY_DIGITS = 2
_MARKS_BEFORE = frozenset("$€£¥#+/.,-§№")
"""Before a number and touching it, these make it money, an item or a part of a longer number."""
_CENTURY_TURN = 50
"""A year of two digits is of this century below, of the last from here on."""
_MOST_MONTH, _MOST_DAY = 12, 31


def year_of(form: str) -> int | None:
    """Return the year that a form of four digits can be."""
    if len(form) != _YEAR_DIGITS or not form.isdecimal() or not form.isascii() or not calendar.is_year(int(form)):
        return None
    return int(form)


def year_at(tokens: Tokens, index: int, *, loose: bool = False) -> int | None:
    """Return the year that a token can be: four digits, apart from letters, decimals and thousands.

    ``loose`` lets a capital touch it behind, as where a page runs two of its lines together: "30 JUN 2018Updated".
    """
    number = year_of(tokens.form(index))
    if number is None or (_continues(tokens, index) and not (loose and tokens.is_capital(index + 1))):
        return None
    before = tokens.form(index - 1)
    if tokens.glued(index - 1) and (before in "$€£¥#+.,§№" or (before[-1].isalpha() and not before.endswith("'"))):
        return None
    return number


def day_at(tokens: Tokens, index: int) -> int | None:
    """Return the day of the month that a token can be: one or two digits that stand alone."""
    form = tokens.form(index)
    if len(form) > _DAY_DIGITS or not form.isdecimal() or not form.isascii() or not 1 <= int(form) <= _MOST_DAY:
        return None
    before = tokens.form(index - 1)
    if tokens.glued(index - 1) and (before in _MARKS_BEFORE or before[-1].isalpha()) and not before.endswith("'"):
        return None
    return int(form)


def _continues(tokens: Tokens, index: int) -> bool:
    """Whether more of a number follows: a decimal, a group of thousands, letters."""
    if not tokens.glued(index):
        return False
    after = tokens.form(index + 1)
    if after in ".," and tokens.glued(index + 1) and tokens.is_number(index + 2):
        return True
    return after[0].isalpha() or after in "%°€$£_"


def read_digits(tokens: Tokens, index: int, tables: Tables) -> Written | None:
    """Return the date in digits that begins at a token."""
    mark = tokens.form(index + 1)
    if mark not in ("-", "/", ".") or not tokens.is_number(index + 2):
        return None
    if _is_inside(tokens, index):
        return None
    if len(tokens.form(index)) == _YEAR_DIGITS and mark != ".":
        return _year_first(tokens, index, mark)
    if len(tokens.form(index)) <= _DAY_DIGITS:
        return _year_last(tokens, index, mark, tables)
    return None


def _is_inside(tokens: Tokens, index: int) -> bool:
    """Whether the number is the tail of something longer: a version, a path, a telephone number."""
    before = tokens.form(index - 1)
    return tokens.glued(index - 1) and (before in "-/.,+$€£#_:" or before[-1].isalnum())


def _runs_on(tokens: Tokens, last: int) -> bool:
    after = tokens.form(last + 1)
    if not tokens.glued(last):
        return False
    if after in "tT" and tokens.is_number(last + 2):
        return False
    return after[0].isalnum() or (after in "-/.,:" and tokens.glued(last + 1) and tokens.is_number(last + 2))


def _touching(tokens: Tokens, first: int, last: int) -> bool:
    return all(tokens.glued(place) for place in range(first, last))


def _year_first(tokens: Tokens, index: int, mark: str) -> Written | None:
    year = year_at(tokens, index)
    if year is None or tokens.form(index + 3) != mark or not _touching(tokens, index, index + 4):
        return None
    month, day = tokens.form(index + 2), tokens.form(index + 4)
    if len(month) > _DAY_DIGITS or len(day) > _DAY_DIGITS or not day.isdecimal() or _runs_on(tokens, index + 4):
        return None
    if calendar.day(year, int(month), int(day)) is None:
        return None
    return Written(index, index + 5, Granularity.DAY, year, month=int(month), day=int(day))


def _year_last(tokens: Tokens, index: int, mark: str, tables: Tables) -> Written | None:
    spaced = mark == "." and tables.language == "de"
    if tokens.form(index + 3) != mark or not (spaced or _touching(tokens, index, index + 4)):
        return None
    one, other, last = tokens.form(index), tokens.form(index + 2), tokens.form(index + 4)
    if len(other) > _DAY_DIGITS or not last.isdecimal() or not last.isascii() or _runs_on(tokens, index + 4):
        return None
    if len(last) == _YEAR_DIGITS:
        year = int(last)
    elif len(last) == _DAY_DIGITS == len(one) == len(other) and (
        mark == "/" or (mark == "." and tables.language == "de")
    ):
        year = int(last) + (2000 if int(last) < _CENTURY_TURN else 1900)
    else:
        return None
    if not calendar.is_year(year):
        return None
    day, month = (int(one), int(other)) if tables.day_first or mark == "." else (int(other), int(one))
    if month > _MOST_MONTH:
        day, month = month, day
    if calendar.day(year, month, day) is None:
        return None
    swapped = mark != "." and day <= _MOST_MONTH and day != month
    return Written(index, index + 5, Granularity.DAY, year, month=month, day=day, swapped=swapped)
