"""Which claims failed when they were last judged, by claims file: what ``--failed`` asks again.

A file of its own beside the database, for it is about claims and the database is about sources, and because whoever
asks for it has not opened the database yet.  It only chooses what is looked at; still, one that came with version
control is not read, or a stranger could choose what is not.
"""

import json
import os
from collections.abc import Collection
from pathlib import Path
from typing import Any

from claimcheck.memory.folder import open_folder
from claimcheck.memory.tracking import is_tracked

NAME = "failed.json"
LARGEST = 16 * 2**20
"""Bytes; a hundred thousand ids."""


def read_failed(folder: Path, claims_file: Path) -> frozenset[str] | None:
    """Return the ids of the claims of a file that failed when they were last judged; none where no run is known."""
    ids = _read(folder).get(_key(folder, claims_file))
    return None if ids is None else frozenset(ids)


def note_failed(folder: Path, claims_file: Path, judged: Collection[str], failed: Collection[str]) -> None:
    """Note which claims failed of those that were judged; what is known of the others stays.

    Raises:
        OSError: it cannot be written.
        UnusableFolderError: the folder is not to be used.
    """
    open_folder(folder)
    known = _read(folder)
    key = _key(folder, claims_file)
    known[key] = sorted((set(known.get(key, ())) - set(judged)) | set(failed))
    draft = folder / f".{NAME}.{os.getpid()}.part"
    try:
        draft.write_text(json.dumps({"version": 1, "failed": known}, indent=1), encoding="utf-8")
        draft.replace(folder / NAME)
    finally:
        draft.unlink(missing_ok=True)


def forget_failed(folder: Path) -> None:
    """Forget which claims failed.

    Raises:
        OSError: the file cannot be removed.
    """
    (folder / NAME).unlink(missing_ok=True)


def _key(folder: Path, claims_file: Path) -> str:
    return os.path.relpath(claims_file.resolve(), folder.resolve().parent)


def _read(folder: Path) -> dict[str, list[str]]:
    """Return what is known by claims file: nothing, where the file is missing, broken, or not one to be used."""
    path = folder / NAME
    try:
        if path.is_symlink() or is_tracked(path) or path.stat().st_size > LARGEST:
            return {}
        document: Any = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    held = document.get("failed") if isinstance(document, dict) and document.get("version") == 1 else None
    found = held if isinstance(held, dict) else {}
    return {
        key: ids for key, ids in found.items() if isinstance(ids, list) and all(isinstance(one, str) for one in ids)
    }
