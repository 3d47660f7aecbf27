"""Stage 5, match: a German verb is put together with the particle that ends its clause: *kündigte … an*.

Without its particle such a verb says another thing: *kündigen* is to dismiss, *ankündigen* to announce.  A particle
counts as one only where the clause ends behind it, since most are prepositions elsewhere (*an der Börse*), and only
if the lexicon knows the verb that the two make.  What goes with a verb in a phrase of the lexicon stands so too:
*ums Leben kommen*, *kamen bei dem Brand ums Leben*.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from claimcheck.matchers.words.inflection import irregular_forms, lemma_candidates
from claimcheck.matchers.words.lexicon import Concepts, entries, lexicon

_PARTICLES = frozenset(
    (
        *("ab", "an", "auf", "aus", "bei", "bekannt", "ein", "fest", "her", "hin", "los", "mit", "nach", "nieder"),
        *("statt", "teil", "um", "vor", "voran", "weg", "zu", "zurück", "zusammen"),
    )
)
_JOINING = frozenset({"und", "oder", "sowie", "sondern", "aber"})
_LONGEST = 20
"""Words between the verb and its particle."""
_SHORTEST = 3
_STOPS = frozenset(".;:!?\n")
_ENDS = _STOPS | frozenset(',)"“»')


def find_separated(
    text: str, forms: Sequence[str], capitals: Sequence[bool], starts: Sequence[int], ends: Sequence[int]
) -> Iterator[tuple[int, int, Concepts]]:
    """Give the place of each verb and of its particle among the lower-case words of a text, and what the two name."""
    for place, form in enumerate(forms):
        if form in _PARTICLES and not capitals[place] and _ends_clause(text, forms, starts, ends, place):
            for at in range(place - 1, max(-1, place - 2 - _LONGEST), -1):
                if not _STOPS.isdisjoint(text[ends[at] : starts[at + 1]]):
                    break
                if not capitals[at] and (concepts := _joined(form, forms[at])):
                    yield at, place, concepts
                    break


def find_bracketed(
    text: str, forms: Sequence[str], capitals: Sequence[bool], starts: Sequence[int], ends: Sequence[int]
) -> Iterator[tuple[int, int, int, Concepts]]:
    """Give the place of each verb, the place and number of the words that go with it, and what they name together."""
    tails = _tails()
    for place, form in enumerate(forms):
        for words, verbs in tails.get(form, ()):
            last = place + len(words) - 1
            if tuple(forms[place : last + 1]) != words or not _ends_clause(text, forms, starts, ends, last):
                continue
            for at in range(place - 1, max(-1, place - 2 - _LONGEST), -1):
                if not _STOPS.isdisjoint(text[ends[at] : starts[at + 1]]):
                    break
                concepts = () if capitals[at] and at else _of_verb(forms[at], verbs)
                if concepts:
                    yield at, place, len(words), concepts
                    break


_Verbs = tuple[tuple[str, Concepts], ...]


@lru_cache(maxsize=1)
def _tails() -> dict[str, tuple[tuple[tuple[str, ...], _Verbs], ...]]:
    """Per first word what goes with verbs in phrases that end with an infinitive, and those verbs' concepts."""
    held: dict[tuple[str, ...], dict[str, Concepts]] = {}
    for concept, phrase in entries("de"):
        *words, verb = phrase.split()
        if words and verb.endswith("n") and all(word.isalpha() for word in words):
            verbs = held.setdefault(tuple(words), {})
            verbs[verb] = (*verbs.get(verb, ()), concept)
    found: dict[str, tuple[tuple[tuple[str, ...], _Verbs], ...]] = {}
    for tail, of in sorted(held.items(), key=lambda item: -len(item[0])):
        found[tail[0]] = (*found.get(tail[0], ()), (tail, tuple(of.items())))
    return found


@lru_cache(maxsize=8192)
def _of_verb(form: str, verbs: _Verbs) -> Concepts:
    if len(form) < _SHORTEST or not form.isalpha():
        return ()
    lemmas = {_strong_verbs().get(form, form), *lemma_candidates(form, "de")}
    return next((concepts for verb, concepts in verbs if verb in lemmas), ())


def _ends_clause(text: str, forms: Sequence[str], starts: Sequence[int], ends: Sequence[int], place: int) -> bool:
    if place + 1 == len(forms):
        return True
    gap = text[ends[place] : starts[place + 1]]
    return forms[place + 1] in _JOINING or not _ENDS.isdisjoint(gap)


@lru_cache(maxsize=8192)
def _joined(particle: str, verb: str) -> Concepts:
    if len(verb) < _SHORTEST or not verb.isalpha():
        return ()
    words = lexicon("de")
    lemma = _strong_verbs().get(verb, "")
    return words.exact(particle + verb) or (words.exact(particle + lemma) if lemma else ())


@lru_cache(maxsize=1)
def _strong_verbs() -> dict[str, str]:
    """Per irregular form its infinitive, the shortest: *nahm*, nehmen."""
    verbs = [(form, lemma) for form, lemma in irregular_forms("de") if lemma.endswith("n")]
    return dict(sorted(verbs, key=lambda verb: -len(verb[1])))
