"""The nearest copy of many sources in many archives: found, and never at the price of a long wait or of a secret."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from archives.conftest import EagerClock, Facts, source
from archives.wayback_machine import TOO_MANY, WaybackMachine, page
from web.server import Reply, Web

from claimcheck.archives import AnyReplay, CopyFinder, LocalArchive, TimeGate, Wayback
from claimcheck.archives.door import Limits
from claimcheck.fetchers import SourceFetcher
from claimcheck.fetchers.addresses import refusal_of_host
from claimcheck.model import Page

PAGE = "https://news.test-site.org/wages"
NEAR = datetime(2025, 4, 1, tzinfo=UTC)


@pytest.fixture
def finder(wayback: Wayback, asker: SourceFetcher, clock: EagerClock, facts: Facts, tmp_path: Path) -> CopyFinder:
    local = LocalArchive(tmp_path / "kept", tmp_path)
    return CopyFinder([wayback], [local], AnyReplay(asker, clock, facts), refusal_of_host)


async def test_of_all_archives_the_nearest_copy_is_taken(
    finder: CopyFinder, machine: WaybackMachine, tmp_path: Path
) -> None:
    machine.captures.append(page("20240101000000", PAGE, "far"))
    kept = LocalArchive(tmp_path / "kept", tmp_path)
    kept.save(PAGE, Page(PAGE, b"near", "text/html"), datetime(2025, 3, 1, tzinfo=UTC))
    found = await finder.copy_of(source(PAGE), NEAR)
    assert found.memento is not None
    assert (found.memento.archive, found.memento.day.isoformat()) == ("local archive", "2025-03-01")
    found = await finder.copy_of(source(PAGE), datetime(2024, 1, 1, tzinfo=UTC))
    assert found.memento is not None
    assert found.memento.archive == "Wayback Machine"


async def test_where_one_copy_cannot_be_had_the_next_is_tried(finder: CopyFinder, machine: WaybackMachine) -> None:
    machine.captures += [page("20250401000000", PAGE, "near"), page("20240101000000", PAGE, "far")]
    machine.mood("web", Reply(404, b"<html>gone from here"))
    found = await finder.copy_of(source(PAGE), NEAR)
    assert found.memento is not None
    assert found.memento.day.year == 2024


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (source("https://news.test-site.org/a?token=abcdef"), "holds a secret"),
        (source(PAGE, headers_from="MINE"), "credentials of one's own"),
        (source("http://10.1.2.3/a"), "a private address"),
        (source("http://wiki.internal/a"), "a name of this network"),
        (source("http://news.example/a"), "of no public network"),
    ],
    ids=["secret", "credentials", "private", "name", "reserved"],
)
async def test_what_is_nobodys_business_is_told_to_nobody(
    finder: CopyFinder, web: Web, asked: object, told: str
) -> None:
    found = await finder.copy_of(asked, None)  # type: ignore[arg-type]  # a source
    assert told in found.note
    assert web.asked == []


async def test_an_archive_that_never_answers_costs_a_run_two_waits_however_many_sources(
    finder: CopyFinder, machine: WaybackMachine
) -> None:
    machine.mood("cdx", *[Reply(200, b"[]", after=30)] * 60)
    found = await asyncio.gather(*(finder.copy_of(source(f"{PAGE}/{n}"), NEAR) for n in range(40)))
    assert all(one.note for one in found)
    assert len(machine.web.asked) <= 4


async def test_after_a_429_not_even_those_who_wait_already_ask_on(finder: CopyFinder, machine: WaybackMachine) -> None:
    machine.mood("cdx", *[TOO_MANY] * 60)
    found = await asyncio.gather(*(finder.copy_of(source(f"{PAGE}/{n}"), NEAR) for n in range(40)))
    assert all("429" in one.note for one in found)
    assert len(machine.web.asked) <= 2


async def test_after_its_time_nothing_more_is_asked_in_a_run(
    asker: SourceFetcher, clock: EagerClock, facts: Facts, machine: WaybackMachine
) -> None:
    wayback = Wayback(asker, clock, facts, base=machine.base, limits=Limits(total=100))
    finder = CopyFinder([wayback], [], AnyReplay(asker, clock, facts), refusal_of_host)
    found = [await finder.copy_of(source(f"{PAGE}/{n}"), NEAR) for n in range(200)]
    assert clock.time <= 100
    assert len(machine.asked("cdx")) == 48
    assert "the next run goes on" in found[-1].note or "used up" in found[-1].note


async def test_the_end_of_a_run_is_kept_while_a_turn_is_waited_for(
    asker: SourceFetcher, clock: EagerClock, facts: Facts, machine: WaybackMachine
) -> None:
    wayback = Wayback(asker, clock, facts, base=machine.base, limits=Limits(ends=20))
    for number in range(40):
        await wayback.find(f"{PAGE}/{number}", NEAR)
    assert clock.time <= 20
    assert len(machine.asked("cdx")) == 24


async def test_a_cited_copy_of_an_archive_for_people_alone_is_not_asked_for(finder: CopyFinder, web: Web) -> None:
    found = await finder.copy_of(source("http://10.1.2.3/a", archive_url="https://archive.ph/abcde"), None)
    assert "lets no program read its copies" in found.note
    assert web.asked == []


async def test_a_cited_copy_at_another_archive_is_read_there(
    machine: WaybackMachine, asker: SourceFetcher, clock: EagerClock
) -> None:
    machine.captures.append(page("20250401000000", PAGE, "cited"))
    uri = f"{machine.base}/web/20250401000000/{PAGE}"
    elsewhere = CopyFinder([], [], AnyReplay(asker, clock), refusal_of_host)
    found = await elsewhere.copy_of(replace(source(PAGE), archive_url=uri), None)
    assert found.fetched is not None
    assert found.memento is not None
    assert found.memento.uri == uri
    gate = TimeGate(machine.base, asker, clock)
    assert (await gate.find("https://nowhere.test-site.org/", None)).mementos == ()
