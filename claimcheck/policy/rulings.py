"""Every finding gets its ruling: does it fail the run, and if not, what excuses it?  Pure."""

from dataclasses import dataclass, replace
from datetime import date

from claimcheck.model import Finding, Report, Ruling
from claimcheck.news import Ledger, has_worsened
from claimcheck.policy.baseline import Baseline
from claimcheck.policy.failing import FailLevel, Reason


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
    known: Ledger | None = None
    """What earlier runs found; none where no run is known."""

    def reasons(self, finding: Finding) -> tuple[Reason, ...]:
        """Return why a finding is at the fail level, each reason once; nothing where it is not."""
        return self.level.reasons(finding, worsened=self._has_worsened(finding))

    def _has_worsened(self, finding: Finding) -> bool:
        return self.known is not None and has_worsened(self.known, finding)

    def rule(self, finding: Finding) -> Ruling:
        """Return the ruling on a finding.

        What is known is excused.  So is a finding on a claim that the change leaves alone, unless it is new: a baseline
        does not know it, or, where there is none, the source has drifted from what was accepted or found.  Then
        something broke meanwhile, and somebody must hear of it.
        """
        reasons = self.reasons(finding)
        if not reasons:
            return Ruling()
        codes = tuple(dict.fromkeys(reason.code for reason in reasons))
        until = self.baseline.known_until(finding, reasons, self.today) if self.baseline is not None else None
        known = None if self.baseline is None else until is not None
        if until is not None:
            return Ruling(excuse=f"known until {until.isoformat()}", known=known, codes=codes)
        if self.change is not None and self.baseline is None and not self._is_of(self.change, finding):
            return Ruling(excuse=f"not changed since {self.change.since}", codes=codes)
        return Ruling(fails=True, known=known, codes=codes)

    def _is_of(self, change: Change, finding: Finding) -> bool:
        """Return whether a finding is of a change, or newly broken."""
        drifted = self.level.drift_reasons(finding, worsened=self._has_worsened(finding))
        return finding.claim.id in change.ids or bool(drifted)

    def apply(self, report: Report) -> Report:
        """Return the report with a ruling for each of its findings."""
        return replace(report, rulings=tuple(map(self.rule, report.findings)))


def idle_entries(baseline: Baseline, report: Report, policy: Policy) -> tuple[int, int]:
    """Return how many entries have ended, and how many hold for nothing that was found.

    Entries of claims that were not judged are not counted among the latter.
    """
    today = policy.today
    ended = sum(entry.until < today for entry in baseline.entries)
    met = {reason.digest(finding) for finding in report.findings for reason in policy.reasons(finding)}
    judged = {finding.claim.id for finding in report.findings}
    known = {claim.id for claim in report.claims_file.claims}
    idle = sum(
        entry.fingerprint not in met and (entry.claim in judged or entry.claim not in known)
        for entry in baseline.entries
        if entry.until >= today
    )
    return ended, idle
