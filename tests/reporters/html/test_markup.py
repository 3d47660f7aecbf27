"""The builder of markup: no text becomes anything but text."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reporters.strategies import harmful

from claimcheck.reporters.html.markup import LONGEST, element, escape, link_to


@given(st.text())
def test_a_text_holds_no_markup_and_nothing_invisible(text: str) -> None:
    made = escape(text)
    assert not set(made) & set("<>\"'")
    assert harmful(made) == set()


@given(st.text(alphabet="<>&\"'ab ", max_size=50))
def test_a_text_is_read_as_it_was_written(text: str) -> None:
    assert html.unescape(escape(text)) == text


def test_markup_is_escaped_once() -> None:
    assert element("p", element("b", "a < b"), " & c") == "<p><b>a &lt; b</b> &amp; c</p>"


def test_an_attribute_ends_only_where_it_was_meant_to() -> None:
    assert element("p", title='x" onclick="run()') == '<p title="x&quot; onclick=&quot;run()"></p>'


@pytest.mark.parametrize("key", ["onclick", "ONERROR", "style"])
def test_nothing_that_runs_or_styles_stands_in_an_attribute(key: str) -> None:
    with pytest.raises(ValueError, match="attribute"):
        element("p", **{key: "x"})


def test_the_names_of_elements_are_names() -> None:
    with pytest.raises(ValueError, match="no name"):
        element("p onclick=run()")


@pytest.mark.parametrize(
    "address", ["javascript:run()", "data:text/html,x", "file:///etc/passwd", " ", "ftp://a.example"]
)
def test_only_an_address_of_the_web_is_linked(address: str) -> None:
    assert link_to(address, "words") == "<span>words</span>"
    assert 'href="https://a.example/?q=%22"' in link_to("https://a.example/?q=%22", "words")


def test_a_text_is_no_longer_than_any_text_may_be() -> None:
    assert len(escape("<" * 10_000_000)) <= LONGEST * len("&lt;")
