"""Stage 3, fetch, with a memory: what is known already is not asked for, where that is what the user wants.

Offline, the memory answers, and says how old its answer is.  After an interrupted run, what that run had read within
the hour is taken from it.  Otherwise every source is asked: that a page was there yesterday says nothing of today.
Failures are never taken from memory, and files are always read.
"""

from dataclasses import replace
from datetime import datetime

from claimcheck.enums import StateClass
from claimcheck.memory.ages import age_words
from claimcheck.memory.history import FRESH
from claimcheck.memory.store import RunMemory
from claimcheck.model import Fetched, Source
from claimcheck.ports import Fetcher


class RememberingFetcher:
    """Takes a source from memory where it may, and else from the fetcher."""

    def __init__(self, fetcher: Fetcher, memory: RunMemory) -> None:
        self._fetcher = fetcher
        self._memory = memory

    async def fetch(self, source: Source, /) -> Fetched:
        """Return what is at the source's address, or what was there when it was last read."""
        if source.path is None and not source.headers_from:
            held = self._remembered(source) if self._memory.offline else self._resumed(source)
            if held is not None:
                return held
        return await self._fetcher.fetch(source)

    async def aclose(self) -> None:
        """Let go of every connection."""
        await self._fetcher.aclose()

    def _remembered(self, source: Source) -> Fetched | None:
        visit = self._memory.pages.visit_of(source)
        if visit is None or visit.fetched.read_at is None:
            return None
        now = self._memory.now()
        age = f"read {age_words(visit.fetched.read_at, now)}"
        last = self._memory.history.last(source)
        if last is not None and last[0] > visit.fetched.read_at and last[1].state_class is not StateClass.PRESENT:
            age += f"; {last[1].label} when last asked, {age_words(last[0], now)}"
        return replace(visit.fetched, age=age)

    def _resumed(self, source: Source) -> Fetched | None:
        interrupted = self._memory.interrupted_runs()
        if not interrupted:
            return None
        visit = self._memory.pages.visit_of(source)
        if visit is None or visit.run not in interrupted or not self._is_fresh(visit.fetched.read_at):
            return None
        # From here on it is of this run: once this one is complete, it is asked for again like any other.
        self._memory.pages.hand_over(source, self._memory.run)
        return replace(visit.fetched, age="read before the last run was interrupted")

    def _is_fresh(self, read_at: datetime | None) -> bool:
        return read_at is not None and read_at <= self._memory.now() <= read_at + FRESH
