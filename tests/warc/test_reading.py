"""WARC files from anywhere: those of other programs are read, and what is damaged or hostile harms nobody."""

import base64
import gzip
import hashlib
import io
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter
from web.pywb import NO_PYWB, Pywb, find_pywb

from claimcheck.enums import State
from claimcheck.errors import UsageError
from claimcheck.exchanges import Exchange
from claimcheck.fetchers.replaying import ReplayedFetcher
from claimcheck.model import Fetched, Location, Source
from claimcheck.warc.reading import WarcFile
from claimcheck.warc.records import iterate_records
from claimcheck.warc.writing import write_warc

URL = "http://example.org/a"
BODY = b"<p>The harbour handled 4,200 containers.</p>"
AT = datetime(2026, 3, 1, 12, tzinfo=UTC)


def response(
    writer: WARCWriter,
    body: bytes = BODY,
    url: str = URL,
    status: str = "200 OK",
    at: str = "2026-03-01T12:00:00Z",
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html"),),
    **more: str,
) -> None:
    record = writer.create_warc_record(
        url,
        "response",
        payload=io.BytesIO(body),
        length=len(body),
        warc_headers_dict={"WARC-Date": at} | {f"WARC-{k.replace('_', '-')}": v for k, v in more.items()},
        http_headers=StatusAndHeaders(status, list(headers), protocol="HTTP/1.1"),
    )
    writer.write_record(record)


def written(path: Path, *writes: Callable[[WARCWriter], None], zipped: bool = True, version: str = "1.1") -> Path:
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=zipped, warc_version=version)
        for write in writes:
            write(writer)
    return path


def source(url: str = URL) -> Source:
    return Source(url, Location("claims.yaml", 1, 1))


async def fetched(path: Path, url: str = URL) -> Fetched:
    return await ReplayedFetcher(WarcFile(path)).fetch(source(url))


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("version", ["1.0", "1.1"])
async def test_a_file_of_another_program_is_read(tmp_path: Path, zipped: bool, version: str) -> None:
    path = written(tmp_path / "a.warc", response, lambda w: response(w, url="http://example.org/b"), zipped=zipped,
                   version=version)  # fmt: skip
    found = await fetched(path)
    assert (found.state, found.page and found.page.body) == (State.LIVE, BODY)
    assert found.read_at == AT
    assert (await fetched(path, "http://example.org/b")).state is State.LIVE


@pytest.mark.parametrize(
    ("coding", "code"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("", lambda body: body)],
)
async def test_codings_are_undone(tmp_path: Path, coding: str, code: Callable[[bytes], bytes]) -> None:
    data = code(BODY)
    chunked = f"{len(data):x}\r\n".encode() + data + b"\r\n0\r\n\r\n"
    headers = (("Content-Type", "text/html"), ("Content-Encoding", coding), ("Transfer-Encoding", "chunked"))
    found = await fetched(written(tmp_path / "a.warc.gz", lambda w: response(w, chunked, headers=headers)))
    assert (found.state, found.page and found.page.body) == (State.LIVE, BODY)


async def test_redirects_are_followed_within_the_file(tmp_path: Path) -> None:
    moved = (("Location", "/a"),)
    path = written(
        tmp_path / "a.warc.gz",
        response,
        lambda w: response(w, b"", "http://example.org/old", "301 Moved", headers=moved),
        lambda w: response(w, b"", "http://example.org/out", "302 Found", headers=(("Location", "/nowhere"),)),
        lambda w: response(w, b"", "http://example.org/loop", "302 Found", headers=(("Location", "/loop"),)),
        lambda w: response(
            w, b"", "http://example.org/disk", "302 Found", headers=(("Location", "file:///etc/passwd"),)
        ),
    )
    states = {
        name: (await fetched(path, f"http://example.org/{name}")).state for name in ("old", "out", "loop", "disk")
    }
    assert states == {
        "old": State.MOVED,
        "out": State.UNREADABLE,
        "loop": State.REDIRECT_LOOP,
        "disk": State.FORBIDDEN_ADDRESS,
    }


async def test_the_newest_of_several_captures_is_taken_wherever_it_stands(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.warc.gz",
        lambda w: response(w, b"new", at="2026-05-01T00:00:00.5Z"),
        lambda w: response(w, b"old", at="2024-05-01T00:00:00Z"),
    )
    found = await fetched(path)
    assert found.page is not None
    assert found.page.body == b"new"
    assert [f"{c.at:%Y}" for c in WarcFile(path).captures_of(URL)] == ["2024", "2026"]


@pytest.mark.parametrize(
    "spelling",
    ["http://EXAMPLE.org/a", "http://example.org:80/a", "<http://example.org/a>", "http://example.org/a#part"],
)
async def test_an_address_may_be_spelled_otherwise(tmp_path: Path, spelling: str) -> None:
    path = written(tmp_path / "a.warc.gz", lambda w: response(w, url=spelling))
    assert (await fetched(path)).state is State.LIVE


@pytest.mark.parametrize("other", ["https://example.org/a", "http://example.org/A", "http://example.org/a?b=1"])
async def test_another_address_is_another(tmp_path: Path, other: str) -> None:
    found = await fetched(written(tmp_path / "a.warc.gz", lambda w: response(w, url=other)))
    assert (found.state, found.detail) == (State.UNREADABLE, "not in a.warc.gz")


async def test_a_revisit_is_read_where_what_it_repeats_is_in_the_file(tmp_path: Path) -> None:
    digest = "sha1:" + base64.b32encode(hashlib.sha1(BODY).digest()).decode()  # noqa: S324 - as archives do

    def revisit(writer: WARCWriter) -> None:
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        record = writer.create_revisit_record(
            "http://example.org/b", digest, URL, "2026-03-01T12:00:00Z", http_headers=head
        )
        writer.write_record(record)

    whole = written(tmp_path / "a.warc.gz", response, revisit)
    found = await fetched(whole, "http://example.org/b")
    assert (found.state, found.page and found.page.body) == (State.LIVE, BODY)
    alone = written(tmp_path / "b.warc.gz", revisit)
    found = await fetched(alone, "http://example.org/b")
    assert (found.state, found.page) == (State.UNREADABLE, None)
    assert "repeats another" in found.detail


async def test_a_record_that_was_changed_is_not_read(tmp_path: Path) -> None:
    path = written(tmp_path / "a.warc", response, zipped=False)
    path.write_bytes(path.read_bytes().replace(b"4,200", b"9,900"))
    found = await fetched(path)
    assert (found.state, found.page) == (State.UNREADABLE, None)
    assert "not what its digest says" in found.detail


async def test_a_body_that_was_cut_when_it_was_recorded_is_no_whole_page(tmp_path: Path) -> None:
    found = await fetched(written(tmp_path / "a.warc.gz", lambda w: response(w, Truncated="length")))
    assert found.state is State.UNREADABLE
    assert found.page is not None
    assert found.page.truncated == "cut at a size"


@pytest.mark.parametrize(
    "head", [b"nothing of the kind", b"HTTP/1.1 abc\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 60_000 + b"\r\n"]
)
async def test_an_answer_that_is_none_is_unreadable(tmp_path: Path, head: bytes) -> None:
    block = (
        b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: %b\r\nWARC-Date: 2026-03-01T12:00:00Z\r\n" % URL.encode()
    )
    block += b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(head)
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(block + head + b"\r\n\r\n"))
    found = await fetched(path)
    assert (found.state, found.page) == (State.UNREADABLE, None)


def refusal(path: Path) -> UsageError:
    with pytest.raises(UsageError) as caught:
        WarcFile(path)
    assert caught.value.hint
    return caught.value


@pytest.mark.parametrize("zipped", [True, False])
def test_a_file_that_is_cut_is_refused_with_the_place(tmp_path: Path, zipped: bool) -> None:
    path = written(tmp_path / "a.warc.gz", response, lambda w: response(w, BODY * 50, f"{URL}/b"), zipped=zipped)
    data = path.read_bytes()
    first = list(iterate_records(path))[1].start
    for size in range(first + 1, len(data), 7):
        path.write_bytes(data[:size])
        assert f"damaged at byte {first:,}" in refusal(path).message


def test_a_file_with_any_byte_changed_never_breaks_the_program(tmp_path: Path) -> None:
    data = written(tmp_path / "a.warc.gz", response).read_bytes()
    path = tmp_path / "changed.warc.gz"
    for place in range(len(data)):
        path.write_bytes(data[:place] + bytes([data[place] ^ 0x21]) + data[place + 1 :])
        try:
            held = WarcFile(path)
        except UsageError:
            continue
        exchange = held.exchange_at(URL)
        assert exchange is None or exchange.body in {BODY, b""}


def test_a_bomb_is_refused_before_it_unfolds(tmp_path: Path) -> None:
    head = b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://a/\r\nWARC-Date: 2026-03-01T12:00:00Z\r\n"
    head += b"Content-Type: application/http\r\nContent-Length: 900000000000\r\n\r\n"
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(head + bytes(20_000_000)))
    assert "unfolds into more than" in refusal(path).message


def test_a_header_without_an_end_is_refused_early(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(b"WARC/1.1\r\nX: " + b"a" * 50_000_000))
    assert "no header of a record" in refusal(path).message


async def test_a_large_answer_costs_no_more_than_a_page_may(tmp_path: Path) -> None:
    bomb = gzip.compress(bytes(200_000_000))
    headers = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"))
    found = await fetched(written(tmp_path / "a.warc.gz", lambda w: response(w, bomb, headers=headers)))
    assert found.state is State.TOO_LARGE
    assert found.page is not None
    assert len(found.page.body) == 2_000_000


@pytest.mark.parametrize(
    ("data", "words", "hint"),
    [
        (b"", "is empty", "export"),
        (b"<html>", "is no WARC file", "export"),
        (b"PK\x03\x04", "is no WARC file", "WACZ"),
        (b"filedesc://a.arc 0.0.0.0", "is no WARC file", "recompress"),
        (gzip.compress(b"hello"), "damaged at byte 0", "warcio check"),
        (gzip.compress(b"WARC/1.1\r\nWARC-Type: response\r\n\r\n"), "does not say how long it is", "get the file"),
        (gzip.compress(b"WARC/1.1\r\nContent-Length: -5\r\n\r\n"), "does not say how long it is", "get the file"),
        (gzip.compress(b"WARC/1.1\r\nContent-Length: 0\r\n\r\n\r\n\r\n" * 2), "recompress", "get the file"),
        (gzip.compress(b"WARC/1.1\r\nContent-Length: 0\r\n\r\n\r\n\r\n"), "holds no answer", "the file you mean"),
        (gzip.compress(b"WARC/1.1\r\nContent-Length: 2\r\n\r\nabcd\r\n\r\n"), "longer than it says", "get the file"),
    ],
    ids=lambda value: "" if isinstance(value, bytes) else None,
)
def test_what_is_no_usable_file_is_said_with_a_way_out(tmp_path: Path, data: bytes, words: str, hint: str) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(data)
    error = refusal(path)
    assert words in error.message
    assert hint in error.hint


def test_a_note_cannot_make_a_page_of_an_error(tmp_path: Path) -> None:
    exchange = Exchange(URL, AT, status=404, headers=(("content-type", "text/html"),), body=BODY, state=State.LIVE)
    path = tmp_path / "a.warc.gz"
    with path.open("wb") as stream:
        write_warc(stream, [exchange], [], software="a test", zipped=True)
    held = WarcFile(path).exchange_at(URL)
    assert held is not None
    assert (held.status, held.state) == (404, None)


async def test_what_was_written_is_read_again_to_the_letter(tmp_path: Path) -> None:
    html = (("content-type", "text/html; charset=utf-8"), ("last-modified", "Sun, 01 Mar 2026 11:00:00 GMT"))
    exchanges = [
        Exchange(URL, AT, (("Accept", "*/*"),), 200, html, BODY),
        Exchange("http://example.org/big", AT, (), 200, html, BODY, State.TOO_LARGE, "over 10 MB", "over 10 MB"),
        Exchange("http://example.org/slow", AT, (), None, (), b"", State.TIMEOUT, "not done within 30 s"),
        Exchange("http://example.org/down", AT, (), None, (), b"", State.DNS_ERROR, "no such host", unreachable=True),
        Exchange("file:papers/a b.txt", AT, (), None, (("content-type", "text/plain"),), b"4,200 containers"),
        Exchange("file:papers/none.txt", AT, (), None, (), b"", State.NOT_FOUND, "there is no such file"),
        Exchange("http://example.org/app", AT, (), 200, html, b"<div id=root></div>"),
        Exchange("http://example.org/app", AT, (), None, html[:1], BODY, detail="as scripts show it", rendered=True),
    ]  # fmt: skip
    path = tmp_path / "a.warc.gz"
    with path.open("wb") as stream:
        written_ = write_warc(stream, exchanges, [], software="a test", zipped=True)
    assert (written_.responses, WarcFile(path).day) == (5, AT.date())
    held = WarcFile(path)
    for exchange in exchanges:
        again = held.exchange_at(exchange.url, rendered=exchange.rendered)
        assert again is not None
        assert (again.body, again.state, again.detail, again.unreachable, again.truncated, again.at) == (
            exchange.body, exchange.state, exchange.detail, exchange.unreachable, exchange.truncated, exchange.at,
        )  # fmt: skip
        if exchange.status is not None:
            assert set(exchange.headers) <= set(again.headers)
    fetcher = ReplayedFetcher(held)
    app = await fetcher.render(await fetcher.fetch(source("http://example.org/app")))
    assert app.page is not None
    assert app.page.body == BODY


@pytest.mark.skipif(not find_pywb(), reason=NO_PYWB)
def test_pywb_takes_a_page_as_a_browser_showed_it_for_no_other_page(tmp_path: Path) -> None:
    html = (("content-type", "text/html"),)
    exchanges = [
        Exchange(URL, AT, (), 200, html, b"<div id=root></div>"),
        Exchange(URL, AT, (), None, html, BODY, detail="as scripts show it", rendered=True),
    ]
    path = tmp_path / "a.warc.gz"
    with path.open("wb") as stream:
        write_warc(stream, exchanges, [], software="a test", zipped=True)
    with Pywb(tmp_path, (path,)) as archive:
        assert archive.get(f"/c/id_/{URL}").content == b"<div id=root></div>"
