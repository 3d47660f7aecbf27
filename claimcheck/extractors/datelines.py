"""Stage 4, extract: the date of issue, from machine-readable text and from a line that readers see.

A modest reader of its own: whole dates in six languages, year and month in words.  A day in figures alone is taken only
where it can be read one way (``2024-05-12``, ``13/05/2024``).
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from claimcheck.model import Issued
from claimcheck.text import fold

_EARLIEST = 1450
"""A page may stand for a document older than the web; none is older than print."""
_ISO = re.compile(r"\s{0,9}(\d{4})(?:[-/]?(\d{2})(?:[-/]?(\d{2})(?!\d))?)?(?!\d)")

_MONTHS = """
    january jan janvier janv enero ene januar janner janeiro gennaio gen
    february feb fevrier fevr febrero februar feber fevereiro fev febbraio febb
    march mar mars marzo marz maerz mrz marco
    april apr avril avr abril abr aprile
    may mai mayo maio maggio mag
    june jun juin junio juni junho giugno giu
    july jul juillet juil julio juli julho luglio lug
    august aug aout agosto ago
    september sep sept septembre septiembre setiembre setembro set settembre sett
    october oct octobre octubre oktober okt outubro out ottobre ott
    november nov novembre noviembre novembro
    december dec decembre diciembre dic dezember dez dezembro dicembre
"""
_MONTH_OF = {word: number for number, line in enumerate(_MONTHS.strip().split("\n"), start=1) for word in line.split()}
_DAY_FIRST = re.compile(
    r"\b(\d{1,2})(?:\.|st|nd|rd|th|er|o|º|ª)?\s(?:de\s|of\s)?([a-z]{3,10})\.?,?\s(?:de\s|del\s)?(\d{4})\b"
)
_MONTH_FIRST = re.compile(r"\b([a-z]{3,10})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})\b")
_MONTH_ONLY = re.compile(r"\b([a-z]{3,10})\.?\s(?:de\s)?(\d{4})\b")
_FIGURES = re.compile(r"\b(\d{1,2})([./-])(\d{1,2})\2(\d{4})\b")
_YEAR_FIRST = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_CHANGED = re.compile(
    r"\b(?:updated|modified|revised|reviewed|accessed|retrieved|mise? a jour|modifie|maj|actualizad[oa]"
    r"|modificad[oa]|aktualisiert|geandert|stand|atualizad[oa]|aggiornat[oa]|modificat[oa]|copyright|©)\b|©"
)
_PUBLISHED = re.compile(
    r"\b(?:published|posted|issued|publie|paru|publicad[oa]|veroffentlicht|erschienen|publicato|pubblicato|date|datum"
    r"|fecha|data)\b"
)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_FOUR_DIGITS = re.compile(r"\d{4}")
_MOST_LETTERS = 45
"""Letters of a date line: the month, a weekday, a name."""


def read_iso(said: str, origin: str) -> Iterator[Issued]:
    """Give the day of a machine-readable date: ISO 8601 whole or cut, or as in mail; nothing where it is neither."""
    found = _ISO.match(said)
    if found is not None:
        year, month, day = found.groups()
        yield from _make(
            int(year), int(month or 1), int(day or 1), origin, "day" if day else "month" if month else "year"
        )
        return
    try:
        sent = parsedate_to_datetime(said[:80])
    except (ValueError, TypeError, IndexError):
        for issued in _read_words(said[:80], origin):
            yield issued
            return
    else:
        yield from _make(sent.year, sent.month, sent.day, origin)


def read_dateline(line: str, *, earliest: int) -> Iterator[Issued]:
    """Give the day that a visible line is dated, from the year ``earliest`` on.

    Nothing is given for a line that tells of a change, for one that is more than a date and a name, nor for one with
    two dates, which tells when something was.
    """
    if _FOUR_DIGITS.search(line) is None:
        return
    plain = " ".join(fold(word) for word in line.split())
    changed = _CHANGED.search(plain)
    plain = plain[: changed.start()] if changed else plain
    published = _PUBLISHED.search(plain)
    rest = sum(map(str.isalpha, plain[published.end() if published else 0 :]))
    if rest > (_MOST_LETTERS if published is None else 2 * _MOST_LETTERS):
        return
    found = list(_read_words(plain, "a date line"))
    days = {issued.day for issued in found if issued.precision == "day"} or {issued.day for issued in found}
    if len(days) == 1 and found[0].day.year >= earliest and len(set(_YEAR.findall(plain))) <= 1:
        yield found[0]


def _read_words(text: str, origin: str) -> Iterator[Issued]:
    plain = " ".join(fold(word) for word in text.split())
    for found in _YEAR_FIRST.finditer(plain):
        yield from _make(int(found.group(1)), int(found.group(2)), int(found.group(3)), origin)
    for found in _DAY_FIRST.finditer(plain):
        yield from _make(int(found.group(3)), _MONTH_OF.get(found.group(2), 0), int(found.group(1)), origin)
    for found in _MONTH_FIRST.finditer(plain):
        yield from _make(int(found.group(3)), _MONTH_OF.get(found.group(1), 0), int(found.group(2)), origin)
    for found in _FIGURES.finditer(plain):
        first, second = int(found.group(1)), int(found.group(3))
        if first > 12 or first == second or found.group(2) == ".":  # noqa: PLR2004 - no month is the 13th
            yield from _make(int(found.group(4)), second, first, origin)
        elif second > 12:  # noqa: PLR2004 - as above
            yield from _make(int(found.group(4)), first, second, origin)
    for found in _MONTH_ONLY.finditer(plain):
        yield from _make(int(found.group(2)), _MONTH_OF.get(found.group(1), 0), 1, origin, "month")


def _make(year: int, month: int, day: int, origin: str, precision: str = "day") -> Iterator[Issued]:
    """Give the day, if there is such a day, not before print nor after tomorrow."""
    try:
        issued = date(year, month, day)
    except ValueError:
        return
    if year >= _EARLIEST and issued <= datetime.now(tz=UTC).date() + timedelta(days=1):
        yield Issued(issued, origin, precision)
