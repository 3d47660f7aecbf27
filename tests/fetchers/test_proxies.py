"""A proxy of the environment is used, and does not open the way inside."""

import asyncio
from pathlib import Path

import pytest
from fetchers.conftest import QUICK, Fetch
from fetchers.getters import source
from web.server import Reply, Web, page

from claimcheck.enums import State
from claimcheck.fetchers import SourceFetcher
from claimcheck.fetchers.engine import BEHIND_A_PROXY
from claimcheck.fetchers.proxies import Proxies, UnusableProxyError


async def test_a_page_comes_through_the_proxy(web: Web, fetch: Fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", web.url(""))
    web.add("http://site.test/a", page("through"))
    fetched = await fetch("http://site.test/a")
    assert fetched.state is State.LIVE
    assert web.paths() == ["http://site.test/a"]


async def test_a_run_is_told_once_what_the_guard_cannot_see_behind_a_proxy(
    web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", web.url(""))
    web.otherwise = lambda _asked: page("through")
    told: list[str] = []
    fetcher = SourceFetcher(tmp_path, QUICK, warn=told.append)
    await fetcher.fetch(source(web.url("/direct")))
    assert told == []
    for name in ("a", "b"):
        await fetcher.fetch(source(f"http://site.test/{name}"))
    await fetcher.aclose()
    assert told == [BEHIND_A_PROXY]


@pytest.mark.parametrize("host", ["10.0.0.1", "localhost", "2130706433", "db.internal", "[::1]", "169.254.169.254"])
async def test_the_proxy_is_not_asked_for_what_is_inside(
    web: Web, fetch: Fetch, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.setenv("http_proxy", web.url(""))
    assert (await fetch(f"http://{host}/")).state is State.FORBIDDEN_ADDRESS
    assert web.asked == []


async def test_an_exempt_host_and_one_of_no_proxy_are_dialled_directly(
    web: Web, fetch: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    assert (await fetch(web.add("/", page("a")))).state is State.LIVE
    monkeypatch.setenv("no_proxy", "site.test")
    assert Proxies().proxy_for("http", "site.test") == ""
    assert Proxies().proxy_for("http", "other.test") == "http://127.0.0.1:1"


async def test_a_proxy_that_does_not_answer_or_refuses_is_told(
    web: Web, fetch: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    fetched = await fetch("http://site.test/")
    assert fetched.state is State.UNREADABLE
    assert fetched.detail.startswith("the proxy of the environment cannot be used")
    monkeypatch.setenv("https_proxy", web.url(""))
    web.add("site.test:443", Reply(407))
    assert (await fetch("https://site.test/")).detail.startswith("the proxy of the environment cannot be used")
    await asyncio.sleep(0)


def test_a_proxy_that_speaks_no_http_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("all_proxy", "socks5://127.0.0.1:1080")
    with pytest.raises(UnusableProxyError, match="socks5"):
        Proxies().proxy_for("https", "site.test")
