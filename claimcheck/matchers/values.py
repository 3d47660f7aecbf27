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


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a text states it, with all that says what it is a number of."""

    low: Decimal
    high: Decimal
    dimension: Dimension
    span: Span
    text: str
    unit: str = ""
    """Canonical: ``km``, ``hour``; empty for counts, shares and money."""
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

    @property
    def is_range(self) -> bool:
        """Whether two ends are stated."""
        return self.low != self.high

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

    def describe(self) -> str:
        """Return the date as it will be compared, in one line."""
        days = (
            self.start.isoformat() if self.start == self.end else f"{self.start.isoformat()} to {self.end.isoformat()}"
        )
        relation = "" if self.relation == "on" else f"{self.relation} "
        return f"{self.text}: {relation}{days} [{self.granularity.value}]"
