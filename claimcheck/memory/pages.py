"""Pages that proved to be there: kept by what they hold, found again by their address, or by the source that cites it.

A *copy* is a page under its own address, with the validators by which a server says that it has not changed.  A *visit*
is what a source led to, redirects included: it stands in for a fetch offline, and after an interrupted run.  Bodies
are kept once, however many addresses show them.  No secret of an address is kept: neither as a name nor within.
"""

import hashlib
import sqlite3
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from claimcheck.memory.codec import decode, encode
from claimcheck.memory.compression import compress, decompress
from claimcheck.memory.database import Database
from claimcheck.model import Fetched, Location, Page, Source
from claimcheck.ports import Copy
from claimcheck.redaction import name_of, redact

KEPT_HEADERS = frozenset({"content-type", "content-language", "etag", "last-modified", "date"})
"""What a page is read by, and what a server is asked by later.  No other header is kept: cookies are secrets."""
DAMAGED = (ValueError, TypeError, AttributeError, OverflowError, OSError)
"""What is raised where a row holds what nobody put there: such a row is as good as none."""
_HEADERS = tuple[tuple[str, str], ...]
_NOWHERE = Source("", Location("", 1, 1))


def digest_of(body: bytes) -> str:
    """Return the name under which a body is kept."""
    return hashlib.sha256(body).hexdigest()


@dataclass(frozen=True, slots=True)
class Visit:
    """What a source led to when it was last found there, and the run that it belongs to."""

    fetched: Fetched
    run: int


class RememberedPages:
    """The copies and the visits in the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, fetched: Fetched, page: Page, read_at: datetime, run: int) -> None:
        """Keep a page that proved to be there, as a copy under its address and as a visit of its source."""
        self._database.write(lambda connection: _keep(connection, fetched, page, read_at.timestamp(), run))

    def copy_of(self, url: str) -> Copy | None:
        """Return what is held of the page at this very address."""
        rows = self._database.read(
            "SELECT content, size, headers, read_at FROM copies JOIN bodies USING (content) WHERE url = ?",
            (name_of(url),),
        )
        for content, size, headers, read_at in rows:
            try:
                return Copy(str(content), int(size), decode(_HEADERS, headers.encode()), _moment(read_at))
            except DAMAGED:
                return None
        return None

    def body_of(self, content: str) -> bytes | None:
        """Return the body of this name; none where it is not held, or not what it was."""
        for (packed,) in self._database.read("SELECT body FROM bodies WHERE content = ?", (content,)):
            try:
                body = decompress(packed)
            except DAMAGED:
                return None
            return body if digest_of(body) == content else None
        return None

    def visit_of(self, source: Source) -> Visit | None:
        """Return what a source led to when it was last found there, with its page."""
        rows = self._database.read(
            "SELECT content, fetched, read_at, run FROM visits WHERE source = ?", (name_of(source.address),)
        )
        for content, packed, read_at, run in rows:
            body = self.body_of(content)
            try:
                fetched = decode(Fetched, packed)
                moment = _moment(read_at)
            except DAMAGED:
                return None
            if body is None or fetched.page is None:
                return None
            page = replace(fetched.page, body=body)
            fetched = _with_address(replace(fetched, page=page), redact(source.address), source.address)
            return Visit(replace(fetched, source=source, read_at=moment), run)
        return None

    def hand_over(self, source: Source, run: int) -> None:
        """Let a visit belong to another run."""
        row = (run, name_of(source.address))
        self._database.write(lambda connection: connection.execute("UPDATE visits SET run = ? WHERE source = ?", row))


def _keep(connection: sqlite3.Connection, fetched: Fetched, page: Page, at: float, run: int) -> None:
    content = digest_of(page.body)
    headers = tuple(pair for pair in page.headers if pair[0] in KEPT_HEADERS)
    lean = replace(fetched, source=_NOWHERE, page=replace(page, body=b"", headers=headers))
    lean = _with_address(lean, fetched.source.address, redact(fetched.source.address))
    if connection.execute("SELECT 1 FROM bodies WHERE content = ?", (content,)).fetchone() is None:
        connection.execute("INSERT INTO bodies VALUES (?, ?, ?)", (content, len(page.body), compress(page.body)))
    connection.execute(
        "INSERT OR REPLACE INTO copies VALUES (?, ?, ?, ?)",
        (name_of(page.url), content, encode(headers, _HEADERS).decode(), at),
    )
    connection.execute(
        "INSERT OR REPLACE INTO visits VALUES (?, ?, ?, ?, ?)",
        (name_of(fetched.source.address), content, encode(lean), at, run),
    )


def _with_address(fetched: Fetched, old: str, new: str) -> Fetched:
    """Return an outcome with another address in the place of the source's own, wherever it stands."""
    if old == new:
        return fetched
    page = fetched.page
    return replace(
        fetched,
        page=replace(page, url=new) if page is not None and page.url == old else page,
        final_url=new if fetched.final_url == old else fetched.final_url,
        hops=tuple(replace(hop, url=new) if hop.url == old else hop for hop in fetched.hops),
    )


def _moment(timestamp: float) -> datetime:
    return datetime.fromtimestamp(timestamp, tz=UTC)
