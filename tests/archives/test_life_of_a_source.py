"""The life of a source, day by day: it is there, is accepted, drifts, dies, is suspected and confirmed, and has a copy.

Everything is real but the calendar: the pipeline with its adapters, a web and an archive on loopback, the memory.
"""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from archives.conftest import QUICK
from archives.wayback_machine import OVERLOADED, WaybackMachine, page
from cli.programs import Desk
from web.server import Reply, Web
from web.server import page as live_page

from claimcheck.accepted import Acceptance
from claimcheck.bootstrap import verifier
from claimcheck.claimsfile import load_claims
from claimcheck.cli.exits import exit_code
from claimcheck.lock import read_lock
from claimcheck.model import Finding, Report
from claimcheck.policy.failing import FailLevel
from claimcheck.policy.rulings import Policy
from claimcheck.reporters.progress import SilentProgress
from claimcheck.run_settings import ArchiveSettings, Settings

SAYS = "The harbour of Veldt handled 4,200 containers in January 2024."
SAYS_MORE = "The harbour of Veldt handled 4,900 containers in January 2024."
HEAD = "language: en\nclaims:\n  - id: freight\n"
CLAIM = f"    claim: {SAYS}\n    source:\n      url: "


@dataclass
class Desktop:
    """Somebody who runs the program on some days."""

    desk: Desk
    machine: WaybackMachine
    lock: tuple[Acceptance, ...] = ()
    told: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return self.machine.web.url("/freight")

    def cite(self, *more: str) -> None:
        self.desk.write("claims.yaml", f"{HEAD}{CLAIM}{self.address}\n" + "".join(f"      {line}\n" for line in more))

    def accept(self, day: str) -> None:
        done = self.desk.call("accept", "--yes", "--allow-private", "127.0.0.1", "--no-cache")
        assert done.code == 0, done.out + done.err
        self.lock = tuple(replace(entry, on=day) for entry in read_lock(self.desk.folder / "claims.lock"))

    def run(self, day: str) -> tuple[Finding, int]:
        """Return the finding of a day, and what the run ends with."""
        now = datetime.fromisoformat(f"{day}T09:00:00").replace(tzinfo=UTC)
        settings = Settings(
            root=self.desk.folder,
            fetching=QUICK,
            memory=self.desk.folder / ".claimcheck",
            now=lambda: now,
            warn=self.told.append,
            second_pass=False,
            lock=self.lock,
            archives=ArchiveSettings(asked=True, wayback=self.machine.base),
        )
        claims_file = load_claims(str(self.desk.folder / "claims.yaml"))

        async def verify() -> Report:
            async with verifier(settings, SilentProgress()) as ready:
                return await ready.verify(claims_file)

        report = asyncio.run(verify())
        ruled = Policy(FailLevel(), now.date(), None, None).apply(report)
        return report.findings[0], exit_code(ruled, strict=False)


@pytest.fixture
def office(tmp_path: Path, machine: WaybackMachine) -> Desktop:
    return Desktop(Desk(tmp_path), machine)


def state_of(finding: Finding) -> tuple[str, str, str]:
    """Return the verdict, the state of the source, and what became of the accepted passage."""
    seen = finding.sources[0]
    certain = (
        "" if seen.state.value in {"live", "server_error"} else " (suspected)" if seen.suspected else " (confirmed)"
    )
    drift = seen.drifted.drift.value if seen.drifted is not None else "-"
    return finding.verdict.value, f"{seen.state.value}{certain}", drift


def test_the_life_of_a_source_from_its_first_day_to_its_copy(
    office: Desktop, web: Web, machine: WaybackMachine
) -> None:
    office.cite()
    machine.captures += [
        page("20220101000000", office.address, "Not yet written."),
        page("20240303120000", office.address, SAYS),
        page("20240620120000", office.address, SAYS_MORE),
    ]

    # It is there, says what is claimed, and is accepted.
    web.add("/freight", live_page(SAYS))
    finding, code = office.run("2024-03-01")
    assert (state_of(finding), code) == (("supported", "live", "-"), 0)
    office.accept("2024-03-01")
    finding, code = office.run("2024-03-08")
    assert (state_of(finding), code) == (("supported", "live", "none"), 0)

    # One day it says something else: no copy is asked for, for the page is there.
    web.add("/freight", live_page(SAYS_MORE))
    finding, code = office.run("2024-03-15")
    assert (state_of(finding), code) == (("contradicted", "live", "changed_value"), 1)
    web.add("/freight", live_page(f"{SAYS} This page was put right."))
    finding, code = office.run("2024-03-16")
    assert (state_of(finding), code) == (("supported", "live", "none"), 0)
    assert machine.asked("cdx") == []

    # A bad day of the server is no death.  What the copy says is told.
    web.add("/freight", Reply(500, b"<p>sorry"))
    finding, code = office.run("2024-04-20")
    assert (state_of(finding), code) == (("supported", "server_error", "-"), 0)
    assert finding.reason == "server error; supported by the copy of 3 Mar 2024"

    # It is gone: suspected at first.  The copy of the time when it was accepted is judged, not the newest one.
    web.add("/freight", Reply(404, b"<p>no"))
    for day in ("2024-05-03", "2024-05-06"):
        finding, code = office.run(day)
        assert (state_of(finding), code) == (("supported", "not_found (suspected)", "source_gone"), 1)
        assert finding.reason == "gone since 3 May 2024; supported by the copy of 3 Mar 2024"

    # After three failures, each three days after the one before, that is certain.
    finding, code = office.run("2024-05-09")
    assert (state_of(finding), code) == (("supported", "not_found (confirmed)", "source_gone"), 1)
    uri = f"{machine.base}/web/20240303120000/{office.address}"
    assert finding.tip == f"cite the copy: archive_url: {uri}, archive_date: 2024-03-03, url_status: dead"

    # The archive has a bad month: what it gave is remembered, and nothing is asked twice.
    machine.mood("cdx", *[OVERLOADED] * 9)
    machine.mood("web", *[OVERLOADED] * 9)
    finding, code = office.run("2024-05-20")
    assert (state_of(finding), code) == (("supported", "not_found (confirmed)", "source_gone"), 1)
    assert (len(machine.asked("cdx")), len(machine.asked("web"))) == (1, 1)

    # The copy is cited, as the tip says: readers are sent to it, and nothing fails any more.
    machine.moods.clear()
    office.cite(f"archive_url: {uri}", "archive_date: 2024-03-03", "url_status: dead")
    finding, code = office.run("2024-06-25")
    assert (state_of(finding), code) == (("supported", "not_found (confirmed)", "source_gone"), 0)
    assert finding.tip == ""
    assert office.told == []
