"""``--trusted-config REF``: settings and secrets as they are at a commit that a change cannot alter.

A pull request may come from a stranger and bring settings of its own: hosts that may be reached although they are
private, authorities to trust, variables with secrets.  With this option the settings file is read as it is at REF and
the one that lies here is not looked at; ``headers_from`` in the claims file is heeded only where the claims file at REF
names the same variable for the same origin.  Command line and environment are the user's own.
"""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from claimcheck.claimsfile import load_claims
from claimcheck.errors import ClaimsFileError, UsageError
from claimcheck.model import ClaimsFile, Source

OPTION = "--trusted-config"


def find_trusted(reference: str) -> str:
    """Return the commit that is trusted.

    Raises:
        UsageError: no git, no repository, or no such commit.
    """
    from claimcheck.policy.git import find_commit  # noqa: PLC0415 - brings subprocess

    return find_commit(reference, Path(), OPTION)


def trusted_text(commit: str, path: Path) -> str | None:
    """Return the text of a settings file as it is at a commit; none where it is not there."""
    from claimcheck.policy.git import text_at  # noqa: PLC0415 - brings subprocess

    return text_at(commit, path) if path.absolute().parent.is_dir() else None


def check_authorities(commit: str, settings: dict[str, Any]) -> None:
    """Check that the file of ``ca`` is the one that the commit has: whoever can change it chooses whom TLS trusts.

    Raises:
        UsageError: it lies in the repository and is another one.
    """
    if "ca" not in settings:
        return
    from claimcheck.policy.git import text_at, top_of  # noqa: PLC0415 - brings subprocess

    path = Path(settings["ca"])
    top = top_of(Path())
    inside = top is not None and Path(os.path.abspath(path)).is_relative_to(top)  # noqa: PTH100 - follows no link
    if not inside and (top is None or not path.resolve().is_relative_to(top)):
        return
    held = path.read_text(encoding="utf-8", errors="replace") if path.is_file() and not path.is_symlink() else None
    if held is None or held != text_at(commit, path):
        raise UsageError(
            f"{OPTION}: {path}, which 'ca' names, is not as it is at {commit[:12]}",
            hint="keep it outside of the repository, or merge its change first",
        )


def withhold_headers(claims_file: ClaimsFile, commit: str, warn: Callable[[str], None]) -> ClaimsFile:
    """Return a claims file without the ``headers_from`` that the commit's own does not have for the same origin.

    Each that is left out is told to ``warn``.
    """
    named = any(source.headers_from for claim in claims_file.claims for source in claim.sources)
    known = _with_headers(claims_file, commit) if named else ()

    def vetted(source: Source) -> Source:
        if not source.headers_from or any(_is_known(source, other) for other in known):
            return source
        warn(
            f"{source.location}: headers_from '{source.headers_from}' is not heeded: "
            f"at {commit[:12]} no source of this origin names it"
        )
        return replace(source, headers_from="")

    claims = (replace(claim, sources=tuple(map(vetted, claim.sources))) for claim in claims_file.claims)
    return replace(claims_file, claims=tuple(claims))


def _with_headers(claims_file: ClaimsFile, commit: str) -> tuple[Source, ...]:
    """Return the sources that name a variable in the claims file as it is at a commit."""
    from claimcheck.policy.git import text_at  # noqa: PLC0415 - brings subprocess

    path = Path(claims_file.path)
    text = text_at(commit, path)
    if text is None:
        return ()
    try:
        before = load_claims(path, text=text)
    except ClaimsFileError:
        return ()
    return tuple(source for claim in before.claims for source in claim.sources if source.headers_from)


def _is_known(source: Source, other: Source) -> bool:
    from claimcheck.fetchers.hosts import is_same_origin  # noqa: PLC0415 - few runs ask

    return source.headers_from == other.headers_from and is_same_origin(source.address, other.address)
