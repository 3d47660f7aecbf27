"""What is at the fail level, as truth tables."""

from dataclasses import replace

import pytest
from reporters import samples

from claimcheck.accepted import Acceptance, Drifted, Hashes
from claimcheck.enums import Code, Drift, Severity, State, Verdict
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


@pytest.mark.parametrize("drift", Drift)
def test_drift_fails_where_the_accepted_passage_no_longer_holds(drift: Drift) -> None:
    fails = drift in {Drift.CHANGED_VALUE, Drift.REMOVED, Drift.REPLACED}
    finding = drifted_to(drift)
    assert [reason.code for reason in FailLevel().reasons(finding)] == ([drift.code] if fails else [])
    assert FailLevel(DEFAULT_KINDS - {Kind.DRIFT}).reasons(finding) == ()
    assert FailLevel(muted=frozenset(Code)).reasons(finding) == ()


def test_what_was_accepted_of_other_words_of_a_claim_fails_no_run() -> None:
    assert FailLevel().reasons(drifted_to(Drift.REMOVED, stale=True)) == ()


def test_news_against_what_was_accepted_fails_a_run() -> None:
    finding = replace(drifted_to(Drift.NONE), codes=(Code.NEW_CONFLICT,))
    assert [reason.code for reason in FailLevel().reasons(finding)] == [Code.NEW_CONFLICT]


def drifted_to(drift: Drift, *, stale: bool = False) -> Finding:
    entry = Acceptance("a", "", "", "", (), Hashes(), Verdict.SUPPORTED, "Jo", "2026-11-25")
    (report,) = samples.SUPPORTED.sources
    return replace(samples.SUPPORTED, sources=(replace(report, drifted=Drifted(entry, drift, stale=stale)),))
