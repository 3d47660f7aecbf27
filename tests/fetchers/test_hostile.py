"""Real sockets, bad servers: whatever one does is a state with its cause, within the time and the size."""

import socket
import zlib
from pathlib import Path

import pytest
from fetchers.conftest import QUICK, Fetch
from fetchers.getters import source
from web.behaviours import cut_short, drip, drip_head, endless, hang, many_headers, raw, reset
from web.bombs import bomb
from web.server import Answer, Reply, Web, page, redirect

from claimcheck.enums import State
from claimcheck.fetchers import SourceFetcher

HTML = (("Content-Type", "text/html"),)
HEADERS_TOO_LARGE = "more, or longer, response headers than are read"
INSIDE = "10.0.0.1 is a private address: not reached without --allow-private"


@pytest.mark.parametrize(
    ("answer", "state", "detail"),
    [
        (hang, State.TIMEOUT, "not a byte for 1 s"),
        (drip, State.TIMEOUT, "not done within 2 s"),
        (drip_head, State.TIMEOUT, "not done within 2 s"),
        (endless, State.TOO_LARGE, "larger than 10 MB"),
        (reset, State.REFUSED, "the connection was reset"),
        (raw(b""), State.REFUSED, "the connection was closed before the end"),
        (raw(b"SSH-2.0-OpenSSH_9.2\r\n"), State.UNREADABLE, "what came back is not HTTP"),
        (raw(b"\x15\x03\x01\x00\x02\x02\x16"), State.UNREADABLE, "what came back is not HTTP"),
        (raw(b"HTTP/1.1 banana OK\r\n\r\n"), State.UNREADABLE, "what came back is not HTTP"),
        (many_headers(100_000), State.TOO_LARGE, HEADERS_TOO_LARGE),
        (Reply(headers=(("X-Long", "a" * 100_000),)), State.TOO_LARGE, HEADERS_TOO_LARGE),
        (Reply(body=b"x", headers=(("X-Long", "a" * 30_000),)), State.LIVE, ""),
        (cut_short(b"<p>half", 1000), State.REFUSED, "the connection was closed before the end"),
        (raw(b"HTTP/1.0 200 OK\r\n\r\n<p>no length"), State.LIVE, ""),
        (raw(b"HTTP/1.1 404 N\x1b[31mot\x07\r\nContent-Length: 0\r\n\r\n"), State.NOT_FOUND, "404: no such page"),
        (Reply(), State.UNREADABLE, "200: an empty page"),
        (redirect(302, "file:///etc/hostname"), State.FORBIDDEN_ADDRESS, "redirects to a file: address"),
        (redirect(302, "javascript:alert(1)"), State.FORBIDDEN_ADDRESS, "redirects to a javascript: address"),
        (redirect(302, "http://[oops/"), State.UNREADABLE, "redirects to an address that cannot be"),
        (redirect(302, "http://10.0.0.1/"), State.FORBIDDEN_ADDRESS, INSIDE),
        (redirect(302, "http://[::ffff:10.0.0.1]/"), State.FORBIDDEN_ADDRESS, None),
        (redirect(302, "http://2130706433/"), State.FORBIDDEN_ADDRESS, None),
    ],
    ids=[
        "hangs", "drips its body", "drips its head", "never ends", "resets", "closes", "speaks SSH", "speaks TLS",
        "has no status", "sends 100,000 headers", "sends a header of 100 kB", "sends a header of 30 kB",
        "sends less than it says", "closes at the end", "has escapes in its reason", "sends nothing",
        "redirects to a file", "redirects to a script", "redirects nowhere", "redirects inside",
        "redirects in disguise", "redirects to a number",
    ],
)  # fmt: skip
async def test_a_bad_server_is_a_state(
    web: Web, fetch: Fetch, answer: Answer, state: State, detail: str | None
) -> None:
    fetched = await fetch(web.add("/", answer))
    assert (fetched.state, fetched.detail) == (state, fetched.detail if detail is None else detail)
    assert not fetched.unreachable


async def test_a_port_where_nobody_listens_is_refused_and_no_sign_of_a_network_that_is_down(fetch: Fetch) -> None:
    with socket.socket() as unheard:
        unheard.bind(("127.0.0.1", 0))
        fetched = await fetch(f"http://127.0.0.1:{unheard.getsockname()[1]}/")
    assert (fetched.state, fetched.detail, fetched.unreachable) == (State.REFUSED, "connection refused", False)


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd", "deflate", "gzip, gzip", "gzip, br"])
async def test_a_bomb_is_cut_at_the_cap_and_its_beginning_kept(web: Web, fetch: Fetch, coding: str) -> None:
    small = bomb(coding, 100)
    assert len(small) < 1_000_000
    url = web.add("/", Reply(body=small, headers=(*HTML, ("Content-Encoding", coding))))
    fetched = await fetch(url, page_bytes=1_000_000, prefix_bytes=1000, total=20.0)
    assert (fetched.state, fetched.detail) == (State.TOO_LARGE, "larger than 1 MB")
    assert fetched.page is not None
    assert (fetched.page.body, fetched.page.truncated) == (b" " * 1000, "larger than 1 MB")


async def test_too_many_codings_on_top_of_each_other_are_not_undone(web: Web, fetch: Fetch) -> None:
    url = web.add("/", Reply(body=b"x", headers=(*HTML, ("Content-Encoding", "gzip, gzip, gzip, gzip"))))
    assert (await fetch(url)).state is State.UNREADABLE


async def test_a_plain_body_under_a_wrong_coding_is_read_as_it_is(web: Web, fetch: Fetch) -> None:
    url = web.add("/", Reply(body=b"<p>plain", headers=(*HTML, ("Content-Encoding", "gzip"))))
    fetched = await fetch(url)
    assert fetched.state is State.LIVE
    assert fetched.page is not None
    assert fetched.page.body == b"<p>plain"


async def test_what_was_read_of_a_body_that_is_cut_short_is_kept_and_called_so(web: Web, fetch: Fetch) -> None:
    whole = zlib.compress(bytes(range(256)) * 1000)
    url = web.add("/", Reply(body=whole[:-20], headers=(*HTML, ("Content-Encoding", "deflate"))))
    fetched = await fetch(url)
    assert (fetched.state, fetched.detail) == (State.UNREADABLE, "the compressed body ends too early")
    assert fetched.page is not None
    assert fetched.page.body.startswith(bytes(range(256)))
    assert fetched.page.truncated


async def test_a_pdf_has_a_cap_of_its_own(web: Web, fetch: Fetch) -> None:
    body = b"%PDF-1.7 " + b"x" * 5000
    url = web.add("/", Reply(body=body, headers=(("Content-Type", "application/octet-stream"),)))
    assert (await fetch(url, page_bytes=1000, pdf_bytes=10_000)).state is State.LIVE
    assert (await fetch(url, page_bytes=1000, pdf_bytes=2000)).state is State.TOO_LARGE


async def test_the_body_of_a_video_is_not_asked_for(web: Web, fetch: Fetch) -> None:
    url = web.add("/", Reply(body=b"x" * 100_000, headers=(("Content-Type", "video/mp4"),)))
    fetched = await fetch(url, page_bytes=1000)
    assert fetched.state is State.LIVE
    assert fetched.page is not None
    assert (fetched.page.body, fetched.page.media_type) == (b"", "video/mp4")


async def test_a_kept_connection_that_breaks_is_not_asked_again_unasked(web: Web, tmp_path: Path) -> None:
    kept, broken = web.add("/kept", page("a")), web.add("/broken", reset)
    fetcher = SourceFetcher(tmp_path, QUICK)
    await fetcher.fetch(source(kept))
    fetched = await fetcher.fetch(source(broken))
    await fetcher.aclose()
    assert (fetched.state, fetched.detail) == (State.REFUSED, "the connection was reset")
    assert (web.paths(), web.connections) == (["/kept", "/broken"], 1)
