"""Half of all stand above the median: *half of the employees earn more than 2,260* is a median of 2,260.

So it is read where the page gives a median of the kind, and as it stands otherwise.
"""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from claimcheck.enums import Code, Outcome
from claimcheck.matchers.compare import kind_of
from claimcheck.matchers.context import Context
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import Relation, weaker
from claimcheck.matchers.values import Bound, Dimension, Quantity
from claimcheck.matchers.words import Term
from claimcheck.matchers.words.terms import TermKind

SAME_STAT, OTHER_STAT = 0.1, -0.3
"""What it is worth that a mean, or a median, stands where the claim has one, and what it costs that the other does."""
_MEDIAN = "median"
_BY_HALF = frozenset({_MEDIAN})
_SHARES = frozenset({Dimension.PERCENT, Dimension.RATIO, Dimension.POINTS, Dimension.MULTIPLE})
_BOUNDS = frozenset({Bound.MORE_THAN, Bound.LESS_THAN, Bound.AT_LEAST, Bound.AT_MOST})
_REACH = 70
"""Characters from the half to its number: *half of the employees of the sector earn more than*."""
_TURN = re.compile(r"[.;:,]")


def as_median(context: Context, assertion: Assertion) -> Assertion | None:
    """Return an assertion as one of the median that a claim tells by its half; none for the half, which says no more.

    Any other is returned as it is, and so are these where the page tells of no median.
    """
    quantity, text = assertion.quantity, context.reading.text
    for half, value in pairwise(context.reading.quantities):
        if quantity is None or quantity.span not in (half.span, value.span):
            continue
        if not _is_half(half) or value.bound not in _BOUNDS or value.dimension in _SHARES or value.change:
            continue
        gap = text[half.span[1] : value.span[0]]
        if len(gap) > _REACH or _TURN.search(gap) or not _tells_median(context, value):
            continue
        if quantity.span == half.span:
            return None
        told = Term(_BY_HALF, half.text, half.span, TermKind.CONTENT)
        median = replace(quantity, bound=Bound.EXACT, stat=_MEDIAN)
        return replace(assertion, quantity=median, terms=(*assertion.terms, told))
    return assertion


def _is_half(quantity: Quantity) -> bool:
    return quantity.dimension is Dimension.RATIO and quantity.low == quantity.high == Decimal("0.5")


def _tells_median(context: Context, value: Quantity) -> bool:
    """Return whether the page gives a median of the kind of a value, or has a column of medians."""
    kind = kind_of(value)
    if any(held.stat == _MEDIAN and kind_of(held) == kind for held, _ in context.passages.quantities):
        return True
    rows = (sentence.header_terms for sentence in context.passages.sentences)
    return any(_MEDIAN in term.keys for headers in rows for _, held in headers for term in held)


def as_called(assertion: Assertion, held: Quantity, sentence: Sentence, relation: Relation | None) -> Relation | None:
    """Return the relation of a value to a median that the claim tells by its half: weaker where nothing calls it so."""
    by_half = any(term.keys == _BY_HALF for term in assertion.terms)
    if not by_half or relation is None or relation.outcome is Outcome.CONFLICTS or held.stat == _MEDIAN:
        return relation
    over = (cell_terms for cell, cell_terms in sentence.header_terms if cell[0] <= held.span[0] < cell[1])
    if any(_MEDIAN in term.keys for terms in (sentence.terms, *over) for term in terms):
        return relation
    return weaker(Code.WEAKER_VALUE, "the source does not call it the median")


def stat_fit(ours: Quantity, theirs: Quantity) -> float:
    """Return what it says of a value that both sides tell which number of many it is: the mean, the median."""
    if not (ours.stat and theirs.stat):
        return 0.0
    return SAME_STAT if ours.stat == theirs.stat else OTHER_STAT
