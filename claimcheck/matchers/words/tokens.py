"""Stage 5, match: a text is cut into word tokens with their offsets; elisions and English ``n't`` stand alone."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from itertools import accumulate
from typing import NamedTuple

from claimcheck.model import Span
from claimcheck.text import map_characters

LANGUAGES = ("en", "fr", "es", "de", "pt", "it")
"""The languages with tables of their own, ISO 639-1.  Words of any other are compared by their spelling alone."""

_NUMBER = r"\d+(?:[.,]\d+)+(?![^\W_])"
_LETTERS = r"[^\W_](?:[^\W_]|[\u0300-\u036f])*"
_WORD = re.compile(rf"({_NUMBER}|{_LETTERS})")
_ENGLISH = re.compile(rf"({_NUMBER}|[^\W\d_]++(?<=n)'t(?![^\W_])|{_LETTERS})")
"""English also takes ``didn't`` as one, which is cut into ``did`` and ``n't``; ``can't`` into ``ca`` and ``n't``."""
_NOT = "n't"
_SHORT = 400
"""Characters up to which a text is a phrase or a claim: a page must not lose its place in the cache to many of them."""


class Token(NamedTuple):
    """A run of letters and digits: where it is, and its form in lower case, composed (NFC)."""

    start: int
    end: int
    form: str
    capital: bool
    """Whether its first letter is upper case as written."""


def tokenise(text: str, language: str, span: Span | None = None) -> tuple[Token, ...]:
    """Return the word tokens of a text, or of a span of it, in order; offsets are into the whole text."""
    if span == (0, len(text)):
        span = None
    if len(text) <= _SHORT:
        return _of_short(text, language, span)
    return _of_long(text, language, span)


@lru_cache(maxsize=1024)
def _of_short(text: str, language: str, span: Span | None) -> tuple[Token, ...]:
    return tuple(_cut(text, language, *(span or (0, len(text)))))


@lru_cache(maxsize=16)
def _of_long(text: str, language: str, span: Span | None) -> tuple[Token, ...]:
    """Return the same of a page or of one of its sentences, of which few are kept: what is asked of one follows."""
    return tuple(_cut(text, language, *(span or (0, len(text)))))


class Cuts(NamedTuple):
    """The words of a text, column by column: a page has thousands, and most of them are looked at as words alone."""

    starts: list[int]
    ends: list[int]
    forms: list[str]
    capitals: list[bool]


def cut_words(text: str, language: str, start: int, stop: int) -> Cuts:
    """Return the words of a part of a text in order, as ``tokenise`` gives them; offsets are into the whole text."""
    mapped = map_characters(text[start:stop])
    english = language == "en" and _NOT in mapped
    # What stands between the words and the words by turns: the loops over them are the interpreter's own.
    pieces = (_ENGLISH if english else _WORD).split(mapped)
    if english:
        _part_negators(pieces)
    words = pieces[1::2]
    edges = list(accumulate(map(len, pieces), initial=start))
    starts, ends = edges[1:-1:2], edges[2::2]
    lower = mapped.lower()
    if len(lower) == len(mapped) and unicodedata.is_normalized("NFC", lower):
        forms = [lower[begin - start : end - start] for begin, end in zip(starts, ends, strict=True)]
    else:
        forms = [unicodedata.normalize("NFC", word.lower()) for word in words]
    return Cuts(starts, ends, forms, [word[0].isupper() for word in words])


def _cut(text: str, language: str, start: int, stop: int) -> Iterator[Token]:
    # As ``Token._make`` does it, without a call for every word.
    return map(_make_token, zip(*cut_words(text, language, start, stop), strict=True))


_make_token: Callable[[tuple[int, int, str, bool]], Token] = partial(tuple.__new__, Token)


def _part_negators(pieces: list[str]) -> None:
    """Cut the English words among pieces before their ``n't``."""
    for place in range(len(pieces) - 2, 0, -2):
        word = pieces[place]
        if word.endswith(_NOT) and len(word) > len(_NOT):
            pieces[place : place + 1] = (word[: -len(_NOT)], "", _NOT)


@lru_cache(maxsize=64)
def known_language(language: str) -> str:
    """Return the two-letter code that the tables use for a language tag: ``pt-BR`` gives ``pt``."""
    return language.replace("_", "-").split("-", 1)[0].lower()
