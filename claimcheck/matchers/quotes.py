"""Quotes: the words a claim puts between quotation marks, looked for in the source word by word.

Words must be the same, in the same order; typography, case at the start and what an ellipsis or square brackets stand
for do not matter.  A near miss (rapidfuzz finds the place, never the verdict) is an altered quote, and conflicts.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import accumulate
from typing import NamedTuple

from claimcheck.model import Quote, Span
from claimcheck.text import fold, map_characters

_WORD = re.compile(r"([^\W_]+(?:['.,-][^\W_]+)*)")
_ELLIPSIS = re.compile(r"\s*(?:\[\s*(?:\.\.\.|…)\s*\]|\(\s*(?:\.\.\.|…)\s*\)|\.\.\.|…)\s*")
_BRACKETED = re.compile(r"\[[^\]]{1,60}\]")
_QUOTED = re.compile(r'"([^"]{2,600})"')
_NEAR = 85.0
"""The similarity from which different words are an alteration of the quote rather than another passage."""
_SHORTEST = 3
"""Words in quotation marks that are a quotation; fewer are a title or a so-called."""


class Word(NamedTuple):
    """A word of a text: as compared, and where it stands."""

    key: str
    span: Span


@dataclass(frozen=True, slots=True)
class Found:
    """A quote found in a text: where, and whether its words are the source's."""

    span: Span
    altered: bool
    score: float = 1.0


def words_of(text: str, span: Span | None = None) -> tuple[Word, ...]:
    """Return the words of a text, folded, with their places."""
    start, end = span or (0, len(text))
    # What stands between the words and the words by turns: the loops over them are the interpreter's own.
    pieces = _WORD.split(map_characters(text[start:end]))
    edges = list(accumulate(map(len, pieces), initial=start))
    keys = map(_key, pieces[1::2])
    return tuple(map(_make_word, zip(keys, zip(edges[1:-1:2], edges[2::2], strict=True), strict=True)))


@lru_cache(maxsize=65_536)
def _key(word: str) -> str:
    return fold(word).strip(".,-'")


_make_word: Callable[[tuple[str, Span]], Word] = partial(tuple.__new__, Word)


def read_quotes(text: str) -> Iterator[tuple[str, Span]]:
    """Yield what stands between quotation marks in a claim and is long enough to be a quotation, with its place."""
    for match in _QUOTED.finditer(map_characters(text)):
        inner = text[match.start(1) : match.end(1)]
        if len(words_of(inner)) >= _SHORTEST and not _is_title(inner):
            yield inner.strip(), (match.start(1), match.end(1))


def quoted_spans(text: str) -> Iterator[Span]:
    """Yield where words stand between quotation marks in a text."""
    for match in _QUOTED.finditer(map_characters(text)):
        yield match.span(1)


def find_reworded(quote: Quote, text: str) -> Found | None:
    """Return a passage between quotation marks that has the quote's words in their order, but for one in four.

    Another speaker's sentence of the same few words is no alteration, so short quotes must be nearly whole.
    """
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - loaded where a quote is not found as it is

    wanted = [word.key for word in words_of(quote.exact)]
    fewest = max(_FEWEST_KEPT, len(wanted) - len(wanted) // _ONE_IN)
    if len(wanted) <= _FEWEST_KEPT:
        return None
    for span in quoted_spans(text):
        if span[1] - span[0] < 2 * fewest - 1:
            # Too few characters for so many words with a space between.
            continue
        words = words_of(text, span)
        for at in range(max(1, len(words) - len(wanted) + 1)):
            piece = words[at : at + len(wanted) + _MORE]
            kept = LCSseq.similarity(wanted, [word.key for word in piece])
            if piece and kept < fewest and _is_exchanged(wanted, piece[: len(wanted)]):
                return Found((piece[0].span[0], piece[len(wanted) - 1].span[1]), altered=True, score=kept / len(wanted))
            if piece and kept >= fewest:
                return Found((piece[0].span[0], piece[-1].span[1]), altered=True, score=kept / len(wanted))
    return None


def _is_exchanged(wanted: Sequence[str], piece: Sequence[Word]) -> bool:
    """Return whether a passage has the quote's words, each as often, in another order: *one year, not ten*."""
    return len(piece) == len(wanted) >= _SAME_WORDS and sorted(wanted) == sorted(word.key for word in piece)


_SAME_WORDS = 6
"""Words from which a passage of the same ones is the quote, its words exchanged."""
_FEWEST_KEPT = 3
_ONE_IN = 4
_MORE = 2
"""Words more than the quote's that the original may have: *do not*."""


def _is_title(text: str) -> bool:
    """Return whether every long word has a capital: the title of a work, not somebody's words."""
    long = re.findall(r"[^\W\d_]{4,}", text)
    return len(long) > 1 and all(word[0].isupper() for word in long)


def find_quote(quote: Quote, words: Sequence[Word]) -> Found | None:
    """Return where a quote stands in a text, word for word or altered, or none.

    With a prefix or a suffix, only a place between those counts.
    """
    pieces = [[w.key for w in words_of(_BRACKETED.sub(" … ", piece))] for piece in _pieces(quote.exact)]
    pieces = [piece for piece in pieces if piece]
    if not pieces:
        return None
    keys = [word.key for word in words]
    for start in _occurrences(keys, pieces[0]):
        end = _follow(keys, pieces, start)
        if end is not None and _between(keys, start, end, quote):
            return Found((words[start].span[0], words[end - 1].span[1]), altered=False)
    return _nearest([key for piece in pieces for key in piece], words)


def _pieces(text: str) -> list[str]:
    mapped = map_characters(text)
    return _ELLIPSIS.split(_BRACKETED.sub(" … ", mapped) if _BRACKETED.search(mapped) else mapped)


def _occurrences(keys: Sequence[str], piece: Sequence[str], start: int = 0) -> Iterator[int]:
    size = len(piece)
    first = piece[0]
    for at in range(start, len(keys) - size + 1):
        if keys[at] == first and list(keys[at : at + size]) == list(piece):
            yield at


_GAP = 120
"""Words that an ellipsis may stand for."""


def _follow(keys: Sequence[str], pieces: Sequence[Sequence[str]], start: int) -> int | None:
    """Return where the last piece ends when every piece follows the one before within a gap."""
    end = start + len(pieces[0])
    for piece in pieces[1:]:
        following = next(_occurrences(keys[: end + _GAP + len(piece)], piece, end), None)
        if following is None:
            return None
        end = following + len(piece)
    return end


def _between(keys: Sequence[str], start: int, end: int, quote: Quote) -> bool:
    before = [w.key for w in words_of(quote.prefix)]
    after = [w.key for w in words_of(quote.suffix)]
    fits_before = not before or list(keys[max(0, start - len(before)) : start]) == before
    return fits_before and (not after or list(keys[end : end + len(after)]) == after)


def _nearest(wanted: Sequence[str], words: Sequence[Word]) -> Found | None:
    """Return the passage of as many words that is nearest to the quote, if it is near enough to be its original."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - loaded where a quote is not found as it is

    size = len(wanted)
    if size < _SHORTEST or not words:
        return None
    needle = " ".join(wanted)
    rare = set(wanted)
    best: tuple[float, int, int] | None = None
    hits = [at for at, word in enumerate(words) if word.key in rare]
    for at in dict.fromkeys(max(0, hit - shift) for hit in hits[:2000] for shift in (0, 1, 2)):
        for length in (size - 1, size, size + 1, size + 2):
            piece = words[at : at + length]
            if len(piece) < _SHORTEST:
                continue
            score = fuzz.ratio(needle, " ".join(w.key for w in piece), score_cutoff=best[0] if best else 60.0)
            if best is None or score > best[0]:
                best = (score, at, at + len(piece))
    if best is None or best[0] < _NEAR:
        return None
    return Found((words[best[1]].span[0], words[best[2] - 1].span[1]), altered=True, score=best[0])
