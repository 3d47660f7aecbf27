"""Stage 5, match: words that put one value in relation to another: *than*, *of whom*, *the rest*, *each*, *together*.

The phrases stand in ``tables/relations.tsv``.  They say nothing by themselves; where one stands between two values, it
says what the one is to the other.  A phrase that may be of two kinds, ``part+of``, is told as both.
"""

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from claimcheck.matchers.words.phrases import find_phrases
from claimcheck.matchers.words.tokens import known_language, tokenise
from claimcheck.model import Span

_TABLE = "relations.tsv"


class Operator(StrEnum):
    """What a phrase makes of the values around it."""

    THAN = "than"
    """What follows is what is compared with: *than in 2019*, *three times the normal rate*."""
    OF = "of"
    """The article that stands before what a multiple is of: *three times the normal rate*."""
    WHAT = "what"
    """What a share is of, where that is told by what was done with it: *half of what it had asked for*."""
    TIMES = "times"
    """A multiple that is a noun or an adverb; a verb, *tripled*, has no *of*."""
    MORE = "more"
    FORWARD = "forward"
    """What is compared with was said before: *twice as many are needed*."""
    PART = "part"
    ALL_BUT = "all_but"
    OUT_OF = "out_of"
    """What follows is the number of which a part is told: *of every 100 litres, 47*."""
    REST = "rest"
    TOGETHER = "together"
    EACH = "each"
    UP = "up"
    DOWN = "down"
    SURPLUS = "surplus"
    """By how much one is more than the other: *outnumber*, *net*, *saved*."""
    BEFORE = "before"
    """What is told is of a former time: *until then*, *avant*."""
    NOW = "now"
    INSTEAD = "instead"
    """What follows is what was replaced, or meant before: *5.40 instead of 4.80*."""
    OUTSIDE = "outside"
    """What is told is of all but what follows: *outside Scotland*."""
    STILL = "still"
    """What is told is what is left: *still has to repay*, *il reste*."""
    PLANNED = "planned"
    """What is told was meant to be: *the original budget*, *devait coûter*."""
    OVER = "over"
    """What follows is the time that a number is spread over: *140 witnesses over 35 days*."""
    AT = "at"
    """What follows is where or for what: *40 cents more in Portuguese*."""
    BORN = "born"
    DIED = "died"
    BEGUN = "begun"
    ENDED = "ended"
    SINCE = "since"


class Operation(NamedTuple):
    """An operator and where its words stand in the text."""

    kind: Operator
    span: Span


@lru_cache(maxsize=4096)
def operations(text: str, language: str) -> tuple[Operation, ...]:
    """Return the operators of a text of one sentence or few, in order."""
    code = known_language(language)
    tokens = tokenise(text, code)
    return tuple(
        Operation(Operator(kind), (tokens[first].start, tokens[stop - 1].end))
        for kinds, first, stop in find_phrases(tokens, code, _TABLE)
        for kind in kinds.split("+")
    )
