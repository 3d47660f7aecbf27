"""What is known of each claims file and what has changed, kept in a file of its own beside the database.

JSON, for it is small and people may look at it.  It only chooses who is told of what; one that came with version
control is not read, or a stranger could choose what nobody hears of.
"""

import json
import os
import uuid
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from claimcheck.indented import dump
from claimcheck.memory.folder import open_folder
from claimcheck.memory.tracking import is_tracked
from claimcheck.news import Change, Known, Ledger

NAME = "news.json"
VERSION = 1
_PLAIN = ("feed", "number", "sources", "told")
LARGEST = 64 * 2**20
"""Bytes; a hundred thousand claims."""


def read_ledger(folder: Path, claims_file: Path) -> Ledger | None:
    """Return what is known of a claims file; none where no run is known."""
    held = _read(folder).get(_key(folder, claims_file))
    try:
        return None if held is None else _ledger(held)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def new_ledger() -> Ledger:
    """Return the ledger of a claims file that nothing is known of."""
    return Ledger(str(uuid.uuid4()))


def write_ledger(folder: Path, claims_file: Path, ledger: Ledger) -> None:
    """Keep what is known of a claims file; what is known of others stays.

    Raises:
        OSError: it cannot be written.
        UnusableFolderError: the folder is not to be used.
    """
    open_folder(folder)
    files = _read(folder) | {_key(folder, claims_file): _document(ledger)}
    draft = folder / f".{NAME}.{os.getpid()}.part"
    try:
        draft.write_text(dump({"version": VERSION, "files": files}, indent=1, plain=True), encoding="utf-8")
        draft.replace(folder / NAME)
    finally:
        draft.unlink(missing_ok=True)


def _key(folder: Path, claims_file: Path) -> str:
    return os.path.relpath(claims_file.resolve(), folder.resolve().parent)


def _document(ledger: Ledger) -> dict[str, Any]:
    document: dict[str, Any] = {name: getattr(ledger, name) for name in _PLAIN}
    document["claims"] = {
        name: {"words": k.words, "verdict": k.verdict, "drift": k.drift, "best": k.best}
        for name, k in ledger.claims.items()
    }
    document["changes"] = [asdict(change) | {"at": change.at.isoformat()} for change in ledger.changes]
    return document


def _ledger(held: Any) -> Ledger:
    """Return the ledger that a document is.

    Raises:
        KeyError, TypeError, ValueError, AttributeError: it is none.
    """
    changes = tuple(Change(**one | {"at": datetime.fromisoformat(one["at"])}) for one in held["changes"])
    if not all(isinstance(change.number, int) for change in changes):
        raise TypeError("a number is none")
    return Ledger(
        feed=str(uuid.UUID(held["feed"])),
        number=int(held["number"]),
        claims={str(name): Known(**known) for name, known in held["claims"].items()},
        sources={str(address): str(known) for address, known in held["sources"].items()},
        changes=changes,
        told={str(channel): int(number) for channel, number in held["told"].items()},
    )


def _read(folder: Path) -> dict[str, Any]:
    path = folder / NAME
    try:
        if path.is_symlink() or is_tracked(path) or path.stat().st_size > LARGEST:
            return {}
        document: Any = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    held = document.get("files") if isinstance(document, dict) and document.get("version") == VERSION else None
    return held if isinstance(held, dict) else {}
