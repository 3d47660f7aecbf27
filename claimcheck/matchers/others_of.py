"""Whether a claim is of the other part of a whole: of what is left, of those who did not, of what is elsewhere."""

from claimcheck.matchers.arithmetic import Derived, operators_in
from claimcheck.matchers.context import Context
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.values import Dimension
from claimcheck.matchers.words import antonyms, is_implied, kin, related, stances, weight
from claimcheck.matchers.words.operators import Operator, operations
from claimcheck.model import Span

_TELLING = 0.4
_UNSAID = 0.42
"""The share of a claim's words that may be left out of a sentence whose other part it is of."""


def is_of_the_rest(context: Context, assertion: Assertion, derived: Derived) -> bool:
    """Return whether a claim is of those left: the page tells of them, or one of the two sentences denies."""
    if derived.place != derived.operands[-1].span:
        return True
    words = [t for t in assertion.terms if weight(t) >= _TELLING]
    said = all(any(related(t, other) for other in derived.sentence.terms) for t in words)
    return not said or _claims(context, assertion, Operator.STILL) or _turns(context, assertion, derived)


def is_of_other_share(context: Context, assertion: Assertion, derived: Derived) -> bool:
    """Return whether a claim tells of those of whom the page says it not: one denies, or says the opposite.

    *A third passed*: two thirds failed, two thirds did not pass; that two thirds are girls does not follow.
    """
    named = [name.span for name in assertion.names]
    words = [t for t in assertion.terms if weight(t) >= _TELLING and not any(_within(t.span, n) for n in named)]
    words = [t for t in words if not is_implied(t, Dimension.PERCENT)]
    held = derived.sentence.terms
    unsaid = [t for t in words if not any(related(t, o) or not kin(t).isdisjoint(o.keys) for o in held)]
    opposed = [t for t in unsaid if any(antonyms(t, other) for other in held)]
    if sum(weight(t) for t in unsaid if t not in opposed) > _UNSAID * sum(map(weight, words)):
        return False
    return bool(words) and _turns(context, assertion, derived, opposed=bool(opposed))


def _turns(context: Context, assertion: Assertion, derived: Derived, *, opposed: bool = False) -> bool:
    """Return whether just one of the two denies, takes the one side, or tells of what is outside; twice is not at all.

    *22 voted in favour* tells how many were against; *19 of them in Denmark* how many are elsewhere.
    """
    ours = any(_within(cue.span, assertion.span) for cue in context.reading.cues.negations)
    theirs = bool(context.passages.cues(derived.sentence).negations)
    operators = operators_in(context.passages, derived.sentence, derived.sentence.span)
    elsewhere = any(o.kind is Operator.OUTSIDE for o in operators) != _claims(context, assertion, Operator.OUTSIDE)
    opposed = opposed or _takes_other_side(context, assertion, derived)
    return ((ours != theirs) + elsewhere + opposed) % 2 == 1


def _takes_other_side(context: Context, assertion: Assertion, derived: Derived) -> bool:
    """Return whether one is of those for a thing, and the other of those against it."""
    ours = {
        taken.stance
        for taken in stances(context.reading.text, context.reading.language)
        if _within(taken.span, assertion.span)
    }
    theirs = {taken.stance for taken in stances(derived.sentence.text, context.passages.language)}
    return len(ours) == len(theirs) == 1 and ours != theirs


def _claims(context: Context, assertion: Assertion, kind: Operator) -> bool:
    found = operations(context.reading.text, context.reading.language)
    return any(o.kind is kind and _within(o.span, assertion.span) for o in found)


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] < outer[1]
