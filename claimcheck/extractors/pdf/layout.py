"""Stage 4, extract: runs of glyphs → lines in reading order.

The order in which a PDF draws its text is the reading order of nearly every program that writes PDFs, columns included.
It is left only where the page proves it wrong: where two columns are drawn line by line (gutter at the same place,
prose on both sides), and where lines jump about.
"""

from collections.abc import Iterable
from itertools import pairwise
from statistics import median

from claimcheck.extractors.pdf.cells import attach_bullets, settle_cells
from claimcheck.extractors.pdf.glyphs import Run, Sheet
from claimcheck.extractors.pdf.lines import WIDE_GAP, Line

_SAME_LINE = 0.35
_FEWEST_ROWS = 4
_FEWEST_WORDS = 3.0
_MOST_DIGITS = 0.15
_ALIGNED = 1.0
_FEW_JUMPS = 6
_MANY_JUMPS = 0.3


def order_lines(sheet: Sheet) -> list[Line]:
    """Return the lines of a page in reading order."""
    lines = _join_runs(sheet.number, attach_bullets(sheet.runs))
    jumps = sum(below.y > above.y + above.size for above, below in pairwise(lines))
    if jumps > max(_FEW_JUMPS, _MANY_JUMPS * len(lines)):
        runs = sorted((run for line in lines for run in line.runs), key=lambda run: (-round(run.y, 1), run.left))
        lines = _join_runs(sheet.number, runs)
    gutter = _find_gutter(lines)
    return settle_cells(_split_columns(lines, gutter) if gutter else lines)


def _join_runs(page: int, runs: Iterable[Run]) -> list[Line]:
    lines: list[Line] = []
    for run in runs:
        last = lines[-1].runs[-1] if lines else None
        if last is not None and abs(run.y - last.y) < _SAME_LINE * last.size and run.left >= last.right:
            lines[-1].runs.append(run)
        else:
            lines.append(Line([run], page))
    return lines


def _find_gutter(lines: list[Line]) -> float:
    """Return where the second of two columns begins that are drawn line by line; 0 where there are none."""
    pairs = [line.runs for line in lines if len(line.runs) == 2 and _has_wide_gap(line)]  # noqa: PLR2004 - two columns
    if len(pairs) < _FEWEST_ROWS:
        return 0.0
    start = median(right.left for _, right in pairs)
    aligned = [pair for pair in pairs if abs(pair[1].left - start) < _ALIGNED * pair[1].size]
    if len(aligned) < max(_FEWEST_ROWS, 0.6 * len(pairs)):
        return 0.0
    words = [run.text for pair in aligned for run in pair]
    letters = "".join(words)
    prose = sum(len(text.split()) for text in words) / len(words) >= _FEWEST_WORDS
    digits = sum(letter.isdigit() for letter in letters) / max(1, len(letters))
    return start if prose and digits < _MOST_DIGITS else 0.0


def _split_columns(lines: list[Line], gutter: float) -> list[Line]:
    """Return lines with the right column behind the left one, as far as both stand side by side."""
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        if len(line.runs) == 1 and line.left < gutter - line.size < line.right - line.size:
            # A line across both columns ends them.
            ordered += left + right
            left, right = [], []
            ordered.append(line)
            continue
        for run in line.runs:
            column = left if run.left < gutter - run.size else right
            column.append(Line([run], line.page))
    return ordered + left + right


def _has_wide_gap(line: Line) -> bool:
    return line.runs[1].left - line.runs[0].right >= WIDE_GAP * line.size
