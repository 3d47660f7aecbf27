"""Where in a document an accepted passage stands now: word for word, or nearly.  The door of rapidfuzz for passages.

As Hypothesis anchors its annotations: exact places first, then the nearest one; among several, the words before and
after decide, and then the position (50 : 20 : 20 : 2, its weights).  Hypothesis takes the best place however bad it is;
here a likeness is returned with it, and whoever asks has a threshold.  rapidfuzz was chosen over edlib, which refuses
texts of more than 256 different characters, and over regex's fuzzy matching, which did not end on 20 kB.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from claimcheck.accepted import Passage
from claimcheck.drift.tokens import tokens_of
from claimcheck.enums import Role
from claimcheck.model import Block, Document, Span
from claimcheck.text import sentences

_QUOTE, _AROUND, _POSITION = 50, 20, 2
_WHOLE = _QUOTE + 2 * _AROUND + _POSITION
_SLACK = 12
"""Characters by which the words before and after may have moved off."""
_FAINT = 50.0
"""Likeness, of 100, below which a block is not looked at closely."""
_MOST_PLACES = 100
"""Places where a passage stands word for word that are looked at closely."""
_CLOSELY = 8
"""Blocks that are looked at closely."""
_SHORTEST = 0.5
"""The part of a passage's length from which a shorter block may be what is left of it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the document that may be the passage's: its words, the sentences they stand in, how alike they are."""

    span: Span
    around: Span
    """The whole sentences that the span lies in."""
    likeness: float
    """0 to 1; 1 is word for word."""
    wording: float
    """The same, whatever the order of the words: a clause that was moved within its sentence is not rewritten."""
    score: float
    """The likeness of the words, of those around, and of the position, together."""
    before: float
    after: float
    page: int | None


class Anchoring:
    """A document made ready for finding passages in it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = tokens_of(document.text)
        self._starts = [block.span[0] for block in document.blocks]
        self._body = [b for b in document.blocks if not b.role.is_boilerplate and b.span[0] < b.span[1]]

    def find_exact(self, passage: Passage) -> Place | None:
        """Return the best of the places where the passage stands word for word, or none."""
        needle = tokens_of(passage.exact)
        if not needle.joined:
            return None
        # A page may hold the passage any number of times: those nearest to where it stood are enough.
        starts = sorted(self._occurrences(needle.joined), key=lambda n: abs(self.tokens.spans[n][0] - passage.start))
        found = (self._place(passage, first, first + len(needle), (1.0, 1.0)) for first in starts[:_MOST_PLACES])
        return max((place for place in found if place is not None), key=_rank, default=None)

    def find_nearest(self, passage: Passage) -> Place | None:
        """Return the place that is most like the passage, or none that is at all."""
        needle = tokens_of(passage.exact).joined
        if not needle:
            return None
        windows = dict.fromkeys(w for block in self._nearest_blocks(needle) for w in self._windows(needle, block))
        found = (self._place(passage, first, stop, self._likeness(needle, first, stop)) for first, stop in windows)
        best = max((place for place in found if place is not None), key=_rank, default=None)
        return best if best is not None and best.likeness > 0 else None

    def holds_words_around(self, words: str) -> bool:
        """Return whether the document's own text has the words that stood before or after a passage, or nearly so."""
        needle = tokens_of(words).joined
        if len(needle) < _ENOUGH_AROUND:
            return False
        own = " ".join(self.tokens.text(*self.tokens.within(block.span)) for block in self._body)
        return len(own) >= len(needle) and fuzz.partial_ratio(needle, own) >= 100 * _SURE

    def _occurrences(self, needle: str) -> Iterator[int]:
        """Yield the number of the first word of each place where words stand."""
        hay, at = f" {self.tokens.joined} ", -1
        while (at := hay.find(f" {needle} ", at + 1)) != -1:
            yield self.tokens.word_at(at)

    def _nearest_blocks(self, needle: str) -> Iterable[Span]:
        """Return the blocks most like the passage, as numbers of words; the whole text where it may cross blocks."""
        scored: list[tuple[float, Span]] = []
        for block in self._body:
            words = self.tokens.within(block.span)
            text = self.tokens.text(*words)
            if len(text) < _SHORTEST * len(needle):
                continue
            likeness = fuzz.partial_ratio if len(text) >= len(needle) else fuzz.ratio
            scored.append((likeness(needle, text, score_cutoff=_FAINT), words))
        best = sorted((item for item in scored if item[0] >= _FAINT), key=lambda item: -item[0])[:_CLOSELY]
        near = [words for _, words in best]
        return near if best and best[0][0] >= 100 * _SURE else [*near, (0, len(self.tokens))]

    def _windows(self, needle: str, words: Span) -> Iterator[Span]:
        """Yield the parts of a block that may be the passage: sentences of about its length, or the best part of one.

        Part of a sentence may leave out just the value that stands at its other end.
        """
        first, stop = words
        text = self.tokens.text(first, stop)
        if len(text) < len(needle):
            yield words
            return
        aligned = fuzz.partial_ratio_alignment(needle, text, score_cutoff=_FAINT)
        if aligned is None or aligned.dest_start >= aligned.dest_end:
            return
        base = self.tokens.starts[first]
        window = self.tokens.word_at(base + aligned.dest_start), self.tokens.word_at(base + aligned.dest_end - 1) + 1
        around = self._sentences(self.tokens.place(*window))
        whole = [self.tokens.within((around[0][0], around[-1][1])), *map(self.tokens.within, around)]
        fitting = [span for span in whole if _is_about(len(self.tokens.text(*span)), len(needle))]
        yield from fitting or [window, *whole]

    def _sentences(self, span: Span) -> list[Span]:
        """Return the sentences that a span touches, within the blocks that it touches."""
        found = [s for block in self._touched(span) for s in _sentences_of(self.document.text, block)]
        return [s for s in found if s[0] < span[1] and span[0] < s[1]] or [span]

    def _touched(self, span: Span) -> list[Block]:
        """Return the blocks that a span touches; blocks stand in the order of the text."""
        first = max(0, bisect_right(self._starts, span[0]) - 1)
        blocks = self.document.blocks[first : bisect_left(self._starts, span[1])]
        return [b for b in blocks if b.span[0] < span[1] and span[0] < b.span[1]]

    def _likeness(self, needle: str, first: int, stop: int) -> tuple[float, float]:
        text = self.tokens.text(first, stop)
        plain = fuzz.ratio(needle, text) / 100
        return plain, max(plain, fuzz.token_sort_ratio(needle, text) / 100)

    def _place(self, passage: Passage, first: int, stop: int, alike: tuple[float, float]) -> Place | None:
        """Return the place of some words; none where they are not of the page's own text.

        A correction note that tells what the page once said is none of it, unless the passage stood there before.
        """
        if first >= stop:
            return None
        span = self.tokens.place(first, stop)
        block = next(iter(self._touched(span)), None)
        if block is None or block.role.is_boilerplate:
            return None
        before = self._is_near(passage.prefix, max(0, span[0] - len(passage.prefix) - _SLACK), span[0])
        after = self._is_near(passage.suffix, span[1], span[1] + len(passage.suffix) + _SLACK)
        if block.role is Role.CORRECTION and min(before, after) < _SURE:
            return None
        position = 1 - abs(span[0] - passage.start) / max(len(self.document.text), passage.start, 1)
        score = (_QUOTE * alike[0] + _AROUND * (before + after) + _POSITION * position) / _WHOLE
        sentences_here = self._sentences(span)
        around = sentences_here[0][0], sentences_here[-1][1]
        # The words of whole sentences are the sentences, with the stops and marks at their ends.
        span = around if self.tokens.within(around) == (first, stop) else span
        return Place(span, around, *alike, score, before, after, block.page)

    def _is_near(self, words: str, begin: int, end: int) -> float:
        """Return how like the words kept are to those in a part of the text; 1 where none were kept."""
        kept = tokens_of(words).joined
        here = self.tokens.text(*self.tokens.within((begin, end)))
        if not kept:
            return 1.0
        shorter, longer = sorted((kept, here), key=len)
        return fuzz.partial_ratio(shorter, longer) / 100 * min(1.0, len(here) / len(kept))


def _is_about(length: int, wanted: int) -> bool:
    return _SHORTER * wanted <= length <= _LONGER * wanted


_SHORTER, _LONGER = 0.6, 1.5
"""How much shorter or longer a sentence may be that is taken whole."""
_SURE = 0.85
"""Likeness from which a block holds words, so that they need not be looked for elsewhere."""
_ENOUGH_AROUND = 16
"""Characters of words around a passage that prove a place; fewer stand on any page."""


def _rank(place: Place) -> tuple[float, int]:
    return place.score, -place.span[0]


def _sentences_of(text: str, block: Block) -> list[Span]:
    return [block.span] if block.cells else sentences(text, block.span)


def words_beside(passage: Passage, text: str, place: Place) -> bool:
    """Return whether the sentence holds words beside the passage's that did not stand beside it before."""
    before = tokens_of(text[place.around[0] : place.span[0]]).joined
    after = tokens_of(text[place.span[1] : place.around[1]]).joined
    prefix, suffix = tokens_of(passage.prefix).joined, tokens_of(passage.suffix).joined
    led = prefix.endswith(before) or (bool(prefix) and before.endswith(prefix))
    followed = suffix.startswith(after) or (bool(suffix) and after.startswith(suffix))
    return not (led and followed)
