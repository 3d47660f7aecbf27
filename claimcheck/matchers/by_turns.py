"""Whose value it is where names and values of a kind stand by turns: *Nord employs 340 people and Hafen 215*.

The second name has no verb of its own, so that no clause tells the two apart; their order does.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

from claimcheck.matchers.names import Name, NameKind
from claimcheck.matchers.parted import rivals_of
from claimcheck.matchers.passages import Passages, Sentence
from claimcheck.matchers.snippets import RIVALS
from claimcheck.matchers.words import citings
from claimcheck.matchers.words.links import link_of
from claimcheck.matchers.words.speakers import LONGEST
from claimcheck.matchers.words.tokens import LANGUAGES, known_language, tokenise
from claimcheck.model import Span
from claimcheck.text import map_characters

MOST = 6
"""Values that are told of by turns: more are a list."""
_FEWEST = 2


def name_by_turns(
    passages: Passages, sentence: Sentence, place: Span, wanted: Sequence[Name], is_one: Callable[[Name, Name], bool]
) -> Name | None:
    """Return the name whose turn a value has, where those named by turns are among them one that is wanted; or none.

    They must all be tied to their sentence in one way: *to Nord* and *at Hafen* are no turns.
    """
    if len(sentence.text) > LONGEST or len(passages.names_in(sentence)) < _FEWEST:
        return None
    values = sorted(rivals_of(passages, sentence, place))
    if not _FEWEST <= len(values) <= MOST:
        return None
    for ours in wanted:
        names = _named(passages, sentence, ours.kind)
        if place not in values or not any(is_one(ours, name) for name in names):
            continue
        turns = len(names) == len(values) and _take_turns(names, values)
        if turns and _are_told_alike(passages, sentence, names, is_one):
            return names[values.index(place)]
        compared = _compared(passages, sentence, names, values)
        if compared is not None:
            return compared[values.index(place)]
    return None


def _compared(
    passages: Passages, sentence: Sentence, names: Sequence[Name], values: Sequence[Span]
) -> tuple[Name, Name] | None:
    """Return whose the first of two values is and whose the second, where a word compares one name's with another's.

    *Zuvo paid $6 an hour, compared with $8 at its rival Karro*: each stands on its side with its value.
    """
    if len(values) != _FEWEST:
        return None
    begin = sentence.span[0]
    cut = _comparing(known_language(passages.language)).search(
        sentence.text, values[0][1] - begin, values[1][0] - begin
    )
    if cut is None:
        return None
    end = max(sentence.clause_at(values[1][0])[1], values[1][1])
    first = [n for n in names if n.span[0] < begin + cut.start()]
    second = [n for n in names if n not in first and n.span[0] < end]
    return (first[0], second[0]) if len(first) == len(second) == 1 else None


@lru_cache(maxsize=len(LANGUAGES))
def _comparing(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_COMPARING.get(language, _COMPARING['en'])})\b", re.IGNORECASE)


_COMPARING = {
    "en": "compared with|compared to|against|versus|vs|while|whereas|but|more than|less than|ahead of|behind",
    "fr": "contre|comparé à|comparée à|par rapport à|tandis que|alors que|mais|devant|derrière",
    "es": "frente a|contra|en comparación con|comparado con|mientras que|mientras|pero|por delante de|por detrás de",
    "de": "gegenüber|verglichen mit|im vergleich zu|während|aber|statt|vor|hinter",
    "pt": "contra|em comparação com|comparado com|face a|enquanto|mas|à frente de|atrás de",
    "it": "contro|rispetto a|in confronto a|mentre|ma|davanti a|dietro",
}
"""What sets one's value against another's, in each language."""


def _named(passages: Passages, sentence: Sentence, kind: NameKind) -> list[Name]:
    begin = sentence.span[0]
    told = [(c.speaker[0] + begin, c.speaker[1] + begin) for c in citings(sentence.text, passages.language)]
    told += passages.hearers_in(sentence)
    held = (name for name in passages.names_in(sentence) if name.kind in RIVALS[kind])
    return sorted((n for n in held if not any(a <= n.span[0] < b for a, b in told)), key=lambda n: n.span)


def _take_turns(names: Sequence[Name], values: Sequence[Span]) -> bool:
    """Return whether each value stands behind its name and before the next one, or each before its name."""
    ordered = sorted([*((n.span, True) for n in names), *((v, False) for v in values)])
    return all(one[1] is not other[1] for one, other in pairwise(ordered))


def _are_told_alike(
    passages: Passages, sentence: Sentence, names: Sequence[Name], is_one: Callable[[Name, Name], bool]
) -> bool:
    if any(is_one(one, other) for one, other in pairwise(names)):
        return False
    code, begin = known_language(passages.language), sentence.span[0]
    tokens, mapped = tokenise(sentence.text, code), map_characters(sentence.text)
    places = {token.start: n for n, token in enumerate(tokens)}
    found = [places.get(name.span[0] - begin) for name in names]
    links = {link_of(mapped, tokens, n, code) for n in found if n is not None}
    return None not in found and len(links) == 1
