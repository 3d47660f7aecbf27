"""How one archive is asked: within its limits, once more where it stumbled, and not at all once it has had enough."""

import asyncio
import math
from dataclasses import dataclass, field

from claimcheck.archived import Reply
from claimcheck.archives.pace import PATIENCE, Pace, Standing
from claimcheck.ports import Asker, Clock

_TOO_MANY = 429
_ERRORS = 500
_ONCE_MORE = 2.0
"""Seconds before an archive that is overloaded is asked a second and last time."""
MEMENTO_DATETIME = "memento-datetime"
TOTAL = 180.0
"""Seconds after the first question, from which on an archive is asked nothing more in a run over sources."""
TOO_LATE = "the time for asking archives was over; the next run goes on"
_AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Limits:
    """How long an archive is asked, and waited for, in seconds."""

    patience: float = PATIENCE
    """For a turn at its index."""
    total: float = TOTAL
    """From the first question on."""
    ends: float = math.inf
    """The time of the clock after which nothing is asked."""


@dataclass
class Door:
    """Asks one archive, and heeds what it says of being asked."""

    asker: Asker
    clock: Clock
    pace: Pace
    standing: Standing
    shuts_out: bool = False
    """Whether a refused connection is a complaint."""
    limits: Limits = Limits()
    _turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_ONCE), init=False)
    _began: float | None = field(default=None, init=False)

    async def ask(
        self, url: str, *, headers: tuple[tuple[str, str], ...] = (), post: bytes | None = None, indexed: bool = False
    ) -> Reply:
        """Return the answer; where none is to be had, a reply without a status that says why.

        ``indexed`` is a question to the index, whose limit is kept.
        """
        reply = await self._ask_once(url, headers, post, indexed=indexed)
        if _stumbled(reply) and post is None and not self.standing.objection():
            await self.clock.sleep(_ONCE_MORE)
            reply = await self._ask_once(url, headers, post, indexed=indexed)
        return self._heeded(reply) if _stumbled(reply) else reply

    async def _ask_once(
        self, url: str, headers: tuple[tuple[str, str], ...], post: bytes | None, *, indexed: bool
    ) -> Reply:
        # Whoever waits here asks no more once the archive has complained.
        async with self._turns:
            left = self._left()
            objection = self.standing.objection() or ("" if left > 0 else TOO_LATE)
            if objection or (indexed and (objection := await self.pace.take_turn(left))):
                return Reply(url, trouble=objection, asked=False)
            reply = await self.asker.ask(url, headers=headers, post=post)
            # A complaint is heeded before the next one's turn.
            return self._heeded(reply) if not _stumbled(reply) else reply

    def _left(self) -> float:
        """Return how many seconds are left in which this archive may be asked."""
        now = self.clock.now()
        if self._began is None:
            self._began = now
        return min(self._began + self.limits.total, self.limits.ends) - now

    def _heeded(self, reply: Reply) -> Reply:
        """Return a reply as the asker is told it: an archive's own error is no answer, an archived one is."""
        if reply.status is None:
            shut_out = reply.refused and self.shuts_out
            why = self.standing.refused() if shut_out else self.standing.failed(reply.trouble)
            return Reply(reply.url, trouble=why)
        if reply.header(MEMENTO_DATETIME):
            self.standing.answered()
            return reply
        if reply.status == _TOO_MANY:
            pause = reply.header("retry-after").strip()
            seconds = float(pause[:9]) if pause.isascii() and pause.isdigit() else None
            return Reply(reply.url, trouble=self.standing.complained(seconds))
        if reply.status >= _ERRORS:
            return Reply(reply.url, trouble=self.standing.failed(f"it answered {reply.status}"))
        self.standing.answered()
        return reply


def _stumbled(reply: Reply) -> bool:
    return reply.status is not None and reply.status >= _ERRORS and not reply.header(MEMENTO_DATETIME)
