"""Whose value it is where names and values of a kind stand by turns: *Nord employs 340 people and Hafen 215*.

The second name has no verb of its own, so that no clause tells the two apart; their order does.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from claimcheck.matchers.names import Name, NameKind
from claimcheck.matchers.parted import rivals_of
from claimcheck.matchers.passages import Passages, Sentence
from claimcheck.matchers.snippets import RIVALS
from claimcheck.matchers.words import citings
from claimcheck.matchers.words.links import link_of
from claimcheck.matchers.words.speakers import LONGEST
from claimcheck.matchers.words.tokens import known_language, tokenise
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
        if len(names) != len(values) or not any(is_one(ours, name) for name in names):
            continue
        if _take_turns(names, values) and _are_told_alike(passages, sentence, names, is_one):
            return names[values.index(place)] if place in values else None
    return None


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
