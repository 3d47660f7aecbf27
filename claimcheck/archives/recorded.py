"""A local archive of WARC files: a folder with what crawlers and ``claimcheck export --warc`` wrote.  Files only.

Each file is read through when it is first asked of, and holds the newest copy that it has of an address.  A file that
cannot be read is trouble, and no more.
"""

import asyncio
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from claimcheck.archived import Lookup, Memento
from claimcheck.archives.local import NAME, WARC_ENDINGS
from claimcheck.archives.sameness import is_same_page
from claimcheck.enums import State, StateClass
from claimcheck.errors import UsageError
from claimcheck.model import Fetched, Location, Source
from claimcheck.ports import Fetcher, Retrieved

_MOST_FILES = 100
_NOWHERE = Location("", 1, 1)


class RecordedArchive:
    """The WARC files in a folder."""

    name = NAME

    def __init__(self, folder: Path, root: Path, read: Callable[[Path], Fetcher]) -> None:
        """Prepare to read.

        Args:
            folder: where the files are.
            root: what the addresses of copies are relative to.
            read: returns who fetches from a file, and raises ``UsageError`` where it is none to be read.
        """
        self._folder = folder
        self._root = root
        self._read = read
        self._open: dict[Path, Fetcher | str] = {}

    async def find(self, address: str, near: object, /) -> Lookup:
        """Return the newest copy of an address in every file; in the order of the files' names."""
        del near
        source = Source(address, _NOWHERE)
        mementos, troubles = [], []
        for path in self._paths():
            fetcher = await self._file(path)
            if isinstance(fetcher, str):
                troubles.append(f"{path.name}: {fetcher}")
                continue
            fetched = await fetcher.fetch(source)
            if _is_page(fetched) and fetched.read_at is not None:
                mementos.append(Memento(self._uri(path), fetched.read_at, fetched.final_url, self.name, "", "", 200))
        return Lookup(tuple(mementos), "; ".join(troubles))

    async def captures(self, address: str, /) -> Lookup:
        """Return the same, in the order of time."""
        lookup = await self.find(address, None)
        return Lookup(tuple(sorted(lookup.mementos, key=lambda memento: memento.at)), lookup.trouble)

    async def fetch(self, memento: Memento, source: Source, /) -> Retrieved:
        """Return a copy as it was captured; nothing of one that is in no file here."""
        path = self._root / memento.uri.removeprefix("file:")
        if memento.archive != self.name or not path.name.endswith(WARC_ENDINGS):
            return Retrieved()
        fetcher = await self._file(next((held for held in self._paths() if held.name == path.name), path))
        if isinstance(fetcher, str):
            return Retrieved(note=fetcher)
        fetched = await fetcher.fetch(source)
        if not _is_page(fetched) or (fetched.read_at != memento.at and is_same_page(memento.original, source.address)):
            return Retrieved(note="its file holds another copy now")
        return Retrieved(memento, fetched)

    async def _file(self, path: Path) -> Fetcher | str:
        if path not in self._open:
            try:
                self._open[path] = await asyncio.to_thread(self._read, path)
            except UsageError as error:
                self._open[path] = error.message
        return self._open[path]

    def _uri(self, path: Path) -> str:
        return f"file:{Path(os.path.relpath(path.resolve(), self._root.resolve())).as_posix()}"

    def _paths(self) -> Iterator[Path]:
        try:
            found = sorted(
                path for path in self._folder.iterdir() if path.name.endswith(WARC_ENDINGS) and path.is_file()
            )
        except OSError:
            return
        yield from found[:_MOST_FILES]


def _is_page(fetched: Fetched) -> bool:
    present = fetched.state.state_class is StateClass.PRESENT or fetched.state is State.TOO_LARGE
    return fetched.page is not None and present
