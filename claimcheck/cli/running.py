"""A run of the pipeline from the command line: Ctrl-C keeps what is known."""

import contextlib
import difflib
import math
import signal
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.accepted import Acceptance
from claimcheck.cli.network import Network
from claimcheck.cli.trust import withhold_headers
from claimcheck.errors import UnknownClaimError
from claimcheck.exchanges import Recorder, Recordings
from claimcheck.model import ClaimsFile, Finding, Report
from claimcheck.plan import pick
from claimcheck.ports import Listener, Progress, Witness
from claimcheck.processes import collect_seldom
from claimcheck.redaction import redact_finding, redact_report

if TYPE_CHECKING:
    from claimcheck.fetchers import FetchSettings
    from claimcheck.run_settings import ArchiveSettings, Settings

_PATIENCE = 600.0
"""Seconds that a turn at an archive's index is waited for, by whoever came for that."""
BULK = 100
"""Distinct addresses above which robots.txt is obeyed unless that is said otherwise."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a command asks the pipeline for."""

    file: str
    ids: tuple[str, ...] = ()
    network: Network = field(default_factory=Network)
    memory: Path | None = None
    """The folder of what is remembered; none is a run that remembers nothing."""
    lock: tuple[Acceptance, ...] = ()
    """What people have accepted, and is looked for again."""
    witness: Witness | None = None
    """Whoever keeps what is read."""
    recorder: Recorder | None = None
    """Whoever keeps all that comes back."""
    recordings: Recordings | None = None
    """What is given in the place of the network and the disk."""
    today: date | None = None
    """The day that is taken for today; today where there is none."""
    about_archives: bool = False
    """Whether archives are what it is about, so that they are waited for."""
    traced: bool = False
    """Whether what made the score of each passage is told."""
    brief: bool = False
    """Whether what decides is enough, and no other passage is told."""
    illustrated: bool = False
    """Whether the report comes with the article, and with what earlier runs found."""


def check_ids(claims_file: ClaimsFile, ids: Collection[str]) -> None:
    """Check that every id names a claim.

    Raises:
        UnknownClaimError: the first that does not, with the nearest that do.
    """
    known = [claim.id for claim in claims_file.claims]
    for wanted in ids:
        if wanted not in known:
            count = f"{len(known)} claim{'' if len(known) == 1 else 's'}"
            near = difflib.get_close_matches(wanted, known, n=3, cutoff=0.5)
            hint = (
                f"did you mean {' or '.join(near)}?"
                if near
                else f"the file has {count}; see their ids in {claims_file.path}"
            )
            raise UnknownClaimError(f"{claims_file.path}: no claim has the id '{wanted}'", hint=hint)


def run(
    request: Request,
    claims_file: ClaimsFile,
    progress: Progress,
    listener: Listener | None = None,
    warn: Callable[[str], None] = lambda _: None,
) -> Report:
    """Run the pipeline to its end, or until it is interrupted: by Ctrl-C, or by SIGTERM, as CI servers do.

    No secret in an address is left in what is returned, nor in what is told to the listener.  What the user should
    know besides is told to ``warn``.
    """
    # Here, so that help, a mistyped option and a claims file with a mistake wait for neither network nor tables.
    import asyncio  # noqa: PLC0415 - brings ssl and sockets

    from claimcheck.bootstrap import verifier  # noqa: PLC0415 - the heaviest import of all

    collect_seldom()
    if request.network.trusted is not None:
        claims_file = withhold_headers(claims_file, request.network.trusted, warn)
    settings = make_settings(request, claims_file, warn)

    reports: list[Report] = []

    async def run_to_end() -> None:
        # A task that has a result tells all of it to whoever sets a signal's handler, which asyncio does at its end.
        task = asyncio.current_task()
        if task is not None:
            with contextlib.suppress(NotImplementedError):  # Windows has no such signal
                asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
        async with verifier(settings, progress) as ready:
            discreet = _Discreet(listener) if listener is not None else None
            reports.append(await ready.verify(claims_file, request.ids, listener=discreet))

    asyncio.run(run_to_end())
    return redact_report(reports.pop())


def make_settings(request: Request, claims_file: ClaimsFile, warn: Callable[[str], None]) -> "Settings":
    """Return what a run depends on, each as it was set, or as it is by default."""
    from claimcheck.run_settings import Settings  # noqa: PLC0415 - brings the fetchers

    return Settings(
        root=Path(request.file).resolve().parent,
        aliases=claims_file.aliases,
        offline=request.network.offline,
        probe=request.network.probe,
        browser=request.network.browser,
        semantic=request.network.semantic,
        second_pass=request.network.second_pass,
        fetching=fetch_settings(request.network, bulk=_is_bulk(claims_file, request.ids)),
        memory=request.memory,
        lock=request.lock,
        witness=request.witness,
        recorder=request.recorder,
        recordings=request.recordings,
        today=request.today,
        traced=request.traced,
        brief=request.brief,
        illustrated=request.illustrated,
        warn=warn,
        archives=_archives(request),
    )


class _Discreet:
    """Tells another listener of findings without the secrets in their addresses."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener

    def judged(self, finding: Finding, /) -> None:
        """Pass on a finding."""
        self._listener.judged(redact_finding(finding))


def _is_bulk(claims_file: ClaimsFile, ids: Collection[str]) -> bool:
    """Return whether so many addresses are asked that it is a crawl, and no reader following an article's links."""
    sources = {
        source.address for claim in pick(claims_file.claims, ids) for source in claim.sources if source.path is None
    }
    return len(sources) > BULK


def _archives(request: Request) -> "ArchiveSettings":
    """Return which archives are asked, and when: without the network those of one's own, and what is remembered."""
    network = request.network
    from claimcheck.archives.door import Limits  # noqa: PLC0415 - only for a run
    from claimcheck.run_settings import ArchiveSettings  # noqa: PLC0415 - likewise

    folder = Path(request.file).resolve().parent / network.archive_folder if network.archive_folder else None
    limits = Limits(patience=_PATIENCE, total=math.inf) if request.about_archives else None
    chosen = {"wayback": network.archive_url, "limits": limits}
    return ArchiveSettings(
        asked=network.archive != "never" and not network.no_archive,
        always=network.archive == "always",
        timegates=network.memento,
        folder=folder,
        **{name: value for name, value in chosen.items() if value is not None},  # type: ignore[arg-type]  # by name
    )


def fetch_settings(network: Network, *, bulk: bool = False) -> "FetchSettings":
    """Return the limits of fetching, each as it was set, or as it is by default."""
    from claimcheck.fetchers import FetchSettings, HostSettings  # noqa: PLC0415 - only for a run

    names = {"concurrency": "at_once", "interval": "spacing"}
    hosts = {
        host: HostSettings(**{names.get(key, key.replace("-", "_")): value for key, value in own.items()})
        for host, own in network.hosts.items()
    }
    chosen = {"at_once_per_host": network.max_per_host, "spacing": network.delay, "run": network.deadline}
    return FetchSettings(
        allow_private=network.allow_private,
        ca_file=network.ca_file,
        netrc=network.netrc,
        robots=bulk if network.robots is None else network.robots,
        hosts=hosts,
        **{name: value for name, value in chosen.items() if value is not None},  # type: ignore[arg-type]  # by name
    )
