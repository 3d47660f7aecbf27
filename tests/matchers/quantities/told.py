"""Quantities in one short line each, so that a truth table reads as what a text says.

``<=3000 people``: up to 3,000 people.  ``1.32..2 USD/hour``: a range, at a rate.  ``0.25 of worker``: a share.
"""

from decimal import Decimal

from claimcheck.matchers.quantities import read_quantities
from claimcheck.matchers.values import Bound, Dimension, Quantity

SIGNS = {
    Bound.EXACT: "",
    Bound.ABOUT: "~",
    Bound.NEARLY: "nearly ",
    Bound.JUST_OVER: "just over ",
    Bound.AT_LEAST: ">=",
    Bound.MORE_THAN: ">",
    Bound.AT_MOST: "<=",
    Bound.LESS_THAN: "<",
}
KINDS = {Dimension.PERCENT: "%", Dimension.POINTS: "points", Dimension.RATIO: "share", Dimension.MULTIPLE: "times"}


def _number(value: Decimal) -> str:
    rounded = value if value == value.to_integral_value() else round(value, 4)
    return f"{rounded.normalize():f}"


def tell(quantity: Quantity) -> str:
    """Return what a quantity says, in one line."""
    number = _number(quantity.low)
    if quantity.is_range:
        number += f"..{_number(quantity.high)}"
    what = quantity.currency or quantity.unit or KINDS.get(quantity.dimension, "")
    words = [SIGNS[quantity.bound] + number, what, *quantity.noun]
    flags = [quantity.stat, quantity.basis, quantity.change, "vague" if quantity.vague else ""]
    line = " ".join(word for word in words if word)
    if quantity.per:
        line += f"/{quantity.per}"
    return " ".join([line, *(flag for flag in flags if flag)])


def told(text: str, language: str) -> str:
    """Return what every quantity of a text says, in order."""
    return "; ".join(tell(quantity) for quantity in read_quantities(text, language))
