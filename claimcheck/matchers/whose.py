"""Whose word or deed it is, where an assertion without a value has the words of a sentence but not its actor.

*It was the chairman who signed*, *the former runs the mill*, *Halloran said that the letter was a warning*: each
sentence says by itself who it is, and a claim that gives the same words to somebody else is told something else.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from claimcheck.enums import Code
from claimcheck.matchers.align import LOCAL, Alignment
from claimcheck.matchers.binding import name_bound_to
from claimcheck.matchers.context import Context
from claimcheck.matchers.names import Name, NameKind
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import Relation, conflicts
from claimcheck.matchers.speakers import (
    Speaker,
    Voice,
    claimed_speaker,
    compare_speakers,
    is_named_beside,
    is_whose,
    stated_speaker,
)
from claimcheck.matchers.subjects import claimed_subject, subject_at
from claimcheck.matchers.words import Term, citing_at, kin
from claimcheck.matchers.words.speakers import LONGEST
from claimcheck.model import Span

REST = 0.75
"""The share of an assertion, its actor apart, that a sentence must have to say who did it instead."""
VERY = 0.9
"""That share where the page cites another for it: two may say the same thing in other words."""
_ACTORS = frozenset({NameKind.PERSON, NameKind.ORG, NameKind.ACRONYM, NameKind.UNKNOWN})

_Found = tuple[Relation | None, Span]


def said_of_another(
    context: Context, assertion: Assertion, sentence: Sentence, alignment: Alignment, place: Span
) -> _Found | None:
    """Return what a sentence that has all of an assertion's words says of whose they are; none where it may be his.

    A conflict where it surely is another's, and no relation where that is open.
    """
    return _of_the_other_of_two(context, assertion, sentence, place) or _said_by_another(context, sentence, alignment)


def given_to_another(context: Context, assertion: Assertion, sentence: Sentence, alignment: Alignment) -> _Found | None:
    """Return a conflict where a sentence gives to another what the claim gives to whom it names first.

    It singles out who did it, *it was B who left*, where the claim says *A left*; or it cites B for the very words.
    """
    actor = _actor(assertion)
    if actor is None or is_whose(context.reading.text, *actor.span, 0):
        return None
    rest = _rest(assertion, alignment, actor)
    if rest < REST:
        return None
    told = _said_by_another(context, sentence, alignment) if rest >= VERY else None
    if told is not None and told[0] is not None:
        return told
    done = _done_by_another(context, assertion, sentence, actor)
    return done or (_told_of_another(context, assertion, sentence, alignment, actor) if rest >= VERY else None)


def _told_of_another(
    context: Context, assertion: Assertion, sentence: Sentence, alignment: Alignment, actor: Name
) -> _Found | None:
    """Return a conflict where a sentence has all that the claim says of its actor, and another as its subject by name.

    It takes some words to tell one event: two may both have resigned.
    """
    said = [s for s in alignment.shared if s.own and not s.name and s.nearness >= LOCAL and s.weight >= VERY]
    held = context.passages.names_in(sentence)
    first = next(iter(assertion.terms), None)
    leads = first is not None and actor.span[0] <= first.span[0] < actor.span[1]
    if not leads or claimed_subject(context, assertion) is not actor or len(said) < _EVENT:
        return None
    if any(context.is_one(actor, name) for name in held):
        return None
    words = [t for t in sentence.terms if any(not (s.term.keys | kin(s.term)).isdisjoint(t.keys) for s in said)]
    subject = subject_at(context, sentence, words[-1].span) if words else None
    if subject is None or subject.kind not in _ACTORS or any(context.is_one(n, subject) for n in assertion.names):
        return None
    return conflicts(Code.ENTITY_CONFLICT, f"{subject.surface}, not {actor.surface}"), subject.span


_EVENT = 3
"""Words of weight that a sentence and a claim must share to tell of one event."""


def _done_by_another(context: Context, assertion: Assertion, sentence: Sentence, actor: Name) -> _Found | None:
    for begin, end in _singled_out(context, sentence):
        inside = [n for n in context.passages.names_in(sentence) if begin <= n.span[0] < end and n.kind in _ACTORS]
        others = [name for name in inside if name.kind is not NameKind.UNKNOWN or len(name.tokens) > 1]
        if not others or any(context.is_one(ours, name) for ours in context.reading.names for name in inside):
            continue
        if _is_done_behind(assertion, sentence, end):
            return conflicts(Code.ENTITY_CONFLICT, f"{others[-1].surface}, not {actor.surface}"), others[-1].span
    return None


def _actor(assertion: Assertion) -> Name | None:
    """Return whom a claim tells of first, a place apart, or none."""
    held = sorted((n for n in assertion.names if n.kind is not NameKind.PLACE), key=lambda n: n.span)
    return held[0] if held and held[0].kind in _ACTORS else None


def _rest(assertion: Assertion, alignment: Alignment, actor: Name) -> float:
    """Return the share of the assertion's own words that is there, the actor's apart; a name counts by its best."""
    best = {
        (begin, end): max((s.nearness for s in alignment.shared if begin <= s.term.span[0] < end), default=0.0)
        for begin, end in (name.span for name in assertion.names)
    }
    total = held = 0.0
    for shared in alignment.shared:
        where = next((span for span in best if span[0] <= shared.term.span[0] < span[1]), None)
        if not shared.own or where == actor.span:
            continue
        total += shared.weight
        held += shared.weight * (best[where] if where else shared.nearness)
    return held / total if total else 0.0


def _is_done_behind(assertion: Assertion, sentence: Sentence, end: int) -> bool:
    """Return whether a word of the assertion that is no name stands behind who is singled out."""
    words = [t for t in assertion.terms if not any(n.span[0] <= t.span[0] < n.span[1] for n in assertion.names)]
    behind = [t for t in sentence.terms if t.span[0] >= end]
    return any(not (word.keys | kin(word)).isdisjoint(t.keys) for word in words for t in behind)


def _singled_out(context: Context, sentence: Sentence) -> Iterator[Span]:
    """Give where the words stand that say who it was and nobody else."""
    pattern = _CLEFTS.get(context.passages.language[:2])
    if pattern is None or len(sentence.text) > LONGEST:
        return
    for found in pattern.finditer(sentence.text):
        yield sentence.span[0] + found.start(1), sentence.span[0] + found.end(1)


@lru_cache(maxsize=1)
def _cleft(opening: str, closing: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{opening})\s+((?:(?!\b(?:{closing})\b)[^.;:!?\n]){{3,90}}?),?\s+(?:{closing})\b", re.IGNORECASE
    )


_CLEFTS = {
    "en": _cleft(r"it (?:is|was|has been|had been)|it['\u2019]s", r"who|that|which"),
    "fr": _cleft(r"c['\u2019](?:est|était|était)|ce (?:sont|fut|furent|étaient)", r"qui"),
    "es": _cleft(r"(?:fue|es|era|fueron|ha sido)", r"quien|quienes|(?:el|la|los|las) que"),
    "de": _cleft(r"es (?:war|ist|waren|sind)", r"der|die|das"),
    "pt": _cleft(r"(?:foi|é|era|foram|são)", r"quem|que"),
    "it": _cleft(r"(?:è|era|fu|è stato|è stata|sono stati|sono state)", r"che|a|ad"),
}
"""How each language singles out who did it: what stands before him, and behind."""


def _of_the_other_of_two(context: Context, assertion: Assertion, sentence: Sentence, place: Span) -> _Found | None:
    """Return a conflict where *the former* or *the latter* stands for another than the claim names."""
    bound = name_bound_to(context.passages, sentence, place)
    if bound is None:
        return None
    named = [name for name in assertion.names if name.kind is not NameKind.PLACE]
    if not named or any(context.is_one(name, bound) for name in named):
        return None
    return conflicts(Code.ENTITY_CONFLICT, f"{bound.surface}, not {named[0].surface}"), place


def _said_by_another(context: Context, sentence: Sentence, alignment: Alignment) -> _Found | None:
    """Return whose word it is where the claim cites somebody and the sentence cites another."""
    words = [s.term for s in alignment.shared if s.own and not s.name and s.nearness >= LOCAL]
    claimed = _claimed_voice(context, words)
    if claimed is None:
        return None
    told = next((pair for pair in _stated_voices(context, sentence, words)), None)
    if told is None:
        return None
    if _speaks_by_pronoun(context, sentence, words):
        return None, told[1]
    stated, place = told
    voice = compare_speakers(context, claimed, stated, sentence)
    if voice is Voice.SAME or (voice is Voice.OPEN and is_named_beside(context, claimed, sentence)):
        return None
    if voice is Voice.OTHER and stated.names and claimed.names:
        note = f"{stated.names[-1].surface}, not {claimed.names[0].surface}"
        return conflicts(Code.ENTITY_CONFLICT, note), stated.names[-1].span
    return None, place


def _speaks_by_pronoun(context: Context, sentence: Sentence, words: Sequence[Term]) -> bool:
    """Return whether some of the claim's words are of one whom only a pronoun names: *Pike said …; he said that*."""
    language, begin = context.passages.language, sentence.span[0]
    for term in sentence.terms:
        if any(not (word.keys | kin(word)).isdisjoint(term.keys) for word in words):
            citing = citing_at(sentence.text, language, term.span[0] - begin)
            if citing is not None and sentence.text[slice(*citing.speaker)].strip().lower() in _PRONOUNS:
                return True
    return False


_PRONOUNS = frozenset(
    (
        *("he", "she", "they", "it", "il", "elle", "ils", "elles", "él", "ella", "ellos", "ellas", "er", "sie"),
        *("ele", "ela", "eles", "elas", "lui", "lei", "loro"),
    )
)


def _claimed_voice(context: Context, words: Sequence[Term]) -> Speaker | None:
    """Return whom the claim cites for the last of some words that are not the speaker's own."""
    for word in reversed(words):
        claimed = claimed_speaker(context, word.span[0])
        if claimed is not None and not claimed.span[0] <= word.span[0] < claimed.span[1]:
            return claimed
    return None


def _stated_voices(context: Context, sentence: Sentence, words: Sequence[Term]) -> Iterator[tuple[Speaker, Span]]:
    """Give whom a sentence cites for some words of the claim, the last of them first."""
    for term in reversed(sentence.terms):
        if any(not (word.keys | kin(word)).isdisjoint(term.keys) for word in words):
            stated = stated_speaker(context, sentence, term.span[0])
            if stated is not None and not stated.span[0] <= term.span[0] < stated.span[1]:
                yield stated, stated.span
