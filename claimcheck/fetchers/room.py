"""Memory for large pages: so much in all, given in turns, and taken back when a page has been read.

Most pages are small, and a hundred of them in flight cost little; a hundred of ten megabytes would cost a gigabyte.
A page that grows past the small size waits until a medium one has room.  Where it becomes a large one, it waits once
more, until the most that it may become is free in another room, whose pages wait for nobody: so no two can wait for
each other.  What is asked for while another page is held has rooms of its own: it would wait for ever for what those
hold who wait for it.

A share goes back when its page is referred to no more.  Circles of references are seen by the garbage collector alone,
which looks seldom in a run, and never while everyone waits: so it is called by who waits.
"""

import asyncio
import gc
import weakref
from collections import deque
from dataclasses import dataclass

from claimcheck.fetchers.settings import FetchSettings

MEDIUM = 1_000_000
"""Bytes of a page, up to which it is a medium one: most of what is no small one is this."""
_LOOK = 1.0
"""Seconds of waiting after which the garbage collector is called."""


class Share:
    """A part of the room; it goes back when nothing refers to it any more."""

    __slots__ = ("__weakref__", "_room", "_size")

    def __init__(self, room: "Room", size: int) -> None:
        self._room = room
        # In a list, so that whoever gives it back afterwards knows how much of it is left.
        self._size = [size]
        loop = asyncio.get_running_loop()
        weakref.finalize(self, _give_back_from_anywhere, loop, room, self._size).atexit = False

    def shrink(self, size: int) -> None:
        """Give back all but so many bytes."""
        if size < self._size[0]:
            spared = self._size[0] - size
            self._size[0] = size
            self._room.give_back(spared)


class Room:
    """So many bytes, shared out first come, first served."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._free = size
        self._waiting: deque[tuple[int, asyncio.Future[None]]] = deque()

    async def take(self, wanted: int) -> Share:
        """Return a share, once it is free; of more than there is, all there is."""
        wanted = min(wanted, self._size)
        if self._waiting or wanted > self._free:
            turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.append((wanted, turn))
            try:
                await self._wait(turn)
            except asyncio.CancelledError:
                if turn.done() and not turn.cancelled():
                    self.give_back(wanted)
                turn.cancel()
                raise
        else:
            self._free -= wanted
        return Share(self, wanted)

    def give_back(self, size: int) -> None:
        """Take so many bytes back, and let whoever waits for them go on."""
        self._free += size
        while self._waiting and (self._waiting[0][1].done() or self._waiting[0][0] <= self._free):
            wanted, turn = self._waiting.popleft()
            if not turn.done():
                self._free -= wanted
                turn.set_result(None)

    async def _wait(self, turn: "asyncio.Future[None]") -> None:
        """Wait for a turn; whoever is next lets go, now and then, of what only circles of references hold."""
        while not (await asyncio.wait([turn], timeout=_LOOK))[0]:
            if self._waiting and self._waiting[0][1] is turn:
                gc.collect()


@dataclass(frozen=True, slots=True)
class Floor:
    """The room for medium pages and the one for large pages."""

    medium: Room
    large: Room

    async def take(self, wanted: int) -> Share:
        """Return a share, of the room for pages of this size, once it is free."""
        return await (self.medium if wanted <= MEDIUM else self.large).take(wanted)


@dataclass(frozen=True, slots=True)
class Rooms:
    """Where the pages of sources have room, and where what is asked for while such a page is held."""

    sources: Floor
    aside: Floor

    @classmethod
    def of(cls, settings: FetchSettings) -> "Rooms":
        """Return the rooms that the settings give: what is asked aside has room for one page of each size."""
        large, page = settings.room_bytes, settings.page_bytes
        return cls(Floor(Room(large // 2), Room(large)), Floor(Room(MEDIUM), Room(page)))

    def for_request(self, *, patient: bool) -> Floor:
        """Return where there is room for a source that is asked for patiently, or for what is asked in passing."""
        return self.sources if patient else self.aside


def _give_back_from_anywhere(loop: asyncio.AbstractEventLoop, room: Room, size: list[int]) -> None:
    # Whoever drops the last reference may be another thread, and may do so after the end of the loop.
    if not loop.is_closed():
        loop.call_soon_threadsafe(room.give_back, size[0])


def keep_share(owner: object, share: Share | None) -> None:
    """Let a share last at least as long as its owner."""
    if share is not None:
        weakref.finalize(owner, _let_go, share).atexit = False


def _let_go(share: Share) -> None:
    del share
