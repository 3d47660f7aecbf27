"""Stage 5, match: finds the phrases of a table of cues in a run of tokens.

In a phrase ``{plan}`` stands for any inflected word of that concept of the lexicon, ``…`` for up to four words
between, ``#`` for a number, and ``*ing`` for a word that ends so.  Of the phrases that begin at one word the longest
wins, and they do not overlap.
"""

from functools import lru_cache
from typing import NamedTuple

from claimcheck.matchers.words.lexicon import lexicon
from claimcheck.matchers.words.tables import rows, split
from claimcheck.matchers.words.tokens import Token, tokenise

_GAP = 4
_SIGNS = frozenset("{*…#")
"""What begins an element that is no word."""

_Phrase = tuple[tuple[str, ...], str]


@lru_cache(maxsize=16)
def _phrases(table: str, language: str) -> dict[str, tuple[_Phrase, ...]]:
    """Per first element the phrases that begin with it, as the elements after it and the kind."""
    found: dict[str, list[_Phrase]] = {}
    for code, kind, cell in rows(table):
        if code == language:
            for phrase in split(cell):
                first, *rest = _elements(phrase, language)
                found.setdefault(first, []).append((tuple(rest), kind))
    return {first: tuple(listed) for first, listed in found.items()}


def _elements(phrase: str, language: str) -> list[str]:
    found: list[str] = []
    for word in phrase.split():
        if word[0] in _SIGNS:
            found.append(word)
        else:
            found += [token.form for token in tokenise(word, language)]
    return found


def find_phrases(tokens: tuple[Token, ...], language: str, table: str) -> list[tuple[str, int, int]]:
    """Return the phrases of a table in a run of tokens, in order: kind, index of the first token and after the last."""
    beginning = _beginning(language, table)
    starting = [beginning[token.form] for token in tokens]
    if not any(starting):
        return []
    found: list[tuple[str, int, int]] = []
    free = 0
    for place, begun in enumerate(starting):
        if begun is None or place < free:
            continue
        following = tokens[place + 1].form if place + 1 < len(tokens) else ""
        end, before, kind = 0, 0, ""
        for number, rest, listed_kind in (*begun.by_second.get(following, ()), *begun.others):
            stop = _follow(tokens, place + 1, rest, language)
            # Of two that end together the one that the table has first.
            if stop > end or (stop == end and number < before):
                end, before, kind = stop, number, listed_kind
        if end:
            found.append((kind, place, end))
            free = end
    return found


class _Begun(NamedTuple):
    """The phrases of a table that begin with a word, each with its number among them."""

    by_second: dict[str, tuple[tuple[int, tuple[str, ...], str], ...]]
    """Those whose second element is a word, by that word: most words begin many, and are followed by none."""
    others: tuple[tuple[int, tuple[str, ...], str], ...]


def _begun(listed: tuple[_Phrase, ...]) -> _Begun | None:
    by_second: dict[str, tuple[tuple[int, tuple[str, ...], str], ...]] = {}
    others = []
    for number, (rest, kind) in enumerate(listed):
        if rest and rest[0][0] not in _SIGNS:
            by_second[rest[0]] = (*by_second.get(rest[0], ()), (number, rest, kind))
        else:
            others.append((number, rest, kind))
    return _Begun(by_second, tuple(others)) if listed else None


class _Beginning(dict[str, _Begun | None]):
    """Per word that was met, the phrases of a table that begin with it; for most words one look-up tells: none."""

    _MOST = 65_536

    def __init__(self, language: str, table: str) -> None:
        super().__init__()
        self._language = language
        self._table = table

    def __missing__(self, form: str) -> _Begun | None:
        if len(self) >= self._MOST:
            self.clear()
        begun = self[form] = _begun(_starting(form, self._language, self._table))
        return begun


_beginning = lru_cache(maxsize=32)(_Beginning)


def _starting(form: str, language: str, table: str) -> tuple[_Phrase, ...]:
    starts = _phrases(table, language)
    listed = starts.get(form, ())
    for concept in _concepts(form, language):
        listed += starts.get(concept, ())
    return listed


@lru_cache(maxsize=65_536)
def _concepts(form: str, language: str) -> tuple[str, ...]:
    return tuple(f"{{{concept}}}" for concept in lexicon(language).exact(form))


def _follow(tokens: tuple[Token, ...], place: int, rest: tuple[str, ...], language: str) -> int:
    """Return the index after the phrase's last word when its rest stands at a place, otherwise 0."""
    for at, element in enumerate(rest):
        if element == "…":
            tail = rest[at + 1 :]
            return next((stop for gap in range(_GAP + 1) if (stop := _follow(tokens, place + gap, tail, language))), 0)
        if place >= len(tokens) or not _fits(tokens[place].form, element, language):
            return 0
        place += 1
    return place


def _fits(form: str, element: str, language: str) -> bool:
    if element == "#":
        return form[0].isdigit()
    if element[0] == "*":
        return form.endswith(element[1:]) and form.isalpha() and len(form) > len(element)
    return form == element or (element[0] == "{" and element in _concepts(form, language))
