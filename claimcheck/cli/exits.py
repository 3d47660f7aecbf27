"""The exit codes, a contract with scripts and CI."""

from collections.abc import Collection
from enum import IntEnum, StrEnum

from claimcheck.enums import Severity, StateClass, Verdict
from claimcheck.model import Finding, Report


class Exit(IntEnum):
    """What the process ends with."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    COULD_NOT_CHECK = 3
    INTERRUPTED = 130


class FailOn(StrEnum):
    """What ``--fail-on`` may name: the kinds of finding that make a run fail."""

    CONTRADICTED = "contradicted"
    FAILED_VERIFICATION = "failed_verification"
    PARTLY_SUPPORTED = "partly_supported"
    UNVERIFIABLE = "unverifiable"
    GONE = "gone"
    WARNING = "warning"
    INFO = "info"


DEFAULT_FAIL_ON = frozenset({FailOn.CONTRADICTED, FailOn.FAILED_VERIFICATION, FailOn.PARTLY_SUPPORTED, FailOn.GONE})


def fails(finding: Finding, fail_on: Collection[FailOn], muted: Collection[str]) -> bool:
    """Return whether a finding is at the fail level.

    ``fail_on`` holds the kinds that fail; ``muted`` the codes that never do: a finding fails for the codes that
    are left to it.  A claim of severity *warning* or *info* fails only where that severity is named too.
    """
    if finding.verdict is Verdict.IGNORED or (finding.codes and not set(finding.codes) - set(muted)):
        return False
    if finding.claim.severity is not Severity.ERROR and FailOn(finding.claim.severity.value) not in fail_on:
        return False
    if any(kind.value == finding.verdict.value for kind in fail_on):
        return True
    gone = any(
        report.state.state_class is StateClass.GONE and report.state.code not in muted for report in finding.sources
    )
    return gone and FailOn.GONE in fail_on


def exit_code(report: Report, fail_on: Collection[FailOn], muted: Collection[str], *, strict: bool) -> Exit:
    """Return what a run ends with: interrupted before findings, findings before what could not be checked."""
    if report.interrupted:
        return Exit.INTERRUPTED
    if report.network_down:
        return Exit.COULD_NOT_CHECK
    if any(fails(finding, fail_on, muted) for finding in report.findings):
        return Exit.FINDINGS
    if strict and any(_could_not_check(finding) for finding in report.findings):
        return Exit.COULD_NOT_CHECK
    return Exit.OK


def _could_not_check(finding: Finding) -> bool:
    unknown = any(source.state.state_class is StateClass.CANNOT_TELL for source in finding.sources)
    return finding.verdict is Verdict.UNVERIFIABLE or unknown
