"""Any archive that speaks Memento (RFC 7089): its TimeGate for the nearest copy, its TimeMap for all of them.

An archive is named by the address before which a cited one is put: ``https://arquivo.pt/wayback/``, the collection of a
pywb, ``…/timegate/`` of an aggregator.  A TimeGate may send on to a copy or give it at once; pywb shows people a frame,
and names the copy in its ``Link`` header.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit

from claimcheck.archived import Lookup, Memento, Reply
from claimcheck.archives.door import MEMENTO_DATETIME, Door, Limits
from claimcheck.archives.links import Link, read_mementos
from claimcheck.archives.pace import Pace, Standing
from claimcheck.archives.replay import RAW, replay
from claimcheck.archives.sameness import host_of
from claimcheck.archives.stamps import http_date, read_http_date, read_replay
from claimcheck.errors import UsageError
from claimcheck.model import Source
from claimcheck.ports import Asker, Clock, HostFacts, Retrieved

_REDIRECTS = range(300, 400)
_ERRORS = 400
_NOT_FOUND = 404
_NEAREST = 5
_GATE, _MAP = "timegate/", "timemap/link/"


class TimeGate:
    """An archive by the address of its TimeGate."""

    def __init__(
        self, base: str, asker: Asker, clock: Clock, facts: HostFacts | None = None, *, limits: Limits | None = None
    ) -> None:
        """Prepare to ask.

        Raises:
            UsageError: the address is none that an archive can have.
        """
        parts = urlsplit(base)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
            hint = "write the address that cited ones are put behind: https://arquivo.pt/wayback/"
            raise UsageError(f"--memento: '{base}' is not the address of a TimeGate", hint=hint)
        self.base = base if base.endswith("/") else f"{base}/"
        self.name = parts.netloc
        self._clock = clock
        limits = limits or Limits()
        pace, standing = Pace(self.base, clock, facts, limits.patience), Standing(self.base, clock, facts)
        self.door = Door(asker, clock, pace, standing, limits=limits)

    async def find(self, address: str, near: datetime | None, /) -> Lookup:
        """Return the copies that the TimeGate names, the nearest first; where it gives an error, the TimeMap's."""
        near = near or self._now()
        reply = await self.door.ask(f"{self.base}{address}", headers=(("Accept-Datetime", http_date(near)),))
        if reply.status is None:
            return Lookup(trouble=reply.trouble)
        found = self._named(reply, address)
        if reply.status >= _ERRORS and reply.header(MEMENTO_DATETIME):
            every = await self.captures(address)
            found = [memento for memento in every.mementos if memento.at not in {m.at for m in found}]
        elif reply.status >= _ERRORS:
            return Lookup(trouble="" if reply.status == _NOT_FOUND else f"its TimeGate answered {reply.status}")
        elif not found:
            return Lookup(trouble="its TimeGate names no copy")
        nearest = sorted(found, key=lambda memento: abs(memento.at - near))[:_NEAREST]
        return Lookup(tuple(nearest))

    async def captures(self, address: str, /) -> Lookup:
        """Return every copy that the TimeMap names, in the order of time; whether each was a page is not said there."""
        base = f"{self.base.removesuffix(_GATE)}{_MAP}{address}"
        reply = await self.door.ask(base, indexed=True)
        if reply.status is None:
            return Lookup(trouble=reply.trouble)
        if reply.status == _NOT_FOUND:
            return Lookup()
        if reply.status >= _REDIRECTS.start:
            return Lookup(trouble=f"its TimeMap answered {reply.status}")
        found = self._mementos(read_mementos(reply.body.decode("utf-8", "replace")), address)
        if not found and reply.body.strip() and not reply.body.lstrip().startswith(b"<http"):
            return Lookup(trouble="its TimeMap is no list of copies")
        return Lookup(tuple(sorted(found, key=lambda memento: memento.at)))

    async def fetch(self, memento: Memento, source: Source, /) -> Retrieved:
        """Return a copy as it was captured; nothing of one that this archive did not name."""
        if memento.archive != self.name and not memento.uri.startswith(self.base):
            return Retrieved()
        if host_of(memento.uri) == host_of(source.address):
            return Retrieved(note="its copy is at the site itself")
        return await replay(self.door, memento, source, self._now())

    def _named(self, reply: Reply, address: str) -> list[Memento]:
        """Return the copies that an answer of the TimeGate names."""
        links = read_mementos(reply.header("link"))
        where = reply.header("location") if reply.status in _REDIRECTS else reply.header("content-location")
        uri = urljoin(reply.url, where) if where else ""
        parts = read_replay(uri)
        at = read_http_date(reply.header(MEMENTO_DATETIME)) or (parts.at if parts else None)
        if uri and at is not None:
            links = [Link(uri, frozenset({"memento"}), at), *links]
        return self._mementos(links, address)

    def _mementos(self, links: Iterable[Link], address: str) -> list[Memento]:
        """Return the copies that links lead to, each moment once, none of a day that is still to come."""
        held: dict[datetime, Memento] = {}
        now = self._now()
        for link in links:
            if link.at is None or link.at > now or urlsplit(link.uri).scheme not in {"http", "https"}:
                continue
            parts = read_replay(link.uri)
            uri, raw = (parts.address(), parts.address(RAW)) if parts else (link.uri, "")
            held.setdefault(link.at, Memento(uri, link.at, address, self.name, raw))
        return list(held.values())

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock.calendar(), tz=UTC)
