"""Where an article makes its claims: claims and article → the sentence of each, and what no claim covers.  Pure.

A claim is the sentence as published, so its own words are looked for first, typography aside.  Articles are edited,
though, and claims shortened: what is not found so is looked for as the sentence that holds most of its words, rare
words counting more, and every number of the claim.  Where that is not clear, the claim is not placed at all.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.model import Article, Document, Span
from claimcheck.reporters.passage import clamp
from claimcheck.text import fold, map_characters, sentences

ENOUGH = 0.6
"""Share of a claim's words, by weight, that a sentence must hold to be taken for it."""
LONGEST_CLAIM = 2_000
"""Characters of a claim that are looked for; what is longer is no sentence."""
_WORD = re.compile(r"\w+")
_TAKES_SPACE = frozenset(' ":;?!%')
"""What has a space beside it in some typographies, and none in others."""
_EDGES = " .,;:!?…\"'«»“”()"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands in the article."""

    claim: int
    """Its number in the report, from 0."""
    span: Span
    exact: bool
    """Whether the article has its very words."""


class _Plain:
    """A text as it is compared: lower case, plain characters, one space for many; and where each of them was."""

    def __init__(self, text: str) -> None:
        kept: list[str] = []
        self.places: list[int] = []
        before = " "
        for place, character in enumerate(map_characters(text)):
            plain = " " if character.isspace() else character.lower()[:1]
            if plain == " " and before in _TAKES_SPACE:
                continue
            if plain in _TAKES_SPACE and before == " " and kept:
                kept.pop()
                self.places.pop()
            kept.append(plain)
            self.places.append(place)
            before = plain
        self.text = "".join(kept)

    def find(self, words: str) -> Span | None:
        """Return where words stand in the text as it was."""
        begin = self.text.find(words) if words else -1
        return None if begin < 0 else (self.places[begin], self.places[begin + len(words) - 1] + 1)


def place_claims(texts: Sequence[str], document: Document) -> tuple[Place, ...]:
    """Return the places of those of these claims that the article makes, in the order of the article."""
    own = [block.span for block in document.blocks if not block.role.is_boilerplate]
    plain = _Plain(document.text)
    found: list[Place] = []
    lost: list[int] = []
    for number, text in enumerate(texts):
        span = plain.find(_Plain(text[:LONGEST_CLAIM]).text.strip(_EDGES))
        if span is not None and _is_inside(span, own):
            found.append(Place(number, span, exact=True))
        else:
            lost.append(number)
    if lost:
        found += _place_by_words(((n, texts[n]) for n in lost), document, own)
    return tuple(sorted(found, key=lambda place: (place.span, place.claim)))


def uncovered(article: Article, places: Iterable[Place]) -> tuple[Span, ...]:
    """Return the sentences that state a figure or a date and that no claim touches."""
    length = len(article.document.text) if article.document is not None else 0
    covered = clamp((place.span for place in places), length)
    return tuple(span for span in article.stating if not _touches_any(span, covered))


def _is_inside(span: Span, blocks: Sequence[Span]) -> bool:
    place = bisect_right(blocks, (span[0], math.inf)) - 1
    return place >= 0 and blocks[place][0] <= span[0] and span[1] <= blocks[place][1]


def _touches_any(span: Span, others: Sequence[Span]) -> bool:
    """Return whether a span touches any of others that are in order and apart."""
    place = bisect_left(others, (span[1], 0)) - 1
    return place >= 0 and others[place][1] > span[0]


def _place_by_words(claims: Iterable[tuple[int, str]], document: Document, blocks: Iterable[Span]) -> list[Place]:
    spans = [span for block in blocks for span in sentences(document.text, block)]
    words = [_words(document.text[slice(*span)]) for span in spans]
    holders: dict[str, list[int]] = defaultdict(list)
    for place, found in enumerate(words):
        for word in found:
            holders[word].append(place)
    places = []
    for number, text in claims:
        wanted = _words(text[:LONGEST_CLAIM])
        weights = {word: math.log(1 + len(spans) / (1 + len(holders.get(word, ())))) + 0.1 for word in wanted}
        scores: dict[int, float] = defaultdict(float)
        for word in wanted:
            for place in holders.get(word, ()):
                scores[place] += weights[word]
        numbers = {word for word in wanted if word[0].isdigit()}
        fitting = [(score, -place) for place, score in scores.items() if numbers <= words[place]]
        score, place = max(fitting, default=(0.0, 0))
        if wanted and score >= ENOUGH * sum(weights.values()):
            places.append(Place(number, spans[-place], exact=False))
    return places


def _words(text: str) -> set[str]:
    return set(map(fold, _WORD.findall(map_characters(text))))
