"""Penalties that the page says were changed afterwards: *fined 48 million. On appeal the fine was reduced to 31*.

A claim that says no day speaks of what holds now; that the first amount was once imposed says less than that.
"""

from claimcheck.enums import Code
from claimcheck.matchers.compare import kind_of
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import Relation, weaker
from claimcheck.matchers.values import Quantity
from claimcheck.matchers.words import Term

PENALTIES = frozenset({"fine", "spot_fine", "sentence", "punish", "compensation", "damages", "convict"})
"""The concepts of what courts and authorities impose."""
_CHANGES = frozenset({"appeal", "cut", "halve", "reduce_halve", "bring_back", "rise", "raise_lift"})
"""The concepts of what is done with a penalty afterwards; what is set aside leaves no other amount."""
_AHEAD = 3
"""Sentences of the same block in which the change is told."""


def changed_since(context: Context, assertion: Assertion, candidate: Candidate) -> Relation | None:
    """Return a weaker relation where the page goes on to say that a penalty was changed, and to what."""
    ours = _imposed(assertion.terms)
    if not ours or assertion.quantity is None or assertion.dates or context.tells_of_the_past(assertion):
        return None
    held = next((q for q in context.passages.quantities_in(candidate.sentence) if q.span == candidate.span), None)
    after = context.passages.after(candidate.sentence)
    for _ in range(_AHEAD):
        if held is None or after is None:
            return None
        if (new := _changed_to(context, after, ours, held)) is not None:
            return weaker(Code.WEAKER_VALUE, f"the source says that it was changed: {new.text}")
        after = context.passages.after(after)
    return None


def _changed_to(context: Context, sentence: Sentence, ours: frozenset[str], held: Quantity) -> Quantity | None:
    """Return the amount to which a sentence says that such a penalty was changed, or none."""
    if ours.isdisjoint(_imposed(sentence.terms)) or all(_CHANGES.isdisjoint(t.keys) for t in sentence.terms):
        return None
    others = (q for q in context.passages.quantities_in(sentence) if kind_of(q) == kind_of(held))
    return next((q for q in others if (q.low, q.high) != (held.low, held.high)), None)


def _imposed(terms: tuple[Term, ...]) -> frozenset[str]:
    return frozenset().union(*(t.keys for t in terms)) & PENALTIES
