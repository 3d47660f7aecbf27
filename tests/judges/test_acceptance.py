"""What a person accepted beside what the rules find: which of the two a verdict rests on."""

from dataclasses import replace

import pytest
from pipeline.fakes import claim, said, source

from claimcheck.accepted import Acceptance, Anchor, Drifted, Hashes, Passage
from claimcheck.enums import Code, Drift, Outcome, State, Verdict
from claimcheck.judges import AcceptanceJudge, RuleJudge
from claimcheck.model import Comparison, Finding, Match, SourceReport

JUDGE = AcceptanceJudge(RuleJudge())
ONE, TWO = source(), source("https://example.org/b")
PASSAGE = Passage("The deal came apart in haste.")
MISSING = said(Outcome.MISSING, code=Code.NOTHING_FOUND, with_evidence=False)
CONFLICT = said(Outcome.CONFLICTS, code=Code.VALUE_CONFLICT)
CORRECTED = said(Outcome.CONFLICTS, code=Code.CORRECTED)
AGREES = said(Outcome.AGREES)
WEAKER = said(Outcome.WEAKER, code=Code.WEAKER_VALUE)


def drifted(drift: Drift = Drift.NONE, *, stale: bool = False, codes: tuple[str, ...] = ()) -> Drifted:
    entry = Acceptance(
        "one", "", "", ONE.address, (PASSAGE,), Hashes(), Verdict.SUPPORTED, "Jo", "2026-11-25", "I was there", codes
    )
    anchors = () if drift is Drift.SOURCE_GONE else (Anchor(PASSAGE, drift, PASSAGE.exact if drift.holds else ""),)
    return Drifted(entry, drift, anchors, stale)


def judge(comparison: Comparison, held: Drifted | None, state: State = State.LIVE) -> Finding:
    match = Match((comparison,)) if state is State.LIVE else None
    return JUDGE.judge(claim(), ((SourceReport(ONE, state, drifted=held), match),))


@pytest.mark.parametrize("drift", [Drift.NONE, Drift.MOVED, Drift.REWORDED])
@pytest.mark.parametrize("comparison", [MISSING, WEAKER], ids=["missing", "weaker"])
def test_an_accepted_passage_that_holds_supports_what_the_rules_cannot_judge(
    drift: Drift, comparison: Comparison
) -> None:
    finding = judge(comparison, drifted(drift))
    assert finding.verdict is Verdict.SUPPORTED
    assert finding.rules_verdict is not None
    assert finding.codes[0] is Code.ACCEPTED
    assert finding.reason == "accepted by Jo on 2026-11-25: I was there"
    assert [evidence.exact for evidence in finding.evidence] == [PASSAGE.exact]


@pytest.mark.parametrize("drift", [Drift.CHANGED_VALUE, Drift.REMOVED, Drift.REPLACED])
def test_a_passage_that_no_longer_holds_supports_nothing(drift: Drift) -> None:
    finding = judge(MISSING, drifted(drift))
    assert finding.verdict is Verdict.FAILED_VERIFICATION
    assert finding.rules_verdict is None
    assert drift.code in finding.codes
    assert "--update" in finding.tip or finding.tip


def test_a_claim_whose_words_have_changed_is_judged_by_the_rules_alone() -> None:
    finding = judge(MISSING, drifted(stale=True))
    assert finding.verdict is Verdict.FAILED_VERIFICATION
    assert Code.STALE in finding.codes


@pytest.mark.parametrize(
    ("comparison", "known", "verdict"),
    [
        (CONFLICT, ("V210",), Verdict.SUPPORTED),
        (CONFLICT, (), Verdict.CONTRADICTED),
        (CORRECTED, ("V210",), Verdict.CONTRADICTED),
        (CORRECTED, ("V210", "V220"), Verdict.SUPPORTED),
    ],
    ids=["known", "news", "a correction since", "a correction known"],
)
def test_a_conflict_counts_unless_it_was_there_when_the_passage_was_accepted(
    comparison: Comparison, known: tuple[str, ...], verdict: Verdict
) -> None:
    finding = judge(comparison, drifted(codes=known))
    assert finding.verdict is verdict
    assert (Code.NEW_CONFLICT in finding.codes) is (verdict is Verdict.CONTRADICTED)


def test_what_the_rules_call_supported_rests_on_the_rules() -> None:
    finding = judge(AGREES, drifted())
    assert (finding.verdict, finding.rules_verdict) == (Verdict.SUPPORTED, None)
    assert Code.ACCEPTED not in finding.codes


def test_a_value_that_has_changed_is_told_of_a_supported_claim_too() -> None:
    finding = judge(AGREES, drifted(Drift.CHANGED_VALUE))
    assert (finding.verdict, finding.codes) == (Verdict.SUPPORTED, (Code.DRIFT_CHANGED_VALUE,))


@pytest.mark.parametrize("state", [State.GONE, State.BLOCKED])
def test_a_source_that_cannot_be_read_is_not_supported_by_what_it_once_said(state: State) -> None:
    held = drifted(Drift.SOURCE_GONE) if state is State.GONE else None
    finding = judge(MISSING, held, state)
    assert finding.verdict is Verdict.UNVERIFIABLE
    assert (Code.DRIFT_SOURCE_GONE in finding.codes) is (state is State.GONE)


def test_without_a_lock_the_rules_say_all() -> None:
    finding = judge(MISSING, None)
    assert finding == RuleJudge().judge(claim(), ((SourceReport(ONE, State.LIVE), Match((MISSING,))),))


def test_an_acceptance_counts_for_its_own_source_alone() -> None:
    both = claim("one", ONE, TWO, require=2)
    seen = (
        (SourceReport(ONE, State.LIVE, drifted=drifted()), Match((MISSING,))),
        (SourceReport(TWO, State.LIVE), Match((MISSING,))),
    )
    assert JUDGE.judge(both, seen).verdict is Verdict.FAILED_VERIFICATION
    accepted = (seen[0], (replace(seen[1][0], drifted=drifted()), seen[1][1]))
    assert JUDGE.judge(both, accepted).verdict is Verdict.SUPPORTED


def test_another_source_that_conflicts_still_does() -> None:
    both = claim("one", ONE, TWO)
    seen = (
        (SourceReport(ONE, State.LIVE, drifted=drifted()), Match((MISSING,))),
        (SourceReport(TWO, State.LIVE), Match((CONFLICT,))),
    )
    assert JUDGE.judge(both, seen).verdict is not Verdict.SUPPORTED
