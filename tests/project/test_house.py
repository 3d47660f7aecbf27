"""The rules of the house that are checked by machine."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "claimcheck").rglob("*.py"))
LONGEST = 400


def test_arrows_point_down_and_each_library_has_one_door() -> None:
    command = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([command, "--no-cache"], check=False, cwd=ROOT, capture_output=True)
    assert done.returncode == 0, done.stdout.decode()


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_is_longer_than_one_can_hold_in_mind(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_what_it_is(path: Path) -> None:
    assert path.read_text("utf-8").startswith('"""')


def test_every_dependency_is_bounded_from_below_and_says_what_it_is_for() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    entries = [line for line in text.split("dependencies = [", 1)[1].split("\n]", 1)[0].splitlines() if '"' in line]
    assert entries
    assert [line for line in entries if ">=" not in line or "#" not in line] == []
