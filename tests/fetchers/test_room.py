"""Memory for large pages: never more than there is, first come first served, and back when the page is gone."""

import asyncio
import gc
from pathlib import Path

import pytest
from fetchers.getters import source
from web.server import Reply, Web

from claimcheck.fetchers import FetchSettings, OnceFetcher, SourceFetcher
from claimcheck.fetchers.room import Room, keep_share
from claimcheck.model import Page


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_who_finds_no_room_waits_until_a_share_is_dropped() -> None:
    room = Room(100)
    first = await room.take(60)
    second = asyncio.create_task(room.take(60))
    await settle()
    assert not second.done()
    del first
    await settle()
    assert second.done()


async def test_shares_are_given_in_the_order_in_which_they_were_asked_for() -> None:
    room = Room(100)
    held = await room.take(50)
    large, small = asyncio.create_task(room.take(100)), asyncio.create_task(room.take(10))
    await settle()
    assert not small.done()
    del held
    await settle()
    assert large.done()
    assert not small.done()


async def test_what_a_share_does_not_need_goes_back_at_once_and_the_rest_with_it() -> None:
    room = Room(100)
    first = await room.take(100)
    first.shrink(30)
    first.shrink(50)
    second = await room.take(70)
    third = asyncio.create_task(room.take(100))
    await settle()
    assert not third.done()
    del first, second
    await settle()
    assert third.done()


async def test_more_than_there_is_is_all_there_is() -> None:
    assert await asyncio.wait_for(Room(100).take(1_000_000), 1)


async def test_a_share_lasts_as_long_as_the_page_it_is_for() -> None:
    room = Room(100)
    page = Page("https://example.org/", b"text")
    keep_share(page, await room.take(100))
    following = asyncio.create_task(room.take(100))
    gc.collect()
    await settle()
    assert not following.done()
    del page
    await settle()
    assert following.done()


async def test_who_gives_up_waiting_takes_nothing_along() -> None:
    room = Room(100)
    held = await room.take(100)
    given_up, following = asyncio.create_task(room.take(100)), asyncio.create_task(room.take(100))
    await settle()
    given_up.cancel()
    await settle()
    del held
    await settle()
    assert following.done()
    with pytest.raises(asyncio.CancelledError):
        await given_up


async def test_a_page_in_a_circle_of_references_is_let_go_of_when_someone_waits() -> None:
    room = Room(100)
    page = Page("https://example.org/", b"text")
    keep_share(page, await room.take(100))
    circle: list[object] = [page]
    circle.append(circle)
    gc.disable()
    try:
        del page, circle
        await asyncio.wait_for(room.take(100), 30)
    finally:
        gc.enable()


async def test_what_is_asked_while_pages_are_held_does_not_wait_for_these_pages(web: Web, tmp_path: Path) -> None:
    settings = FetchSettings(allow_private=web.hosts, spacing=0.0, room_bytes=1_000_000, page_bytes=1_000_000)
    fetcher = SourceFetcher(tmp_path, settings)
    url = web.add("/large", Reply(body=b"x" * 900_000))
    held = await fetcher.fetch(source(url))
    sibling = await asyncio.wait_for(OnceFetcher(fetcher).fetch(source(url)), 30)
    assert held.page is not None
    assert held.page == sibling.page
    await fetcher.aclose()


async def test_large_pages_wait_for_each_other_and_all_come_whole(web: Web, tmp_path: Path) -> None:
    body = b"x" * 500_000
    settings = FetchSettings(
        allow_private=web.hosts, spacing=0.0, at_once_per_host=8, room_bytes=1_000_000, page_bytes=1_000_000
    )
    fetcher = SourceFetcher(tmp_path, settings)
    urls = [web.add(f"/{number}", Reply(body=body)) for number in range(8)]

    async def read(url: str) -> int:
        page = (await fetcher.fetch(source(url))).page
        assert page is not None
        return len(page.body)

    assert await asyncio.gather(*map(read, urls)) == [500_000] * 8
    await fetcher.aclose()
