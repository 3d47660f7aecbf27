"""How an archive wants to be asked: so many questions a minute, and silence once it has complained.

The Internet Archive allows 30 questions a minute to its index, asks for four fifths of that, and shuts out for an hour,
then two, whoever goes on asking after a 429 for more than a minute: from then on connections are refused.  Its limits
are of a network, not of a program, so what was asked and when is remembered for the next run as well.
"""

import asyncio
import math
from collections import Counter
from dataclasses import dataclass, field

from claimcheck.ports import Clock, HostFacts

QUESTIONS = 24
"""In ``WITHIN`` seconds: what the Internet Archive asks clients to keep to for its index."""
WITHIN = 60.0
PATIENCE = 60.0
"""Seconds that a turn is waited for."""
PAUSE = 60.0
"""Seconds of silence after a first complaint, unless the archive asks for more."""
REFUSED = 3600.0
"""Seconds of silence after a refused connection: the archive's firewall opens after an hour."""
_LONGEST = 86_400.0
_FAILURES = 2
"""Failures in a row after which an archive is left alone for the rest of the run."""

_ASKED = "archive asked"
_SILENT = "archive silent until"


class Pace:
    """Turns to ask one archive's index."""

    def __init__(self, host: str, clock: Clock, facts: HostFacts | None = None, patience: float = PATIENCE) -> None:
        self._host = host
        self._clock = clock
        self._facts = facts
        self._patience = patience
        self._asked: list[float] = []
        self._lock = asyncio.Lock()

    async def take_turn(self, within: float = math.inf) -> str:
        """Return when it is one's turn; or, at once, why it would take too long, or longer than ``within`` seconds."""
        async with self._lock:
            now = self._clock.calendar()
            asked = sorted((Counter(self._asked) | Counter(self._remembered())).elements())
            asked = [at for at in asked if now - WITHIN < at <= now + WITHIN]
            wait = asked[-QUESTIONS] + WITHIN - now if len(asked) >= QUESTIONS else 0.0
            if wait > min(self._patience, within):
                return f"its limit of {QUESTIONS} questions a minute is used up"
            self._asked = [*asked[-QUESTIONS + 1 :], now + max(wait, 0.0)]
            if self._facts is not None:
                self._facts.keep_fact(self._host, _ASKED, " ".join(map(repr, self._asked)), now + 2 * WITHIN)
        if wait > 0:
            await self._clock.sleep(wait)
        return ""

    def _remembered(self) -> list[float]:
        known = (self._facts.fact_of(self._host, _ASKED) if self._facts is not None else None) or ""
        try:
            return [float(at) for at in known.split()][-QUESTIONS:]
        except ValueError:
            return []


@dataclass
class Standing:
    """Whether an archive may be asked, after what it has answered in this run and in earlier ones."""

    host: str
    clock: Clock
    facts: HostFacts | None = None
    _complaints: int = field(default=0, init=False)
    _failures: int = field(default=0, init=False)
    _over: str = field(default="", init=False)

    def objection(self) -> str:
        """Return why the archive is not to be asked now; empty where it may be."""
        if self._over:
            return self._over
        known = self.facts.fact_of(self.host, _SILENT) if self.facts is not None else None
        until, _, why = (known or "").partition(" ")
        if not until.isdecimal() or not why:
            return ""
        left = min(float(until) - self.clock.calendar(), _LONGEST)
        return f"{why}; it is left alone for {_minutes(left)}" if left > 0 else ""

    def complained(self, pause: float | None) -> str:
        """Note that the archive wants fewer questions; return it in words."""
        self._complaints += 1
        silence = max(PAUSE * self._complaints, pause or 0.0)
        return self._fall_silent(silence, "it has been asked too much (429)")

    def refused(self) -> str:
        """Note that the archive refuses connections: so it shuts out whoever has asked too much."""
        return self._fall_silent(REFUSED, "it refuses connections, as it does for an hour after too many questions")

    def failed(self, why: str) -> str:
        """Note that no answer came; return it in words."""
        self._failures += 1
        if self._failures >= _FAILURES:
            self._over = f"it failed {_FAILURES} times in a row ({why})"
        return why

    def answered(self) -> None:
        """Note an answer."""
        self._failures = 0

    def _fall_silent(self, seconds: float, why: str) -> str:
        seconds = min(seconds, _LONGEST)
        self._over = why
        if self.facts is not None:
            until = self.clock.calendar() + seconds
            self.facts.keep_fact(self.host, _SILENT, f"{int(until)} {why}", until)
        return f"{why}; it is left alone for {_minutes(seconds)}"


def _minutes(seconds: float) -> str:
    minutes = max(1, round(seconds / 60))
    return f"{minutes} minute{'' if minutes == 1 else 's'}"


class SkippingClock:
    """Time that passes at once where it is waited for: what was recorded has no limits to keep."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._ahead = 0.0

    def now(self) -> float:
        """Return seconds from a fixed point, never going back."""
        return self._clock.now()

    def calendar(self) -> float:
        """Return seconds since 1970 in UTC, ahead by what was waited for."""
        return self._clock.calendar() + self._ahead

    async def sleep(self, seconds: float, /) -> None:
        """Return at once."""
        self._ahead += seconds
