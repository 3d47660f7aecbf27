"""The folder of the memory: made with what keeps it out of version control, and its database put aside when broken.

The folder lies beside a claims file, and that may have come in a stranger's pull request.  So it is not followed
through a symbolic link, and not used where version control brought it along: a memory that came with the files could
say of any page what its author likes.
"""

import itertools
from datetime import UTC, datetime
from pathlib import Path

from claimcheck.memory.tracking import is_tracked

DEFAULT_NAME = ".claimcheck"
DATABASE = "memory.db"
_BESIDE = ("", "-wal", "-shm")
"""What the names of SQLite's files end in."""
_IGNORE_ALL = "# Made by claimcheck; safe to delete.\n*\n"


class UnusableFolderError(Exception):
    """A folder that is not to be used; the message says why."""


def open_folder(folder: Path) -> Path:
    """Make the folder where it is missing; return where its database is.

    Raises:
        UnusableFolderError: the folder, or the database, is a link or came with version control.
        OSError: the folder cannot be made.
    """
    check_folder(folder)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text(_IGNORE_ALL, encoding="utf-8")
    return folder / DATABASE


def check_folder(folder: Path) -> None:
    """Check that a folder, where it exists, is one to be used.

    Raises:
        UnusableFolderError: the folder, or the database, is a link or came with version control.
    """
    database = folder / DATABASE
    if folder.name == DEFAULT_NAME and folder.is_symlink():
        raise UnusableFolderError("it is a symbolic link")
    if database.is_symlink():
        raise UnusableFolderError(f"its {DATABASE} is a symbolic link")
    if database.exists() and is_tracked(database):
        raise UnusableFolderError("it is under version control, and what comes with the files may say anything")


def put_aside(database: Path) -> Path:
    """Give a database another name, so that a new one can be begun; return that name.

    Raises:
        OSError: it cannot be renamed.
    """
    stamp = datetime.now(tz=UTC).strftime("%Y%m%d-%H%M%S")
    names = (f"{database.stem}-aside-{stamp}{f'-{n}' if n else ''}.db" for n in itertools.count())
    aside = next(path for path in map(database.with_name, names) if not path.exists())
    for end in _BESIDE:
        part = database.with_name(database.name + end)
        if part.exists():
            part.replace(aside.with_name(aside.name + end))
    return aside


def files_of(folder: Path) -> tuple[Path, ...]:
    """Return the database's files and those that were put aside, as far as they exist."""
    return tuple(sorted(path for path in folder.glob("memory*.db*") if path.is_file()))
