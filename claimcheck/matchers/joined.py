"""What a claim joins to a value by *and*: a part of several words of which the page says none near the value."""

import re
from itertools import pairwise

from claimcheck.matchers.align import WORDS, Shared
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.segments import ENOUGH_WORDS
from claimcheck.matchers.words import predicates

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


def unsaid_deed(context: Context, assertion: Assertion, candidate: Candidate) -> list[Shared]:
    """Return the words of a deed told behind a participle with the value: *Ordered to pay 455,000, it has appealed*.

    Only what an auxiliary leads to counts, and only where the page says nothing of it near the value.
    """
    quantity, text = assertion.quantity, context.reading.text
    if quantity is None or _PARTICIPLE.match(text, assertion.span[0]) is None:
        return []
    cuts = [assertion.span[0], *(m.end() for m in _COMMA.finditer(text, *assertion.span)), assertion.span[1]]
    own = [s for s in candidate.alignment.shared if s.own and s.known and not s.name]
    found: list[Shared] = []
    for begin, end in predicates(text, context.reading.language, assertion.span):
        part = next(cut for cut in pairwise(cuts) if cut[0] <= begin < cut[1])
        led = any(part[0] <= t.span[0] < begin for t in assertion.terms)
        if part[0] <= quantity.span[0] < part[1] or not led:
            continue
        told = [s for s in own if begin <= s.term.span[0] < end and s.weight + s.excused >= HEAVY]
        if told and all(s.nearness <= WORDS.block for s in told):
            found += told
    return found


_COMMA = re.compile(r",\s")
_PARTICIPLE = re.compile(
    r"[^\W\d_]{2,}(?:ées?|és?|[^\W\d_]ed|[^\W\d_][iu](?:e|s|es)?|ites?|its?|[aiu]d[oa]s?|[aiu]t[oaie])\s"
)
"""A word that a clause without a verb of its own begins with: *Condamné*, *Ordered*, *Condenada*, *Condannato*."""
