"""What makes a run fail: a finding → the reasons for which it is at the fail level.  Pure.

A finding can be at the fail level for its verdict, for the state of a source, or for a code named outright; each reason
is a code, with the source's address where it is about a source, so that a baseline can hold them one by one.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from claimcheck.enums import Code, Drift, Severity, StateClass, Verdict
from claimcheck.fingerprints import fingerprint
from claimcheck.model import Finding, SourceReport


class Kind(StrEnum):
    """What ``--fail-on`` may name besides codes: verdicts, classes of states, drift, severities."""

    CONTRADICTED = "contradicted"
    FAILED_VERIFICATION = "failed_verification"
    PARTLY_SUPPORTED = "partly_supported"
    UNVERIFIABLE = "unverifiable"
    GONE = "gone"
    GONE_CONFIRMED = "gone_confirmed"
    CANNOT_TELL = "cannot_tell"
    DRIFT = "drift"
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


_BESIDE_STATES = frozenset({Code.ARCHIVED_COPY, Code.COPY_SILENT, Code.NO_COPY, Code.LASTING_ERROR})
"""Codes of what an archive gave, and of errors that last: beside the state of a source, and no state themselves."""
DEFAULT_KINDS = frozenset({Kind.CONTRADICTED, Kind.FAILED_VERIFICATION, Kind.PARTLY_SUPPORTED, Kind.GONE, Kind.DRIFT})
SEVERITIES = frozenset({Kind.ERROR, Kind.WARNING, Kind.INFO})


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing for which a finding is at the fail level."""

    code: str
    address: str = ""
    """The address of the source, where the reason is its state."""

    def digest(self, finding: Finding) -> str:
        """Return the name by which this reason of a finding is known again."""
        return fingerprint(finding.claim, self.code, self.address)


@dataclass(frozen=True, slots=True)
class FailLevel:
    """What fails a run: kinds and codes; and what never does, the muted codes.

    A claim of severity *warning* or *info* fails only where that severity is named too.
    """

    kinds: frozenset[Kind] = DEFAULT_KINDS
    codes: frozenset[Code] = frozenset()
    muted: frozenset[Code] = frozenset()

    def reasons(self, finding: Finding, *, worsened: bool = False) -> tuple[Reason, ...]:
        """Return why a finding is at the fail level, each reason once; nothing where it is not.

        ``worsened`` is whether an earlier run found the claim better supported: then its source has drifted from it.
        """
        if not self._counts(finding):
            return ()
        found = [*self._of_verdict(finding), *self._of_states(finding), *self._of_drift(finding, worsened=worsened)]
        return tuple(dict.fromkeys([*found, *self._of_codes(finding)]))

    def drift_reasons(self, finding: Finding, *, worsened: bool = False) -> tuple[Reason, ...]:
        """Return those of the reasons that say that a source is no longer what it was."""
        return tuple(self._of_drift(finding, worsened=worsened)) if self._counts(finding) else ()

    def _counts(self, finding: Finding) -> bool:
        """Return whether a finding may fail at all, by its severity."""
        severity = finding.claim.severity
        if finding.verdict is Verdict.IGNORED:
            return False
        return severity is Severity.ERROR or Kind(severity.value) in self.kinds

    def _of_verdict(self, finding: Finding) -> Iterator[Reason]:
        if any(kind.value == finding.verdict.value for kind in self.kinds):
            yield from self._by_support(finding)

    def _by_support(self, finding: Finding) -> Iterator[Reason]:
        """Return what a verdict rests on, as reasons; nothing where all of it is muted."""
        if _is_muted(finding, self.muted):
            return
        codes = [code.value for code in _support(finding) if code not in self.muted]
        yield from map(Reason, codes or [finding.verdict.value])

    def _of_states(self, finding: Finding) -> Iterator[Reason]:
        for report in finding.sources:
            code = report.state.code
            if code is None or code in self.muted:
                continue
            match report.state.state_class:
                case StateClass.GONE:
                    confirmed = Kind.GONE_CONFIRMED in self.kinds and not report.suspected
                    fails = (Kind.GONE in self.kinds or confirmed) and not _is_replaced(report)
                case StateClass.CANNOT_TELL:
                    fails = Kind.CANNOT_TELL in self.kinds
                case StateClass.PRESENT:
                    fails = False
            if fails or code in self.codes:
                yield Reason(code, report.source.address)
        for code in finding.codes:
            if code in _BESIDE_STATES and code in self.codes and code not in self.muted:
                yield Reason(code)

    def _of_drift(self, finding: Finding, *, worsened: bool) -> Iterator[Reason]:
        """Return what no longer holds: of what was accepted, or of what earlier runs found.

        A source that is gone has a kind of its own.
        """
        if Kind.DRIFT not in self.kinds:
            return
        if worsened:
            yield from self._by_support(finding)
        for report in finding.sources:
            drifted = report.drifted
            if drifted is None or drifted.stale or drifted.drift.holds or drifted.drift is Drift.SOURCE_GONE:
                continue
            if (code := drifted.drift.code) is not None and code not in self.muted:
                yield Reason(code, report.source.address)
        if Code.NEW_CONFLICT in finding.codes and Code.NEW_CONFLICT not in self.muted:
            yield Reason(Code.NEW_CONFLICT)

    def _of_codes(self, finding: Finding) -> Iterator[Reason]:
        """Return the codes of support that are named; those of states stand with their sources."""
        yield from (
            Reason(code)
            for code in finding.codes
            if code in self.codes and code not in self.muted and not code.startswith("S")
        )


def _is_replaced(report: SourceReport) -> bool:
    """Return whether readers are sent to the archived copy of a source, and that decides: then nothing is rotten."""
    return report.copy is not None and report.copy.cited and report.copy.decides


def _support(finding: Finding) -> list[Code]:
    """Return the codes that a verdict rests on; that an ``ignore`` has ended is beside it."""
    return [code for code in finding.codes if code.startswith("V") and code is not Code.IGNORE_EXPIRED]


def _is_muted(finding: Finding, muted: Collection[str]) -> bool:
    """Return whether all that a verdict rests on is muted: of what could not be read, the states will do."""
    states = {code for code in finding.codes if code.startswith("S") and code not in _BESIDE_STATES}
    support = set(_support(finding))
    if finding.verdict is Verdict.UNVERIFIABLE and states and states <= set(muted):
        return True
    return bool(support) and support <= set(muted)
