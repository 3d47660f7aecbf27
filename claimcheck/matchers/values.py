"""The typed values that a claim and a page are compared by: quantities and dates."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from claimcheck.model import Span


class Dimension(StrEnum):
    """What kind of thing a quantity measures; only quantities of one dimension are compared."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    RATIO = "ratio"
    MEASURE = "measure"
    DURATION = "duration"
    MULTIPLE = "multiple"


class Bound(StrEnum):
    """How a number is stated."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    """Just under: "nearly", "près de"."""
    JUST_OVER = "just over"
    """A little more: "just over", "un peu plus de"."""
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    LESS_THAN = "less than"


_SIGNS = {
    Bound.EXACT: "",
    Bound.ABOUT: "\N{ALMOST EQUAL TO}",
    Bound.NEARLY: "just under",
    Bound.JUST_OVER: "just over",
    Bound.AT_LEAST: "\N{GREATER-THAN OR EQUAL TO}",
    Bound.MORE_THAN: ">",
    Bound.AT_MOST: "\N{LESS-THAN OR EQUAL TO}",
    Bound.LESS_THAN: "<",
}
_FINEST = Decimal("0.0001")
"""What is shown of a fraction that does not end."""


def _digits(number: Decimal) -> str:
    """Return a number with commas between thousands and no zeros at its end: ``1.30`` gives ``1.3``."""
    shown = f"{number if number == number.to_integral_value() else number.quantize(_FINEST):,f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a text states it, with all that says what it is a number of."""

    low: Decimal
    high: Decimal
    dimension: Dimension
    span: Span
    text: str
    unit: str = ""
    """Canonical: ``km``, ``hour``; of a mark what it is given out of, ``/10``; empty for counts, shares and money."""
    currency: str = ""
    """ISO 4217."""
    per: str = ""
    """The denominator of a rate: ``hour``, ``month``, ``person``."""
    bound: Bound = Bound.EXACT
    digits: int = 1
    """Significant digits as written, before any scale word."""
    step: Decimal = Decimal(1)
    """The place value of the last digit written: 100,000 for "1.3 million"."""
    scale_word: str = ""
    noun: tuple[str, ...] = ()
    """The words counted, as written, lower case."""
    stat: str = ""
    """``mean``, ``median`` or ``total``, where said."""
    basis: str = ""
    """``gross`` or ``net``, where said."""
    change: str = ""
    """``up``, ``down`` or ``by`` where it is the size of a change; ``from`` and ``to`` for its two ends."""
    vague: bool = False
    """Whether only the order of magnitude is said: "dozens of"."""
    alternatives: tuple[Decimal, ...] = ()
    """Other readings of the digits, where the separator is ambiguous."""
    parts: tuple[Decimal, ...] = ()
    """Of a ratio the part and the whole that it gives as counts: *26 out of 28 provinces*."""
    turned: bool = False
    """Whether its bound is told by denying the opposite one: at most, as *does not earn more than*."""
    reached: bool = False
    """Whether it is told as one that was reached, and so as the most there was: *gusts reached 154 km/h*."""

    @property
    def is_range(self) -> bool:
        """Whether two ends are stated."""
        return self.low != self.high

    @property
    def notation(self) -> str:
        """The quantity in the one notation of reports, whatever the language: ``≤ 3,000``, ``0.25 USD per hour``."""
        # One in four and 25 % are one value in two ways of writing; a mark is told as it is given, 8.3 /10.
        factor = 1 if self.dimension is not Dimension.RATIO else int(self.unit[1:]) if self.unit else 100
        low, high = _digits(self.low * factor), _digits(self.high * factor)
        number = low if self.low == self.high else f"{low}\N{EN DASH}{high}"
        units = {
            Dimension.PERCENT: "%",
            Dimension.RATIO: "%",
            Dimension.POINTS: "points",
            Dimension.MULTIPLE: "times",
        }
        what = self.currency or self.unit or units.get(self.dimension, "")
        per = f"per {self.per}" if self.per else ""
        change = {"up": "\N{UPWARDS ARROW}", "down": "\N{DOWNWARDS ARROW}"}.get(self.change, "")
        said = (change, _SIGNS[self.bound], number, what, per, self.stat, self.basis)
        return " ".join(word for word in said if word)

    def describe(self) -> str:
        """Return the quantity as it will be compared, in one line."""
        number = f"{self.low:,f}" if self.low == self.high else f"{self.low:,f} to {self.high:,f}"
        bound = "" if self.bound is Bound.EXACT else f"{self.bound.value} "
        what = self.currency or self.unit or {"percent": "%", "points": "points"}.get(self.dimension.value, "")
        per = f" per {self.per}" if self.per else ""
        noun = f" ({' '.join(self.noun)})" if self.noun else ""
        extra = "".join(
            f", {word}" for word in (self.stat, self.basis, self.change and f"change {self.change}") if word
        )
        return f"{self.text}: {bound}{number}{' ' + what if what else ''}{per}{noun}{extra} [{self.dimension.value}]"


ANY_YEAR = 2000
"""A leap year, for days of which no year is known."""


class Granularity(StrEnum):
    """How fine a date is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    YEARS = "years"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True, slots=True)
class DateExpr:
    """A date as a text states it: the days it may mean, first and last included."""

    start: date
    end: date
    granularity: Granularity
    span: Span
    text: str
    relation: str = "on"
    """``on``, ``since``, ``until``, ``before``, ``after`` or ``about``."""
    relative: bool = False
    """Whether the issue date was needed to know it: "last year"."""
    year_inferred: bool = False
    """Whether the text leaves out the year, which was worked out from the issue date."""
    alternatives: tuple[tuple[date, date], ...] = ()
    """Other readings, as first and last day: month first in 03/04/2023, the other year of one left out."""
    year_unknown: bool = False
    """Whether neither the text nor the issue date tells the year; the days are then those of ``ANY_YEAR``."""

    @property
    def notation(self) -> str:
        """The date in the one notation of reports, as fine as it is said: ``2025-02``, ``2019 to 2021``."""
        first, last = _ends_of(self)
        if self.year_unknown:
            first, last = (f"--{end[len('2000-') :]}" for end in (first, last))
        relation = "" if self.relation == "on" else f"{self.relation} "
        return f"{relation}{first}" if first == last else f"{relation}{first} to {last}"

    def describe(self) -> str:
        """Return the date as it will be compared, in one line."""
        days = (
            self.start.isoformat() if self.start == self.end else f"{self.start.isoformat()} to {self.end.isoformat()}"
        )
        if self.year_unknown:
            days = self.notation.removeprefix(f"{self.relation} ")
        relation = "" if self.relation == "on" else f"{self.relation} "
        return f"{self.text}: {relation}{days} [{self.granularity.value}]"


_SHOWN = {
    Granularity.MONTH: len("2025-02"),
    Granularity.YEAR: len("2025"),
    Granularity.YEARS: len("2025"),
    Granularity.DECADE: len("2025"),
    Granularity.CENTURY: len("2025"),
}
"""Characters of an ISO day that a date of a granularity says."""


def _ends_of(date_said: DateExpr) -> tuple[str, str]:
    shown = _SHOWN.get(date_said.granularity, len("2025-02-01"))
    return date_said.start.isoformat()[:shown], date_said.end.isoformat()[:shown]
