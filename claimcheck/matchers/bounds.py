"""A claim's number against a source's, once both are known to be comparable: intervals, bounds, rounding.

One function for each way in which a claim can state a number; each takes the source's statement apart in turn.
Tolerances: a whole number without a hedge is exact; a hedged claim ("about") bears 10 %, a decimal or a number with a
scale word what rounding to its own digits explains and never more than 5 % (2.5 % for a single digit, for "3 million"
is not "2.6").  These are our reading of how newspapers round; the
labelled cases decide about them, not taste.
"""

from decimal import Decimal
from typing import NamedTuple

from claimcheck.enums import Code, Outcome
from claimcheck.matchers.relation import AGREES, Relation, agrees, conflicts, weaker
from claimcheck.matchers.values import Bound

HEDGE = Decimal("0.10")
FAR_HEDGE = Decimal("0.25")
ROUNDING = Decimal("0.05")
ONE_DIGIT_ROUNDING = Decimal("0.025")
NEARLY_OVER = Decimal("0.02")
SAME_ORDER = Decimal(3)
"""A bound says little of a value beyond three times it or below a third: "more than 100" of 5,000 is another number."""

_FLOORS = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})
_HEDGES = frozenset({Bound.ABOUT, Bound.NEARLY, Bound.JUST_OVER})
_CEILINGS = frozenset({Bound.AT_MOST, Bound.LESS_THAN})


class Number(NamedTuple):
    """A number or a range as stated, in a unit common to both sides."""

    low: Decimal
    high: Decimal
    bound: Bound
    digits: int
    step: Decimal
    """The place value of the last digit written."""
    vague: bool = False
    rounded: bool = True
    """Whether it is visibly rounded, as a decimal or by a scale word: "1.3 million"; "4,250" claims every unit."""

    @property
    def is_range(self) -> bool:
        """Whether two different ends are stated."""
        return self.low != self.high


def compare_numbers(claim: Number, source: Number) -> Relation | None:
    """Return how the claim's number stands to the source's, or none where neither says anything of the other."""
    if claim.is_range:
        return _range(claim, source)
    match claim.bound:
        case Bound.MORE_THAN | Bound.AT_LEAST:
            return _floor(claim, source)
        case Bound.AT_MOST | Bound.LESS_THAN:
            return _ceiling(claim, source)
        case _:
            return _point(claim, source)


def _point(claim: Number, source: Number) -> Relation | None:
    x = claim.low
    hedged = claim.bound is not Bound.EXACT
    if source.is_range:
        return _point_in_range(claim, source)
    y = source.low
    if {claim.bound, source.bound} == {Bound.NEARLY, Bound.JUST_OVER} and x == y:
        return conflicts(Code.BOUND_CONFLICT, f"the source says {source.bound.value} that")
    if source.bound in _FLOORS:
        if x == y and claim.bound is Bound.NEARLY:
            return conflicts(Code.BOUND_CONFLICT, "the source says it is more")
        if x == y:
            return agrees("the source says more than that") if hedged else _lost_bound(source)
        return conflicts(Code.VALUE_CONFLICT, "the source says it is more") if x < y else None
    if source.bound in _CEILINGS:
        if x == y and claim.bound is Bound.JUST_OVER:
            return conflicts(Code.BOUND_CONFLICT, "the source says it is less")
        if x == y:
            return agrees("the source says less than that") if hedged else _lost_bound(source)
        return conflicts(Code.VALUE_CONFLICT, "the source says it is less") if x > y else None
    if x == y:
        return AGREES
    return _near(claim, y) or _hedged_source(x, source) or conflicts(Code.VALUE_CONFLICT, "")


def _hedged_source(x: Decimal, source: Number) -> Relation | None:
    """Return that the source gives only a round number near the claim's: "just under 3,000" and 2,950."""
    if source.bound not in _HEDGES:
        return None
    y = source.low
    below = y * (1 - HEDGE) if source.bound in {Bound.ABOUT, Bound.NEARLY} else y
    above = y * (1 + HEDGE) if source.bound in {Bound.ABOUT, Bound.JUST_OVER} else y
    return weaker(Code.WEAKER_VALUE, "the source gives only a round number") if below <= x <= above else None


def _lost_bound(source: Number) -> Relation:
    words = {
        Bound.MORE_THAN: "more than this",
        Bound.AT_LEAST: "at least this",
        Bound.AT_MOST: "up to this",
        Bound.LESS_THAN: "less than this",
    }
    return weaker(Code.WEAKER_BOUND, f"the source says {words[source.bound]}, the claim exactly this", exact=True)


def _near(claim: Number, y: Decimal) -> Relation | None:
    x = claim.low
    gap = abs(x - y)
    size = max(abs(x), abs(y))
    if claim.bound is Bound.ABOUT:
        if gap <= size * HEDGE:
            return agrees("rounded")
        return weaker(Code.WEAKER_VALUE, "a wide rounding") if gap <= size * FAR_HEDGE else None
    if claim.bound is Bound.NEARLY:
        if x * (1 - HEDGE) <= y <= x * (1 + NEARLY_OVER):
            return agrees("rounded up")
        return weaker(Code.WEAKER_VALUE, "a wide rounding") if x * (1 - FAR_HEDGE) <= y <= x * (1 + HEDGE) else None
    if claim.bound is Bound.JUST_OVER:
        if x <= y <= x * (1 + HEDGE):
            return agrees("rounded down")
        return weaker(Code.WEAKER_VALUE, "a wide rounding") if x <= y <= x * (1 + FAR_HEDGE) else None
    slack = ROUNDING if claim.digits > 1 else ONE_DIGIT_ROUNDING
    if gap * 2 <= claim.step and gap <= size * slack:
        if claim.rounded:
            return agrees("rounded to the claim's own digits")
        return weaker(Code.WEAKER_VALUE, "a round number for the source's exact one")
    return None


def _point_in_range(claim: Number, source: Number) -> Relation:
    x = claim.low
    if not source.low <= x <= source.high:
        near = _near(claim, source.low) or _near(claim, source.high)
        return near or conflicts(Code.VALUE_CONFLICT, "outside the source's range")
    if claim.bound is not Bound.EXACT and source.low >= x * (1 - HEDGE) and source.high <= x * (1 + HEDGE):
        return agrees("the source's range rounds to it")
    if source.vague:
        return weaker(Code.WEAKER_VALUE, "the source gives only an order of magnitude")
    place = "the top of" if x == source.high else "the bottom of" if x == source.low else "within"
    return weaker(Code.WEAKER_VALUE, f"the claim is {place} the range")


def _floor(claim: Number, source: Number) -> Relation | None:
    x = claim.low
    strict = claim.bound is Bound.MORE_THAN
    if source.is_range:
        if source.low >= x:
            return agrees("the source's range lies above") if source.low <= x * SAME_ORDER else _far()
        if source.high <= x:
            code = Code.BOUND_CONFLICT if source.high == x else Code.VALUE_CONFLICT
            return conflicts(code, "the source's range ends there")
        return weaker(Code.WEAKER_BOUND, "the source's range begins lower")
    y = source.low
    if source.bound in _FLOORS:
        if y == x:
            return AGREES
        if y < x:
            return conflicts(Code.VALUE_CONFLICT, "the source's bound is lower")
        return agrees("the source's bound is higher") if y <= x * SAME_ORDER else _far()
    if source.bound in _CEILINGS:
        if y < x or (y == x and source.bound is Bound.LESS_THAN):
            return conflicts(Code.BOUND_CONFLICT, "the source says it is less")
        if y == x and strict:
            return weaker(Code.WEAKER_BOUND, "same number, other bound: the source says up to it", exact=True)
        return conflicts(Code.BOUND_CONFLICT, "the source says at most") if y == x else None
    return _floor_of_point(claim, source)


def _floor_of_point(claim: Number, source: Number) -> Relation:
    x, y = claim.low, source.low
    if y == x:
        if claim.bound is not Bound.MORE_THAN or source.bound is Bound.JUST_OVER:
            return AGREES
        return weaker(Code.WEAKER_BOUND, "the source says exactly this, not more", exact=True)
    if y < x:
        return conflicts(Code.VALUE_CONFLICT, "")
    return agrees("the source's number is above") if y <= x * SAME_ORDER else _far()


def _far() -> Relation:
    return Relation(Outcome.WEAKER, Code.WEAKER_VALUE, "the source's number is far beyond", exact=False, far=True)


def _ceiling(claim: Number, source: Number) -> Relation | None:
    x = claim.low
    if source.is_range:
        if source.high <= x:
            return agrees("the source's range ends there") if source.high * SAME_ORDER >= x else _far()
        if source.low >= x:
            return conflicts(Code.VALUE_CONFLICT, "the source's range begins there")
        return weaker(Code.WEAKER_BOUND, "the source's range goes higher")
    y = source.low
    if source.bound in _CEILINGS:
        if y == x:
            return AGREES
        if y > x:
            return conflicts(Code.VALUE_CONFLICT, "the source's bound is higher")
        return agrees("the source's bound is lower") if y * SAME_ORDER >= x else _far()
    if source.bound in _FLOORS:
        if y > x or (y == x and claim.bound is Bound.LESS_THAN):
            return conflicts(Code.BOUND_CONFLICT, "the source says it is more")
        if y == x and source.bound is Bound.MORE_THAN:
            return weaker(Code.WEAKER_BOUND, "same number, other bound: the source says more than it", exact=True)
        return conflicts(Code.BOUND_CONFLICT, "the source says at least") if y == x else None
    return _ceiling_of_point(claim, source)


def _ceiling_of_point(claim: Number, source: Number) -> Relation:
    x, y = claim.low, source.low
    if y == x:
        if source.bound is Bound.JUST_OVER:
            return conflicts(Code.BOUND_CONFLICT, "the source says it is more")
        if source.bound is Bound.NEARLY or claim.bound is not Bound.LESS_THAN:
            return AGREES
        return weaker(Code.WEAKER_BOUND, "the source says exactly this, not less", exact=True)
    if y > x:
        return conflicts(Code.VALUE_CONFLICT, "")
    return agrees("the source's number is below") if y * SAME_ORDER >= x else _far()


def _range(claim: Number, source: Number) -> Relation | None:
    if source.is_range:
        if source.low == claim.low and source.high == claim.high:
            return AGREES
        if claim.low <= source.low and source.high <= claim.high:
            return agrees("the source's range lies inside")
        if source.high < claim.low or source.low > claim.high:
            return conflicts(Code.VALUE_CONFLICT, "the ranges do not meet")
        return weaker(Code.WEAKER_VALUE, "the ranges overlap")
    y = source.low
    if claim.vague and claim.low <= y <= claim.high:
        return agrees("of that order")
    if source.bound in _FLOORS:
        if y >= claim.high:
            return conflicts(Code.VALUE_CONFLICT, "the source says it is more")
        return weaker(Code.WEAKER_BOUND, "the source gives only a lower bound") if y >= claim.low else None
    if source.bound in _CEILINGS:
        if y <= claim.low:
            return conflicts(Code.VALUE_CONFLICT, "the source says it is less")
        return weaker(Code.WEAKER_BOUND, "the source gives only an upper bound") if y <= claim.high else None
    if claim.low <= y <= claim.high:
        return weaker(Code.WEAKER_VALUE, "the source gives one number of the range")
    return conflicts(Code.VALUE_CONFLICT, "outside the claim's range")
