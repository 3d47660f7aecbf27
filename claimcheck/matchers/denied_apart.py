"""What the claim says is denied in another sentence than the one that has its day or value.

*The river rose on 3 May.  No dam broke*: the day is of the river, and that a dam broke is denied.
"""

from collections.abc import Iterable, Sequence

from claimcheck.enums import Code
from claimcheck.matchers.align import WORDS
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.denials import holds
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.relation import Relation, conflicts
from claimcheck.matchers.words import Term, kin, related, weight

_TELLING = 0.7
"""The weight of a word that tells what happened."""
_NEEDED = 2
"""Words that are denied together: *dam* and *broke*."""


def denied_apart(context: Context, candidate: Candidate) -> Relation | None:
    """Return a conflict where what the deciding sentence lacks stands beside it, all under a denial; or none."""
    if context.reading.cues.negations:
        return None
    apart = [s.term for s in candidate.alignment.shared if s.own and not s.name and s.nearness < WORDS.sentence]
    apart = [term for term in apart if weight(term) >= _TELLING]
    if len(apart) < _NEEDED:
        return None
    denied = False
    for sentence in _beside(context, candidate.sentence):
        held = [[t for t in sentence.terms if _is_said(term, t)] for term in apart]
        if sum(map(bool, held)) < _NEEDED:
            continue
        if not all(held) or not _are_denied(context, sentence, [t for found in held for t in found]):
            return None
        denied = True
    return conflicts(Code.NEGATION, "the source denies it") if denied else None


def _beside(context: Context, sentence: Sentence) -> Iterable[Sentence]:
    yield from context.passages.before(sentence)
    following = context.passages.after(sentence)
    for _ in range(_AHEAD):
        if following is None:
            return
        yield following
        following = context.passages.after(following)


_AHEAD = 4
"""Sentences behind the deciding one that are looked at."""


def _is_said(ours: Term, theirs: Term) -> bool:
    return related(ours, theirs) or not kin(ours).isdisjoint(theirs.keys)


def _are_denied(context: Context, sentence: Sentence, held: Sequence[Term]) -> bool:
    cues = context.passages.cues(sentence).negations
    return bool(cues) and all(any(holds(cue, term.span) for cue in cues) for term in held)
