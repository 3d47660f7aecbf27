"""The lock of a claims file: read before a run, and put in the place of the old one whole or not at all."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from claimcheck.accepted import Acceptance
from claimcheck.cli.writing import replace_file
from claimcheck.lock import lock_path, read_lock, render_lock
from claimcheck.model import ClaimsFile
from claimcheck.redaction import redact
from claimcheck.text import printable

Function = TypeVar("Function", bound=Callable[..., Any])

_ATTRIBUTES = ".gitattributes"


def lock_option(function: Function) -> Function:
    """Add ``--no-lock``."""
    return click.option(
        "--no-lock",
        is_flag=True,
        envvar="CLAIMCHECK_NO_LOCK",
        help="Do as if nothing had been accepted; for a lock that nobody has reviewed yet.",
    )(function)


def load_lock(path: str, claims_file: ClaimsFile) -> tuple[Acceptance, ...]:
    """Return what is accepted of a claims file, with a warning of every entry that no claim has any more.

    Raises:
        LockError: the lock cannot be used.
    """
    entries = read_lock(lock_path(path))
    cited = {claim.id: {redact(source.address) for source in claim.sources} for claim in claims_file.claims}
    for entry in entries:
        if entry.claim_id not in cited:
            _warn(path, entry, f"'{entry.claim_id}' is accepted here, and no claim has this id")
        elif entry.source not in cited[entry.claim_id]:
            _warn(path, entry, f"'{entry.claim_id}' is accepted here on a source that it cites no more: {entry.source}")
    return entries


def _warn(path: str, entry: Acceptance, message: str) -> None:
    hint = "if the claim was renamed or reworded, accept it again; 'claimcheck accept --prune' drops what no claim has"
    place = printable(f"{lock_path(path)}:{entry.line}")
    click.echo(f"{place}: warning: {printable(message)}\n  hint: {hint}", err=True)


def save_lock(path: str, claims_file: ClaimsFile, entries: Iterable[Acceptance]) -> bool:
    """Write the lock of a claims file; return whether that changed it.

    Raises:
        UsageError: it cannot be written.
    """
    target = lock_path(path)
    text = render_lock(entries, [claim.id for claim in claims_file.claims])
    if target.exists() and target.read_bytes() == text.encode("utf-8"):
        return False
    if not target.exists():
        _help_merges(target)
    replace_file(target, text)
    return True


def _help_merges(lock: Path) -> None:
    """Tell git, where the first lock of a repository is made, that both sides of a merge are to be kept.

    A lock that exists already merges by itself.  Where two branches each make the first one, git sees two files that
    have nothing in common; its ``union`` keeps the lines of both, each of which says which entry it belongs to.
    """
    folder = lock.absolute().parent
    if not any((parent / ".git").exists() for parent in (folder, *folder.parents)):
        return
    attributes = folder / _ATTRIBUTES
    held = attributes.read_text(encoding="utf-8") if attributes.is_file() else ""
    if lock.name in held or "*.lock" in held:
        return
    replace_file(attributes, f"{held}{'' if not held or held.endswith(chr(10)) else chr(10)}{lock.name} merge=union\n")
    click.echo(f"wrote {_ATTRIBUTES}: two branches that accept different claims merge without a conflict", err=True)
