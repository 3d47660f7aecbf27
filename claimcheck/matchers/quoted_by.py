"""Who said what is quoted on a page: whom its sentence cites, whom a pronoun there stands for, or who is named beside.

A quote of one speaker is no other's.  Whom the claim cites may go on the page by what he is: *the mayor*.
"""

from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.enums import Role
from claimcheck.matchers.context import Context
from claimcheck.matchers.names import Name, NameKind
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.sought import is_known_word
from claimcheck.matchers.speakers import (
    Speaker,
    Voice,
    claimed_quoter,
    compare_speakers,
    is_called,
    quoted_speaker,
    stated_speaker,
)
from claimcheck.matchers.words import citings
from claimcheck.model import Span

REACH = 1
"""Sentences before and after a quote in which its speaker may be named."""
FAR = 3
"""The same where no nearer one names anybody: what somebody says goes on for a while."""
NEXT_TO = 40
"""Characters between a name and a word of saying that go together."""
_FULL = 2
"""Words of a name that is a person's or a firm's rather than a town's."""
_SPEAKERS = frozenset({NameKind.PERSON, NameKind.ORG, NameKind.ACRONYM, NameKind.UNKNOWN})


class Said(NamedTuple):
    """Who said it: as the page calls him, and where."""

    surface: str
    span: Span


def said_by(
    context: Context, assertion: Assertion, names: tuple[Name, ...], sentence: Sentence, place: Span
) -> Said | None:
    """Return who the page says said what is quoted at a place, where that is surely not whom the claim says."""
    ours = _claimed(context, names)
    told = _told(context, sentence, place[0])
    if ours is None:
        cited = claimed_quoter(context, assertion.span[0]) if assertion.span[0] else None
        if cited is None or told is None or compare_speakers(context, cited, told, sentence) is not Voice.OTHER:
            return None
        return _as_said(context, told)
    if any(context.is_one(ours, name) for name in _beside(context, sentence, place, 0)):
        return None
    if told is not None and not told.names:
        known = any(map(is_known_word, told.terms))
        return _as_said(context, told) if known and not is_called(context, ours, told) else None
    others = list(told.names) if told is not None else _unlike(context, ours, sentence, place)
    if any(context.is_one(ours, name) for name in others) or not others:
        return None
    return Said(others[0].surface, others[0].span)


def _unlike(context: Context, ours: Name, sentence: Sentence, place: Span) -> list[Name]:
    """Return who is named near a quote that cites nobody by name, where whom the claim cites is not."""
    near = list(_beside(context, sentence, place, REACH)) or list(_beside(context, sentence, place, FAR))
    if any(context.is_one(ours, name) for name in near):
        return []
    attributed = _attributed(context, sentence, near)
    if attributed or not citings(sentence.text, context.passages.language):
        return attributed
    return [name for name in near if name.kind is NameKind.PERSON or len(name.tokens) >= _FULL]


def is_spoken_by(
    context: Context, assertion: Assertion, names: tuple[Name, ...], sentence: Sentence, place: Span
) -> bool:
    """Return whether the page surely has what is quoted at a place from whom the claim cites."""
    ours = _claimed(context, names)
    told = _told(context, sentence, place[0])
    if ours is None:
        cited = claimed_quoter(context, assertion.span[0]) if assertion.span[0] else None
        return bool(cited and told and compare_speakers(context, cited, told, sentence) is Voice.SAME)
    if told is not None and told.names:
        return any(context.is_one(ours, name) for name in told.names)
    if told is not None:
        return is_called(context, ours, told)
    near = list(_beside(context, sentence, place, REACH)) or list(_beside(context, sentence, place, FAR))
    persons = [n for n in near if n.kind is NameKind.PERSON or len(n.tokens) >= _FULL] or near
    return bool(persons) and all(context.is_one(ours, name) for name in persons)


def _told(context: Context, sentence: Sentence, place: int) -> Speaker | None:
    """Return whom a sentence cites for a quote; for a pronoun whom the sentence before it cites without a name."""
    told = quoted_speaker(context, sentence, place)
    if told is not None:
        return told
    before = next(iter(context.passages.before(sentence)), None)
    cited = citings(before.text, context.passages.language) if before is not None else ()
    last = stated_speaker(context, before, before.span[0] + cited[-1].cue[1] + 1) if before and cited else None
    return last if last is not None and not last.names else None


def _as_said(context: Context, told: Speaker) -> Said:
    begin, end = told.span
    return Said(context.passages.document.text[begin:end], told.span)


def _beside(context: Context, sentence: Sentence, place: Span, reach: int) -> Iterator[Name]:
    """Give those who can speak whom a sentence, or others near it, name outside of the quote; the nearest first."""
    every = context.passages.sentences
    near = every[max(0, sentence.index - reach) : sentence.index + reach + 1]
    for held in sorted(near, key=lambda s: (abs(s.index - sentence.index), s.index)):
        if held.block == sentence.block or (held.index < sentence.index and held.role is Role.PARAGRAPH):
            yield from (
                name
                for name in context.passages.names_in(held)
                if name.kind in _SPEAKERS and not place[0] <= name.span[0] < place[1]
            )


def _attributed(context: Context, sentence: Sentence, near: list[Name]) -> list[Name]:
    """Return those of some names that stand by a word of saying."""
    return [
        name
        for name in near
        for cue in context.passages.cues(sentence).attributions
        if cue.scope[0] <= name.span[0] < cue.scope[1] or abs(cue.span[0] - name.span[1]) < NEXT_TO
    ]


def _claimed(context: Context, names: tuple[Name, ...]) -> Name | None:
    """Return whom the claim says said it: the name nearest to its word of saying, a person before an organisation."""
    able = [name for name in names if name.kind in _SPEAKERS]
    cues = context.reading.cues.attributions
    if not able or not cues:
        return able[0] if len(able) == 1 else None

    def distance(name: Name) -> tuple[bool, int]:
        gap = min(max(name.span[0] - cue.span[1], cue.span[0] - name.span[1]) for cue in cues)
        return name.kind in {NameKind.ORG, NameKind.ACRONYM}, gap

    return min(able, key=distance)
