"""A clock that stands still until everybody waits, and then goes to whoever waits for the nearest time."""

import asyncio
import heapq
import itertools
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")

_SETTLED = 50
"""Turns of the event loop after which nobody moves by himself."""


class TurnedClock:
    """Time that passes as fast as it is waited for; starts at 1 January 2026, midnight in UTC."""

    def __init__(self) -> None:
        self.time = 0.0
        self._waiting: list[tuple[float, int, asyncio.Future[None]]] = []
        self._order = itertools.count()

    def now(self) -> float:
        return self.time

    def calendar(self) -> float:
        return 1_767_225_600.0 + self.time

    async def sleep(self, seconds: float, /) -> None:
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (self.time + seconds, next(self._order), woken))
        await woken

    async def run(self, *work: Coroutine[Any, Any, T]) -> list[T]:
        """Return what all the work gives, turning time whenever all of it waits."""
        tasks = [asyncio.create_task(one) for one in work]
        while not all(task.done() for task in tasks):
            for _ in range(_SETTLED):
                await asyncio.sleep(0)
            if self._waiting and not all(task.done() for task in tasks):
                at, _, woken = heapq.heappop(self._waiting)
                self.time = max(self.time, at)
                woken.set_result(None)
        return [task.result() for task in tasks]
