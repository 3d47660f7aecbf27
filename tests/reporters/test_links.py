"""Links that open a page at a passage."""

import re
from dataclasses import replace
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reporters import samples

from claimcheck.enums import Role, Stance, State
from claimcheck.model import Evidence, SourceReport
from claimcheck.reporters.links import SHORTEST_EXACT, page_address, passage_link, text_directive
from claimcheck.text import printable

URL = "https://example.org/a"
SEEN = SourceReport(samples.cited(URL, 1), State.LIVE, URL)
LONG = "The workers, who were hired in the spring of that year, earned between one and two dollars an hour, it says."


def passage(exact: str, prefix: str = "", suffix: str = "") -> Evidence:
    return Evidence(exact, prefix, suffix, Stance.SUPPORTS, URL)


@pytest.mark.parametrize(
    ("evidence", "directive"),
    [
        (passage("They earned two dollars an hour."), "They%20earned%20two%20dollars%20an%20hour."),
        (passage("A well-known fact, R&D says, is so"), "A%20well%2Dknown%20fact%2C%20R%26D%20says%2C%20is%20so"),
        (passage("$2", "they earned", "an hour"), "they%20earned-,%242,-an%20hour"),
        (passage("$2", "", "an hour"), "%242,-an%20hour"),
        (passage("$2", "they earned"), "they%20earned-,%242"),
        (passage(LONG), "The%20workers%2C%20who%20were,an%20hour%2C%20it%20says."),
        (passage("du café à l'aube, à Paris"), "du%20caf%C3%A9%20%C3%A0%20l%27aube%2C%20%C3%A0%20Paris"),
        (passage("one\n two\u202e three\tfour five"), "one%20two%20three%20four%20five"),
        (passage(" \n "), ""),
    ],
    ids=[
        "whole", "escaped", "short", "short at the start", "short at the end", "long", "accents", "controls",
        "no words",
    ],
)  # fmt: skip
def test_text_directive(evidence: Evidence, directive: str) -> None:
    assert text_directive(evidence) == directive


def test_a_long_passage_without_spaces_is_named_by_its_first_and_last_clauses() -> None:
    clauses = [f"現在は{number}人が働いている、" for number in range(100, 112)]
    directive = text_directive(passage("".join(clauses)))
    assert unquote(directive).split(",") == ["".join(clauses[:4]), "".join(clauses[-4:])]


def test_a_table_row_is_named_by_the_words_that_decide() -> None:
    row = replace(passage("Kenya 3,400 5,500", "Country", "Uganda"), role=Role.TABLE_ROW, deciding=((6, 11),))
    assert text_directive(row) == "3%2C400"


@pytest.mark.parametrize(
    ("report", "evidence", "link"),
    [
        (
            SEEN,
            passage("They earned two dollars an hour."),
            f"{URL}#:~:text=They%20earned%20two%20dollars%20an%20hour.",
        ),
        (SEEN, replace(passage("They earned it."), page=7), f"{URL}#page=7"),
        (SEEN, passage(""), URL),
        (replace(SEEN, state=State.MOVED, final_url="https://example.org/b#top"), passage(""), "https://example.org/b"),
        (replace(SEEN, final_url="https://example.org/a?session=1"), passage(""), URL),
        (SourceReport(samples.cited("file:pages/a.html", 1), State.LIVE), passage("x" * 30), "file:pages/a.html"),
        (
            SourceReport(samples.cited("file:pages/a.pdf", 1), State.LIVE),
            replace(passage("x" * 30), page=2),
            "file:pages/a.pdf#page=2",
        ),
    ],
    ids=["html", "pdf", "no words", "moved", "passing redirect", "file", "pdf file"],
)
def test_passage_link(report: SourceReport, evidence: Evidence, link: str) -> None:
    assert passage_link(report, evidence) == link


def test_an_address_shows_no_control() -> None:
    assert page_address(replace(SEEN, source=samples.cited("https://example.org/\x1b]8;;\u202e", 1))) == (
        "https://example.org/]8;;"
    )


@given(st.text(), st.text(), st.text())
def test_a_directive_has_nothing_but_its_own_signs(exact: str, prefix: str, suffix: str) -> None:
    directive = text_directive(passage(exact, prefix, suffix))
    assert re.fullmatch(r"([\w.~%]+-,)?[\w.~%]+(,[\w.~%]+)?(,-[\w.~%]+)?|", directive, re.ASCII)


@given(st.text(min_size=SHORTEST_EXACT, max_size=60))
def test_a_directive_decoded_is_the_passage(exact: str) -> None:
    shown = printable(exact)
    if len(shown) >= SHORTEST_EXACT:
        assert unquote(text_directive(passage(exact))) == shown


@given(st.lists(st.text("abcdefgé-,&", min_size=1, max_size=12), min_size=10, max_size=60))
def test_start_and_end_are_whole_words_of_the_passage(tokens: list[str]) -> None:
    exact = " ".join(tokens)
    parts = [unquote(part) for part in text_directive(passage(exact)).split(",")]
    assert exact.startswith(parts[0])
    assert exact.endswith(parts[-1])
    assert {word for part in parts for word in part.split()} <= set(tokens)
