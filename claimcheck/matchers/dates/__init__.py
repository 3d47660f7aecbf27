"""Stage 5, match: text → the dates in it: days, months, seasons, years, decades, in six languages.  Pure."""

from claimcheck.matchers.dates.reading import mask_dates, read_dates

__all__ = ["mask_dates", "read_dates"]
