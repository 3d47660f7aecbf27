"""What a claim joins to a value by *and*: a part of several words of which the page says none near the value."""

import re
from itertools import pairwise

from claimcheck.matchers.align import WORDS, Shared
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.segments import ENOUGH_WORDS

TELLING, HEAVY = 0.5, 0.9
"""The weights from which a word tells what is said, and from which it is a part of the claim by itself."""


def unsaid_part(context: Context, assertion: Assertion, candidate: Candidate) -> list[Shared]:
    """Return the words of a part joined by *and* of which none is said near the value: *… and wants to pull it down*.

    One word that is not found may have a synonym there; a part of several words of which none is found has not.
    """
    text, (begin, end) = context.reading.text, assertion.span
    cuts = [begin, *(m.start() for m in _AND.finditer(text, begin, end)), end]
    values = [d.span for d in assertion.dates] + ([assertion.quantity.span] if assertion.quantity else [])
    values += [q.span for q in context.reading.quantities] + [name.span for name in assertion.names]
    for part in pairwise(cuts):
        if len(cuts) <= _ONE_PART or any(part[0] <= value[0] < part[1] for value in values):
            continue
        own = [s for s in candidate.alignment.shared if s.own and part[0] <= s.term.span[0] < part[1]]
        words = [s for s in own if s.weight + s.excused >= TELLING]
        unsaid = [s for s in words if s.nearness <= WORDS.block]
        heavy = any(s.known and s.weight + s.excused >= HEAVY for s in words)
        if len(words) >= ENOUGH_WORDS and unsaid == words and heavy:
            return [s for s in words if s.known]
    return []


_AND = re.compile(r"\b(?:et|and|y|und|e|ed)\b", re.IGNORECASE)
_ONE_PART = 2
