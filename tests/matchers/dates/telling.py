"""What the readers of dates find, told in one line for truth tables."""

from datetime import date

from claimcheck.matchers.dates import read_dates
from claimcheck.matchers.values import DateExpr

ISSUED = date(2024, 3, 14)
"""A Thursday."""


def tell(found: DateExpr) -> str:
    """Return a date as "2022-04-20 day", "1990-01-01..1999-12-31 decade", with its relation first unless it is "on"."""
    days = found.start.isoformat()
    if found.start != found.end:
        days += f"..{found.end.isoformat()}"
    relation = "" if found.relation == "on" else f"{found.relation} "
    return f"{relation}{days} {found.granularity.value}"


def tell_all(text: str, language: str, issued: date | None = None) -> str:
    """Return every date of a text, told and joined by semicolons."""
    return "; ".join(tell(found) for found in read_dates(text, language, issued=issued))
