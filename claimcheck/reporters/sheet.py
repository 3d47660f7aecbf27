"""The sheet that the console's reports are written on: labelled rows, wrapped, with words marked.

Stands on rich's ``Text``: it carries styles as offsets, measures wide characters and emoji, and wraps; markup is never
used, so no text can style itself.  Lines are laid out here rather than by a rich table, which has no way to mark words
without colour.  Colour marks words by weight and underline; without it, a line of ``^`` stands below them: the words
themselves stay as they were, and can be copied.
"""

from collections.abc import Iterable
from io import StringIO
from typing import TypeAlias

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import Console
from rich.text import Text

from claimcheck.text import printable

Piece: TypeAlias = tuple[str, bool]
"""A run of text, and whether it is marked."""

MARK = "bold underline"
INDENT = 2
LABEL = 9
"""Columns of a label and the space after it."""
LEAST = 24
"""Columns that a text gets, however narrow the terminal."""


class Sheet:
    """Lines of text that become one string; every word put on it is made printable first."""

    def __init__(self, *, color: bool, width: int) -> None:
        self.color = color
        self.width = max(width, INDENT + LABEL + LEAST)
        self._lines: list[Text] = []
        # Only measures and styles: nothing is ever written to a real stream from here.
        self._console = Console(
            file=StringIO(),
            force_terminal=color,
            color_system="standard" if color else None,
            no_color=not color,
            width=self.width,
            legacy_windows=False,
            markup=False,
            emoji=False,
            highlight=False,
        )

    @property
    def room(self) -> int:
        """The columns right of a label."""
        return self.width - INDENT - LABEL

    def blank(self) -> None:
        """Leave one line empty, unless the last one is or there is none."""
        if self._lines and self._lines[-1].plain:
            self._lines.append(Text())

    def line(self, *parts: Text) -> None:
        """Write parts one after the other, in one line as long as it gets."""
        self._lines.append(Text.assemble(*parts))

    def prose(self, text: str, style: str = "", *, indent: int = 0) -> None:
        """Write a text, wrapped."""
        for line in self._wrap(words(text, style), self.width - indent):
            self.line(Text(" " * indent), line)

    def row(self, label: str, content: Text, *, lead: Text | None = None, indent: int = 0) -> None:
        """Write a label and its content, wrapped; ``lead`` stands before the first line, its width before the rest."""
        lead = lead or Text()
        start = Text(" " * (INDENT + indent)) + Text(f"{printable(label)[: LABEL - 2]:<{LABEL}}", "dim")
        hang = Text(" " * lead.cell_len)
        for number, line in enumerate(self._wrap(content, self.room - indent - lead.cell_len)):
            self.line(Text(" " * start.cell_len) if number else start, hang if number else lead, line)
            if not self.color and (carets := _carets(line)):
                self.line(Text(" " * (start.cell_len + lead.cell_len) + carets))

    def unbroken(self, label: str, content: str, style: str = "") -> None:
        """Write a label and a content that is not to be broken, such as an address: a broken one opens nothing."""
        self.line(Text(f"{'':{INDENT}}{printable(label):<{LABEL}}", "dim"), words(content, style))

    def text(self) -> str:
        """Return all lines, none with space at its end, the last one ended."""
        self.blank()
        lines = self._lines[:-1] if self._lines else []
        for line in lines:
            line.rstrip()
        if not self.color:
            return "".join(f"{line.plain}\n" for line in lines)
        # Segment by segment: printing to the console instead takes three times as long.
        return "".join(
            part.style.render(part.text, color_system=ColorSystem.STANDARD) if part.style else part.text
            for line in lines
            for part in line.render(self._console, end="\n")
        )

    def _wrap(self, content: Text, columns: int) -> list[Text]:
        columns = max(columns, LEAST)
        if content.cell_len <= columns:
            return [content]
        lines = list(content.wrap(self._console, columns, overflow="fold"))
        for line in lines:
            line.rstrip()
        return lines


def dotted(parts: Iterable[Text]) -> Text:
    """Return the parts that are not empty, a quiet dot between them."""
    # Assembled, the dot's style is its own; given to Text, it would be that of all that is joined.
    return Text.assemble((" · ", "dim")).join(part for part in parts if part.plain)


def words(text: str, style: str = "") -> Text:
    """Return a text made printable."""
    return Text(printable(text), style)


def marked(pieces: list[Piece], style: str = "") -> Text:
    """Return pieces as one text, made printable, the marked ones marked.

    A text that is marked from end to end is not marked at all: where all words decide, none stands out.
    """
    content = Text(style=style)
    everything = all(mark for text, mark in pieces if text.strip())
    for shown, mark in _printable_pieces(pieces):
        content.append(shown, MARK if mark and not everything else None)
    return content


def _printable_pieces(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces as ``printable`` would leave the whole, spaces between them kept."""
    shown: list[Piece] = []
    after_space = True
    for text, mark in pieces:
        piece = printable(f"x{text}x")[1:-1]
        piece = piece.lstrip(" ") if after_space else piece
        if piece:
            after_space = piece.endswith(" ")
            shown.append((piece, mark))
    return shown


def _carets(line: Text) -> str:
    """Return the line of carets that marks the marked words of a line, or nothing."""
    columns = [" "] * line.cell_len
    for span in line.spans:
        if span.style == MARK:
            begin = cell_len(line.plain[: span.start])
            end = cell_len(line.plain[: span.end])
            columns[begin:end] = "^" * (end - begin)
    return "".join(columns).rstrip()
