"""A server that has failed for a month: suspected to be gone, and never more than that."""

from memory.calendars import Shelf
from memory.pipelines import Pipeline
from pipeline.fakes import FakeFetcher, claim, source

from claimcheck.enums import Code, State, StateClass
from claimcheck.judges import RuleJudge
from claimcheck.model import Fetched, SourceReport
from claimcheck.policy.failing import DEFAULT_KINDS, FailLevel, Kind

FAILING = source("https://failing.example/a")


async def runs(shelf: Shelf, *days: int) -> SourceReport:
    """Run on each of these days; return the source as it was reported last."""
    answer = Fetched(FAILING, State.SERVER_ERROR, http_status=500, detail="500: internal server error")
    pipeline = Pipeline(shelf, FakeFetcher({FAILING.address: answer}))
    start = shelf.calendar.now
    for day in days:
        shelf.calendar.turn(days=day - (shelf.calendar.now - start).days)
        report = await pipeline.run(claim("one", FAILING))
    return report.findings[0].sources[0]


async def test_errors_for_a_month_make_a_source_suspected_and_no_more(shelf: Shelf) -> None:
    seen = await runs(shelf, 0, 10, 20, 30)
    assert (seen.state, seen.suspected, seen.strikes.confirmed) == (State.SERVER_ERROR, True, False)
    assert seen.state.state_class is StateClass.CANNOT_TELL


async def test_errors_for_a_week_are_errors(shelf: Shelf) -> None:
    assert not (await runs(shelf, 0, 3, 6)).suspected


async def test_they_have_a_code_that_fails_a_run_where_it_is_named_alone(shelf: Shelf) -> None:
    seen = await runs(shelf, 0, 10, 20, 30)
    finding = RuleJudge().judge(claim("one", FAILING), ((seen, None),))
    assert finding.codes == (Code.NOTHING_READ, Code.SERVER_ERROR, Code.LASTING_ERROR)
    assert "archived copy" in finding.tip
    assert FailLevel(DEFAULT_KINDS).reasons(finding) == ()
    assert FailLevel(frozenset({Kind.GONE, Kind.GONE_CONFIRMED})).reasons(finding) == ()
    named = FailLevel(frozenset(), codes=frozenset({Code.LASTING_ERROR})).reasons(finding)
    assert [reason.code for reason in named] == [Code.LASTING_ERROR]
