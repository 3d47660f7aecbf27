"""Values that only say who somebody is: that *a courier aged 22 was hit* does not say that he died, though both do.

An age beside a deed identifies whose it was; a deed that the page tells of, but not in the sentence, may be another's,
or denied.  A word that the page has nowhere near may well be said in another way there.
"""

from claimcheck.matchers.align import LOCAL, WORDS, Shared
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.modality import is_age
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.words import predicates

_BESIDE = 6
"""Characters between a participle and an age that it only leads to: *âgé de 22 ans*."""


def undone(context: Context, assertion: Assertion, candidate: Candidate) -> list[Shared]:
    """Return the words that tell what was done, where an age decides and only sentences near its own say them."""
    if assertion.quantity is None or not is_age(context, candidate):
        return []
    done = predicates(context.reading.text, context.reading.language, assertion.span)
    begin, end = done[0] if done else (0, 0)
    if not done or 0 <= assertion.quantity.span[0] - end <= _BESIDE:
        return []
    own = [s for s in candidate.alignment.shared if s.own and s.known and not s.name]
    return [s for s in own if begin <= s.term.span[0] < end and WORDS.elsewhere < s.nearness < LOCAL]
