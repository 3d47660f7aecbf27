"""Rows that hold what nobody put there are as good as none, and stop nothing."""

from dataclasses import replace

import pytest
from memory.calendars import Shelf
from pipeline.fakes import live, source

HEADED = replace(live(source()), page=replace(live(source()).page, headers=(("etag", '"1"'),)))  # type: ignore[type-var]  # a page


@pytest.mark.parametrize("value", [7, 1e300, "words", b"\x00\xff", ""], ids=repr)
@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("bodies", "body"),
        ("bodies", "size"),
        ("copies", "headers"),
        ("copies", "read_at"),
        ("copies", "content"),
        ("visits", "fetched"),
        ("visits", "read_at"),
        ("visits", "run"),
        ("readings", "value"),
        ("readings", "used_on"),
        ("looks", "at"),
        ("looks", "state"),
        ("runs", "started"),
        ("runs", "process"),
        ("hosts", "value"),
        ("hosts", "until"),
    ],
)
def test_a_row_of_the_wrong_kind_is_as_good_as_none(shelf: Shelf, table: str, column: str, value: object) -> None:
    memory = shelf.open()
    memory.keep(HEADED, HEADED)
    memory.readings.keep("key", "document", b"value")
    memory.keep_fact("example.org", "robots", "200\n", 1e12)
    damage = f"UPDATE OR IGNORE {table} SET {column} = ?"  # noqa: S608 - names of our own
    memory._database.write(lambda c: c.execute(damage, (value,)))  # noqa: SLF001 - damage from below
    memory._database.flush()  # noqa: SLF001 - damage from below
    memory.close()
    again = shelf.open()
    copy = again.copy_of(source().address)
    body = again.body_of(copy) if copy is not None else None
    visit = again.pages.visit_of(source())
    assert body in {None, b"text"}
    assert visit is None or (visit.fetched.page is not None and visit.fetched.page.body == b"text")
    assert again.readings.find("key") in {None, b"value"}
    again.strikes(source())
    again.history.last(source())
    again.interrupted_runs()
    again.fact_of("example.org", "robots")
    again.keep(HEADED, HEADED)
    again.end(complete=True, network_down=False)
    again.close()
    assert shelf.warnings == []
