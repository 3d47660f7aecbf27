"""Stage 5, match: a text is cut into word tokens with their offsets; elisions and English ``n't`` stand alone."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from claimcheck.model import Span
from claimcheck.text import map_characters

LANGUAGES = ("en", "fr", "es", "de", "pt", "it")
"""The languages with tables of their own, ISO 639-1.  Words of any other are compared by their spelling alone."""

_NUMBER = r"\d+(?:[.,]\d+)+(?![^\W_])"
_LETTERS = r"[^\W_](?:[^\W_]|[\u0300-\u036f])*"
_WORD = re.compile(rf"{_NUMBER}|{_LETTERS}")
_ENGLISH = re.compile(rf"{_NUMBER}|[^\W\d_]++(?<=n)'t(?![^\W_])|{_LETTERS}")
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
    if len(text) <= _SHORT:
        return _of_short(text, language, span)
    tokens, starts = _of_long(text, language)
    if span is None:
        return tokens
    first, last = bisect_left(starts, span[0]), bisect_left(starts, span[1])
    if (first and tokens[first - 1].end > span[0]) or (last and tokens[last - 1].end > span[1]):
        # The span begins or ends inside a word.
        return tuple(_cut(text, language, *span))
    return tokens[first:last]


@lru_cache(maxsize=256)
def _of_short(text: str, language: str, span: Span | None) -> tuple[Token, ...]:
    return tuple(_cut(text, language, *(span or (0, len(text)))))


@lru_cache(maxsize=4)
def _of_long(text: str, language: str) -> tuple[tuple[Token, ...], list[int]]:
    """Return the tokens of a text and where each begins: a text is cut once, whatever the number of its sentences."""
    tokens = tuple(_cut(text, language, 0, len(text)))
    return tokens, [token.start for token in tokens]


def _cut(text: str, language: str, start: int, stop: int) -> Iterator[Token]:
    mapped = map_characters(text[start:stop])
    if language == "en" and _NOT in mapped:
        spans = [piece for match in _ENGLISH.finditer(mapped) for piece in _pieces(mapped, *match.span())]
    else:
        spans = [match.span() for match in _WORD.finditer(mapped)]
    lower = mapped.lower()
    if len(lower) == len(mapped) and unicodedata.is_normalized("NFC", lower):
        forms = [lower[begin:end] for begin, end in spans]
    else:
        forms = [unicodedata.normalize("NFC", mapped[begin:end].lower()) for begin, end in spans]
    return map(
        Token._make,
        [
            (start + begin, start + end, form, mapped[begin].isupper())
            for (begin, end), form in zip(spans, forms, strict=True)
        ],
    )


def _pieces(text: str, begin: int, end: int) -> tuple[Span, ...]:
    """Return an English word cut before its ``n't``."""
    place = end - len(_NOT)
    if place > begin and text[end - 2] == "'":
        return ((begin, place), (place, end))
    return ((begin, end),)


def known_language(language: str) -> str:
    """Return the two-letter code that the tables use for a language tag: ``pt-BR`` gives ``pt``."""
    return language.replace("_", "-").split("-", 1)[0].lower()
