"""The upkeep of a memory: what it holds, and what may go because nobody has asked for it for long.

Of the looks at a source those stay that a later one has not made void: the strikes rest on them.  A source that nobody
has looked at for as long goes with all its looks.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from claimcheck.errors import UsageError
from claimcheck.memory.database import connect
from claimcheck.memory.days import forget_days
from claimcheck.memory.folder import DATABASE, UnusableFolderError, check_folder, files_of
from claimcheck.memory.last_run import forget_failed
from claimcheck.memory.news import NAME as NEWS
from claimcheck.memory.schema import StrangeFileError

T = TypeVar("T")

UNUSED = timedelta(days=90)
"""After so long what no run has asked for goes by itself."""
_DELETE_VOID = """
    DELETE FROM looks WHERE at < ? AND EXISTS (
        SELECT 1 FROM looks AS later
        WHERE later.source = looks.source AND later.at > looks.at AND later.state IN ('live', 'moved')
    )
"""
_COUNTS = {
    "pages": "SELECT count(*) FROM copies",
    "documents": "SELECT count(*) FROM readings WHERE kind = 'document'",
    "matches": "SELECT count(*) FROM readings WHERE kind = 'match'",
    "sources": "SELECT count(DISTINCT source) FROM looks",
    "looks": "SELECT count(*) FROM looks",
    "runs": "SELECT count(*) FROM runs",
}


@dataclass(frozen=True, slots=True)
class Summary:
    """What a memory holds."""

    size: int
    """Of all its files, in bytes."""
    counts: tuple[tuple[str, int], ...] = ()
    oldest: datetime | None = None
    """When the page was read that has been kept longest."""
    newest: datetime | None = None
    aside: int = 0
    """Databases that were put aside."""


def summarize(folder: Path) -> Summary:
    """Return what the memory in a folder holds; nothing where there is none.

    Raises:
        UsageError: it cannot be read.
    """
    files = files_of(folder)
    size = sum(path.stat().st_size for path in files)
    aside = sum("-aside-" in path.name and path.suffix == ".db" for path in files)
    if not (folder / DATABASE).exists():
        return Summary(size, aside=aside)

    def count(connection: sqlite3.Connection) -> Summary:
        counts = tuple((name, int(connection.execute(sql).fetchone()[0])) for name, sql in _COUNTS.items())
        oldest, newest = connection.execute("SELECT min(read_at), max(read_at) FROM copies").fetchone()
        return Summary(size, counts, _moment(oldest), _moment(newest), aside)

    return _with_database(folder, count)


def prune(folder: Path, now: datetime, unused: timedelta) -> None:
    """Let go of what no run has asked for since so long ago, and give the room back to the disk.

    Raises:
        UsageError: the memory cannot be changed.
    """
    if not (folder / DATABASE).exists():
        return

    def shrink(connection: sqlite3.Connection) -> None:
        connection.execute("BEGIN IMMEDIATE")
        delete_unused(connection, now - unused)
        connection.execute("COMMIT")
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    _with_database(folder, shrink)


def clear(folder: Path) -> None:
    """Forget everything; a run that is under way goes on with what is left.

    Raises:
        UsageError: the memory cannot be changed.
    """
    forget_failed(folder)
    forget_days(folder)
    (folder / NEWS).unlink(missing_ok=True)
    for path in files_of(folder):
        if "-aside-" in path.name:
            path.unlink(missing_ok=True)
    if not (folder / DATABASE).exists():
        return

    def empty(connection: sqlite3.Connection) -> None:
        # Not by removing the file: another run may have it open, and would write into nowhere.
        connection.execute("BEGIN IMMEDIATE")
        for table in ("bodies", "copies", "visits", "readings", "looks", "hosts", "runs"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own
        connection.execute("COMMIT")
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    _with_database(folder, empty)


def delete_unused(connection: sqlite3.Connection, since: datetime) -> None:
    """Delete, within a transaction, what was last used before a moment."""
    at, day = since.timestamp(), since.date().toordinal()
    connection.execute("DELETE FROM copies WHERE read_at < ?", (at,))
    connection.execute("DELETE FROM visits WHERE read_at < ?", (at,))
    connection.execute(
        "DELETE FROM bodies WHERE content NOT IN (SELECT content FROM copies UNION SELECT content FROM visits)"
    )
    connection.execute("DELETE FROM readings WHERE used_on < ?", (day,))
    connection.execute("DELETE FROM hosts WHERE until < ?", (at,))
    connection.execute("DELETE FROM runs WHERE started < ?", (at,))
    connection.execute(
        "DELETE FROM looks WHERE source IN (SELECT source FROM looks GROUP BY source HAVING max(at) < ?)", (at,)
    )
    connection.execute(_DELETE_VOID, (at,))


def _with_database(folder: Path, work: Callable[[sqlite3.Connection], T]) -> T:
    path = folder / DATABASE
    try:
        check_folder(folder)
        with closing(connect(path)) as connection:
            return work(connection)
    except StrangeFileError as error:
        hint = "the next run puts it aside and begins a new one"
        raise UsageError(f"{path} is no memory of this version: {error}", hint=hint) from None
    except (sqlite3.Error, OSError, UnusableFolderError) as error:
        raise UsageError(f"{path} cannot be used: {error}", hint="remove the folder: it is safe to delete") from None


def _moment(timestamp: float | None) -> datetime | None:
    return None if timestamp is None else datetime.fromtimestamp(timestamp, tz=UTC)
