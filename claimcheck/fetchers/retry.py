"""Second chances: only for what can pass, only a few, and each after a longer wait than the one before.

A bot wall is not asked again, and an address that is not understood once more, written as it should be.  What says
*gone* is looked at twice: one answer may be a slip of one server of many.
"""

import math
import random
from dataclasses import replace

from claimcheck.fetchers.bot_walls import wall_of
from claimcheck.fetchers.clock import Clock
from claimcheck.fetchers.outcomes import Answer, Getter, Outcome, Request
from claimcheck.fetchers.pauses import read_pause
from claimcheck.fetchers.reencoding import NOT_UNDERSTOOD, reencode
from claimcheck.fetchers.settings import FetchSettings
from claimcheck.fetchers.statuses import LOOKED_AT_TWICE, PASSING, asks_for_a_pause

_NOT_ACCEPTABLE = 406
_ERRORS = range(400, 1000)
_WORTH_ASKING = 0.5
"""Seconds of a source's budget below which no other try can end."""


class PersistentGetter:
    """Asks again where another try may end better."""

    def __init__(self, getter: Getter, settings: FetchSettings, clock: Clock, deadline: float = math.inf) -> None:
        self._getter = getter
        self._settings = settings
        self._clock = clock
        self._deadline = deadline
        self._spent: set[str] = set()

    async def get(self, request: Request, /) -> Outcome:
        """Return what came of the last try; of an address that is not understood, what is at it as it should be."""
        outcome = await self._try(request)
        if not isinstance(outcome, Answer) or outcome.status not in NOT_UNDERSTOOD or wall_of(outcome):
            return outcome
        strict = reencode(request.url)
        if strict == request.url or request.post is not None:
            return outcome
        other = await self._try(replace(request, url=strict, patient=False))
        # That there is no such page at another address says nothing of the one that was cited.
        return other if isinstance(other, Answer) and other.status not in _ERRORS else outcome

    async def _try(self, request: Request) -> Outcome:
        # A second look at what has used up its tries is one look.
        tries = 0 if request.patient and request.url not in self._spent else self._settings.retries
        while True:
            outcome = await self._getter.get(request)
            if isinstance(outcome, Answer) and outcome.status == _NOT_ACCEPTABLE and not request.accept:
                # Some servers know one kind of page only, and read the list of those that are wished for wrongly.
                request = replace(request, accept="*/*")
                continue
            wait = self._wait_after(request, outcome, tries)
            over = wait is not None and self._clock.now() + wait > self._deadline
            if wait is None or over or request.budget.left < _WORTH_ASKING:
                if tries and tries >= self._settings.retries:
                    self._spent.add(request.url)
                return outcome
            tries += 1
            await self._clock.sleep(wait)

    def _wait_after(self, request: Request, outcome: Outcome, tries: int) -> float | None:
        """Return how long to wait before the next try; none where there is no sense in one."""
        if tries >= self._settings.retries:
            return None
        # Spread, so that the sources of one host do not all come back at once.
        backoff = self._settings.backoff * 2**tries * random.uniform(0.5, 1.5)  # noqa: S311 - no secret
        if not isinstance(outcome, Answer):
            return backoff if outcome.passing else None
        if wall_of(outcome):
            return None
        if outcome.status in LOOKED_AT_TWICE:
            return backoff / 2 if tries == 0 and request.cited else None
        pause = read_pause(outcome.header("retry-after"), now=self._clock.calendar())
        if pause is not None and asks_for_a_pause(outcome.status):
            # The host's queue keeps the pause itself.
            return 0.0 if pause <= self._settings.longest_pause else None
        return backoff if outcome.status in PASSING else None
