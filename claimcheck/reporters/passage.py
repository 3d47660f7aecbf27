"""Passages for people: cut around the words that decide, a run of words at a time.  Pure."""

from collections.abc import Iterable
from itertools import pairwise

from claimcheck.model import Span

ELLIPSIS = "…"
_LONGEST_MARK = 3
"""Times the budget: a deciding run longer than that is cut too, so that no page can fill the screen."""
_LEAST_CONTEXT = 24


def clamp(spans: Iterable[Span], length: int) -> list[Span]:
    """Return spans inside a text of this length, in order, the empty ones dropped and the overlapping ones joined."""
    joined: list[Span] = []
    for begin, end in sorted((max(0, a), min(b, length)) for a, b in spans):
        if begin >= end:
            continue
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return joined


def excerpt(text: str, deciding: Iterable[Span], budget: int) -> list[tuple[str, bool]]:
    """Return a text as runs, each marked or not, of about ``budget`` characters.

    What is left out is replaced by ``…``; the deciding runs are kept, with as many of the words around them as the
    budget allows, and are the ones marked.
    """
    marks = clamp(deciding, len(text))
    windows = [(0, len(text))] if len(text) <= budget else _windows(text, marks or [(0, 1)], budget)
    pieces: list[tuple[str, bool]] = []
    for number, (begin, end) in enumerate(windows):
        if begin > 0:
            pieces.append((f"{' ' if number else ''}{ELLIPSIS} ", False))
        pieces += _runs(text, (begin, end), marks)
    if windows[-1][1] < len(text):
        pieces.append((f" {ELLIPSIS}", False))
    return pieces


def _windows(text: str, marks: list[Span], budget: int) -> list[Span]:
    longest = budget * _LONGEST_MARK
    kept = [(begin, min(end, begin + longest)) for begin, end in marks]
    while len(kept) > 1 and sum(end - begin for begin, end in kept) > longest:
        kept.pop()
    spare = budget - sum(end - begin for begin, end in kept)
    around = max(spare // (2 * len(kept)), _LEAST_CONTEXT)
    if len(kept) == 1:
        # What one side has no words for, the other may show.
        ((begin, end),) = kept
        before, after = min(around, begin), min(around, len(text) - end)
        wider = (begin - (2 * around - after), end + (2 * around - before))
        return [(_word_start(text, wider[0], begin), _word_end(text, end, wider[1]))]
    return clamp(((_word_start(text, b - around, b), _word_end(text, e, e + around)) for b, e in kept), len(text))


def _word_start(text: str, wanted: int, limit: int) -> int:
    """Return where the first whole word at or after ``wanted`` begins, before ``limit``."""
    if wanted <= 0:
        return 0
    space = text.find(" ", wanted - 1, limit)
    return wanted if space == -1 else space + 1


def _word_end(text: str, limit: int, wanted: int) -> int:
    """Return where the last whole word at or before ``wanted`` ends, after ``limit``."""
    if wanted >= len(text):
        return len(text)
    space = text.rfind(" ", limit, wanted + 1)
    return wanted if space == -1 else space


def _runs(text: str, window: Span, marks: list[Span]) -> list[tuple[str, bool]]:
    begin, end = window
    edges = sorted({begin, end, *(min(max(edge, begin), end) for mark in marks for edge in mark)})
    return [(text[a:b], any(start <= a < stop for start, stop in marks)) for a, b in pairwise(edges)]
