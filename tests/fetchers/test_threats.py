"""Threats that no other file here tells of: a stranger's address must not get round pace, bounds or framing."""

import pytest
from fetchers.clocks import TurnedClock
from fetchers.conftest import Fetch
from fetchers.getters import FakeGetter, answer, request
from web.behaviours import raw
from web.server import Web, page, redirect

from claimcheck.enums import State
from claimcheck.fetchers.outcomes import Outcome, Request
from claimcheck.fetchers.redirects import RedirectedGetter
from claimcheck.fetchers.settings import FetchSettings
from claimcheck.fetchers.throttle import ThrottledGetter

SETTINGS = FetchSettings(spacing=0.2, at_once_per_host=2, at_once=64)


def to_busy(asked: Request) -> Outcome:
    """Redirect every host to one, which answers."""
    if "busy" in asked.url:
        return answer(url=asked.url)
    return answer(302, asked.url, location=f"https://busy.example/{asked.source.address[8:10]}")


async def test_redirects_wait_in_the_queue_of_the_host_that_they_lead_to(clock: TurnedClock) -> None:
    inner = FakeGetter([to_busy], clock)
    getter = RedirectedGetter(ThrottledGetter(inner, SETTINGS, clock, 1e9), SETTINGS)
    await clock.run(*(getter.get(request(f"https://h{n}.example/")) for n in range(6)))
    assert [at for at, url in inner.asked if "busy" not in url] == pytest.approx([0.0] * 6)
    assert [at for at, url in inner.asked if "busy" in url] == pytest.approx([0.0, 0.2, 0.4, 0.6, 0.8, 1.0])


@pytest.mark.parametrize("size", [9_000, 60_000])
async def test_a_long_header_is_no_reason_to_call_a_page_broken(web: Web, fetch: Fetch, size: int) -> None:
    policy = ("Content-Security-Policy", "default-src 'self' " + "https://a.example " * (size // 18))
    assert (
        await fetch(web.add("/", page("here", headers=(("Content-Type", "text/html"), policy))))
    ).state is State.LIVE


async def test_a_redirect_adds_no_header_and_no_request(web: Web, fetch: Fetch) -> None:
    """A ``Location`` with a line end in it is one header to a server that is not careful."""
    head = b"HTTP/1.1 302 F\r\nLocation: /b%0d%0aX-Evil: 1\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
    web.otherwise = lambda _asked: page("here")
    fetched = await fetch(web.add("/a", raw(head)))
    assert fetched.state is State.LIVE
    assert [asked.path for asked in web.asked] == ["/a", "/b%0d%0aX-Evil:%201"]
    assert all("x-evil" not in asked.headers for asked in web.asked)


async def test_nobody_learns_from_where_a_reader_comes_nor_that_he_comes_again(web: Web, fetch: Fetch) -> None:
    marked = page("here", headers=(("Content-Type", "text/html"), ("Set-Cookie", "seen=1; Path=/")))
    start = web.add("/first", redirect(302, web.add("/second", marked)))
    await fetch(start)
    await fetch(start)
    assert len(web.asked) == 4
    assert all(not {"referer", "cookie"} & asked.headers.keys() for asked in web.asked)
