"""The exit codes, a contract with scripts and CI."""

import contextlib
import os
import sys
from collections.abc import Collection
from enum import IntEnum, StrEnum

from claimcheck.enums import Code, Severity, StateClass, Verdict
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

    ``fail_on`` holds the kinds that fail; ``muted`` the codes that never do: a verdict fails for the codes of support
    that are left to it, a source that is gone for the code of its state.  A claim of severity *warning* or *info*
    fails only where that severity is named too.
    """
    if finding.verdict is Verdict.IGNORED:
        return False
    if finding.claim.severity is not Severity.ERROR and FailOn(finding.claim.severity.value) not in fail_on:
        return False
    named = any(kind.value == finding.verdict.value for kind in fail_on)
    if named and not _is_muted(finding, muted):
        return True
    gone = any(
        report.state.state_class is StateClass.GONE and report.state.code not in muted for report in finding.sources
    )
    return gone and FailOn.GONE in fail_on


def _is_muted(finding: Finding, muted: Collection[str]) -> bool:
    """Return whether all that a verdict rests on is muted: of what could not be read, the states will do."""
    states = {code for code in finding.codes if code.startswith("S")}
    support = {code for code in finding.codes if code.startswith("V") and code is not Code.IGNORE_EXPIRED}
    if finding.verdict is Verdict.UNVERIFIABLE and states and states <= set(muted):
        return True
    return bool(support) and support <= set(muted)


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


def stop_output() -> None:
    """Let everything written from now on to standard output vanish, so that nothing fails at exit either."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno())  # type: ignore[union-attr]  # none is an AttributeError
