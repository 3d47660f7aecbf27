"""Figures that the claim gives to the wrong one of two: *83 percent in Marand and 91 percent in Ilsa*.

Where the page gives the claim's number to somebody else, and right beside it another number of the kind to whom the
claim names, the two were exchanged; few other words of the claim are then needed to tell it.
"""

from collections.abc import Iterable

from claimcheck.enums import Outcome
from claimcheck.matchers.align import LOCAL
from claimcheck.matchers.context import Candidate, best


def own_value(held: Iterable[Candidate], fit: float) -> Candidate | None:
    """Return the value that the page gives to whom the claim names, where it gives the claim's to another; or none.

    Both stand in one block, and the own one fits the claim by ``fit`` at least.
    """
    candidates = list(held)
    blocks = {c.sentence.block for c in candidates if c.relation.outcome is Outcome.AGREES and c.of_another}
    return best(
        c
        for c in candidates
        if c.relation.outcome is Outcome.CONFLICTS
        and c.sentence.block in blocks
        and c.rank >= fit
        and not (c.of_another or c.superseded or c.of_another_day)
        and any(s.own and s.name and s.nearness >= LOCAL for s in c.alignment.shared)
    )
