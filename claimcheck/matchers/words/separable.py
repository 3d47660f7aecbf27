"""Stage 5, match: a German verb is put together with the particle that ends its clause: *kündigte … an*.

Without its particle such a verb says another thing: *kündigen* is to dismiss, *ankündigen* to announce.  A particle
counts as one only where the clause ends behind it, since most are prepositions elsewhere (*an der Börse*), and only
if the lexicon knows the verb that the two make.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from claimcheck.matchers.words.lexicon import Concepts, irregular_forms, lexicon

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
    """Per irregular form its infinitive: *nahm*, nehmen."""
    return {form: lemma for form, lemma in irregular_forms("de") if lemma.endswith("n")}
