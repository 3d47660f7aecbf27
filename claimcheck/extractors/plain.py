"""Stage 4, extract: plain text → Document, a paragraph a block.

Plain text has no marks, so its parts are told by their shape: a short line without a full stop above longer ones is a
heading, the first such line the title; lines that a bar, a tab or a gap cuts into as many cells are the rows of a
table, the first ones its header; a line that begins *Most read:* or *Read also:* leads elsewhere.  Other lines are
joined where they are running text, and kept apart where they are entries; an empty line ends a paragraph.
"""

import re
from collections.abc import Iterator, Sequence

from claimcheck.enums import Role
from claimcheck.extractors.charsets import decode_body
from claimcheck.extractors.columns import count_headers, is_figure, is_group, over_columns, widened
from claimcheck.extractors.drafting import CellDraft, Draft, assemble, tidy
from claimcheck.extractors.lines import join_lines
from claimcheck.extractors.selecting import refuse_selector
from claimcheck.extractors.vocabulary import points_elsewhere, read_heading, says_correction
from claimcheck.model import Document, Page

_MOST = 1_200_000
"""Characters that are read: twice those of the longest document, so that white space takes nothing from it."""
_LONGEST_HEADING = 110
_FEWEST_CELLS = 2
_FEWEST_ROWS = 2
_BAR, _TAB, _GAP = "|", "\t", "  "
_FEWEST_ALIGNED = 3
"""Rows that make a table of lines whose cells only gaps keep apart: two may be chance."""
_GAPS = re.compile(r" {2,}|\t+")
_RULE = re.compile(r"[-=:+|\s]*")
"""A line of dashes under a table's header."""
_ENDS_SENTENCE = re.compile(r"[.!;,:…][\"'”»\u2019)\]]*$")
_LABEL = re.compile(r"([^:|]{3,40}?)\s?:\s")
_NOTICE = re.compile(r"\s*(?:©|\(c\)|copyright\b|all rights reserved|tous droits réservés)", re.IGNORECASE)


def read_plain(page: Page, media_type: str, *, selector: str = "") -> Document:
    """Return the paragraphs of a plain text, its headings, and the rows of its tables.

    Raises:
        UnreadableError: a selector is given, which plain text has no use for.
    """
    refuse_selector(selector, media_type)
    text = decode_body(page.body, page.charset)
    drafts = list(_sectioned(_read_parts(text[:_MOST].splitlines())))
    title = drafts[0].text if drafts and drafts[0].role is Role.HEADING else ""
    joined, blocks, truncated = assemble(drafts)
    if len(text) > _MOST:
        truncated = truncated or f"the first {_MOST:,} characters"
    return Document(joined, blocks, title=title, media_type=media_type, truncated=truncated)


def _read_parts(lines: Sequence[str]) -> Iterator[Draft]:
    """Give the tables and, between them, the paragraphs."""
    place = begin = 0
    while place < len(lines):
        end, mark = _table_end(lines, place)
        if not mark:
            end, mark = _spaced_table_end(lines, place)
        if mark:
            yield from _read_lines(lines[begin:place])
            yield from _read_table([line for line in lines[place:end] if line.strip()], mark)
            place = begin = end
        else:
            place += 1
    yield from _read_lines(lines[begin:])


def _table_end(lines: Sequence[str], place: int) -> tuple[int, str]:
    """Return the line after the table that begins at a line, and the mark between its cells; no mark for no table."""
    for mark in (_BAR, _TAB, _GAP):
        first = _cells(lines[place], mark) if mark in lines[place] else []
        if len(first) < _FEWEST_CELLS or (mark == _GAP and not _is_aligned(lines[place + 1 : place + 4])):
            # Most lines: to look for the end of a table there would read the rest of the text for each of them.
            continue
        end, wanted = place + 1, len(first)
        if end < len(lines) and (below := len(_cells(lines[end], mark))) > wanted and widened(first, below):
            wanted = below
        while end < len(lines) and (_is_rule(lines[end]) or len(_cells(lines[end], mark)) == wanted):
            end += 1
        if end - place >= (_FEWEST_ALIGNED if mark == _GAP else _FEWEST_ROWS):
            return end, mark
    return place, ""


def _spaced_table_end(lines: Sequence[str], place: int) -> tuple[int, str]:
    """Return the same of a table whose rows an empty line each keeps apart: rows of as many cells, the last a figure.

    A strip of links above another has no figure behind each of its labels.
    """
    wanted = len(_cells(lines[place], _BAR)) if _BAR in lines[place] else 0
    if wanted < _FEWEST_CELLS or is_figure(_cells(lines[place], _BAR)[-1]):
        return place, ""
    end = place + 1
    while end + 1 < len(lines) and not lines[end].strip() and _is_row_of(lines[end + 1], wanted):
        end += 2
    return (end, _BAR) if end - place > _FEWEST_SPACED else (place, "")


def _is_row_of(line: str, wanted: int) -> bool:
    cells = _cells(line, _BAR) if _BAR in line else []
    return len(cells) == wanted and any(map(is_figure, cells[1:]))


_FEWEST_SPACED = 4
"""Lines behind the first of a table whose rows are kept apart by empty ones: a header and two rows."""


def _is_aligned(lines: Sequence[str]) -> bool:
    """Return whether two of the lines under another have figures in a last cell that only a gap keeps apart."""
    rows = [_cells(line, _GAP) for line in lines if not _is_rule(line)]
    return sum(len(row) > 1 and is_figure(row[-1]) for row in rows) >= _FEWEST_ALIGNED - 1


def _is_rule(line: str) -> bool:
    return bool(line.strip()) and _RULE.fullmatch(line) is not None


def _cells(line: str, mark: str) -> list[str]:
    if mark == _GAP:
        return [tidy(cell) for cell in _GAPS.split(line.strip())]
    bare = line.strip(" ")
    if mark == _BAR and bare[:1] == _BAR and (bare[-1:] == _BAR or line[0] == _BAR):
        # A bar around the row; *Ferries | |* and * | 2023 | 2024* have blank cells instead.
        bare = bare[1:].removesuffix(_BAR)
    return [tidy(cell) for cell in bare.split(mark)]


def _read_table(lines: Sequence[str], mark: str) -> Iterator[Draft]:
    """Give the rows, each cell with what stands over its column; a row with a label alone names those below it."""
    ruled = next((number for number, line in enumerate(lines) if _is_rule(line)), 0)
    rows = [_cells(line, mark) for line in lines if not _is_rule(line)]
    columns = max(map(len, rows), default=0)
    rows = [widened(row, columns) or row for row in rows]
    titled = len(rows) > 1 and is_group(rows[0])
    count = titled + count_headers(rows[titled:], ruled - titled)
    heads = over_columns(rows[titled:count]) or [""] * columns
    grouped = count < len(rows) and is_group(rows[count])
    group = ""
    for number, row in enumerate(rows):
        group = row[0] if grouped and number >= count and is_group(row) else group
        under = heads if number >= count else [""] * columns
        cells = [CellDraft(cell, head) for cell, head in zip(row, under, strict=True)]
        yield Draft(" ".join(row), Role.TABLE_ROW, label=group if group != row[0] else "", cells=cells)


def _read_lines(lines: Sequence[str]) -> Iterator[Draft]:
    for paragraph in join_lines([tidy(line) for line in lines]):
        yield Draft(paragraph, _role_of(paragraph))


def _role_of(paragraph: str) -> Role:
    if says_correction(paragraph):
        return Role.CORRECTION
    if _NOTICE.match(paragraph):
        return Role.FOOTER
    if _is_strip(paragraph):
        return Role.RELATED
    label = _LABEL.match(paragraph)
    said = read_heading(label[1]) if label is not None else None
    if said is not None:
        return said
    return Role.RELATED if points_elsewhere(paragraph) else Role.PARAGRAPH


def _is_strip(paragraph: str) -> bool:
    """Return whether a line is a strip of links: *Markets fall 2% · Five things to know · 3 months for 1 euro*."""
    pieces = _MIDDLE_DOT.split(paragraph)
    return len(pieces) >= _FEWEST_LINKS and all(
        len(piece) <= _LONGEST_LINK and piece.rstrip()[-1:] not in _SENTENCE_END for piece in pieces
    )


_MIDDLE_DOT = re.compile(r"\s[·•|]\s")
_FEWEST_LINKS = 3
_LONGEST_LINK = 80
"""Characters of a headline that stands beside others in one line."""


def _sectioned(drafts: Iterator[Draft]) -> Iterator[Draft]:
    """Give the drafts with their headings told, and each with the heading it stands under."""
    held = list(drafts)
    _mark_headlines(held)
    section = label = ""
    for place, draft in enumerate(held):
        following = held[place + 1] if place + 1 < len(held) else None
        if draft.role is Role.PARAGRAPH and following is not None and _is_heading(draft.text, following):
            draft.role = Role.HEADING
            section = draft.text if place else ""
        elif draft.role is Role.TABLE_ROW:
            above = held[place - 1] if place else None
            if above is not None and above.role is not Role.TABLE_ROW:
                label = above.text if len(above.text) <= _LONGEST_HEADING else ""
            draft.label = " \u203a ".join(part for part in (label, draft.label) if part)
        draft.section = section if draft.role is not Role.HEADING else ""
        yield draft


def _mark_headlines(held: Sequence[Draft]) -> None:
    """Mark the lines under *Most read* or *À lire aussi* that are headlines of other pages, and no sentences."""
    listing = False
    for draft in held:
        named = read_heading(draft.text.partition(":")[0])
        if named is Role.RELATED and draft.role in {Role.PARAGRAPH, Role.RELATED} and draft.text[-1:] not in _STOPS:
            # A heading, or one with its first headline: *Related: Fares to rise*.
            listing = True
        elif listing and (
            len(draft.text) > _HEADLINE or draft.text[-1:] in _SENTENCE_END or draft.role is not Role.PARAGRAPH
        ):
            listing = False
        if listing:
            draft.role = Role.RELATED


_STOPS = frozenset(".!?")
_HEADLINE = 160
"""Characters of the longest headline in a list of other pages."""
_SENTENCE_END = frozenset(".!?;:")


def _is_heading(text: str, following: Draft) -> bool:
    if len(text) > _LONGEST_HEADING or _ENDS_SENTENCE.search(text):
        return False
    return following.role is Role.TABLE_ROW or len(following.text) > len(text)
