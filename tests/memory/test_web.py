"""Conditional requests against a real server: 304 gives the page from memory, and the source is there today."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fetchers.getters import source
from memory.calendars import Shelf
from web.server import HOSTS, Asked, Reply, Web, redirect

from claimcheck.enums import State
from claimcheck.fetchers import FetchSettings, SourceFetcher
from claimcheck.fetchers.conditional import conditions_of
from claimcheck.memory import RunMemory
from claimcheck.memory.pages import digest_of
from claimcheck.model import Fetched
from claimcheck.ports import Copy

SETTINGS = FetchSettings(allow_private=HOSTS, spacing=0.0, backoff=0.01, retries=0)
BODY = b"<!doctype html><title>A page</title><p>Sama employed 3,000 people.</p>"
HTML = ("Content-Type", "text/html; charset=utf-8")
OLD, LATER = "Mon, 02 Feb 2026 10:00:00 GMT", "Mon, 02 Feb 2026 10:05:00 GMT"

Fetch = Callable[..., Awaitable[Fetched]]


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
def memory(shelf: Shelf) -> Iterator[RunMemory]:
    opened = shelf.open()
    yield opened
    opened.close()


@pytest.fixture
async def look(tmp_path: Path, memory: RunMemory) -> AsyncIterator[Fetch]:
    """Look at an address as a run does: fetch it, and have it remembered."""
    fetcher = SourceFetcher(tmp_path, SETTINGS, held=memory)

    async def look_once(url: str, **more: str) -> Fetched:
        fetched = await fetcher.fetch(source(url, **more))
        memory.keep(fetched, replace(fetched, page=None))
        memory.end(complete=True, network_down=False)
        return fetched

    yield look_once
    await fetcher.aclose()


def tagged(*headers: tuple[str, str], body: bytes = BODY) -> Callable[[Asked], Reply]:
    """Return the answer of a server that knows validators: 304 to whoever holds the page."""
    held = dict(headers)

    def answer(asked: Asked) -> Reply:
        same_tag = "ETag" in held and asked.headers.get("if-none-match") == held["ETag"]
        same_date = "Last-Modified" in held and asked.headers.get("if-modified-since") == held["Last-Modified"]
        return Reply(304, headers=headers) if same_tag or same_date else Reply(200, body, (HTML, *headers))

    return answer


def body_of(fetched: Fetched) -> bytes:
    assert fetched.page is not None
    return fetched.page.body


@pytest.mark.parametrize(
    "validators",
    [
        (("ETag", '"1"'),),
        (("ETag", 'W/"1"'),),
        (("Last-Modified", OLD), ("Date", LATER)),
        (("ETag", '"1"'), ("Last-Modified", OLD), ("Date", LATER)),
    ],
    ids=["strong tag", "weak tag", "date", "both"],
)
async def test_a_page_that_has_not_changed_comes_from_memory_and_is_live(
    web: Web, look: Fetch, validators: tuple[tuple[str, str], ...]
) -> None:
    url = web.add("/a", tagged(*validators))
    first, second = await look(url), await look(url)
    third = await look(url)
    assert len(web.asked) == 3
    assert "if-none-match" in web.asked[1].headers or "if-modified-since" in web.asked[1].headers
    for later in (second, third):
        assert (later.state, later.http_status, later.read_at) == (State.LIVE, 200, None)
        assert body_of(later) == body_of(first) == BODY
        assert later.page is not None
        assert first.page is not None
        assert (later.page.media_type, later.page.charset) == (first.page.media_type, first.page.charset)


async def test_a_page_that_changed_is_sent_and_remembered(web: Web, look: Fetch) -> None:
    url = web.add("/a", tagged(("ETag", '"1"')))
    await look(url)
    web.add("/a", tagged(("ETag", '"2"'), body=b"<p>Sama employed 4,000 people.</p>"))
    assert b"4,000" in body_of(await look(url))
    assert b"4,000" in body_of(await look(url))
    assert web.asked[-1].headers["if-none-match"] == '"2"'


async def test_a_page_without_validators_is_asked_for_without_conditions(web: Web, look: Fetch) -> None:
    url = web.add("/a", Reply(200, BODY))
    await look(url)
    await look(url)
    assert not {"if-none-match", "if-modified-since"} & set(web.asked[1].headers)


async def test_a_page_that_is_gone_later_is_gone_whatever_is_remembered(web: Web, look: Fetch) -> None:
    url = web.add("/a", tagged(("ETag", '"1"')))
    await look(url)
    web.add("/a", Reply(404, b"no"))
    assert (await look(url)).state is State.NOT_FOUND


async def test_redirects_are_walked_anew_and_only_their_end_is_held(web: Web, look: Fetch) -> None:
    url = web.add("/old", redirect(301, "/new"))
    web.add("/new", tagged(("ETag", '"1"')))
    first, second = await look(url), await look(url)
    assert web.paths() == ["/old", "/new", "/old", "/new"]
    assert "if-none-match" not in web.asked[2].headers
    assert (first.state, second.state) == (State.MOVED, State.MOVED)
    assert first.hops == second.hops


async def test_what_says_no_store_is_not_stored(web: Web, look: Fetch, memory: RunMemory, shelf: Shelf) -> None:
    url = web.add("/a", tagged(("ETag", '"1"'), ("Cache-Control", "private, No-Store")))
    await look(url)
    await look(url)
    assert "if-none-match" not in web.asked[1].headers
    assert memory.copy_of(url) is None
    assert b"3,000" not in shelf.database.read_bytes()


async def test_what_the_users_own_headers_brought_is_not_stored(
    web: Web, look: Fetch, memory: RunMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARCHIVE_HEADERS", "Authorization: Bearer 1")
    url = web.add("/a", tagged(("ETag", '"1"')))
    for _ in range(2):
        fetched = await look(url, headers_from="ARCHIVE_HEADERS")
        assert fetched.page is not None
        assert fetched.page.private
    assert "if-none-match" not in web.asked[1].headers
    assert memory.copy_of(url) is None
    assert memory.pages.visit_of(source(url)) is None


async def test_behind_a_redirect_of_a_login_nothing_is_stored_either(
    web: Web, look: Fetch, memory: RunMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARCHIVE_HEADERS", "Authorization: Bearer 1")
    elsewhere = web.url("/paper", HOSTS[1])
    web.add("/paper", tagged(("ETag", '"1"')))
    await look(web.add("/a", redirect(302, elsewhere)), headers_from="ARCHIVE_HEADERS")
    assert web.paths() == ["/a", "/paper"]
    assert memory.copy_of(elsewhere) is None


async def test_an_address_with_a_signature_that_a_redirect_led_to_is_not_kept(
    web: Web, look: Fetch, shelf: Shelf
) -> None:
    web.add("/paper?X-Amz-Signature=5ecre7", tagged(("ETag", '"1"')))
    await look(web.add("/a", redirect(302, "/paper?X-Amz-Signature=5ecre7")))
    assert b"5ecre7" not in shelf.database.read_bytes()


async def test_a_body_that_is_lost_is_asked_for_again_without_conditions(
    web: Web, look: Fetch, memory: RunMemory, shelf: Shelf
) -> None:
    url = web.add("/a", tagged(("ETag", '"1"')))
    await look(url)
    memory._database.write(lambda c: c.execute("UPDATE bodies SET body = x'00'"))  # noqa: SLF001 - damage from below
    memory.end(complete=True, network_down=False)
    fetched = await look(url)
    assert (fetched.state, body_of(fetched)) == (State.LIVE, BODY)
    assert len(web.asked) == 3
    assert shelf.warnings == []


async def test_a_304_that_nobody_asked_for_is_no_page(web: Web, look: Fetch) -> None:
    assert (await look(web.add("/a", Reply(304)))).state is State.UNREADABLE


@pytest.mark.parametrize(
    ("headers", "conditions"),
    [
        ((), ()),
        ((("etag", '"1"'),), (("If-None-Match", '"1"'),)),
        ((("last-modified", OLD), ("date", LATER)), (("If-Modified-Since", OLD),)),
        ((("last-modified", OLD), ("date", OLD)), ()),
        ((("last-modified", OLD),), ()),
        ((("last-modified", "yesterday"), ("date", LATER)), ()),
        ((("etag", '"1"\r\nX-Evil: 1'),), ()),
        ((("etag", '"é"'),), ()),
    ],
    ids=["none", "tag", "settled", "changed when sent", "no date", "no date of change", "two lines", "not ascii"],
)
def test_what_is_asked_by_what_is_held(
    headers: tuple[tuple[str, str], ...], conditions: tuple[tuple[str, str], ...], shelf: Shelf
) -> None:
    assert conditions_of(Copy(digest_of(b""), 0, headers, shelf.calendar.now)) == conditions
