"""Redirects: where each leads, which of them are moves, and that none goes round in circles."""

import pytest
from fetchers.conftest import Fetch
from hypothesis import given
from hypothesis import strategies as st
from web.behaviours import raw
from web.server import Web, page, redirect

from claimcheck.enums import State
from claimcheck.fetchers.arrivals import has_moved
from claimcheck.fetchers.outcomes import Failure
from claimcheck.fetchers.redirects import read_location
from claimcheck.model import Hop

BASE = "https://example.org/a/b?q=1"


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/c", "https://example.org/c"),
        ("c", "https://example.org/a/c"),
        ("../c", "https://example.org/c"),
        ("?q=2", "https://example.org/a/b?q=2"),
        ("//other.example/c", "https://other.example/c"),
        ("HTTP://Other.Example:8080/C", "http://other.example:8080/C"),
        ("http://other.example", "http://other.example/"),
        ("/c#part", "https://example.org/c"),
        ("  /c  ", "https://example.org/c"),
        ("/a b", "https://example.org/a%20b"),
        ("/caf\u00e9?x=\u00e9", "https://example.org/caf%C3%A9?x=%C3%A9"),
        ("/caf\udce9", "https://example.org/caf%E9"),
        ("/caf%C3%A9", "https://example.org/caf%C3%A9"),
        ("\\\\other.example\\c", "https://other.example/c"),
        ("https://user:pw@other.example/c", "https://other.example/c"),
        ("http://[2606:2800::1]:8080/", "http://[2606:2800::1]:8080/"),
    ],
)
def test_a_location_leads_there(location: str, target: str) -> None:
    assert read_location(BASE, location) == target


@pytest.mark.parametrize(
    ("location", "state"),
    [
        ("file:///etc/passwd", State.FORBIDDEN_ADDRESS),
        ("ftp://example.org/", State.FORBIDDEN_ADDRESS),
        ("javascript:alert(1)", State.FORBIDDEN_ADDRESS),
        ("http://", State.UNREADABLE),
        ("http://example.org:banana/", State.UNREADABLE),
        ("http://[oops/", State.UNREADABLE),
        ("/" + "a" * 10_000, State.UNREADABLE),
    ],
)
def test_a_location_that_leads_nowhere_is_a_state(location: str, state: State) -> None:
    target = read_location(BASE, location)
    assert isinstance(target, Failure)
    assert target.state is state
    assert target.detail.isprintable()


@given(st.text(max_size=60))
def test_law_any_location_is_an_address_of_the_web_or_a_state(location: str) -> None:
    target = read_location(BASE, location)
    if not isinstance(target, Failure):
        assert target.startswith(("http://", "https://"))
        assert target.isprintable()
        assert read_location(BASE, target) == target


@pytest.mark.parametrize(
    ("way", "moved"),
    [
        ([("http://a.example/x", 200)], False),
        ([("http://a.example/x", 301), ("http://a.example/y", 200)], True),
        ([("http://a.example/x", 308), ("http://a.example/y", 200)], True),
        ([("http://a.example/x", 302), ("http://a.example/y", 200)], False),
        ([("http://a.example/x", 307), ("http://a.example/y", 200)], False),
        ([("http://a.example/x", 301), ("http://a.example/y", 302), ("http://a.example/z", 200)], False),
        ([("http://a.example/x", 301), ("http://a.example/y", 308), ("http://a.example/z", 200)], True),
        ([("http://a.example/x", 301), ("https://a.example/x", 200)], False),
        ([("http://a.example/x", 301), ("http://a.example/x/", 200)], False),
        ([("http://a.example/x", 301), ("https://www.a.example/x/", 200)], False),
        ([("http://a.example/x", 301), ("http://b.example/x", 200)], True),
        ([("http://a.example/x?id=1", 301), ("http://a.example/x?id=2", 200)], True),
    ],
)
def test_only_a_way_of_permanent_redirects_to_another_place_is_a_move(way: list[tuple[str, int]], moved: bool) -> None:
    assert has_moved(tuple(Hop(*hop) for hop in way)) is moved


async def test_every_answer_on_the_way_is_kept_and_the_last_one_is_the_page(web: Web, fetch: Fetch) -> None:
    last = web.add("/c", page("here"))
    middle = web.add("/b", redirect(308, "/c"))
    first = web.add("/a", redirect(301, "/b"))
    fetched = await fetch(first)
    assert (fetched.state, fetched.final_url, fetched.detail) == (State.MOVED, last, f"now at {last}")
    assert fetched.hops == (Hop(first, 301), Hop(middle, 308), Hop(last, 200))


async def test_a_temporary_redirect_is_no_move(web: Web, fetch: Fetch) -> None:
    last = web.add("/b", page("here"))
    fetched = await fetch(web.add("/a", redirect(302, "/b")))
    assert (fetched.state, fetched.final_url) == (State.LIVE, last)


async def test_a_circle_is_seen_at_its_first_turn(web: Web, fetch: Fetch) -> None:
    web.add("/b", redirect(302, "/a"))
    fetched = await fetch(web.add("/a", redirect(302, "/b")))
    assert fetched.state is State.REDIRECT_LOOP
    assert "in a circle" in fetched.detail
    assert web.paths() == ["/a", "/b"]


async def test_ten_redirects_are_followed_and_no_eleventh(web: Web, fetch: Fetch) -> None:
    for number in range(11):
        web.add(f"/{number}", redirect(302, f"/{number + 1}"))
    web.add("/11", page("here"))
    assert (await fetch(web.url("/1"))).state is State.LIVE
    web.asked.clear()
    fetched = await fetch(web.url("/0"))
    assert (fetched.state, fetched.detail) == (State.REDIRECT_LOOP, "more than 10 redirects")
    assert len(web.asked) == 11


async def test_a_redirect_to_a_page_that_is_not_there_is_not_found(web: Web, fetch: Fetch) -> None:
    fetched = await fetch(web.add("/a", redirect(301, "/nowhere")))
    assert (fetched.state, fetched.http_status) == (State.NOT_FOUND, 404)
    assert [hop.status for hop in fetched.hops] == [301, 404]


async def test_bytes_that_are_no_text_in_a_location_go_out_as_they_came(web: Web, fetch: Fetch) -> None:
    web.add("/caf%E9", page("here"))
    url = web.add("/a", raw(b"HTTP/1.1 302 F\r\nLocation: /caf\xe9\r\nContent-Length: 0\r\n\r\n"))
    assert (await fetch(url, retries=1)).state is State.LIVE


async def test_a_redirect_without_a_location_is_a_state(web: Web, fetch: Fetch) -> None:
    url = web.add("/a", raw(b"HTTP/1.1 302 F\r\nContent-Length: 0\r\n\r\n"))
    assert (await fetch(url)).detail == "302: a redirect that leads nowhere"
