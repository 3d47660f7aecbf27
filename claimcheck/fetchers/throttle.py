"""Pace: one queue for each host, so many requests at once in all.

A hop of a redirect waits in the queue of its own host.  Whoever waits for its host holds no place among the requests
in all, so a busy host never stalls another.  ``Retry-After`` silences its host alone; a host that asks for a longer
silence than is waited for is not asked before that is over, by later runs of the day neither.  A host that says 429 or
503 is asked half as often, each time anew, and a little more often again once it has stopped complaining.
"""

import asyncio
import math

from claimcheck.enums import State
from claimcheck.fetchers.clock import Clock
from claimcheck.fetchers.hosts import Hosts
from claimcheck.fetchers.outcomes import OVERDUE, Answer, Failure, Getter, Outcome, Request
from claimcheck.fetchers.pauses import read_pause
from claimcheck.fetchers.settings import FetchSettings
from claimcheck.fetchers.statuses import OVERLOADED, asks_for_a_pause
from claimcheck.fetchers.targets import target_of
from claimcheck.ports import HostFacts

_WIDEST_SPACING = 5.0
_FIRST_SPACING = 0.2
"""Seconds between requests to a host that is asked without any pause, once it says that it is too much."""
_CALM = 10
"""Answers in a row without a complaint after which a host that was slowed down for is asked a little faster again."""
_SILENCE = "silent until"
"""The fact of a host that it wants to be left alone; its value is seconds since 1970."""
_LONGEST_SILENCE = 86_400.0
"""Seconds for which later runs keep a silence: who asks for a year has made a mistake."""


class _Queue:
    """A host's turn-taking: how many at once, how far apart, and when it may be asked next."""

    def __init__(self, at_once: int, spacing: float) -> None:
        self.slots = asyncio.Semaphore(at_once)
        self.free_at = -math.inf
        self.asked_for = 0.0
        """The longest silence that the host asked for, in seconds."""
        self._least = self.spacing = spacing
        self._calm = 0

    def take_turn(self, now: float) -> bool:
        """Return whether the host may be asked now; if so, it is somebody else's turn only after the spacing."""
        if self.free_at > now:
            return False
        self.free_at = now + self.spacing
        return True

    def slow_down(self) -> None:
        """Ask less often from now on."""
        self.spacing = min(max(2 * self.spacing, _FIRST_SPACING), max(_WIDEST_SPACING, self._least))
        self._calm = 0

    def note_calm(self) -> None:
        """Come back to the pace of before, step by step."""
        self._calm += 1
        if self._calm >= _CALM and self.spacing > self._least:
            self.spacing = max(self.spacing / 2, self._least)
            self._calm = 0

    def hold_apart(self, seconds: float) -> None:
        """Never ask more often than this, the next time included."""
        self.free_at += max(0.0, seconds - self.spacing)
        self._least = max(self._least, seconds)
        self.spacing = max(self.spacing, seconds)


class ThrottledGetter:
    """Lets each request wait for its host's turn."""

    def __init__(
        self,
        getter: Getter,
        settings: FetchSettings,
        clock: Clock,
        deadline: float = math.inf,
        facts: HostFacts | None = None,
    ) -> None:
        self._getter = getter
        self._settings = settings
        self._hosts = Hosts(settings.hosts)
        self._clock = clock
        self._deadline = deadline
        self._facts = facts
        self._everyone = asyncio.Semaphore(settings.at_once)
        self._queues: dict[str, _Queue] = {}

    async def get(self, request: Request, /) -> Outcome:
        """Return what came of asking, once it was this request's turn."""
        queue = self._queue_of(request.url)
        async with queue.slots:
            outcome = None
            while outcome is None:
                if (failure := await self._wait_for_turn(queue)) is not None:
                    return failure
                async with self._everyone:
                    # Waiting for a place among all, another request of the host may have gone first.
                    if queue.take_turn(self._clock.now()):
                        request.budget.ends_within(self._deadline - self._clock.now())
                        outcome = await self._getter.get(request)
        answer = outcome if isinstance(outcome, Answer) else outcome.answer
        if answer is not None:
            self._heed(queue, request.url, answer)
        return outcome

    def hold_apart(self, url: str, seconds: float) -> None:
        """Leave at least so many seconds between two requests to the host of an address, whatever is set for it."""
        self._queue_of(url).hold_apart(seconds)

    def _queue_of(self, url: str) -> _Queue:
        host = _host_of(url)
        if host not in self._queues:
            own = self._hosts.pace_of(host)
            at_once = self._settings.at_once_per_host if own.at_once is None else own.at_once
            spacing = self._settings.spacing if own.spacing is None else own.spacing
            self._queues[host] = _Queue(at_once, spacing)
            self._recall_silence(host, self._queues[host])
        return self._queues[host]

    def _recall_silence(self, host: str, queue: _Queue) -> None:
        """Keep the silence that a host asked an earlier run for."""
        until = self._facts.fact_of(host, _SILENCE) if self._facts is not None else None
        if until is not None and until.isdecimal():
            left = min(float(until) - self._clock.calendar(), _LONGEST_SILENCE)
            queue.asked_for = max(0.0, left)
            queue.free_at = self._clock.now() + left

    async def _wait_for_turn(self, queue: _Queue) -> Failure | None:
        """Wait until a host may be asked; return why it may not be, in this run or for too long."""
        while True:
            now = self._clock.now()
            if queue.free_at - now > max(self._settings.longest_pause, queue.spacing):
                words = f"the host asked for {queue.asked_for:,.0f} s without requests"
                return Failure(State.RATE_LIMITED, words, later=True)
            if max(now, queue.free_at) > self._deadline:
                return Failure(State.TIMEOUT, OVERDUE)
            if queue.free_at <= now:
                return None
            await self._clock.sleep(queue.free_at - now)

    def _heed(self, queue: _Queue, url: str, answer: Answer) -> None:
        """Slow down for a host that says that it is too much."""
        pause = read_pause(answer.header("retry-after"), now=self._clock.calendar())
        if pause is not None and asks_for_a_pause(answer.status):
            queue.asked_for = max(queue.asked_for, pause)
            queue.free_at = max(queue.free_at, self._clock.now() + pause)
            if self._facts is not None and pause > self._settings.longest_pause:
                until = self._clock.calendar() + min(pause, _LONGEST_SILENCE)
                self._facts.keep_fact(_host_of(url), _SILENCE, str(int(until)), until)
        if answer.status in OVERLOADED:
            queue.slow_down()
        else:
            queue.note_calm()


def _host_of(url: str) -> str:
    """Return the host whose turn an address waits for; what cannot be asked for waits for nobody."""
    try:
        return target_of(url).host.rstrip(".")
    except ValueError:
        return url
