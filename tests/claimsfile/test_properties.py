"""Laws of loading: what is written is read, and nothing but ClaimsFileError ever comes of a bad file."""

import string
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claimcheck.claimsfile import load_claims, starter_text
from claimcheck.claimsfile.complaints import Complaints
from claimcheck.claimsfile.fragments import FragmentError, read_fragment
from claimcheck.claimsfile.ids import slug
from claimcheck.claimsfile.parsing import FAST_LOADER, parse
from claimcheck.claimsfile.tree import plain
from claimcheck.errors import ClaimsFileError
from claimcheck.text import printable

R = TypeVar("R")

_SETTINGS = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)

_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\u2028\u2029\ufffe\uffff\ufeff"),
    min_size=1,
    max_size=40,
).filter(lambda text: text.strip() == text)
_DATE = st.dates().map(str)
_URL = st.text(string.ascii_letters + string.digits + "/-_.", max_size=20).map(lambda path: f"https://e.org/{path}")
_SOURCE = st.fixed_dictionaries(
    {"url": _URL},
    optional={
        "title": _TEXT,
        "publisher": _TEXT,
        "issued": _DATE,
        "language": st.sampled_from(["en", "fr", "no"]),
        "media_type": st.just("text/html"),
    },
)
_CLAIM = st.fixed_dictionaries(
    {"claim": _TEXT, "source": _SOURCE},
    optional={
        "quote": _TEXT,
        "trans_quote": _TEXT,
        "severity": st.sampled_from(["error", "warning", "info"]),
        "tags": st.lists(_TEXT, min_size=1, max_size=3),
        "notes": _TEXT,
        "recheck_after": _DATE,
        "language": st.sampled_from(["en", "fr", "no"]),
    },
)


@_SETTINGS
@given(claims=st.lists(_CLAIM, min_size=1, max_size=4), flow=st.booleans(), unicode=st.booleans())
def test_what_is_written_is_read(folder: Path, claims: list[dict[str, Any]], flow: bool, unicode: bool) -> None:
    written = yaml.safe_dump({"claims": claims}, default_flow_style=flow, allow_unicode=unicode)
    (folder / "claims.yaml").write_text(written, encoding="utf-8")
    read = load_claims("claims.yaml").claims
    assert len(read) == len(claims)
    for claim, keys in zip(read, claims, strict=True):
        (source,) = claim.sources
        assert claim.text == keys["claim"]
        assert [quote.exact for quote in claim.quotes] == ([keys["quote"]] if "quote" in keys else [])
        assert claim.tags == tuple(keys.get("tags", ()))
        for key in ("trans_quote", "notes", "recheck_after", "language"):
            assert getattr(claim, key) == keys.get(key, "")
        assert source.address == keys["source"]["url"]
        for key in ("title", "publisher", "issued", "language", "media_type"):
            assert getattr(source, key) == keys["source"].get(key, "")
    assert len({claim.id for claim in read}) == len(read)


def _loads_or_tells(folder: Path, body: bytes) -> None:
    (folder / "claims.yaml").write_bytes(body)
    lines = len(body.splitlines()) + 2
    told, read = _tried(load_claims, "claims.yaml", ClaimsFileError)
    if read is not None:
        assert all(claim.id and claim.text and claim.sources for claim in read.claims)
        return
    assert isinstance(told, ClaimsFileError)
    assert told.problems
    for problem in told.problems:
        assert problem.message
        assert printable(problem.message) == problem.message
        assert printable(problem.hint) == problem.hint
        assert 1 <= problem.location.line <= lines
        assert problem.location.column >= 1
    places = [problem.location for problem in told.problems]
    assert places == sorted(places)


def _tried(
    function: Callable[[str], R], given_text: str, expected: type[Exception]
) -> tuple[Exception | None, R | None]:
    try:
        return None, function(given_text)
    except expected as error:
        return error, None


@_SETTINGS
@given(body=st.binary(max_size=200))
def test_no_bytes_raise_anything_else(folder: Path, body: bytes) -> None:
    _loads_or_tells(folder, body)


_WORDS = r"""
    claims: - a b https://e.org " ' [ ] { } &a *a !x << > % # ~ null source sources expect value 3 range quote exact
    ignore until 2020-02-30 defaults aliases version 2 bibliography cite file: ../ \ é require all locator page ? , @
    --- "\ud800" #:~:text=
"""
_PIECES = st.sampled_from([*_WORDS.split(), "\n", "\r\n", "\t", " ", "  ", ": ", "- ", "a b", "|", "\u202e", "\ufeff"])


@_SETTINGS
@given(pieces=st.lists(_PIECES, max_size=60))
@example(pieces=['"\\ud800"'])
def test_no_yaml_raises_anything_else(folder: Path, pieces: list[str]) -> None:
    _loads_or_tells(folder, "".join(pieces).encode())


@_SETTINGS
@given(data=st.data())
def test_no_slip_in_a_sound_file_raises_anything_else(folder: Path, data: st.DataObject) -> None:
    text = starter_text()
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        text = text[:start] + data.draw(_PIECES) + text[start + data.draw(st.sampled_from([0, 1, 5, 30])) :]
    _loads_or_tells(folder, text.encode())


@_SETTINGS
@given(pieces=st.lists(_PIECES, max_size=40))
def test_both_parsers_read_the_same(pieces: list[str]) -> None:
    text = "".join(pieces)
    trees, told = [], []
    for loader in (FAST_LOADER, yaml.SafeLoader):
        complaints = Complaints("claims.yaml")
        root = parse(text, complaints, loader)
        trees.append(plain(root) if root is not None else None)
        told.append(bool(complaints.problems))
    if not any(told):
        assert trees[0] == trees[1]


@_SETTINGS
@given(fragment=st.text(max_size=60))
def test_a_fragment_is_read_or_refused(fragment: str) -> None:
    for text in (fragment, f":~:text={fragment}"):
        refused, quotes = _tried(read_fragment, text, FragmentError)
        assert refused is None or str(refused)
        assert all(quote.exact and printable(quote.exact) == quote.exact for quote in quotes or ())


@_SETTINGS
@given(text=st.text(max_size=80))
def test_a_slug_is_an_id(text: str) -> None:
    made = slug(text)
    assert made == slug(text)
    assert 0 < len(made) <= 48
    assert set(made) <= set(string.ascii_lowercase + string.digits + "-")
    assert made[0] != "-"


@pytest.mark.parametrize("count", [1, 3])
def test_the_same_words_never_share_an_id(folder: Path, count: int) -> None:
    (folder / "claims.yaml").write_text("claims:\n" + "".join(f"  - a b: https://e.org/{n}\n" for n in range(count)))
    assert len({claim.id for claim in load_claims("claims.yaml").claims}) == count
