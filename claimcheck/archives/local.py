"""A local archive: a folder of pages as they were read, each beside a note of where and when.  Files only.

``FOLDER/example.org/20260131120000-0f3a9c2b71de.html`` holds the body, and ``….json`` its address, moment, type and
digest.  The names sort by time, and two runs or two branches that save different pages touch different files.  A folder
may come with files from a stranger: names are not followed out of it, and what a note says is checked.
"""

import asyncio
import base64
import hashlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from mimetypes import guess_extension
from pathlib import Path
from typing import Any

from claimcheck.archived import Lookup, Memento, Reply
from claimcheck.archives.replay import fetched_from
from claimcheck.archives.sameness import host_of, page_key
from claimcheck.archives.stamps import moment_of, stamp_of
from claimcheck.errors import UsageError
from claimcheck.model import Page, Source
from claimcheck.ports import Retrieved

_KEY = 12
"""Hexadecimal digits of an address's hash in a file's name."""
_LARGEST_NOTE = 100_000
_LARGEST_BODY = 50_000_000
_NOTE = re.compile(r"(\d{14})-[0-9a-f]{12}\.json")
_HOST = re.compile(r"[^A-Za-z0-9.-]")
_SUFFIXES = {"text/html": ".html", "text/plain": ".txt", "application/xhtml+xml": ".xhtml"}
NAME = "local archive"
WARC_ENDINGS = (".warc", ".warc.gz")
"""Of files that hold many copies, and are another adapter's."""


@dataclass(frozen=True, slots=True)
class LocalArchive:
    """The pages in a folder; their addresses are ``file:`` and a path."""

    folder: Path
    root: Path = Path()
    """What the addresses of its copies are relative to: the folder of the claims file."""
    name: str = NAME

    async def find(self, address: str, near: datetime | None, /) -> Lookup:
        """Return every copy of an address, the nearest first; without a moment, the newest."""
        found = list(self._copies(address))
        ordered = sorted(found, key=lambda m: abs(m.at - near)) if near is not None else found[::-1]
        return Lookup(tuple(ordered))

    async def captures(self, address: str, /) -> Lookup:
        """Return every copy of an address, in the order of time."""
        return Lookup(tuple(self._copies(address)))

    async def fetch(self, memento: Memento, source: Source, /) -> Retrieved:
        """Return a copy; nothing of one that is not of this folder."""
        if memento.archive != self.name or not memento.uri.startswith("file:") or memento.uri.endswith(WARC_ENDINGS):
            return Retrieved()
        return await asyncio.to_thread(self._read, memento, source)

    def _read(self, memento: Memento, source: Source) -> Retrieved:
        path = self.root / memento.uri.removeprefix("file:")
        note = _read_note(path.with_suffix(".json"))
        try:
            if path.parent.resolve().parent != self.folder.resolve() or path.stat().st_size > _LARGEST_BODY:
                return Retrieved(note="its file is not in the folder, or too large")
            body = path.read_bytes()
        except OSError as error:
            return Retrieved(note=f"its file cannot be read: {(error.strerror or str(error)).lower()}")
        if digest_of(body) != note.get("sha1") or page_key(note.get("url", "")) != page_key(source.address):
            return Retrieved(note="its file is not what it was when it was saved")
        headers = (("content-type", f"{note.get('media_type', '')}; charset={note.get('charset', '')}"),)
        return Retrieved(memento, fetched_from(memento, Reply(memento.uri, 200, headers, body), source))

    def save(self, address: str, page: Page, at: datetime) -> Memento:
        """Write a page that was read at a moment, and return its memento.

        Raises:
            UsageError: it cannot be written.
        """
        name = f"{stamp_of(at)}-{_key(address)}"
        suffix = _SUFFIXES.get(page.media_type) or guess_extension(page.media_type or "") or ".bin"
        folder = self.folder / (_HOST.sub("_", host_of(address))[:100] or "_")
        body, digest = folder / f"{name}{suffix}", digest_of(page.body)
        note = {
            "url": address,
            "captured": stamp_of(at),
            "media_type": page.media_type,
            "charset": page.charset,
            "sha1": digest,
            "body": body.name,
        }
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _write(body, page.body)
            _write(folder / f"{name}.json", (json.dumps(note, ensure_ascii=False, indent=1) + "\n").encode())
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            raise UsageError(f"{body} cannot be written: {why}", hint="name a folder that can be written") from None
        return Memento(self._uri(body), at.replace(microsecond=0), address, self.name, "", digest, 200)

    def _uri(self, path: Path) -> str:
        return f"file:{Path(os.path.relpath(path.resolve(), self.root.resolve())).as_posix()}"

    def _copies(self, address: str) -> Iterator[Memento]:
        """Yield the copies of an address, in the order of time."""
        wanted, key = page_key(address), _key(address)
        try:
            notes = sorted(path for path in self.folder.glob(f"*/*-{key}.json") if _NOTE.fullmatch(path.name))
        except OSError:
            return
        for path in notes:
            note = _read_note(path)
            at = moment_of(note.get("captured", ""))
            body = note.get("body", "")
            if (
                at is None
                or page_key(note.get("url", "")) != wanted
                or Path(body).name != body
                or body[:1] in {"", "."}
            ):
                continue
            yield Memento(self._uri(path.parent / body), at, note["url"], self.name, "", note.get("sha1", ""), 200)


def digest_of(body: bytes) -> str:
    """Return the digest of a body as archives write it: SHA-1 in base 32."""
    return base64.b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode("ascii")


def _key(address: str) -> str:
    return hashlib.sha256(page_key(address).encode("utf-8", "replace")).hexdigest()[:_KEY]


def _read_note(path: Path) -> dict[str, str]:
    try:
        if path.stat().st_size > _LARGEST_NOTE:
            return {}
        note: Any = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return {key: value for key, value in note.items() if isinstance(value, str)} if isinstance(note, dict) else {}


def _write(path: Path, data: bytes) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
