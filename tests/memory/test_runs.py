"""From run to run: what is unchanged is worked out once, failures are history, and time alone confirms them."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest
from memory.calendars import START, Shelf
from memory.pipelines import Pipeline
from pipeline.fakes import FakeClassifier, FakeExtractor, FakeFetcher, FakeMatcher, claim, live, source

from claimcheck.enums import Outcome, State
from claimcheck.memory.versions import version_of
from claimcheck.model import Fetched, Issued, Locator, Quote, Strikes

A, B = source("https://example.org/a"), source("https://example.org/b")


@pytest.fixture
def pipeline(shelf: Shelf) -> Pipeline:
    return Pipeline(shelf)


def failing(state: State, **more: object) -> dict[str, Fetched]:
    return {A.address: Fetched(A, state, detail="as told", **more)}  # type: ignore[arg-type]  # a builder for tests


async def test_an_unchanged_page_is_asked_for_again_and_neither_read_nor_matched(pipeline: Pipeline) -> None:
    first = await pipeline.run(claim("x", A), claim("y", A))
    matched = len(pipeline.matcher.seen)
    second = await pipeline.run(claim("x", A), claim("y", A))
    assert first == second
    assert pipeline.fetcher.asked == [A.address, A.address]
    assert len(pipeline.extractor.read) == 1
    assert len(pipeline.matcher.seen) == matched


async def test_a_page_that_changed_is_read_and_matched_anew(pipeline: Pipeline) -> None:
    await pipeline.run(claim("x", A))
    pipeline.fetcher.answers = {A.address: live(A, b"another text")}
    await pipeline.run(claim("x", A))
    assert len(pipeline.extractor.read) == 2
    assert len(pipeline.matcher.seen) == 2


@pytest.mark.parametrize(
    "changed",
    [
        claim("x", A, text="Sama employed 4,000 people."),
        claim("x", A, language="fr"),
        claim("x", A, quotes=(Quote("over 3,000"),)),
        claim("x", A, locator=Locator(page=2)),
        claim("x", replace(A, language="fr")),
        claim("x", replace(A, issued="2023-01-18")),
        claim("x", replace(A, quotes=(Quote("over 3,000"),))),
    ],
    ids=["words", "language", "quote", "page", "the source's language", "the source's date", "the address's quote"],
)
async def test_whatever_a_match_depends_on_is_matched_anew_when_it_changes(pipeline: Pipeline, changed: object) -> None:
    await pipeline.run(claim("x", A))
    await pipeline.run(changed)  # type: ignore[arg-type]  # a claim
    assert len(pipeline.extractor.read) == 1
    assert len(pipeline.matcher.seen) == 2


async def test_new_aliases_are_matched_anew(pipeline: Pipeline) -> None:
    await pipeline.run(claim("x", A))
    await pipeline.run(claim("x", A), aliases=(("Sama", "Samasource"),))
    assert len(pipeline.matcher.seen) == 2


async def test_what_says_nothing_of_a_claims_truth_costs_no_new_match(pipeline: Pipeline) -> None:
    await pipeline.run(claim("x", A))
    await pipeline.run(claim("renamed", A, notes="ask the desk", tags=("wages",)))
    assert len(pipeline.matcher.seen) == 1


async def test_a_part_of_a_page_is_read_for_itself(pipeline: Pipeline) -> None:
    await pipeline.run(claim("x", A))
    await pipeline.run(claim("x", A, locator=Locator(selector="main")))
    assert pipeline.extractor.read == ["", "main"]


async def test_another_date_of_the_page_is_matched_anew(pipeline: Pipeline) -> None:
    await pipeline.run(claim("x", A))
    assert pipeline.matcher.seen[0].issued is None
    await pipeline.run(claim("x", replace(A, issued="2023")))
    assert pipeline.matcher.seen[1].issued == Issued(date(2023, 1, 1), "the claims file", "year")


async def test_a_page_that_could_not_be_read_is_tried_again(pipeline: Pipeline) -> None:
    pipeline.extractor = FakeExtractor(broken=True)
    await pipeline.run(claim("x", A))
    await pipeline.run(claim("x", A))
    assert len(pipeline.extractor.read) == 2


async def test_a_ruling_without_evidence_is_remembered_with_its_words(pipeline: Pipeline) -> None:
    pipeline.matcher = FakeMatcher(missing=frozenset({"x"}), outcome=Outcome.MISSING)
    pipeline.classifier = FakeClassifier(without_evidence=State.PAYWALLED)
    first = await pipeline.run(claim("x", A))
    pipeline.classifier = FakeClassifier(without_evidence=State.LOGIN)
    second = await pipeline.run(claim("x", A))
    assert first.findings[0].sources[0].state is second.findings[0].sources[0].state is State.PAYWALLED


def test_the_version_of_rules_is_of_one_shelf_and_changes_with_its_files() -> None:
    assert len({version_of(shelf) for shelf in ("extractors", "matchers", "judges")}) == 3


# ------------------------------------------------------------------------------------------------ gone, by the calendar


async def test_gone_is_suspected_at_first_and_confirmed_by_the_third_look(pipeline: Pipeline) -> None:
    await pipeline.run(claim("x", A))
    pipeline.fetcher.answers = failing(State.NOT_FOUND)
    told = []
    for _ in range(4):
        pipeline.shelf.calendar.turn(days=3)
        report = (await pipeline.run(claim("x", A))).findings[0].sources[0]
        told.append((report.suspected, report.strikes.count))
    assert told == [(True, 1), (True, 2), (False, 3), (False, 4)]
    assert report.strikes.first_failed == (START + timedelta(days=3)).date()
    assert report.strikes.last_ok == START.date()


async def test_looks_within_three_days_confirm_nothing(pipeline: Pipeline) -> None:
    pipeline.fetcher.answers = failing(State.NOT_FOUND)
    for _ in range(6):
        pipeline.shelf.calendar.turn(hours=10)
        report = (await pipeline.run(claim("x", A))).findings[0].sources[0]
    assert (report.suspected, report.strikes.count) == (True, 1)


async def test_a_source_that_is_found_again_begins_anew(pipeline: Pipeline) -> None:
    for state in (State.NOT_FOUND, State.NOT_FOUND, State.LIVE, State.NOT_FOUND):
        pipeline.shelf.calendar.turn(days=3)
        pipeline.fetcher.answers = {} if state is State.LIVE else failing(state)
        report = (await pipeline.run(claim("x", A))).findings[0].sources[0]
    assert (report.suspected, report.strikes.count) == (True, 1)


async def test_a_run_without_a_network_strikes_nobody(pipeline: Pipeline) -> None:
    pipeline.fetcher.answers = failing(State.DNS_ERROR, unreachable=True) | {
        B.address: Fetched(B, State.TIMEOUT, unreachable=True)
    }
    for _ in range(4):
        pipeline.shelf.calendar.turn(days=3)
        report = await pipeline.run(claim("x", A), claim("y", B))
        assert report.network_down
    pipeline.fetcher.answers = failing(State.DNS_ERROR, unreachable=True)
    report = await pipeline.run(claim("x", A), claim("y", B))
    assert not report.network_down
    assert report.findings[0].sources[0].strikes.count == 1


async def test_a_source_that_is_there_has_no_strikes(pipeline: Pipeline) -> None:
    report = await pipeline.run(claim("x", A))
    assert report.findings[0].sources[0].strikes == Strikes()


# ------------------------------------------------------------------------------------------------------------ offline


async def test_offline_a_page_comes_from_memory_and_says_how_old_it_is(pipeline: Pipeline) -> None:
    await pipeline.run(claim("x", A))
    pipeline.shelf.calendar.turn(days=3, hours=2)
    report = await pipeline.run(claim("x", A), offline=True)
    seen = report.findings[0].sources[0]
    assert (seen.state, seen.age, seen.read_at) == (State.LIVE, "read 3 days ago", START)
    assert pipeline.fetcher.asked == [A.address]


async def test_offline_a_later_failure_is_told_and_is_not_the_answer(pipeline: Pipeline) -> None:
    await pipeline.run(claim("x", A))
    pipeline.shelf.calendar.turn(days=3)
    pipeline.fetcher.answers = failing(State.NOT_FOUND)
    await pipeline.run(claim("x", A))
    pipeline.shelf.calendar.turn(days=1)
    seen = (await pipeline.run(claim("x", A), offline=True)).findings[0].sources[0]
    assert (seen.state, seen.age) == (State.LIVE, "read 4 days ago; not found when last asked, 1 day ago")


@pytest.mark.parametrize("state", [State.NOT_FOUND, State.BLOCKED, State.SERVER_ERROR, State.LOGIN])
async def test_offline_a_failure_is_never_served(pipeline: Pipeline, state: State) -> None:
    pipeline.fetcher.answers = {A.address: replace(live(A), state=state)}
    await pipeline.run(claim("x", A))
    seen = (await pipeline.run(claim("x", A), offline=True)).findings[0].sources[0]
    assert (seen.state, seen.detail) == (State.UNREADABLE, "not looked at: --offline")


async def test_a_wall_that_answers_like_a_page_takes_no_good_page_from_memory(pipeline: Pipeline) -> None:
    await pipeline.run(claim("x", A))
    pipeline.fetcher.answers = {A.address: live(A, b"please log in")}
    pipeline.classifier = FakeClassifier(always=State.LOGIN)
    await pipeline.run(claim("x", A))
    pipeline.classifier = FakeClassifier()
    await pipeline.run(claim("x", A), offline=True)
    assert pipeline.matcher.seen[-1].text == "please log in"
    memory = pipeline.shelf.open()
    visit = memory.pages.visit_of(A)
    memory.close()
    assert visit is not None
    assert visit.fetched.page is not None
    assert visit.fetched.page.body == b"text"


async def test_offline_looks_are_no_looks(pipeline: Pipeline) -> None:
    for _ in range(4):
        pipeline.shelf.calendar.turn(days=3)
        await pipeline.run(claim("x", A), offline=True)
    memory = pipeline.shelf.open()
    assert memory.history.looks(A) == []
    memory.close()


# ------------------------------------------------------------------------------------------------------- interrupted


async def test_what_a_killed_run_had_read_is_not_asked_for_again(pipeline: Pipeline) -> None:
    await pipeline.run(claim("x", A), killed=True)
    pipeline.shelf.calendar.turn(minutes=5)
    report = await pipeline.run(claim("x", A), claim("y", B))
    assert pipeline.fetcher.asked == [A.address, B.address]
    assert report.findings[0].sources[0].age == "read before the last run was interrupted"


async def test_a_run_after_the_one_that_went_on_asks_again(pipeline: Pipeline) -> None:
    await pipeline.run(claim("x", A), killed=True)
    await pipeline.run(claim("x", A))
    await pipeline.run(claim("x", A))
    assert pipeline.fetcher.asked == [A.address, A.address]


async def test_what_was_read_more_than_an_hour_ago_is_asked_for_again(pipeline: Pipeline) -> None:
    await pipeline.run(claim("x", A), killed=True)
    pipeline.shelf.calendar.turn(minutes=61)
    await pipeline.run(claim("x", A))
    assert pipeline.fetcher.asked == [A.address, A.address]


async def test_a_complete_run_leaves_nothing_to_go_on_with(pipeline: Pipeline) -> None:
    await pipeline.run(claim("x", A))
    pipeline.shelf.calendar.turn(minutes=1)
    await pipeline.run(claim("x", A))
    assert pipeline.fetcher.asked == [A.address, A.address]


async def test_a_failure_of_an_interrupted_run_is_asked_for_again(pipeline: Pipeline) -> None:
    pipeline.fetcher.answers = failing(State.NOT_FOUND)
    await pipeline.run(claim("x", A), killed=True)
    await pipeline.run(claim("x", A))
    assert pipeline.fetcher.asked == [A.address, A.address]


async def test_a_run_that_was_stopped_by_the_user_goes_on_too(pipeline: Pipeline) -> None:
    pipeline.fetcher = FakeFetcher(slow=frozenset({B.address}))
    read = asyncio.Event()
    pipeline.progress.on_fetched = read.set
    running = asyncio.create_task(pipeline.run(claim("x", A), claim("y", B)))
    await read.wait()
    running.cancel()
    report = await running
    assert report.interrupted
    pipeline.fetcher.slow = frozenset()
    await pipeline.run(claim("x", A), claim("y", B))
    assert pipeline.fetcher.asked == [A.address, B.address, B.address]


# ------------------------------------------------------------------------------------------------------------ privacy


async def test_a_private_page_leaves_nothing_but_the_look(pipeline: Pipeline) -> None:
    secret = live(A, b"the secret of the archive")
    assert secret.page is not None
    pipeline.fetcher.answers = {A.address: replace(secret, page=replace(secret.page, private=True))}
    await pipeline.run(claim("x", A))
    await pipeline.run(claim("x", A))
    assert len(pipeline.extractor.read) == 2
    assert len(pipeline.matcher.seen) == 2
    memory = pipeline.shelf.open()
    assert memory.pages.visit_of(A) is None
    assert memory.pages.copy_of(A.address) is None
    assert len(memory.history.looks(A)) == 2
    memory.close()
    assert b"secret" not in pipeline.shelf.database.read_bytes()


async def test_of_a_sources_own_credentials_no_word_of_the_answer_is_kept(pipeline: Pipeline) -> None:
    mine = replace(A, headers_from="ARCHIVE_HEADERS")
    pipeline.fetcher.answers = {A.address: Fetched(mine, State.MOVED, detail="now at https://example.org/of/jane")}
    await pipeline.run(claim("x", mine))
    memory = pipeline.shelf.open()
    assert len(memory.history.looks(mine)) == 1
    memory.close()
    assert b"jane" not in pipeline.shelf.database.read_bytes()


async def test_headers_that_may_hold_secrets_are_not_kept(pipeline: Pipeline) -> None:
    fetched = live(A)
    assert fetched.page is not None
    headers = (("set-cookie", "session=s3cr3t"), ("etag", '"1"'))
    pipeline.fetcher.answers = {A.address: replace(fetched, page=replace(fetched.page, headers=headers))}
    await pipeline.run(claim("x", A))
    memory = pipeline.shelf.open()
    copy = memory.copy_of(A.address)
    memory.close()
    assert copy is not None
    assert copy.headers == (("etag", '"1"'),)
    assert b"s3cr3t" not in pipeline.shelf.database.read_bytes()
