"""The memory of one run: the port that the pipeline knows, on the database."""

from collections.abc import Callable
from datetime import datetime

from claimcheck.enums import StateClass
from claimcheck.memory.database import Database
from claimcheck.memory.history import History, key_of
from claimcheck.memory.hosts import KnownHosts
from claimcheck.memory.pages import RememberedPages
from claimcheck.memory.readings import Readings
from claimcheck.memory.strikes import Look, count_strikes
from claimcheck.memory.upkeep import UNUSED, delete_unused
from claimcheck.model import Fetched, Source, Strikes
from claimcheck.ports import Copy
from claimcheck.redaction import redact, repeats_secret

_OK = 200
_TIDIED_EVERY = 20
"""Runs, after which what has not been asked for in a long time goes."""


class RunMemory:
    """What this run keeps, and what earlier ones kept; opened at the first need, closed by its owner."""

    def __init__(self, database: Database, now: Callable[[], datetime], *, offline: bool = False) -> None:
        self._database = database
        self.now = now
        """Tells the time, in UTC."""
        self.offline = offline
        """Whether this run looks at nothing on the web."""
        self.pages = RememberedPages(database)
        self.history = History(database)
        self.readings = Readings(database)
        self.hosts = KnownHosts(database)
        self._run: int | None = None
        self._interrupted: frozenset[int] = frozenset()
        self._looks: dict[str, list[Look]] = {}
        """What this run saw, by source: it counts before it is written."""
        self._unreachable: list[tuple[Fetched, datetime]] = []

    @property
    def run(self) -> int:
        """The number of this run; it begins when it is first asked for."""
        if self._run is None:
            self._interrupted = self.history.interrupted_runs(self.now())
            self._run = self.history.begin_run(self.now())
        return self._run

    def interrupted_runs(self) -> frozenset[int]:
        """Return the runs before this one that did not come to their end."""
        return self._interrupted if self.run else frozenset()

    def copy_of(self, url: str, /) -> Copy | None:
        """Return what is held of the page at this very address."""
        return self.pages.copy_of(url)

    def body_of(self, copy: Copy, /) -> bytes | None:
        """Return the body of a copy; none where it is held no more."""
        return self.pages.body_of(copy.content)

    def fact_of(self, host: str, fact: str, /) -> str | None:
        """Return what is known of a host; none where nothing is, or it holds no more."""
        return self.hosts.find(host, fact, self.now())

    def keep_fact(self, host: str, fact: str, value: str, until: float, /) -> None:
        """Remember something of a host until a moment."""
        self.hosts.keep(host, fact, value, until)

    def keep(self, fetched: Fetched, proved: Fetched, /) -> None:
        """Remember a look, and the page of a source that proved to be there."""
        if self.offline or fetched.read_at is not None or fetched.source.path is not None:
            return
        at = self.now()
        self._looks.setdefault(key_of(proved.source), []).append((at, proved.state))
        if proved.unreachable:
            # Whether the source cannot be reached, or nothing at all from here, is known at the end of the run.
            self._unreachable.append((proved, at))
            return
        page = fetched.page
        if page is not None and proved.state.state_class is StateClass.PRESENT and _may_be_kept(fetched):
            self.pages.keep(fetched, page, at, self.run)
        self.history.note(proved, at)

    def end(self, *, complete: bool, network_down: bool) -> None:
        """Note what could not be reached, unless that says nothing, and how the run ended."""
        if complete and not network_down:
            for proved, at in self._unreachable:
                self.history.note(proved, at)
        self._unreachable.clear()
        if self._run is not None:
            self.history.end_run(self._run, complete=complete)
            if complete and self._run % _TIDIED_EVERY == 0:
                since = self.now() - UNUSED
                self._database.write(lambda connection: delete_unused(connection, since))
        self._database.flush()

    def strikes(self, source: Source, /) -> Strikes:
        """Return what all looks at a source say together, those of this run included."""
        return count_strikes([*self.history.looks(source), *self._looks.get(key_of(source), ())], self.now())

    def close(self) -> None:
        """Write what waits, and let go of the file."""
        self._database.close()


def _may_be_kept(fetched: Fetched) -> bool:
    """Return whether a page is whole, a plain answer, and not for this run alone.

    A redirect may have led to an address with a secret that is nobody's to keep, such as a signature.
    """
    page = fetched.page
    led_to = [hop.url for hop in fetched.hops if hop.url != fetched.source.address]
    if any(redact(url) != url for url in led_to):
        return False
    if page is not None and repeats_secret(page.body, fetched.source.address):
        return False
    whole = page is not None and bool(page.body) and not page.truncated and page.status == _OK
    return whole and page is not None and not page.private
