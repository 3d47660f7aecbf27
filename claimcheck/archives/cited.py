"""A copy that the claims file names: ``archive_url`` → the memento there, at whichever archive it is."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

from claimcheck.archived import Lookup, Memento
from claimcheck.archives.door import Door, Limits
from claimcheck.archives.local import NAME as LOCAL
from claimcheck.archives.pace import Pace, Standing
from claimcheck.archives.replay import RAW, replay
from claimcheck.archives.stamps import moment_of, read_replay
from claimcheck.model import Source
from claimcheck.ports import Asker, Clock, HostFacts, Retrieved

_CLOSED = frozenset(
    {"archive.ph", "archive.is", "archive.today", "archive.li", "archive.md", "archive.vn", "archive.fo"}
)
"""Hosts of one archive that lets no program in: its copies are for people."""


def cited_memento(source: Source) -> Memento | None:
    """Return the memento that the writer names as the copy of a source; none where none is named."""
    return memento_at(source.archive_url, source)


def memento_at(uri: str, source: Source) -> Memento | None:
    """Return the memento at an address, a web archive's or a local one's; none where it is neither."""
    if uri.startswith("file:"):
        stamp = moment_of(uri.rpartition("/")[2].partition("-")[0])
        return Memento(uri, stamp, source.address, LOCAL) if stamp is not None else None
    if not uri.startswith(("http://", "https://")):
        return None
    parts = read_replay(uri)
    at = parts.at if parts else _day(source.archive_date)
    return Memento(uri, at, source.address, urlsplit(uri).netloc, parts.address(RAW) if parts else "")


def _day(written: str) -> datetime:
    """Return a day, month or year as written; without one, a moment that no copy is of."""
    try:
        return datetime.fromisoformat((written + "-01-01")[:10]).replace(tzinfo=UTC)
    except ValueError:
        return datetime(1, 1, 1, tzinfo=UTC)


class AnyReplay:
    """Whichever archive a memento names: it is asked for that very copy, and nothing is looked for in it."""

    name = "the archive"

    def __init__(
        self, asker: Asker, clock: Clock, facts: HostFacts | None = None, *, limits: Limits | None = None
    ) -> None:
        self._limits = limits or Limits()
        self._asker = asker
        self._clock = clock
        self._facts = facts
        self._doors: dict[str, Door] = {}

    async def find(self, address: str, near: datetime | None, /) -> Lookup:
        """Return nothing: no archive is known to ask."""
        del address, near
        return Lookup()

    async def captures(self, address: str, /) -> Lookup:
        """Return nothing, likewise."""
        del address
        return Lookup()

    async def fetch(self, memento: Memento, source: Source, /) -> Retrieved:
        """Return a copy as it was captured."""
        host = urlsplit(memento.uri).hostname or ""
        if host in _CLOSED:
            return Retrieved(note=f"{host} lets no program read its copies; open it in a browser")
        if host not in self._doors:
            pace, standing = Pace(host, self._clock, self._facts), Standing(host, self._clock, self._facts)
            self._doors[host] = Door(self._asker, self._clock, pace, standing, limits=self._limits)
        now = datetime.fromtimestamp(self._clock.calendar(), tz=UTC)
        return await replay(self._doors[host], memento, source, now)
