"""Whether git tracks a file: asked of the repository's index, which is read here and not by git itself.

git may not be installed where the program runs, and in a stranger's checkout it would run what that checkout's
settings say.  The index is simple: a head, then an entry for each file, with its path (gitformat-index, versions 2 to
4).  A path that cannot be told is taken as tracked: then the memory is left alone, and nothing else happens.
"""

import struct
from pathlib import Path

_HEAD = struct.Struct(">4sII")
_FIXED = 62
"""Bytes of an entry before its path: ten numbers, a SHA-1 and the flags."""
_FLAGS = 60
_EXTENDED = 0x4000
_NEVER_STORED = 4
"""The version from which paths are shortened by what they share with the one before."""
_LARGEST = 200_000_000


def is_tracked(path: Path) -> bool:
    """Return whether the git repository round a file tracks it; false where there is none."""
    path = path.parent.resolve() / path.name
    root = next((parent for parent in path.parents if (parent / ".git").exists()), None)
    if root is None:
        return False
    index = _index_of(root / ".git")
    if not index.is_file():
        return False
    wanted = path.relative_to(root).as_posix().encode()
    try:
        if index.stat().st_size > _LARGEST:
            return True
        data = index.read_bytes()
        # Shortened paths aside, a path that is tracked stands in the index as it is.
        signature, version, count = _HEAD.unpack_from(data)
        if signature != b"DIRC":
            return True
        return wanted in data if version < _NEVER_STORED else _holds_shortened(data, count, wanted)
    except (OSError, struct.error, IndexError, ValueError):
        return True


def _index_of(git: Path) -> Path:
    """Return where the index is: of a second working tree, the folder that ``.git`` names."""
    if git.is_file():
        named = git.read_text(encoding="utf-8", errors="replace").partition("gitdir:")[2].strip()
        return (git.parent / named) / "index"
    return git / "index"


def _holds_shortened(data: bytes, count: int, wanted: bytes) -> bool:
    at, before = _HEAD.size, b""
    for _ in range(count):
        extended = int.from_bytes(data[at + _FLAGS : at + _FLAGS + 2], "big") & _EXTENDED
        at += _FIXED + (2 if extended else 0)
        dropped, at = _read_number(data, at)
        end = data.index(b"\0", at)
        before = before[: len(before) - dropped] + data[at:end]
        if before == wanted:
            return True
        at = end + 1
    return False


def _read_number(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of variable length, as offsets in packs are written, and where it ends."""
    byte = data[at]
    value = byte & 0x7F
    while byte & 0x80:
        at += 1
        byte = data[at]
        value = ((value + 1) << 7) | (byte & 0x7F)
    return value, at + 1
