"""Two people accept different claims on two branches: git itself merges their locks."""

import os
import subprocess
from pathlib import Path

import pytest
from lock.entries import entry

from claimcheck.accepted import Acceptance
from claimcheck.errors import LockError
from claimcheck.lock import parse_lock, render_lock

IDS = ["ant", "bee", "cat", "dog"]


class Repository:
    """A repository with a lock, and branches that change it."""

    def __init__(self, folder: Path, *held: Acceptance, lock: bool = True, attributes: str = "") -> None:
        self.folder = folder
        self.git("init", "-q", "-b", "main")
        (folder / "claims.yaml").write_text("claims: []\n")
        if attributes:
            (folder / ".gitattributes").write_text(attributes)
        if lock:
            self.write(*held)
        self.commit()

    def git(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        name = {f"GIT_{who}_{what}": "x@y" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        return subprocess.run(
            ["git", *arguments],  # noqa: S607 - git, wherever it is installed
            check=False,
            cwd=self.folder,
            capture_output=True,
            env={**os.environ, **name, **alone},
        )

    def write(self, *entries: Acceptance) -> None:
        (self.folder / "claims.lock").write_text(render_lock(entries, IDS))

    def commit(self) -> None:
        self.git("add", "-A")
        assert self.git("commit", "-qm", "x").returncode == 0

    def branch(self, name: str, *entries: Acceptance) -> None:
        self.git("checkout", "-q", "-b", name, "main")
        self.write(*entries)
        self.commit()

    def merge(self) -> bool:
        """Merge branch b into branch a; return whether git did so without a conflict."""
        self.git("checkout", "-q", "a")
        return self.git("merge", "-q", "--no-edit", "b").returncode == 0

    def text(self) -> str:
        return (self.folder / "claims.lock").read_text()


@pytest.mark.parametrize(("ours", "theirs"), [(x, y) for x in IDS for y in IDS if x != y], ids=str)
def test_two_branches_that_accept_different_claims_merge(tmp_path: Path, ours: str, theirs: str) -> None:
    repository = Repository(tmp_path)
    repository.branch("a", entry(ours))
    repository.branch("b", entry(theirs))
    assert repository.merge()
    assert repository.text() == render_lock([entry(ours), entry(theirs)], IDS)


def test_a_claim_accepted_anew_and_another_accepted_merge(tmp_path: Path) -> None:
    repository = Repository(tmp_path, entry("ant"), entry("cat"))
    again = entry("ant", on="2027-01-01")
    repository.branch("a", again, entry("cat"))
    repository.branch("b", entry("ant"), entry("bee"), entry("cat"))
    assert repository.merge()
    assert repository.text() == render_lock([again, entry("bee"), entry("cat")], IDS)


@pytest.mark.parametrize(("ours", "theirs"), [("ant", "bee"), ("dog", "ant"), ("bee", "cat")])
def test_the_first_lock_made_on_two_branches_merges_with_what_accept_tells_git(
    tmp_path: Path, ours: str, theirs: str
) -> None:
    repository = Repository(tmp_path, lock=False, attributes="claims.lock merge=union\n")
    repository.branch("a", entry(ours))
    repository.branch("b", entry(theirs))
    assert repository.merge()
    assert {e.claim_id for e in parse_lock(repository.text())} == {ours, theirs}


def test_one_claim_accepted_on_two_branches_is_a_conflict_that_is_told(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.branch("a", entry("ant", by="Jo"))
    repository.branch("b", entry("ant", by="Bo"))
    assert not repository.merge()
    with pytest.raises(LockError, match="a merge has left its conflict here"):
        parse_lock(repository.text())


def test_one_claim_accepted_on_two_branches_under_union_is_told(tmp_path: Path) -> None:
    repository = Repository(tmp_path, attributes="claims.lock merge=union\n")
    repository.branch("a", entry("ant", by="Jo"))
    repository.branch("b", entry("ant", by="Bo"))
    assert repository.merge()
    with pytest.raises(LockError, match="accepted twice"):
        parse_lock(repository.text())
