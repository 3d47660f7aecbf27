from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from archives.wayback_machine import WaybackMachine
from web.server import HOSTS, Web

from claimcheck.archives import Wayback
from claimcheck.fetchers import FetchSettings, SourceFetcher
from claimcheck.model import Location, Source

QUICK = FetchSettings(allow_private=HOSTS, connect=2.0, idle=1.0, total=2.0, spacing=0.0, at_once_per_host=8, retries=0)


class EagerClock:
    """Time that passes at once where it is waited for; starts at 1 January 2026, midnight in UTC."""

    def __init__(self) -> None:
        self.time = 0.0
        self.slept: list[float] = []

    def now(self) -> float:
        return self.time

    def calendar(self) -> float:
        return 1_767_225_600.0 + self.time

    async def sleep(self, seconds: float, /) -> None:
        self.slept.append(seconds)
        self.time += seconds


class Facts:
    """What is known of hosts, for as long as the test lasts."""

    def __init__(self, clock: EagerClock) -> None:
        self.clock = clock
        self.held: dict[tuple[str, str], tuple[str, float]] = {}

    def fact_of(self, host: str, fact: str, /) -> str | None:
        value, until = self.held.get((host, fact), ("", 0.0))
        return value if until > self.clock.calendar() else None

    def keep_fact(self, host: str, fact: str, value: str, until: float, /) -> None:
        self.held[host, fact] = value, until


def source(address: str = "https://news.example/wages", **more: str) -> Source:
    return Source(address, Location("claims.yaml", 1, 1), **more)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as running:
        yield running


@pytest.fixture
def machine(web: Web) -> WaybackMachine:
    return WaybackMachine(web)


@pytest.fixture
def clock() -> EagerClock:
    return EagerClock()


@pytest.fixture
def facts(clock: EagerClock) -> Facts:
    return Facts(clock)


@pytest.fixture
async def asker(tmp_path: Path) -> AsyncIterator[SourceFetcher]:
    fetcher = SourceFetcher(tmp_path, QUICK)
    yield fetcher
    await fetcher.aclose()


@dataclass
class Reader:
    """Finds a copy and reads it, as one does who needs it."""

    archive: Wayback

    async def text(self, address: str, near: object = None) -> str:
        lookup = await self.archive.find(address, near)  # type: ignore[arg-type]  # a moment or none
        if not lookup.mementos:
            return lookup.trouble or "nothing"
        found = await self.archive.fetch(lookup.mementos[0], source(address))
        if found.fetched is None or found.fetched.page is None or found.memento is None:
            return found.note
        return f"{found.memento.day} {found.fetched.page.body.decode()}"


@pytest.fixture
def wayback(asker: SourceFetcher, clock: EagerClock, facts: Facts, machine: WaybackMachine) -> Wayback:
    return Wayback(asker, clock, facts, base=machine.base)


@pytest.fixture
def reader(wayback: Wayback) -> Reader:
    return Reader(wayback)
