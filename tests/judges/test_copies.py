"""What an archived copy may say for a source that is not there, as a table."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from pipeline.fakes import claim, said, source

from claimcheck.archived import NO_COPY, ArchivedCopy, Memento
from claimcheck.enums import Outcome, State, Verdict
from claimcheck.judges import AcceptanceJudge, CopyJudge, RuleJudge
from claimcheck.model import Finding, Match, SourceReport, Strikes

MEMENTO = Memento("https://archive.test-site.org/web/1", datetime(2025, 4, 12, tzinfo=UTC), archive="Wayback Machine")
AGREES, CONFLICTS, MISSING = Outcome.AGREES, Outcome.CONFLICTS, Outcome.MISSING
GONE, BLOCKED = State.NOT_FOUND, State.BLOCKED


def judge(state: State, *outcomes: Outcome, near: bool = False, **more: str) -> Finding:
    """Return the finding on a claim with one source in a state, whose copy comes to these outcomes."""
    cited = bool(more.get("archive_url"))
    told = SourceReport(source(**more), state, copy=ArchivedCopy(MEMENTO, near=near, cited=cited))
    compared = tuple(
        said(outcome, assertion=n, with_evidence=outcome is not MISSING) for n, outcome in enumerate(outcomes)
    )
    return CopyJudge(AcceptanceJudge(RuleJudge())).judge(claim(), ((told, Match(compared)),))


@pytest.mark.parametrize(
    ("outcomes", "gone_then", "gone_other", "cannot_tell"),
    [
        ((AGREES,), Verdict.SUPPORTED, Verdict.SUPPORTED, Verdict.SUPPORTED),
        ((AGREES, MISSING), Verdict.PARTLY_SUPPORTED, Verdict.PARTLY_SUPPORTED, Verdict.PARTLY_SUPPORTED),
        ((AGREES, CONFLICTS), Verdict.PARTLY_SUPPORTED, Verdict.UNVERIFIABLE, Verdict.UNVERIFIABLE),
        ((CONFLICTS,), Verdict.CONTRADICTED, Verdict.UNVERIFIABLE, Verdict.UNVERIFIABLE),
        ((MISSING,), Verdict.UNVERIFIABLE, Verdict.UNVERIFIABLE, Verdict.UNVERIFIABLE),
    ],
    ids=["all of it", "a part", "a part, and otherwise", "otherwise", "nothing"],
)
def test_what_a_copy_may_say(
    outcomes: tuple[Outcome, ...], gone_then: Verdict, gone_other: Verdict, cannot_tell: Verdict
) -> None:
    assert judge(GONE, *outcomes, near=True).verdict is gone_then
    assert judge(GONE, *outcomes).verdict is gone_other
    assert judge(BLOCKED, *outcomes, near=True).verdict is cannot_tell
    assert judge(BLOCKED, *outcomes).verdict is cannot_tell


@pytest.mark.parametrize(
    ("state", "status", "verdict"),
    [
        (GONE, "", Verdict.FAILED_VERIFICATION),
        (BLOCKED, "dead", Verdict.FAILED_VERIFICATION),
        (BLOCKED, "live", Verdict.UNVERIFIABLE),
        (BLOCKED, "", Verdict.UNVERIFIABLE),
    ],
)
def test_a_cited_copy_stands_in_for_a_source_that_is_gone_or_said_to_be(
    state: State, status: str, verdict: Verdict
) -> None:
    assert judge(state, MISSING, archive_url=MEMENTO.uri, url_status=status).verdict is verdict


def test_a_source_that_is_there_is_judged_by_itself_whatever_its_copy_says() -> None:
    told = SourceReport(source(), State.LIVE, copy=ArchivedCopy(MEMENTO))
    ruled = CopyJudge(RuleJudge()).judge(claim(), ((told, Match((said(AGREES),))),))
    assert (ruled.reason, ruled.tip, ruled.codes) == ("the source says so", "", ())


def test_the_reason_says_since_when_and_by_which_copy() -> None:
    strikes = Strikes(3, confirmed=True, first_failed=date(2025, 5, 3))
    told = SourceReport(source(), GONE, copy=ArchivedCopy(MEMENTO), strikes=strikes)
    ruled = CopyJudge(RuleJudge()).judge(claim(), ((told, Match((said(AGREES),))),))
    assert ruled.reason == "gone since 3 May 2025; supported by the copy of 12 Apr 2025"


def test_where_there_is_no_copy_the_source_stays_unread_and_that_is_said() -> None:
    told = SourceReport(source(), GONE, copy=ArchivedCopy(note=NO_COPY))
    ruled = CopyJudge(RuleJudge()).judge(claim(), ((told, None),))
    assert ruled.verdict is Verdict.UNVERIFIABLE
    assert ruled.reason.endswith(NO_COPY)
    assert ruled.tip == "cite another source"
    down = replace(told, copy=ArchivedCopy(note="Wayback Machine: it answered 503"))
    assert "look for an archived copy" in CopyJudge(RuleJudge()).judge(claim(), ((down, None),)).tip
