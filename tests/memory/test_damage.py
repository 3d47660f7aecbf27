"""No state of the memory's folder or file stops a run: it is told once, and the run goes on."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from memory.calendars import Shelf
from pipeline.fakes import live, source

from claimcheck.memory import RunMemory
from claimcheck.memory.schema import VERSION

git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def remember(memory: RunMemory) -> bool:
    """Have a page remembered; return whether it is found again."""
    fetched = live(source())
    memory.keep(fetched, fetched)
    memory.end(complete=True, network_down=False)
    found = memory.pages.visit_of(source()) is not None
    memory.close()
    return found


def test_a_memory_makes_its_folder_and_keeps_it_out_of_version_control(shelf: Shelf) -> None:
    assert remember(shelf.open())
    assert shelf.warnings == []
    assert "*" in (shelf.folder / ".gitignore").read_text("utf-8").splitlines()


def test_a_memory_that_is_never_asked_leaves_no_folder(shelf: Shelf) -> None:
    shelf.open().close()
    assert not shelf.folder.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"not a database, but long enough to be looked at as one" * 100,
        b"\0" * 5000,
        b"SQLite format 3\0" + b"\xff" * 9000,
    ],
    ids=["words", "zeros", "a head and garbage"],
)
def test_a_damaged_file_is_put_aside_with_one_warning(shelf: Shelf, content: bytes) -> None:
    shelf.folder.mkdir()
    shelf.database.write_bytes(content)
    assert remember(shelf.open())
    assert len(shelf.warnings) == 1
    assert "put aside" in shelf.warnings[0]
    (aside,) = shelf.folder.glob("memory-aside-*.db")
    assert aside.read_bytes() == content


def test_a_file_that_breaks_in_the_middle_of_a_run_is_put_aside(shelf: Shelf) -> None:
    assert remember(shelf.open())
    memory = shelf.open()
    assert memory.pages.copy_of(source().address) is not None
    size = shelf.database.stat().st_size
    with shelf.database.open("r+b") as stream:
        stream.seek(4096)
        stream.write(b"\xa5" * (size - 4096))
    for n in range(50):
        fetched = live(source(f"https://example.org/{n}"), os.urandom(3000))
        memory.keep(fetched, fetched)
    memory.end(complete=True, network_down=False)
    memory.close()
    assert len(shelf.warnings) == 1
    assert "it is damaged" in shelf.warnings[0]
    shelf.warnings.clear()
    assert remember(shelf.open())
    assert shelf.warnings == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (f"PRAGMA user_version = {VERSION + 1}", "a newer version"),
        ("PRAGMA application_id = 7", "not claimcheck's"),
        ("CREATE TRIGGER evil AFTER INSERT ON looks BEGIN DELETE FROM looks; END", "tables were changed"),
        ("ALTER TABLE looks ADD COLUMN more TEXT", "tables were changed"),
        ("DROP TABLE looks", "tables were changed"),
    ],
)
def test_a_file_that_is_not_of_this_version_is_put_aside(shelf: Shelf, change: str, said: str) -> None:
    assert remember(shelf.open())
    connection = sqlite3.connect(shelf.database)
    connection.execute(change)
    connection.commit()
    connection.close()
    assert remember(shelf.open())
    assert len(shelf.warnings) == 1
    assert said in shelf.warnings[0]


def test_a_folder_that_cannot_be_made_is_told_once(shelf: Shelf) -> None:
    shelf.folder.write_text("a file in its place")
    memory = shelf.open()
    assert memory.pages.copy_of("https://example.org/a") is None
    assert not remember(memory)
    assert len(shelf.warnings) == 1
    assert "is not used" in shelf.warnings[0]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_folder_that_cannot_be_written_is_told_once(shelf: Shelf) -> None:
    shelf.folder.mkdir(mode=0o500)
    assert not remember(shelf.open())
    assert len(shelf.warnings) == 1


FULL = """
import os, resource, sys
from pathlib import Path
from memory.calendars import Shelf
from pipeline.fakes import live, source
resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))
shelf = Shelf(Path(sys.argv[1]))
memory = shelf.open()
for n in range(60):
    fetched = live(source(f"https://example.org/{n}"), os.urandom(9000))
    memory.keep(fetched, fetched)
memory.end(complete=True, network_down=False)
memory.close()
print(len(shelf.warnings), *shelf.warnings)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on Windows")
def test_a_full_disk_is_told_once_and_the_run_goes_on(shelf: Shelf) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL, shelf.folder],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 "), done.stdout
    assert "is not used" in done.stdout
    # What was written before is whole.
    connection = sqlite3.connect(shelf.database)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_in_the_place_of_the_folder_or_the_file_is_not_followed(shelf: Shelf, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shelf.folder.symlink_to(elsewhere, target_is_directory=True)
    assert not remember(shelf.open())
    assert list(elsewhere.iterdir()) == []
    shelf.folder.unlink()
    shelf.folder.mkdir()
    shelf.database.symlink_to(elsewhere / "taken.db")
    assert not remember(shelf.open())
    assert list(elsewhere.iterdir()) == []
    assert len(shelf.warnings) == 2


@git
@pytest.mark.parametrize("version", ["2", "4"])
def test_a_memory_that_version_control_brought_along_is_not_believed(shelf: Shelf, version: str) -> None:
    def run(*words: str) -> None:
        subprocess.run([str(shutil.which("git")), *words], check=True, cwd=shelf.folder.parent, capture_output=True)

    assert remember(shelf.open())
    for name in ("a", "memory.da", ".claimcheck-notes", ".claimcheckz"):
        (shelf.folder.parent / name).write_text("x")
    run("init")
    run("update-index", "--index-version", version)
    run("add", "a", "memory.da", ".claimcheck-notes", ".claimcheckz")
    assert remember(shelf.open())
    assert shelf.warnings == []
    run("add", "--force", ".claimcheck/memory.db")
    assert not remember(shelf.open())
    assert len(shelf.warnings) == 1
    assert "version control" in shelf.warnings[0]


def test_a_value_that_no_column_holds_is_not_remembered_and_costs_nothing_else(shelf: Shelf) -> None:
    memory = shelf.open()
    half = source("https://example.org/\ud800")
    memory.keep(live(half), live(half))
    assert memory.copy_of(half.address) is None
    assert memory.pages.visit_of(half) is None
    assert remember(memory)
    assert shelf.warnings == []


def test_a_mistake_in_writing_costs_nobody_a_report(shelf: Shelf) -> None:
    memory = shelf.open()
    memory._database.write(lambda _: {}["not there"])  # noqa: SLF001 - a mistake of our own
    memory._database.flush()  # noqa: SLF001 - until it is made
    assert not remember(memory)
    assert len(shelf.warnings) == 1
