"""Evidence that is kept on purpose: what came back of every source of a run, and what was found in it.

It lies in ``evidence/`` beside the database, in files that other programs can read: a body under its SHA-256, gzipped,
and beside it what was asked, what was answered, and what each claim's finding was, as JSON, one folder for each claims
file.  Every file is whole or not there, none is changed once it is written, and two runs at once disturb each other in
nothing.  No version of the database, and no pruning of it, touches them.

Of a source that says what it said, the newest answer takes the place of the one before; one that differs is kept beside
it.
"""

import contextlib
import gzip
import hashlib
import json
import os
import re
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from claimcheck.enums import State
from claimcheck.errors import UsageError
from claimcheck.exchanges import Exchange, Headers
from claimcheck.memory.folder import UnusableFolderError, open_folder
from claimcheck.memory.tracking import is_tracked

FOLDER = "evidence"
_VERSION = 1
_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}")
_ABANDONED = 3600
"""Seconds after which a file that is still not whole never will be."""
_LARGEST_NOTE = 4 * 2**20
"""Bytes of one JSON file."""
_LARGEST_BODY = 64 * 2**20
_DAMAGED = (OSError, ValueError, KeyError, TypeError, AttributeError, EOFError, RecursionError, zlib.error)
"""What is raised where a file holds what nobody put there."""


class KeptEvidence:
    """The evidence on the claims of one file."""

    def __init__(self, folder: Path, claims_file: str, warn: Callable[[str], None]) -> None:
        """Say where it is; nothing is made yet.

        Args:
            folder: that of the memory.
            claims_file: the path of the claims file; its name alone counts.
            warn: told once, in a line, why something cannot be kept or read.
        """
        name = Path(claims_file).name
        own = name if _PLAIN_NAME.fullmatch(name) and name != "bodies" else hashlib.sha256(name.encode()).hexdigest()
        self._memory = folder
        self._root = folder / FOLDER
        self._bodies = self._root / "bodies"
        self._exchanges = self._root / own / "exchanges"
        self._claims = self._root / own / "claims"
        self._warn = warn
        self._failed = False

    @property
    def folder(self) -> Path:
        """Where the evidence is."""
        return self._root

    def prepare(self) -> None:
        """Make the folders.

        Raises:
            UsageError: they cannot be made, or are not to be used.
        """
        try:
            open_folder(self._memory)
            _check(self._root)
            for folder in (self._bodies, self._exchanges, self._claims):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                _sweep(folder)
        except (OSError, UnusableFolderError) as error:
            cause = (error.strerror if isinstance(error, OSError) else "") or str(error)
            hint = "name another folder: --cache FOLDER"
            raise UsageError(f"no evidence can be kept in {self._memory}: {cause.lower()}", hint=hint) from None

    def record(self, exchange: Exchange, /) -> None:
        """Keep an exchange; where the disk does not take it, that is told once."""
        try:
            self._keep_exchange(exchange)
        except OSError as error:
            self._fail(error)

    def keep_claim(self, claim_id: str, document: dict[str, object]) -> None:
        """Keep what was found on a claim, in the place of what was found before."""
        try:
            text = json.dumps(document, ensure_ascii=False, indent=1)
            _write(self._claims / f"{_short_hash(claim_id)}.json", text.encode("utf-8", "replace"))
        except OSError as error:
            self._fail(error)

    def is_empty(self) -> bool:
        """Return whether nothing is kept."""
        return not any(self._exchanges.glob("*/*.json"))

    def exchanges(self) -> Iterator[Exchange]:
        """Yield what is kept, by address, of each the oldest first; what is damaged is told, and left out."""
        for path in sorted(self._exchanges.glob("*/*.json")):
            exchange = self._read_exchange(path)
            if exchange is not None:
                yield exchange

    def claims(self) -> Iterator[dict[str, Any]]:
        """Yield what was found on each claim; what is damaged is told, and left out."""
        for path in sorted(self._claims.glob("*.json")):
            try:
                document = _read_note(path)
            except _DAMAGED:
                self._warn(f"{path} is damaged, and left out")
                continue
            yield document

    def _keep_exchange(self, exchange: Exchange) -> None:
        content = hashlib.sha256(exchange.body).hexdigest()
        body = self._bodies / f"{content}.gz"
        if not body.exists():
            _write(body, gzip.compress(exchange.body, 6, mtime=0))
        kind = "rendered" if exchange.rendered else "answer"
        stem = _short_hash(f"{kind} {exchange.url}")
        # A folder of its own for each of 256 beginnings: the earlier answers of one address are looked for in it.
        folder = self._exchanges / stem[:2]
        folder.mkdir(mode=0o700, exist_ok=True)
        before = max(folder.glob(f"{stem}-*.json"), default=None)
        path = folder / f"{stem}-{exchange.at:%Y%m%dT%H%M%S%f}Z.json"
        text = json.dumps(_document(exchange, content), ensure_ascii=False, indent=1)
        _write(path, text.encode("utf-8", "replace"))
        if before is not None and before != path and _says_the_same(before, exchange, content):
            before.unlink(missing_ok=True)

    def _read_exchange(self, path: Path) -> Exchange | None:
        try:
            note = _read_note(path)
            exchange = _exchange(note)
            content = str(note["body"])
            if not re.fullmatch(r"[0-9a-f]{64}", content):
                raise ValueError(content)
            with gzip.open(self._bodies / f"{content}.gz") as stream:
                body = stream.read(_LARGEST_BODY)
            if hashlib.sha256(body).hexdigest() != content:
                raise ValueError(content)
        except _DAMAGED:
            self._warn(f"{path} or its body is damaged, and left out")
            return None
        return replace(exchange, body=body)

    def _fail(self, error: OSError) -> None:
        if not self._failed:
            self._failed = True
            self._warn(f"not all evidence is kept in {self._root}: {(error.strerror or str(error)).lower()}")


@dataclass(frozen=True, slots=True)
class EvidenceSummary:
    """How much evidence a folder holds."""

    size: int
    """Bytes on disk."""
    bodies: int
    folder: Path


def summarize_evidence(folder: Path) -> EvidenceSummary:
    """Return how much evidence is kept in the folder of a memory."""
    root = folder / FOLDER
    size = 0
    for path in root.rglob("*") if root.is_dir() and not root.is_symlink() else ():
        with contextlib.suppress(OSError):
            size += path.stat().st_size if path.is_file() else 0
    return EvidenceSummary(size, sum(1 for _ in (root / "bodies").glob("*.gz")), root)


def _check(root: Path) -> None:
    if root.is_symlink() or is_tracked(root):
        raise UnusableFolderError("its evidence folder is a link, or under version control")


def _sweep(folder: Path) -> None:
    """Remove what a run that was killed left half written; what another one is writing now is younger."""
    for draft in folder.rglob(".*.part"):
        with contextlib.suppress(OSError):
            if time.time() - draft.stat().st_mtime > _ABANDONED:
                draft.unlink()


def _short_hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def _write(path: Path, data: bytes) -> None:
    """Write a file, whole or not at all."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}.part")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _document(exchange: Exchange, content: str) -> dict[str, object]:
    return {
        "version": _VERSION,
        "url": exchange.url,
        "at": exchange.at.isoformat(),
        "asked": exchange.asked,
        "status": exchange.status,
        "headers": exchange.headers,
        "body": content,
        "state": exchange.state.value if exchange.state else None,
        "detail": exchange.detail,
        "truncated": exchange.truncated,
        "unreachable": exchange.unreachable,
        "rendered": exchange.rendered,
    }


def _exchange(note: dict[str, Any]) -> Exchange:
    """Return an exchange without its body.

    Raises:
        ValueError, KeyError, TypeError: it is not as it was written.
    """
    status = note["status"]
    return Exchange(
        url=str(note["url"]),
        at=datetime.fromisoformat(note["at"]),
        asked=_headers(note["asked"]),
        status=None if status is None else int(status),
        headers=_headers(note["headers"]),
        state=State(note["state"]) if note["state"] else None,
        detail=str(note["detail"]),
        truncated=str(note["truncated"]),
        unreachable=bool(note["unreachable"]),
        rendered=bool(note["rendered"]),
    )


def _headers(pairs: list[list[str]]) -> Headers:
    return tuple((str(name), str(value)) for name, value in pairs)


def _read_note(path: Path) -> dict[str, Any]:
    if path.stat().st_size > _LARGEST_NOTE:
        raise ValueError("too large")
    note: Any = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(note, dict) or note.get("version") != _VERSION:
        raise ValueError("another version's")
    return note


def _says_the_same(path: Path, exchange: Exchange, content: str) -> bool:
    """Return whether what was kept before says what an exchange says."""
    try:
        before, held = _exchange(note := _read_note(path)), note["body"]
    except _DAMAGED:
        return False
    return held == content and (before.status, before.state) == (exchange.status, exchange.state)
