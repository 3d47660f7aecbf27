"""Stage 5, match: the words of a text, of which those with a key are found without looking at the others.

A page has thousands of words and a claim ten.  So a page is cut once, by the loops of the interpreter's own, each of
its words is kept as a reference to what that word is anywhere, and terms are made only of the sentences looked at.
"""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from claimcheck.matchers.words.earning import CONCEPT, find_earning
from claimcheck.matchers.words.lexicon import lexicon
from claimcheck.matchers.words.separable import find_bracketed, find_separated
from claimcheck.matchers.words.terms import Term, TermKind, compound_cuts, part_keys, read_word
from claimcheck.matchers.words.tokens import cut_words, known_language
from claimcheck.model import Span

_CHUNK = 50_000
"""Characters that are cut at once: what is worked out for each of their words is let go before the next are."""
_NO_KEYS: frozenset[str] = frozenset()


def terms(text: str, language: str, span: Span | None = None) -> list[Term]:
    """Return the words of a text, or of a span of it, in order, with offsets into the whole text.

    Phrases of the lexicon come as one term, the longest first; the parts of a German compound as one each; stop
    words and numbers as they are, without keys.
    """
    begin, end = span if span is not None else (0, len(text))
    return WordIndex(text, language, (begin, end)).terms((begin, end))


_make_term: Callable[[tuple[frozenset[str], str, Span, TermKind]], Term] = partial(tuple.__new__, Term)
"""As ``Term._make`` does it, without a call for every word."""


class _Part(NamedTuple):
    begin: int
    end: int
    keys: frozenset[str]


class _Entry:
    """What a word is wherever it stands, or what a phrase is; two are the same only if they are one object."""

    __slots__ = ("acronym", "keys", "kind", "parts", "seconds", "size", "stem")

    def __init__(self, stem: str, keys: frozenset[str], kind: TermKind, size: int = 1) -> None:
        self.stem = stem
        self.keys = keys
        self.kind = kind
        self.size = size
        """How many words it takes."""
        self.parts: tuple[_Part, ...] = ()
        """Those of a German compound."""
        self.seconds: Mapping[str, object] | None = None
        """By what the phrases that begin with the word go on; none where there are none."""
        self.acronym = _NO_KEYS
        """The keys of a stop word that may be an acronym: *US*, *WHO*."""


_INSIDE = _Entry("", _NO_KEYS, TermKind.STOP, 0)
"""What stands in the place of a word inside a phrase."""
_PARTICLE = _Entry("", _NO_KEYS, TermKind.STOP)
"""What stands in the place of the particle of a German verb."""


class _Entries(dict[str, _Entry]):
    """Per lower-case word what it is, written with a capital or without; worked out when it is met first."""

    _MOST = 65_536

    def __init__(self, language: str, capital: bool) -> None:
        super().__init__()
        self._language = language
        self._capital = capital

    def __missing__(self, form: str) -> _Entry:
        if len(self) >= self._MOST:
            self.clear()
        word = read_word(form, self._language, self._capital)
        entry = self[form] = _Entry(*word)
        entry.seconds = lexicon(self._language).seconds(word.stem)
        if self._language == "de" and word.kind is TermKind.CONTENT and (cuts := compound_cuts(form)):
            edges = pairwise((0, *cuts, len(form)))
            entry.parts = tuple(_Part(begin, end, part_keys(form[begin:end])) for begin, end in edges)
        if word.kind is TermKind.STOP and self._capital and len(form) >= _SHORTEST_ACRONYM:
            entry.acronym = frozenset(lexicon(self._language).listed(form))
        return entry


_SHORTEST_ACRONYM = 2
_entries = lru_cache(maxsize=32)(_Entries)


class WordIndex:
    """The words of a text, or of a part of it."""

    def __init__(self, text: str, language: str, span: Span | None = None) -> None:
        code = known_language(language)
        self._text = text
        self._starts = array("l")
        self._ends = array("l")
        self._entries: list[_Entry] = []
        for begin, end in _chunks(text, span or (0, len(text))):
            self._cut(code, begin, end)
        self._tell_acronyms()
        self._places: dict[str, list[_Entry]] | None = None
        self._standing: defaultdict[_Entry, list[int]] = defaultdict(list)

    def _cut(self, language: str, begin: int, end: int) -> None:
        small, large = _entries(language, False), _entries(language, True)
        starts, ends, forms, capitals = cut_words(self._text, language, begin, end)
        entries = [large[form] if capital else small[form] for form, capital in zip(forms, capitals, strict=True)]
        self._join_phrases(language, entries, starts, ends)
        if language == "de":
            for verb, particle, concepts in find_separated(self._text, forms, capitals, starts, ends):
                if entries[verb].size == entries[particle].size == 1:
                    entries[verb], entries[particle] = _named(frozenset(concepts)), _PARTICLE
            for verb, place, size, concepts in find_bracketed(self._text, forms, capitals, starts, ends):
                if entries[verb].size == 1 and entries[place].size in (1, size):
                    entries[verb], entries[place : place + size] = _named(frozenset(concepts)), [_PARTICLE] * size
        if language == "en":
            for verb in find_earning(self._text, forms, starts):
                if entries[verb].size == 1:
                    entries[verb] = _named(entries[verb].keys | {CONCEPT})
        self._starts.extend(starts)
        self._ends.extend(ends)
        self._entries += entries

    def _join_phrases(self, language: str, entries: list[_Entry], starts: list[int], ends: list[int]) -> None:
        """Put one entry in the place of the words of each phrase, the longest phrases first."""
        beginning = [
            place
            for place, (one, other) in enumerate(pairwise((*entries, _INSIDE)))
            if one.seconds is not None and (other.stem in one.seconds or "" in one.seconds)
        ]
        if not beginning:
            return
        phrase = lexicon(language).phrase
        stems = [entry.stem for entry in entries]
        free = 0
        for place in beginning:
            if place < free:
                continue
            taken, concepts = phrase(stems, place)
            run = zip(starts[place : place + taken], ends[place : place + taken], strict=True)
            if taken and _is_run(self._text, list(run)):
                free = place + taken
                entries[place:free] = _phrase(concepts, taken)

    def _tell_acronyms(self) -> None:
        for place, entry in enumerate(self._entries):
            if entry.acronym and self._is_acronym(place):
                self._entries[place] = _named(entry.acronym)

    def _is_acronym(self, place: int) -> bool:
        """Whether a stop word is written as an acronym, and in no run of capitals."""
        around = range(max(0, place - 2), min(place + 3, len(self._entries)))
        written = [self._text[self._starts[at] : self._ends[at]] for at in around]
        mine = self._text[self._starts[place] : self._ends[place]]
        return mine.isupper() and not all(word.isupper() for word in written if word.isalpha())

    def terms(self, span: Span, *, content: bool = False) -> list[Term]:
        """Return the terms that begin in a span of the text, in order; with ``content`` those with a meaning alone."""
        text, starts, ends = self._text, self._starts, self._ends
        first, last = bisect_left(starts, span[0]), bisect_left(starts, span[1])
        found: list[Term] = []
        for place, entry in enumerate(self._entries[first:last], first):
            if not entry.size or (content and entry.kind is not TermKind.CONTENT):
                continue
            begin, end = starts[place], ends[place + entry.size - 1]
            if entry.parts and entry.parts[-1].end == end - begin:
                for part in entry.parts:
                    where = (begin + part.begin, begin + part.end)
                    found.append(Term(part.keys, text[where[0] : where[1]], where, TermKind.CONTENT))
            else:
                found.append(_make_term((entry.keys, text[begin:end], (begin, end), entry.kind)))
        return found

    def spans(self, key: str) -> list[Span]:
        """Return where the terms with a key stand, in order."""
        if self._places is None:
            self._places = self._index()
        found: list[Span] = []
        for entry in self._places.get(key, ()):
            for place in self._standing[entry]:
                begin, end = self._starts[place], self._ends[place + entry.size - 1]
                if entry.parts and entry.parts[-1].end == end - begin:
                    found += [(begin + one.begin, begin + one.end) for one in entry.parts if key in one.keys]
                elif key in entry.keys:
                    found.append((begin, end))
        return sorted(found)

    def _index(self) -> dict[str, list[_Entry]]:
        standing = self._standing
        for place, entry in enumerate(self._entries):
            standing[entry].append(place)
        by_key: defaultdict[str, list[_Entry]] = defaultdict(list)
        for entry in standing:
            for key in entry.keys.union(*(part.keys for part in entry.parts)) if entry.parts else entry.keys:
                by_key[key].append(entry)
        return dict(by_key)


@lru_cache(maxsize=8192)
def _phrase(concepts: Sequence[str], size: int) -> tuple[_Entry, ...]:
    return (_Entry("", frozenset(concepts), TermKind.CONTENT, size), *([_INSIDE] * (size - 1)))


@lru_cache(maxsize=1024)
def _named(keys: frozenset[str]) -> _Entry:
    return _Entry("", keys, TermKind.CONTENT)


def _chunks(text: str, span: Span) -> Iterator[Span]:
    """Give a span of a text in parts that end with a line, which no word and no phrase goes beyond."""
    begin, stop = span
    while stop - begin > _CHUNK:
        end = text.find("\n", begin + _CHUNK, stop)
        if end < 0:
            break
        yield begin, end
        begin = end
    yield begin, stop


def _is_run(text: str, words: Sequence[Span]) -> bool:
    """Whether only a space, a hyphen or an apostrophe stands between the words of a phrase."""
    return all(_is_joined(text, one, other) for one, other in pairwise(words))


def _is_joined(text: str, one: Span, other: Span) -> bool:
    gap = text[one[1] : other[0]]
    if gap in _DOTS:
        return text[one[0]].isupper() and one[1] - one[0] <= _LONGEST_INITIAL  # "U.S.", "EE. UU.", not "in May. Then"
    return len(gap) <= 1 and gap not in _BREAKS


_DOTS = frozenset({".", ". "})
_LONGEST_INITIAL = 2
_BREAKS = frozenset(',;:.!?()[]"«»“”\n/|')
