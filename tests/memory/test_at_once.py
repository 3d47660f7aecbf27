"""Two runs at once share a memory, and a run that is killed at any moment loses nothing that was written."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from memory.calendars import Shelf
from pipeline.fakes import source

from claimcheck.memory.database import connect
from claimcheck.memory.folder import open_folder

WRITE = """
import os, sys
from pathlib import Path
from memory.calendars import Shelf
from pipeline.fakes import live, source
shelf, name, count = Shelf(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3])
memory = shelf.open()
for n in range(count):
    fetched = live(source(f"https://example.org/{name}/{n}"), os.urandom(400) + b"x" * 4000)
    memory.keep(fetched, fetched)
    memory.readings.keep(f"{name}{n}", "document", b"y" * 3000)
    if n % 5 == 0:
        memory._database.flush()
        print(n, flush=True)
memory.end(complete=True, network_down=False)
memory.close()
print("warnings", len(shelf.warnings), *shelf.warnings, flush=True)
"""


def start(folder: Path, name: str, count: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", WRITE, str(folder), name, str(count)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def check(database: Path) -> None:
    connection = sqlite3.connect(database)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    lost = "SELECT count(*) FROM copies WHERE content NOT IN (SELECT content FROM bodies)"
    assert connection.execute(lost).fetchone() == (0,)
    doubled = "SELECT count(*) - count(DISTINCT source) FROM looks"
    assert connection.execute(doubled).fetchone() == (0,)
    connection.close()


def test_two_runs_at_once_write_all_that_both_saw(shelf: Shelf) -> None:
    both = [start(shelf.folder, name, 150) for name in ("one", "two")]
    told = [process.communicate(timeout=120)[0] for process in both]
    assert [text.splitlines()[-1] for text in told] == ["warnings 0", "warnings 0"]
    check(shelf.database)
    memory = shelf.open()
    for name in ("one", "two"):
        for n in (0, 77, 149):
            assert memory.pages.visit_of(source(f"https://example.org/{name}/{n}")) is not None
    memory.close()
    assert len(list(shelf.folder.glob("memory-aside*"))) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL on Windows")
def test_a_run_that_is_killed_at_any_moment_loses_nothing_that_was_written(
    shelf: Shelf, request: pytest.FixtureRequest
) -> None:
    kills = request.config.getoption("--kills")
    chance = random.Random(7)  # noqa: S311 - no secret
    written: list[str] = []
    for number in range(kills):
        process = start(shelf.folder, f"k{number}", 100_000)
        assert process.stdout is not None
        last = int(process.stdout.readline())
        time.sleep(chance.uniform(0, 0.05))
        process.send_signal(signal.SIGKILL)
        rest = process.communicate()[0].split()
        last = max([last, *map(int, rest)])
        written += [f"k{number}/{n}" for n in (0, last)]
    memory = shelf.open()
    for name in written:
        assert memory.pages.visit_of(source(f"https://example.org/{name}")) is not None
    assert len(memory.interrupted_runs()) == kills
    memory.end(complete=True, network_down=False)
    memory.close()
    assert shelf.warnings == []
    check(shelf.database)


def test_a_file_that_another_run_holds_while_it_is_made_is_waited_for(shelf: Shelf) -> None:
    # SQLite's own waiting does not cover the change to WAL: a file that another one writes makes it fail at once.
    path = open_folder(shelf.folder)
    held = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    held.execute("BEGIN IMMEDIATE")
    letting_go = threading.Timer(0.2, held.close)
    letting_go.start()
    connect(path).close()
    letting_go.join()
