"""Stage 4, extract: an HTML table → rows whose cells know the header they stand under.

A table that lays out a page (nested tables, one column, long text in cells, ``role=presentation``) has no rows worth
the name: what is in it is told as if the table were not there.  Where no cell is marked as a header, the first rows
are taken for one if they have no figures but years and the like, and every row below has some.

A cell that spans rows is told in each of them, so that every row says whose it is.  The caption, and the row above that
spans the whole table, become the label of the rows.
"""

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from claimcheck.enums import Role
from claimcheck.extractors.columns import count_headers, is_group
from claimcheck.extractors.drafting import CellDraft
from claimcheck.extractors.html.pieces import Piece, Scope
from claimcheck.extractors.html.trees import Attributes

_MOST_COLUMNS = 200
_LONGEST_SPAN = 5_000
_LONGEST_CARRIED = 200
_MOST_CARRIED = 100_000
"""Characters told again for cells that span rows, in one table: a hostile page would fill the memory."""
_LONG_CELL = 600
_ENDS = ".,:;!?"
_LONGEST_GROUP = 60
_DIGIT = re.compile(r"\d")


@dataclass(slots=True)
class _RawCell:
    is_header: bool
    columns: int = 1
    rows: int = 1
    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its text on one line; digits of two of its lines never stand beside each other."""
        text = ""
        for piece in self.pieces:
            text += ("" if not text else " " if text[-1] in _ENDS else "; ") + piece.text
        return text


@dataclass(slots=True)
class _RawRow:
    in_head: bool
    cells: list[_RawCell] = field(default_factory=list)


@dataclass(slots=True)
class _Carried:
    rows: int
    cell: CellDraft


_Placed: TypeAlias = tuple[int, int, CellDraft]
"""A cell with its first column and how many it takes."""


class Table:
    """A table that is being read."""

    def __init__(self, attributes: Attributes, scope: Scope) -> None:
        self.holds_table = False
        self._presents = (attributes.get("role") or "").lower() in {"presentation", "none"}
        self._scope = scope
        self._loose: list[Piece] = []
        self._rows: list[_RawRow] = []
        self._cell: _RawCell | None = None
        self._in_head = False
        self._carried = 0

    @property
    def sink(self) -> list[Piece]:
        """Where pieces are to be put that are read now."""
        return self._cell.pieces if self._cell is not None else self._loose

    def open(self, tag: str, attributes: Attributes) -> None:
        """Take note of a part of the table."""
        if tag == "thead":
            self._in_head = True
        elif tag == "tr":
            self._rows.append(_RawRow(self._in_head))
        elif tag in {"td", "th"}:
            if not self._rows:
                self._rows.append(_RawRow(self._in_head))
            self._cell = _RawCell(
                tag == "th",
                max(1, min(_MOST_COLUMNS, _read_number(attributes.get("colspan")))),
                max(1, min(_LONGEST_SPAN, _read_number(attributes.get("rowspan")))),
            )
            self._rows[-1].cells.append(self._cell)

    def close(self, tag: str) -> None:
        """Take note that a part of the table ended."""
        if tag == "thead":
            self._in_head = False
        elif tag in {"td", "th"}:
            self._cell = None

    def finish(self) -> list[Piece]:
        """Return the pieces of the table, in order."""
        if self._lays_out():
            return [*self._loose, *(piece for row in self._rows for cell in row.cells for piece in cell.pieces)]
        caption = next((piece.text for piece in self._loose if piece.role is Role.CAPTION), "")
        return [*self._loose, *self._read_rows(caption)]

    def _lays_out(self) -> bool:
        if self._presents or self.holds_table:
            return True
        cells = [cell for row in self._rows for cell in row.cells]
        if any(cell.is_header for cell in cells):
            return False
        if all(len(row.cells) <= 1 for row in self._rows):
            return True
        return any(len(cell.text) > _LONG_CELL or _has_heading(cell) for cell in cells)

    def _read_rows(self, caption: str) -> Iterator[Piece]:
        headers: dict[int, str] = {}
        above: dict[int, _Carried] = {}
        guessed = self._guess_headers()
        group = ""
        was_head = False
        for number, row in enumerate(self._rows):
            is_head = row.in_head or number < guessed or _is_header_row(row, number)
            placed = list(self._place(row, above))
            spanning = [cell for _, _, cell in placed if cell.text]
            if is_head:
                _add_headers(headers, placed, fresh=not was_head)
            elif len(spanning) == 1 and _names_group(row, opens=was_head or number == 0 or bool(group)):
                group = spanning[0].text if len(spanning[0].text) <= _LONGEST_GROUP else ""
            was_head = is_head
            piece = self._write(row, placed, None if is_head else headers)
            piece.label = " \u203a ".join(part for part in (caption, group if group != piece.text else "") if part)
            if piece.cells:
                yield piece

    def _place(self, row: _RawRow, above: dict[int, _Carried]) -> Iterator[_Placed]:
        """Give the cells of a row with their columns, those that reach down from rows above among them."""
        column = 0
        for cell in row.cells:
            column = yield from self._carry(above, column)
            draft = CellDraft(cell.text)
            yield column, cell.columns, draft
            if cell.rows > 1:
                for spanned in range(column, min(column + cell.columns, _MOST_COLUMNS)):
                    above[spanned] = _Carried(cell.rows - 1, draft if spanned == column else CellDraft(""))
            column += cell.columns
        yield from self._carry(above, column)

    def _carry(self, above: dict[int, _Carried], column: int) -> Generator[_Placed, None, int]:
        while column in above:
            carried = above[column]
            carried.rows -= 1
            if carried.rows <= 0:
                del above[column]
            length = len(carried.cell.text)
            if length <= _LONGEST_CARRIED and self._carried + length <= _MOST_CARRIED:
                self._carried += length
                yield column, 1, CellDraft(carried.cell.text)
            column += 1
        return column

    def _write(self, row: _RawRow, placed: list[_Placed], headers: dict[int, str] | None) -> Piece:
        """Return a row as a piece; ``headers`` are none for a row of headers, which stands under nothing."""
        titled = next((cell.text for cell in row.cells if cell.is_header), "")
        piece = Piece("", Role.TABLE_ROW, scope=self._scope)
        piece.picked = any(held.picked for cell in row.cells for held in cell.pieces)
        for column, _, cell in placed:
            if cell.text:
                title = titled if cell.text != titled else ""
                under = "" if headers is None else headers.get(column) or title
                piece.cells.append(CellDraft(cell.text, under))
        piece.linked = sum(held.linked for cell in row.cells for held in cell.pieces)
        piece.text = " ".join(cell.text for cell in piece.cells)
        return piece

    def _guess_headers(self) -> int:
        """Return how many rows at the top are headers though nothing marks them."""
        if len(self._rows) < 3 or any(cell.is_header for row in self._rows for cell in row.cells):  # noqa: PLR2004 - two rows to head
            return 0
        rows = [_spelt_out(row) for row in self._rows]
        count = count_headers(rows)
        alike = all(len(row) == len(rows[0]) for row in rows)
        counted = all(any(map(_DIGIT.search, row[1:])) or is_group(row) for row in rows[count:])
        return count if alike and counted and len(rows[0]) > 1 and all(rows[count - 1][1:]) else 0


def _spelt_out(row: _RawRow) -> list[str]:
    """Return the texts of a row column by column, blank where a cell goes on."""
    return [text for cell in row.cells for text in (cell.text, *[""] * (cell.columns - 1))][:_MOST_COLUMNS]


def _names_group(row: _RawRow, *, opens: bool) -> bool:
    """Return whether a row has one cell over several columns, or opens a part of the table by a label and blanks."""
    spans = len(row.cells) == 1 and row.cells[0].columns > 1
    return spans or (opens and is_group([cell.text for cell in row.cells]))


def _has_heading(cell: _RawCell) -> bool:
    return any(piece.role is Role.HEADING for piece in cell.pieces)


def _is_header_row(row: _RawRow, number: int) -> bool:
    """Return whether every cell is marked as a header: of columns, if there are several or it is the first row."""
    said = [cell for cell in row.cells if cell.text]
    return (
        bool(said) and all(cell.is_header for cell in said) and (len(said) > 1 or (number == 0 and len(row.cells) > 1))
    )


def _add_headers(headers: dict[int, str], placed: list[_Placed], *, fresh: bool) -> None:
    if fresh:
        headers.clear()
    for column, width, cell in placed:
        for spanned in range(column, min(column + width, _MOST_COLUMNS)):
            held = headers.get(spanned, "")
            if cell.text and not held.endswith(cell.text):
                headers[spanned] = f"{held} {cell.text}".strip()


def _read_number(text: str | None) -> int:
    said = (text or "").strip()
    return int(said) if said.isascii() and said.isdigit() and len(said) < 7 else 1  # noqa: PLR2004 - a million is a lie
