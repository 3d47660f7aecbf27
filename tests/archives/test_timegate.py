"""Any archive that speaks Memento: a fake one with every mood, and a real pywb."""

import gzip
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from archives.conftest import EagerClock, source
from web.pywb import NO_PYWB, Pywb, find_pywb
from web.server import Asked, Reply, Web

from claimcheck.archived import Lookup
from claimcheck.archives import TimeGate
from claimcheck.archives.links import original_of, read_links, read_mementos
from claimcheck.errors import UsageError
from claimcheck.fetchers import SourceFetcher
from claimcheck.ports import Retrieved

PAGE = "http://news.example/wages"
NEAR = datetime(2024, 2, 1, tzinfo=UTC)
DAYS = {2023: "Sun, 01 Jan 2023 00:00:00 GMT", 2024: "Mon, 01 Jan 2024 00:00:00 GMT"}


async def text(gate: TimeGate, lookup: Lookup, address: str = PAGE) -> str:
    """Return the day and the text of the first copy that can be had, or why there is none."""
    found = Retrieved(note=lookup.trouble or "nothing")
    for memento in lookup.mementos:
        found = await gate.fetch(memento, source(address))
        if found.fetched is not None and found.fetched.page is not None and found.memento is not None:
            return f"{found.memento.day} {found.fetched.page.body.decode()}"
    return found.note


# ---------------------------------------------------------------------------------------- links and TimeMaps


def test_commas_in_addresses_and_dates_split_no_link() -> None:
    links = (
        '<http://a.example/x,y;z?a=b,c>; rel="original",\n'
        '<http://h/20230101000000/http://a.example/x,y>; rel="first memento"; datetime="Sun, 01 Jan 2023 00:00:00 GMT",'
        '<http://h/2>;rel=memento;datetime="no date", <broken'
    )
    assert [link.uri for link in read_links(links)] == [
        "http://a.example/x,y;z?a=b,c",
        "http://h/20230101000000/http://a.example/x,y",
        "http://h/2",
    ]
    assert original_of(links) == "http://a.example/x,y;z?a=b,c"
    assert [link.at and link.at.year for link in read_mementos(links)] == [2023]


@pytest.mark.parametrize("hostile", ["<" * 100_000, '<a>; rel="' * 20_000, "<a>;" + " " * 100_000, ";" * 100_000])
def test_no_text_takes_long_to_read(hostile: str) -> None:
    assert list(read_links(hostile)) is not None


# ---------------------------------------------------------------------------------------- a fake


@pytest.fixture
def gate(asker: SourceFetcher, clock: EagerClock, web: Web) -> TimeGate:
    return TimeGate(web.url("/all/", web.hosts[-1]), asker, clock)


def memento(web: Web, year: int, body: bytes = b"it was so", **more: str) -> str:
    """Let an archive hold a copy, and return its address."""
    headers = (("Content-Type", "text/html"), ("Memento-Datetime", DAYS[year]), *more.items())
    for form in ("", "id_"):
        web.add(f"/all/{year}0101000000{form}/{PAGE}", Reply(200, body, headers))
    return f"{web.url('', web.hosts[-1])}/all/{year}0101000000/{PAGE}"


async def test_a_timegate_may_send_on_to_a_copy(gate: TimeGate, web: Web) -> None:
    where = memento(web, 2024)
    asked: list[str] = []

    def answer(request: Asked) -> Reply:
        asked.append(request.headers["accept-datetime"])
        return Reply(302, b"", (("Location", where), ("Vary", "accept-datetime")))

    web.add(f"/all/{PAGE}", answer)
    assert await text(gate, await gate.find(PAGE, NEAR)) == "2024-01-01 it was so"
    assert asked == ["Thu, 01 Feb 2024 00:00:00 GMT"]


async def test_a_timegate_may_give_a_copy_at_once(gate: TimeGate, web: Web) -> None:
    where = memento(web, 2023)
    web.add(f"/all/{PAGE}", Reply(200, b"banner", (("Memento-Datetime", DAYS[2023]), ("Content-Location", where))))
    assert await text(gate, await gate.find(PAGE, NEAR)) == "2023-01-01 it was so"


async def test_a_timegate_may_name_a_copy_in_its_links_alone(gate: TimeGate, web: Web) -> None:
    link = f'<{PAGE}>; rel="original", <{memento(web, 2024)}>; rel="memento"; datetime="{DAYS[2024]}"'
    web.add(f"/all/{PAGE}", Reply(200, b"<html>a frame", (("Link", link),)))
    assert await text(gate, await gate.find(PAGE, NEAR)) == "2024-01-01 it was so"


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (Reply(404, b"<html>none"), ""),
        (Reply(400, b"Malformed Accept-Datetime"), "answered 400"),
        (Reply(200, b"<html>a page"), "names no copy"),
        (Reply(302, b"", (("Location", "javascript:alert(1)"),)), "names no copy"),
        (Reply(503, b""), "503"),
        (
            Reply(
                200,
                b"",
                (("Link", '<http://h/20350101000000/x>; rel="memento"; datetime="Mon, 01 Jan 2035 00:00:00 GMT"'),),
            ),
            "names no copy",
        ),
    ],
    ids=["nothing", "400", "a page", "a script", "503", "a copy of tomorrow"],
)
async def test_whatever_a_timegate_answers_besides_a_copy_is_none(
    gate: TimeGate, web: Web, answer: Reply, told: str
) -> None:
    web.add(f"/all/{PAGE}", answer)
    lookup = await gate.find(PAGE, NEAR)
    assert lookup.mementos == ()
    assert told in lookup.trouble if told else lookup.trouble == ""


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (Reply(404, b"", (("Content-Type", "application/link-format"),)), ""),
        (Reply(200, b"<html>not a map</html>"), "no list of copies"),
        (Reply(500, b""), "500"),
    ],
    ids=["empty", "HTML", "500"],
)
async def test_a_timemap_that_is_none_is_trouble(gate: TimeGate, web: Web, answer: Reply, told: str) -> None:
    web.add(f"/all/timemap/link/{PAGE}", answer)
    lookup = await gate.captures(PAGE)
    assert lookup.mementos == ()
    assert told in lookup.trouble if told else lookup.trouble == ""


async def test_a_copy_at_the_site_itself_is_no_archived_one(gate: TimeGate, web: Web) -> None:
    own = f"http://news.example/20240101000000/{PAGE}"
    web.add(f"/all/{PAGE}", Reply(302, b"", (("Location", own),)))
    assert await text(gate, await gate.find(PAGE, NEAR)) == "its copy is at the site itself"


@pytest.mark.parametrize("base", ["ftp://a/", "news.example", "http://", "https://a.example/?x=1"])
def test_what_can_be_no_timegate_is_refused(asker: SourceFetcher, clock: EagerClock, base: str) -> None:
    with pytest.raises(UsageError, match="is not the address of a TimeGate"):
        TimeGate(base, asker, clock)


# ---------------------------------------------------------------------------------------- a real one


def record(url: str, date: str, status: str, body: bytes, more: tuple[tuple[str, str], ...]) -> bytes:
    """Return a captured answer as a member of a WARC file."""
    lines = [f"HTTP/1.1 {status}", "Content-Type: text/html", f"Content-Length: {len(body)}"]
    answer = "\r\n".join([*lines, *map(": ".join, more), "", ""]).encode() + body
    head = [
        "WARC/1.0",
        "WARC-Type: response",
        f"WARC-Record-ID: <urn:uuid:{uuid4()}>",
        f"WARC-Date: {date}",
        f"WARC-Target-URI: {url}",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(answer)}",
    ]
    return gzip.compress("\r\n".join([*head, "", ""]).encode() + answer + b"\r\n\r\n")


def warc(path: Path) -> Path:
    """Write a file of captures, and return its path."""
    captures = [
        (PAGE, "2024-01-01T00:00:00Z", "200 OK", b"<p>the first</p>", ()),
        (PAGE, "2025-01-01T00:00:00Z", "200 OK", b"<p>the second</p>", ()),
        (PAGE, "2025-06-01T00:00:00Z", "404 Not Found", b"<p>no more</p>", ()),
        ("http://news.example/old", "2024-03-01T00:00:00Z", "301 Moved", b"", (("Location", "/wages"),)),
    ]
    path.write_bytes(b"".join(record(*capture) for capture in captures))
    return path


@pytest.fixture(scope="module")
def pywb(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pywb]:
    if not find_pywb():
        pytest.skip(NO_PYWB)
    folder = tmp_path_factory.mktemp("pywb")
    with Pywb(folder, (warc(folder / "a.warc.gz"),)) as running:
        yield running


@pytest.fixture
def collection(pywb: Pywb, asker: SourceFetcher, clock: EagerClock) -> TimeGate:
    return TimeGate(f"http://127.0.0.1:{pywb.port}/c/", asker, clock)


async def test_pywb_gives_the_copy_nearest_to_a_day_as_it_was_captured(collection: TimeGate) -> None:
    assert await text(collection, await collection.find(PAGE, NEAR)) == "2024-01-01 <p>the first</p>"


async def test_of_pywb_an_archived_error_is_passed_over_for_an_earlier_copy(collection: TimeGate) -> None:
    lookup = await collection.captures(PAGE)
    assert [memento.day.isoformat() for memento in lookup.mementos] == ["2024-01-01", "2025-01-01", "2025-06-01"]
    newest = (await collection.find(PAGE, None)).mementos[0]
    assert "an answer 404" in (await collection.fetch(newest, source(PAGE))).note


async def test_a_redirect_that_pywb_repeats_as_it_was_captured_stays_in_the_archive(collection: TimeGate) -> None:
    old = "http://news.example/old"
    assert await text(collection, await collection.find(old, NEAR), old) == "2024-01-01 <p>the first</p>"


async def test_what_pywb_does_not_hold_is_nothing_and_no_trouble(collection: TimeGate) -> None:
    assert await collection.find("http://news.example/never", NEAR) == Lookup()
    assert await collection.captures("http://news.example/never") == Lookup()
