"""A claim's quantity against a source's: first whether they are comparable at all, then what they say.

Same dimension, same currency, same rate denominator; a ratio is a percentage, units of one kind are converted,
currencies and rates never are.  Where the digits are the same and the unit, the scale, the currency or the rate is
not, that swap is what is reported: it is the likeliest slip of a pen.
"""

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from claimcheck.enums import Code, Outcome
from claimcheck.matchers.bounds import Number, compare_numbers
from claimcheck.matchers.relation import AGREES, Relation, agrees, conflicts, weaker
from claimcheck.matchers.units import to_base
from claimcheck.matchers.values import Bound, Dimension, Quantity

_COARSE = Decimal("0.03")
"""What it may differ by where one side is written coarsely: 39,000 feet for 12,000 metres."""
FAR_APART = 1000
"""The factor from which two different numbers are no rivals; a slip of scale keeps its digits."""
COUNTS_APART = 300
"""The same for things counted: two contractors say nothing against 1,350 employees."""
TIMES_APART = 100
"""The same for times in different units."""
_HUNDRED = Decimal(100)
_PLACES = frozenset((3, 6, 9, 12, -3, -6, -9, -12))
_SCALES = frozenset({Decimal(10) ** n for n in _PLACES})
_CONVERSION_SLACK = Decimal("0.012")
"""What a conversion between units may differ by beyond rounding: 133 miles are 214 kilometres."""


class _Measured(NamedTuple):
    low: Decimal
    high: Decimal
    step: Decimal


def compare_quantities(claim: Quantity, source: Quantity) -> Relation | None:
    """Return how the claim's quantity stands to the source's, or none where they are not comparable."""
    if is_age(source) and not is_age(claim):
        return _beside_age(claim, source)
    relation = _compare(claim, source)
    if relation is not None and relation.outcome is Outcome.CONFLICTS and is_age(claim) and not is_age(source):
        # How long something lasted says nothing against somebody's age.
        return None
    return relation


def _compare(claim: Quantity, source: Quantity) -> Relation | None:
    claim, source = _in_degrees(claim, source.unit), _in_degrees(source, claim.unit)
    if kind_of(claim) != kind_of(source):
        # Most pairs of a claim and a page end here; nothing is worked out for them.
        return _swap(claim, source) if (claim.low, claim.high) == (source.low, source.high) else None
    claim, source = _as_speed(claim), _as_speed(source)
    ours, theirs = _measured(claim), _measured(source)
    if claim.per and source.per and _rates_differ(claim.per, source.per):
        return _same_digits(claim, source, Code.RATE_CONFLICT, f"per {source.per}, not per {claim.per}")
    converted = claim.unit != source.unit and claim.dimension in {Dimension.MEASURE, Dimension.DURATION}
    relation = compare_numbers(_number(claim, ours), _number(source, theirs))
    if converted and (relation is None or relation.outcome is not Outcome.AGREES):
        relation = _once_converted(claim, source, ours, theirs) or relation
    if relation is not None and source.dimension is Dimension.RATIO and relation.code is Code.WEAKER_VALUE:
        relation = _of_fraction(ours, theirs) or relation
    if relation is None or (relation.outcome is Outcome.CONFLICTS and _level_and_change(claim, source)):
        return None
    if (
        relation.outcome is Outcome.CONFLICTS
        and claim.dimension in {Dimension.COUNT, Dimension.DURATION, Dimension.MEASURE}
        and bool(claim.per) != bool(source.per)
    ):
        # Four times a week says nothing against 1,150 passengers.
        return None
    rated = claim.dimension is Dimension.DURATION and claim.per and source.per and claim.unit != source.unit
    if relation.outcome is Outcome.CONFLICTS and rated:
        # Six days a week says nothing against sixty hours a week.
        return None
    if relation.outcome is Outcome.CONFLICTS:
        if converted:
            apart = _far_apart(ours, theirs, FAR_APART if claim.dimension is Dimension.MEASURE else TIMES_APART)
            same = _same_digits(claim, source, Code.UNIT_CONFLICT, f"{_name(source)}, not {_name(claim)}")
            return same or (None if apart and relation.code is Code.VALUE_CONFLICT else relation)
        factor = COUNTS_APART if claim.dimension is Dimension.COUNT else FAR_APART
        if _far_apart(ours, theirs, factor) and not _scaled(ours, theirs):
            return None
        if relation.code is Code.VALUE_CONFLICT and _scaled(ours, theirs):
            words = f"{source.scale_word or 'no scale word'}, not {claim.scale_word or 'none'}"
            return conflicts(Code.SCALE_CONFLICT, words)
        return _second_reading(claim, source, relation)
    return _qualified(claim, source, relation)


def is_age(quantity: Quantity) -> bool:
    """Return whether a duration says how old somebody is: an age has a noun, *three years* has none."""
    return quantity.dimension is Dimension.DURATION and bool(quantity.noun)


def _beside_age(claim: Quantity, source: Quantity) -> Relation | None:
    """Return that a number that need not be an age, *de 41 ans*, *was 41*, is the age that the page tells, or nothing.

    That somebody is 38 says nothing against three years in a town.
    """
    bare = claim.dimension is Dimension.COUNT and not (claim.noun or claim.per or claim.change)
    years = claim.dimension is Dimension.DURATION and claim.unit == source.unit and not claim.per
    if not (bare or years):
        return None
    if bare:
        claim = replace(claim, dimension=source.dimension, unit=source.unit)
    relation = compare_numbers(_number(claim, _measured(claim)), _number(source, _measured(source)))
    return relation if relation is not None and relation.outcome is not Outcome.CONFLICTS else None


def closeness_to_bound(claim: Quantity, source: Quantity) -> float | None:
    """Return how near a value is to the bound that the claim sets, as the smaller by the larger, from 0 to 1.

    None where the claim sets no bound or the two are of different kinds.
    """
    if claim.bound not in _ONE_SIDED or claim.is_range or kind_of(claim) != kind_of(source):
        return None
    small, large = sorted(abs(_measured(q).high) for q in (claim, source))
    return float(small / large) if large else 1.0


_ONE_SIDED = frozenset({Bound.MORE_THAN, Bound.AT_LEAST, Bound.AT_MOST, Bound.LESS_THAN})


def _of_fraction(ours: _Measured, theirs: _Measured) -> Relation | None:
    """Return that a percentage is what a fraction in words comes to: *two in three* and 67 %."""
    points = ours.low == ours.high and theirs.low == theirs.high
    near = abs(ours.low - theirs.low) * 2 <= ours.step
    return agrees("a fraction in words, as a percentage") if points and near else None


def _rates_differ(ours: str, theirs: str) -> bool:
    """Return whether neither rate is the other said in full: per day is per day per person, not per 1,000 a day."""
    one, other = set(ours.split()), set(theirs.split())
    if one <= _PIECES and other <= _PIECES:
        return False
    return not (one <= other or other <= one) or any(word.isdigit() for word in one ^ other)


_PIECES = frozenset({"task", "item", "trip"})
"""What a rate is per that may be one thing by two names: what a courier is paid for is an order, a delivery, a ride."""

CHANGES = frozenset({"up", "down", "by"})
"""What a quantity is called that is the size of a change."""


def _in_degrees(quantity: Quantity, other: str) -> Quantity:
    """Return bare degrees in the scale of temperature that the other side names: *38.6 degrees* beside 38,6 °C."""
    return replace(quantity, unit=other) if quantity.unit == _DEGREES and other in _TEMPERATURES else quantity


_DEGREES = "deg"
_TEMPERATURES = frozenset({"degC", "degF"})
_SHORT = {"hour": "h", "second": "s"}


def _as_speed(quantity: Quantity) -> Quantity:
    """Return *50 kilometres an hour* as the speed that *50 km/h* is."""
    if not quantity.per:
        return quantity
    unit = f"{quantity.unit}/{_SHORT.get(quantity.per, '')}"
    return replace(quantity, unit=unit, per="") if to_base(unit) is not None else quantity


def _level_and_change(claim: Quantity, source: Quantity) -> bool:
    """Return whether one alone is the size of a change: *fell by 31,000* says nothing against 604,000."""
    return (claim.change in CHANGES) != (source.change in CHANGES)


def _qualified(claim: Quantity, source: Quantity, relation: Relation) -> Relation:
    """Weaken an agreement of numbers of different kinds: a mean and a median, gross and net; up and down conflict."""
    if {claim.change, source.change} == {"up", "down"}:
        return conflicts(Code.VALUE_CONFLICT, f"it went {source.change}, not {claim.change}")
    if relation.code is Code.WEAKER_BOUND and (claim.turned or source.turned) and _face(claim.bound, source.bound):
        return conflicts(Code.BOUND_CONFLICT, f"the source says {source.bound.value} that")
    if claim.reached and relation.code is Code.WEAKER_BOUND and source.bound is Bound.AT_MOST:
        relation = agrees("reached, and up to it")
    if relation.outcome is not Outcome.AGREES:
        return relation
    if {claim.change, source.change} == {"from", "to"} and relation.exact:
        return conflicts(Code.VALUE_CONFLICT, f"it went {source.change} this, not {claim.change} it")
    if claim.stat and source.stat and claim.stat != source.stat:
        return weaker(Code.WEAKER_VALUE, f"the source's number is a {source.stat}, the claim's a {claim.stat}")
    if source.stat in {"mean", "median"} and not claim.stat and relation.exact and claim.bound in _ONE_SIDED:
        return weaker(Code.WEAKER_VALUE, f"the source's number is a {source.stat}, the claim's a bound")
    if claim.basis and source.basis and claim.basis != source.basis:
        return weaker(Code.WEAKER_VALUE, f"the source's amount is {source.basis}, the claim's {claim.basis}")
    so_many = next((word for word in f"{claim.per} {source.per}".split() if word.isdigit()), "")
    if so_many and not (claim.per and source.per):
        return weaker(Code.WEAKER_VALUE, f"only one of the two says that it is per {int(so_many):,}")
    if claim.per and not source.per and claim.dimension is Dimension.MONEY:
        return weaker(Code.WEAKER_VALUE, f"the source does not say per {claim.per}")
    return relation


def _face(ours: Bound, theirs: Bound) -> bool:
    """Return whether one bound is upward and the other downward: a denied *more than* is never loose, as *up to* is."""
    upward = {Bound.MORE_THAN, Bound.AT_LEAST}
    return ours in _ONE_SIDED and theirs in _ONE_SIDED and (ours in upward) is not (theirs in upward)


def kind_of(quantity: Quantity) -> str:
    """Return what is measured; two quantities of one kind are comparable."""
    return _kind(quantity.dimension, quantity.unit, quantity.currency)


@lru_cache(maxsize=2048)
def _kind(dimension: Dimension, unit: str, currency: str) -> str:
    match dimension:
        case Dimension.RATIO if unit:
            # How high an opinion is, 8.3/10, is no part of a whole.
            return "mark"
        case Dimension.PERCENT | Dimension.RATIO:
            return "share"
        case Dimension.MEASURE | Dimension.DURATION:
            base = to_base(unit)
            return base.kind if base is not None else f"{dimension}:{unit}"
        case Dimension.MONEY:
            return f"money:{currency}"
        case _:
            return dimension.value


def _measured(quantity: Quantity) -> _Measured:
    low, high = quantity.low, quantity.high
    if quantity.dimension is Dimension.RATIO:
        return _Measured(low * _HUNDRED, high * _HUNDRED, quantity.step * _HUNDRED)
    if quantity.dimension in {Dimension.MEASURE, Dimension.DURATION} and (base := to_base(quantity.unit)) is not None:
        factor, offset, _ = base
        return _Measured(low * factor + offset, high * factor + offset, quantity.step * factor)
    return _Measured(low, high, quantity.step)


def _number(quantity: Quantity, measured: _Measured) -> Number:
    rounded = bool(quantity.scale_word) or quantity.step < 1 or quantity.dimension is Dimension.RATIO
    return Number(measured.low, measured.high, quantity.bound, quantity.digits, measured.step, quantity.vague, rounded)


def _swap(claim: Quantity, source: Quantity) -> Relation | None:
    """Same digits in another unit, currency or kind of number: the swap is the finding."""
    pair = {claim.dimension, source.dimension}
    if pair == {Dimension.RATIO}:
        # A mark, 8/10, may be written as "8 out of 10".
        return AGREES
    if pair == {Dimension.MONEY}:
        return _same_digits(claim, source, Code.CURRENCY_CONFLICT, f"{source.currency}, not {claim.currency}")
    if pair == {Dimension.PERCENT, Dimension.POINTS}:
        return _same_digits(claim, source, Code.UNIT_CONFLICT, f"{_name(source)}, not {_name(claim)}")
    if pair <= {Dimension.MEASURE, Dimension.DURATION}:
        return _same_digits(claim, source, Code.UNIT_CONFLICT, f"{_name(source)}, not {_name(claim)}")
    if pair == {Dimension.MONEY, Dimension.PERCENT}:
        return _same_digits(claim, source, Code.UNIT_CONFLICT, f"{_name(source)}, not {_name(claim)}")
    return None


def _name(quantity: Quantity) -> str:
    names = {Dimension.PERCENT: "percent", Dimension.POINTS: "percentage points", Dimension.COUNT: "a count"}
    return quantity.currency or quantity.unit or names.get(quantity.dimension, quantity.dimension.value)


def _same_digits(claim: Quantity, source: Quantity, code: Code, note: str) -> Relation | None:
    same = (claim.low, claim.high) == (source.low, source.high)
    return conflicts(code, note) if same else None


def _once_converted(claim: Quantity, source: Quantity, ours: _Measured, theirs: _Measured) -> Relation | None:
    """Return how two numbers stand that are one but for their conversion: *154 km/h* and *up to 96 mph*; or none."""
    ends = ((ours.low, theirs.low), (ours.high, theirs.high))
    if claim.is_range is not source.is_range or any(
        abs(one - other) > _slack(claim, max(abs(one), abs(other)), ours, theirs) for one, other in ends
    ):
        return None
    relation = compare_numbers(_number(claim, theirs), _number(source, theirs))
    if relation is not None and relation.outcome is Outcome.AGREES:
        return Relation(Outcome.AGREES, None, "converted", exact=False)
    return relation


def _slack(claim: Quantity, size: Decimal, ours: _Measured, theirs: _Measured) -> Decimal:
    """Return what two numbers may differ by once converted.

    Units of time convert without rounding: 67 years are not 66 years and 4 months.  Of a temperature, whose zero is
    none, no share can be told.
    """
    if claim.dimension is Dimension.DURATION:
        return min(ours.step, theirs.step) / 2
    if claim.unit in _TEMPERATURES:
        return max(ours.step, theirs.step) / 2
    return max(size * _CONVERSION_SLACK, min(max(ours.step, theirs.step), size * _COARSE))


def _far_apart(ours: _Measured, theirs: _Measured, factor: int) -> bool:
    """Return whether two numbers are so unlike that they count different things: 12 and 3,400,000."""
    one, other = abs(ours.high), abs(theirs.high)
    return one * factor < other if one < other else other * factor < one


def _scaled(ours: _Measured, theirs: _Measured) -> bool:
    # Of two numbers a power of ten apart the first digits stand as many places apart.
    apart = ours.low.adjusted() - theirs.low.adjusted()
    return apart in _PLACES and theirs.low != 0 and (ours.low / theirs.low) in _SCALES


def _second_reading(claim: Quantity, source: Quantity, relation: Relation) -> Relation | None:
    """A number that can be read in two ways (3.000) never proves a conflict if its second reading agrees."""
    if not (claim.alternatives or source.alternatives):
        return relation
    ours = {claim.low, *claim.alternatives}
    theirs = {source.low, *source.alternatives}
    if ours & theirs and claim.bound is Bound.EXACT:
        return None
    return relation
