"""Stage 5, match: who is for something and who is against it: *voted for the bill*, *s'est prononcé contre le projet*.

The little words that tell the two apart carry no meaning of their own, so that a page that says the reverse would have
all the words of a claim.  The phrases stand in ``tables/stances.tsv``; those of kind ``none`` only look like one.
"""

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from claimcheck.matchers.words.phrases import find_phrases
from claimcheck.matchers.words.tokens import known_language, tokenise
from claimcheck.model import Span

_TABLE = "stances.tsv"


class Stance(StrEnum):
    """Which side somebody takes."""

    FOR = "for"
    AGAINST = "against"


class Taken(NamedTuple):
    """A side that is taken, and where the words stand that say so."""

    stance: Stance
    span: Span


@lru_cache(maxsize=256)
def stances(text: str, language: str) -> tuple[Taken, ...]:
    """Return the sides that are taken in a text, in order."""
    code = known_language(language)
    tokens = tokenise(text, code)
    return tuple(
        Taken(Stance(kind), (tokens[first].start, tokens[stop - 1].end))
        for kind, first, stop in find_phrases(tokens, code, _TABLE)
        if kind != "none"
    )
