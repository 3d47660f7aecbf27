"""Stage 5, match: a date as a text writes it, before the parts that it leaves out are worked out."""

from dataclasses import dataclass

from claimcheck.matchers.values import Granularity


@dataclass(frozen=True, slots=True)
class Written:
    """What a run of tokens says of a date; what it leaves out is ``None``, zero or empty."""

    begin: int
    """Its first token."""
    end: int
    """The token after its last."""
    granularity: Granularity
    year: int | None = None
    """For a decade its first year."""
    year_shift: int | None = None
    """Years from the issue date's, where the year is said as "last year"."""
    month: int = 0
    day: int = 0
    season: str = ""
    number: int = 0
    """Of a quarter, a half-year or a century; of a weekday, Monday being 1; of the last year of a run."""
    weekday: int | None = None
    """The weekday said with a day, Monday being 0."""
    part: str = ""
    """``early``, ``mid`` or ``late``."""
    pointer: int | None = None
    """-1 for "last", 0 for "this", 1 for "next", where the period is found from the issue date."""
    unit: str = ""
    """The unit in which ``pointer`` counts, where the whole date is relative: "three years ago"."""
    last: "Written | None" = None
    """The other end, where this is a range."""
    swapped: bool = False
    """Whether day and month may also be read the other way round."""
    ambiguous_month: bool = False
    """Whether a run of years may also be a month: 2005-06."""
    masked: bool = False
    """Whether it is a date that no event has: a copyright year, a year before our era."""
    ahead: bool = False
    """Whether words before it say that it is still to come: "will end on Friday"."""
