"""An Atom feed of changes (RFC 4287): ledger → XML.  The ids of feed and entries never change.

The last entries stand in it, the newest first; what it says of one never changes either, so a reader shows each once.
Text alone, no markup: a reader has nothing to run.
"""

import re
import uuid
import xml.etree.ElementTree as ET
from datetime import datetime

from claimcheck.news import Change, Ledger
from claimcheck.notices.wording import headline, rows
from claimcheck.text import printable

ENTRIES = 50
_ATOM = "http://www.w3.org/2005/Atom"
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""


def render_feed(ledger: Ledger, title: str, now: datetime) -> str:
    """Return the feed, ending in a newline.

    Args:
        ledger: what is known, and what has changed.
        title: what the feed is of: the article, or the claims file.
        now: when it is written, in UTC; a feed without entries was updated then.
    """
    shown = ledger.changes[-ENTRIES:][::-1]
    feed = ET.Element("feed", xmlns=_ATOM)
    _add(feed, "id", uuid.UUID(ledger.feed).urn)
    _add(feed, "title", f"claimcheck: {title}")
    _add(feed, "updated", _stamp(shown[0].at if shown else now))
    _add(ET.SubElement(feed, "author"), "name", "claimcheck")
    _add(feed, "generator", "claimcheck")
    for change in shown:
        _add_entry(feed, change, uuid.uuid5(uuid.UUID(ledger.feed), str(change.number)))
    ET.indent(feed)
    body = ET.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'


def _add_entry(feed: ET.Element, change: Change, name: uuid.UUID) -> None:
    entry = ET.SubElement(feed, "entry")
    _add(entry, "id", name.urn)
    _add(entry, "title", headline(change))
    _add(entry, "updated", _stamp(change.at))
    if change.source.startswith(("https://", "http://")) and not re.search(r"[\s<>\"{}|\\^`]", change.source):
        ET.SubElement(entry, "link", rel="alternate", href=_fit(change.source))
    _add(entry, "content", "\n".join(f"{label}: {text}" for label, text in rows(change)) or headline(change))


def _add(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = _fit(text)


def _fit(text: str) -> str:
    return _UNFIT.sub("\ufffd", printable(text, keep_lines=True))


def _stamp(moment: datetime) -> str:
    """Return a moment as RFC 3339 has it."""
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")
