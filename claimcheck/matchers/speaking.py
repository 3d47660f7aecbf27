"""Whose a value is where the subject is whoever speaks: *I signed thirteen, says Renner*, *the guard says it saved 90*.

*I* in a sentence that cites somebody is he, and so is *it* or *they* right behind *says*; in an interview, *I* is the
one who answers.  Such a value is no other's, though another may be named nearby.
"""

from functools import lru_cache

from claimcheck.matchers.context import Context
from claimcheck.matchers.names import Name, NameKind
from claimcheck.matchers.passages import Sentence, content
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.sought import is_known_word
from claimcheck.matchers.speakers import Speaker, stated_speaker
from claimcheck.matchers.words import Term, citing_at, covers, is_doer, is_group, kin, related
from claimcheck.matchers.words.pronouns import is_i, stands_for_speaker
from claimcheck.matchers.words.speakers import LONGEST
from claimcheck.model import Span

_PERSONS = frozenset({NameKind.PERSON, NameKind.UNKNOWN})


def is_of_another_speaker(
    context: Context, assertion: Assertion, ours: Name | None, sentence: Sentence, place: Span
) -> bool:
    """Return whether a clause tells of its own speaker, who is another than the claim's subject.

    ``ours`` is the claim's subject where it is a name; otherwise the people told of first are.
    """
    if len(sentence.text) > LONGEST:
        return False
    kind = _kind(sentence.text, context.passages.language, place[0] - sentence.span[0])
    if kind is None:
        return False
    speaker = stated_speaker(context, sentence, place[0])
    if speaker is None:
        return kind == _FIRST and ours is not None and _is_of_another_interview(context, ours, sentence)
    if any(context.is_one(name, held) for name in context.reading.names for held in speaker.names):
        return False
    if ours is not None:
        acting = [n for n in speaker.names if n.kind is not NameKind.PLACE]
        return bool(acting) and (kind == _FIRST or not _may_be_called(assertion, speaker))
    return kind == _BACK and _are_other_people(assertion, speaker)


_FIRST, _BACK = "first", "back"


@lru_cache(maxsize=2048)
def _kind(text: str, language: str, place: int) -> str | None:
    """Return how the clause before a place tells of its speaker: in the first person, by a pronoun, or not at all."""
    if is_i(text, language, place):
        return _FIRST
    citing = citing_at(text, language, place)
    if citing is None or citing.cue[0] > place:
        return None
    return _BACK if stands_for_speaker(text, language, (citing.cue[1], place)) else None


def _is_of_another_interview(context: Context, ours: Name, sentence: Sentence) -> bool:
    """Return whether an answer's *I* is not the claim's subject: of a page whose *I* somebody else is."""
    if not context.passages.introducing(sentence):
        return False
    return not context.passages.is_interview_with(lambda held: context.is_one(ours, held))


def _may_be_called(assertion: Assertion, speaker: Speaker) -> bool:
    """Return whether a speaker goes by a word of the claim: *the union*, where the claim tells of its union."""
    return any(related(own, t) for own in (*assertion.terms, *assertion.context) for t in speaker.terms if is_group(t))


def _are_other_people(assertion: Assertion, speaker: Speaker) -> bool:
    """Return whether the claim begins with people of one kind, and the speaker is surely none of them."""
    ours = _first_people(assertion)
    theirs = [t for t in speaker.terms if is_known_word(t)]
    if ours is None or not theirs:
        return False
    return not any(
        related(ours, t) or covers(ours, t) or covers(t, ours) or not kin(ours).isdisjoint(t.keys) for t in theirs
    )


def _first_people(assertion: Assertion) -> Term | None:
    value = assertion.quantity.span[0] if assertion.quantity is not None else assertion.span[1]
    before = content([t for t in assertion.terms if t.span[0] < value])
    first = before[0] if before else None
    return first if first is not None and is_known_word(first) and is_doer(first) else None
