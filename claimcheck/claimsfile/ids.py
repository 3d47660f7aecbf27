"""Stage 1, load: an id for a claim that has none, made of its first words."""

import re
from collections.abc import Callable, Iterable
from hashlib import sha256

from claimcheck.text import fold, map_characters

_WORD = re.compile(r"[a-z0-9]+")
_WORDS, _LENGTH = 6, 48


def slug(text: str) -> str:
    """Return the first six words of a text as an id, of at most 48 characters; a digest where none is in Latin letters.

    It depends on the words alone, so a claim keeps its id wherever it moves in the file.
    """
    words = _WORD.findall(" ".join(map(fold, map_characters(text[:400]).replace("'", " ").split())))[:_WORDS]
    joined = "-".join(words)[:_LENGTH]
    cut = joined.rpartition("-")[0] if len("-".join(words)) > _LENGTH and "-" in joined else joined
    return cut or f"claim-{sha256(text.encode('utf-8', 'replace')).hexdigest()[:8]}"


def id_maker(taken: Iterable[str]) -> Callable[[str], str]:
    """Return a function that gives a text an id that no other has: the second of a kind ends in ``-2``."""
    used = set(taken)
    counts: dict[str, int] = {}

    def make(text: str) -> str:
        base = slug(text)
        made = base
        while made in used:
            counts[base] = counts.get(base, 1) + 1
            made = f"{base}-{counts[base]}"
        used.add(made)
        return made

    return make
