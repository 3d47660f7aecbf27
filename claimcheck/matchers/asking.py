"""Whether a claim asks for what a step of arithmetic gives: for the time or the thing of the page's comparison."""

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import assert_never

from claimcheck.enums import Outcome
from claimcheck.matchers.arithmetic import Derived, Step, comparable, is_age_at_death, operators_in
from claimcheck.matchers.checks import dates_around
from claimcheck.matchers.context import Context
from claimcheck.matchers.counted import counted
from claimcheck.matchers.dates import read_dates
from claimcheck.matchers.names import NameKind
from claimcheck.matchers.others_of import is_of_other_share, is_of_the_rest
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.periods import compare_dates
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.values import DateExpr, Dimension, Granularity, Quantity
from claimcheck.matchers.words import Term, antonyms, is_group, related, weight
from claimcheck.matchers.words.operators import Operation, Operator, operations
from claimcheck.model import Span

_TIMES = frozenset(
    "year month week day season summer winter spring autumn quarter semester half_year previous last_adj past time "  # noqa: SIM905 - a table of words reads better as words
    "former decade".split()
)
"""The concepts of words that only say when."""
_TELLING = 0.4
_SIZES = frozenset({"up", "down", "by"})
_BEFORE = 40
"""Characters before a number in which its verb stands: *a perdu près de 7 900 salariés*."""
_SHARES = frozenset({Dimension.PERCENT, Dimension.RATIO})


class Asked(Enum):
    """How surely a claim asks for a value."""

    NOT = "not"
    PERHAPS = "perhaps"
    SURELY = "surely"


def asked(context: Context, assertion: Assertion, quantity: Quantity, derived: Derived) -> Asked:
    """Return whether the claim means the time, the thing or the kind of number that the step leads to."""
    if derived.kind not in _OF_TWO_TIMES and _is_of_another_day(context, assertion, derived):
        return Asked.NOT
    match derived.kind:
        case Step.REFERENCE:
            sized = quantity.change if quantity.change in _SIZES else ""
            return _refers(context, assertion, derived) if sized == derived.quantity.change else Asked.NOT
        case Step.CHANGE | Step.DIFFERENCE | Step.MULTIPLE:
            return _asks_for_distance(context, assertion, quantity, derived)
        case Step.SHARE:
            return _asks_for_share(assertion, quantity, derived)
        case Step.SUM:
            return _asks_for_all(context, assertion, quantity, derived)
        case Step.REST:
            return _asks_for_rest(context, assertion, quantity, derived)
        case Step.LISTING:
            return _asks_how_many(assertion, quantity, derived)
        case Step.SPAN:
            return _asks_how_long(context, assertion, quantity, derived)
        case Step.PART | Step.PRODUCT:
            return Asked.NOT if quantity.change in _SIZES else Asked.PERHAPS
        case _:
            assert_never(derived.kind)


def _asks_for_rest(context: Context, assertion: Assertion, quantity: Quantity, derived: Derived) -> Asked:
    if quantity.change in _SIZES:
        return Asked.NOT
    shares = derived.quantity.dimension is Dimension.PERCENT
    tells = is_of_other_share if shares else is_of_the_rest
    return Asked.PERHAPS if tells(context, assertion, derived) else Asked.NOT


def _asks_for_distance(context: Context, assertion: Assertion, quantity: Quantity, derived: Derived) -> Asked:
    """Return whether a claim tells of a gain or a loss, of a surplus, or of a multiple."""
    if derived.kind is Step.MULTIPLE:
        if quantity.dimension is not Dimension.MULTIPLE:
            return Asked.NOT
        return _at_its_times(context, assertion, derived) if derived.told else Asked.PERHAPS
    way = wanted_change(context, assertion, quantity)
    if derived.kind is Step.CHANGE and way:
        return _at_its_times(context, assertion, derived)
    if is_margin(context, quantity, derived):
        return Asked.SURELY
    denied = any(_within(cue.span, assertion.span) for cue in context.reading.cues.negations)
    parted = any(
        o.kind is Operator.PART for o in operators_in(context.passages, derived.sentence, derived.sentence.span)
    )
    left = not (denied or parted) and _has(context, assertion.span, Operator.STILL)
    apart = left or _has(context, assertion.span, Operator.SURPLUS)
    return Asked.PERHAPS if way or apart else Asked.NOT


def is_margin(context: Context, quantity: Quantity, derived: Derived) -> bool:
    """Return whether a claim tells how far two are apart, and the sentence has the numbers of just those two.

    *Marn received 4,518 votes and Tessel 4,506* gives twelve for *won by a dozen votes*, and nothing else.
    """
    if quantity.change != "by" or derived.kind is not Step.DIFFERENCE:
        return False
    held = context.passages.quantities_in(derived.sentence)
    named = [n for n in context.passages.names_in(derived.sentence) if n.kind is not NameKind.PLACE]
    alike = [q for q in held if comparable(q, derived.operands[0])]
    groups = {t.surface for t in derived.sentence.terms if is_group(t)}
    return len(alike) == len(derived.operands) and max(len(named), len(groups)) > 1


_OF_TWO_TIMES = frozenset({Step.REFERENCE, Step.CHANGE, Step.MULTIPLE, Step.SPAN})


def _is_of_another_day(context: Context, assertion: Assertion, derived: Derived) -> bool:
    outcomes = _outcomes(assertion.dates, dates_around(context, derived.sentence, derived.place))
    return outcomes == {Outcome.CONFLICTS}


def wanted_change(context: Context, assertion: Assertion, quantity: Quantity) -> str:
    """Return ``up`` or ``down`` where a verb of gain or loss governs the claim's number, or nothing.

    *Lost 70 pupils* is the size of a change where the page gives levels.
    """
    if quantity.change in _SIZES:
        return quantity.change
    if quantity.change or quantity.dimension in {Dimension.RATIO, Dimension.MULTIPLE}:
        return ""
    begin = max(assertion.span[0], quantity.span[0] - _BEFORE)
    begin = max([begin, *(q.span[1] for q in context.reading.quantities if q.span[1] <= quantity.span[0])])
    ways = [o.kind for o in _of_claim(context, (begin, quantity.span[0])) if o.kind in {Operator.UP, Operator.DOWN}]
    return ways[-1].value if ways else ""


def asks_for_sum(context: Context) -> bool:
    """Return whether a word of the claim says that it tells of all together: *au total*, *both*."""
    return _has(context, (0, len(context.reading.text)), Operator.TOGETHER)


def _has(context: Context, span: Span, kind: Operator) -> bool:
    return any(o.kind is kind for o in _of_claim(context, span))


def _of_claim(context: Context, span: Span) -> list[Operation]:
    found = operations(context.reading.text, context.reading.language)
    return [o for o in found if span[0] <= o.span[0] < span[1]]


def _outcomes(ours: Iterable[DateExpr], theirs: Sequence[DateExpr]) -> set[Outcome]:
    return {r.outcome for one in ours for other in theirs if (r := compare_dates(one, other)) is not None}


def _refers(context: Context, assertion: Assertion, derived: Derived) -> Asked:
    """Return whether the claim tells of what the page compares with, by its day, its name or its words."""
    sentence, reference = derived.sentence, derived.reference
    if reference is None:
        if derived.place != derived.operands[0].span:
            return Asked.PERHAPS
        return Asked.SURELY if tells_of_before(context, assertion) else _of_an_earlier_day(context, assertion, derived)
    names = [n for n in context.passages.names_in(sentence) if _within(n.span, reference)]
    if names:
        wanted = assertion.names or context.reading.names
        return Asked.SURELY if any(context.is_one(o, n) for o in wanted for n in names) else Asked.NOT
    days = _days_of(context, sentence, reference)
    outcomes = _outcomes(assertion.dates, days)
    if outcomes & {Outcome.AGREES, Outcome.WEAKER}:
        return Asked.SURELY
    before = [o.span for o in operators_in(context.passages, sentence, reference) if o.kind is Operator.BEFORE]
    dated = [*before, *(d.span for d in days)]
    words = [t for t in _words(sentence, reference) if not any(_within(t.span, place) for place in dated)]
    if words and _are_said(words, (*assertion.terms, *assertion.context)):
        return Asked.SURELY
    planned = any(o.kind is Operator.PLANNED for o in operators_in(context.passages, sentence, reference))
    if planned and _has(context, assertion.span, Operator.PLANNED):
        return Asked.SURELY
    if words or outcomes == {Outcome.CONFLICTS}:
        return Asked.NOT
    if tells_of_before(context, assertion):
        return Asked.SURELY
    return _of_an_earlier_day(context, assertion, derived)


def _days_of(context: Context, sentence: Sentence, reference: Span) -> list[DateExpr]:
    """Return the dates of a reference; a bare number that may be a year is one there: *more than 2022*."""
    days = [d for d in context.passages.dates_in(sentence) if _within(d.span, reference)]
    text = context.passages.document.text[slice(*reference)].strip()
    if days or not (text.isdecimal() and len(text) == _YEAR_DIGITS):
        return days
    return read_dates(f"in {text}", "en")


_YEAR_DIGITS = 4


def tells_of_before(context: Context, assertion: Assertion) -> bool:
    """Return whether the claim tells of a former time, in words rather than by a date."""
    return context.tells_of_the_past(assertion) or _has(context, assertion.span, Operator.BEFORE)


def _words(sentence: Sentence, span: Span) -> list[Term]:
    """Return the words of a place that say more than when."""
    inside = [t for t in sentence.terms if _within(t.span, span) and weight(t) >= _TELLING]
    return [t for t in inside if t.keys.isdisjoint(_TIMES)]


def _are_said(words: Sequence[Term], ours: Sequence[Term]) -> bool:
    said = sum(any(related(word, term) for term in ours) for word in words)
    return 2 * said >= len(words)


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] < outer[1]


def _of_an_earlier_day(context: Context, assertion: Assertion, derived: Derived) -> Asked:
    """Return whether the claim dates its value otherwise than the page dates the level."""
    level = derived.operands[0]
    clause = derived.sentence.clause_at(level.span[0])
    now = [d for d in context.passages.dates_in(derived.sentence) if _within(d.span, clause)]
    outcomes = _outcomes(assertion.dates, now)
    if derived.reference is None and _is_year_before(assertion.dates, now):
        return Asked.SURELY
    if now and assertion.dates and all(one.start > other.start for one in assertion.dates for other in now):
        return Asked.NOT
    issued = context.passages.issued
    same_year = issued is not None and any(d.start.year == issued.year == d.end.year for d in assertion.dates)
    other = bool(assertion.dates) and outcomes <= {Outcome.CONFLICTS} and (bool(now) or not same_year)
    return Asked.PERHAPS if other else Asked.NOT


def _is_year_before(ours: Sequence[DateExpr], now: Sequence[DateExpr]) -> bool:
    """Return whether the claim is of the very year before the one whose change is told."""
    one, other = ([d.start.year for d in days if d.granularity is Granularity.YEAR] for days in (ours, now))
    return len(one) == len(other) == len(ours) == 1 and one[0] + 1 == other[0]


def _at_its_times(context: Context, assertion: Assertion, derived: Derived) -> Asked:
    """Return whether a change between two levels is of the claim's times; a claim without times is of any."""
    if derived.ends is None or not assertion.dates:
        return Asked.SURELY
    if derived.years is not None:
        ours = {d.start.year for d in assertion.dates} | {d.end.year for d in assertion.dates}
        return Asked.SURELY if ours in ({derived.years[1]}, set(derived.years)) else Asked.NOT
    around = [d for end in derived.ends for d in dates_around(context, derived.sentence, end.span)]
    outcomes = _outcomes(assertion.dates, around)
    if outcomes & {Outcome.AGREES, Outcome.WEAKER}:
        return Asked.SURELY
    return Asked.NOT if outcomes == {Outcome.CONFLICTS} else Asked.PERHAPS


def _asks_for_share(assertion: Assertion, quantity: Quantity, derived: Derived) -> Asked:
    """Return whether a claim tells a share; surely this one where it is of what the page calls the whole."""
    if quantity.dimension not in _SHARES or quantity.change:
        return Asked.NOT
    ours = counted(assertion.terms, quantity)
    theirs = counted(derived.sentence.terms, derived.operands[1])
    same = any(related(one, other) for one in ours for other in theirs)
    return Asked.SURELY if derived.told and same else Asked.PERHAPS


def _asks_how_long(context: Context, assertion: Assertion, quantity: Quantity, derived: Derived) -> Asked:
    """Return whether a claim tells of years; of how old somebody became where it says that he died."""
    if quantity.unit != "year" or quantity.change:
        return Asked.NOT
    if not is_age_at_death(derived):
        return Asked.NOT if quantity.noun and _has(context, assertion.span, Operator.DIED) else Asked.PERHAPS
    return Asked.SURELY if _has(context, assertion.span, Operator.DIED) else Asked.NOT


def _asks_how_many(assertion: Assertion, quantity: Quantity, derived: Derived) -> Asked:
    """Return whether a claim counts what the header of the table's first column names."""
    ours = counted(assertion.terms, quantity)
    theirs = [t for cell, held in derived.sentence.header_terms if cell == derived.place for t in held]
    same = any(related(one, other) for one in ours for other in theirs)
    return Asked.PERHAPS if same and not quantity.change else Asked.NOT


def _asks_for_all(context: Context, assertion: Assertion, quantity: Quantity, derived: Derived) -> Asked:
    """Return whether a claim is of all parts together; of a column of a table, of its time."""
    if quantity.change in _SIZES:
        return Asked.NOT
    if not derived.told:
        part = _holds_opposites(assertion, derived) or _tells_one_part(context, assertion, derived)
        return Asked.NOT if part else Asked.PERHAPS
    return Asked.SURELY if _has(context, assertion.span, Operator.TOGETHER) else Asked.PERHAPS


def _tells_one_part(context: Context, assertion: Assertion, derived: Derived) -> bool:
    """Return whether a claim names what some of the parts are for, and not the others: *on repairs*, not *on books*."""
    if _has(context, assertion.span, Operator.TOGETHER):
        return False
    ends = [*(q.span[0] for q in derived.operands[1:]), derived.sentence.span[1]]
    named = set()
    for operand, end in zip(derived.operands, ends, strict=True):
        stop = min(end, _clause_end(derived.sentence, operand))
        things = counted(derived.sentence.terms, operand)
        own = [t for t in derived.sentence.terms if operand.span[1] <= t.span[0] < stop and weight(t) >= _TELLING]
        own = [t for t in own if t not in things] or own
        if own:
            named.add(any(related(t, ours) for t in own for ours in assertion.terms))
    return len(named) > 1


def _clause_end(sentence: Sentence, operand: Quantity) -> int:
    """Return where what is said of a part ends: at a semicolon, or with its sentence."""
    stop = sentence.text.find(";", operand.span[1] - sentence.span[0])
    return sentence.span[0] + stop if stop >= 0 else sentence.span[1]


def _holds_opposites(assertion: Assertion, derived: Derived) -> bool:
    """Return whether the parts are of opposite things, of which the claim tells one: *41 close and 18 open*."""
    told = derived.sentence.terms
    return any(
        antonyms(ours, theirs) and not any(related(theirs, other) for other in assertion.terms)
        for ours in assertion.terms
        for theirs in told
    )
