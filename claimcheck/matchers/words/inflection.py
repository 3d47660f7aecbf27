"""Stage 5, match: from an inflected word to the dictionary forms that it may be of.

Snowball stems conflate too much (*ouvrier* and *ouvrir*, *organ* and *organisation*) to look words up by.  Here a
word's ending is exchanged for the endings of dictionary forms, and whichever of the results the lexicon holds is
meant; wrong guesses cost nothing, since they are no words.  ``tables/endings.tsv`` holds the regular paradigms of
each language, ``tables/irregular.tsv`` the irregular forms.
"""

import re
from functools import lru_cache

from claimcheck.matchers.words.tables import rows
from claimcheck.matchers.words.tokens import LANGUAGES
from claimcheck.text import fold

_SHORTEST = 2
"""What must be left of a word in front of an exchanged ending."""
_LONGEST = 8
_PARTICLES = (
    *("ab", "an", "auf", "aus", "bei", "bereit", "dar", "durch", "ein", "fest", "her", "hin", "los", "mit", "nach"),
    *("nieder", "statt", "teil", "um", "unter", "vor", "voran", "weg", "zu", "zurück", "zusammen", "über"),
)
"""What stands before *ge* in a German participle: *an-ge-kündigt*."""


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
        found += _german_participle(form, table)
    elif language in ("es", "fr", "it", "pt"):
        found += [lemma for candidate in found for lemma in _stem_change(candidate, language)]
    return found


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


def _german_participle(form: str, table: dict[str, tuple[str, ...]]) -> list[str]:
    """``gebaut`` is of ``bauen``, ``angekündigt`` and ``angekündigten`` of ``ankündigen``."""
    if form.startswith("ge"):
        bare = form[2:]
    else:
        for particle in _PARTICLES:
            if form.startswith((particle + "ge", particle + "zu")) and len(form) > len(particle) + 4:
                bare = particle + form[len(particle) + 2 :]
                break
        else:
            return []
    found = [bare]
    for length in range(1, min(_LONGEST, len(bare) - _SHORTEST) + 1):
        cut = len(bare) - length
        found += [bare[:cut] + lemma for lemma in table.get(bare[cut:], ())]
    return found


_CHANGES = {
    "es": (("ie", "e"), ("ue", "o"), ("i", "e"), ("u", "o"), ("gu", "g"), ("qu", "c"), ("c", "z"), ("y", "")),
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
