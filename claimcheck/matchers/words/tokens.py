"""Stage 5, match: a text is cut into word tokens with their offsets; elisions and English ``n't`` stand alone."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from claimcheck.model import Span
from claimcheck.text import map_characters

LANGUAGES = ("en", "fr", "es", "de", "pt", "it")
"""The languages with tables of their own, ISO 639-1.  Words of any other are compared by their spelling alone."""

_NUMBER = r"\d+(?:[.,]\d+)+(?![^\W_])"
_LETTERS = r"[^\W_](?:[^\W_]|[\u0300-\u036f])*"
_WORD = re.compile(rf"{_NUMBER}|{_LETTERS}")
_ENGLISH = re.compile(rf"{_NUMBER}|[^\W\d_]+?(?=n't(?![^\W_]))|n't(?![^\W_])|{_LETTERS}")
"""English also cuts ``didn't`` into ``did`` and ``n't``; ``can't`` into ``ca`` and ``n't``."""


class Token(NamedTuple):
    """A run of letters and digits: where it is, and its form in lower case, composed (NFC)."""

    start: int
    end: int
    form: str
    capital: bool
    """Whether its first letter is upper case as written."""


@lru_cache(maxsize=16)
def tokenise(text: str, language: str, span: Span | None = None) -> tuple[Token, ...]:
    """Return the word tokens of a text, or of a span of it, in order; offsets are into the whole text."""
    start, stop = span if span is not None else (0, len(text))
    pattern = _ENGLISH if language == "en" and "n" in text else _WORD
    # Only the span is mapped: many small spans of a long text would otherwise cost its length each.
    mapped = map_characters(text[start:stop])
    found: list[Token] = []
    for match in pattern.finditer(mapped):
        word = match.group()
        lower = word.lower()
        form = lower if lower.isascii() else unicodedata.normalize("NFC", lower)
        found.append(Token(start + match.start(), start + match.end(), form, word[0].isupper()))
    return tuple(found)


def known_language(language: str) -> str:
    """Return the two-letter code that the tables use for a language tag: ``pt-BR`` gives ``pt``."""
    return language.replace("_", "-").split("-", 1)[0].lower()
