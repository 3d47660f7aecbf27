"""The database: SQLite in WAL mode, read at once, written behind one's back, and given up at the first fault.

SQLite, because it is in Python, keeps what was committed when the process is killed, and lets two runs share a file.
Every run appends in short transactions by one thread of its own, which takes all that waits into one; the pipeline
never waits for a disk.  A memory only saves work, so no fault of it may stop a run: the first is told once, and from
then on nothing is remembered and nothing is known.
"""

import contextlib
import queue
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from claimcheck.memory.folder import UnusableFolderError, open_folder, put_aside
from claimcheck.memory.schema import StrangeFileError, prepare

Job: TypeAlias = Callable[[sqlite3.Connection], object]
"""What is to be written; called in the writing thread, inside a transaction."""
Parameters: TypeAlias = tuple[str | int | float | bytes | None, ...]

UNHELD = (ValueError, OverflowError)
"""What is raised for a value that no column holds, such as half a surrogate pair: it is not remembered."""
_PATIENCE = 20.0
"""Seconds for another run's transaction to end; each takes milliseconds."""
_PAUSE = 0.02
"""Seconds between two tries to open a file that is busy."""
_WAITING = 64
"""Jobs that may wait; whoever brings one more waits for the disk after all, and memory stays bounded."""
_AT_ONCE = 100
_BROKEN = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


class Database:
    """The memory's file, opened at the first need; safe to use from several threads."""

    def __init__(self, folder: Path, warn: Callable[[str], None]) -> None:
        """Prepare to open the file in a folder.

        Args:
            folder: where the file is, or is to be made.
            warn: told once, in one line, why the memory cannot be used.
        """
        self._folder = folder
        self._warn = warn
        self._lock = threading.RLock()
        self._reader: sqlite3.Connection | None = None
        self._writer: threading.Thread | None = None
        self._jobs: queue.Queue[Job | None] = queue.Queue(_WAITING)
        self._given_up = False

    @property
    def folder(self) -> Path:
        """Where the file is."""
        return self._folder

    def read(self, statement: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        """Return the rows that a statement finds; none where the memory cannot be used."""
        with self._lock:
            if not self._is_open() or self._reader is None:
                return []
            try:
                return self._reader.execute(statement, parameters).fetchall()
            except UNHELD:
                return []
            except sqlite3.Error as error:
                self._give_up(error)
                return []

    def write(self, job: Job) -> None:
        """Have something written soon, after all that was brought before."""
        with self._lock:
            if not self._is_open():
                return
        self._jobs.put(job)

    def flush(self) -> None:
        """Return when all that was brought before is written, or given up."""
        if self._writer is not None:
            self._jobs.join()

    def close(self) -> None:
        """Write what waits, and let go of the file."""
        if self._writer is not None:
            self._jobs.put(None)
            self._writer.join()
            self._writer = None
        with self._lock:
            if self._reader is not None:
                self._reader.close()
                self._reader = None
            self._given_up = True

    def _is_open(self) -> bool:
        if self._given_up:
            return False
        if self._reader is None:
            try:
                self._open()
            except (OSError, sqlite3.Error, UnusableFolderError) as error:
                self._give_up(error)
        return not self._given_up

    def _open(self) -> None:
        path = open_folder(self._folder)
        try:
            self._reader = connect(path)
        except (sqlite3.DatabaseError, StrangeFileError) as error:
            if isinstance(error, sqlite3.DatabaseError) and not is_broken(error):
                raise
            aside = put_aside(path)
            reason = "it is damaged" if isinstance(error, sqlite3.DatabaseError) else str(error)
            self._warn(f"{path} is put aside as {aside.name} ({reason}); a new memory is begun")
            self._reader = connect(path)
        self._writer = threading.Thread(target=self._write_all, args=(path,), name="memory", daemon=True)
        self._writer.start()

    def _write_all(self, path: Path) -> None:
        """Write what is brought until none is; a fault is told, and the rest is let go."""
        connection: sqlite3.Connection | None = None
        ended = False
        while not ended:
            jobs = [self._jobs.get()]
            with contextlib.suppress(queue.Empty):
                while len(jobs) < _AT_ONCE:
                    jobs.append(self._jobs.get_nowait())
            ended = None in jobs
            if not self._given_up:
                try:
                    connection = connection or connect(path)
                    _write(connection, [job for job in jobs if job is not None])
                except Exception as error:  # noqa: BLE001 - whatever it is, it must cost nobody a report
                    self._give_up(error)
            for _ in jobs:
                self._jobs.task_done()
        if connection is not None:
            with contextlib.suppress(sqlite3.Error):
                connection.close()

    def _give_up(self, error: Exception) -> None:
        with self._lock:
            if self._given_up:
                return
            self._given_up = True
            what = f"the memory in {self._folder} is not used: {_reason(error)}"
            if isinstance(error, sqlite3.DatabaseError) and is_broken(error):
                with contextlib.suppress(OSError):
                    what += f"; it is put aside as {put_aside(self._folder / 'memory.db').name}"
            self._warn(what)


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection to a file with our tables, made where it is missing.

    SQLite does not wait when two connections turn one file to WAL, or when the last one to close takes its log away: it
    says at once that the file is busy.  So it is asked again, for as long as a transaction would be waited for.

    Raises:
        sqlite3.Error: the file cannot be read or written, or is damaged.
        StrangeFileError: the file is not ours.
    """
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            return _connect_once(path)
        except sqlite3.OperationalError as error:
            if not is_busy(error) or time.monotonic() > until:
                raise
        time.sleep(_PAUSE)


def _connect_once(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA journal_mode = WAL")
        # A killed process loses nothing that was committed; only a machine that loses power loses the last moments.
        connection.execute("PRAGMA synchronous = NORMAL")
        prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def is_busy(error: sqlite3.DatabaseError) -> bool:
    """Return whether an error means that another connection has the file for a moment."""
    return (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF == sqlite3.SQLITE_BUSY


def is_broken(error: sqlite3.DatabaseError) -> bool:
    """Return whether an error means that the file itself is damaged, or no database."""
    return (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF in _BROKEN


def _write(connection: sqlite3.Connection, jobs: list[Job]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for job in jobs:
            with contextlib.suppress(*UNHELD):
                job(connection)
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def _reason(error: Exception) -> str:
    if isinstance(error, sqlite3.DatabaseError) and is_broken(error):
        return "it is damaged"
    words = (error.strerror if isinstance(error, OSError) else "") or str(error) or type(error).__name__
    return words[:1].lower() + words[1:]
