"""Tables: a number in a cell is of the kind, and of the day, that its headers say.

*7.2* under *Unemployment rate (%)* is a percentage, *148* under *Revenue, million euros* an amount, and what stands
under *Feb 2023* is of that month.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from claimcheck.matchers.dates import read_dates
from claimcheck.matchers.quantities import read_quantities
from claimcheck.matchers.values import DateExpr, Dimension, Quantity
from claimcheck.model import Block, Cell, Span

_IN_BRACKETS = re.compile(r"\(([^()]{1,40})\)")
_AFTER_COMMA = re.compile(r"[,:]\s*(?:in |en |em |in den )?([^,:]{1,40})$")
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


def type_by_header(quantity: Quantity, block: Block, language: str) -> Quantity:
    """Return a cell's bare number as the kind of quantity that its header, or the table's caption, says it is."""
    cell = cell_of(block, quantity.span[0])
    if cell is None or quantity.dimension is not Dimension.COUNT or quantity.scale_word:
        return quantity
    for hint in _hints(cell.header, block.label, block.section):
        typed = next(iter(read_quantities(f"{quantity.text} {hint}", language)), None)
        if typed is not None and typed.span[0] == 0 and (typed.dimension is not Dimension.COUNT or typed.scale_word):
            return replace(typed, span=quantity.span, text=quantity.text)
    return quantity


def _hints(*headings: str) -> Iterator[str]:
    """Give what may say the unit of a column: what stands in brackets or after a comma, a sign, the heading itself."""
    for heading in headings:
        if "%" in heading:
            yield "%"
        yield from _IN_BRACKETS.findall(heading)
        yield from _AFTER_COMMA.findall(heading)
        if 0 < len(heading) <= _LONGEST_HINT:
            yield heading


def header_dates(block: Block, place: int, language: str, issued: date | None) -> list[DateExpr]:
    """Return the dates that the header of a cell says, or else the caption of its table."""
    cell = cell_of(block, place)
    if cell is None:
        return []
    return read_dates(cell.header, language, issued=issued) or read_dates(block.label, language, issued=issued)
