"""Stage 5, match: from an inflected word to the dictionary forms that it may be of.

Snowball stems conflate too much (*ouvrier* and *ouvrir*, *organ* and *organisation*) to look words up by.  Here a
word's ending is exchanged for the endings of dictionary forms, and whichever of the results the lexicon holds is
meant; wrong guesses cost nothing, since they are no words.  ``tables/endings.tsv`` holds the regular paradigms of
each language, ``tables/irregular.tsv`` the irregular forms.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from claimcheck.matchers.words.tables import rows, split
from claimcheck.matchers.words.tokens import LANGUAGES
from claimcheck.text import fold

_SHORTEST = 2
"""What must be left of a word in front of an exchanged ending."""
_LONGEST = 8
_LONGEST_PREFIX = 8
_SHORTEST_IRREGULAR = 3
"""Letters of an irregular form that other verbs may be made of: *took* in *undertook*, *tuvo* in *mantuvo*."""


@lru_cache(maxsize=2 * len(LANGUAGES))
def _endings(language: str, *, folded: bool) -> dict[str, tuple[str, ...]]:
    """Per inflected ending the endings of the dictionary forms that it may stand for; with or without accents."""
    table: dict[str, tuple[str, ...]] = {}
    for code, dictionary, inflected in rows("endings.tsv"):
        if code != language:
            continue
        lemma = fold(dictionary) if folded else dictionary
        for written in inflected.split():
            ending = fold(written) if folded else written
            known = table.get(ending, ())
            if lemma not in known:
                table[ending] = (*known, lemma)
    return table


def lemma_candidates(form: str, language: str, *, folded: bool = False) -> list[str]:
    """Return what the word may be an inflected form of, in no order of merit; mostly strings that are no words.

    With ``folded``, the word has lost its accents, and so have the results.
    """
    table = _endings(language, folded=folded)
    found: list[str] = []
    size = len(form)
    for length in range(1, min(_LONGEST, size - _SHORTEST) + 1):
        cut = size - length
        found += [form[:cut] + ending for ending in table.get(form[cut:], ())]
    if language == "en":
        found = [lemma for lemma in found if _takes_ending(form, lemma)] + _english_doubling(form)
    elif language == "de":
        found += _german_vowel(found, form) + _german_participle(form, table)
    elif language in ("es", "fr", "it", "pt"):
        found += [lemma for candidate in found for lemma in _stem_change(candidate, language)]
    return found if folded else found + _prefixed(form, language)


def _takes_ending(form: str, lemma: str) -> bool:
    """Whether an English word takes its ending as it is: *hates* is no form of *hat*, nor *rated* of *rat*."""
    if not form.startswith(lemma):
        return True
    ending = form[len(lemma) :]
    if ending == "es":
        return lemma.endswith(("s", "x", "z", "ch", "sh", "o"))
    return ending not in _DOUBLING or not _CLOSED.fullmatch(lemma)


_DOUBLING = frozenset({"ed", "ing", "er", "est"})
_CLOSED = re.compile(r"(?:qu|[^aeiou])*[aeiou][^aeiouwxy]")
"""One syllable with one vowel and one consonant behind it: *stop*, which becomes *stopped*."""


def _english_doubling(form: str) -> list[str]:
    """``stopped`` and ``stopping`` are of ``stop``; ``bigger`` and ``biggest`` of ``big``."""
    for ending in ("ed", "ing", "er", "est"):
        root = form.removesuffix(ending)
        if len(root) < len(form) and len(root) > _SHORTEST and root[-1] == root[-2]:
            return [root[:-1]]
    return []


_VOWEL = re.compile(r"(äu|ä|ö|ü)([^aeiouyäöü]+(?:e[lnr]?)?)$")
_PLAIN_VOWELS = {"äu": "au", "ä": "a", "ö": "o", "ü": "u"}


def _german_vowel(found: list[str], form: str) -> list[str]:
    """``Häuser`` is of ``Haus``, ``Gärten`` of ``Garten``, ``Ärztinnen`` of ``Arzt``, ``stärker`` of ``stark``."""
    changed = [_VOWEL.search(candidate) for candidate in (form, *found)]
    return [match.string[: match.start()] + _PLAIN_VOWELS[match[1]] + match[2] for match in changed if match]


_INFIXES = ("ge", "zu")
_SHORTEST_PREFIX = 2
_ADJECTIVE = ("e", "en", "er", "es", "em")


def _german_participle(form: str, table: dict[str, tuple[str, ...]]) -> list[str]:
    """``gebaut`` is of ``bauen``, ``angekündigten`` of ``ankündigen``, ``sicherzustellen`` of ``sicherstellen``."""
    found: list[str] = []
    for infix in _INFIXES:
        place = 0 if infix == "ge" and form.startswith(infix) else form.find(infix, _SHORTEST_PREFIX)
        if place < 0 or len(form) - place - len(infix) < _SHORTEST:
            continue
        bare = form[:place] + form[place + len(infix) :]
        found.append(bare)
        for length in range(1, min(_LONGEST, len(bare) - _SHORTEST) + 1):
            cut = len(bare) - length
            found += [bare[:cut] + lemma for lemma in table.get(bare[cut:], ())]
    return found


@lru_cache(maxsize=len(LANGUAGES))
def _irregular(language: str) -> dict[str, tuple[str, ...]]:
    """Per irregular form that is long enough the words that it is of."""
    table: dict[str, tuple[str, ...]] = {}
    for form, lemma in irregular_forms(language):
        if len(form) >= _SHORTEST_IRREGULAR:
            table[form] = (*table.get(form, ()), lemma)
    return table


def irregular_forms(language: str) -> Iterator[tuple[str, str]]:
    """Give each irregular form of a language with the dictionary form it is of."""
    for code, lemma, forms in rows("irregular.tsv"):
        if code == language:
            for form in split(forms):
                yield form, lemma


def _prefixed(form: str, language: str) -> list[str]:
    """``undertook`` is of ``undertake``, ``mantuvo`` of ``mantener``, ``entzogenen`` of ``entziehen``."""
    table = _irregular(language)
    written = [form]
    if language == "de":
        written += [form.removesuffix(ending) for ending in _ADJECTIVE if form.endswith(ending)]
    found: list[str] = []
    for word in written:
        for cut in range(1, min(_LONGEST_PREFIX, len(word) - _SHORTEST_IRREGULAR) + 1):
            prefix, rest = word[:cut], word[cut:]
            found += [prefix + lemma for lemma in table.get(rest, ())]
            if language == "de":
                # "Vermieden" is made with a prefix of what "gemieden" is of.
                found += [prefix + lemma for lemma in table.get("ge" + rest, ())]
    return found


_CHANGES = {
    "es": (
        ("ie", "e"),
        ("ue", "o"),
        ("i", "e"),
        ("u", "o"),
        ("gu", "g"),
        ("qu", "c"),
        ("c", "z"),
        ("j", "g"),
        ("y", ""),
    ),
    "fr": (("è", "e"), ("è", "é"), ("ell", "el"), ("ett", "et"), ("ç", "c"), ("ge", "g")),
    "it": (("ch", "c"), ("gh", "g")),
    "pt": (("qu", "c"), ("gu", "g"), ("ç", "c"), ("j", "g")),
}
_INFINITIVES = {"es": ("ar", "er", "ir"), "fr": ("er",), "it": ("are", "ere", "ire"), "pt": ("ar", "er", "ir")}


def _stem_change(candidate: str, language: str) -> list[str]:
    """An infinitive guessed with the stressed vowel of its stem: ``cierrar`` is ``cerrar``, ``achèter`` ``acheter``."""
    for infinitive in _INFINITIVES[language]:
        root = candidate.removesuffix(infinitive)
        if len(root) == len(candidate):
            continue
        found: list[str] = []
        for changed, plain in _CHANGES[language]:
            place = root.rfind(changed)
            if place > 0 and len(root) - place - len(changed) <= 2:  # noqa: PLR2004 - at most two consonants close it
                found.append(root[:place] + plain + root[place + len(changed) :] + infinitive)
        return found
    return []
