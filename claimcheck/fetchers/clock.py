"""Time as a port, so that pacing and retries can be tested without waiting."""

import asyncio
import time
from typing import Protocol


class Clock(Protocol):
    """Whoever tells the time and lets it pass."""

    def now(self) -> float:
        """Return seconds from a fixed point, never going back."""
        ...

    def calendar(self) -> float:
        """Return seconds since 1970 in UTC, for dates that servers give."""
        ...

    async def sleep(self, seconds: float, /) -> None:
        """Return when so many seconds have passed."""
        ...


class SystemClock:
    """The machine's own time."""

    def now(self) -> float:
        """Return the machine's monotonic time."""
        return time.monotonic()

    def calendar(self) -> float:
        """Return the machine's date and time."""
        return time.time()

    async def sleep(self, seconds: float, /) -> None:
        """Return when so many seconds have passed."""
        await asyncio.sleep(seconds)
