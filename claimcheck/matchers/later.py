"""Years that a claim counts from a date of its own: *founded in 2011, it went public seven years later*.  Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

from claimcheck.matchers.scanning import known_language
from claimcheck.matchers.values import Bound, DateExpr, Dimension, Granularity, Quantity

_LATER = {
    "en": "later|afterwards|on",
    "fr": r"plus tard|après",
    "es": r"más tarde|después",
    "de": r"später|danach",
    "pt": r"mais tarde|depois",
    "it": r"più tardi|dopo",
}
_EARLIER = {
    "en": "earlier|before",
    "fr": r"plus tôt|auparavant|avant",
    "es": r"antes",
    "de": r"zuvor|davor|früher",
    "pt": r"antes",
    "it": r"prima",
}
"""What stands right behind the years and ends its part of the sentence: *a year before the fire* counts from that."""
_ENDS = r"(?=\s*(?:[.,;:)!?]|$))"


@dataclass(frozen=True, slots=True)
class Counted:
    """The dates and quantities of a claim, with years counted from a date as the years that they lead to."""

    dates: tuple[DateExpr, ...]
    quantities: tuple[Quantity, ...]


def count_on(text: str, language: str, dates: Sequence[DateExpr], quantities: Sequence[Quantity]) -> Counted:
    """Return the values of a claim, each *seven years later* as the year that it is, where a date stands before it."""
    found: list[DateExpr] = list(dates)
    left: list[Quantity] = []
    for quantity in quantities:
        counted = _year(text, known_language(language), dates, quantity)
        if counted is None:
            left.append(quantity)
        else:
            found.append(counted)
    return Counted(tuple(sorted(found, key=lambda d: d.span)), tuple(left))


def _year(text: str, language: str, dates: Sequence[DateExpr], quantity: Quantity) -> DateExpr | None:
    exact = quantity.bound is Bound.EXACT and quantity.low == quantity.high == quantity.low.to_integral_value()
    if quantity.dimension is not Dimension.DURATION or quantity.unit != "year" or not exact:
        return None
    base = [d for d in dates if d.span[1] <= quantity.span[0] and d.relation == "on" and not d.year_unknown]
    behind = _behind(text, language, quantity.span[1])
    if not base or behind is None or base[-1].start.year != base[-1].end.year:
        return None
    way, end = behind
    year = base[-1].start.year + way * int(quantity.low)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    span = (quantity.span[0], end)
    return DateExpr(date(year, 1, 1), date(year, 12, 31), Granularity.YEAR, span, text[slice(*span)])


def _behind(text: str, language: str, place: int) -> tuple[int, int] | None:
    """Return 1 for later and -1 for earlier, and where the words end that say so; none where none do."""
    for way, words in ((1, _LATER), (-1, _EARLIER)):
        found = re.compile(rf"\s(?:{words.get(language, 'later')}){_ENDS}", re.IGNORECASE).match(text, place)
        if found is not None:
            return way, found.end()
    return None
