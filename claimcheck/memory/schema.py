"""The tables of the memory, and whether a file holds these and nothing else.

A file of another schema is never converted: what it holds can be had again from the web.  A file that holds more than
these tables was not made here; SQLite runs triggers and views that a file brings along, so such a file is not read.  No
table is STRICT: some distributions bring a SQLite that does not know the word, and what is read is checked anyway.
"""

import sqlite3

VERSION = 1
_APPLICATION = 0x636C6D63
"""``clmc``: tells our files from other programs' databases."""

_TABLES = {
    "bodies": "CREATE TABLE bodies (content TEXT PRIMARY KEY, size INTEGER NOT NULL, body BLOB NOT NULL)",
    "copies": "CREATE TABLE copies (url TEXT PRIMARY KEY, content TEXT NOT NULL, headers TEXT NOT NULL, "
    "read_at REAL NOT NULL) WITHOUT ROWID",
    "visits": "CREATE TABLE visits (source TEXT PRIMARY KEY, content TEXT NOT NULL, fetched BLOB NOT NULL, "
    "read_at REAL NOT NULL, run INTEGER NOT NULL) WITHOUT ROWID",
    "readings": "CREATE TABLE readings (key TEXT PRIMARY KEY, kind TEXT NOT NULL, used_on INTEGER NOT NULL, "
    "value BLOB NOT NULL)",
    "looks": "CREATE TABLE looks (source TEXT NOT NULL, at REAL NOT NULL, state TEXT NOT NULL, status INTEGER, "
    "detail TEXT NOT NULL)",
    "looks_of": "CREATE INDEX looks_of ON looks (source, at)",
    "hosts": "CREATE TABLE hosts (host TEXT NOT NULL, fact TEXT NOT NULL, value TEXT NOT NULL, "
    "until REAL NOT NULL, PRIMARY KEY (host, fact)) WITHOUT ROWID",
    "runs": "CREATE TABLE runs (run INTEGER PRIMARY KEY, started REAL NOT NULL, process INTEGER NOT NULL, "
    "complete INTEGER NOT NULL)",
}


class StrangeFileError(Exception):
    """A database that is not one of ours, or not of this version; the message says which."""


def prepare(connection: sqlite3.Connection) -> None:
    """Make the tables where there are none yet, and check that nothing else is there.

    Raises:
        StrangeFileError: the file is another program's, a newer version's, or was changed.
        sqlite3.Error: the file cannot be read or written.
    """
    if _is_empty(connection):
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another run may have made them in the meantime.
            if _is_empty(connection):
                for statement in _TABLES.values():
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {_APPLICATION}")
                connection.execute(f"PRAGMA user_version = {VERSION}")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
    _check(connection)


def _is_empty(connection: sqlite3.Connection) -> bool:
    return _pragma(connection, "user_version") == 0 and not connection.execute("SELECT 1 FROM sqlite_master").fetchone()


def _check(connection: sqlite3.Connection) -> None:
    version = _pragma(connection, "user_version")
    if _pragma(connection, "application_id") != _APPLICATION:
        raise StrangeFileError("it is not claimcheck's")
    if version != VERSION:
        age = "a newer" if version > VERSION else "an older"
        raise StrangeFileError(f"it was written by {age} version of claimcheck")
    held = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
    if held != _TABLES:
        raise StrangeFileError("its tables were changed")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
