"""The dates and quantities of a page, read block by block: of a block that is asked for, and of one text once.

Blocks are paragraphs, headings, rows: no date and no quantity goes on from one into the next.  Only two things of the
whole page bear on them: when it was issued, and in which order it writes the day and the month.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from claimcheck.enums import Role
from claimcheck.matchers.dates import Orders, is_pointing, point_on, read_dates, read_orders
from claimcheck.matchers.quantities import read_quantities
from claimcheck.matchers.tabular import counting_cells, is_unit_of_column, type_by_header
from claimcheck.matchers.values import DateExpr, Quantity
from claimcheck.model import Document, Span


class Values(NamedTuple):
    """What a block states, in order."""

    dates: tuple[DateExpr, ...]
    quantities: tuple[Quantity, ...]
    yearless: tuple[DateExpr, ...] = ()
    """The days and months whose year nothing tells, on a page that does not say when it was issued."""


class BlockValues:
    """The values of the blocks of a document, with offsets into its text."""

    def __init__(self, document: Document, language: str, issued: date | None) -> None:
        self._document = document
        self._language = language
        self._issued = issued
        self._held: dict[int, Values] = {}

    def of(self, number: int) -> Values:
        """Return the values of a block."""
        held = self._held.get(number)
        if held is None:
            held = self._held[number] = self._read(number)
        return held

    def all(self) -> Iterator[Values]:
        """Give the values of every block, in order."""
        return map(self.of, range(len(self._document.blocks)))

    def _read(self, number: int) -> Values:
        block = self._document.blocks[number]
        start, end = block.span
        text = self._document.text[start:end]
        cells = tuple((one - start, other - start) for one, other in counting_cells(block)) if block.cells else ()
        read = _read if len(text) <= _SHORT else _read.__wrapped__
        values = read(text, self._language, self._issued, cells, self._orders, text != self._document.text)
        if not cells and is_pointing(text, self._language):
            values = self._pointed(number, text, values)
        dates = tuple(_moved_date(held, start) for held in values.dates)
        quantities = [_moved_quantity(held, start) for held in values.quantities]
        if block.cells:
            quantities = [
                type_by_header(quantity, self._document.text, block, self._language)
                for quantity in quantities
                if not is_unit_of_column(quantity, self._document.text, block)
            ]
        return Values(dates, tuple(quantities), tuple(_moved_date(held, start) for held in values.yearless))

    def _pointed(self, number: int, text: str, values: Values) -> Values:
        """Return the values of a block with the dates that it counts from one before them."""
        every = sorted((*values.dates, *values.yearless), key=lambda held: held.span)
        lead = self._lead(number) if is_pointing(text[:_OPENING], self._language) else None
        found = point_on(text, self._language, every, lead)
        known, unknown = (tuple(held for held in found if held.year_unknown is said) for said in (False, True))
        return Values(known, values.quantities, unknown)

    def _lead(self, number: int) -> DateExpr | None:
        """Return the last date of the paragraph before one, from which this one may count on: *two years later*."""
        before = self._document.blocks[number - 1] if number else None
        if (
            before is None
            or before.role is not Role.PARAGRAPH
            or self._document.blocks[number].section != before.section
        ):
            return None
        dates = self.of(number - 1).dates
        return dates[-1] if dates else None

    @cached_property
    def _orders(self) -> Orders:
        text = self._document.text
        texts = (text[block.span[0] : block.span[1]] for block in self._document.blocks) if "/" in text else ()
        return frozenset().union(*(read_orders(text, self._language) for text in texts))


_SHORT = 2_000
"""Characters of a block whose values are kept for the next page that has it: menus, notices, what agencies send."""
_KEPT = 2_048
_OPENING = 300
"""Characters of a block in which it may count from the date of the block before."""


@lru_cache(maxsize=_KEPT)
def _read(text: str, language: str, issued: date | None, counted: Sequence[Span], orders: Orders, part: bool) -> Values:
    every = read_dates(text, language, issued=issued, orders=orders, any_year=issued is None)
    dates = tuple(held for held in every if not held.year_unknown)
    quantities = read_quantities(text, language, dates=dates, counted=counted, orders=orders, part=part)
    return Values(dates, tuple(quantities), tuple(held for held in every if held.year_unknown))


def _moved_date(held: DateExpr, by: int) -> DateExpr:
    return DateExpr(*_moved(_of_date(held), _SPAN_OF_DATE, by)) if by else held


def _moved_quantity(held: Quantity, by: int) -> Quantity:
    return Quantity(*_moved(_of_quantity(held), _SPAN_OF_QUANTITY, by)) if by else held


def _moved(values: Sequence[Any], place: int, by: int) -> list[Any]:
    """Return the values of an object with the span among them moved: ``replace`` takes thrice as long."""
    moved = list(values)
    begin, end = moved[place]
    moved[place] = (begin + by, end + by)
    return moved


def _names(kind: type) -> list[str]:
    return [field.name for field in fields(kind)]


_of_date, _SPAN_OF_DATE = attrgetter(*_names(DateExpr)), _names(DateExpr).index("span")
_of_quantity, _SPAN_OF_QUANTITY = attrgetter(*_names(Quantity)), _names(Quantity).index("span")
