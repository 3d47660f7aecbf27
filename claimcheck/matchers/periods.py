"""A claim's date against a source's: two intervals, each as fine as it was written."""

from collections.abc import Sequence

from claimcheck.enums import Code, Outcome
from claimcheck.matchers.dates import in_year
from claimcheck.matchers.relation import AGREES, Relation, agrees, conflicts, weaker
from claimcheck.matchers.values import DateExpr, Granularity, Quantity
from claimcheck.model import Span

_OPEN = frozenset({"until", "before", "after"})
"""Relations of a date that say that the thing was not on it."""


def compare_dates(claim: DateExpr, source: DateExpr) -> Relation | None:
    """Return how the claim's date stands to the source's, or none where the source's cannot decide.

    A source that is finer agrees ("1956" and "18 June 1956"), one that is coarser is weaker, disjoint ones conflict.
    A year that the page leaves out and that was worked out from its issue date never makes a conflict by itself.  Of
    days whose year nothing tells, only the days are compared: the same ones are weaker where the claim says the year.
    """
    if claim.year_unknown != source.year_unknown:
        return _without_year(claim, source)
    return _compare(claim, source)


def _compare(claim: DateExpr, source: DateExpr) -> Relation | None:
    if claim.relation == "on" and source.relation in _OPEN:
        if source.start <= claim.end and claim.start <= source.end:
            return weaker(Code.WEAKER_BOUND, f"the source says {source.relation} it")
        return None
    if claim.relation in {"before", "after"} and source.relation in {"on", "since"}:
        return _beyond(claim, source)
    if (claim.start, claim.end) == (source.start, source.end):
        return AGREES
    if claim.start <= source.start and source.end <= claim.end:
        return _within(claim, source)
    if source.start <= claim.start and claim.end <= source.end:
        return weaker(Code.WEAKER_VALUE, "the source is less precise")
    apart = claim.granularity is source.granularity is Granularity.SEASON or _only_follow(claim, source)
    if claim.start <= source.end and source.start <= claim.end and not apart:
        return weaker(Code.WEAKER_VALUE, "the periods overlap")
    if _meets_another_reading(claim, source):
        return agrees("in another reading of the date")
    if source.relative and source.relation == "about":
        # "Today" is the day of writing, or these times at large: it contradicts no date.
        return None
    if claim.relation == "on" and source.relation == "since" and claim.granularity is not source.granularity:
        # "From this year the rate is 1.8 %" says nothing of what falls due on a day.
        return None
    if source.year_inferred and (source.start.month, source.start.day) == (claim.start.month, claim.start.day):
        return None
    return conflicts(Code.DATE_CONFLICT, "")


def _only_follow(claim: DateExpr, source: DateExpr) -> bool:
    """Return whether two spans of years only share the one where the earlier ends: *1990 to 2010*, *2010 to 2020*."""
    if not claim.granularity is source.granularity is Granularity.YEARS:
        return False
    earlier, later = sorted((claim, source), key=lambda day: day.start)
    return earlier.end.year == later.start.year and earlier.start.year < later.start.year < later.end.year


def _without_year(claim: DateExpr, source: DateExpr) -> Relation | None:
    """Return how two dates stand of which only one has a year: by the days, as if they were of that year."""
    if claim.year_unknown:
        return _compare(in_year(claim, source.start.year), source)
    if claim.granularity not in _WITHIN_A_YEAR:
        return None
    relation = _compare(claim, in_year(source, claim.start.year))
    if relation is None or relation.outcome is not Outcome.AGREES:
        return relation
    return weaker(Code.WEAKER_VALUE, "the source leaves the year out", exact=relation.exact)


_WITHIN_A_YEAR = frozenset({Granularity.DAY, Granularity.WEEK, Granularity.MONTH, Granularity.QUARTER})
"""What days of an unknown year can be compared with: they lie in every year."""


def _within(claim: DateExpr, source: DateExpr) -> Relation:
    """Return how a source's date inside the claim's stands to it: from 2009 to 2018 is all of these years."""
    if claim.granularity is Granularity.YEARS:
        return weaker(Code.WEAKER_VALUE, "the source tells of a part of these years")
    if claim.granularity is source.granularity is Granularity.DAY and source.start != source.end:
        return weaker(Code.WEAKER_VALUE, "the source tells of a part of these days")
    return agrees("the source is more precise")


def _meets_another_reading(claim: DateExpr, source: DateExpr) -> bool:
    """Whether the dates are equal, or one finer than the other, once an ambiguous one is read the other way."""
    ours = ((claim.start, claim.end), *claim.alternatives)
    theirs = ((source.start, source.end), *source.alternatives)
    return any(one[0] <= other[0] and other[1] <= one[1] for one in ours for other in theirs)


def _beyond(claim: DateExpr, source: DateExpr) -> Relation:
    """Return how *before* or *after* a day stands to a day: on the open side of it, or not."""
    if claim.relation == "before":
        inside, clear = source.start < claim.start, source.end < claim.start
    else:
        inside, clear = source.end > claim.end, source.start > claim.end
    if clear:
        return agrees(f"{claim.relation} it")
    note = f"not {claim.relation} it"
    return weaker(Code.WEAKER_VALUE, "the periods overlap") if inside else conflicts(Code.DATE_CONFLICT, note)


def days_of_end(held: Sequence[Quantity], place: Span, days: Sequence[DateExpr], stop: int) -> list[DateExpr]:
    """Return the days of the value at a place that is one end of a change, *from 9.4 in 1985 to 5.8 last year*.

    Each day is of the end that it follows.  Of any other value, and of an end without a day of its own, the days stay
    that are of no other end.  ``held`` are the values in order, ``stop`` is where their text ends.
    """
    ends = [q.span for q in held if q.change in {"from", "to"}] if len(days) > 1 else []
    if place not in ends or len(ends) > _ENDS:
        ends = _each_with_day(held, place, days, stop)
    if not ends:
        return _not_of_beginning(held, place, days, stop)
    until = [*(begin for begin, _ in ends[1:]), stop]
    owned = [[d for d in days if one[1] <= d.span[0] < end] for one, end in zip(ends, until, strict=True)]
    return owned[ends.index(place)] or [d for d in days if not any(d in own for own in owned)]


def _not_of_beginning(held: Sequence[Quantity], place: Span, days: Sequence[DateExpr], stop: int) -> list[DateExpr]:
    """Return the days that are not of where a like value came from: *has 12,000, down from 15,000 in 1990*."""
    mine = next((q for q in held if q.span == place), None)
    if mine is None or mine.change:
        return list(days)
    kind = (mine.dimension, mine.unit, mine.currency)
    came = [q for q in held if q.change == "from" and (q.dimension, q.unit, q.currency) == kind and q.span != place]
    until = [min((q.span[0] for q in held if q.span[0] > one.span[0]), default=stop) for one in came]
    return [d for d in days if not any(q.span[1] <= d.span[0] < end for q, end in zip(came, until, strict=True))]


def _each_with_day(held: Sequence[Quantity], place: Span, days: Sequence[DateExpr], stop: int) -> list[Span]:
    """Return like values of which two at least have a day behind them: *3.1% in February, 3.9% in January*; or none.

    A day before them all is of them all where it is coarser, *in 2023*, and otherwise of the first.
    """
    mine = next((q for q in held if q.span == place), None)
    if mine is None or len(days) < 2:  # noqa: PLR2004 - one day is of all
        return []
    like = [q.span for q in held if (q.dimension, q.unit, q.currency) == (mine.dimension, mine.unit, mine.currency)]
    until = [*(begin for begin, _ in like[1:]), stop]
    dated = [any(one[1] <= d.span[0] < end for d in days) for one, end in zip(like, until, strict=True)]
    behind = [d for d in days if d.span[0] >= like[0][1]]
    finest = min((_ORDER.index(d.granularity) for d in behind), default=0)
    of_all = any(_ORDER.index(d.granularity) > finest for d in days if d not in behind)
    # "412 last year and this year 96" has its days before the values.
    led = len(behind) < len(days) and bool(dated) and dated[-1]
    return like if sum(dated) + led > 1 and len(like) <= _ENDS and not of_all else []


_ORDER = list(Granularity)
_ENDS = 8
"""Ends of changes up to which their days are told apart: more are a list, or hostile."""
