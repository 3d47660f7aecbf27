"""Which claims failed, kept beside the database: by file, whatever else is there."""

import json
import subprocess
from pathlib import Path

import pytest

from claimcheck.memory.folder import UnusableFolderError
from claimcheck.memory.last_run import NAME, forget_failed, note_failed, read_failed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / ".claimcheck"


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    return tmp_path / "claims.yaml"


def test_of_a_file_that_never_ran_nothing_is_known(folder: Path, claims: Path) -> None:
    assert read_failed(folder, claims) is None


def test_what_was_not_judged_keeps_what_is_known_of_it(folder: Path, claims: Path) -> None:
    note_failed(folder, claims, ["a", "b", "c"], ["a", "b"])
    note_failed(folder, claims, ["b", "d"], ["d"])
    assert read_failed(folder, claims) == {"a", "d"}


def test_each_claims_file_has_its_own(folder: Path, claims: Path) -> None:
    note_failed(folder, claims, ["a"], ["a"])
    note_failed(folder, claims.with_name("other.yaml"), ["a"], [])
    assert read_failed(folder, claims) == {"a"}
    assert read_failed(folder, claims.with_name("other.yaml")) == frozenset()


def test_it_holds_where_the_folders_are_moved_together(tmp_path: Path) -> None:
    note_failed(tmp_path / "one" / ".claimcheck", tmp_path / "one" / "claims.yaml", ["a"], ["a"])
    (tmp_path / "one").rename(tmp_path / "two")
    assert read_failed(tmp_path / "two" / ".claimcheck", tmp_path / "two" / "claims.yaml") == {"a"}


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "3", "\x00", '{"version": 2, "failed": {"claims.yaml": ["a"]}}', '{"version": 1, "failed": []}',
     '{"version": 1, "failed": {"claims.yaml": [3]}}', "[" * 100_000],
)  # fmt: skip
def test_a_broken_file_is_as_none_and_is_replaced(folder: Path, claims: Path, text: str) -> None:
    folder.mkdir()
    (folder / NAME).write_text(text, "utf-8")
    assert read_failed(folder, claims) is None
    note_failed(folder, claims, ["a"], ["a"])
    assert read_failed(folder, claims) == {"a"}


def test_what_came_with_version_control_is_not_read(folder: Path, claims: Path) -> None:
    folder.mkdir()
    stranger = {"version": 1, "failed": {"claims.yaml": ["a"]}}
    (folder / NAME).write_text(json.dumps(stranger), "utf-8")
    assert read_failed(folder, claims) == {"a"}
    for command in (["init", "-q"], ["add", "-f", "."]):
        subprocess.run(["git", *command], check=True, cwd=claims.parent, capture_output=True)  # noqa: S607 - any git
    assert read_failed(folder, claims) is None


def test_a_folder_that_is_a_link_is_not_written_to(folder: Path, claims: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    folder.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UnusableFolderError):
        note_failed(folder, claims, ["a"], ["a"])
    assert not list((tmp_path / "elsewhere").iterdir())


def test_it_is_forgotten(folder: Path, claims: Path) -> None:
    forget_failed(folder)
    note_failed(folder, claims, ["a"], ["a"])
    forget_failed(folder)
    assert read_failed(folder, claims) is None
