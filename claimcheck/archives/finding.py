"""After stage 3: a source that is gone or cannot be read → the archived copy nearest to a moment.

The copy that the writer cites comes first; then the archives are asked, all of them, and the nearest copy that can be
had is taken.  An address that is nobody else's business, because it holds a secret, needs the user's own credentials or
is of a private network, is told to no public archive.
"""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from claimcheck.archived import NO_COPY, Memento
from claimcheck.archives.cited import cited_memento, memento_at
from claimcheck.archives.sameness import holds_secret, host_of
from claimcheck.model import Source
from claimcheck.ports import Archive, Retrieved

MOST_TRIED = 4
"""Copies that are fetched for one source until one can be read."""
_RESERVED = (".example", ".test", ".invalid", ".onion")
"""Names that no public archive can have been to (RFC 2606, 6761, 7686)."""
NOTHING_REMEMBERED = "no archived copy is at hand offline"


class CopyFinder:
    """Finds copies in several archives."""

    def __init__(
        self,
        public: Iterable[Archive],
        own: Iterable[Archive],
        replay: Archive,
        refusal: Callable[[str], str],
        *,
        none: str = NO_COPY,
    ) -> None:
        """Prepare to look.

        Args:
            public: archives that belong to others, and are not told everything.
            own: archives of the user's own.
            replay: gives a copy that the claims file names, of whichever archive.
            refusal: says of a host why it is none of the public web; empty where it is.
            none: what is said where there is no copy.
        """
        self._none = none
        self._public = tuple(public)
        self._own = tuple(own)
        self._replay = replay
        self._refusal = refusal

    async def copy_of(self, source: Source, near: datetime | None, /, *, saved: str = "") -> Retrieved:
        """Return the copy nearest to a moment that can be had, or why there is none; without one, the newest.

        ``saved`` is the address of a copy that was saved; it is taken where it is in one of the archives asked.  It
        comes from a file that a stranger may have changed, so no other archive is asked for it.
        """
        if source.path is not None:
            return Retrieved()
        note = ""
        if (cited := cited_memento(source)) is not None:
            found = await self._fetch(cited, source)
            if found.fetched is not None:
                return found
            note = f"the archive_url cannot be read: {found.note}"
        archives, silent = self._whom_to_ask(source)
        if not archives:
            return Retrieved(note=note or silent)
        if saved and (memento := memento_at(saved, source)) is not None:
            found = await self._fetch(memento, source, cited=False)
            if found.fetched is not None:
                return found
        mementos, trouble = await self._look_in(archives, source, near)
        for memento in _nearest(mementos, near)[:MOST_TRIED]:
            found = await self._fetch(memento, source)
            if found.fetched is not None:
                return found
            trouble = trouble or f"{memento.archive}: {found.note}"
        return Retrieved(note=note or trouble or silent or self._none)

    async def _look_in(
        self, archives: Iterable[Archive], source: Source, near: datetime | None
    ) -> tuple[list[Memento], str]:
        asked = list(archives)
        lookups = await asyncio.gather(*(archive.find(source.address, near) for archive in asked))
        named = zip(asked, lookups, strict=True)
        troubles = [f"{archive.name}: {lookup.trouble}" for archive, lookup in named if lookup.trouble]
        return [memento for lookup in lookups for memento in lookup.mementos], "; ".join(troubles)

    async def _fetch(self, memento: Memento, source: Source, *, cited: bool = True) -> Retrieved:
        """Return a copy by the first archive whose it is; one that is ``cited`` by whichever archive it is at."""
        readers: list[Archive] = [*self._own, *self._public]
        for archive in [*readers, self._replay] if cited else readers:
            found = await archive.fetch(memento, source)
            if found != Retrieved():
                kept = found.memento and replace(found.memento, archive=_name_of(archive, memento))
                return replace(found, memento=kept)
        return Retrieved(note="nobody here reads it")

    def _whom_to_ask(self, source: Source) -> tuple[tuple[Archive, ...], str]:
        """Return the archives that may be told of an address, and why not all of them."""
        why = refusal_to_tell(source, self._refusal)
        if not why:
            return (*self._own, *self._public), ""
        return self._own, f"no public archive was asked, for {why}" if self._public else ""


def refusal_to_tell(source: Source, refusal: Callable[[str], str]) -> str:
    """Return why no public archive is to be told of a source; empty where one may be.

    Args:
        source: the source.
        refusal: says of a host why it is none of the public web; empty where it is.
    """
    host = host_of(source.address)
    if source.headers_from:
        return "it is read with credentials of one's own"
    if holds_secret(source.address):
        return "its address holds a secret"
    if kind := refusal(host):
        return f"its address is {kind}"
    return "its address is of no public network" if f".{host}".endswith(_RESERVED) else ""


def _name_of(archive: Archive, memento: Memento) -> str:
    return memento.archive or archive.name


def _nearest(mementos: Iterable[Memento], near: datetime | None) -> list[Memento]:
    if near is None:
        return sorted(mementos, key=lambda memento: memento.at, reverse=True)
    return sorted(mementos, key=lambda memento: abs(memento.at - near))
