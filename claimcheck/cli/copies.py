"""Archived copies judged as sources are: the same pipeline, with copies in the place of what is on the web today."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace

import click

from claimcheck.archive_room import ArchiveRoom
from claimcheck.archived import Reply
from claimcheck.cli.writing import width
from claimcheck.enums import State
from claimcheck.model import ClaimsFile, Fetched, Report, Source
from claimcheck.ports import Asker
from claimcheck.text import printable


@dataclass(frozen=True, slots=True)
class GivenFetcher:
    """Gives the copies that it was given, by the address of their source."""

    copies: Mapping[str, Fetched]

    async def fetch(self, source: Source, /) -> Fetched:
        """Return the copy of a source; of any other, that nothing was read."""
        given = self.copies.get(source.address)
        return Fetched(source, State.UNREADABLE, detail="no copy") if given is None else replace(given, source=source)

    async def aclose(self) -> None:
        """Hold nothing."""


async def judge_copies(room: ArchiveRoom, claims_file: ClaimsFile, copies: Mapping[str, Fetched]) -> Report:
    """Return what the claims of a file come to where these copies are all that there is of their sources."""
    return await room.verifier(GivenFetcher(copies)).verify(claims_file)


class CountingAsker:
    """Counts what is asked of servers."""

    def __init__(self, asker: Asker) -> None:
        self._asker = asker
        self.count = 0

    async def ask(self, url: str, /, *, headers: tuple[tuple[str, str], ...] = (), post: bytes | None = None) -> Reply:
        """Return what the server answers."""
        self.count += 1
        return await self._asker.ask(url, headers=headers, post=post)


def show_progress(words: str) -> None:
    """Write how it goes on the last line of a terminal, in the place of what stood there; nothing in a pipe."""
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[2K{printable(words)[: width() - 1]}", nl=False, err=True)
