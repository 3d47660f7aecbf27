"""The memory as users meet it: a folder beside the claims file, an age offline, a command that shows and forgets."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.programs import SUPPORTED, Desk
from web.server import Asked, Reply, Web

FACT = "The harbour of Veldt handled 4,200 containers in March."
LOOPBACK = ("--allow-private", "127.0.0.1")


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as served:
        yield served


def answer(asked: Asked) -> Reply:
    if asked.headers.get("if-none-match") == '"1"':
        return Reply(304, headers=(("ETag", '"1"'),))
    text = f"<!doctype html><html lang=en><title>Report</title><p>{FACT}</p>".encode()
    return Reply(200, text, (("Content-Type", "text/html"), ("ETag", '"1"')))


@pytest.fixture
def cited(desk: Desk, web: Web) -> Desk:
    """A desk with a claim on a page of the web that says so."""
    desk.write(
        "claims.yaml",
        f"language: en\nclaims:\n  - id: cranes\n    claim: {FACT}\n    source: {web.add('/a', answer)}\n",
    )
    return desk


def test_a_second_run_is_told_that_nothing_changed_and_says_the_same(cited: Desk, web: Web) -> None:
    first = cited.call("verify", *LOOPBACK)
    second = cited.call("verify", *LOOPBACK)
    assert first == second
    assert "SUPPORTED" in first.out
    assert [asked.headers.get("if-none-match") for asked in web.asked] == [None, '"1"']
    assert {".gitignore", "memory.db"} <= {path.name for path in (cited.folder / ".claimcheck").iterdir()}


def test_offline_the_answer_says_how_old_it_is(cited: Desk, web: Web) -> None:
    cited.call("verify", *LOOPBACK)
    done = cited.call("verify", "--offline", *LOOPBACK)
    assert done.code == 0
    assert "live, read just now" in done.out
    assert len(web.asked) == 1
    assert "read just now" in cited.call("show", "cranes", "--offline", *LOOPBACK).out


def test_what_verify_remembers_of_a_match_hides_no_passage_from_who_asks_for_all(cited: Desk) -> None:
    cited.call("verify", *LOOPBACK)
    assert "1 taken" in cited.call("show", "cranes", "--offline", *LOOPBACK).out
    assert "SUPPORTED" in cited.call("verify", "--offline", *LOOPBACK).out


@pytest.mark.parametrize(
    ("options", "settings"),
    [(("--no-cache",), ""), (("--cache", "off"), ""), ((), 'cache = "off"\n')],
    ids=["--no-cache", "--cache off", "settings"],
)
def test_without_a_memory_nothing_is_kept(cited: Desk, web: Web, options: tuple[str, ...], settings: str) -> None:
    cited.write("claimcheck.toml", settings)
    for _ in range(2):
        assert cited.call("verify", *LOOPBACK, *options).code == 0
    assert [asked.headers.get("if-none-match") for asked in web.asked] == [None, None]
    assert not (cited.folder / ".claimcheck").exists()


def test_the_memory_may_be_elsewhere(cited: Desk) -> None:
    assert cited.call("verify", *LOOPBACK, "--cache", "kept").code == 0
    assert (cited.folder / "kept" / "memory.db").exists()
    assert not (cited.folder / ".claimcheck").exists()


def test_a_damaged_memory_is_one_warning_and_changes_no_report(cited: Desk) -> None:
    sound = cited.call("verify", *LOOPBACK)
    (cited.folder / ".claimcheck" / "memory.db").write_bytes(b"no database" * 1000)
    done = cited.call("verify", *LOOPBACK)
    assert (done.code, done.out) == (sound.code, sound.out)
    assert done.err.count("warning:") == 1
    assert "put aside" in done.err


def test_what_is_remembered_is_shown_and_forgotten(cited: Desk, web: Web) -> None:
    assert "nothing is remembered" in cited.call("cache").out
    cited.call("verify", *LOOPBACK)
    shown = cited.call("cache").out
    for line in ("pages      1", "documents  1", "matches    1", "looks      1", "just now to just now"):
        assert line in shown
    assert "pages      1" in cited.call("cache", "--prune", "30").out
    cleared = cited.call("cache", "claims.yaml", "--clear")
    assert "pages      0" in cleared.out
    cited.call("verify", *LOOPBACK)
    assert [asked.headers.get("if-none-match") for asked in web.asked] == [None, None]


def test_what_is_old_is_pruned(cited: Desk) -> None:
    cited.call("verify", *LOOPBACK)
    with sqlite3.connect(cited.folder / ".claimcheck" / "memory.db") as connection:
        for column in ("copies.read_at", "visits.read_at", "looks.at", "runs.started"):
            table, name = column.split(".")
            connection.execute(f"UPDATE {table} SET {name} = {name} - 100 * 86400")  # noqa: S608 - names of our own
        connection.execute("UPDATE readings SET used_on = used_on - 100")
    connection.close()
    assert "pages      1" in cited.call("cache", "--prune", "101").out
    pruned = cited.call("cache", "--prune", "90").out
    for name in ("pages", "documents", "matches", "looks", "runs"):
        assert f"{name:10} 0" in pruned


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--clear", "--prune", "3"), "--clear and --prune at once"),
        (("--cache", "off"), "remember nothing"),
        (("--prune", "-1"), "--prune"),
    ],
)
def test_what_cannot_be_meant_is_a_message(cited: Desk, options: tuple[str, ...], said: str) -> None:
    done = cited.call("cache", *options)
    assert done.code == 2
    assert said in done.err


def test_a_memory_of_another_version_is_a_message_with_a_way_out(cited: Desk) -> None:
    cited.call("verify", *LOOPBACK)
    with sqlite3.connect(cited.folder / ".claimcheck" / "memory.db") as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    done = cited.call("cache")
    assert done.code == 2
    assert "a newer version" in done.err
    assert "hint:" in done.err


def test_a_file_on_disk_is_always_read(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    assert desk.call("verify").code == 0
    page = desk.folder / "page.html"
    page.write_text(page.read_text("utf-8").replace("$1.32 and $2", "$4 and $5"), encoding="utf-8")
    assert desk.call("verify", "--offline").code == 1


@pytest.mark.parametrize("example", ["ai-labour", "levels"])
def test_a_memory_changes_no_word_of_a_report(desk: Desk, example: str) -> None:
    folder = Path(__file__).parents[2] / "examples" / example
    shutil.copytree(folder, desk.folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".claimcheck"))
    options = ("--offline", "--format", "json")
    without = desk.call("verify", "--no-cache", *options)
    assert json.loads(without.out)["findings"]
    assert desk.call("verify", *options) == without
    assert desk.call("verify", *options) == without
    assert "documents  0" not in desk.call("cache").out
