"""What a claim says was done, and whether a sentence tells of that at all: of the same act, in the same part of it."""

from collections.abc import Sequence

from claimcheck.matchers.checks import own_negations
from claimcheck.matchers.context import Context
from claimcheck.matchers.denials import holds
from claimcheck.matchers.denying import one_sided
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.words import Term, antonyms, governs_act, kin, predicates
from claimcheck.model import Span


def is_done_elsewhere(context: Context, assertion: Assertion, sentence: Sentence, place: Span) -> bool:
    """Return whether the sentence says what the claim says was done only beyond a semicolon: of something else.

    *The director leaves in May; her successor is not known* does not say that the director was succeeded.
    """
    text = context.passages.document.text
    begin = text.rfind(";", sentence.span[0], place[0])
    end = text.find(";", place[1], sentence.span[1])
    if begin < 0 and end < 0:
        return False
    part = (max(begin, sentence.span[0]), end if end >= 0 else sentence.span[1])
    done = predicates(context.reading.text, context.reading.language, assertion.span)
    for wanted in (t for t in assertion.terms if any(a <= t.span[0] < b for a, b in done)):
        keys = wanted.keys | kin(wanted)
        held = [part[0] <= t.span[0] < part[1] for t in sentence.terms if not keys.isdisjoint(t.keys)]
        if held and not any(held):
            return True
    return False


def leaves_open(context: Context, assertion: Assertion, sentence: Sentence) -> bool:
    """Return whether a sentence says nothing of what the claim says was done, or was not.

    *She was not pushed out* is neither said nor denied by *she left*.
    """
    acts = _acts(context, assertion)
    near = not own_negations(context, assertion) or _only_refuses(context, assertion, acts)
    return bool(acts) and not any(_means(act, term, near=near) for act in acts for term in sentence.terms)


def denies_elsewhere(context: Context, assertion: Assertion, sentence: Sentence, place: Span) -> bool:
    """Return whether the sentence denies something where the assertion's words stand: what, words alone cannot tell."""
    ours, theirs = one_sided(context, assertion, sentence)
    if ours:
        return False
    acts = _acts(context, assertion)
    told = [t.span for t in sentence.terms if any(not act.keys.isdisjoint(t.keys) for act in acts)]
    # Another clause is denied than the one that tells the act: "denied that …, and said that she had lost it".
    apart = [c for c in theirs if told and c.scope[0] < c.span[0] and not any(holds(c, where) for where in told)]
    denied = [cue.scope for cue in theirs if cue not in apart]
    return any(begin < place[1] and place[0] < end for begin, end in denied)


def _acts(context: Context, assertion: Assertion) -> list[Term]:
    """Return the words of an assertion that say what was done, as far as its auxiliaries tell."""
    done = predicates(context.reading.text, context.reading.language, assertion.span)
    acts = (t for t in assertion.terms if any(begin <= t.span[0] < end for begin, end in done))
    return [t for t in acts if not governs_act(t)]


def _means(ours: Term, theirs: Term, *, near: bool) -> bool:
    """Return whether two words tell one act or opposite ones; ``near`` allows for what is said for it."""
    if not near:
        return not ours.keys.isdisjoint(theirs.keys) or antonyms(ours, theirs)
    return not (ours.keys | kin(ours)).isdisjoint(theirs.keys) or antonyms(ours, theirs)


def _only_refuses(context: Context, assertion: Assertion, acts: Sequence[Term]) -> bool:
    """Return whether all that a claim denies is what its act says by itself: *rejected the offer*."""
    cues = [c for c in context.reading.cues.negations if assertion.span[0] <= c.span[0] < assertion.span[1]]
    return bool(cues) and all(any(c.span[0] <= a.span[0] < c.span[1] for a in acts) for c in cues)
