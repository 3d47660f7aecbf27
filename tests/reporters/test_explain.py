"""A page for each code."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.enums import Code
from claimcheck.errors import UsageError
from claimcheck.explain import WIDTH, explain, pages, titles


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert sorted(pages()) == sorted(Code)


def test_every_page_has_its_parts_and_no_other() -> None:
    for code, page in pages().items():
        assert set(page) == {"title", "means", "example", "matters", "todo"}, code
        assert all(part.strip() for part in page.values()), code


def test_titles_stand_in_the_order_of_the_codes() -> None:
    codes = [code for code, _ in titles()]
    assert codes == sorted(Code)
    assert len({title for _, title in titles()}) == len(codes), "two codes with one title"


@pytest.mark.parametrize("code", Code)
def test_a_page_names_its_code_and_keeps_to_its_width(code: Code) -> None:
    lines = explain(code).splitlines()
    assert lines[0].startswith(f"{code}  ")
    assert max(map(len, lines)) <= WIDTH
    assert "What to do" in lines


@pytest.mark.parametrize("written", ["V210", "v210", " V210 ", "value-conflict", "VALUE_CONFLICT", "value conflict"])
def test_a_code_is_found_as_people_write_it(written: str) -> None:
    assert explain(written) == explain("V210")


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("V213x", "V213"),
        ("S10", "S10"),
        ("altered-qoute", "ALTERED_QUOTE"),
        ("", "'claimcheck explain' lists the codes"),
        ("nonsense!", "'claimcheck explain' lists the codes"),
    ],
)
def test_an_unknown_code_names_the_nearest(written: str, hint: str) -> None:
    with pytest.raises(UsageError, match="no code is called") as caught:
        explain(written)
    assert hint in caught.value.hint


@given(st.text(max_size=30))
def test_no_text_does_harm(written: str) -> None:
    with suppress(UsageError):
        assert explain(written).endswith("\n")
