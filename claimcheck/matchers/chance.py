"""Values that lie on the right side of a claim's bound by chance: most numbers are "more than 21"."""

from collections.abc import Iterable

from claimcheck.enums import Outcome
from claimcheck.matchers.context import Candidate

CLEARLY = 0.1
"""How much better a value of the same sentence must fit for one that only meets a bound to be of something else."""


def is_chance(held: Iterable[Candidate], agreeing: Candidate) -> bool:
    """Return whether a value only lies on the right side of a bound, where one of its sentence that does not fits best.

    *A rating of 20.4, after others with ratings of 22.0 and 21.8* does not tell of a rating above 21.
    """
    return not agreeing.relation.exact and any(
        c.relation.outcome is Outcome.CONFLICTS
        and c.sentence.index == agreeing.sentence.index
        and not (c.superseded or c.of_another_day or c.of_another or c.counts_another or c.not_fact)
        and c.rank > agreeing.rank + CLEARLY
        for c in held
    )
