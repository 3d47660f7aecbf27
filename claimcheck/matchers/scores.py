"""Two numbers set against each other: *by 312 votes to 240*, *3-1* are not *by 240 to 312*, *1-3*."""

import re
from collections.abc import Iterable

from claimcheck.enums import Code
from claimcheck.matchers.context import Context
from claimcheck.matchers.names import Name, NameKind
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.relation import Relation, conflicts
from claimcheck.matchers.words.speakers import LONGEST
from claimcheck.text import map_characters

_NUMBER = r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})*|\d+"
_SCORE = re.compile(
    rf"(?<![\d.,])({_NUMBER})(?: (?:votes?|voix|votos?|stimmen|voti))?"
    rf"(?:-|\u2013|:| (?:to|against|contre|contra|gegen|zu|contro|a) )({_NUMBER})(?!\d|[.,]\d|\s?%)",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|between|de|du|entre|von|zwischen|desde|da|dal|tra|fra)\s$", re.IGNORECASE)
"""What makes the end of a range, or of a change, of the second number."""


def turned_score(context: Context, sentence: Sentence) -> Relation | None:
    """Return a conflict where the page has the two numbers of a claim's score the other way round.

    Where both begin with the same name, or with none: *Lanting lost 1-3* and *Corvo won 3-1* say the same.
    """
    ours = _scores(context.reading.text)
    if not ours or len(sentence.text) > LONGEST:
        return None
    theirs = _scores(sentence.text)
    turned = [(a, b) for a, b in ours if (b, a) in theirs and (a, b) not in theirs and a != b]
    if not turned or not _begin_alike(context, sentence):
        return None
    return conflicts(Code.VALUE_CONFLICT, f"{turned[0][1]} to {turned[0][0]}")


def _begin_alike(context: Context, sentence: Sentence) -> bool:
    first = next(iter(_actors(context.reading.names)), None)
    other = next(iter(_actors(context.passages.names_in(sentence))), None)
    return (first is None) == (other is None) and (first is None or other is None or context.is_one(first, other))


def _actors(names: Iterable[Name]) -> list[Name]:
    return [name for name in names if name.kind is not NameKind.PLACE]


def _scores(text: str) -> list[tuple[str, str]]:
    mapped = map_characters(text)
    found = (m for m in _SCORE.finditer(mapped) if not _FROM.search(mapped, max(0, m.start() - 10), m.start()))
    return [(re.sub(r"\D", "", m[1]), re.sub(r"\D", "", m[2])) for m in found]
