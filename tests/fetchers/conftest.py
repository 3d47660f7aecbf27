from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fetchers.clocks import TurnedClock
from fetchers.getters import source
from web.server import HOSTS, Web

from claimcheck.fetchers import FetchSettings, SourceFetcher
from claimcheck.model import Fetched

QUICK = FetchSettings(
    allow_private=HOSTS, connect=2.0, idle=1.0, total=2.0, spacing=0.0, at_once_per_host=8, backoff=0.01, retries=0
)
"""Bounds that a test can wait for, and loopback allowed."""


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy of the machine's own stands between a test and its loopback web."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as running:
        yield running


Fetch = Callable[..., Awaitable[Fetched]]


@pytest.fixture
async def fetch(tmp_path: Path) -> AsyncIterator[Fetch]:
    """Fetch an address; keywords are settings, ``resolver``, or fields of the source."""
    opened: list[SourceFetcher] = []

    async def fetch_one(url: str, *, headers_from: str = "", resolver: Any = None, **settings: Any) -> Fetched:
        fetcher = SourceFetcher(tmp_path, replace(QUICK, **settings), resolver=resolver)
        opened.append(fetcher)
        return await fetcher.fetch(source(url, headers_from=headers_from))

    yield fetch_one
    for fetcher in opened:
        await fetcher.aclose()


@pytest.fixture
def clock() -> TurnedClock:
    return TurnedClock()
