"""Assertions whose value the page gives by one step of arithmetic; the operands are the evidence.

A derived value decides only where the claim asks for it: for what was before, for how much it changed, for the whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from claimcheck.enums import Code, Outcome, Role
from claimcheck.matchers.align import Aligner
from claimcheck.matchers.arithmetic import Derived, Step, derive, derive_from_tables, is_age_at_death
from claimcheck.matchers.asking import Asked, asked, asks_for_sum, is_margin, wanted_change
from claimcheck.matchers.belonging import is_of_another
from claimcheck.matchers.compare import compare_quantities, kind_of
from claimcheck.matchers.context import Candidate, Context, Stated, best
from claimcheck.matchers.counted import OTHER_NOUN, counted, noun_fit
from claimcheck.matchers.passages import Passages
from claimcheck.matchers.ranking import SAME_PREDICATE, rank_candidate, speaks_of_it
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import Relation, agrees, conflicts
from claimcheck.matchers.sought import is_known_word
from claimcheck.matchers.values import Bound, Dimension, Quantity
from claimcheck.matchers.words import Term, covers, is_group, kin, related

SAME_SUBJECT = 0.42
"""The fit from which the operands are taken to speak of the assertion's subject: that a sum comes out is no chance."""
TOLD = 0.36
"""The same where words of the page say what the operands are to each other, and the claim asks for just that."""
OPPOSITES = 0.15
"""What the opposites of the assertion's words may add to the fit of a sentence."""
FEWEST_DIGITS = 2
"""Significant digits of a claim's number below which a sum may well come out by chance."""
_DECISIVE = frozenset({Step.REFERENCE, Step.CHANGE, Step.MULTIPLE, Step.SHARE})
"""Steps that can contradict, where words tell the roles of the operands and the claim surely asks for the result."""

Found = tuple[Candidate, Derived]


def find_derived(context: Context, assertion: Assertion, quantity: Quantity) -> tuple[Found | None, Found | None]:
    """Return the best-fitting step of arithmetic that gives the assertion's value, and the one that denies it."""
    aligner = context.aligner(assertion)
    found = list(_candidates(context, assertion, quantity, aligner))
    agreeing = [f for f in found if f[0].relation.outcome is not Outcome.CONFLICTS or _is_swap(f)]
    denying = [f for f in found if f[0].relation.outcome is Outcome.CONFLICTS and not _is_swap(f)]
    return _best(agreeing), _best([f for f in denying if speaks_of_it(f[0]) or _is_same_life(*f)])


def _is_same_life(candidate: Candidate, derived: Derived) -> bool:
    """Return whether days in brackets behind a name say when somebody died: no word need say so."""
    return is_age_at_death(derived) and candidate.rank >= SAME_PREDICATE


def rest_that_comes_out(context: Context, assertion: Assertion, quantity: Quantity) -> Derived | None:
    """Return the rest of a whole, or of a share, that is the claim's number, of whomever it may be.

    *One per cent of the doses were thrown away* is nothing against *99 % of the doses were used*.
    """
    for derived, theirs in _near(context.passages, context.aligner(assertion)):
        if derived.kind is Step.REST and derived.told and theirs == kind_of(quantity):
            relation = _compare(quantity, derived)
            if relation is not None and relation.outcome is Outcome.AGREES:
                return derived
    return None


def _best(found: list[Found]) -> Found | None:
    chosen = best(c for c, d in found if c.rank >= (TOLD if d.told else SAME_SUBJECT))
    return next((pair for pair in found if pair[0] is chosen), None)


def _is_swap(found: Found) -> bool:
    return found[0].relation.code is Code.UNIT_CONFLICT and found[1].kind is Step.DIFFERENCE


def _candidates(context: Context, assertion: Assertion, quantity: Quantity, aligner: Aligner) -> Iterator[Found]:
    way = wanted_change(context, assertion, quantity)
    ours = counted(assertion.terms, quantity)
    kind = kind_of(quantity)
    for derived, theirs in _near(context.passages, aligner):
        if theirs != kind and derived.kind is not Step.DIFFERENCE:
            # Most of what follows from a page is of another kind; nothing is worked out for it.
            continue
        is_change = derived.kind in {Step.CHANGE, Step.DIFFERENCE}
        meant = replace(quantity, change=way or quantity.change) if is_change else quantity
        margin = is_margin(context, quantity, derived)
        meant = replace(meant, change="") if margin else meant
        relation = None if _is_printed(context, derived) else _compare(meant, derived)
        if relation is None or not _may_decide(context, meant, relation, derived, margin=margin):
            continue
        ask = asked(context, assertion, quantity, derived)
        if ask is Asked.NOT or (ask is not Asked.SURELY and _denies(relation)):
            continue
        if not context.may_support(derived.sentence) or not _counts_it(context, assertion, quantity, ours, derived):
            continue
        place = derived.place
        value = Stated(derived.sentence, place, relation)
        candidate = rank_candidate(context, assertion, aligner, value, was=True, worked_out=True)
        if is_of_another(context, assertion, derived, candidate):
            continue
        if derived.kind in {Step.SUM, Step.LISTING} and derived.sentence.role is Role.TABLE_ROW:
            # What all rows come to is of no single one: the name in the last is nobody else's.
            candidate = replace(candidate, rank=candidate.alignment.score)
        yield replace(candidate, span=place), derived


def _is_printed(context: Context, derived: Derived) -> bool:
    """Return whether its sentence has the result of a difference, or a rest, as a value of its own: 400 of 800 and 400.

    What that is a value of, the sentence itself says.
    """
    result = derived.quantity
    return derived.kind in {Step.DIFFERENCE, Step.REST} and any(
        (held.low, held.high) == (result.low, result.high) and held.dimension is result.dimension
        for held in (*derived.operands, *context.passages.quantities_in(derived.sentence))
    )


def _counts_it(context: Context, assertion: Assertion, quantity: Quantity, ours: list[Term], derived: Derived) -> bool:
    """Return whether no operand counts another thing than the claim; where they only stand together, each its thing."""
    if any(noun_fit(context, quantity, held, ours, derived.sentence) <= OTHER_NOUN for held in derived.operands):
        return False
    if quantity.dimension is Dimension.PERCENT and any(map(is_known_word, ours)) and not _is_of_it(ours, derived):
        return False
    if derived.told or derived.kind not in {Step.SUM, Step.DIFFERENCE}:
        return True
    theirs = (term for held in derived.operands for term in counted(derived.sentence.terms, held))
    return all(
        any(
            related(term, own) or covers(own, term) or _are_people(own, term) or not kin(own).isdisjoint(term.keys)
            for own in assertion.terms
        )
        or (context.crosses and not is_known_word(term))
        for term in theirs
    )


def _is_of_it(ours: Sequence[Term], derived: Derived) -> bool:
    """Return whether the sentence has what the claim's percentage is of: *of its volume* is not *of its surface*."""
    return any(related(own, t) or not kin(own).isdisjoint(t.keys) for own in ours for t in derived.sentence.terms)


def _are_people(own: Term, term: Term) -> bool:
    """Return whether one counts people of any kind, and the other those of one: *212 passengers and 31 crew*."""
    return (is_group(term) and "person" in own.keys) or (is_group(own) and "person" in term.keys)


def _compare(quantity: Quantity, derived: Derived) -> Relation | None:
    apart = derived.kind is Step.DIFFERENCE and derived.quantity.dimension is Dimension.PERCENT
    if apart and quantity.dimension is Dimension.POINTS:
        derived = replace(derived, quantity=replace(derived.quantity, dimension=Dimension.POINTS))
    if is_age_at_death(derived):
        relation = _compare_lives(quantity, derived)
    elif derived.kind is Step.MULTIPLE:
        relation = _compare_multiples(quantity, derived)
    else:
        relation = compare_quantities(_without_rate(quantity, derived), derived.quantity)
    if relation is None:
        return None
    if relation.outcome is Outcome.AGREES or _is_rounded(quantity, derived):
        return agrees(derived.notation, exact=relation.exact)
    return relation


def _is_rounded(quantity: Quantity, derived: Derived) -> bool:
    """Return whether a share is what a claim's digits make of it: 1,240 after 1,610 are 22.98 % less, told as 23 %.

    What comes of a division has digits without end; nobody writes them.
    """
    alone = quantity.is_range or quantity.bound is not Bound.EXACT
    if alone or derived.quantity.dimension is not Dimension.PERCENT or quantity.dimension is not Dimension.PERCENT:
        return False
    gap = abs(quantity.low - derived.quantity.low)
    return gap * 2 <= quantity.step and gap <= ROUNDED * quantity.low and quantity.change == derived.quantity.change


def _without_rate(quantity: Quantity, derived: Derived) -> Quantity:
    """Return the claim's amount without its rate where the page says it in a word: *monthly rent, $140 more*."""
    if not quantity.per or derived.quantity.per:
        return quantity
    said = any(quantity.per in term.keys for term in derived.sentence.terms)
    return replace(quantity, per="") if said else quantity


ROUNDED = Decimal("0.05")
"""How far, as a share of the claim's number, rounding may lead: 4.6 % is no 5 %."""
_FITTING = {
    Bound.MORE_THAN: (0.0, 1.0),
    Bound.AT_LEAST: (0.0, 1.0),
    Bound.JUST_OVER: (0.0, 0.15),
    Bound.NEARLY: (-0.15, 0.0),
    Bound.AT_MOST: (-0.5, 0.0),
    Bound.LESS_THAN: (-0.5, 0.0),
    Bound.ABOUT: (-0.1, 0.1),
}
"""By how much of itself a multiple may miss the one that two levels give, per bound."""
_ROUND = (-0.05, 0.05)
"""The same without a bound: *doubled* from 31 to 60."""
_OTHER = 0.2
"""From there on it is another multiple."""


def _compare_multiples(quantity: Quantity, derived: Derived) -> Relation | None:
    """Return how *has doubled* stands to two levels; near misses say nothing."""
    if quantity.dimension is not Dimension.MULTIPLE:
        return None
    off = float(derived.quantity.low / quantity.low) - 1
    low, high = _FITTING.get(quantity.bound, _ROUND)
    if low <= off <= high:
        return agrees(derived.notation, exact=off == 0)
    return conflicts(Code.VALUE_CONFLICT, "") if abs(off) > _OTHER else None


def _compare_lives(quantity: Quantity, derived: Derived) -> Relation | None:
    """Return how an age stands to the one of a life told by its days, or by its years, which leave a year open."""
    if quantity.is_range or quantity.bound is not Bound.EXACT:
        return compare_quantities(quantity, replace(derived.quantity, low=derived.quantity.high))
    if derived.quantity.low <= quantity.low <= derived.quantity.high:
        return agrees(derived.notation, exact=True)
    return conflicts(Code.VALUE_CONFLICT, "")


def _may_decide(
    context: Context, quantity: Quantity, relation: Relation, derived: Derived, *, margin: bool = False
) -> bool:
    """Return whether a step of arithmetic tells: it is told and comes out, or comes out exactly by itself."""
    if relation.outcome is Outcome.AGREES:
        if derived.told:
            return True
        enough = quantity.digits >= FEWEST_DIGITS or bool(quantity.change) or derived.kind is Step.MULTIPLE
        enough = (
            enough or quantity.dimension is Dimension.POINTS or (derived.kind is Step.SUM and asks_for_sum(context))
        )
        return enough and (relation.exact or derived.kind in {Step.SHARE, Step.MULTIPLE})
    if relation.code is Code.UNIT_CONFLICT and derived.kind is Step.DIFFERENCE:
        return True
    if not _denies(relation) or _is_change_of_share(derived):
        return False
    decisive = derived.kind in _DECISIVE or is_age_at_death(derived)
    return (derived.told and decisive) or margin


def _is_change_of_share(derived: Derived) -> bool:
    """Return whether a percentage tells by what part a share changed: from 20 to 15 % is a quarter less.

    Writers tell such a change in points; a claim of percents is of the amount itself, of which a share says nothing.
    """
    percent = derived.quantity.dimension is Dimension.PERCENT
    return percent and derived.kind is Step.CHANGE and derived.operands[0].dimension is Dimension.PERCENT


def _denies(relation: Relation) -> bool:
    return relation.code is Code.VALUE_CONFLICT


def _near(passages: Passages, aligner: Aligner) -> Iterator[tuple[Derived, str]]:
    """Give what follows from the sentences that may be of the assertion's subject, with what each measures."""
    page = _page(passages)
    for index in page.valued:
        sentence = passages.sentences[index]
        near = aligner.is_near(sentence) and aligner.at(sentence).score + OPPOSITES >= TOLD
        if near or aligner.may_oppose(sentence):
            if index not in page.derived:
                page.derived[index] = [(d, kind_of(d.quantity)) for d in derive(passages, sentence)]
            yield from page.derived[index]
    yield from page.tables


class _Page(NamedTuple):
    """What follows from the values of a page, worked out once for all the claims on it, as far as any asks."""

    valued: Sequence[int]
    derived: dict[int, list[tuple[Derived, str]]]
    tables: Sequence[tuple[Derived, str]]


@lru_cache(maxsize=4)
def _page(passages: Passages) -> _Page:
    valued = {s.index for _, s in passages.quantities} | {s.index for _, s in passages.dates}
    return _Page(sorted(valued), {}, [(d, kind_of(d.quantity)) for d in derive_from_tables(passages)])
