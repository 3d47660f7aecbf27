"""The copies of a source, in the order of time → between which two of them a passage changed or vanished.

Copies that follow each other with the same digest are one copy.  One that has the passage is looked for from the day
on which the source was accepted or accessed, the newest is looked at, and the span between the two is halved until two
neighbours are left.  A passage that comes and goes several times changes at the place found, and perhaps elsewhere too.
"""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from claimcheck.archived import Memento

MOST_STARTS = 9
"""Copies that are looked at until one has the passage."""
MOST_UNREADABLE = 6
"""Copies in a row that cannot be read, after which the search goes no further in."""

Look = Callable[[Memento], Awaitable[bool | None]]
"""Returns whether a copy has the passage; none where it cannot be read."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Copies that follow each other and are the same: the first and the last of them."""

    first: Memento
    last: Memento
    count: int = 1


@dataclass(frozen=True, slots=True)
class Split:
    """Where a passage changed or vanished, as closely as the copies tell."""

    captures: int
    different: int
    """Stretches: copies that differ from the one before."""
    there: Stretch | None = None
    """The last copies that have the passage; none where no copy that was looked at has it."""
    changed: Stretch | None = None
    """The first copies that have it no more; none where the newest still has it."""
    unread: int = 0
    """Stretches between the two that could not be read."""


def stretches_of(mementos: Iterable[Memento]) -> list[Stretch]:
    """Return the copies, in the order of time, with those that repeat the one before taken together."""
    ordered = sorted(mementos, key=lambda memento: memento.at)
    numbered = [(memento.digest or f"{place}", memento) for place, memento in enumerate(ordered)]
    groups = [[memento for _, memento in group] for _, group in groupby(numbered, key=lambda pair: pair[0])]
    return [Stretch(_page_of(group), group[-1], len(group)) for group in groups]


def _page_of(group: list[Memento]) -> Memento:
    """Return the first of the same copies whose page is kept: the others may only say that nothing had changed."""
    return next((memento for memento in group if memento.status is not None), group[0])


async def bisect(mementos: Iterable[Memento], near: datetime | None, look: Look) -> Split:
    """Return where a passage changed, in about as many looks as the binary logarithm of the stretches."""
    stretches = stretches_of(mementos)
    search = _Search(stretches, look)
    split = Split(sum(stretch.count for stretch in stretches), len(stretches))
    if not stretches:
        return split
    last = await search.readable(len(stretches) - 1, range(len(stretches) - 1, -1, -1))
    if last is None:
        return split
    if await search.has(last):
        return Split(split.captures, split.different, stretches[last])
    low = await search.start(last, near)
    if low is None:
        return Split(split.captures, split.different, None, stretches[0])
    low, high = await search.narrow(low, last)
    return Split(split.captures, split.different, stretches[low], stretches[high], high - low - 1)


class _Search:
    """What the stretches that were looked at say, each looked at once."""

    def __init__(self, stretches: list[Stretch], look: Look) -> None:
        self._stretches = stretches
        self._look = look
        self._seen: dict[str, bool | None] = {}

    async def has(self, place: int) -> bool | None:
        """Return whether a stretch has the passage; what has the same digest has the same answer."""
        memento = self._stretches[place].first
        key = memento.digest or memento.uri
        if key not in self._seen:
            self._seen[key] = await self._look(memento)
        return self._seen[key]

    async def readable(self, place: int, others: Iterable[int]) -> int | None:
        """Return a stretch that can be read: this one, or the first of a few others."""
        for tried, candidate in enumerate([place, *(other for other in others if other != place)]):
            if tried > MOST_UNREADABLE:
                return None
            if await self.has(candidate) is not None:
                return candidate
        return None

    async def start(self, last: int, near: datetime | None) -> int | None:
        """Return a stretch before ``last`` that has the passage."""
        wanted = 0
        if near is not None:
            wanted = min(range(last + 1), key=lambda place: abs(self._stretches[place].first.at - near))
        for place in list(dict.fromkeys([wanted, 0, *_spread(last)]))[:MOST_STARTS]:
            if place < last and await self.has(place):
                return place
        return None

    async def narrow(self, low: int, high: int) -> tuple[int, int]:
        """Return two stretches with nothing readable between them, of which the first has the passage alone."""
        while high - low > 1:
            middle = (low + high) // 2
            near = sorted(range(low + 1, high), key=lambda place: abs(place - middle))
            found = await self.readable(middle, near)
            if found is None:
                break
            if await self.has(found):
                low = found
            else:
                high = found
        return low, high


def _spread(count: int) -> list[int]:
    """Return places between 0 and ``count``, each halving what is left between those before."""
    places: list[int] = []
    parts = 2
    while len(places) < MOST_STARTS and parts <= 2 * max(count, 1):
        places += [count * odd // parts for odd in range(1, parts, 2)]
        parts *= 2
    return places
