"""Nouns to bytes and back, unchanged; and bytes that are no such noun are refused, whoever wrote them."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pipeline.fakes import document, live, said, source

from claimcheck.enums import Outcome, Role
from claimcheck.memory.codec import decode, encode
from claimcheck.model import Considered, Document, Fetched, Issued, Match

TEXT = st.text(st.characters(codec=None), max_size=20)


@given(
    st.builds(
        Match,
        comparisons=st.just(()),
        considered=st.lists(st.builds(Considered, score=st.floats(allow_nan=False)), max_size=3).map(tuple),
    )
)
def test_law_a_match_comes_back_as_it_was(match: Match) -> None:
    assert decode(Match, encode(match)) == match


@given(st.builds(Document, blocks=st.just(()), text=TEXT, title=TEXT))
def test_law_a_document_comes_back_as_it_was_lone_surrogates_included(read: Document) -> None:
    assert decode(Document, encode(read)) == read


@given(st.builds(Fetched, page=st.none()))
def test_law_what_was_fetched_comes_back_as_it_was(fetched: Fetched) -> None:
    assert decode(Fetched, encode(fetched)) == fetched


def test_a_page_comes_back_with_its_bytes() -> None:
    fetched = replace(live(source(), bytes(range(256))), read_at=datetime(2026, 3, 1, tzinfo=UTC))
    assert decode(Fetched, encode(fetched)) == fetched


def test_a_whole_comparison_comes_back() -> None:
    match = Match((said(Outcome.AGREES), said(Outcome.MISSING, with_evidence=False)), reading=(("name", "Sama"),))
    assert decode(Match, encode(match)) == match


def test_a_whole_number_where_a_fraction_is_declared_comes_back_as_one() -> None:
    passage = Considered("text", Role.PARAGRAPH, True, "why", 1)
    assert decode(Considered, encode(passage)) == passage


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"null", b"[]", b"[1,2]", b"\xff\xfe", b"[" * 100_000, b'["",["text"]]'],
    ids=["empty", "a table", "nothing", "a list", "numbers", "no text", "nested", "another mark"],
)
def test_bytes_that_hold_no_document_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no "):
        decode(Document, data)


def test_a_field_of_another_type_is_refused() -> None:
    said_so = encode(document()).replace(b'"A page"', b"7")
    with pytest.raises(ValueError, match="int in the place of str"):
        decode(Document, said_so)


def test_a_name_that_no_enum_has_is_refused() -> None:
    with pytest.raises(ValueError, match="no "):
        decode(Document, encode(document()).replace(b'"paragraph"', b'"oracle"'))


@dataclass(frozen=True)
class Older:
    day: date


@dataclass(frozen=True)
class Newer:
    day: date
    note: str = ""


def test_bytes_of_another_versions_noun_are_refused() -> None:
    with pytest.raises(ValueError, match="no "):
        decode(Newer, encode(Older(date(2026, 3, 1))))


def test_dates_come_back_as_dates() -> None:
    assert decode(Issued, encode(Issued(date(2026, 3, 1), "time"))) == Issued(date(2026, 3, 1), "time")
