"""Which words deny on one side and not on the other: those that both sides say deny nothing of each other."""

from collections.abc import Iterable, Sequence

from claimcheck.matchers.context import Context
from claimcheck.matchers.passages import Sentence, content
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.undone import undone_by, undone_in
from claimcheck.matchers.words import Cue, Stance, Term, related, stances, terms
from claimcheck.model import Span

NEXT_TO = 14
"""Characters between a denial and the charge that it denies: *denies all of those*."""


def one_sided(context: Context, assertion: Assertion, sentence: Sentence) -> tuple[list[Cue], list[Cue]]:
    """Return the denials of an assertion and those of a sentence, without those in a word that both sides say."""
    ours = [cue for cue in context.reading.cues.negations if within(cue.span, assertion.span)]
    theirs = list(context.passages.cues(sentence).negations)
    if assertion.quantity is None:
        ours = _with(ours, [c for c in undone_by(context, sentence) if within(c.span, assertion.span)])
        theirs = _with(theirs, undone_in(context, assertion, sentence))
    if not ours and not theirs:
        return ours, theirs
    said = content(terms(context.reading.text, context.reading.language)) if ours else []
    acts = denying(said, ours)
    their_acts = denying(sentence.terms, theirs)
    votes_no = _is_against(sentence.text, context.passages.language) and not _rejects(their_acts)
    we_say_no = _is_against(context.reading.text, context.reading.language) and not _rejects(acts)
    left = [
        c
        for c in ours
        if not (votes_no and _rejects(denying(said, [c])))
        and not _denies_accusation(c, said)
        and (not _is_said(denying(acts, [c]), sentence.terms) or _is_said(denying(acts, [c]), their_acts))
    ]
    right = [
        c
        for c in theirs
        if not (we_say_no and _rejects(denying(sentence.terms, [c])))
        and not _denies_accusation(c, sentence.terms)
        and (
            _looks_back(c)
            or not _is_said(denying(their_acts, [c]), assertion.terms)
            or _is_said(denying(their_acts, [c]), acts)
        )
    ]
    return left, right


def _looks_back(cue: Cue) -> bool:
    """Return whether a denial is of what was said before it: *thought of closing it, but dropped the idea*."""
    return cue.scope[0] < cue.span[0] and cue.scope[1] == cue.span[1]


def _is_against(text: str, language: str) -> bool:
    return any(taken.stance is Stance.AGAINST for taken in stances(text, language))


def _rejects(words: Sequence[Term]) -> bool:
    """Return whether a denial rejects something, which is what a vote against it does."""
    return any(not word.keys.isdisjoint(_REJECTING) for word in words)


_REJECTING = frozenset({"reject", "refuse"})


def _denies_accusation(cue: Cue, held: Sequence[Term]) -> bool:
    """Return whether only a charge is denied, which was made all the same: *he denies the charge*."""
    word = next((t for t in held if cue.span[0] <= t.span[0] < cue.span[1]), None)
    charge = next((t for t in held if t.span[0] >= cue.span[1]), None)
    if word is None or charge is None or charge.span[0] - cue.span[1] > NEXT_TO:
        return False
    return "deny" in word.keys and not _CHARGES.isdisjoint(charge.keys)


_CHARGES = frozenset({"charge", "accuse", "allege", "suspect"})
"""The concepts of what somebody is held to have done."""


def denying(held: Sequence[Term], cues: Sequence[Cue]) -> list[Term]:
    """Return the words that deny: the first of each cue, *prevented* in *prevented the firm from*."""
    inside = ([t for t in held if t.span[0] < cue.span[1] and cue.span[0] < t.span[1]] for cue in cues)
    return [found[0] for found in inside if found]


def _is_said(words: Sequence[Term], others: Sequence[Term]) -> bool:
    return any(related(word, other) for word in words for other in others)


def within(inner: Span, outer: Span) -> bool:
    """Return whether a place begins inside another."""
    return outer[0] <= inner[0] < outer[1]


def _with(held: list[Cue], more: Iterable[Cue]) -> list[Cue]:
    """Return some cues and those of more that do not stand in one of them: *renounced* stands in *renounced to*.

    Of one that begins where another does, the longer stands: *keine Mehrheit*, not *keine*.
    """
    for cue in more:
        if any(other.span[0] < cue.span[0] < other.span[1] or other.span == cue.span for other in held):
            continue
        if any(other.span[0] == cue.span[0] and other.span[1] > cue.span[1] for other in held):
            continue
        held = [*(other for other in held if other.span[0] != cue.span[0]), cue]
    return held
