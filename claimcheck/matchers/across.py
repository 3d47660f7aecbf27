"""What the values of two who are named give together: how far one is from the other, how many times it is the other.

*Halden employs 800 people. … Crail has 640*: Halden has 160 more than Crail, and both have 1,440 together.  Nothing
says so but the page as a whole; so the claim must name both, the one whom it tells of first; each must have one value
that fits better than all others; and the result must be the claim's own.  Nothing is denied so.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from claimcheck.enums import Outcome
from claimcheck.matchers.align import NAMES, WORDS, Shared
from claimcheck.matchers.arithmetic import alike
from claimcheck.matchers.asking import asks_for_sum
from claimcheck.matchers.compare import compare_quantities
from claimcheck.matchers.context import Candidate, Context, Stated
from claimcheck.matchers.counted import OTHER_NOUN, counted, measures_another, noun_fit
from claimcheck.matchers.names import Name
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.ranking import SAME_SUBJECT, fit_date, rank_candidate
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import AGREES, Relation, agrees
from claimcheck.matchers.values import Bound, Dimension, Quantity
from claimcheck.matchers.words import changes_fact
from claimcheck.matchers.words.operators import Operator, operations
from claimcheck.model import Comparison

_CLEARLY = 0.08
"""How much better the value of one who is named must fit than any other of the page."""
_UNSAID = 0.34
"""The share of the claim's words, names apart, that may be said by neither sentence: how it likens the two."""
_LIKENING = frozenset(
    {Operator.MORE, Operator.UP, Operator.DOWN, Operator.THAN, Operator.SURPLUS, Operator.TOGETHER, Operator.TIMES}
)
"""Words of the claim that liken the two, which no page says of one."""
_LESS = re.compile(r"\W+(?:moins|less|fewer|weniger|menos|meno)\b", re.IGNORECASE)
_SHARES = frozenset({Dimension.PERCENT, Dimension.RATIO})
_LEVELS = frozenset({Dimension.COUNT, Dimension.MONEY, Dimension.MEASURE, Dimension.PERCENT, Dimension.DURATION})

Found = tuple[Candidate, Quantity]


def compare_across(context: Context, assertion: Assertion, quantity: Quantity) -> list[Comparison]:
    """Return that the claim's number is what the values of the two whom it names give; nothing where it is not."""
    names = [n for n in assertion.names if not any(n is not o and _within(n, o) for o in assertion.names)]
    if len(names) != 2 or not _likens(context, quantity):  # noqa: PLR2004 - one is likened to another
        return []
    first, second = (_value_of(context, assertion, quantity, name, names) for name in names)
    if first is None or second is None or first[0].span == second[0].span:
        return []
    relation = _relation(context, quantity, first[1], second[1], ahead=names[1].span[0] > quantity.span[0])
    if relation is None or not _says_the_rest(first[0], second[0]):
        return []
    taken = replace(first[0], relation=relation)
    context.consider(taken.sentence, f"agrees: {relation.note}", taken.rank, taken=True, candidate=taken)
    places = sorted((first[0].span, second[0].span))
    return [context.decided(assertion, "quantity", quantity.text, taken, found=relation.note, places=places)]


def _within(name: Name, other: Name) -> bool:
    return other.span[0] <= name.span[0] and name.span[1] <= other.span[1]


def _likens(context: Context, quantity: Quantity) -> bool:
    """Return whether a claim's number may tell how two stand to each other, or what they have together."""
    if quantity.is_range or quantity.vague:
        return False
    if quantity.change in {"up", "down", "by"} or quantity.dimension is Dimension.MULTIPLE:
        return True
    return quantity.dimension in _LEVELS and not quantity.change and asks_for_sum(context)


def _value_of(
    context: Context, assertion: Assertion, quantity: Quantity, name: Name, names: list[Name]
) -> Found | None:
    """Return the one value of the page that is of a name, in the words of the claim that are not the other name."""
    likening = (o.span for o in operations(context.reading.text, context.reading.language) if o.kind in _LIKENING)
    others = [*likening, *(other.span for other in names if other is not name)]
    own = tuple(t for t in assertion.terms if not any(begin <= t.span[0] < end for begin, end in others))
    asked = replace(assertion, names=(name,), terms=own)
    held = [f for f in _values(context, asked, quantity) if not _is_others(context, f[0].sentence, name, names)]
    found = sorted(held, key=lambda pair: -pair[0].rank)
    if not found or found[0][0].rank < SAME_SUBJECT:
        return None
    clear = len(found) == 1 or found[0][0].rank - found[1][0].rank >= _CLEARLY
    return found[0] if clear else None


def _is_others(context: Context, sentence: Sentence, name: Name, names: list[Name]) -> bool:
    """Return whether a sentence names the other of the two, and not the one."""
    named = context.passages.names_in(sentence)
    mine = any(context.is_one(name, held) for held in named)
    return not mine and any(context.is_one(other, held) for other in names for held in named)


def _values(context: Context, asked: Assertion, quantity: Quantity) -> Iterator[Found]:
    aligner = context.aligner(asked)
    ours = counted(asked.terms, quantity)
    kinds = _LEVELS if quantity.dimension in _SHARES | {Dimension.MULTIPLE} else _kinds_of(quantity)
    for held, sentence in context.passages.quantities:
        if held.dimension not in kinds or held.change in {"up", "down", "by", "from"} or not alike((held,)):
            continue
        if not context.may_support(sentence) or not aligner.is_near(sentence):
            continue
        fit = noun_fit(context, quantity, held, ours, sentence, asked.terms)
        candidate = rank_candidate(context, asked, aligner, Stated(sentence, held.span, AGREES))
        candidate = fit_date(context, asked.dates, replace(candidate, rank=candidate.rank + fit))
        if fit <= OTHER_NOUN or candidate.of_another_day or candidate.not_fact or measures_another(candidate):
            continue
        parts = [s for s in candidate.alignment.shared if s.own and s.name]
        if not quantity.change and parts and all(s.nearness >= NAMES.clause for s in parts):
            # Of a sum both are the subject, and the one told second is no other.
            candidate = replace(candidate, rank=max(candidate.rank, candidate.alignment.score))
        if parts and all(s.nearness >= NAMES.sentence for s in parts):
            yield candidate, held


def _kinds_of(quantity: Quantity) -> frozenset[Dimension]:
    """Return what two values are that lie so far apart: percentages lie points apart."""
    return frozenset({Dimension.PERCENT if quantity.dimension is Dimension.POINTS else quantity.dimension})


def _relation(context: Context, quantity: Quantity, one: Quantity, other: Quantity, *, ahead: bool) -> Relation | None:
    """Return that two values give the claim's; the one of the first name is the greater where the claim says so."""
    if not alike((one, other)):
        return None
    if quantity.dimension is Dimension.MULTIPLE:
        return _multiple(context, quantity, one, other) if ahead else None
    if not quantity.change:
        total = replace(one, low=one.low + other.low, high=one.high + other.high)
        return _agreement(quantity, total, f"{one.text} + {other.text}")
    greater = one.low > other.low
    if ahead and greater != (quantity.change != "down"):
        return None
    if quantity.dimension in _SHARES and one.dimension not in _SHARES:
        if not other.low:
            return None
        share = abs(one.low - other.low) / other.low * 100
        held = replace(quantity, dimension=Dimension.PERCENT, low=share, high=share, bound=Bound.EXACT)
        return _agreement(quantity, held, f"{one.text} / {other.text}")
    high, low = (one, other) if greater else (other, one)
    apart = replace(high, low=high.low - low.low, high=high.low - low.low, change=quantity.change)
    if high.dimension is Dimension.PERCENT:
        apart = replace(apart, dimension=Dimension.POINTS)
    return _agreement(quantity, apart, f"{high.text} \N{MINUS SIGN} {low.text}")


def _multiple(context: Context, quantity: Quantity, one: Quantity, other: Quantity) -> Relation | None:
    less = _LESS.match(context.reading.text, quantity.span[1]) is not None
    top, bottom = (other, one) if less else (one, other)
    if not bottom.low:
        return None
    times = top.low / bottom.low
    held = replace(quantity, low=times, high=times, bound=Bound.EXACT, digits=4, step=Decimal("0.01"))
    return _agreement(quantity, held, f"{top.text} / {bottom.text}")


def _agreement(quantity: Quantity, held: Quantity, how: str) -> Relation | None:
    if quantity.per and not held.per:
        held = replace(held, per=quantity.per)
    relation = compare_quantities(quantity, held)
    if relation is None or relation.outcome is not Outcome.AGREES:
        return None
    return agrees(f"{how} = {held.notation}", exact=relation.exact)


def _says_the_rest(one: Candidate, other: Candidate) -> bool:
    """Return whether the two sentences say between them what the claim says, but for how it likens the two."""
    near = {s.term.span: s.nearness for s in other.alignment.shared}
    own = [s for s in one.alignment.shared if s.own and not s.name]
    unsaid = [s for s in own if max(s.nearness, near.get(s.term.span, 0.0)) <= WORDS.block]
    if any(changes_fact(s.term) for s in unsaid):
        return False
    return _heavy(unsaid) <= _UNSAID * max(1.0, _heavy(own))


def _heavy(shared: list[Shared]) -> float:
    return sum(s.weight for s in shared)
