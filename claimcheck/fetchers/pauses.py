"""``Retry-After`` → seconds: a number of them, or a date."""

from datetime import UTC
from email.utils import parsedate_to_datetime

_LONGEST_NUMBER = 9
"""Digits: thirty years, in seconds."""


def read_pause(value: str, *, now: float) -> float | None:
    """Return how many seconds a server asks to be left alone; none where it does not say.

    Args:
        value: the header as received.
        now: seconds since 1970, for dates.
    """
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text[:_LONGEST_NUMBER])
    try:
        until = parsedate_to_datetime(text[:64])
    except (ValueError, IndexError, OverflowError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, until.timestamp() - now)
