"""Whose value it is where names and values of a kind stand by turns: *Nord employs 340 people and Hafen 215*.

The second name has no verb of its own, so that no clause tells the two apart; their order does.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

from claimcheck.matchers.compare import is_age
from claimcheck.matchers.names import Name, NameKind
from claimcheck.matchers.parted import rivals_of
from claimcheck.matchers.passages import Passages, Sentence
from claimcheck.matchers.snippets import RIVALS
from claimcheck.matchers.values import Dimension, Quantity
from claimcheck.matchers.words import Term, citings, is_group, related
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
    values = _alike(passages, sentence, place)
    if not _FEWEST <= len(values) <= MOST:
        return None
    for ours in wanted:
        names = _named(passages, sentence, ours)
        if place not in values or not any(is_one(ours, name) for name in names):
            continue
        turns = len(names) == len(values) and _take_turns(names, values)
        if turns and _are_told_alike(passages, sentence, names, is_one):
            return names[values.index(place)]
        compared = _compared(passages, sentence, names, values)
        if compared is not None:
            return compared[values.index(place)]
    return None


def _alike(passages: Passages, sentence: Sentence, place: Span) -> list[Span]:
    """Return where the values of a sentence stand that may be told by turns with one: of its kind, or its dimension."""
    rivals = sorted(rivals_of(passages, sentence, place))
    if len(rivals) >= _FEWEST:
        return rivals
    held = passages.quantities_in(sentence) if len(rivals) == 1 else ()
    mine = next((q for q in held if q.span == place), None)
    if mine is None or len(held) > MOST:
        return rivals
    return sorted(q.span for q in held if _measure(q) == _measure(mine))


def _measure(value: Quantity) -> tuple[Dimension, str, str, bool]:
    return value.dimension, value.currency, value.unit, is_age(value)


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
    led = [n for n in names if n.span[0] < values[0][0]]
    if len(led) == len(names) == _FEWEST and _is_list(sentence.text[led[1].span[1] - begin : values[0][0] - begin]):
        # "Nord lost more than Hafen: 27 % against 19 %".
        return led[0], led[1]
    first = [n for n in names if n.span[0] < begin + cut.start()]
    second = [n for n in names if n not in first and n.span[0] < end]
    return (first[0], second[0]) if len(first) == len(second) == 1 else None


def is_of_other_group(passages: Passages, sentence: Sentence, place: Span, ours: Sequence[Term]) -> bool:
    """Return whether a value is that of the other of two groups: *girls more than boys: 27 % against 19 %*."""
    if len(sentence.text) > LONGEST:
        return False
    groups = [t for t in sentence.terms if is_group(t)]
    if len(groups) != _FEWEST:
        return False
    values = _alike(passages, sentence, place)
    if len(values) != _FEWEST or place not in values:
        return False
    begin = sentence.span[0]
    gap = sentence.text[values[0][1] - begin : values[1][0] - begin]
    if _comparing(known_language(passages.language)).search(gap) is None:
        return False
    if groups[1].span[1] > values[0][0] or not _is_list(
        sentence.text[groups[1].span[1] - begin : values[0][0] - begin]
    ):
        return False
    mine, other = groups[values.index(place)], groups[1 - values.index(place)]
    return any(related(one, other) for one in ours) and not any(related(one, mine) for one in ours)


def _is_list(gap: str) -> bool:
    """Return whether nothing but a mark stands before two values told in the order of what they are of."""
    return gap.strip() in {":", ",", "(", "\u2013", "\u2014"}


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


def _named(passages: Passages, sentence: Sentence, ours: Name) -> list[Name]:
    begin = sentence.span[0]
    # Who counts, "the guard counted 61", has what he counts; whom a sentence names behind *according to* has not.
    told = [
        (c.speaker[0] + begin, c.speaker[1] + begin)
        for c in citings(sentence.text, passages.language)
        if c.speaker[0] >= c.cue[0]
    ]
    told += passages.hearers_in(sentence)
    held = (name for name in passages.names_in(sentence) if name.kind in RIVALS[ours.kind])
    held = (name for name in held if bool(name.code) is bool(ours.code) or ours.kind is NameKind.PLACE)
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
    # Behind "and" or "or" a name is tied as the one before it.
    led = [n for n in found if n is not None and (n == 0 or tokens[n - 1].form not in _AND)]
    return None not in found and len({link_of(mapped, tokens, n, code) for n in led}) == 1


_AND = frozenset({"and", "or", "et", "ou", "y", "o", "e", "und", "oder", "ed"})
