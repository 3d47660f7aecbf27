"""Stage 4, extract: lines of a PDF → drafts of paragraphs, headings, list items, captions and table rows.

A paragraph ends where the gap below a line is wider than within the text, where the size of the letters changes, where
a line ends short of its column with its sentence done, or where the next begins with a bullet.  A sentence that a
column or a page cuts goes on in the next one and stays one paragraph, on the page where it begins.
"""

import re
from collections.abc import Iterator, Sequence
from statistics import median

from claimcheck.enums import Role
from claimcheck.extractors.drafting import CellDraft, Draft, tidy
from claimcheck.extractors.pdf.headings import find_headings
from claimcheck.extractors.pdf.hyphens import collect_words, join_broken
from claimcheck.extractors.pdf.lines import Line

_SENTENCE_END = re.compile(r"[.!?:;…][\"'\u201d\u2019»)\]]*$")
_BULLET = re.compile(r"[•●▪◦‣·■\u2013*\uf0b7\uf0a7]\s|\(?(?:\d{1,2}|[a-z])[.)]\s")
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[•●▪◦‣·■\u2013*\uf0b7\uf0a7]|\(?(?:\d{1,2}|[a-z])[.)])")
_CAPTION = re.compile(
    r"(?:figure|fig\.|table|tableau|graphique|chart|exhibit|box|abbildung|abb\.|tabelle|figura|tabla|gr[aá]fico"
    r"|cuadro|tabela|quadro|tabella)\s\d{1,3}(?:\.\d{1,3})?\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_PITCH = 1.65
"""Line heights from one baseline to the next, above which a paragraph has ended."""
_SHORT = 0.85
_OTHER_SIZE = 0.2
"""The share by which letters of another paragraph differ; those of another font on the same line do by less."""
_LEADERS = re.compile(r"(?:\s?\.){4,}\s?|\u2026{2,}")


class ParagraphReader:
    """Makes drafts of the lines of a whole document."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        body = [line for line in lines if not line.running]
        self._headings = find_headings(body)
        self._words = collect_words(line.text for line in body)
        self._right = _right_edges(body)
        self._middle = _middles(lines)
        self._later: list[Draft] = []

    def read(self) -> Iterator[Draft]:
        """Give the drafts in reading order, running heads and feet where they stand."""
        held: list[Line] = []
        table: list[Line] = []
        for line in self._lines:
            if line.running:
                role = Role.NAVIGATION if line.y >= self._middle[line.page] else Role.FOOTER
                self._later.append(Draft(tidy(line.text), role, page=line.page))
                if not held and not table:
                    yield from self._flush(held)
                continue
            if line.leads:
                # A line of a table of contents: its words are those of a heading elsewhere.
                yield from self._write_table(table)
                yield from self._flush(held)
                yield Draft(tidy(_LEADERS.sub(" ", line.text)), Role.NAVIGATION, page=line.page)
                continue
            if _is_row(line):
                yield from self._flush(held)
                table.append(line)
                continue
            if table:
                yield from self._write_table(table)
                yield from self._flush(held)
            if held and not self._goes_on(held, line):
                yield from self._flush(held)
            held.append(line)
        yield from self._write_table(table)
        yield from self._flush(held)

    def _goes_on(self, held: Sequence[Line], line: Line) -> bool:
        above = held[-1]
        if self._is_heading(above) != self._is_heading(line) or _BULLET.match(line.text):
            return False
        if abs(above.size - line.size) > _OTHER_SIZE * max(above.size, line.size):
            return False
        ended = bool(_SENTENCE_END.search(above.text[-6:]))
        apart = above.y - line.y
        if above.page != line.page or apart < 0 or abs(above.left - line.left) > above.right - above.left:
            return not ended and not self._is_heading(line) and (above.text.endswith("-") or line.text[:1].islower())
        if apart > _PITCH * max(above.size, line.size):
            return False
        if self._is_heading(line):
            return True
        edge = self._right.get((above.page, round(above.left / 20)), above.right)
        short = above.right < above.left + _SHORT * (edge - above.left)
        indented = line.left > above.left + 0.8 * line.size and len(held) > 1
        return not (ended and (short or indented))

    def _is_heading(self, line: Line) -> bool:
        return id(line) in self._headings

    def _flush(self, held: list[Line]) -> Iterator[Draft]:
        """Give the paragraph that is held, and the furniture that was met on the way."""
        if held:
            yield self._write(held)
            held.clear()
        yield from self._later
        self._later.clear()

    def _write(self, held: Sequence[Line]) -> Draft:
        text = held[0].text
        for line in held[1:]:
            text = join_broken(text, line.text, self._words)
        role = Role.PARAGRAPH
        if self._is_heading(held[0]):
            role = Role.HEADING
        elif _CAPTION.match(text):
            role = Role.CAPTION
        elif _BULLET.match(text) and not text[:1].isdigit():
            role = Role.LIST_ITEM
        return Draft(tidy(_LEADERS.sub(" … ", text)), role, page=held[0].page)

    def _write_table(self, table: list[Line]) -> Iterator[Draft]:
        """Give the rows of a table; its first row heads the others when it has no digit and they all do."""
        header: list[str] = []
        rows = [[tidy(run.text) for run in line.runs] for line in table]
        if len(rows) > 1 and not _DIGIT.search(" ".join(rows[0])) and all(_DIGIT.search(" ".join(r)) for r in rows[1:]):
            header = rows[0]
        for line, row in zip(table, rows, strict=True):
            under = header if row is not header and len(header) == len(row) else [""] * len(row)
            cells = [CellDraft(text, head) for text, head in zip(row, under, strict=True) if text]
            yield Draft(" ".join(row), Role.TABLE_ROW, page=line.page, cells=cells)
        table.clear()


def _is_row(line: Line) -> bool:
    """Return whether a line has cells: gaps that are not the one behind a number or a bullet."""
    if len(line.runs) < 2:  # noqa: PLR2004 - a gap has two sides
        return False
    return len(line.runs) > 2 or not _NUMBERED.fullmatch(line.runs[0].text)  # noqa: PLR2004 - as above


def _right_edges(lines: Sequence[Line]) -> dict[tuple[int, int], float]:
    """Return where lines end at most, for each page and each place where lines begin."""
    edges: dict[tuple[int, int], float] = {}
    for line in lines:
        key = (line.page, round(line.left / 20))
        edges[key] = max(edges.get(key, 0.0), line.right)
    return edges


def _middles(lines: Sequence[Line]) -> dict[int, float]:
    """Return the height of the middle line of each page."""
    heights: dict[int, list[float]] = {}
    for line in lines:
        heights.setdefault(line.page, []).append(line.y)
    return {page: median(held) for page, held in heights.items()}
