"""Reading in this process, and, once there is enough to read to pay for them, in others beside it.

A process costs half a second of a processor before it has read its first page, and as much memory as the tables of
words take.  So the first pages are read here, and a run over an article's links, or one that knows its pages from
before, never starts another.  Of two cores, fetching takes a tenth of one: this process goes on reading too.
"""

import os
import threading
import time
from collections.abc import Callable

from claimcheck.crew.member import AHEAD, Member, NobodyError
from claimcheck.crew.recipe import Recipe
from claimcheck.errors import UnreadableError
from claimcheck.extractors.workshop import TooLargeHereError
from claimcheck.looks import Looked
from claimcheck.memory import RememberingReader
from claimcheck.model import Claim, Fetched
from claimcheck.processes import give_memory_back

FEW = 32
"""Sources that are always read here."""
ENOUGH = 1.5
"""Seconds of a processor that reading must have taken until then."""
MOST_MEMBERS = 3
"""However many cores there are: each takes some eighty megabytes."""
LARGE = 1_000_000
"""Bytes of a page that is read here: handing it over would hold it three times."""


class Crew:
    """Reads sources wherever somebody is free; safe to call from several threads."""

    def __init__(  # noqa: PLR0913 - each is given by its name
        self,
        reader: RememberingReader,
        recipe: Recipe,
        *,
        members: int | None = None,
        few: int = FEW,
        enough: float = ENOUGH,
        hire: Callable[[Recipe], Member] = Member,
        forget: Callable[[], None] = lambda: None,
    ) -> None:
        """Prepare to read; no process is started yet.

        Args:
            reader: who reads in this process.
            recipe: what the readers in other processes are made by.
            members: how many of these there may be; one for each core but one where it is not said.
            few: how many sources are always read here.
            enough: how many seconds of a processor that must have taken before others are started.
            hire: starts one.
            forget: lets go of what is kept of the pages read last; called after a large one.
        """
        self._reader = reader
        self._recipe = recipe
        self._most = min(_cores() - 1, MOST_MEMBERS) if members is None else members
        self._few = few
        self._enough = enough
        self._hire = hire
        self._forget = forget
        self._lock = threading.Lock()
        self._one_large = threading.Lock()
        self._read = 0
        self._spent = 0.0
        self._members: list[Member] = []
        self._closed = False

    @property
    def at_once(self) -> int:
        """How many sources can be read at once, with those that wait for a member."""
        return 2 if self._most < 1 else 1 + AHEAD * self._most

    @property
    def members(self) -> int:
        """How many processes have been started."""
        return len(self._members)

    @property
    def processes(self) -> tuple[int, ...]:
        """The numbers of these processes, of those that are under way."""
        return tuple(number for member in self._members if (number := member.process) is not None)

    def read(self, fetched: Fetched, claims: tuple[Claim, ...], /, *, seen_live: bool = True) -> Looked:
        """Return what a source is and says for each claim on it."""
        known = self._reader.recall(fetched, claims)
        if known is not None:
            return known
        if fetched.page is not None and len(fetched.page.body) > LARGE:
            return self._read_large(fetched, claims, seen_live=seen_live)
        member = self._take_member() if fetched.page is not None else None
        if member is None:
            return self._read_here(fetched, claims, seen_live=seen_live)
        try:
            return member.read(fetched, claims, seen_live=seen_live)
        except NobodyError:
            if self._closed:
                raise
            return self._read_here(fetched, claims, seen_live=seen_live)
        except TooLargeHereError:
            return self._read_here(fetched, claims, seen_live=seen_live)
        except UnreadableError as error:
            return self._reader.give_up(fetched, claims, error)
        finally:
            with self._lock:
                member.orders -= 1

    def close(self) -> None:
        """Let the processes end; of one that is still at work, its work is dropped."""
        with self._lock:
            self._closed = True
            members, self._members = self._members, []
        for member in members:
            member.dismiss()
        for member in members:
            member.close()

    def _read_large(self, fetched: Fetched, claims: tuple[Claim, ...], *, seen_live: bool) -> Looked:
        """Read a page while no other large one is read, and keep nothing of what that took."""
        with self._one_large:
            if self._closed:  # while it waited
                raise NobodyError
            try:
                return self._read_here(fetched, claims, seen_live=seen_live)
            finally:
                self._forget()
                give_memory_back()

    def _read_here(self, fetched: Fetched, claims: tuple[Claim, ...], *, seen_live: bool) -> Looked:
        before = time.thread_time()
        looked = self._reader.read(fetched, claims, seen_live=seen_live)
        with self._lock:
            self._read += 1
            self._spent += time.thread_time() - before
        return looked

    def _take_member(self) -> Member | None:
        """Return the member with the fewest orders, and count one more; none where all have enough."""
        with self._lock:
            if not self._members and not self._closed and self._read >= self._few and self._spent >= self._enough:
                self._members = [self._hire(self._recipe) for _ in range(self._most)]
            member = min(self._members, key=lambda member: member.orders, default=None)
            if member is None or member.orders >= AHEAD or member.gone:
                return None
            member.orders += 1
            return member


def _cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
