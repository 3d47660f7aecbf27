"""Moments and addresses as archives write them, read back as they were, and from strangers with care."""

import contextlib
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.archives.cdx import NoAnswerError, read_rows
from claimcheck.archives.sameness import is_same_page
from claimcheck.archives.stamps import (
    http_date,
    moment_of,
    read_http_date,
    read_replay,
    stamp_of,
    whole_address,
)

moments = st.datetimes(datetime(1996, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001 - with a zone of their own
    lambda at: at.replace(microsecond=0)
)


@given(moments)
def test_a_moment_comes_back_from_its_stamp_and_from_its_date(at: datetime) -> None:
    assert moment_of(stamp_of(at)) == at
    assert read_http_date(http_date(at)) == at


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2024", "2024-01-01"),
        ("202405", "2024-05-01"),
        ("20240500000000", "2024-05-01"),
        ("20240005", "2024-01-05"),
        ("20240230", None),
        ("", None),
        ("20245", None),
        ("2024-05-01", None),
        ("٢٠٢٤", None),
    ],
)
def test_a_stamp_may_be_short_or_have_zeros_for_what_was_not_known(stamp: str, day: str | None) -> None:
    at = moment_of(stamp)
    assert (at and at.date().isoformat()) == day


@pytest.mark.parametrize(
    ("uri", "original", "form"),
    [
        ("https://web.archive.org/web/20240101000000/https://a.example/x", "https://a.example/x", ""),
        ("https://web.archive.org/web/20240101000000id_/http://a.example/?q=1", "http://a.example/?q=1", "id_"),
        ("https://web.archive.org/web/2024/https://a.example/", "https://a.example/", ""),
        ("https://arquivo.pt/wayback/20240101000000mp_/http:/a.example/", "http://a.example/", "mp_"),
        ("https://h/c/20240101000000/a.example/x", "http://a.example/x", ""),
    ],
)
def test_the_address_of_a_memento_is_read_in_its_parts(uri: str, original: str, form: str) -> None:
    parts = read_replay(uri)
    assert parts is not None
    assert (parts.original, parts.form) == (original, form)


@pytest.mark.parametrize(
    "uri",
    ["https://a.example/2024/05/a-story.html", "https://a.example/", "ftp://h/20240101000000/x", "", "https://h/1/x"],
)
def test_an_address_that_only_looks_like_one_is_none(uri: str) -> None:
    assert read_replay(uri) is None


@given(st.text(max_size=300))
def test_no_text_breaks_the_reading_of_an_address(text: str) -> None:
    read_replay(text)
    read_replay(f"https://h/20240101000000/{text}")
    whole_address(text)
    is_same_page(text, f"https://{text}")


@given(st.binary(max_size=300))
def test_no_body_breaks_the_reading_of_an_index(body: bytes) -> None:
    with contextlib.suppress(NoAnswerError):
        read_rows(body)


@pytest.mark.parametrize(
    "body", [b'{"timestamp": "20240101000000", "url": "http://a.example/", "status": "200"}\n{"x":']
)
def test_an_index_that_is_cut_off_is_no_answer(body: bytes) -> None:
    with pytest.raises(NoAnswerError):
        read_rows(body)


def test_an_index_of_pywb_is_read_as_well() -> None:
    told = {
        "timestamp": "20240101000000",
        "url": "http://a.example/",
        "mime": "text/html",
        "status": "200",
        "digest": "D",
    }
    line = json.dumps({"urlkey": "k", **told}).encode()
    (row,) = read_rows(line)
    assert (row.original, row.status, row.media_type, row.digest) == ("http://a.example/", 200, "text/html", "D")
