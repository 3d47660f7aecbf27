"""Files: a ``file:`` source → the bytes on disk, never from outside the claims file's folder.

Loading has looked at the path once; it is looked at again when it is read, symbolic links resolved, since files may
have changed in between.
"""

import asyncio
from pathlib import Path

from claimcheck.enums import State
from claimcheck.fetchers.media_types import media_type_of
from claimcheck.fetchers.settings import MEGABYTE, FetchSettings
from claimcheck.model import Fetched, Page, Source


class FileFetcher:
    """Reads sources from below one folder."""

    def __init__(self, root: Path, settings: FetchSettings) -> None:
        self._root = root
        self._settings = settings

    async def fetch(self, source: Source, /) -> Fetched:
        """Return the file, or why it cannot be read."""
        return await asyncio.to_thread(self._read, source)

    async def aclose(self) -> None:
        """Hold nothing."""

    def _read(self, source: Source) -> Fetched:
        written = source.path or ""
        try:
            root = self._root.resolve()
            path = (root / written).resolve()
            if not path.is_relative_to(root):
                return _failed(source, State.FORBIDDEN_ADDRESS, "the path leads out of the claims file's folder")
            if path.exists() and not path.is_file():
                return _failed(source, State.UNREADABLE, "a folder" if path.is_dir() else "not a regular file")
            cap = self._settings.pdf_bytes if path.suffix.lower() == ".pdf" else self._settings.page_bytes
            with path.open("rb") as stream:
                body = stream.read(cap + 1)
        except FileNotFoundError:
            return _failed(source, State.NOT_FOUND, "there is no such file")
        except (OSError, ValueError, RuntimeError) as error:
            # A NUL or an endless name; before Python 3.13, a loop of symbolic links is a RuntimeError.
            reason = (error.strerror if isinstance(error, OSError) else "") or "no file can have this path"
            return _failed(source, State.UNREADABLE, reason.lower())
        media_type = source.media_type.lower() or media_type_of(path.name)
        if len(body) <= cap:
            return Fetched(source, State.LIVE, Page(source.address, body, media_type), final_url=source.address)
        why = f"larger than {cap / MEGABYTE:g} MB"
        prefix = Page(source.address, body[: self._settings.prefix_bytes], media_type, truncated=why)
        return Fetched(source, State.TOO_LARGE, prefix, final_url=source.address, detail=why)


def _failed(source: Source, state: State, detail: str) -> Fetched:
    return Fetched(source, state, final_url=source.address, detail=detail)
