"""Where a passage changed: found among a thousand copies in about as many looks as ten halvings take."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.archived import Memento
from claimcheck.archives.bisecting import Split, bisect, stretches_of

START = datetime(2020, 1, 1, tzinfo=UTC)


def copies(count: int, *, same: int = 1) -> list[Memento]:
    """Return so many copies, a day apart, every ``same`` of them with one digest."""
    return [Memento(f"u{n}", START + timedelta(days=n), digest=f"d{n // same}", status=200) for n in range(count)]


class Looks:
    """Says that copies before a change have the passage, and counts."""

    def __init__(self, change: int, unreadable: frozenset[int] = frozenset()) -> None:
        self.change = change
        self.unreadable = unreadable
        self.asked: list[int] = []

    async def __call__(self, memento: Memento) -> bool | None:
        number = int(memento.uri[1:])
        self.asked.append(number)
        return None if number in self.unreadable else number < self.change


def places(split: Split) -> tuple[str | None, str | None]:
    return split.there and split.there.last.uri, split.changed and split.changed.first.uri


@pytest.mark.parametrize("change", [1, 2, 137, 500, 998, 999])
async def test_a_change_among_a_thousand_copies_is_found_in_a_dozen_looks(change: int) -> None:
    looks = Looks(change)
    split = await bisect(copies(1000), None, looks)
    assert places(split) == (f"u{change - 1}", f"u{change}")
    assert len(looks.asked) <= 12


async def test_copies_with_one_digest_are_looked_at_once_and_the_last_and_first_are_told() -> None:
    looks = Looks(640)
    split = await bisect(copies(1000, same=20), None, looks)
    assert (split.captures, split.different) == (1000, 50)
    assert places(split) == ("u639", "u640")
    assert len(looks.asked) <= 8


async def test_a_newest_copy_that_has_it_ends_the_search_at_once() -> None:
    looks = Looks(1000)
    assert places(await bisect(copies(1000), None, looks)) == ("u999", None)
    assert looks.asked == [999]


async def test_the_search_begins_at_the_day_of_acceptance() -> None:
    async def look(memento: Memento) -> bool:
        return 300 <= int(memento.uri[1:]) < 400

    split = await bisect(copies(1000), START + timedelta(days=350), look)
    assert places(split) == ("u399", "u400")


async def test_where_no_copy_has_it_that_is_said_after_a_few_looks() -> None:
    looks = Looks(0)
    assert places(await bisect(copies(1000), None, looks)) == (None, "u0")
    assert len(looks.asked) <= 10


async def test_copies_that_cannot_be_read_are_stepped_over_and_counted() -> None:
    looks = Looks(500, frozenset(range(498, 503)))
    split = await bisect(copies(1000), None, looks)
    assert places(split) == ("u497", "u503")
    assert split.unread == 5


async def test_where_too_many_cannot_be_read_the_search_ends_with_what_is_known() -> None:
    looks = Looks(500, frozenset(range(300, 700)))
    split = await bisect(copies(1000), None, looks)
    assert split.there is not None
    assert split.changed is not None
    assert len(looks.asked) <= 40


async def test_nothing_at_all_is_nothing() -> None:
    assert await bisect([], None, Looks(0)) == Split(0, 0)
    assert places(await bisect(copies(3), None, Looks(3, frozenset(range(3))))) == (None, None)


@given(st.integers(1, 60), st.integers(0, 60), st.integers(1, 7))
async def test_the_two_copies_are_neighbours_on_either_side_of_the_change(count: int, change: int, same: int) -> None:
    change = min(change, count)
    held = copies(count, same=same)
    looks = Looks(change - change % same)
    split = await bisect(held, None, looks)
    if split.there is not None and split.changed is not None:
        assert int(split.changed.first.uri[1:]) - int(split.there.last.uri[1:]) == 1
    assert len(looks.asked) == len(set(looks.asked))


def test_a_page_that_came_back_is_another_stretch() -> None:
    held = copies(3)
    back = Memento("u3", START + timedelta(days=3), digest="d0", status=200)
    assert len(stretches_of([*held, back])) == 4
