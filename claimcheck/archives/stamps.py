"""Moments and addresses as web archives write them: ``20240131120000`` ↔ a datetime, a memento's address ↔ its parts.

Nearly every archive has taken over the addresses of the Wayback Machine: a base, a stamp of 14 digits, two letters and
an underscore for the form that is wanted, and the address that was captured.  ``id_`` is the form without a banner and
without rewritten links: the bytes as they were captured.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

_STAMP = re.compile(r"[0-9]{4,14}")
_REPLAY = re.compile(
    r"(?P<base>https?://[^\s?#]+?/)"
    r"(?:(?P<stamp>[0-9]{14})(?P<form>[a-z]{2}_)?/(?P<original>\S+)"
    r"|(?P<short>[0-9]{4,13})(?P<its_form>[a-z]{2}_)?/(?P<its_original>https?:/\S+))"
)
"""A short stamp counts only before a whole address: a year is in the path of many a page."""
_SCHEME = re.compile(r"(https?):/+", re.IGNORECASE)
_PARTS = ((4, 1, 9999), (6, 1, 12), (8, 1, 31), (10, 0, 23), (12, 0, 59), (14, 0, 59))
"""Where each part of a stamp ends, and what it may be."""


def stamp_of(at: datetime) -> str:
    """Return a moment as 14 digits, in UTC."""
    return at.astimezone(UTC).strftime("%Y%m%d%H%M%S")


def moment_of(stamp: str) -> datetime | None:
    """Return the moment of 4 to 14 digits; none where they are no moment.

    Old captures have months and days of ``00``, which are read as the first.
    """
    if not _STAMP.fullmatch(stamp) or len(stamp) % 2:
        return None
    parts, begin = [], 0
    for end, least, most in _PARTS:
        text = stamp[begin:end]
        parts.append(min(max(int(text), least), most) if text else least)
        begin = end
    try:
        return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type,misc]  # six whole numbers
    except ValueError:
        return None


def http_date(at: datetime) -> str:
    """Return a moment as HTTP writes it, for ``Accept-Datetime``."""
    return format_datetime(at.astimezone(UTC), usegmt=True)


def read_http_date(text: str) -> datetime | None:
    """Return the moment of an HTTP date; none where it is none."""
    try:
        at = parsedate_to_datetime(text[:64])
    except (ValueError, IndexError, OverflowError):
        return None
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Replay:
    """The address of a memento in its parts."""

    base: str
    """Up to the stamp, a slash at its end."""
    at: datetime
    original: str
    form: str = ""
    """``id_``, ``mp_`` …; empty where the archive shows it with a banner."""

    def address(self, form: str = "") -> str:
        """Return the address in a form."""
        return f"{self.base}{stamp_of(self.at)}{form}/{self.original}"


def read_replay(uri: str) -> Replay | None:
    """Return the parts of a memento's address; none where it is not written so."""
    parts = _REPLAY.fullmatch(uri)
    at = moment_of(parts["stamp"] or parts["short"]) if parts else None
    if parts is None or at is None:
        return None
    original, form = parts["original"] or parts["its_original"], parts["form"] or parts["its_form"] or ""
    return Replay(parts["base"], at, whole_address(original), form)


def whole_address(written: str) -> str:
    """Return an address as an archive repeats it, its scheme whole: ``http:/example.org`` lost a slash to a proxy."""
    if _SCHEME.match(written):
        return _SCHEME.sub(lambda found: f"{found[1].lower()}://", written, count=1)
    return f"http://{written}"
