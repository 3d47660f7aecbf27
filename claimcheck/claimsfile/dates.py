"""Stage 1, load: days, months and years as people write them in a claims file: ISO 8601, in full."""

import re
from datetime import date

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def first_day(text: str) -> date | None:
    """Return the first day of a day, a month or a year; nothing where there is no such day."""
    found = _ISO.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
