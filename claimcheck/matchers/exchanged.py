"""Figures that the claim gives to the wrong one of two: *83 percent in Marand and 91 percent in Ilsa*.

Where the page gives the claim's number to somebody else, to another day, or as one that no longer holds, and tells
another number of the kind in the claim's own words, the two were exchanged; few other words are then needed.
"""

from collections.abc import Iterable

from claimcheck.enums import Outcome
from claimcheck.matchers.align import LOCAL
from claimcheck.matchers.context import Candidate, best
from claimcheck.matchers.counted import measures_another

FIT = 0.45
"""The fit from which a value is the one that the page gives to what the claim speaks of."""
SAID_HERE = 0.25
"""The share of the claim's words that its sentence must have, where it is not of the block of the claim's number."""


def own_value(held: Iterable[Candidate]) -> Candidate | None:
    """Return the value that the page gives to what the claim speaks of, where it gives the claim's away; or none."""
    candidates = list(held)
    blocks = {c.sentence.block for c in candidates if c.relation.outcome is Outcome.AGREES and is_given_away(c)}
    return best(
        c
        for c in candidates
        if blocks
        and c.relation.outcome is Outcome.CONFLICTS
        and c.rank >= FIT
        and _is_said(c, SAID_HERE if c.sentence.block not in blocks else 0.0)
        and not (is_given_away(c) or measures_another(c))
    )


def is_given_away(candidate: Candidate) -> bool:
    """Return whether something says that a value is another's, of another day or thing, or no longer holds."""
    return candidate.of_another or candidate.counts_another or candidate.superseded or candidate.of_another_day


def _is_said(candidate: Candidate, share: float) -> bool:
    """Return whether the sentence has more than a share of the assertion's words, or one of its names."""
    named = any(s.own and s.name and s.nearness >= LOCAL for s in candidate.alignment.shared)
    return candidate.alignment.local > share or (named and share == 0.0)
