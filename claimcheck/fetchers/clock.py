"""The machine's time, behind the port ``Clock``, so that pacing and retries can be tested without waiting."""

import asyncio
import time

from claimcheck.ports import Clock

__all__ = ["Clock", "SystemClock"]


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
