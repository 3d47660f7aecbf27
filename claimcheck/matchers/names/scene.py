"""Stage 5, match: what a text shows of its own words: which lines are headings, which words it also writes small."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from claimcheck.matchers.words.terms import TermKind, read_word
from claimcheck.matchers.words.tokens import Token, tokenise
from claimcheck.model import Span
from claimcheck.text import map_characters

_STOPS = frozenset(".;:,")
"""What ends a sentence or leads into one, and never a heading."""
_FEWEST, _SHARE, _LONG = 4, 0.75, 4
"""Long words of a line, and the share of them with a capital, that make a heading in Title Case of it."""
_OFTEN = 8
"""Long words from which one written small, and no stop word, is a slip: *Mill to cut 40 jobs* is no Title Case."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A text cut into words, with what it tells of them."""

    text: str
    mapped: str
    language: str
    tokens: tuple[Token, ...]
    titled: frozenset[int]
    """The tokens of lines in which nearly every word has a capital, and where a capital says nothing."""
    small: frozenset[str]
    """The words that the text writes without a capital as well."""
    capital: frozenset[str]
    """The words that have a capital inside a sentence, behind a word without one."""

    def begins_line(self, place: int) -> bool:
        """Return whether a line break stands between a token and the one before it."""
        return "\n" in self.text[self.tokens[place - 1].end : self.tokens[place].start]

    def gap(self, place: int) -> str:
        """Return what stands before a token since the one before it."""
        return self.mapped[self.tokens[place - 1].end : self.tokens[place].start] if place else "\n"

    def written(self, place: int) -> str:
        """Return a token as it stands in the text."""
        return self.text[self.tokens[place].start : self.tokens[place].end]


@lru_cache(maxsize=8)
def see(text: str, language: str, span: Span | None) -> Scene:
    """Return a text, or a span of it, as it is looked at for names."""
    tokens = tokenise(text, language, span)
    small = frozenset(token.form for token in tokens if not token.capital)
    inside = pairwise(tokens)
    capital = frozenset(two.form for one, two in inside if two.capital and not one.capital and two.start == one.end + 1)
    return Scene(text, map_characters(text), language, tokens, _titled(text, tokens, language), small, capital)


def _titled(text: str, tokens: Sequence[Token], language: str) -> frozenset[int]:
    found: set[int] = set()
    begin = 0
    for place in _ends_of_lines(text, tokens):
        if place - begin < _FEWEST:
            begin = place
            continue
        long = [n for n in range(begin, place) if tokens[n].end - tokens[n].start >= _LONG and tokens[n].form.isalpha()]
        capitals = sum(tokens[n].capital for n in long)
        ends = text[tokens[place - 1].end : tokens[place - 1].end + 2].lstrip("\"')]\u201d\u2019\u00bb")[:1] in _STOPS
        if len(long) < _FEWEST or capitals < _share(language) * len(long) or ends:
            begin = place
            continue
        small = (tokens[n].form for n in long if not tokens[n].capital)
        if len(long) >= _OFTEN or all(read_word(form, language, False).kind is TermKind.STOP for form in small):
            found.update(range(begin, place))
        begin = place
    return frozenset(found)


def _ends_of_lines(text: str, tokens: Sequence[Token]) -> Iterator[int]:
    """Give the place after the last token of each line that has one, in order."""
    if not tokens:
        return
    place, line = 0, text.find("\n", tokens[0].end)
    while line >= 0:
        place = bisect_left(tokens, line, place, key=_start)
        if place == len(tokens):
            break
        yield place
        line = text.find("\n", tokens[place].end)
    yield len(tokens)


_start = attrgetter("start")


def _share(language: str) -> float:
    """German gives its nouns a capital anyway."""
    return 0.9 if language == "de" else _SHARE
