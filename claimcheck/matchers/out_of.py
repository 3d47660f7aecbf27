"""Two counts that a claim tells as one share: *900 posts out of 3,200* are 900 and 3,200, and a page may count both."""

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from claimcheck.matchers.values import Dimension, Quantity

_NUMBER = re.compile(r"\d[\d.,'\u2019\s\xa0\u202f]*\d|\d")


def as_counts(quantities: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """Return the quantities of a claim, each share that is told in digits by a part and its whole as both counts.

    *One in four* stays a share: nobody counted four.
    """
    return tuple(one for quantity in quantities for one in _counts(quantity))


def _counts(quantity: Quantity) -> tuple[Quantity, ...]:
    places = [found.span() for found in _NUMBER.finditer(quantity.text)]
    if len(quantity.parts) != 2 or len(places) != 2:  # noqa: PLR2004 - a part and its whole
        return (quantity,)
    begin = quantity.span[0]
    return tuple(
        replace(
            quantity,
            low=number,
            high=number,
            dimension=Dimension.COUNT,
            span=(begin + one, begin + other),
            text=quantity.text[one:other],
            digits=len(str(int(number)).rstrip("0")) or 1,
            step=Decimal(1),
            parts=(),
            change="",
        )
        for number, (one, other) in zip(quantity.parts, places, strict=True)
    )
