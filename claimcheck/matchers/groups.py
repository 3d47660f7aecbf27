"""Of which of several groups a value is: *Among nurses under 30, the figure was 51 %* says nothing of all nurses.

Only where a sentence, or a part of one, begins with whom it is about, where the page has values of the same kind for
others beside it, and where the claim says nothing of that group.
"""

import re
from collections.abc import Sequence

from claimcheck.matchers.compare import kind_of
from claimcheck.matchers.context import Context
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.sought import is_known_word
from claimcheck.matchers.values import Bound
from claimcheck.matchers.words import Term, is_general, is_group, kin, related
from claimcheck.matchers.words.speakers import LONGEST
from claimcheck.model import Span

_BOUNDS = frozenset({Bound.LESS_THAN, Bound.MORE_THAN, Bound.AT_LEAST, Bound.AT_MOST})
"""How an age bounds a group: *under 30*, *65 and over*."""
_LONG = 70
"""Characters in which a group is told at the head of what is told of it."""
_WORDS = 3
"""Words of meaning among which stands the group."""
_CLOSE = 2
"""Sentences on either side in which the other groups' values stand."""


def is_of_another_group(context: Context, assertion: Assertion, sentence: Sentence, place: Span) -> bool:
    """Return whether a value is told of a group alone that the claim does not tell of."""
    if len(sentence.text) > LONGEST:
        return False
    if _leaves_out_age(context, assertion, sentence):
        return True
    span = _group(context, sentence, place)
    if span is None or not _has_rivals(context, sentence, place):
        return False
    ours = (*assertion.terms, *assertion.context)
    inside = [t for t in sentence.terms if span[0] <= t.span[0] < span[1]]
    held = context.passages.quantities_in(sentence)
    ages = [q for q in held if span[0] <= q.span[0] < span[1] and (q.bound in _BOUNDS or q.unit == "year")]
    if ages:
        # "Nurses under 30": the age says which.
        return not all(any(ours.low == age.low for ours in context.reading.quantities) for age in ages)
    if any(_may_be_group(context, own) for own in assertion.terms):
        return False
    return any(is_known_word(t) and not is_general(t) and not _is_said(t, ours) for t in inside)


def _leaves_out_age(context: Context, assertion: Assertion, sentence: Sentence) -> bool:
    """Return whether a sentence says nothing of the age of those of whom the claim tells, and one beside it does."""
    value = assertion.quantity
    ages = [q.low for q in context.reading.quantities if q is not value and q.bound in _BOUNDS and q.unit == "year"]
    if not ages or value is None or value.unit == "year":
        return False

    def tells(one: Sentence) -> bool:
        return any(q.low in ages for q in context.passages.quantities_in(one))

    return not tells(sentence) and any(tells(s) for s in _beside(context, sentence))


def _beside(context: Context, sentence: Sentence) -> list[Sentence]:
    near = context.passages.sentences[max(sentence.index - _CLOSE, 0) : sentence.index + _CLOSE + 1]
    return [s for s in near if s.block == sentence.block]


def _group(context: Context, sentence: Sentence, place: Span) -> Span | None:
    """Return where the group is told that leads the part of the sentence in which a value stands; or none."""
    pattern = _PATTERNS.get(context.passages.language[:2])
    if pattern is None:
        return None
    begin = sentence.span[0]
    led = [m for m in pattern.finditer(sentence.text) if begin + m.end() <= place[0]]
    if not led:
        return None
    first = begin + led[-1].end()
    comma = sentence.text.find(",", led[-1].end())
    end = min(place[0], first + _LONG, *([begin + comma] if comma >= 0 else ()))
    if any(mark in sentence.text[first - begin : place[0] - begin] for mark in ";:"):
        return None
    inside = [t for t in sentence.terms if first <= t.span[0] < end]
    groups = [t for t in inside[:_WORDS] if is_group(t)]
    if not groups:
        return None
    if comma < 0 or begin + comma >= place[0]:
        behind = _BOUNDED.match(context.passages.document.text, groups[0].span[1], end)
        end = behind.end() if behind is not None else groups[0].span[1]
    return first, end


_BOUNDED = re.compile(r"\s(?:\w+\s){0,3}\d+(?:\s(?:ans|years|años|jahren?|anos|anni))?", re.IGNORECASE)
"""An age behind a group: *nurses under 30*."""


def _has_rivals(context: Context, sentence: Sentence, place: Span) -> bool:
    """Return whether values of the same kind stand beside it that are of others."""
    mine = next((q for q in context.passages.quantities_in(sentence) if q.span == place), None)
    if mine is None:
        return False
    near = [q for s in _beside(context, sentence) for q in context.passages.quantities_in(s)]
    return any(q.span != place and kind_of(q) == kind_of(mine) for q in near)


def _is_said(term: Term, ours: Sequence[Term]) -> bool:
    return any(
        related(own, term) or not (kin(own).isdisjoint(term.keys) and kin(term).isdisjoint(own.keys)) for own in ours
    )


def _may_be_group(context: Context, own: Term) -> bool:
    """Return whether a word of the claim that the page has nowhere may be its word for the group."""
    if is_known_word(own) and not is_group(own):
        return False
    keys = own.keys | kin(own)
    return not any(context.passages.by_key.get(key) for key in keys)


def _pattern(leading: str, joining: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[,;:\u2013\u2014]\s|[,;]?\s(?:{joining})\s)(?:{leading})\s", re.IGNORECASE)


_PATTERNS = {
    "en": _pattern(r"among|amongst|for|in the case of|with", r"and|but|while|whereas"),
    "fr": _pattern(r"chez|parmi|pour|dans le cas des|du côté des|s'agissant des", r"et|mais|tandis que|alors que"),
    "es": _pattern(r"entre|para|en el caso de", r"y|pero|mientras que"),
    "de": _pattern(r"bei|unter|für|von", r"und|aber|während"),
    "pt": _pattern(r"entre|para|no caso d[aeo]s?", r"e|mas|enquanto"),
    "it": _pattern(r"tra|fra|per|nel caso d\w+", r"e|ma|mentre"),
}
"""How each language tells first whom it goes on to tell of, and what joins such a part to the one before."""
