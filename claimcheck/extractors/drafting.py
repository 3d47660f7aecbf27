"""Stage 4, extract: drafts of blocks, and the one text that they are assembled into.

Every reader writes drafts; only :func:`assemble` knows offsets, so that no reader can get one wrong.  Blocks are
joined by a line break, cells by a bar between spaces: digits of two cells never stand beside each other.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from claimcheck.enums import Role
from claimcheck.model import Block, Cell

CELL_JOIN = " | "

_RUN = re.compile(r"\s{2,}|[\t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_DROPPED = {
    **dict.fromkeys(range(0x20)),
    **dict.fromkeys((0x7F, 0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF)),
    **dict.fromkeys(range(0x202A, 0x202F)),
    **dict.fromkeys((0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x1F, 0x85), " "),
}
"""Controls, soft hyphens, zero-width spaces and bidi controls: none is seen, and each would cut a word in two."""


@dataclass(slots=True)
class CellDraft:
    """A cell of a table row that is being read."""

    text: str
    header: str = ""


@dataclass(slots=True)
class Draft:
    """A block that is being read; ``cells`` of a table row make its text."""

    text: str
    role: Role = Role.PARAGRAPH
    section: str = ""
    page: int | None = None
    label: str = ""
    cells: list[CellDraft] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much text and how many blocks one document may have.

    Matching takes some 140 bytes a character, and 5 kB a block.  The longest laws and lists on the web have half a
    million characters on one page; a text that is longer is cut, and said to be: nothing is then called false for
    what it does not say.
    """

    characters: int = 600_000
    blocks: int = 8_000


def tidy(text: str) -> str:
    """Return a text on one line, every run of white space one space; a lone no-break space is kept as found."""
    if text.isascii():
        plain = " ".join(text.split())
        if plain.isprintable():
            return plain
    return _RUN.sub(" ", text.translate(_DROPPED)).strip()


def assemble(drafts: Iterable[Draft], bounds: Bounds | None = None) -> tuple[str, tuple[Block, ...], str]:
    """Return the text of drafts, their blocks with offsets into it, and why it was cut (empty when it was not).

    Every block's span slices to its own text, blocks are in order and do not overlap, every cell lies in its row.
    """
    bounds = bounds or Bounds()
    pieces: list[str] = []
    blocks: list[Block] = []
    place = 0
    for draft in drafts:
        text, cells = _lay_out(draft, place)
        if not text:
            continue
        if len(blocks) >= bounds.blocks:
            return "\n".join(pieces), tuple(blocks), f"the first {bounds.blocks:,} blocks"
        if place + len(text) > bounds.characters:
            # The whole block is left out: half a sentence may say the opposite of all of it.
            return "\n".join(pieces), tuple(blocks), f"the first {place:,} characters"
        pieces.append(text)
        span = (place, place + len(text))
        blocks.append(Block(draft.role, span, draft.section, draft.page, cells, draft.label))
        place += len(text) + 1
    return "\n".join(pieces), tuple(blocks), ""


def _lay_out(draft: Draft, place: int) -> tuple[str, tuple[Cell, ...]]:
    if not draft.cells:
        return draft.text, ()
    cells: list[Cell] = []
    held = [cell for cell in draft.cells if cell.text]
    for cell in held:
        cells.append(Cell(cell.header, (place, place + len(cell.text))))
        place += len(cell.text) + len(CELL_JOIN)
    return CELL_JOIN.join(cell.text for cell in held), tuple(cells)
