"""What archives hold, with a memory: a copy never changes, and what is found today is found tomorrow.

That there is no copy is believed for a day, and what trouble an archive had, never.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from claimcheck.archived import Lookup, Memento
from claimcheck.memory.codec import decode, encode
from claimcheck.memory.store import RunMemory
from claimcheck.model import Location, Source
from claimcheck.ports import Archive, Retrieved

FOUND = timedelta(days=180)
NOTHING = timedelta(days=1)
LISTED = timedelta(hours=1)
_MEMENTOS = tuple[Memento, ...]
_NOWHERE = Location("", 1, 1)


class RememberingArchive:
    """Takes from memory what an archive said and gave, and else asks it."""

    def __init__(self, archive: Archive, memory: RunMemory, key: str) -> None:
        """Stand before an archive; ``key`` is what its answers are remembered under, such as its address."""
        self._key = key
        self._archive = archive
        self._memory = memory
        self.name = archive.name

    async def find(self, address: str, near: datetime | None, /) -> Lookup:
        """Return the copies nearest to a moment."""
        day = near.date().isoformat() if near is not None else "newest"
        known = self._recall(f"copies of {address} near {day}")
        if known is not None:
            return Lookup(known)
        if self._memory.offline:
            return Lookup()
        lookup = await self._archive.find(address, near)
        held = NOTHING if near is None or not lookup.mementos else FOUND
        self._remember(f"copies of {address} near {day}", lookup, held)
        return lookup

    async def captures(self, address: str, /) -> Lookup:
        """Return every copy."""
        known = self._recall(f"captures of {address}")
        if known is not None:
            return Lookup(known)
        if self._memory.offline:
            return Lookup()
        lookup = await self._archive.captures(address)
        self._remember(f"captures of {address}", lookup, LISTED)
        return lookup

    async def fetch(self, memento: Memento, source: Source, /) -> Retrieved:
        """Return a copy as it was captured."""
        at = Source(memento.uri, _NOWHERE)
        visit, named = self._memory.pages.visit_of(at), self._recall(f"memento {memento.uri}")
        if visit is not None and named:
            page = visit.fetched.page and replace(visit.fetched.page, url=named[0].original)
            return Retrieved(named[0], replace(visit.fetched, source=source, page=page, read_at=None))
        found = await self._archive.fetch(memento, source)
        fetched = found.fetched
        if (
            fetched is not None
            and fetched.page is not None
            and found.memento is not None
            and not fetched.page.truncated
        ):
            # Under its own address: what is held of the source's is what its server sent.
            page = replace(fetched.page, url=memento.uri)
            self._memory.pages.keep(replace(fetched, source=at, page=page), page, self._memory.now(), self._memory.run)
            self._remember(f"memento {memento.uri}", Lookup((found.memento,)), FOUND)
        return found

    def _recall(self, fact: str) -> tuple[Memento, ...] | None:
        known = self._memory.fact_of(self._key, fact)
        try:
            return decode(_MEMENTOS, known.encode("utf-8", "surrogatepass")) if known is not None else None
        except ValueError:
            return None

    def _remember(self, fact: str, lookup: Lookup, held: timedelta) -> None:
        if not lookup.trouble:
            until = (self._memory.now() + held).timestamp()
            value = encode(lookup.mementos, _MEMENTOS).decode("utf-8", "surrogatepass")
            self._memory.keep_fact(self._key, fact, value, until)
