"""The pipeline on fakes of its ports: each source once, file order, failures as states, Ctrl-C keeps what is known."""

import asyncio
from dataclasses import replace
from datetime import date

import pytest
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

from claimcheck.enums import Code, ExpectKind, Outcome, State, StateClass, Verdict
from claimcheck.model import Expectation, Fetched, Hop, Ignore, Locator, Page
from claimcheck.verify import Stages, Verifier

TODAY = date(2026, 11, 24)
A, B = source("https://example.org/a"), source("https://example.org/b")


def verifier(**parts: object) -> Verifier:
    stages = Stages(FakeFetcher(), FakeExtractor(), FakeMatcher(), FakeClassifier(), FakeJudge(), FakeProgress())
    return Verifier(replace(stages, **parts), today=TODAY)


async def test_each_distinct_source_is_fetched_once_whatever_the_number_of_claims() -> None:
    fetcher = FakeFetcher()
    report = await verifier(fetcher=fetcher).verify(claims_file(claim("x", A), claim("y", A, B), claim("z", B)))
    assert sorted(fetcher.asked) == [A.address, B.address]
    assert [finding.claim.id for finding in report.findings] == ["x", "y", "z"]


async def test_only_the_claims_asked_for_are_checked() -> None:
    fetcher = FakeFetcher()
    report = await verifier(fetcher=fetcher).verify(claims_file(claim("x", A), claim("y", B)), ["y"])
    assert fetcher.asked == [B.address]
    assert [finding.claim.id for finding in report.findings] == ["y"]


@pytest.mark.parametrize(
    ("until", "verdict", "asked"),
    [(None, Verdict.IGNORED, 0), (TODAY, Verdict.IGNORED, 0), (date(2026, 11, 23), Verdict.SUPPORTED, 1)],
    ids=["without an end", "until today included", "expired yesterday"],
)
async def test_an_ignored_claim_is_left_out_until_its_last_day(
    until: date | None, verdict: Verdict, asked: int
) -> None:
    fetcher = FakeFetcher()
    ignored = claim("x", A, ignore=Ignore("the wage is being checked", until))
    report = await verifier(fetcher=fetcher).verify(claims_file(ignored))
    assert report.findings[0].verdict is verdict
    assert report.findings[0].codes == ((Code.IGNORED,) if verdict is Verdict.IGNORED else ())
    assert len(fetcher.asked) == asked


async def test_a_page_that_cannot_be_read_is_a_state_with_its_cause() -> None:
    report = await verifier(extractor=FakeExtractor(broken=True)).verify(claims_file(claim("x", A)))
    looked = report.findings[0].sources[0]
    assert (looked.state, looked.detail) == (State.UNREADABLE, "encrypted")
    assert report.findings[0].verdict is Verdict.UNVERIFIABLE


async def test_a_page_of_which_only_the_type_is_expected_need_not_be_readable() -> None:
    typed = claim("x", A, expect=(Expectation(ExpectKind.MEDIA_TYPE, "image/png"),))
    report = await verifier(extractor=FakeExtractor(broken=True)).verify(claims_file(typed))
    assert report.findings[0].sources[0].state is State.LIVE
    assert report.findings[0].verdict is Verdict.SUPPORTED


async def test_each_part_of_a_page_that_claims_ask_for_is_read_once() -> None:
    extractor = FakeExtractor()
    claims = [claim("x", A), claim("y", A), claim("z", A, locator=Locator(selector="main"))]
    await verifier(extractor=extractor).verify(claims_file(*claims))
    assert sorted(extractor.read) == ["", "main"]


async def test_when_no_source_is_reachable_the_network_is_down_and_no_source_is_called_gone() -> None:
    elsewhere = source("https://elsewhere.example/b")
    dead = {s.address: Fetched(s, State.DNS_ERROR, detail="no answer", unreachable=True) for s in (A, elsewhere)}
    report = await verifier(fetcher=FakeFetcher(dead)).verify(claims_file(claim("x", A), claim("y", elsewhere)))
    assert report.network_down
    assert [finding.sources[0].state for finding in report.findings] == [State.UNREADABLE] * 2


async def test_one_name_that_does_not_exist_says_nothing_of_the_network() -> None:
    dead = {s.address: Fetched(s, State.DNS_ERROR, detail="no such host", unreachable=True) for s in (A, B)}
    report = await verifier(fetcher=FakeFetcher(dead)).verify(claims_file(claim("x", A), claim("y", B)))
    assert not report.network_down
    assert [finding.sources[0].state for finding in report.findings] == [State.DNS_ERROR] * 2


async def test_one_unreachable_source_among_others_is_its_own_trouble() -> None:
    dead = {A.address: Fetched(A, State.DNS_ERROR, detail="no such host", unreachable=True)}
    report = await verifier(fetcher=FakeFetcher(dead)).verify(claims_file(claim("x", A), claim("y", B)))
    assert not report.network_down
    assert report.findings[0].sources[0].state is State.DNS_ERROR
    assert report.findings[0].sources[0].suspected


async def test_a_run_that_is_cancelled_tells_what_it_knows() -> None:
    first = asyncio.Event()
    progress = FakeProgress(on_fetched=first.set)
    fetcher = FakeFetcher(slow=frozenset({B.address}))
    run = verifier(fetcher=fetcher, progress=progress).verify(claims_file(claim("x", A), claim("y", B), claim("z", A)))
    task = asyncio.create_task(run)
    await first.wait()
    task.cancel()
    report = await task
    assert report.interrupted
    assert [finding.claim.id for finding in report.findings] == ["x", "z"]
    assert report.pending == 1


async def test_what_the_writer_says_of_a_source_holds_where_the_page_is_silent() -> None:
    matcher = FakeMatcher()
    cited = source("https://example.org/c", issued="2024-03", language="fr")
    await verifier(matcher=matcher).verify(claims_file(claim("x", cited)))
    issued = matcher.seen[0].issued
    assert issued is not None
    assert (issued.day, issued.precision, matcher.seen[0].language) == (date(2024, 3, 1), "month", "fr")


NOT_PRESENT = [state for state in State if state.state_class is not StateClass.PRESENT]


@pytest.mark.parametrize("state", [s for s in NOT_PRESENT if s is not State.TOO_LARGE])
@pytest.mark.parametrize("called", [None, State.LIVE, State.MOVED])
async def test_the_text_of_an_error_page_never_supports_a_claim_whatever_it_is_called(
    state: State, called: State | None
) -> None:
    error_page = Fetched(A, state, Page(A.address, b"Sama employed 3,000 people.", status=404), A.address, 404)
    matcher = FakeMatcher()
    run = verifier(
        fetcher=FakeFetcher({A.address: error_page}), matcher=matcher, classifier=FakeClassifier(always=called)
    )
    report = await run.verify(claims_file(claim("x", A)))
    assert matcher.seen == []
    assert report.findings[0].verdict is Verdict.UNVERIFIABLE


@pytest.mark.parametrize("state", NOT_PRESENT)
async def test_what_was_matched_on_a_page_that_is_none_is_dropped(state: State) -> None:
    run = verifier(matcher=FakeMatcher(Outcome.CONFLICTS), classifier=FakeClassifier(always=state))
    report = await run.verify(claims_file(claim("x", A)))
    assert report.findings[0].verdict is Verdict.UNVERIFIABLE
    assert report.findings[0].sources[0].state is state


async def test_a_wall_hides_only_the_claims_whose_evidence_is_not_before_it() -> None:
    run = verifier(matcher=FakeMatcher(missing=frozenset({"y"})), classifier=FakeClassifier(State.PAYWALLED))
    report = await run.verify(claims_file(claim("x", A), claim("y", A)))
    first, second = report.findings
    assert (first.verdict, first.sources[0].state) == (Verdict.SUPPORTED, State.LIVE)
    assert (second.verdict, second.sources[0].state) == (Verdict.UNVERIFIABLE, State.PAYWALLED)


async def test_a_page_that_supports_one_claim_is_not_gone_for_another() -> None:
    run = verifier(matcher=FakeMatcher(missing=frozenset({"y"})), classifier=FakeClassifier(State.SOFT_404))
    report = await run.verify(claims_file(claim("x", A), claim("y", A)))
    assert [finding.sources[0].state for finding in report.findings] == [State.LIVE, State.LIVE]


async def test_a_part_that_cannot_be_picked_is_unreadable_for_its_claim_alone() -> None:
    run = verifier(extractor=FakeExtractor(unreadable=frozenset({"#gone"})))
    report = await run.verify(claims_file(claim("x", A), claim("y", A, locator=Locator(selector="#gone"))))
    assert [finding.sources[0].state for finding in report.findings] == [State.LIVE, State.UNREADABLE]
    assert [finding.verdict for finding in report.findings] == [Verdict.SUPPORTED, Verdict.UNVERIFIABLE]


async def test_the_way_to_a_page_is_reported() -> None:
    way = (Hop("https://example.org/a", 301), Hop("https://example.org/b", 200))
    moved = Fetched(A, State.MOVED, Page(B.address, b"text"), B.address, 200, way)
    report = await verifier(fetcher=FakeFetcher({A.address: moved})).verify(claims_file(claim("x", A)))
    assert report.findings[0].sources[0].hops == way


async def test_hosts_take_turns_whatever_the_order_of_the_file() -> None:
    fetcher = FakeFetcher()
    stages = Stages(fetcher, FakeExtractor(), FakeMatcher(), FakeClassifier(), FakeJudge(), FakeProgress())
    urls = [f"https://{host}.example/{number}" for host in "abc" for number in range(3)]
    claims = [claim(url, source(url)) for url in urls]
    report = await Verifier(stages, today=date(2026, 1, 1)).verify(claims_file(*claims))
    assert [url[8] for url in fetcher.asked] == list("abcabcabc")
    assert [finding.claim.id for finding in report.findings] == urls
