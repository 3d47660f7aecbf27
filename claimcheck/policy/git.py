"""What git knows of a file at another commit; git runs as a process of its own, and only reads.

A reference may come from a pull request, so it is held to the characters of a reference before git sees it, and the
commit it names is used from then on.  Nothing of the repository is run: no hook, no monitor, no external diff.
"""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import UsageError

PATIENCE = 60
"""Seconds."""
LARGEST = 16 * 2**20
"""Bytes of an old claims file."""
_REFERENCE = re.compile(r"[A-Za-z0-9_@][A-Za-z0-9_./@{}~^+-]{0,199}")
_QUIET = ("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "-c", "core.quotePath=false")


@dataclass(frozen=True, slots=True)
class Before:
    """A claims file as it was, and what changed around it."""

    text: str | None
    """None where the file was not there."""
    touched: frozenset[str]
    """The paths of changed files, relative to the claims file's folder."""


def look_before(reference: str, claims_file: Path) -> Before:
    """Return what was before this change: at the commit where it parted from the reference.

    Raises:
        UsageError: no git, no repository, or no such commit.
    """
    real = claims_file.resolve()
    folder = real.parent
    name = find_commit(reference, folder, "--since")
    # What the other side did since then is not this change's doing.
    fork = _ask(folder, "merge-base", name, "HEAD")
    start = fork.decode("ascii").split("\n", 1)[0] if fork else name
    changed = _ask(
        folder, "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", "--relative",
        "--ignore-submodules", start, "--", ".",
    )  # fmt: skip
    touched = frozenset(path.decode("utf-8", "surrogateescape") for path in (changed or b"").split(b"\0") if path)
    return Before(_old_text(folder, f"{start}:./{real.name}"), touched)


def find_commit(reference: str, folder: Path, option: str) -> str:
    """Return the full name of the commit that a reference means in the repository round a folder.

    Raises:
        UsageError: no git, no repository, or no such commit; the message begins with the option.
    """
    if not _REFERENCE.fullmatch(reference) or ".." in reference:
        raise UsageError(
            f"{option}: '{reference}' cannot name a commit", hint="a branch, a tag or a commit: origin/main"
        )
    if shutil.which("git") is None:
        raise UsageError(f"{option} needs git, which is not installed")
    commit = _ask(folder, "rev-parse", "--verify", "--quiet", f"{reference}^{{commit}}")
    if commit is not None:
        return commit.decode("ascii").strip()
    if _ask(folder, "rev-parse", "--git-dir") is None:
        raise UsageError(
            f"{option}: {folder} is in no git repository", hint=f"leave {option} out, or check out with git"
        )
    raise UsageError(
        f"{option}: no commit is called '{reference}' here",
        hint="fetch it first (git fetch origin BRANCH); in CI, check out with the whole history",
    )


def text_at(commit: str, path: Path) -> str | None:
    """Return the text of a file at a commit; none where it was not there, or is larger than 16 MB.

    Args:
        commit: a full name, as :func:`find_commit` returns it.
        path: the file; it need not exist now, its folder must.
    """
    folder = path.parent.resolve()
    return _old_text(folder, f"{commit}:./{path.name}")


def top_of(folder: Path) -> Path | None:
    """Return the top of the working tree round a folder; none where there is none."""
    top = _ask(folder, "rev-parse", "--show-toplevel")
    return Path(top.decode("utf-8", "surrogateescape").rstrip("\n")) if top else None


def _old_text(folder: Path, place: str) -> str | None:
    size = _ask(folder, "cat-file", "-s", place)
    if size is None or int(size) > LARGEST:
        return None
    blob = _ask(folder, "cat-file", "blob", place)
    return None if blob is None else blob.decode("utf-8", "replace")


def _ask(folder: Path, *arguments: str) -> bytes | None:
    """Return what git prints; none where it says no.

    Raises:
        UsageError: there is no git, or it does not answer.
    """
    program = shutil.which("git")
    if program is None:
        raise UsageError("git is needed, and is not installed")
    # A hook sets GIT_DIR and others for the repository it runs in; what counts here is the claims file's own.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    quiet = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603 - git itself, with arguments that were vetted
            [program, *_QUIET, *arguments],
            check=False,
            cwd=folder,
            env={**kept, **quiet},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UsageError(f"git does not answer: {error}") from None
    return done.stdout if done.returncode == 0 else None
