"""The Wayback Machine: its CDX index, its availability API where the index fails, its copies.

The index is asked first: the availability API says *nothing archived* of addresses that are (and answers 429 from the
first question on some days).  What the index lists is sorted by nearness here again, for it sorts only when it likes.
Base and paths are those of ``web.archive.org``; another base, such as a test's on loopback, has the same paths.
"""

import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode, urlsplit

from claimcheck.archived import Lookup, Memento
from claimcheck.archives.cdx import NoAnswerError, Row, is_exclusion, read_rows
from claimcheck.archives.door import Door, Limits
from claimcheck.archives.pace import Pace, Standing
from claimcheck.archives.replay import RAW, replay
from claimcheck.archives.sameness import is_same_page
from claimcheck.archives.stamps import Replay, moment_of, read_replay, stamp_of
from claimcheck.errors import UsageError
from claimcheck.model import Source
from claimcheck.ports import Asker, Clock, HostFacts, Retrieved

BASE = "https://web.archive.org"
_FIELDS = "timestamp,original,statuscode,mimetype,digest"
_NEAREST = 5
_MOST = 50_000
"""Captures listed of one address."""
_FOUND = 200
_FORBIDDEN = 403


class Wayback:
    """The Wayback Machine at a base address."""

    name = "Wayback Machine"

    def __init__(
        self,
        asker: Asker,
        clock: Clock,
        facts: HostFacts | None = None,
        *,
        base: str = BASE,
        limits: Limits | None = None,
    ) -> None:
        """Prepare to ask, within the limits of a run over sources where none are given.

        Raises:
            UsageError: the base is none that an archive can have.
        """
        parts = urlsplit(base)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
            raise UsageError(f"--archive-url: '{base}' is no address", hint=f"the Wayback Machine is at {BASE}")
        self.base = base.rstrip("/")
        self._clock = clock
        host = urlsplit(self.base).netloc
        limits = limits or Limits()
        pace, standing = Pace(host, clock, facts, limits.patience), Standing(host, clock, facts)
        self.door = Door(asker, clock, pace, standing, shuts_out=True, limits=limits)

    async def find(self, address: str, near: datetime | None, /) -> Lookup:
        """Return the copies nearest to a moment, of an address that answered 200 then, the nearest first."""
        newest = [("limit", str(-_NEAREST))]
        closest = [("sort", "closest"), ("closest", stamp_of(near)), ("limit", str(_NEAREST))] if near else newest
        rows, trouble = await self._rows(address, [("filter", "statuscode:200"), *closest])
        near = near or self._now()
        if not trouble:
            found = [self._memento(row) for row in rows if row.status == _FOUND and is_same_page(row.original, address)]
            return Lookup(tuple(sorted(found, key=lambda memento: abs(memento.at - near))))
        if "excluded" in trouble or self.door.standing.objection():
            return Lookup(trouble=trouble)
        memento = await self._available(address, near)
        return Lookup((memento,)) if memento is not None else Lookup(trouble=trouble)

    async def captures(self, address: str, /) -> Lookup:
        """Return every copy of an address, in the order of time; those that repeat an earlier one have its digest."""
        query = [("filter", "statuscode:(200|-)"), ("limit", str(_MOST))]
        rows, trouble = await self._rows(address, query)
        if len(rows) >= _MOST:
            rows, trouble = await self._rows(address, [("filter", "statuscode:200"), ("collapse", "digest"), query[1]])
        if trouble:
            return Lookup(trouble=trouble)
        same = [row for row in rows if is_same_page(row.original, address)]
        pages = {row.digest for row in same if row.status == _FOUND}
        held = [self._memento(row) for row in same if row.status == _FOUND or row.digest in pages]
        return Lookup(tuple(sorted(held, key=lambda memento: memento.at)))

    async def fetch(self, memento: Memento, source: Source, /) -> Retrieved:
        """Return a copy as it was captured; nothing of one that is none of the Wayback Machine's."""
        parts = read_replay(memento.raw or memento.uri)
        if parts is None or parts.base != f"{self.base}/web/":
            return Retrieved()
        return await replay(self.door, memento, source, self._now())

    async def _rows(self, address: str, query: list[tuple[str, str]]) -> tuple[list[Row], str]:
        asked = urlencode([("url", address), ("output", "json"), ("fl", _FIELDS), *query])
        reply = await self.door.ask(f"{self.base}/cdx/search/cdx?{asked}", indexed=True)
        if reply.status is None:
            return [], reply.trouble
        if reply.status == _FORBIDDEN and is_exclusion(reply.body.decode("utf-8", "replace")):
            return [], "the site is excluded from the archive"
        if reply.status != _FOUND:
            return [], f"its index answered {reply.status}"
        try:
            return read_rows(reply.body), ""
        except NoAnswerError as error:
            return [], str(error)

    async def _available(self, address: str, near: datetime) -> Memento | None:
        """Return the copy that the availability API names; none where it names none, whatever that means."""
        parts = urlsplit(self.base)
        base = f"{parts.scheme}://{parts.netloc.removeprefix('web.')}"
        asked = urlencode([("url", address), ("timestamp", stamp_of(near))])
        reply = await self.door.ask(f"{base}/wayback/available?{asked}")
        try:
            answer: Any = json.loads(reply.body) if reply.status == _FOUND else {}
            closest = answer["archived_snapshots"]["closest"]
            at, status = moment_of(str(closest["timestamp"])), str(closest["status"])
            named = read_replay(str(closest["url"]))
        except (ValueError, KeyError, TypeError, RecursionError):
            return None
        if at is None or status != str(_FOUND) or named is None or not is_same_page(named.original, address):
            return None
        return self._memento(Row(at, named.original, _FOUND, "", ""))

    def _memento(self, row: Row) -> Memento:
        where = Replay(f"{self.base}/web/", row.at, row.original)
        return Memento(where.address(), row.at, row.original, self.name, where.address(RAW), row.digest, row.status)

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock.calendar(), tz=UTC)
