"""Stage 4, extract: runs of glyphs → lines in reading order.

The order in which a PDF draws its text is the reading order of nearly every program that writes PDFs, columns included.
It is left only where the page proves it wrong: where two columns are drawn line by line (gutter at the same place,
prose on both sides), and where lines jump about.
"""

from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from claimcheck.extractors.pdf.glyphs import Run, Sheet

_SAME_LINE = 0.35
_FEWEST_ROWS = 4
_FEWEST_WORDS = 3.0
_MOST_DIGITS = 0.15
_ALIGNED = 1.0
_FEW_JUMPS = 6
_MANY_JUMPS = 0.3


@dataclass(slots=True)
class Line:
    """A line of a page: one run, or several with gaps between them, which are cells."""

    runs: list[Run] = field(default_factory=list)
    page: int = 0
    running: bool = False
    """Whether it is a running head or foot, or a page number."""

    @property
    def text(self) -> str:
        """The words of the line."""
        return " ".join(run.text for run in self.runs)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.runs[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.runs[-1].right

    @property
    def y(self) -> float:
        """Its baseline."""
        return self.runs[0].y

    @property
    def size(self) -> float:
        """Its height."""
        return max(run.size for run in self.runs)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(run.bold for run in self.runs)


def order_lines(sheet: Sheet) -> list[Line]:
    """Return the lines of a page in reading order."""
    lines = _join_runs(sheet)
    jumps = sum(below.y > above.y + above.size for above, below in pairwise(lines))
    if jumps > max(_FEW_JUMPS, _MANY_JUMPS * len(lines)):
        runs = sorted((run for line in lines for run in line.runs), key=lambda run: (-round(run.y, 1), run.left))
        lines = _join_runs(Sheet(sheet.number, sheet.width, sheet.height, runs))
    gutter = _find_gutter(lines)
    return _split_columns(lines, gutter) if gutter else lines


def _join_runs(sheet: Sheet) -> list[Line]:
    lines: list[Line] = []
    for run in sheet.runs:
        last = lines[-1].runs[-1] if lines else None
        if last is not None and abs(run.y - last.y) < _SAME_LINE * last.size and run.left >= last.right:
            lines[-1].runs.append(run)
        else:
            lines.append(Line([run], sheet.number))
    return lines


def _find_gutter(lines: list[Line]) -> float:
    """Return where the second of two columns begins that are drawn line by line; 0 where there are none."""
    pairs = [line.runs for line in lines if len(line.runs) == 2]  # noqa: PLR2004 - two columns
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
