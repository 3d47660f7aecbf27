"""Pace: one queue for each host, so many requests at once in all.

A hop of a redirect waits in the queue of its own host.  Whoever waits for its host holds no place among the requests
in all, so a busy host never stalls another.  ``Retry-After`` silences its host alone; a host that asks for a longer
silence than is waited for is not asked again in this run.
"""

import asyncio
import math
from urllib.parse import urlsplit

from claimcheck.enums import State
from claimcheck.fetchers.clock import Clock
from claimcheck.fetchers.outcomes import Answer, Failure, Getter, Outcome, Request
from claimcheck.fetchers.pauses import read_pause
from claimcheck.fetchers.settings import FetchSettings
from claimcheck.fetchers.statuses import OVERLOADED, asks_for_a_pause

_WIDEST_SPACING = 5.0


class _Queue:
    """A host's turn-taking."""

    def __init__(self, settings: FetchSettings) -> None:
        self.slots = asyncio.Semaphore(settings.at_once_per_host)
        self.spacing = settings.spacing
        self.free_at = -math.inf
        self.silent_for = 0.0


class ThrottledGetter:
    """Lets each request wait for its host's turn."""

    def __init__(self, getter: Getter, settings: FetchSettings, clock: Clock, deadline: float = math.inf) -> None:
        self._getter = getter
        self._settings = settings
        self._clock = clock
        self._deadline = deadline
        self._everyone = asyncio.Semaphore(settings.at_once)
        self._queues: dict[str, _Queue] = {}

    async def get(self, request: Request, /) -> Outcome:
        """Return what came of asking, once it was this request's turn."""
        queue = self._queue_of(request.url)
        async with queue.slots:
            if (failure := await self._take_turn(queue)) is not None:
                return failure
            async with self._everyone:
                outcome = await self._getter.get(request)
        answer = outcome if isinstance(outcome, Answer) else outcome.answer
        if answer is not None:
            self._heed(queue, answer)
        return outcome

    def _queue_of(self, url: str) -> _Queue:
        host = (urlsplit(url).hostname or "").rstrip(".")
        if host not in self._queues:
            self._queues[host] = _Queue(self._settings)
        return self._queues[host]

    async def _take_turn(self, queue: _Queue) -> Failure | None:
        while True:
            if queue.silent_for:
                words = f"the host asked for {queue.silent_for:,.0f} s without requests"
                return Failure(State.RATE_LIMITED, words)
            now = self._clock.now()
            if max(now, queue.free_at) > self._deadline:
                return Failure(State.TIMEOUT, "the run's time was over before its turn")
            if queue.free_at <= now:
                queue.free_at = now + queue.spacing
                return None
            await self._clock.sleep(queue.free_at - now)

    def _heed(self, queue: _Queue, answer: Answer) -> None:
        """Slow down for a host that says that it is too much."""
        pause = read_pause(answer.header("retry-after"), now=self._clock.calendar())
        if pause is not None and asks_for_a_pause(answer.status):
            if pause > self._settings.longest_pause:
                queue.silent_for = pause
            queue.free_at = max(queue.free_at, self._clock.now() + pause)
        elif answer.status in OVERLOADED:
            queue.spacing = min(2 * queue.spacing, _WIDEST_SPACING)
