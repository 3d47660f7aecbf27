"""The day of a sentence that says none: *The bridge fell on 3 May 1988.  Nine people died.*, of that day."""

from claimcheck.enums import Outcome
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.periods import compare_dates
from claimcheck.matchers.reading import Assertion


def is_of_day_before(context: Context, assertion: Assertion, candidate: Candidate) -> bool:
    """Return whether the sentence says no day, and the last in its paragraph that says one says the claim's."""
    if not assertion.dates or context.passages.dates_in(candidate.sentence):
        return False
    for sentence in context.passages.before(candidate.sentence):
        if held := context.passages.dates_in(sentence):
            relations = [compare_dates(ours, theirs) for ours in assertion.dates for theirs in held]
            return any(r is not None and r.outcome is Outcome.AGREES for r in relations)
    return False
