"""Assertions of a number that no value of the page agrees with: what one step of arithmetic gives instead."""

from claimcheck.matchers.across import compare_across
from claimcheck.matchers.align import WORDS
from claimcheck.matchers.by_derivation import Found, find_derived, rest_that_comes_out
from claimcheck.matchers.compare import closeness_to_bound
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.qualifying import qualifiers
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.values import Quantity
from claimcheck.model import Comparison

NEAR_BOUND = 0.8
"""How near a claim's bound the result of arithmetic must lie: that some difference is "less than 780" is chance."""
DERIVED = 0.15
"""How much better a number that says otherwise must fit than one step of arithmetic that agrees."""
TOLD = 0.35
"""The same where words of the page say what the operands are to each other, and the result is the very number."""


def work_out(
    context: Context, assertion: Assertion, quantity: Quantity, chosen: Candidate | None, *, printed: bool
) -> list[Comparison]:
    """Return what follows from the page of a number that ``chosen`` says otherwise, if anything; else nothing.

    ``printed`` says that the number stands somewhere on the page: then it is more likely taken from the wrong place
    than the rest of a whole.
    """
    derived = _derived(context, assertion, quantity, chosen) or compare_across(context, assertion, quantity)
    if derived or chosen is None or printed or not _tells_of_others(chosen):
        return derived
    rest = rest_that_comes_out(context, assertion, quantity)
    if rest is None or rest.sentence.index != chosen.sentence.index:
        return []
    return [context.to_review(assertion, "quantity", quantity.text, rest.sentence, rest.place)]


def _tells_of_others(chosen: Candidate) -> bool:
    """Return whether a word of the claim that is no name is not said near the value."""
    words = (s for s in chosen.alignment.shared if s.own and not s.name and s.known and s.weight)
    return any(s.nearness <= WORDS.block for s in words)


def _derived(context: Context, assertion: Assertion, quantity: Quantity, chosen: Candidate | None) -> list[Comparison]:
    """Return what one step of arithmetic says, where no value of the page agrees; nothing where it says nothing."""
    agreeing, denying = find_derived(context, assertion, quantity)
    near = closeness_to_bound(quantity, agreeing[1].quantity) if agreeing is not None else None
    if near is not None and near < NEAR_BOUND:
        return []
    if agreeing is not None and (chosen is None or _outweighs(agreeing, chosen)):
        return qualifiers(context, assertion, agreeing[0], "quantity", quantity.text, agreeing[1])
    if denying is not None and (chosen is None or any(q.span == chosen.span for q in denying[1].operands)):
        return qualifiers(context, assertion, denying[0], "quantity", quantity.text, denying[1])
    return []


def _outweighs(found: Found, rival: Candidate) -> bool:
    """Return whether arithmetic explains a number that says otherwise: of its sentence, or fitting no better."""
    derived, step = found
    margin = TOLD if step.told and derived.relation.exact else DERIVED
    return derived.sentence.index == rival.sentence.index or derived.rank + margin >= rival.rank
