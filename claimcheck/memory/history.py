"""Looks and runs: when each source was looked at and what was found, and which runs came to their end.

A run that was killed, or stopped with Ctrl-C, leaves its row incomplete.  What it had read is not asked for again for
an hour: long enough to start it anew, too short for a page to be of yesterday.
"""

import contextlib
import os
import sqlite3
import sys
from datetime import UTC, datetime, timedelta

from claimcheck.enums import State
from claimcheck.memory.database import Database
from claimcheck.memory.pages import DAMAGED
from claimcheck.memory.strikes import Look
from claimcheck.model import Fetched, Source
from claimcheck.redaction import name_of, redact

FRESH = timedelta(hours=1)
_LONGEST_DETAIL = 300


def key_of(source: Source) -> str:
    """Return what the looks at a source are kept under: the name of its address, and that of its headers' variable."""
    name = name_of(source.address)
    return f"{name} {source.headers_from}" if source.headers_from else name


class History:
    """The looks and the runs in the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, proved: Fetched, at: datetime) -> None:
        """Note what a look found; of what needed the user's own credentials, no words are kept."""
        detail = "" if proved.source.headers_from else redact(proved.detail)[:_LONGEST_DETAIL]
        row = (key_of(proved.source), at.timestamp(), proved.state.value, proved.http_status, detail)
        self._database.write(lambda connection: connection.execute("INSERT INTO looks VALUES (?, ?, ?, ?, ?)", row))

    def last(self, source: Source) -> Look | None:
        """Return the newest look at a source."""
        return max(self.looks(source), default=None)

    def begin_run(self, at: datetime) -> int:
        """Note that a run begins; return its number."""
        row = (at.timestamp(), os.getpid())
        numbers: list[int] = []

        def job(connection: sqlite3.Connection) -> None:
            cursor = connection.execute("INSERT INTO runs (started, process, complete) VALUES (?, ?, 0)", row)
            numbers.append(cursor.lastrowid or 0)

        self._database.write(job)
        self._database.flush()
        return numbers[0] if numbers else 0

    def end_run(self, run: int, *, complete: bool) -> None:
        """Note how a run ended."""
        row = (int(complete), run)
        self._database.write(
            lambda connection: connection.execute("UPDATE runs SET complete = ?, process = 0 WHERE run = ?", row)
        )

    def interrupted_runs(self, now: datetime) -> frozenset[int]:
        """Return the runs of the last day that did not come to their end, and are not under way either."""
        rows = self._database.read(
            "SELECT run, process FROM runs WHERE NOT complete AND started > ?",
            ((now - timedelta(days=1)).timestamp(),),
        )
        return frozenset(run for run, process in rows if isinstance(process, int) and not _is_running(process))

    def looks(self, source: Source) -> list[Look]:
        """Return all looks at a source, in no order."""
        rows = self._database.read("SELECT at, state FROM looks WHERE source = ?", (key_of(source),))
        found = []
        for at, state in rows:
            with contextlib.suppress(*DAMAGED):
                found.append((datetime.fromtimestamp(at, tz=UTC), State(state)))
        return found


def _is_running(process: int) -> bool:
    """Return whether a process runs; our own number was another's before us."""
    if process in {0, os.getpid()} or sys.platform == "win32":
        # On Windows the question would stop the process; there, what a run under way has read is fresh to others.
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
