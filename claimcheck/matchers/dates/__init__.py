"""Stage 5, match: text → the dates in it: days, months, seasons, years, decades, in six languages.  Pure."""

from claimcheck.matchers.dates.counting import in_year
from claimcheck.matchers.dates.pointing import is_pointing, leads_on, point_on
from claimcheck.matchers.dates.reading import Orders, mask_dates, read_dates, read_orders
from claimcheck.matchers.dates.tables import relation_words

__all__ = [
    "Orders",
    "in_year",
    "is_pointing",
    "leads_on",
    "mask_dates",
    "point_on",
    "read_dates",
    "read_orders",
    "relation_words",
]
