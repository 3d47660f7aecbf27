"""How long ago, in words.  Pure."""

from datetime import datetime

_UNITS = (("day", 86_400), ("hour", 3_600), ("minute", 60))


def age_words(at: datetime, now: datetime) -> str:
    """Return how long ago something was: ``3 days ago``, ``just now``."""
    seconds = (now - at).total_seconds()
    for unit, length in _UNITS:
        count = int(seconds // length)
        if count >= 1:
            return f"{count:,} {unit}{'' if count == 1 else 's'} ago"
    return "just now"
