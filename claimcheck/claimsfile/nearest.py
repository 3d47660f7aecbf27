"""Stage 1, load: the name that somebody most likely meant.

A door to rapidfuzz, loaded on a mistake only.  difflib of the standard library was tried: on ten thousand misspelt
keys it takes six times as long.
"""

from collections.abc import Iterable
from itertools import islice

from rapidfuzz.distance import OSA

from claimcheck.text import fold

_LONGEST, _MOST = 100, 500


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known name nearest to a word, if it is near: at most one slip in three letters, case aside.

    A slip is a letter too many, too few or wrong, or two letters swapped.  Of more than 500 known names, the first
    500 are looked at.
    """
    folded = fold(word[:_LONGEST]).replace("-", "_")
    best: tuple[tuple[int, int], str] | None = None
    for name in islice(known, _MOST):
        if len(name) > _LONGEST:
            continue
        allowed = max(1, len(name) // 3)
        distance = OSA.distance(folded, fold(name).replace("-", "_"), score_cutoff=allowed)
        rank = (distance, abs(len(name) - len(folded)))
        if distance <= allowed and (best is None or rank < best[0]):
            best = (rank, name)
    return best[1] if best else None
