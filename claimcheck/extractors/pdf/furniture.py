"""Stage 4, extract: running heads and feet of a PDF, and its page numbers.

The first and last lines of a page are its furniture when the same words, numbers aside, stand there on most pages, or
when they are nothing but a page number, or when the number in them counts on from the page before.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from claimcheck.extractors.pdf.lines import Line

_EDGE = 3
"""Lines at the top and at the bottom of a page that may be furniture."""
_FEWEST = 3
_FEWEST_SAME = 2
"""Pages of a short document on which the very same line, number and all, stands at the edge."""
_SHORT_DOCUMENT = 5
_FEW_CELLS = 2
_MOST_PAGES = 0.4
"""Left and right pages may differ: each kind has half of them."""
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[\W_]{0,3}(?:(?:page|seite|p[aá]gina|pagina|p\.|s\.)\s?)?(?:\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s?(?:/|of|de|von|sur|di)\s?\d{1,4})?[\W_]{0,3}",
    re.IGNORECASE,
)


def mark_running(pages: Sequence[Sequence[Line]]) -> None:
    """Mark the lines that are furniture."""
    edges = [_find_edges(lines) for lines in pages]
    counted = Counter(text for lines in edges for text in {_shape(line) for line in lines})
    common = {text for text, count in counted.items() if count >= max(_FEWEST, _MOST_PAGES * len(pages))}
    same = Counter(text for lines in edges for text in {line.text for line in lines})
    if len(pages) <= _SHORT_DOCUMENT:
        common |= {text.lower() for text, count in same.items() if count >= _FEWEST_SAME}
    for lines in edges:
        for line in lines:
            # A row of many cells is the head of a table that goes on.
            is_head = len(line.runs) <= _FEW_CELLS and _shape(line) in common
            line.running = is_head or bool(_PAGE_NUMBER.fullmatch(line.text.strip()))
    _mark_counting(edges)


def _mark_counting(edges: Sequence[Sequence[Line]]) -> None:
    """Mark lines that stand on two pages, one after the other, with the numbers of these pages: heads of chapters."""
    for page, following in pairwise(edges):
        known = {_shape(line): line for line in page}
        for line in following:
            before = known.get(_shape(line))
            if before is not None and _counts_on(before.text, line.text):
                before.running = line.running = True


def _counts_on(before: str, after: str) -> bool:
    numbers = list(zip(_NUMBER.findall(before), _NUMBER.findall(after), strict=True))
    changed = [(first, second) for first, second in numbers if first != second]
    return len(changed) == 1 and len(changed[0][1]) < 5 and int(changed[0][0]) + 1 == int(changed[0][1])  # noqa: PLR2004 - no page is the 10,000th


def _find_edges(lines: Sequence[Line]) -> list[Line]:
    """Return the highest and lowest lines of a page, wherever in its order they are drawn."""
    if len(lines) <= _EDGE:
        return [line for line in lines if _PAGE_NUMBER.fullmatch(line.text.strip())]
    by_height = sorted(lines, key=lambda line: -line.y)
    return by_height[:_EDGE] + by_height[-_EDGE:]


def _shape(line: Line) -> str:
    return _NUMBER.sub("#", line.text).strip().lower()
