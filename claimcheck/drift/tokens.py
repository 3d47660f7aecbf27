"""A text as the words that two versions of a page are compared by, each with its place.

Case, accents, quotation marks, dashes, soft hyphens and ligatures are typography, and are no part of them; digits with
what stands between them, and signs such as $ and %, are.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from claimcheck.model import Span
from claimcheck.text import fold, map_characters

_SOFT = "\xad\u200b\u200c\u200d\u2060\ufeff"
_TOKEN = re.compile(
    rf"\d+(?:[.,']\d+)*|(?:[^\W\d_]|[\u0300-\u036f{_SOFT}])+|[$€£¥₹₽₩%‰°<>=~+]|(?<![\w)\]])-(?=\d)",
)
_DROP_SOFT = str.maketrans(dict.fromkeys(_SOFT, ""))


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text in order, and the same joined with single spaces."""

    spans: tuple[Span, ...]
    joined: str
    starts: tuple[int, ...]
    """Where each word begins in ``joined``."""

    def __len__(self) -> int:
        return len(self.spans)

    def word_at(self, offset: int) -> int:
        """Return the number of the word that holds an offset into ``joined``, or that the space there follows."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def within(self, span: Span) -> tuple[int, int]:
        """Return the first and the one after the last word inside a span of the text."""
        first, stop = (bisect_left(self.spans, place, key=_begin) for place in span)
        return first, stop

    def text(self, first: int, stop: int) -> str:
        """Return the words from one number up to another, joined."""
        if first >= stop:
            return ""
        end = self.starts[stop] - 1 if stop < len(self.starts) else len(self.joined)
        return self.joined[self.starts[first] : end]

    def place(self, first: int, stop: int) -> Span:
        """Return where in the text the words from one number up to another stand."""
        return self.spans[first][0], self.spans[stop - 1][1]


def _begin(span: Span) -> int:
    return span[0]


def tokens_of(text: str) -> Tokens:
    """Return the words of a text."""
    spans: list[Span] = []
    keys: list[str] = []
    for match in _TOKEN.finditer(map_characters(text)):
        key = fold(match.group().translate(_DROP_SOFT))
        if key:
            spans.append(match.span())
            keys.append(key)
    starts, offset = [], 0
    for key in keys:
        starts.append(offset)
        offset += len(key) + 1
    return Tokens(tuple(spans), " ".join(keys), tuple(starts))
