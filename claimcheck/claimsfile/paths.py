"""Stage 1, load: paths in a claims file → files in its folder.

A claims file may come from a stranger and be checked in CI, so no path may lead out of its folder: neither an
absolute one, nor ``..``, nor a symbolic link.  The file is read later, by another stage, which looks again.
"""

import os
from itertools import islice
from pathlib import Path, PurePosixPath, PureWindowsPath

from claimcheck.claimsfile.complaints import shown
from claimcheck.enums import Code

_MOST_NEIGHBOURS = 1000


class PathError(Exception):
    """A path that cannot be used; ``code`` and ``hint`` go with the message."""

    def __init__(self, code: Code, message: str, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.hint = hint


def path_inside(text: str, folder: Path, *, missing: Code, needed: bool = True) -> str:
    """Return a path relative to the folder, with ``/`` and without ``.`` and ``..``.

    Args:
        text: the path as written.
        folder: the folder of the claims file.
        missing: the code where no such file exists.
        needed: whether it must exist.

    Raises:
        PathError: it leads out of the folder, or there is no regular file of that name.
    """
    written = PurePosixPath(text.replace("\\", "/")) if os.sep == "\\" else PurePosixPath(text)
    windows = PureWindowsPath(text)
    if written.is_absolute() or windows.drive or windows.root or text.startswith("~"):
        raise PathError(
            Code.UNSAFE_PATH,
            f"the path {shown(text)} is absolute",
            "copy the file into the claims file's folder, and give its path from there",
        )
    try:
        home, real = folder.resolve(), (folder / written).resolve()
        inside = real.is_relative_to(home)
        exists = inside and real.is_file()
    except (OSError, ValueError, RuntimeError):
        # A NUL or an endless name; before Python 3.13, a loop of symbolic links is a RuntimeError.
        raise PathError(missing, f"no file can have the path {shown(text)}", "check the path") from None
    if not inside:
        raise PathError(
            Code.UNSAFE_PATH,
            f"the path {shown(text)} leads out of the claims file's folder",
            "copy the file into the folder, and cite it there",
        )
    if needed and not exists:
        what = "is a folder" if real.is_dir() else "does not exist"
        raise PathError(missing, f"the file {shown(text)} {what}", _neighbour(folder / written))
    return real.relative_to(home).as_posix() if ".." in written.parts else written.as_posix()


def _neighbour(path: Path) -> str:
    """Return a hint that names the file with the nearest name in the same folder, if there is one."""
    from claimcheck.claimsfile.nearest import nearest  # noqa: PLC0415 - loaded on a mistake only

    try:
        with os.scandir(path.parent) as entries:
            names = [entry.name for entry in islice(entries, _MOST_NEIGHBOURS) if entry.is_file()]
    except (OSError, ValueError):
        names = []
    near = nearest(path.name, names)
    return f"did you mean {shown(near)}?" if near else "paths are relative to the claims file's folder"
