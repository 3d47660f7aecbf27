"""The tables of the memory, and whether a file holds these and nothing else.

A file of another schema is not converted: what it holds can be had again from the web.  Only one of version 1, which
has the same tables, is: there addresses stood with the secrets in them, and those must not stay on the disk.  A file
that holds more than these tables was not made here; SQLite runs triggers and views that a file brings along, so such a
file is not read.  No table is STRICT: some distributions bring a SQLite that does not know the word, and what is read
is checked anyway.
"""

import sqlite3
from collections.abc import Collection

from claimcheck.redaction import name_of

VERSION = 2
_WITH_SECRETS = 1
"""The version in which addresses were kept as they are."""
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
    _check(connection, (VERSION, _WITH_SECRETS))
    if _pragma(connection, "user_version") == _WITH_SECRETS:
        _hide_secrets(connection)


def _hide_secrets(connection: sqlite3.Connection) -> None:
    """Make a memory of version 1 one of today: looks keep their counts under another name, pages with secrets go."""
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another run may have done it in the meantime.
        if _pragma(connection, "user_version") == _WITH_SECRETS:
            _rename_looks(connection)
            _delete_named(connection, "copies", "url")
            _delete_named(connection, "visits", "source")
            connection.execute("DELETE FROM readings WHERE kind IN ('look', 'match', 'ruling')")
            connection.execute(
                "DELETE FROM bodies WHERE content NOT IN (SELECT content FROM copies UNION SELECT content FROM visits)"
            )
            connection.execute(f"PRAGMA user_version = {VERSION}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
    # What stood in the log, and on pages that are free now, is overwritten too.
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _rename_looks(connection: sqlite3.Connection) -> None:
    for (source,) in connection.execute("SELECT DISTINCT source FROM looks").fetchall():
        address, space, variable = str(source).partition(" ")
        if (name := name_of(address)) != address:
            row = (name + space + variable, source)
            connection.execute("UPDATE looks SET source = ? WHERE source = ?", row)


def _delete_named(connection: sqlite3.Connection, table: str, column: str) -> None:
    for (url,) in connection.execute(f"SELECT {column} FROM {table}").fetchall():  # noqa: S608 - names of our own
        if name_of(str(url)) != url:
            connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (url,))  # noqa: S608 - likewise


def _is_empty(connection: sqlite3.Connection) -> bool:
    return _pragma(connection, "user_version") == 0 and not connection.execute("SELECT 1 FROM sqlite_master").fetchone()


def _check(connection: sqlite3.Connection, versions: Collection[int]) -> None:
    version = _pragma(connection, "user_version")
    if _pragma(connection, "application_id") != _APPLICATION:
        raise StrangeFileError("it is not claimcheck's")
    if version not in versions:
        age = "a newer" if version > VERSION else "an older"
        raise StrangeFileError(f"it was written by {age} version of claimcheck")
    held = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
    if held != _TABLES:
        raise StrangeFileError("its tables were changed")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
