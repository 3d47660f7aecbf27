"""Stage 4, extract: the cells of a table without marks → which rows are its header, and what stands over each column.

A header has no figures but those that name a time: *2024*, *Q1 2025*, *30.06.2024*.  It may take several rows: the one
above spans the columns below, its text written once and the cells behind it left blank, or written once for as many
columns each.  A row with a label alone may name the group of the rows below it.
"""

import re
from collections.abc import Sequence

_SHORT = re.compile(r"(?:FY|[QTHS]\d|\d[QTHS])(?:\s?[-/'\u2019]?\s?\d\d)?")
"""A quarter, a half-year or a business year as tables shorten them: *T1*, *2Q24*, *FY 23*."""
_DIGITS = re.compile(r"\d+")
_BROKEN = re.compile(r"(?:19|20)\d\d[.,]\d|[%$€£¥]")
"""What no cell has that names a time."""
_MOST_ROWS = 3
"""Rows that a header has at most."""
_LABEL_AND_VALUE = 2
_LONGEST_TIME = 40
_YEAR = 4


def is_figure(cell: str) -> bool:
    """Return whether a cell is made of digits for the most part, and names no time."""
    digits = sum(char.isdigit() for char in cell)
    return digits > len(cell) / 2 and not is_time(cell)


def is_time(cell: str) -> bool:
    """Return whether a cell names a year, a quarter, a half-year or a day, perhaps with words beside it."""
    if len(cell) > _LONGEST_TIME or _BROKEN.search(cell):
        return False
    groups = _DIGITS.findall(cell)
    years = [group for group in groups if len(group) == _YEAR and group[:2] in {"19", "20"}]
    told = bool(years) and all(len(group) <= len("31") or group in years for group in groups)
    return told or _SHORT.fullmatch(cell.strip()) is not None


def count_headers(rows: Sequence[Sequence[str]], ruled: int = 0) -> int:
    """Return how many rows at the top of a table are its header; ``ruled`` is how many stand above a line of dashes.

    The first row is, if it has no figure behind its first cell.  So is one below it that has none either where the one
    above leaves columns blank or names several alike, or where its own first cell is blank.
    """
    if len(rows) < 2 or _has_figure(rows[0]):  # noqa: PLR2004 - a row to head
        return 0
    if 0 < ruled <= _MOST_ROWS and ruled < len(rows):
        return ruled
    count = 1
    while count < min(_MOST_ROWS, len(rows) - 1) and _goes_on(rows[count - 1], rows[count]):
        count += 1
    return count


def _has_figure(row: Sequence[str]) -> bool:
    return any(is_figure(cell) for cell in row[1:])


def _goes_on(above: Sequence[str], row: Sequence[str]) -> bool:
    """Return whether a row is the second one of a header: it tells apart what the one above leaves alike."""
    named = [cell for cell in above[1:] if cell]
    spans = len(named) < len(above[1:]) or len(set(named)) < len(named)
    said = [cell for cell in row[1:] if cell]
    if not said or _has_figure(row) or not all(row[1:]):
        return False
    return (spans and len(named) > 0) or (not row[0] and not any(is_time(cell) for cell in row[1:]))


def over_columns(headers: Sequence[Sequence[str]]) -> list[str]:
    """Return what stands over each column: the texts of the header's rows, from above, one that spans told for each."""
    if not headers:
        return []
    spread = [_spread(row) for row in headers[:-1]]
    return [
        " ".join(dict.fromkeys(part for part in (*(row[column] for row in spread), last) if part))
        for column, last in enumerate(headers[-1])
    ]


def _spread(row: Sequence[str]) -> list[str]:
    """Return a header's row with each text told for the blank columns behind it, but for the first, of the labels."""
    found = list(row[:1])
    for cell in row[1:]:
        found.append(cell or (found[-1] if len(found) > 1 else ""))
    return found


def widened(row: Sequence[str], columns: int) -> list[str] | None:
    """Return a row of a header that spans as many columns with each of its cells, as one of so many cells; or none.

    *Q1 2025 | Q1 2024* over *Sector | Men | Women | Men | Women* spans two each.
    """
    if not 1 < len(row) < columns:
        return None
    is_label = not row[0] or is_time(row[0]) != is_time(row[1])
    label, named = (row[:1], row[1:]) if is_label else ([""], row)
    each, rest = divmod(columns - 1, len(named))
    if rest or not all(named) or any(map(is_figure, named)):
        return None
    return [*label, *(text for cell in named for text in (cell, *[""] * (each - 1)))]


def is_group(row: Sequence[str]) -> bool:
    """Return whether a row has a label and blanks behind it: it may name the group of the rows below it.

    It does where the first row below the header is such a one; elsewhere a row of blanks has no data.
    """
    return len(row) > _LABEL_AND_VALUE and bool(row[0]) and not any(row[1:]) and not is_figure(row[0])
