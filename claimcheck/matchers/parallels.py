"""Two things that a claim says by one verb: *recommends to check the cranes and to ban night work*.

The same preposition stands before both, and what governs them stands before the first: each is an assertion of its own.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from claimcheck.matchers.segments import Segment
from claimcheck.matchers.words import Term, governs_act, predicates, weight
from claimcheck.model import Span

TELLING = 0.8
"""The weight from which a word is a thing of its own."""
_GOVERNING = frozenset(
    ("recommend", "request", "demand", "propose", "refuse", "reject", "accuse", "charge", "convict", "acquit", "deny")
)
_PREPOSITIONS = {
    "en": ("and", "to|for|of|with|against"),
    "fr": ("et", "de|d['\u2019]|pour|à|contre"),
    "es": ("y|e", "de|por|a|para|contra"),
    "de": ("und", "für|gegen|wegen"),
    "pt": ("e", "de|por|para|a|contra"),
    "it": ("e|ed", "di|per|a|contro"),
}


def with_parallels(
    text: str, language: str, parts: Sequence[Segment], values: Sequence[Span], words: Sequence[Term]
) -> Iterator[tuple[Span, tuple[Term, ...]]]:
    """Give the parts of a claim, each with the words outside of it that hold for it, too; parallel ones cut apart."""
    for span, shared in parts:
        found = None if any(span[0] <= v[0] < span[1] for v in values) else _parallel(text, language, span, words)
        held = tuple(t for place in shared for t in _within(words, place) if not span[0] <= t.span[0] < span[1])
        if found is None:
            yield span, held
            continue
        first, cut = found
        yield (span[0], cut), held
        yield (cut, span[1]), (*held, *(t for t in words if span[0] <= t.span[0] < first))


def _parallel(text: str, language: str, span: Span, words: Sequence[Term]) -> tuple[int, int] | None:
    """Return where the first of two parallel things begins, and where the second; none where there are none."""
    pattern = _pattern(language[:2])
    for found in pattern.finditer(text, span[0], span[1]) if pattern is not None else ():
        first = _first(text, found["prep"], (span[0], found.start()))
        if first is None:
            continue
        lead, one = _within(words, (span[0], first)), _within(words, (first, found.start()))
        other = _within(words, (found.end(), span[1]))
        governed = bool(predicates(text, language, (span[0], first))) or any(map(_governs, lead))
        if governed and _is_thing(one) and _is_thing(other):
            return first, found.start()
    return None


def _first(text: str, preposition: str, span: Span) -> int | None:
    """Return where a preposition stands first in a part of a claim, elided or not."""
    word = r"(?:de\b|d['\u2019])" if preposition[:1].lower() == "d" else rf"{re.escape(preposition)}\b"
    found = re.compile(rf"\b{word}", re.IGNORECASE).search(text, *span)
    return found.start() if found is not None else None


def _governs(term: Term) -> bool:
    return governs_act(term) or not term.keys.isdisjoint(_GOVERNING)


def _is_thing(words: Sequence[Term]) -> bool:
    return any(weight(term) >= TELLING for term in words)


def _within(words: Sequence[Term], span: Span) -> list[Term]:
    return [term for term in words if span[0] <= term.span[0] < span[1]]


@lru_cache(maxsize=8)
def _pattern(language: str) -> re.Pattern[str] | None:
    if language not in _PREPOSITIONS:
        return None
    joining, prepositions = _PREPOSITIONS[language]
    return re.compile(rf"\b(?:{joining})\s+(?P<prep>(?:{prepositions}))(?:(?<=['\u2019])|\s)", re.IGNORECASE)
