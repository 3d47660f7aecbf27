"""Tables: a number in a cell is of the kind, and of the day, that its headers say.

*7.2* under *Unemployment rate (%)* is a percentage, *148* under *Revenue, million euros* an amount, and what stands
under *Feb 2023* is of that month.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from claimcheck.matchers.dates import read_dates
from claimcheck.matchers.quantities import read_quantities
from claimcheck.matchers.values import DateExpr, Dimension, Granularity, Quantity
from claimcheck.model import Block, Cell, Span

_IN_BRACKETS = re.compile(r"\(([^()]{1,40})\)")
_AFTER_COMMA = re.compile(r"[,:]\s*(?:in |en |em |in den )?([^,:]{1,40})$")
_BETWEEN_COMMAS = re.compile(r",\s*(?:in |en |em |in den )?([^,:]{1,40})(?=,)")
_LONGEST_HINT = 60
_WORD = re.compile(r"[^\W\d_]+|\d+")
_OF_YEARS = frozenset(
    "year years date dates since founded built opened born died season period edition released release launched "  # noqa: SIM905 - a table of words reads better as words
    "année années an ans date depuis fondé fondée création construction ouverture naissance saison période sortie "
    "año años fecha fechas desde fundación construcción apertura nacimiento temporada periodo período edición "
    "jahr jahre datum seit gründung gegründet baujahr eröffnung geboren saison zeitraum erschienen "
    "ano anos data desde fundação construção abertura nascimento temporada edição "
    "anno anni data dal fondazione costruzione apertura nascita stagione periodo edizione uscita".split()
)
"""Words of headers, in six languages, under which four digits are a year."""


def cell_of(block: Block, place: int) -> Cell | None:
    """Return the cell of a table row that a position lies in, or none."""
    return next((cell for cell in block.cells if cell.span[0] <= place < cell.span[1]), None)


def counting_cells(block: Block) -> list[Span]:
    """Return where the cells of a table's row stand whose header says that they hold no years or dates."""
    return [
        cell.span
        for cell in block.cells
        if (words := _WORD.findall(cell.header.lower())) and _OF_YEARS.isdisjoint(words)
    ]


def is_unit_of_column(quantity: Quantity, text: str, block: Block) -> bool:
    """Return whether a scale without a number only says in what a column is counted: *Passengers (millions)*."""
    if not quantity.vague or any(letter.isdigit() for letter in quantity.text):
        return False
    cell = cell_of(block, quantity.span[0])
    return cell is not None and any(
        place <= quantity.span[0] - cell.span[0] < place + len(hint)
        for pattern in (_IN_BRACKETS, _AFTER_COMMA, _BETWEEN_COMMAS)
        for found in pattern.finditer(text[cell.span[0] : cell.span[1]])
        for place, hint in ((found.start(1), found.group(1)),)
    )


def type_by_header(quantity: Quantity, text: str, block: Block, language: str) -> Quantity:
    """Return a cell's bare number as the kind of quantity that a heading says it is.

    That is the header of its column, the first cell of its row (*Plastic removed (tonnes)*), or the table's caption.
    """
    cell = cell_of(block, quantity.span[0])
    if cell is None or quantity.dimension is not Dimension.COUNT or quantity.scale_word:
        return quantity
    first = block.cells[0].span
    row = text[first[0] : first[1]] if cell is not block.cells[0] else ""
    for heading in _hints(cell.header, row, block.label, block.section):
        hint = _as_behind_number(heading, language)
        if not _may_type(hint, language):
            continue
        typed = next(iter(read_quantities(f"{quantity.text} {hint}", language)), None)
        if typed is not None and typed.span[0] == 0 and (typed.dimension is not Dimension.COUNT or typed.scale_word):
            per = typed.per or _rate_of(cell.header, row, block.label)
            return replace(typed, span=quantity.span, text=quantity.text, per=per)
        if typed is not None and typed.span[0] == 0 and typed.per:
            return replace(quantity, per=typed.per)
    return quantity


@lru_cache(maxsize=4096)
def _may_type(hint: str, language: str) -> bool:
    """Return whether a heading makes anything but a bare count of a number: few do, and each is asked by every cell.

    It is tried behind a number that is never a label nor a year, and behind one that may be so many of so many.
    """
    return any(
        held.dimension is not Dimension.COUNT or held.scale_word or held.per
        for held in read_quantities(f"431.5 {hint}\n2 {hint}", language)
    )


def _hints(*headings: str) -> Iterator[str]:
    """Give what may say the unit of a column: what stands in brackets or after a comma, a sign, the heading itself."""
    for heading in headings:
        if "%" in heading:
            yield "%"
        yield from _IN_BRACKETS.findall(heading)
        yield from _AFTER_COMMA.findall(heading)
        yield from _BETWEEN_COMMAS.findall(heading)
        if 0 < len(heading) <= _LONGEST_HINT:
            yield heading


def _rate_of(*headings: str) -> str:
    """Return the time that headings say an amount is for: *hourly pay*; nothing where they say none, or two."""
    said = {_TIMES[word] for heading in headings for word in _WORD.findall(heading.lower()) if word in _TIMES}
    return said.pop() if len(said) == 1 else ""


_TIMES = {
    **dict.fromkeys(
        ("hourly", "horaire", "horaires", "horario", "stundenlohn", "stundenlöhne", "horário", "orario"), "hour"
    ),
    **dict.fromkeys(("oraria", "horaria", "horária", "stündlich"), "hour"),
    **dict.fromkeys(
        ("daily", "journalier", "journalière", "diario", "diaria", "tageslohn", "diário", "giornaliero"), "day"
    ),
    **dict.fromkeys(
        ("monthly", "mensuel", "mensuelle", "mensual", "monatlich", "monatliche", "mensal", "mensile"), "month"
    ),
    **dict.fromkeys(("monatslohn", "monatsmiete", "mensuels", "mensuales", "mensais", "mensili"), "month"),
    **dict.fromkeys(
        ("annual", "yearly", "annuel", "annuelle", "anual", "jährlich", "jährliche", "annuo", "annua"), "year"
    ),
    **dict.fromkeys(("weekly", "hebdomadaire", "semanal", "wöchentlich", "settimanale"), "week"),
}
"""Words of headings, in six languages, that say for how long an amount is paid."""


def _as_behind_number(hint: str, language: str) -> str:
    """Return what a heading says of a column's unit as it would stand behind a number: *in thousands*, *thousand*."""
    bare = _IN.sub("", hint.strip())
    sign = _SIGN_FIRST.fullmatch(bare)
    if sign is not None:
        bare = f"{_SHORT_SCALES.get(sign['scale'].lower(), sign['scale'])} {sign['sign']}"
    thousand = _THOUSANDS.match(bare)
    return f"{_THOUSAND.get(language, 'thousand')} {bare[thousand.end() :]}" if thousand is not None else bare


_IN = re.compile(r"(?:expressed in|in|en|em|exprimé en|angaben in)\s+", re.IGNORECASE)
_SIGN_FIRST = re.compile(
    r"(?P<sign>[$€£¥]|US\$)\s?(?P<scale>k|m|mn|bn|tn|thousand|millions?|billions?|trillions?)", re.IGNORECASE
)
_SHORT_SCALES = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "tn": "trillion"}
_THOUSANDS = re.compile(
    r"(?:thousands(?: of)?|['\u2019]?000s?|milliers(?: de| d['\u2019])?|miles(?: de)?|tausende"
    r"|milhares(?: de)?|migliaia(?: di)?|mgl\.?)(?![\w.])\s*",
    re.IGNORECASE,
)
"""Thousands as headings have them, where no number stands before: *milliers de tonnes*."""
_THOUSAND = {"fr": "mille", "es": "mil", "de": "tausend", "pt": "mil", "it": "mila"}
"""The word for a thousand behind a number, per language other than English."""


def header_dates(block: Block, place: int, language: str, issued: date | None) -> list[DateExpr]:
    """Return the dates that the header of a cell says, or else the caption of its table."""
    cell = cell_of(block, place)
    if cell is None:
        return []
    for heading in (cell.header, block.label):
        found = read_dates(heading, language, issued=issued) or _year_in(heading)
        if found:
            return found
    return []


def _year_in(heading: str) -> list[DateExpr]:
    """Return the one year that a header says without any word that makes it one: *Grants 2023*, *2023 (€ m)*."""
    years = list(_YEAR.finditer(heading))
    if len(years) != 1:
        return []
    year = int(years[0].group())
    return [DateExpr(date(year, 1, 1), date(year, 12, 31), Granularity.YEAR, years[0].span(), years[0].group())]


_YEAR = re.compile(r"(?<![\w.,/-])(?:19|20)\d\d(?![\w/-]|[.,]\d)")
