"""Stage 4, extract: which gaps in the lines of a PDF part cells, and which are only wide spaces.

Lines that are set to one width have spaces as wide as the gaps of a narrow table.  What tells them apart is the line
above or below: cells stand under each other, words do not.  A lone gap parts cells only where it is very wide.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from claimcheck.extractors.pdf.glyphs import Run
from claimcheck.extractors.pdf.lines import WIDE_GAP, Line

_LONE_GAP = 3.0
_ALIGNED = 0.4
_SHORT_CELL = 30
_NEAR = 4.0
_BULLETS = frozenset("•●▪◦‣·■*\u2013\uf0b7\uf0a7")
_LEADER = re.compile(r"[.\u2026·_\s]{3,}")
_LEADING = re.compile(r"(?:[.\u2026·_]\s?){4}\s{0,3}(?:\d{1,4}|[ivxl]{1,6})$")
_LONGEST_LEADER = 20
"""Characters at the end of a line of a table of contents that tell it from others."""


def attach_bullets(runs: Sequence[Run]) -> list[Run]:
    """Return runs without those that are nothing but a bullet, which begins the run beside it wherever it is drawn."""
    lone = [run for run in runs if run.text in _BULLETS]
    if not lone:
        return list(runs)
    rows: dict[int, list[Run]] = defaultdict(list)
    for run in runs:
        if run.text not in _BULLETS:
            rows[round(run.y)].append(run)
    for bullet in lone:
        beside = [
            run
            for y in range(round(bullet.y) - 2, round(bullet.y) + 3)
            for run in rows.get(y, ())
            if 0 <= run.left - bullet.right < _NEAR * bullet.size
        ]
        if beside:
            nearest = min(beside, key=lambda run: run.left)
            nearest.text = f"• {nearest.text}"
    return [run for run in runs if run.text not in _BULLETS]


def settle_cells(lines: Sequence[Line]) -> list[Line]:
    """Return lines with runs that are cells, or with one run; dots that lead to a page number are left out."""
    for line in lines:
        line.leads = bool(_LEADING.search(line.text[-_LONGEST_LEADER:]))
        if len(line.runs) > 1:
            line.runs = [run for run in line.runs if not _LEADER.fullmatch(run.text)] or line.runs[:1]
    settled = [_are_cells(lines, place) for place in range(len(lines))]
    return [line if cells else _merge(line) for line, cells in zip(lines, settled, strict=True)]


def _are_cells(lines: Sequence[Line], place: int) -> bool:
    line = lines[place]
    if len(line.runs) < 2:  # noqa: PLR2004 - a gap has two sides
        return False
    gaps = [right.left - left.right for left, right in pairwise(line.runs)]
    if max(gaps) >= _LONE_GAP * line.size:
        return True
    if min(gaps) < WIDE_GAP * line.size and any(len(run.text) > _SHORT_CELL for run in line.runs):
        return False
    near = [lines[other] for other in (place - 1, place + 1) if 0 <= other < len(lines)]
    return any(_stand_under(line, other) for other in near)


def _stand_under(line: Line, other: Line) -> bool:
    """Return whether cells behind the first begin, end or are centred at the same places in two lines.

    That two lines end at the same place says nothing where their gaps are narrow: lines set to one width all do.
    """
    if len(line.runs) != len(other.runs) or line.page != other.page:
        return False
    slack = _ALIGNED * line.size
    wide = min(_narrowest(line), _narrowest(other)) >= WIDE_GAP * line.size
    return all(
        abs(above.left - below.left) <= slack
        or abs(above.left + above.right - below.left - below.right) <= slack
        or (abs(above.right - below.right) <= slack and (wide or above is not line.runs[-1]))
        for above, below in zip(line.runs[1:], other.runs[1:], strict=True)
    )


def _narrowest(line: Line) -> float:
    return min(right.left - left.right for left, right in pairwise(line.runs))


def _merge(line: Line) -> Line:
    if len(line.runs) > 1:
        first, last = line.runs[0], line.runs[-1]
        text = " ".join(run.text for run in line.runs)
        line.runs = [Run(text, first.left, last.right, first.y, line.size, line.bold)]
    return line
