"""After a run: what has changed is noted, for ``claimcheck report`` to tell."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from claimcheck.model import Report


def remember_news(folder: Path | None, report: Report, warn: Callable[[str], None]) -> None:
    """Note what a run changes of what is known; that it cannot be kept is told to ``warn``."""
    if folder is None or report.network_down:
        return
    from claimcheck.memory.folder import UnusableFolderError  # noqa: PLC0415 - only for a run
    from claimcheck.memory.news import new_ledger, read_ledger, write_ledger  # noqa: PLC0415
    from claimcheck.news import note  # noqa: PLC0415

    file = Path(report.claims_file.path)
    known = read_ledger(folder, file) or new_ledger()
    try:
        write_ledger(folder, file, note(known, report, datetime.now(tz=UTC)))
    except (OSError, UnusableFolderError) as error:
        warn(f"what has changed is not remembered: {error}")
