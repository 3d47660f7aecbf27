"""Whoever listens hears each finding once, in file order, as soon as nothing can change it."""

from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pipeline.fakes import (
    FakeClassifier,
    FakeExtractor,
    FakeFetcher,
    FakeJudge,
    FakeMatcher,
    FakeProgress,
    claim,
    claims_file,
    source,
)

from claimcheck.enums import State, Verdict
from claimcheck.model import Claim, Fetched, Finding
from claimcheck.turns import Turns
from claimcheck.verify import Stages, Verifier

CLAIMS = tuple(claim(f"c{number}", source(f"https://example.org/{number}")) for number in range(5))


@dataclass
class Ear:
    heard: list[str] = field(default_factory=list)

    def judged(self, finding: Finding, /) -> None:
        self.heard.append(finding.claim.id)


def judge(one: Claim) -> Finding:
    return Finding(one, Verdict.SUPPORTED, "")


@pytest.mark.parametrize(
    ("order", "heard"),
    [
        ("01234", ["c0", "c0 c1", "c0 c1 c2", "c0 c1 c2 c3", "c0 c1 c2 c3 c4"]),
        ("10234", ["", "c0 c1", "c0 c1 c2", "c0 c1 c2 c3", "c0 c1 c2 c3 c4"]),
        ("43210", ["", "", "", "", "c0 c1 c2 c3 c4"]),
    ],
)
def test_a_finding_is_told_when_all_before_it_have_been(order: str, heard: list[str]) -> None:
    ear, certain = Ear(), set()
    turns = Turns(CLAIMS, judge, ear)
    told = []
    for digit in order:
        certain.add(f"c{digit}")
        turns.advance(lambda one: one.id in certain)
        told.append(" ".join(ear.heard))
    assert told == heard


@given(st.permutations(range(5)), st.sets(st.integers(0, 4)))
def test_each_is_judged_once_and_what_was_never_ready_is_left_out(order: list[int], ready: set[int]) -> None:
    ear, certain = Ear(), set[str]()
    turns = Turns(CLAIMS, judge, ear)
    for number in order:
        if number in ready:
            certain.add(f"c{number}")
        turns.advance(lambda one: one.id in certain)
    found = turns.finish(lambda one: one.id in certain)
    assert [finding.claim.id for finding in found] == sorted(certain) == ear.heard


@dataclass
class Scribe:
    findings: list[Finding] = field(default_factory=list)

    def judged(self, finding: Finding, /) -> None:
        self.findings.append(finding)


@pytest.mark.parametrize("live", [(), (0,), (4,), (1, 2), (0, 1, 2, 3, 4)])
async def test_what_is_told_early_is_what_the_report_says(live: tuple[int, ...]) -> None:
    answers = {
        one.sources[0].address: Fetched(one.sources[0], State.TIMEOUT, unreachable=True)
        for number, one in enumerate(CLAIMS)
        if number not in live
    }
    scribe = Scribe()
    stages = Stages(FakeFetcher(answers), FakeExtractor(), FakeMatcher(), FakeClassifier(), FakeJudge(), FakeProgress())
    report = await Verifier(stages, today=date(2026, 11, 24)).verify(claims_file(*CLAIMS), listener=scribe)
    assert tuple(scribe.findings) == report.findings
    assert report.network_down is not bool(live)
