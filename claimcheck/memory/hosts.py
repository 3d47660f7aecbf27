"""What is known of hosts, each thing until a moment: how long one wants to be left alone, what its robots.txt says."""

from datetime import datetime

from claimcheck.memory.database import Database

_LONGEST = 600_000
"""Characters of one thing; 500 kB of a robots.txt are read."""


class KnownHosts:
    """The facts of hosts in the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, host: str, fact: str, now: datetime) -> str | None:
        """Return what is known of a host and still holds."""
        rows = self._database.read(
            "SELECT value FROM hosts WHERE host = ? AND fact = ? AND until > ?", (host, fact, now.timestamp())
        )
        return str(rows[0][0]) if rows else None

    def keep(self, host: str, fact: str, value: str, until: float) -> None:
        """Remember something of a host until a moment, in seconds since 1970."""
        if len(value) <= _LONGEST:
            row = (host, fact, value, until)
            self._database.write(lambda c: c.execute("INSERT OR REPLACE INTO hosts VALUES (?, ?, ?, ?)", row))
