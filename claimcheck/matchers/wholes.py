"""All of them, or a part: *12 of the 80 families were compensated* says nothing of the 80.

The words stand in ``tables/wholes.tsv``; those of the kind ``of`` tell a part behind a number alone.
"""

from functools import lru_cache
from typing import NamedTuple

from claimcheck.enums import Code
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import Relation, weaker
from claimcheck.matchers.words.phrases import find_phrases
from claimcheck.matchers.words.speakers import LONGEST
from claimcheck.matchers.words.tokens import known_language, tokenise
from claimcheck.model import Span

_TABLE = "wholes.tsv"
_BEFORE = 2
"""Characters between *of the* and the number of the whole."""


class _Said(NamedTuple):
    kind: str
    span: Span
    words: int


def only_of_a_part(context: Context, assertion: Assertion, candidate: Candidate) -> Relation | None:
    """Return a weaker relation where the page says of some of them what the claim says of all."""
    reading, sentence = context.reading, candidate.sentence
    if len(sentence.text) > LONGEST:
        return None
    theirs = _found(sentence.text, context.passages.language)
    if not any(kind == "part" for kind, _, _ in theirs):
        return None
    ours = _found(reading.text, reading.language)
    if assertion.quantity is not None:
        is_whole = _is_after_part(theirs, candidate.span[0] - sentence.span[0])
        begin = assertion.quantity.span[0]
        first = not any(q.span[1] <= begin for q in reading.quantities)
        told = is_whole and first and not _is_after_part(ours, begin)
    else:
        inside = [kind for kind, span, _ in ours if assertion.span[0] <= span[0] < assertion.span[1]]
        told = "all" in inside and "part" not in inside and not any(kind == "all" for kind, _, _ in theirs)
    return weaker(Code.WEAKER_VALUE, "the source says it of a part of them") if told else None


def _is_after_part(found: tuple[_Said, ...], place: int) -> bool:
    """Return whether a number is that of the whole: *some* alone before one is *about*."""
    return any(said.kind == "part" and said.words > 1 and 0 < place - said.span[1] <= _BEFORE for said in found)


@lru_cache(maxsize=2048)
def _found(text: str, language: str) -> tuple[_Said, ...]:
    code = known_language(language)
    tokens = tokenise(text, code)
    found = []
    for kind, first, stop in find_phrases(tokens, code, _TABLE):
        counted = first > 0 and tokens[first - 1].form[0].isdigit()
        begin = first - 1 if kind == "of" and counted else first
        if kind != "of" or counted:
            span = (tokens[begin].start, tokens[stop - 1].end)
            found.append(_Said("part" if kind == "of" else kind, span, stop - begin))
    return tuple(found)
