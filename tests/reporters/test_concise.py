"""One line a finding, for editors, CI and grep."""

import re
from dataclasses import replace

import pytest
from reporters import samples
from syrupy.assertion import SnapshotAssertion

from claimcheck.enums import Code, Severity, State, Verdict
from claimcheck.model import Finding
from claimcheck.reporters import make_reporter

LINE = re.compile(
    r"^(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): (?P<level>error|warning|note) (?P<code>\S+) (?P<name>\S+): .+$"
)


def concise(*findings: Finding, **fields: object) -> list[str]:
    report = samples.report(*findings, **fields)  # type: ignore[arg-type]  # passed on as given
    return make_reporter("concise").render(report).splitlines()


def test_concise(snapshot: SnapshotAssertion) -> None:
    assert "\n".join(concise(*samples.ALL)) == snapshot


@pytest.mark.parametrize(
    ("verdict", "severity", "level"),
    [
        (Verdict.SUPPORTED, Severity.ERROR, None),
        (Verdict.IGNORED, Severity.ERROR, None),
        (Verdict.PARTLY_SUPPORTED, Severity.ERROR, "error"),
        (Verdict.CONTRADICTED, Severity.ERROR, "error"),
        (Verdict.FAILED_VERIFICATION, Severity.ERROR, "error"),
        (Verdict.UNVERIFIABLE, Severity.ERROR, "warning"),
        (Verdict.CONTRADICTED, Severity.WARNING, "warning"),
        (Verdict.UNVERIFIABLE, Severity.WARNING, "warning"),
        (Verdict.CONTRADICTED, Severity.INFO, "note"),
        (Verdict.UNVERIFIABLE, Severity.INFO, "note"),
    ],
)
def test_the_level_of_a_claim(verdict: Verdict, severity: Severity, level: str | None) -> None:
    claim = replace(samples.BOUND.claim, severity=severity)
    lines = concise(replace(samples.BOUND, verdict=verdict, claim=claim))
    assert [match["level"] for line in lines if (match := LINE.match(line))] == ([level] if level else [])


@pytest.mark.parametrize(
    ("state", "level"),
    [
        (State.MOVED, "note"),
        (State.GONE, "error"),
        (State.DNS_ERROR, "error"),
        (State.BLOCKED, "warning"),
        (State.TLS_ERROR, "warning"),
    ],
)
def test_the_level_of_a_source(state: State, level: str) -> None:
    line = concise(samples.in_state(state))[-1]
    assert f": {level} {state.code} https://example.org/{state.value}: " in line


def test_a_source_has_one_line_however_many_claims_are_on_it() -> None:
    lines = concise(samples.BLOCKED, samples.DISPUTED)
    assert sum(" S110 " in line for line in lines) == 1


def test_codes_of_sources_stand_on_the_lines_of_sources_only() -> None:
    line = concise(samples.GONE)[0]
    assert line.split()[2] == Code.NOTHING_READ


def test_network_down_has_a_line_of_its_own() -> None:
    lines = concise(samples.in_state(State.UNREADABLE), network_down=True)
    assert lines[-1].startswith("claims.yaml:1:1: error S130 network: ")
    assert not any("S122" in line for line in lines)


def test_an_interrupted_run_says_so() -> None:
    assert concise(interrupted=True, pending=3) == [
        "claims.yaml:1:1: warning interrupted: interrupted; 0 of 3 claims were checked"
    ]


def test_a_clean_run_is_silent() -> None:
    assert concise(samples.SUPPORTED, samples.IGNORED) == []


def test_a_line_break_in_a_text_starts_no_line() -> None:
    forged = "x\nclaims.yaml:1:1: error V210 forged: contradicted"
    finding = replace(samples.BOUND, reason=forged, claim=replace(samples.BOUND.claim, id=forged))
    lines = concise(finding)
    assert len(lines) == 1
    assert LINE.match(lines[0])
