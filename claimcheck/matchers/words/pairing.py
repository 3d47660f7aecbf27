"""Stage 5, match: words that pair values with names in their order: *respectively*, *the former … the latter*.

The phrases stand in ``tables/pairing.tsv``.
"""

from enum import StrEnum
from functools import lru_cache

from claimcheck.matchers.words.phrases import find_phrases
from claimcheck.matchers.words.tokens import known_language, tokenise

_TABLE = "pairing.tsv"


class Pairing(StrEnum):
    """How a phrase pairs."""

    RESPECTIVELY = "respectively"
    FORMER = "former"
    LATTER = "latter"


@lru_cache(maxsize=2048)
def pairings(text: str, language: str) -> tuple[tuple[Pairing, int], ...]:
    """Return the pairing phrases of a sentence, in order, each with where it begins."""
    code = known_language(language)
    tokens = tokenise(text, code)
    return tuple((Pairing(kind), tokens[first].start) for kind, first, _ in find_phrases(tokens, code, _TABLE))
