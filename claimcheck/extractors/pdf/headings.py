"""Stage 4, extract: which lines of a PDF are headings.

A heading is at most three lines that are bigger than the text of their page, or bold where the text is not.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from statistics import median

from claimcheck.extractors.pdf.lines import Line

_BIGGER = 1.12
_MOST_LINES = 3
_LONGEST = 200
_LONGEST_BOLD = 100


def find_headings(lines: Sequence[Line]) -> frozenset[int]:
    """Return the ``id`` of every line that is a heading, or a part of one."""
    found: set[int] = set()
    every_size = _find_size(lines)
    mostly_bold = sum(line.bold for line in lines) > len(lines) / 2
    for _, group in groupby(lines, key=lambda line: line.page):
        page = list(group)
        size = min(_find_size(page), every_size)
        for block in _group_alike(page):
            text = " ".join(line.text for line in block)
            if len(block) > _MOST_LINES or len(text) > _LONGEST or not any(letter.isalpha() for letter in text):
                continue
            bold = block[0].bold and not mostly_bold and len(text) < _LONGEST_BOLD and text[-1] not in ".,;:"
            if bold or block[0].size >= _BIGGER * size:
                found.update(id(line) for line in block)
    return frozenset(found)


def _group_alike(lines: Iterable[Line]) -> Iterator[list[Line]]:
    for _, block in groupby(lines, key=lambda line: (round(line.size, 1), line.bold, len(line.runs) > 1)):
        yield list(block)


def _find_size(lines: Sequence[Line]) -> float:
    """Return the size of most letters."""
    return median([line.size for line in lines for _ in range(1 + len(line.text) // 10)]) if lines else 0.0
