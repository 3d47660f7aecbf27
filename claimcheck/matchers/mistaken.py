"""What a page says was wrong: *An earlier version of this story said 48,300 patients* is against a claim of 48,300."""

from collections.abc import Sequence

from claimcheck.enums import Outcome, Role
from claimcheck.matchers.compare import kind_of
from claimcheck.matchers.context import Candidate, Context, best
from claimcheck.matchers.values import Quantity

FIT = 0.1
"""The fit from which the number that a correction takes back is the claim's: it has little room for words."""
_DIGITS = 2
"""Significant digits from which a number is not in a correction by chance."""


def told_as_wrong(context: Context, quantity: Quantity, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the claim's number where a correction tells it as the wrong one, and the page gives it nowhere else."""
    same = [c for c in candidates if c.relation.outcome is Outcome.AGREES and c.relation.exact]
    if quantity.digits < _DIGITS or any(not c.superseded for c in same):
        return None
    return best(c for c in same if not c.counts_another and c.rank >= FIT and _is_first_of_note(context, c))


def _is_first_of_note(context: Context, candidate: Candidate) -> bool:
    """Return whether a number is the first of its kind in a correction: the right one stands behind it."""
    if candidate.sentence.role is not Role.CORRECTION or candidate.alignment.local == 0.0:
        return False
    held = context.passages.quantities_in(candidate.sentence)
    mine = next((q for q in held if q.span == candidate.span), None)
    return mine is not None and not any(q.span < mine.span and kind_of(q) == kind_of(mine) for q in held)
