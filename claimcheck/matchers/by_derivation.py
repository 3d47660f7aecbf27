"""Assertions whose value the page gives by one step of arithmetic; the operands are the evidence."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from claimcheck.enums import Code, Outcome, Role
from claimcheck.matchers.align import Aligner
from claimcheck.matchers.compare import compare_quantities
from claimcheck.matchers.context import Candidate, Context, Stated, best
from claimcheck.matchers.derivations import Derived, Step, derive, derive_from_columns
from claimcheck.matchers.passages import Passages, Sentence
from claimcheck.matchers.periods import compare_dates
from claimcheck.matchers.ranking import rank_candidate
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import Relation, agrees
from claimcheck.matchers.values import Quantity

SAME_SUBJECT = 0.42
"""The fit from which the operands are taken to speak of the assertion's subject: that a sum comes out is no chance."""
FEWEST_DIGITS = 2
"""Significant digits of a claim's number below which a sum may well come out by chance."""


def find_derived(context: Context, assertion: Assertion, quantity: Quantity) -> tuple[Candidate, Derived] | None:
    """Return the best-fitting step of arithmetic that gives the assertion's value, or none."""
    if quantity.digits < FEWEST_DIGITS and not quantity.change:
        return None
    aligner = context.aligner(assertion)
    found = [(c, d) for c, d in _candidates(context, assertion, quantity, aligner) if c.rank >= SAME_SUBJECT]
    chosen = best(c for c, _ in found)
    return next((pair for pair in found if pair[0] is chosen), None)


def _candidates(
    context: Context, assertion: Assertion, quantity: Quantity, aligner: Aligner
) -> Iterator[tuple[Candidate, Derived]]:
    for sentence, derived in _derived(context.passages):
        if not context.may_support(sentence) or not _is_asked(context, assertion, quantity, sentence, derived):
            continue
        relation = compare_quantities(quantity, derived.quantity)
        if relation is None or not _decides(relation, derived):
            continue
        place = derived.operands[0].span
        relation = agrees(derived.how, exact=True) if relation.outcome is Outcome.AGREES else relation
        candidate = rank_candidate(context, assertion, aligner, Stated(sentence, place, relation))
        yield replace(candidate, span=place), derived


def _decides(relation: Relation, derived: Derived) -> bool:
    """Return whether a step of arithmetic tells: it comes out exactly, or gives points where the claim has percent."""
    if relation.outcome is Outcome.AGREES:
        return relation.exact or derived.kind is Step.SHARE
    return relation.code is Code.UNIT_CONFLICT and derived.kind is Step.DIFFERENCE


@lru_cache(maxsize=4)
def _derived(passages: Passages) -> tuple[tuple[Sentence, Derived], ...]:
    """Return what follows from the values of a page; worked out once for all the claims on it."""
    return tuple(_each_derived(passages))


def _each_derived(passages: Passages) -> Iterator[tuple[Sentence, Derived]]:
    sentences = passages.sentences
    for index in sorted({s.index for _, s in passages.quantities}):
        if sentences[index].role is not Role.TABLE_ROW:
            for derived in derive(passages, sentences[index]):
                yield sentences[index], derived
    rows = [s for s in sentences if s.role is Role.TABLE_ROW]
    for _, group in groupby(enumerate(rows), key=lambda pair: pair[1].index - pair[0]):
        held = [row for _, row in group]
        values = [passages.quantities_in(row) for row in held]
        for derived in derive_from_columns([row for row in values if row]):
            yield held[-1], derived


def _is_asked(context: Context, assertion: Assertion, quantity: Quantity, sentence: Sentence, derived: Derived) -> bool:
    """Return whether the claim means the time or the kind of number that the step leads to."""
    if derived.kind is Step.DIFFERENCE:
        return bool(quantity.change)
    if derived.kind is not Step.BEFORE:
        return not quantity.change
    if quantity.change:
        return False
    if context.tells_of_the_past(assertion):
        return True
    level = derived.operands[0]
    clause = sentence.clause_at(level.span[0])
    now = [d for d in context.passages.dates_in(sentence) if clause[0] <= d.span[0] < clause[1]]
    outcomes = [r.outcome for ours in assertion.dates for d in now if (r := compare_dates(ours, d))]
    issued = context.passages.issued
    same_year = issued is not None and any(d.start.year == issued.year == d.end.year for d in assertion.dates)
    return bool(assertion.dates) and all(o is Outcome.CONFLICTS for o in outcomes) and (bool(now) or not same_year)
