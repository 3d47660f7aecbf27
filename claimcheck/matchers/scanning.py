"""Stage 5, match: a text is cut once into tokens, which the readers of quantities and of dates scan in order.

A token is a run of letters, a run of digits, a line break, or one other character that is no space.  A French or
Italian elision keeps its apostrophe (``d'`` ``euros``), so that a phrase is the same tokens wherever it stands.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Generic, TypeVar

from claimcheck.model import Span
from claimcheck.text import map_characters

Value = TypeVar("Value")

LANGUAGES = ("en", "fr", "es", "de", "pt", "it")
"""The languages with tables; a text in any other is read with the English ones."""

_PLAIN = re.compile(r"([^\W\d_]+|\d+|\n|[^\w\s]|_)")
_ELIDING = re.compile(r"([^\W\d_]+(?:'(?=[^\W\d_]))?|\d+|\n|[^\w\s]|_)")
_COMBINING = re.compile(r"[\u0300-\u036f]")
_DECOMPOSED = re.compile(r"([^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*(?:'(?=[^\W\d_]))?|\d+|\n|[^\w\s]|_)")
_ELIDING_LANGUAGES = frozenset({"fr", "it"})


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text; every offset is into the text as found."""

    text: str
    """The text through the character map, its line breaks kept."""
    forms: list[str]
    """Each token in lower case; two line breaks stand at the end, so that looking ahead needs no guard."""
    starts: list[int]
    ends: list[int]
    count: int

    def raw(self, index: int) -> str:
        """Return a token as written."""
        return self.text[self.starts[index] : self.ends[index]]

    def form(self, index: int) -> str:
        """Return a token in lower case, a line break for one outside the text."""
        return self.forms[index] if 0 <= index < self.count else "\n"

    def glued(self, index: int) -> bool:
        """Return whether a token touches the next."""
        return 0 <= index < self.count - 1 and self.ends[index] == self.starts[index + 1]

    def is_number(self, index: int) -> bool:
        """Return whether a token is a run of digits."""
        return self.form(index)[0].isdecimal()

    def is_word(self, index: int) -> bool:
        """Return whether a token begins with a letter."""
        return self.form(index)[0].isalpha()

    def is_capital(self, index: int) -> bool:
        """Return whether a token begins with a capital letter."""
        return 0 <= index < self.count and self.text[self.starts[index]].isupper()

    def span(self, begin: int, end: int) -> Span:
        """Return where the tokens from ``begin`` up to ``end`` stand in the text."""
        return self.starts[begin], self.ends[end - 1]


@lru_cache(maxsize=64)
def known_language(language: str) -> str:
    """Return the two letters of a language that has tables; ``pt-BR`` gives ``pt``, an unknown one ``en``."""
    code = language.replace("_", "-").split("-", 1)[0].lower()
    return code if code in LANGUAGES else "en"


@lru_cache(maxsize=8)
def tokenise(text: str, language: str) -> Tokens:
    """Return the tokens of a text in a language that has tables."""
    mapped = map_characters(text)
    if "\n" in text:
        mapped = "\n".join(map_characters(line) for line in text.split("\n"))
    pattern = _ELIDING if language in _ELIDING_LANGUAGES else _PLAIN
    lower = _lower(mapped)
    if _COMBINING.search(mapped):
        pattern = _DECOMPOSED
    # What stands between the tokens and the tokens by turns: the loops over them are the interpreter's own.
    pieces = pattern.split(mapped)
    edges = list(accumulate(map(len, pieces), initial=0))
    starts, ends = edges[1:-1:2], edges[2::2]
    forms = pieces[1::2] if lower == mapped else [lower[start:end] for start, end in zip(starts, ends, strict=True)]
    if pattern is _DECOMPOSED:
        forms = [form if form.isascii() else unicodedata.normalize("NFC", form) for form in forms]
    forms.append("\n")
    return Tokens(mapped, forms, starts, ends, len(starts))


def _lower(text: str) -> str:
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    # "İ" alone makes two characters of one.
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


class Phrases(Generic[Value]):
    """Phrases of a language and what each means, found by where they begin or by where they end."""

    def __init__(self, table: Mapping[str, Value], language: str) -> None:
        self._meanings: dict[tuple[str, ...], Value] = {}
        by_first: dict[str, set[int]] = {}
        by_last: dict[str, set[int]] = {}
        for phrase, value in table.items():
            tokens = tokenise_phrase(phrase, language)
            self._meanings.setdefault(tokens, value)
            by_first.setdefault(tokens[0], set()).add(len(tokens))
            by_last.setdefault(tokens[-1], set()).add(len(tokens))
        # Per word, the lengths of the phrases there, longest first: hundreds of phrases begin with "a" or "/".
        self._by_first = {word: tuple(sorted(lengths, reverse=True)) for word, lengths in by_first.items()}
        self._by_last = {word: tuple(sorted(lengths, reverse=True)) for word, lengths in by_last.items()}

    def first_words(self) -> Iterable[str]:
        """Return the words that a phrase can begin with."""
        return self._by_first

    def words(self) -> frozenset[str]:
        """Return every word of the phrases."""
        return frozenset(word for phrase in self._meanings for word in phrase)

    def seconds(self) -> dict[str, frozenset[str]]:
        """Return by each word that a phrase can begin with the words it can go on by; ``""`` where it need not."""
        found: dict[str, set[str]] = {}
        for first, *rest in self._meanings:
            found.setdefault(first, set()).add(rest[0] if rest else "")
        return {first: frozenset(seconds) for first, seconds in found.items()}

    def at(self, tokens: Tokens, index: int) -> tuple[Value, int] | None:
        """Return what the longest phrase that begins at a token means and the token after it."""
        if not 0 <= index < tokens.count:
            return None
        forms = tokens.forms
        lengths = self._by_first.get(forms[index])
        if lengths is None:
            return None
        for length in lengths:
            phrase = tuple(forms[index : index + length])
            if phrase in self._meanings:
                return self._meanings[phrase], index + length
        return None

    def before(self, tokens: Tokens, index: int) -> tuple[Value, int] | None:
        """Return what the longest phrase that ends just before a token means and its first token."""
        if not 0 < index <= tokens.count:
            return None
        forms = tokens.forms
        lengths = self._by_last.get(forms[index - 1])
        if lengths is None:
            return None
        for length in lengths:
            begin = index - length
            if begin >= 0 and (phrase := tuple(forms[begin:index])) in self._meanings:
                return self._meanings[phrase], begin
        return None


def tokenise_phrase(phrase: str, language: str) -> tuple[str, ...]:
    """Return the forms of a phrase's tokens; an elision that ends the phrase keeps its apostrophe."""
    if language in _ELIDING_LANGUAGES and phrase.endswith("'"):
        return tuple(tokenise(phrase + "a", language).forms[:-2])
    return tuple(tokenise(phrase, language).forms[:-1])
