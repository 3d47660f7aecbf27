"""Every finding gets its ruling: does it fail the run, and if not, what excuses it?  Pure."""

from dataclasses import dataclass, replace
from datetime import date

from claimcheck.model import Finding, Report, Ruling
from claimcheck.policy.baseline import Baseline
from claimcheck.policy.failing import FailLevel


@dataclass(frozen=True, slots=True)
class Change:
    """The claims that this change adds or alters, since a state of the project that has a name."""

    since: str
    ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class Policy:
    """What fails a run, what is known already, and which claims are this change's own."""

    level: FailLevel
    today: date
    baseline: Baseline | None = None
    change: Change | None = None

    def rule(self, finding: Finding) -> Ruling:
        """Return the ruling on a finding.

        What is known is excused.  So is a finding on a claim that the change leaves alone, unless a baseline shows that
        it is new: then something broke meanwhile, and somebody must hear of it.
        """
        reasons = self.level.reasons(finding)
        if not reasons:
            return Ruling()
        codes = tuple(dict.fromkeys(reason.code for reason in reasons))
        until = self.baseline.known_until(finding, reasons, self.today) if self.baseline is not None else None
        known = None if self.baseline is None else until is not None
        if until is not None:
            return Ruling(excuse=f"known until {until.isoformat()}", known=known, codes=codes)
        if self.change is not None and self.baseline is None and finding.claim.id not in self.change.ids:
            return Ruling(excuse=f"not changed since {self.change.since}", codes=codes)
        return Ruling(fails=True, known=known, codes=codes)

    def apply(self, report: Report) -> Report:
        """Return the report with a ruling for each of its findings."""
        return replace(report, rulings=tuple(map(self.rule, report.findings)))


def idle_entries(baseline: Baseline, report: Report, level: FailLevel, today: date) -> tuple[int, int]:
    """Return how many entries have ended, and how many hold for nothing that was found.

    Entries of claims that were not judged are not counted among the latter.
    """
    ended = sum(entry.until < today for entry in baseline.entries)
    met = {reason.digest(finding) for finding in report.findings for reason in level.reasons(finding)}
    judged = {finding.claim.id for finding in report.findings}
    known = {claim.id for claim in report.claims_file.claims}
    idle = sum(
        entry.fingerprint not in met and (entry.claim in judged or entry.claim not in known)
        for entry in baseline.entries
        if entry.until >= today
    )
    return ended, idle
