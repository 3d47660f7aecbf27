"""What goes when nobody has asked for it for long, and what stays: the strikes rest on it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from memory.calendars import Shelf
from pipeline.fakes import live, source

from claimcheck.enums import State
from claimcheck.memory import upkeep
from claimcheck.model import Fetched, Source

A, B = source("https://example.org/a"), source("https://example.org/b")
DAYS_90 = timedelta(days=90)


def look(shelf: Shelf, state: State, at: Source = A) -> None:
    """Have a run of its own look at a source."""
    memory = shelf.open()
    fetched = live(at) if state is State.LIVE else Fetched(at, state)
    memory.keep(fetched, replace(fetched, page=None))
    memory.end(complete=True, network_down=False)
    memory.close()


def states(shelf: Shelf, of: Source = A) -> list[State]:
    memory = shelf.open()
    found = [state for _, state in sorted(memory.history.looks(of))]
    memory.close()
    return found


def test_looks_that_a_later_success_made_void_go_when_they_are_old(shelf: Shelf) -> None:
    for state in (State.NOT_FOUND, State.LIVE):
        look(shelf, state)
        shelf.calendar.turn(days=100)
    look(shelf, State.LIVE)
    upkeep.prune(shelf.folder, shelf.calendar.now, DAYS_90)
    assert states(shelf) == [State.LIVE]


def test_old_strikes_stay_for_as_long_as_the_source_is_looked_at(shelf: Shelf) -> None:
    for state in (State.LIVE, State.NOT_FOUND, State.NOT_FOUND, State.NOT_FOUND):
        look(shelf, state)
        shelf.calendar.turn(days=40)
    upkeep.prune(shelf.folder, shelf.calendar.now, DAYS_90)
    assert states(shelf) == [State.LIVE, State.NOT_FOUND, State.NOT_FOUND, State.NOT_FOUND]
    memory = shelf.open()
    assert memory.strikes(A).confirmed
    assert memory.strikes(A).last_ok is not None
    memory.close()


def test_a_source_that_nobody_looks_at_goes_with_all_it_had(shelf: Shelf) -> None:
    look(shelf, State.LIVE, B)
    shelf.calendar.turn(days=100)
    look(shelf, State.LIVE, A)
    upkeep.prune(shelf.folder, shelf.calendar.now, DAYS_90)
    assert (states(shelf, A), states(shelf, B)) == ([State.LIVE], [])
    memory = shelf.open()
    assert memory.pages.visit_of(B) is None
    assert memory.copy_of(B.address) is None
    assert memory.pages.visit_of(A) is not None, "the body that both showed is still needed"
    memory.close()


def test_a_memory_tidies_itself_now_and_then(shelf: Shelf) -> None:
    look(shelf, State.LIVE, B)
    shelf.calendar.turn(days=100)
    for _ in range(20):
        look(shelf, State.LIVE, A)
    assert states(shelf, B) == []
    counts = dict(upkeep.summarize(shelf.folder).counts)
    assert counts["pages"] == 1


def test_a_memory_that_is_cleared_under_a_run_goes_on(shelf: Shelf) -> None:
    memory = shelf.open()
    memory.keep(live(A), live(A))
    memory.end(complete=False, network_down=False)
    upkeep.clear(shelf.folder)
    memory.keep(live(B), live(B))
    memory.end(complete=True, network_down=False)
    assert memory.pages.visit_of(A) is None
    assert memory.pages.visit_of(B) is not None
    memory.close()
    assert shelf.warnings == []


def test_what_was_put_aside_is_counted_and_cleared(shelf: Shelf) -> None:
    shelf.folder.mkdir()
    shelf.database.write_bytes(b"no database" * 1000)
    look(shelf, State.LIVE)
    assert upkeep.summarize(shelf.folder).aside == 1
    upkeep.clear(shelf.folder)
    assert upkeep.summarize(shelf.folder).aside == 0


@pytest.mark.parametrize(
    "work", [upkeep.clear, lambda folder: upkeep.prune(folder, Shelf(folder).calendar.now, DAYS_90)]
)
def test_where_nothing_is_remembered_nothing_is_made(shelf: Shelf, work: object) -> None:
    work(shelf.folder)  # type: ignore[operator]  # one of two functions
    assert not shelf.folder.exists()
    assert upkeep.summarize(shelf.folder).counts == ()
