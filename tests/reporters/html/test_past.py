"""The past on the page: since when a verdict stands, what it was before, and how sources came and went."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bs4 import BeautifulSoup, Tag
from reporters import samples
from reporters.html.stage import page_of

from claimcheck.enums import State, StateClass, Verdict
from claimcheck.fingerprints import words_mark
from claimcheck.past import Past, PastDay, PastVerdict

CLAIM = samples.BOUND.claim
FIRST = date(2026, 2, 1)
V = Verdict


def days(*verdicts: Verdict, words: str = "") -> tuple[PastDay, ...]:
    return tuple(
        PastDay(FIRST + timedelta(days=n), {CLAIM.id: PastVerdict(verdict, "", words or words_mark(CLAIM))},
                {StateClass.PRESENT: 8 - n, StateClass.GONE: n})
        for n, verdict in enumerate(verdicts)
    )  # fmt: skip


def shown(past: Past | None, language: str = "en") -> BeautifulSoup:
    report = replace(samples.report(samples.BOUND, samples.GONE), past=past)
    return BeautifulSoup(page_of(report, language), "html.parser", multi_valued_attributes=None)


def texts(found: list[Tag]) -> list[str]:
    return [" ".join(one.get_text().split()) for one in found]


def test_without_a_past_nothing_is_said_of_it() -> None:
    for past in (None, Past(), Past(days(V.CONTRADICTED))):
        page = shown(past)
        assert page.select(".past, .since, #history") == []


def test_a_verdict_that_never_changed_says_since_when() -> None:
    page = shown(Past(days(V.CONTRADICTED, V.CONTRADICTED, V.CONTRADICTED)))
    assert texts(page.select(".card .since")) == ["the same since 1 Feb 2026 (3 times looked at)"]


def test_a_verdict_that_changed_has_a_strip_and_its_stretches_in_words_the_newest_first() -> None:
    page = shown(Past(days(V.SUPPORTED, V.SUPPORTED, V.PARTLY_SUPPORTED, V.CONTRADICTED, V.CONTRADICTED)))
    assert texts(page.select(".card .past li")) == [
        "contradicted since 4 Feb 2026", "partly supported on 3 Feb 2026", "supported 1 Feb 2026 to 2 Feb 2026",
    ]  # fmt: skip
    cells = page.select(".card .strip rect")
    assert [cell["class"] for cell in cells] == [
        "fill-supported", "fill-supported", "fill-partly_supported", "fill-contradicted", "fill-contradicted",
    ]  # fmt: skip
    assert len({cell["height"] for cell in cells}) == 3, "what is worse stands taller: nothing rests on colour"


def test_a_verdict_on_other_words_is_told_as_such() -> None:
    past = Past((*days(V.SUPPORTED, words="of another sentence"), *days(V.SUPPORTED, V.CONTRADICTED)[1:]))
    page = shown(past)
    assert texts(page.select(".card .past li"))[1] == ("supported (the claim was worded otherwise then) on 1 Feb 2026")
    assert page.select(".card .strip rect")[0]["class"] == "line-supported"


def test_a_source_shows_when_it_came_and_went() -> None:
    address = samples.LOST_SEEN.source.address
    states = (State.LIVE, State.LIVE, State.BLOCKED, State.NOT_FOUND)
    looks = tuple((datetime(2026, 2, 1 + n, 9, tzinfo=UTC), state) for n, state in enumerate(states))
    page = shown(Past(looks={address: looks}))
    assert texts(page.select(".sources .past li")) == [
        "not found since 4 Feb 2026", "blocked on 3 Feb 2026", "live 1 Feb 2026 to 2 Feb 2026",
    ]  # fmt: skip
    assert texts(shown(Past(looks={address: looks[:2]})).select(".sources .since")) == [
        "the same since 1 Feb 2026 (2 times looked at)"
    ]


def test_all_together_is_drawn_day_by_day_and_there_as_a_table() -> None:
    page = shown(Past(days(V.SUPPORTED, V.CONTRADICTED)))
    verdicts, sources = page.select("#history table")
    assert texts(verdicts.select("tr")) == ["Daysupportedcontradicted", "1 Feb 202610", "2 Feb 202601"]
    assert texts(sources.select("tr")) == ["Daypresentgone", "1 Feb 202680", "2 Feb 202671"]
    assert len(page.select("#history .chart")) == 2
    assert texts(shown(Past(days(V.SUPPORTED, V.CONTRADICTED)), "fr").select("#history h2")) == ["Au fil du temps"]
