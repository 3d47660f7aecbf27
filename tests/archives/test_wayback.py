"""The Wayback Machine: what it holds is found and read raw; whatever else it answers is a note, and no more."""

import gzip
import json
import socket
from datetime import UTC, datetime

import pytest
from archives.conftest import EagerClock, Facts, Reader, source
from archives.wayback_machine import (
    BLOCKED,
    EXCLUDED,
    HTML,
    JSON,
    OVERLOADED,
    TOO_MANY,
    Capture,
    WaybackMachine,
    page,
)
from web.server import Reply

from claimcheck.archives import Wayback
from claimcheck.fetchers import SourceFetcher

PAGE = "https://news.example/wages"
NEAR = datetime(2025, 4, 1, tzinfo=UTC)


@pytest.fixture
def held(machine: WaybackMachine) -> WaybackMachine:
    machine.captures += [
        page("20240105101112", PAGE, "an early one"),
        page("20250412091500", PAGE, "the near one"),
        page("20251101000000", PAGE, "a late one"),
    ]
    return machine


async def test_the_capture_nearest_to_a_day_is_found_and_read_as_it_was_captured(
    reader: Reader, held: WaybackMachine
) -> None:
    text = await reader.text(PAGE, NEAR)
    assert text.startswith("2025-04-12")
    assert "the near one" in text
    assert "wm-ipp" not in text
    assert held.asked("web") == ["/web/20250412091500id_/https://news.example/wages"]


async def test_without_a_day_the_newest_is_found(reader: Reader, held: WaybackMachine) -> None:
    assert "a late one" in await reader.text(PAGE)
    assert len(held.asked("cdx")) == 1


@pytest.mark.parametrize(
    "original", ["http://news.example:80/wages", "https://www.news.example/wages/", "http://news.example/wages"]
)
async def test_scheme_port_and_www_are_folded_as_the_index_folds_them(
    reader: Reader, machine: WaybackMachine, original: str
) -> None:
    machine.captures.append(page("20250412091500", original, "the same page"))
    assert "the same page" in await reader.text(PAGE, NEAR)


async def test_what_the_index_folds_further_is_another_page(wayback: Wayback, machine: WaybackMachine) -> None:
    machine.captures.append(page("20250412091500", "https://news.example/Wages", "another page"))
    assert (await wayback.find(PAGE, NEAR)).mementos == ()


@pytest.mark.parametrize("body", [b"", b"[]\n", b"[]", b'[["timestamp","original"]]'])
async def test_an_empty_index_is_no_copy_and_no_trouble(wayback: Wayback, machine: WaybackMachine, body: bytes) -> None:
    machine.mood("cdx", Reply(200, body))
    lookup = await wayback.find(PAGE, NEAR)
    assert (lookup.mementos, lookup.trouble) == ((), "")
    assert machine.asked("available") == []


async def test_malformed_and_repeated_rows_are_left_out(wayback: Wayback, machine: WaybackMachine) -> None:
    head = ["timestamp", "original", "statuscode", "mimetype", "digest"]
    row = ["20250412091500", PAGE, "200", "text/html", "X"]
    rows = [head, row, row, ["x"], 7, ["99", PAGE, "200", "", ""], ["20250400000000", PAGE, "200", "-", "Y"]]
    machine.mood("cdx", Reply(200, json.dumps(rows).encode()))
    days = [memento.day.isoformat() for memento in (await wayback.find(PAGE, NEAR)).mementos]
    assert days == ["2025-04-01", "2025-04-12"]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (BLOCKED, "excluded"),
        (Reply(200, BLOCKED.body), "excluded"),
        (Reply(200, b"<html>Down for maintenance</html>"), "no list of captures"),
        (Reply(200, b'[["timestamp", "orig'), "no list of captures"),
        (Reply(200, b"[" * 100_000), "no list of captures"),
        (Reply(404, b"<html>"), "404"),
    ],
    ids=["blocked", "blocked within 200", "HTML", "cut off", "deep", "404"],
)
async def test_whatever_is_no_list_of_captures_is_trouble_and_told(
    wayback: Wayback, machine: WaybackMachine, answer: Reply, told: str
) -> None:
    machine.mood("cdx", answer)
    lookup = await wayback.find(PAGE, NEAR)
    assert lookup.mementos == ()
    assert told in lookup.trouble


async def test_where_the_index_fails_the_availability_api_is_asked(reader: Reader, held: WaybackMachine) -> None:
    held.mood("cdx", OVERLOADED, OVERLOADED)
    assert "the near one" in await reader.text(PAGE, NEAR)
    assert len(held.asked("available")) == 1


@pytest.mark.parametrize("body", [b"{}", b"[]", b"<html>", b'{"archived_snapshots":{"closest":{"timestamp":7}}}'])
async def test_an_availability_api_that_says_nothing_leaves_the_trouble_of_the_index(
    wayback: Wayback, held: WaybackMachine, body: bytes
) -> None:
    held.mood("cdx", OVERLOADED, OVERLOADED)
    held.mood("available", Reply(200, body, JSON))
    lookup = await wayback.find(PAGE, NEAR)
    assert lookup.trouble == "it answered 503"


async def test_one_stumble_is_forgiven(reader: Reader, held: WaybackMachine, clock: EagerClock) -> None:
    held.mood("cdx", OVERLOADED)
    assert "the near one" in await reader.text(PAGE, NEAR)
    assert clock.slept == [2.0]


async def test_after_one_429_nothing_is_asked_for_a_minute_nor_by_the_next_run(
    wayback: Wayback, held: WaybackMachine, asker: SourceFetcher, clock: EagerClock, facts: Facts
) -> None:
    held.mood("cdx", TOO_MANY)
    assert "429" in (await wayback.find(PAGE, NEAR)).trouble
    assert "429" in (await wayback.find("https://news.example/other", NEAR)).trouble
    later = Wayback(asker, clock, facts, base=held.base)
    assert "left alone for 1 minute" in (await later.find(PAGE, NEAR)).trouble
    assert len(held.asked("cdx")) + len(held.asked("available")) == 1
    clock.time += 61
    assert (await Wayback(asker, clock, facts, base=held.base).find(PAGE, NEAR)).mementos


async def test_the_pause_that_a_429_asks_for_is_kept(
    wayback: Wayback, held: WaybackMachine, clock: EagerClock, facts: Facts, asker: SourceFetcher
) -> None:
    held.mood("cdx", Reply(429, b"", (*HTML, ("Retry-After", "600"))))
    await wayback.find(PAGE, NEAR)
    clock.time += 500
    assert "429" in (await Wayback(asker, clock, facts, base=held.base).find(PAGE, NEAR)).trouble


async def test_a_refused_connection_is_a_shut_door_for_an_hour(
    asker: SourceFetcher, clock: EagerClock, facts: Facts
) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.3", 0))
        base = f"http://127.0.0.3:{closed.getsockname()[1]}"
    assert "refuses connections" in (await Wayback(asker, clock, facts, base=base).find(PAGE, NEAR)).trouble
    clock.time += 3000
    assert "refuses connections" in (await Wayback(asker, clock, facts, base=base).find(PAGE, NEAR)).trouble


async def test_an_archive_that_fails_twice_is_left_alone_for_the_rest_of_the_run(
    wayback: Wayback, machine: WaybackMachine
) -> None:
    machine.mood("cdx", *[OVERLOADED] * 20)
    machine.mood("available", *[OVERLOADED] * 20)
    for number in range(5):
        assert (await wayback.find(f"{PAGE}/{number}", NEAR)).trouble
    assert len(machine.asked("cdx")) + len(machine.asked("available")) <= 6


async def test_no_more_than_24_questions_a_minute_reach_the_index(
    wayback: Wayback, machine: WaybackMachine, clock: EagerClock
) -> None:
    asked_at = []
    for number in range(60):
        assert not (await wayback.find(f"{PAGE}/{number}", NEAR)).trouble
        asked_at.append(clock.time)
    assert len(machine.asked("cdx")) == 60
    assert all(later - earlier >= 60 for earlier, later in zip(asked_at, asked_at[24:], strict=False))


async def test_the_limit_is_kept_across_runs(
    held: WaybackMachine, asker: SourceFetcher, clock: EagerClock, facts: Facts
) -> None:
    for number in range(30):
        await Wayback(asker, clock, facts, base=held.base).find(f"{PAGE}/{number}", NEAR)
    assert clock.time >= 60


async def test_a_near_miss_is_followed_and_its_own_day_is_told(reader: Reader, held: WaybackMachine) -> None:
    lookup = await reader.archive.find(PAGE, NEAR)
    held.captures = [capture for capture in held.captures if capture.stamp != "20250412091500"]
    found = await reader.archive.fetch(lookup.mementos[0], source())
    assert found.memento is not None
    assert found.memento.day.isoformat() == "2025-11-01"
    assert found.memento.uri.endswith("/web/20251101000000/https://news.example/wages")


async def test_an_archived_redirect_leads_to_where_the_site_led_in_the_archive(
    reader: Reader, machine: WaybackMachine
) -> None:
    new = "https://news.example/new"
    machine.captures += [
        Capture("20250401000000", PAGE, status=301, headers=(("Location", new),)),
        page("20250402000000", new, "at its new place"),
    ]
    memento = (await reader.archive.find(new, NEAR)).mementos[0]
    old = f"{machine.base}/web/20250401000000"
    found = await reader.archive.fetch(_at(memento, f"{old}/{PAGE}", f"{old}id_/{PAGE}"), source())
    assert found.fetched is not None
    assert found.fetched.final_url == new
    assert "at its new place" in found.fetched.page.body.decode()  # type: ignore[union-attr]  # it has one


def _at(memento: object, uri: str, raw: str) -> object:
    from dataclasses import replace

    return replace(memento, uri=uri, raw=raw)  # type: ignore[type-var]  # a memento


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (EXCLUDED, "excluded"),
        (Reply(404, b"<html>not archived"), "no copy after all"),
        (Reply(200, b"<html>a page of the archive's own"), "answered 200 and no copy"),
        (Reply(302, b"", (("Location", "https://news.example/wages"),)), "out of the archive"),
        (Reply(302, b"", (("Location", "http://127.0.0.1/"),)), "out of the archive"),
        (Reply(302, b"", (("Location", "http://[::1"),)), "out of the archive"),
        (
            Reply(
                429, b"", (("Memento-Datetime", "Thu, 29 Jan 2015 03:49:04 GMT"), ("x-archive-orig-retry-after", "6"))
            ),
            "an answer 429",
        ),
        (
            Reply(404, b"", (("Memento-Datetime", "Thu, 29 Jan 2015 03:49:04 GMT"),)),
            "an answer 404",
        ),
        (Reply(200, b"x", (("Memento-Datetime", "Thu, 29 Jan 2035 03:49:04 GMT"),)), "still to come"),
        (
            Reply(
                200,
                b"x",
                (
                    ("Memento-Datetime", "Thu, 29 Jan 2015 03:49:04 GMT"),
                    ("Link", '<https://other.example/>; rel="original"'),
                ),
            ),
            "another address",
        ),
    ],
    ids=["excluded", "never", "no memento", "live web", "inside", "broken", "429 then", "404 then", "future", "other"],
)
async def test_what_is_no_copy_is_never_read_as_one(
    reader: Reader, held: WaybackMachine, answer: Reply, told: str
) -> None:
    held.mood("web", answer)
    assert told in await reader.text(PAGE, NEAR)


async def test_copies_that_redirect_in_a_circle_end(reader: Reader, held: WaybackMachine) -> None:
    there = f"{held.base}/web/20250412091500id_/{PAGE}"
    back = f"{held.base}/web/20250413000000id_/{PAGE}"
    held.mood("web", *[Reply(302, b"", (("Location", at),)) for at in (back, there)])
    assert "circle" in await reader.text(PAGE, NEAR)


async def test_an_archived_429_is_no_complaint_of_the_archive(reader: Reader, held: WaybackMachine) -> None:
    held.mood("web", Reply(429, b"", (("Memento-Datetime", "Thu, 29 Jan 2015 03:49:04 GMT"),)))
    await reader.text(PAGE, NEAR)
    assert "the near one" in await reader.text(PAGE, NEAR)


async def test_a_second_empty_content_encoding_does_no_harm(reader: Reader, held: WaybackMachine) -> None:
    headers = (*HTML, ("Content-Encoding", "gzip"), ("Content-Encoding", ""))
    held.captures.append(Capture("20250402000000", PAGE, gzip.compress(b"packed"), headers=headers))
    assert "packed" in await reader.text(PAGE, NEAR)


async def test_captures_are_listed_in_order_with_their_repetitions(wayback: Wayback, held: WaybackMachine) -> None:
    held.captures.append(page("20250501000000", PAGE, "the near one", revisit=True))
    held.captures.append(page("20250502000000", PAGE, "nobody knows this one", revisit=True))
    held.captures.append(page("20250503000000", PAGE, "broken", status=500))
    stamps = [f"{memento.at:%Y%m%d}" for memento in (await wayback.captures(PAGE)).mementos]
    assert stamps == ["20240105", "20250412", "20250501", "20251101"]
