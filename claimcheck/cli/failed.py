"""``--failed``: only the claims that failed when they were last judged."""

from collections.abc import Callable, Collection
from pathlib import Path

from claimcheck.enums import Verdict
from claimcheck.errors import UsageError
from claimcheck.model import ClaimsFile, Report


def pick_failed(folder: Path | None, claims_file: ClaimsFile, ids: Collection[str]) -> tuple[str, ...]:
    """Return the claims that failed, of these ids where ids are given, in file order.

    Raises:
        UsageError: nothing is remembered, or no run of this file.
    """
    from claimcheck.memory.last_run import read_failed  # noqa: PLC0415 - only where it is asked for

    if folder is None:
        raise UsageError("--failed needs what is remembered", hint="leave --no-cache out")
    failed = read_failed(folder, Path(claims_file.path))
    if failed is None:
        raise UsageError(f"{claims_file.path}: no earlier run is remembered", hint="run it once without --failed")
    return tuple(claim.id for claim in claims_file.claims if claim.id in failed and (not ids or claim.id in ids))


def remember_failed(folder: Path | None, report: Report, warn: Callable[[str], None]) -> None:
    """Note which claims made the run fail, or could not be checked.

    Nothing is noted where the network here is down: then nothing was found out.
    """
    if folder is None or report.network_down:
        return
    from claimcheck.memory.folder import UnusableFolderError  # noqa: PLC0415 - only for a run
    from claimcheck.memory.last_run import note_failed  # noqa: PLC0415

    judged = [finding.claim.id for finding in report.findings]
    failed = [
        finding.claim.id
        for finding, ruling in report.ruled
        if (ruling is not None and ruling.fails) or finding.verdict is Verdict.UNVERIFIABLE
    ]
    try:
        note_failed(folder, Path(report.claims_file.path), judged, failed)
    except (OSError, UnusableFolderError) as error:
        warn(f"which claims failed is not remembered: {error}")
