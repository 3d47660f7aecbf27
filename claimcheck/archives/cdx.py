"""What a CDX server answers → its rows, or why it is no answer.  Pure.

The Wayback Machine answers with an array of arrays, the first of which names the columns; pywb with an object a line.
Rows that cannot be read are left out: of a list of captures, what is sound is worth having.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from claimcheck.archives.stamps import moment_of, whole_address

_BLOCKED = ("AccessControlException", "Blocked Site Error", "has been excluded")
_NAMES = {"original": "url", "statuscode": "status", "mimetype": "mime"}
"""Columns of the Wayback Machine, and what pywb calls them."""


@dataclass(frozen=True, slots=True)
class Row:
    """One capture."""

    at: datetime
    original: str
    status: int | None
    """None where the archive keeps only that nothing had changed since an earlier capture."""
    media_type: str
    digest: str


class NoAnswerError(Exception):
    """A body that is no list of captures; the message says what it is."""


def read_rows(body: bytes) -> list[Row]:
    """Return the captures that a body lists, in its order, without repetitions.

    Raises:
        NoAnswerError: it is no such list.
    """
    text = body.decode("utf-8", "replace").strip()
    if is_exclusion(text):
        raise NoAnswerError("the site is excluded from the archive")
    if not text:
        return []
    try:
        records = _records(text)
    except (ValueError, RecursionError):
        what = "a page" if text[:200].lstrip().startswith("<") else "something"
        raise NoAnswerError(f"it answered with {what} that is no list of captures") from None
    return list(dict.fromkeys(row for record in records if (row := _row(record)) is not None))


def is_exclusion(text: str) -> bool:
    """Return whether an archive says that it shows nothing of a site."""
    return any(sign in text[:20_000] for sign in _BLOCKED)


def _records(text: str) -> list[dict[str, Any]]:
    if text.startswith("{"):
        found = [json.loads(line) for line in text.splitlines() if line.strip()]
        return [record for record in found if isinstance(record, dict)]
    table = json.loads(text)
    if not isinstance(table, list):
        raise ValueError(text[:20])  # noqa: TRY004 - told like any other text that is no table
    lists = [row for row in table if isinstance(row, list)]
    if not lists:
        return []
    head = [str(name) for name in lists[0]]
    return [dict(zip(head, row, strict=True)) for row in lists[1:] if len(row) == len(head)]


def _row(record: dict[str, Any]) -> Row | None:
    def text(name: str) -> str:
        value = record.get(name, record.get(_NAMES.get(name, ""), ""))
        return value.strip() if isinstance(value, str) else ""

    at, original = moment_of(text("timestamp")), text("original")
    if at is None or not original:
        return None
    status = text("statuscode")
    known = int(status) if status.isdecimal() and len(status) == 3 else None  # noqa: PLR2004 - an HTTP status
    return Row(at, whole_address(original), known, text("mimetype").lower(), text("digest"))
