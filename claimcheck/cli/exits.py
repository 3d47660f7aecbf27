"""The exit codes, a contract with scripts and CI."""

import contextlib
import os
import sys
from enum import IntEnum

from claimcheck.enums import StateClass, Verdict
from claimcheck.model import Finding, Report


class Exit(IntEnum):
    """What the process ends with."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    COULD_NOT_CHECK = 3
    INTERRUPTED = 130


def exit_code(report: Report, *, strict: bool) -> Exit:
    """Return what a run ends with: interrupted before findings, findings before what could not be checked."""
    if report.interrupted:
        return Exit.INTERRUPTED
    if report.network_down:
        return Exit.COULD_NOT_CHECK
    if any(ruling.fails for ruling in report.rulings):
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
