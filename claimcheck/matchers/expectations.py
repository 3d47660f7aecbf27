"""Expectations: what the writer says, in typed form, that the source must hold.

They replace the values read from the claim's words; its words still tell what the value is to be of.
"""

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import assert_never

from claimcheck.enums import Code, ExpectKind, Op, Outcome
from claimcheck.matchers import by_date, by_quantity, by_quote
from claimcheck.matchers.checks import missing_names
from claimcheck.matchers.context import Context
from claimcheck.matchers.dates import read_dates
from claimcheck.matchers.names import Name, Sameness, read_names, same_name
from claimcheck.matchers.quantities import read_quantities
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.values import Bound, Quantity
from claimcheck.model import Comparison, Expectation, Quote

_BOUNDS = {
    Op.EQ: Bound.EXACT,
    Op.LT: Bound.LESS_THAN,
    Op.LE: Bound.AT_MOST,
    Op.GT: Bound.MORE_THAN,
    Op.GE: Bound.AT_LEAST,
    Op.ABOUT: Bound.ABOUT,
}


def compare_expectation(context: Context, item: Expectation, index: int) -> list[Comparison]:
    """Return how the document stands to one expectation."""
    assertion = _about(context, index)
    match item.kind:
        case ExpectKind.VALUE | ExpectKind.RANGE:
            quantity = _quantity(context, item)
            if quantity is None:
                return [context.missing(assertion, item.kind.value, item.text, Code.NOTHING_CHECKABLE)]
            return by_quantity.compare(context, replace(assertion, quantity=quantity))
        case ExpectKind.DATE:
            dates = read_dates(item.text, context.reading.language, issued=context.passages.issued)
            if not dates:
                return [context.missing(assertion, "date", item.text, Code.NOTHING_CHECKABLE)]
            return by_date.compare(context, replace(assertion, dates=tuple(dates[:1])))
        case ExpectKind.ENTITY:
            return [_entity(context, item, assertion)]
        case ExpectKind.TEXT:
            return [by_quote.compare_quote(context, assertion, Quote(item.text))]
        case ExpectKind.MEDIA_TYPE:
            same = context.passages.document.media_type == item.text
            outcome = Outcome.AGREES if same else Outcome.CONFLICTS
            code = None if same else Code.VALUE_CONFLICT
            found = context.passages.document.media_type
            return [Comparison("media_type", item.text, outcome, found, code=code, assertion=index)]
        case _:
            assert_never(item.kind)


def _about(context: Context, index: int) -> Assertion:
    """Return an assertion about what the claim is about: its words locate the value, and need not all be said of it."""
    reading = context.reading
    values = [*(q.span for q in reading.quantities), *(d.span for d in reading.dates)]
    words = dict.fromkeys(t for a in reading.assertions for t in (*a.terms, *a.context))
    own = tuple(t for t in words if not any(v[0] <= t.span[0] < v[1] for v in values))
    return Assertion(index, (0, len(reading.text)), None, (), reading.names, (), own)


def _quantity(context: Context, item: Expectation) -> Quantity | None:
    """Return the quantity expected; a unit that stands apart is read behind the number."""
    text = f"{item.text} {item.unit}".strip()
    found = read_quantities(text, context.reading.language) or read_quantities(text, "en")
    if not found:
        return None
    quantity = found[0] if item.op is Op.EQ else replace(found[0], bound=_BOUNDS[item.op])
    slack = _tolerance(item.tolerance, quantity)
    if slack:
        quantity = replace(quantity, low=quantity.low - slack, high=quantity.high + slack, vague=True)
    return replace(quantity, text=text)


def _tolerance(written: str, quantity: Quantity) -> Decimal:
    """Return a tolerance as an amount: ``0.5`` is one already, ``5 %`` is a share of the value."""
    bare = written.replace("%", "").replace(",", ".").strip()
    try:
        amount = Decimal(bare) if bare else Decimal(0)
    except InvalidOperation:
        return Decimal(0)
    return abs(quantity.low or Decimal(0)) * amount / 100 if "%" in written else amount


def _entity(context: Context, item: Expectation, assertion: Assertion) -> Comparison:
    wanted = read_names(item.text, context.reading.language) or [Name.of(item.text)]
    if missing_names(context, wanted):
        return context.missing(assertion, "entity", item.text, Code.NAME_NOT_FOUND)
    for name, sentence in context.passages.names:
        if context.may_support(sentence) and same_name(wanted[0], name, context.aliases) is not Sameness.DIFFERENT:
            return context.decided(assertion, "entity", item.text, context.at(sentence, name.span))
    return context.missing(assertion, "entity", item.text, Code.NAME_NOT_FOUND)
