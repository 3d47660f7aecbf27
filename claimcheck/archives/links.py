"""Links as RFC 8288 and RFC 7089 write them, in a ``Link`` header or a TimeMap → the mementos named.  Pure.

Commas stand inside addresses and dates as well as between links, so nothing is split at them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from claimcheck.archives.stamps import read_http_date

_LINK = re.compile(r'<([^<>]{1,8192})>((?:\s*;\s*[\w*-]{1,40}\s*=\s*(?:"[^"]*"|[^;,<\s]*))*)')
_PARAMETER = re.compile(r';\s*([\w*-]{1,40})\s*=\s*(?:"([^"]*)"|([^;,<\s]*))')
MOST = 200_000
"""Links of one TimeMap."""


@dataclass(frozen=True, slots=True)
class Link:
    """One link: where to, and as what."""

    uri: str
    relations: frozenset[str]
    at: datetime | None = None


def read_links(text: str) -> Iterator[Link]:
    """Yield the links of a text, as far as they can be read."""
    for number, found in enumerate(_LINK.finditer(text)):
        if number >= MOST:
            return
        named = {name.lower(): quoted or bare for name, quoted, bare in _PARAMETER.findall(found[2])}
        relations = frozenset(named.get("rel", "").lower().split())
        yield Link(found[1].strip(), relations, read_http_date(named["datetime"]) if "datetime" in named else None)


def read_mementos(text: str) -> list[Link]:
    """Return the links to mementos that say when they were captured, in the order of time, each once."""
    held = {link.uri: link for link in read_links(text) if "memento" in link.relations and link.at is not None}
    return sorted(held.values(), key=lambda link: (link.at, link.uri))


def original_of(text: str) -> str:
    """Return the address that a memento is of, after its ``Link`` header; empty where it says none."""
    return next((link.uri for link in read_links(text) if "original" in link.relations), "")
