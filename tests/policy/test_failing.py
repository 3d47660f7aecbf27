"""What is at the fail level, as truth tables."""

from dataclasses import replace

import pytest
from reporters import samples

from claimcheck.enums import Code, Severity, State, Verdict
from claimcheck.model import Finding
from claimcheck.policy.failing import DEFAULT_KINDS, FailLevel, Kind

ALL = frozenset(Kind)
BOTH = replace(samples.BOUND, codes=(Code.BOUND_CONFLICT, Code.VALUE_CONFLICT))


def of(severity: Severity, finding: Finding = BOTH) -> Finding:
    return replace(finding, claim=replace(finding.claim, severity=severity))


def confirmed(finding: Finding) -> Finding:
    return replace(finding, sources=tuple(replace(seen, suspected=False) for seen in finding.sources))


@pytest.mark.parametrize(
    ("kinds", "finding", "reasons"),
    [
        ({Kind.CONTRADICTED}, BOTH, "V215 V210"),
        ({Kind.PARTLY_SUPPORTED}, BOTH, ""),
        ({Kind.PARTLY_SUPPORTED}, samples.WEAKER, "V201"),
        ({Kind.FAILED_VERIFICATION}, samples.OLDER, "V233"),
        ({Kind.UNVERIFIABLE}, samples.BLOCKED, "V240"),
        ({Kind.CANNOT_TELL}, samples.BLOCKED, "S110"),
        ({Kind.CANNOT_TELL}, samples.SUPPORTED, ""),
        ({Kind.GONE}, samples.GONE, "S103"),
        ({Kind.GONE_CONFIRMED}, samples.GONE, ""),
        ({Kind.GONE_CONFIRMED}, confirmed(samples.GONE), "S103"),
        ({Kind.GONE, Kind.UNVERIFIABLE}, samples.GONE, "V240 S103"),
        (ALL, samples.SUPPORTED, ""),
        (ALL, samples.IGNORED, ""),
        ({Kind.CONTRADICTED}, of(Severity.WARNING), ""),
        ({Kind.CONTRADICTED, Kind.WARNING}, of(Severity.WARNING), "V215 V210"),
        ({Kind.CONTRADICTED, Kind.WARNING}, of(Severity.INFO), ""),
        ({Kind.CONTRADICTED, Kind.INFO}, of(Severity.INFO), "V215 V210"),
        (set(), BOTH, ""),
    ],
)
def test_a_kind_fails_what_it_names(kinds: set[Kind], finding: Finding, reasons: str) -> None:
    assert [reason.code for reason in FailLevel(frozenset(kinds)).reasons(finding)] == reasons.split()


@pytest.mark.parametrize(
    ("codes", "finding", "reasons"),
    [
        ({Code.MOVED}, samples.SUPPORTED_MOVED, "S101"),
        ({Code.MOVED}, samples.SUPPORTED, ""),
        ({Code.BOUND_CONFLICT}, BOTH, "V215"),
        ({Code.BLOCKED}, samples.BLOCKED, "S110"),
        ({Code.VALUE_CONFLICT}, samples.WEAKER, ""),
        ({Code.IGNORE_EXPIRED}, replace(samples.SUPPORTED, codes=(Code.IGNORE_EXPIRED,)), "V251"),
        ({Code.IGNORED}, samples.IGNORED, ""),
    ],
)
def test_a_code_fails_the_findings_that_have_it(codes: set[Code], finding: Finding, reasons: str) -> None:
    level = FailLevel(frozenset(), frozenset(codes))
    assert [reason.code for reason in level.reasons(finding)] == reasons.split()


@pytest.mark.parametrize(
    ("muted", "finding", "reasons"),
    [
        ({Code.BOUND_CONFLICT}, BOTH, "V210"),
        ({Code.BOUND_CONFLICT, Code.VALUE_CONFLICT}, BOTH, ""),
        ({Code.NOT_FOUND}, samples.GONE, ""),
        ({Code.GONE}, samples.GONE, "S103"),
        ({Code.WEAKER_VALUE}, replace(samples.WEAKER, codes=(Code.WEAKER_VALUE, Code.IGNORE_EXPIRED)), ""),
    ],
)
def test_a_muted_code_never_fails(muted: set[Code], finding: Finding, reasons: str) -> None:
    level = FailLevel(DEFAULT_KINDS, muted=frozenset(muted))
    assert [reason.code for reason in level.reasons(finding)] == reasons.split()


@pytest.mark.parametrize("state", State)
def test_what_cannot_be_told_fails_no_run_by_default(state: State) -> None:
    finding = replace(samples.in_state(state), verdict=Verdict.UNVERIFIABLE)
    assert bool(FailLevel().reasons(finding)) is (state.state_class == "gone")
