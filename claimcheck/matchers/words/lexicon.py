"""Stage 5, match: the lexicon, from a word of any of the six languages to the concepts that it names.

The tables ``lexicon-*.tsv`` hold one concept a row: its name, then its words in each language, dictionary forms all.
The words of a row are interchangeable when one asks whether two sentences speak of the same thing; what is near but
different stands in another row.  A word marked ``~`` has several meanings and stands in several rows.  Only the
languages asked for are read, each once.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import accumulate, chain

from claimcheck.matchers.words.countries import country_words
from claimcheck.matchers.words.inflection import irregular_forms, lemma_candidates
from claimcheck.matchers.words.stems import stem, stem_all
from claimcheck.matchers.words.tables import fields, rows, split
from claimcheck.matchers.words.tokens import LANGUAGES, cut_words
from claimcheck.text import fold

Concepts = tuple[str, ...]

_SHORTEST_STEM = 5
"""A shorter stem says too little to stand for the words that share it."""


class Lexicon:
    """The words of one language and the concepts they name."""

    def __init__(self, language: str, entries: Iterator[tuple[str, str]], irregular: Iterator[tuple[str, str]]) -> None:
        """Index pairs of a concept and a word (or a phrase), and pairs of an irregular form and its word."""
        self.language = language
        self._words: dict[str, Concepts] = {}
        self._folded: dict[str, Concepts] = {}
        self._phrases: dict[str, dict[tuple[str, ...], Concepts]] = {}
        forms_of: dict[str, list[str]] = {}
        for form, lemma in irregular:
            forms_of.setdefault(lemma, []).append(form)
        listed = list(entries)
        for concept, word in listed:
            if word.isalpha():
                self._add(word, (concept,))
        self._add_phrases([entry for entry in listed if not entry[1].isalpha()], forms_of)
        if language == "en":
            self._add_american()
        self._add_bare_verbs(listed)
        by_stem: dict[str, Concepts] = {}
        words = list(self._words)
        for key, word in zip(stem_all(words, language), words, strict=True):
            if len(key) >= _SHORTEST_STEM:
                known = by_stem.get(key)
                # A stem of several concepts tells none.
                by_stem[key] = self._words[word] if known is None or known == self._words[word] else ()
        self._stems = by_stem
        dictionary = frozenset(self._words)
        for lemma, forms in forms_of.items():
            if lemma in dictionary:
                for form in forms:
                    self._add(form, self._words[lemma])
        self._irregular = frozenset(self._words) - dictionary
        for word, concepts in self._words.items():
            if not word.isascii():
                plain = fold(word)
                self._folded[plain] = _join(self._folded.get(plain, ()), concepts)
        self._by_second = {first: _by_second(tails) for first, tails in self._phrases.items()}

    def _add(self, word: str, concepts: Concepts) -> None:
        known = self._words.get(word)
        self._words[word] = concepts if known is None else _join(known, concepts)

    def _add_phrases(self, phrases: list[tuple[str, str]], forms_of: dict[str, list[str]]) -> None:
        """Index phrases, and again with each irregular form of their first word, German ones of the last: *mis fin*."""
        spelt: list[tuple[str, list[str]]] = []
        for (concept, _), forms in zip(phrases, _cut_each([words for _, words in phrases], self.language), strict=True):
            spelt.append((concept, forms))
            spelt += [(concept, [first, *forms[1:]]) for first in forms_of.get(forms[0], ())]
            if self.language == "de" and len(forms) > 1 and forms[-1].endswith("en"):
                # The verb comes last: "ums Leben gekommen", "zur Verfügung gestellt".
                root = forms[-1].removesuffix("en")
                inflected = [*forms_of.get(forms[-1], ()), f"{root}t", f"{root}te", f"{root}ten", f"ge{root}t"]
                spelt += [(concept, [*forms[:-1], last]) for last in inflected]
            if self.language == "en":
                american = [_to_american(form) for form in forms]
                if american != forms:
                    spelt.append((concept, american))
        words = list({form for _, forms in spelt for form in forms})
        stems = dict(zip(words, stem_all(words, self.language), strict=True))
        for concept, forms in spelt:
            tails = self._phrases.setdefault(stems[forms[0]], {})
            rest = tuple([stems[form] for form in forms[1:]])
            known = tails.get(rest)
            tails[rest] = (concept,) if known is None else _join(known, (concept,))

    def _add_american(self) -> None:
        for word in list(self._words):
            american = _to_american(word)
            if american != word:
                self._add(american, self._words[word])

    def _add_bare_verbs(self, entries: list[tuple[str, str]]) -> None:
        """Index *jubilar* for *jubilarse*, such that *se jubiló* is met, unless the lexicon has it in its own right."""
        bare = [(concept, _to_bare_verb(word, self.language)) for concept, word in entries]
        for concept, verb in [(concept, verb) for concept, verb in bare if verb and verb not in self._words]:
            self._add(verb, (concept,))

    def concepts(self, form: str) -> Concepts:
        """Return the concepts that a lower-case word may name; none where the lexicon does not know it."""
        known = self._words.get(form)
        if known is not None:
            return known
        found = self._inflected(form, self._words, folded=False)
        if found:
            return found
        plain = fold(form)
        found = self._folded.get(plain) or self._words.get(plain) or ()
        if not found:
            found = self._inflected(plain, self._folded, folded=True) or self._inflected(
                plain, self._words, folded=True
            )
        return found or self._stems.get(stem(form, self.language), ())

    def exact(self, form: str) -> Concepts:
        """Return the concepts of a word or an inflected form of it, without guessing by its stem."""
        return self._words.get(form) or self._inflected(form, self._words, folded=False)

    def listed(self, form: str) -> Concepts:
        """Return the concepts of a word that stands in the lexicon as it is; none for an inflected form."""
        return self._words[form] if self.is_word(form) else ()

    def is_word(self, form: str) -> bool:
        """Whether a lower-case word stands in the lexicon as it is."""
        return form in self._words and form not in self._irregular

    def _inflected(self, form: str, words: dict[str, Concepts], *, folded: bool) -> Concepts:
        found: Concepts = ()
        for candidate in lemma_candidates(form, self.language, folded=folded):
            concepts = words.get(candidate)
            if concepts is not None:
                found = concepts if not found else _join(found, concepts)
        return found

    def seconds(self, stem: str) -> Mapping[str, object] | None:
        """Return by which stems the phrases go on that begin with a stem, ``""`` for one of a word; none for none."""
        return self._by_second.get(stem)

    def phrase(self, stems: list[str], place: int) -> tuple[int, Concepts]:
        """Return how many words the longest phrase at a place takes, and its concepts; ``(0, ())`` for none."""
        by_second = self._by_second.get(stems[place])
        if by_second is not None:
            for rest, concepts in by_second.get(stems[place + 1], ()) if place + 1 < len(stems) else ():
                if tuple(stems[place + 2 : place + 2 + len(rest)]) == rest:
                    return 2 + len(rest), concepts
            if "" in by_second:
                return 1, by_second[""][0][1]
        return 0, ()


_AMERICAN = {
    "isation": "ization", "ise": "ize", "iser": "izer", "yse": "yze", "our": "or", "oured": "ored", "ourer": "orer",
    "ourite": "orite", "tre": "ter", "ence": "ense", "ogue": "og", "elling": "eling", "eller": "eler",
    "gramme": "gram",
}  # fmt: skip
"""British endings and the American ones.  The lexicon is written in British English; what it makes of a word
that has no other spelling is no word, and does no harm."""
_AMERICAN_LENGTHS = sorted({len(ending) for ending in _AMERICAN}, reverse=True)


_REFLEXIVE = {
    "fr": re.compile(r"s(?:e |')(\w+(?:er|ir|re))"),
    "es": re.compile(r"(\w\w+[aeií]r)se"),
    "pt": re.compile(r"(\w+[aei]r)-se"),
    "it": re.compile(r"(\w\w+[aei]r)si"),
}
"""How the infinitive of a reflexive verb is written, the verb itself in brackets."""


def _to_bare_verb(word: str, language: str) -> str:
    """Return the verb of a reflexive infinitive without its pronoun; empty for any other word."""
    pattern = _REFLEXIVE.get(language)
    found = pattern.fullmatch(word) if pattern else None
    return "" if found is None else found[1] + ("e" if language == "it" else "")


def _by_second(tails: dict[tuple[str, ...], Concepts]) -> dict[str, tuple[tuple[tuple[str, ...], Concepts], ...]]:
    """Per second word of phrases with one first word the rests and concepts, the longest first."""
    found: dict[str, tuple[tuple[tuple[str, ...], Concepts], ...]] = {}
    for tail, concepts in sorted(tails.items(), key=lambda tail: -len(tail[0])):
        second = tail[0] if tail else ""
        found[second] = (*found.get(second, ()), (tail[1:], concepts))
    return found


def _cut_each(phrases: list[str], language: str) -> list[list[str]]:
    """Return the words of each phrase; they are cut in one go, a line a phrase."""
    text = "\n".join(phrases)
    cuts = cut_words(text, language, 0, len(text))
    found: list[list[str]] = []
    place = 0
    for end in accumulate(len(phrase) + 1 for phrase in phrases):
        stop = bisect_left(cuts.starts, end, place)
        found.append(cuts.forms[place:stop])
        place = stop
    return found


def _to_american(word: str) -> str:
    for length in _AMERICAN_LENGTHS:
        american = _AMERICAN.get(word[-length:])
        if american is not None:
            return word[:-length] + american
    return word


def _join(one: Concepts, other: Concepts) -> Concepts:
    return one + tuple(concept for concept in other if concept not in one)


@lru_cache(maxsize=len(LANGUAGES))
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of one of the six languages; of another language, an empty one."""
    return Lexicon(language, chain(entries(language), country_words(language)), irregular_forms(language))


def entries(language: str) -> Iterator[tuple[str, str]]:
    """Give each concept with each of its words in a language, marks left out."""
    if language not in LANGUAGES:
        return
    column = LANGUAGES.index(language) + 1
    for table in fields():
        for cells in rows(table):
            for word in split(cells[column].replace("~", "").lower()):
                yield cells[0], word
