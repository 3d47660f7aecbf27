"""The options of evidence: keep what comes back, and judge again by what was kept."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from claimcheck import __version__
from claimcheck.cli.network import Network
from claimcheck.errors import UsageError
from claimcheck.model import Report

if TYPE_CHECKING:
    from claimcheck.memory.evidence import KeptEvidence
    from claimcheck.warc.reading import WarcFile

Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class EvidenceOptions:
    """What the command line says of evidence."""

    save: bool = False
    file: str | None = None
    """A WARC file that stands in for the network and the disk."""

    def open_store(
        self, folder: Path | None, claims_file: str, network: Network, warn: Callable[[str], None]
    ) -> "KeptEvidence | None":
        """Return where evidence is kept, made ready; none where none is to be kept.

        Raises:
            UsageError: it cannot be kept.
        """
        if not self.save:
            return None
        if network.offline:
            raise UsageError("--save-evidence with --offline", hint="what is kept is what comes back now; ask for it")
        if folder is None:
            raise UsageError("--save-evidence needs a folder to keep it in", hint="leave --no-cache out")
        from claimcheck.memory.evidence import KeptEvidence  # noqa: PLC0415 - only for a run that keeps some

        store = KeptEvidence(folder, claims_file, warn)
        store.prepare()
        return store

    def open_file(self) -> "WarcFile | None":
        """Return the WARC file to judge by; none where there is none.

        Raises:
            UsageError: it cannot be read, or is no such file.
        """
        if self.file is None:
            return None
        if self.save:
            raise UsageError("--save-evidence with --from", hint="the file is the evidence")
        from claimcheck.warc import need_warcio  # noqa: PLC0415 - only for a run that reads one

        need_warcio("--from")
        from claimcheck.warc.reading import WarcFile  # noqa: PLC0415 - brings warcio

        return WarcFile(Path(self.file))


def evidence_options(function: Function) -> Function:
    """Add ``--save-evidence`` and ``--from``; the command is given them together, as ``evidence``."""

    @functools.wraps(function)
    def collected(*args: Any, save_evidence: bool, from_file: str | None, **given: Any) -> Any:
        return function(*args, evidence=EvidenceOptions(save_evidence, from_file), **given)

    save = click.option(
        "--save-evidence",
        is_flag=True,
        envvar="CLAIMCHECK_SAVE_EVIDENCE",
        help="Keep what every source answers, for 'claimcheck export --warc'.",
    )
    from_file = click.option(
        "--from",
        "from_file",
        metavar="FILE",
        help="Judge by what this WARC file holds, as of its day; nothing is asked of the network or read from sources.",
    )
    return save(from_file(collected))  # type: ignore[return-value]  # the same function, given one argument for two


def keep_findings(store: "KeptEvidence", report: Report) -> None:
    """Keep what was found on each claim, beside what its sources answered."""
    from claimcheck.reporters.json_v1 import finding_document  # noqa: PLC0415 - only for a run that keeps some

    judged_at = datetime.now(tz=UTC).isoformat(timespec="seconds")
    for finding, ruling in report.ruled:
        quotes = [
            {"exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix} for quote in finding.claim.quotes
        ]
        own: dict[str, object] = {"version": 1, "claimcheck": __version__, "judged_at": judged_at, "quotes": quotes}
        store.keep_claim(finding.claim.id, own | finding_document(finding, ruling))
