"""What git is asked, in real repositories, and what no reference can make it do."""

import os
import subprocess
from pathlib import Path

import pytest

from claimcheck.errors import UsageError
from claimcheck.policy.git import look_before


def git(folder: Path, *arguments: str) -> str:
    names = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org"}
    names |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in names.items()}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        ["git", "-c", "init.defaultBranch=main", *arguments],  # noqa: S607 - the git of whoever runs the tests
        check=True, cwd=folder, env=kept | names, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout.strip()


def commit(folder: Path, **files: str) -> str:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "x")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q")
    commit(tmp_path, article__claims_yaml="old", article__page_html="old", other_md="old")
    return tmp_path


def test_the_file_is_seen_as_it_was_with_what_changed_in_its_folder(repository: Path) -> None:
    git(repository, "checkout", "-q", "-b", "change")
    commit(repository, article__claims_yaml="new", article__page_html="new", other_md="new")
    before = look_before("main", repository / "article" / "claims.yaml")
    assert before.text == "old"
    assert before.touched == {"claims.yaml", "page.html"}


def test_what_is_not_committed_yet_counts_too(repository: Path) -> None:
    (repository / "article" / "page.html").write_text("newer", "utf-8")
    assert look_before("HEAD", repository / "article" / "claims.yaml").touched == {"page.html"}


def test_what_the_other_side_did_since_is_not_this_change_s_doing(repository: Path) -> None:
    git(repository, "checkout", "-q", "-b", "change")
    git(repository, "checkout", "-q", "main")
    commit(repository, article__claims_yaml="main went on")
    git(repository, "checkout", "-q", "change")
    before = look_before("main", repository / "article" / "claims.yaml")
    assert (before.text, before.touched) == ("old", frozenset())


def test_a_file_that_was_not_there_has_no_text(repository: Path) -> None:
    (repository / "new.yaml").write_text("x", "utf-8")
    assert look_before("main", repository / "new.yaml").text is None


@pytest.mark.parametrize("reference", ["main", "HEAD", "HEAD~0", "refs/heads/main", "main^{commit}", "v1.0"])
def test_branches_tags_and_commits_are_references(repository: Path, reference: str) -> None:
    git(repository, "tag", "v1.0")
    assert look_before(reference, repository / "article" / "claims.yaml").text == "old"


@pytest.mark.parametrize(
    "reference",
    [
        "--output=stolen", "-h", "", " main", "main\n", "a b", "a..b", "HEAD:article/claims.yaml", "$(touch stolen)",
        "`touch stolen`", ";touch stolen", "a" * 300, "main\x00", ":/x", "\u202emain", "|touch stolen", "*",
    ],
)  # fmt: skip
def test_a_hostile_reference_never_reaches_git(repository: Path, reference: str) -> None:
    with pytest.raises(UsageError, match="cannot name a commit"):
        look_before(reference, repository / "article" / "claims.yaml")
    assert not list(repository.rglob("stolen*"))


@pytest.mark.parametrize("reference", ["nope", "origin/main", "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef"])
def test_a_commit_that_is_not_here_is_named_with_the_way_out(repository: Path, reference: str) -> None:
    with pytest.raises(UsageError, match="no commit is called") as caught:
        look_before(reference, repository / "article" / "claims.yaml")
    assert "fetch it first" in caught.value.hint


def test_outside_of_a_repository_there_is_no_before(tmp_path: Path) -> None:
    (tmp_path / "claims.yaml").write_text("x", "utf-8")
    with pytest.raises(UsageError, match="in no git repository"):
        look_before("main", tmp_path / "claims.yaml")


def test_nothing_that_the_repository_configures_is_run(repository: Path) -> None:
    bait = repository / "bait.sh"
    bait.write_text(f"#!/bin/sh\ntouch {repository}/stolen\n", "utf-8")
    bait.chmod(0o755)
    for key in ("core.fsmonitor", "diff.external", "diff.x.textconv", "diff.x.command"):
        git(repository, "config", key, str(bait))
    (repository / ".gitattributes").write_text("* diff=x\n", "utf-8")
    (repository / "stolen").unlink(missing_ok=True)
    (repository / "article" / "page.html").write_text("newer", "utf-8")
    assert look_before("main", repository / "article" / "claims.yaml").touched == {"page.html"}
    assert not (repository / "stolen").exists()
