"""The page: one file that holds all there is, asks nothing of anybody, and in which every text is text."""

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from reporters import samples
from reporters.html.stage import STATING, page_of, told
from reporters.poison import BLOATED, EXCUSED, FAILS, POISONED, ruled
from reporters.strategies import bounded, harmful, reports

from claimcheck.archived import ArchivedCopy, Memento
from claimcheck.enums import Code, State, Verdict
from claimcheck.model import Article, Report
from claimcheck.reporters import LANGUAGES
from claimcheck.reporters.html.claims import state_told
from claimcheck.reporters.html.words import Words, languages
from claimcheck.source_reports import NOT_REACHED

FULL = told(*samples.ALL)
OURS = frozenset(
    """
    a abbr article blockquote body button caption circle details div footer h1 h2 h3 head header html input label
    li link main mark meta ol option p path q rect script section select span strong style summary svg symbol
    table tbody td th thead title tr ul use
    """.split()  # noqa: SIM905 - a table of words reads better as words
)


def tree(report: Report, language: str = "en") -> BeautifulSoup:
    return BeautifulSoup(page_of(report, language), "html.parser", multi_valued_attributes=None)


def text(node: Tag) -> str:
    return " ".join(node.get_text().split())


def lang(report: Report, language: str) -> str:
    return str(tree(report, language).select("html")[0]["lang"])


def texts(parts: Iterable[Tag]) -> list[str]:
    return [text(part) for part in parts]


def test_every_finding_has_one_card_and_every_source_one_entry() -> None:
    page = tree(FULL)
    assert len(page.select(".card")) == len(samples.ALL)
    addresses = {seen.source.address for finding in samples.ALL for seen in finding.sources}
    assert len(page.select(".sources > li")) == len(addresses)


def test_a_card_says_the_verdict_and_shows_both_values_and_the_passage_with_its_deciding_words() -> None:
    card = tree(samples.report(samples.BOUND)).select(".card")[0]
    assert "contradicted" in text(card.select(".badge")[0])
    row = text(card.select(".values tbody tr")[0])
    assert "jusqu'à 3 000" in row
    assert "over 3,000" in row
    assert texts(card.select(".passage .deciding")) == ["over 3,000", "3,400"]
    assert texts(card.select(".passage .around"))[:2] == [
        "… what stands before it,", "and what comes after. …",
    ]  # fmt: skip
    assert text(card.select("h3 mark")[0]) == "jusqu'à 3 000"


def test_a_value_stands_in_the_numbers_of_the_reader_s_language_and_only_where_the_words_do_not_say_it() -> None:
    comparison = replace(samples.BOUND.comparisons[0], said="3 000", said_value="3,000", found_value="> 3,400.5")
    row = {
        language: tree(samples.report(replace(samples.BOUND, comparisons=(comparison,))), language).select(".notation")
        for language in ("en", "fr")
    }
    assert texts(row["en"]) == ["3,000", "> 3,400.5"]
    assert texts(row["fr"]) == ["> 3 400,5"]


@pytest.mark.parametrize(("number", "french"), [
    ("2025-02-03", "2025-02-03"), ("1.2.3", "1.2.3"), ("12,34", "12,34"), ("v1,000", "v1,000"),
    ("≥ 1.32 $/h", "≥ 1,32 $/h"),
    ("2,000,000 t", "2\u202f000\u202f000 t"),
])  # fmt: skip
def test_only_what_is_a_number_is_written_as_one(number: str, french: str) -> None:
    assert Words("fr").notation(number) == french


def test_the_article_leads_to_each_claim_and_each_claim_back() -> None:
    page = tree(FULL)
    spots = page.select(".prose [data-claims]")
    assert sorted(spot.get("href") for spot in spots) == sorted(f"#{card.get('id')}" for card in page.select(".card"))
    for link in page.select(".card .back, .prose a, .chip"):
        assert len(page.select(f"[id='{link.get('href')[1:]}']")) == 1


def test_a_sentence_with_a_figure_and_no_claim_is_pointed_out() -> None:
    assert texts(tree(FULL).select(".uncovered")) == [f"{STATING} (no claim covers this sentence)"]


def test_claims_that_overlap_in_the_article_each_have_a_mark() -> None:
    inner = replace(samples.BOUND, claim=replace(samples.BOUND.claim, id="inner", text="employait jusqu'à 3 000"))
    page = tree(told(samples.BOUND, replace(inner, verdict=Verdict.SUPPORTED)))
    assert [(spot.get("class"), spot.get("href")) for spot in page.select(".prose a")] == [
        ("spot v-contradicted", "#claim-1"), ("marker v-supported", "#claim-2"),
    ]  # fmt: skip


def test_where_the_article_could_not_be_read_the_claims_stand_alone_and_it_is_said_why() -> None:
    page = tree(replace(FULL, article=Article("article.md", detail="not found (there is no such file)")))
    assert page.select(".prose") == []
    assert "there is no such file" in text(page.select(".notice")[0])
    assert text(page.select("h1")[0]) == "article.md"


def test_what_the_sum_leaves_unsaid_is_said() -> None:
    report = samples.report(samples.GONE, network_down=True, interrupted=True, pending=4)
    notices = " ".join(text(node) for node in tree(report).select(".notice"))
    assert "network here was down" in notices
    assert "1 of 5 claims" in notices


def test_a_finding_says_whether_it_fails_the_run_and_why_not() -> None:
    cards = tree(ruled((samples.BOUND, FAILS), (samples.WEAKER, EXCUSED))).select(".card")
    assert [text(aside) for card in cards for aside in card.select(".aside")] == [
        "fails the run", "listed, not failed: known until 2027-02-23",
    ]  # fmt: skip


def test_an_archived_copy_is_linked_with_its_day() -> None:
    source = replace(samples.GONE.sources[0].source, archive_url="https://web.archive.example/1/x",
                     archive_date="2025-05-12")  # fmt: skip
    report = samples.report(replace(samples.GONE, sources=(replace(samples.LOST_SEEN, source=source),)))
    links = tree(report).select(".card .copy, .sources .copy")
    assert [(link.get("href"), text(link)) for link in links] == [
        ("https://web.archive.example/1/x", "Archived copy of 2025-05-12")
    ] * 2


def test_a_verdict_on_an_archived_copy_says_of_which_day_and_whether_it_counts() -> None:
    memento = Memento("https://web.archive.example/2/x", datetime(2025, 4, 12, tzinfo=UTC), archive="Wayback Machine")
    copy = ArchivedCopy(memento, verdict=Verdict.SUPPORTED, decides=True)
    told = []
    for held in (copy, replace(copy, decides=False), ArchivedCopy(note="it holds none")):
        seen = replace(samples.LOST_SEEN, copy=held)
        card = tree(samples.report(replace(samples.GONE, sources=(seen,)))).select(".source .place")[0]
        told.append((text(card).partition(" · ")[2], [link["href"] for link in card.select(".copy")]))
    assert told == [
        ("Archived copy of 12 Apr 2025 (Wayback Machine): supported", [memento.uri]),
        ("Archived copy of 12 Apr 2025 (Wayback Machine): supported (not counted)", [memento.uri]),
        ("it holds none", []),
    ]


# ------------------------------------------------------------------------------------------------ one inert file


@pytest.mark.parametrize("report", [FULL, samples.report(), POISONED, told(*POISONED.findings)])
def test_the_page_allows_its_own_style_and_script_by_their_hashes_and_nothing_else(report: Report) -> None:
    page = tree(report)
    policy = page.select("meta[http-equiv]")[0].get("content")
    (style,), (script,) = page.select("style"), page.select("script")
    for kind, node in (("style", style), ("script", script)):
        digest = base64.b64encode(hashlib.sha256(node.string.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


@pytest.mark.parametrize("report", [FULL, POISONED, told(*POISONED.findings)])
def test_nothing_is_loaded_and_no_element_is_any_but_ours(report: Report) -> None:
    page = tree(report)
    assert {node.name for node in page.find_all(True)} <= OURS
    assert [node.get("src") for node in page.find_all(True) if node.get("src")] == []
    assert [node.get("href")[:9] for node in page.select("link")] == ["data:imag"]
    assert {node.get("href").partition(":")[0] for node in page.select("a") if node.get("href")[0] != "#"} <= {
        "http",
        "https",
    }
    named = [name for node in page.find_all(True) for name in node.attrs]
    assert [name for name in named if name.startswith("on") or name == "style"] == []
    assert "url(" not in page.select("style")[0].string


@bounded
@given(reports)
def test_whatever_the_texts_hold_nothing_harmful_is_in_the_page(report: Report) -> None:
    for language in LANGUAGES:
        assert harmful(page_of(report, language)) == set()


def test_a_title_of_ten_megabytes_stays_a_title() -> None:
    assert len(page_of(BLOATED)) < 400_000


def test_ids_on_the_page_are_unique() -> None:
    names = [node.get("id") for node in tree(told(*samples.ALL, *samples.ALL)).find_all(id=True) if node.get("id")]
    assert len(names) == len(set(names))


# ------------------------------------------------------------------------------------------------ languages


def test_the_language_is_that_of_the_claims_unless_another_is_asked_for() -> None:
    french = samples.report(samples.BOUND, samples.WEAKER)
    assert lang(french, "") == "fr"
    assert lang(french, "en") == "en"
    assert lang(samples.report(samples.ALTERED), "") == "en"
    assert lang(samples.report(samples.SUPPORTED_WIDE), "") == "en"


def test_both_languages_have_the_same_words() -> None:
    assert languages() == LANGUAGES
    english, french = (Words(language) for language in LANGUAGES)
    for state in State:
        assert french.state(state)
    for code in Code:
        if not code.startswith("F"):
            assert french.code(code) != english.code(code) or code is Code.TOO_LARGE
    for verdict in Verdict:
        assert english.verdict(verdict) == verdict.label
    assert set(english.table()) == set(french.table())


def test_what_stays_english_in_a_french_page_is_marked_as_english() -> None:
    page = tree(samples.report(replace(samples.BOUND, reason="something new was found")), "fr")
    assert page.select(".reason [lang=en]")[0].text == "something new was found"


def test_a_day_within_a_french_sentence_is_told_as_a_day() -> None:
    assert text(tree(samples.report(samples.OLDER), "fr").select(".values .note")[0]) == "issued on 20 April 2022"
    noted = replace(samples.OLDER.comparisons[0], note="the source was issued on 2022-04-20")
    page = tree(samples.report(replace(samples.OLDER, comparisons=(noted,))), "fr")
    assert text(page.select(".values .note")[0]) == "la source a été publiée le 20 avr. 2022"


def test_the_placeholders_of_both_languages_are_the_same() -> None:
    english, french = (Words(language).table() for language in LANGUAGES)
    held = re.compile(r"\{\w+\}")
    assert {key: sorted(set(held.findall(str(value)))) for key, value in english.items()} == {
        key: sorted(set(held.findall(str(value)))) for key, value in french.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unseen", ["not looked at", NOT_REACHED, "not recorded"])
def test_what_happened_in_the_place_of_a_look_is_told_in_both_languages(language: str, unseen: str) -> None:
    report = replace(samples.in_state(State.UNREADABLE).sources[0], unseen=unseen)
    told = state_told(report, Words(language))
    assert told
    assert told != Words(language).state(State.UNREADABLE)
    assert (told == unseen) is (language == "en")
