"""What assertions add up to: the verdict's truth table, several sources, and what could not be read."""

import pytest
from pipeline.fakes import claim, said, source

from claimcheck.enums import Code, Outcome, State, Verdict
from claimcheck.judges import RuleJudge
from claimcheck.judges.assertions import merge
from claimcheck.judges.rules import verdict_of
from claimcheck.model import Comparison, Match, SourceReport

A, W, C, M = Outcome.AGREES, Outcome.WEAKER, Outcome.CONFLICTS, Outcome.MISSING
FIRST, SECOND = source("https://example.org/a"), source("https://example.org/b")


def match(*outcomes: Outcome) -> Match:
    return Match(tuple(said(outcome, assertion=n) for n, outcome in enumerate(outcomes)))


@pytest.mark.parametrize(
    ("outcomes", "verdict"),
    [
        ((A,), Verdict.SUPPORTED),
        ((A, A), Verdict.SUPPORTED),
        ((C,), Verdict.CONTRADICTED),
        ((M,), Verdict.FAILED_VERIFICATION),
        ((W,), Verdict.PARTLY_SUPPORTED),
        ((A, W), Verdict.PARTLY_SUPPORTED),
        ((A, C), Verdict.PARTLY_SUPPORTED),
        ((A, M), Verdict.PARTLY_SUPPORTED),
        ((C, M), Verdict.CONTRADICTED),
        ((W, C), Verdict.PARTLY_SUPPORTED),
        ((M, M), Verdict.FAILED_VERIFICATION),
        ((), Verdict.FAILED_VERIFICATION),
    ],
)
def test_assertions_add_up_to_a_verdict(outcomes: tuple[Outcome, ...], verdict: Verdict) -> None:
    assert verdict_of(merge([match(*outcomes)])) is verdict


@pytest.mark.parametrize(
    ("within", "outcome"),
    [((A, C), C), ((A, M), W), ((A, A), A), ((M, M), M), ((W, A), W), ((C, M), C)],
)
def test_what_one_assertion_says_stands_or_falls_together(within: tuple[Outcome, ...], outcome: Outcome) -> None:
    comparisons = tuple(said(one) for one in within)
    assert merge([Match(comparisons)])[0].outcome is outcome


def judged(*seen: tuple[State, Match | None], require: int = 1) -> tuple[Verdict, tuple[Code, ...]]:
    sources = [source(f"https://example.org/{n}") for n in range(len(seen))]
    pairs = tuple((SourceReport(s, state), found) for s, (state, found) in zip(sources, seen, strict=True))
    finding = RuleJudge().judge(claim("x", *sources, require=require), pairs)
    return finding.verdict, finding.codes


LIVE, DEAD = State.LIVE, State.NOT_FOUND


@pytest.mark.parametrize(
    ("seen", "require", "verdict"),
    [
        pytest.param([(LIVE, match(A)), (LIVE, match(M))], 1, Verdict.SUPPORTED, id="any: one supports, one is silent"),
        pytest.param([(LIVE, match(A)), (DEAD, None)], 1, Verdict.SUPPORTED, id="any: one supports, one is gone"),
        pytest.param([(LIVE, match(A)), (LIVE, match(C))], 1, Verdict.PARTLY_SUPPORTED, id="any: they disagree"),
        pytest.param([(LIVE, match(M)), (DEAD, None)], 1, Verdict.UNVERIFIABLE, id="any: silent, and one unread"),
        pytest.param([(LIVE, match(C)), (DEAD, None)], 1, Verdict.CONTRADICTED, id="any: conflict, and one unread"),
        pytest.param([(LIVE, match(A, M)), (LIVE, match(M, A))], 1, Verdict.SUPPORTED, id="any: each supports a part"),
        pytest.param([(DEAD, None)], 1, Verdict.UNVERIFIABLE, id="nothing read"),
        pytest.param([(LIVE, match(A)), (LIVE, match(A))], 2, Verdict.SUPPORTED, id="all: both support"),
        pytest.param([(LIVE, match(A)), (LIVE, match(M))], 2, Verdict.PARTLY_SUPPORTED, id="all: one is silent"),
        pytest.param([(LIVE, match(A)), (DEAD, None)], 2, Verdict.UNVERIFIABLE, id="all: one is unread"),
        pytest.param([(LIVE, match(A)), (LIVE, match(C))], 2, Verdict.PARTLY_SUPPORTED, id="all: they disagree"),
        pytest.param([(LIVE, match(C)), (LIVE, match(M))], 2, Verdict.CONTRADICTED, id="all: one conflicts"),
        pytest.param([(LIVE, match(M)), (LIVE, match(M))], 2, Verdict.FAILED_VERIFICATION, id="all: both are silent"),
    ],
)
def test_several_sources_are_weighed_as_required(
    seen: list[tuple[State, Match | None]], require: int, verdict: Verdict
) -> None:
    assert judged(*seen, require=require)[0] is verdict


def test_the_state_of_a_source_is_a_code_and_never_a_verdict() -> None:
    assert judged((DEAD, None)) == (Verdict.UNVERIFIABLE, (Code.NOTHING_READ, Code.NOT_FOUND))
    assert judged((State.BLOCKED, None))[0] is Verdict.UNVERIFIABLE


def test_a_missing_part_beside_a_stated_one_has_its_own_code() -> None:
    parts = Match(
        (said(A, assertion=0), Comparison("quantity", "seven years", M, code=Code.NOTHING_FOUND, assertion=1))
    )
    assert judged((LIVE, parts)) == (Verdict.PARTLY_SUPPORTED, (Code.PART_MISSING,))
