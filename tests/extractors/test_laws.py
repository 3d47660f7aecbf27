"""Laws that hold of every document, whatever the page."""

import unicodedata

import pytest
from extractors.readings import page_of, read
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.enums import Role
from claimcheck.extractors.drafting import Bounds, CellDraft, Draft, assemble, tidy
from claimcheck.extractors.html.reader import read_markup
from claimcheck.extractors.html.trees import LexborTree, SoupTree
from claimcheck.extractors.lines import join_lines
from claimcheck.extractors.marks import raise_text
from claimcheck.extractors.vocabulary import read_heading, read_name, says_correction
from claimcheck.model import Document

WORDS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30)
TAGS = st.sampled_from(
    """
    p div span a b sup sub del ul li ol table tr td th caption thead h1 h2 nav aside footer header main article section
    blockquote figure figcaption dl dt dd details summary pre br button select option svg text q form title script
    """.split()  # noqa: SIM905 - a table of words reads better as words
)
ATTRIBUTES = st.sampled_from(
    [
        "",
        " class=related",
        " class='nav menu'",
        " hidden",
        " href='#x'",
        " href=/x",
        " rowspan=3",
        " colspan=2",
        " id=comments",
    ]
)


@st.composite
def _markup(draw: st.DrawFn) -> str:
    """Return tags and text in any order: what is open may never be closed, what is closed may never have been open."""
    parts = draw(
        st.lists(
            st.one_of(
                WORDS,
                st.builds(lambda tag, attribute: f"<{tag}{attribute}>", TAGS, ATTRIBUTES),
                st.builds(lambda tag: f"</{tag}>", TAGS),
            ),
            max_size=40,
        )
    )
    return "".join(parts)


def _holds(document: Document) -> None:
    end = -1
    for block in document.blocks:
        start, stop = block.span
        text = document.text[start:stop]
        assert end < start < stop <= len(document.text)
        assert text == text.strip() != ""
        assert "\n" not in text
        assert start == 0 or document.text[start - 1] == "\n"
        inner = start
        for cell in block.cells:
            assert inner <= cell.span[0] < cell.span[1] <= stop
            inner = cell.span[1]
        end = stop
    assert document.text == "\n".join(document.text[slice(*block.span)] for block in document.blocks)


@given(_markup())
@settings(max_examples=300)
def test_spans_slice_to_their_blocks_in_order_without_overlap(markup: str) -> None:
    _holds(read(markup))


@given(_markup())
@settings(max_examples=60)
def test_the_second_opinion_keeps_the_same_laws(markup: str) -> None:
    _holds(read_markup(markup, page_of(markup), "text/html", SoupTree(markup)))


@given(st.lists(st.text(alphabet="abcdeé ", min_size=3, max_size=20).filter(str.strip), min_size=1, max_size=8))
def test_both_parsers_read_the_same_text_of_a_sound_page(paragraphs: list[str]) -> None:
    html = "<html><body>" + "".join(f"<p>{text}</p>" for text in paragraphs)
    page = page_of(html)

    assert (
        read_markup(html, page, "text/html", LexborTree(html)).text
        == read_markup(html, page, "text/html", SoupTree(html)).text
    )


@given(st.lists(st.text(alphabet="abc123 é", min_size=1, max_size=12).filter(str.strip), min_size=1, max_size=8))
def test_no_visible_word_of_a_page_is_lost(words: list[str]) -> None:
    html = "".join(f"<nav>{word}</nav><p>{word}<i>{word}</i></p><footer>{word}</footer>" for word in words)

    assert "".join(read(html).text.split()) == "".join("".join((word * 4).split()) for word in words)


@given(WORDS)
def test_characters_are_kept_as_found(text: str) -> None:
    kept = tidy(text)

    assert tidy(kept) == kept
    assert all(letter in text or letter == " " for letter in kept)
    assert tidy(unicodedata.normalize("NFD", "é")) == "e\u0301"


@given(st.lists(st.tuples(WORDS, st.sampled_from(list(Role))), max_size=20), st.integers(0, 60), st.integers(0, 10))
def test_a_document_that_is_cut_says_so_and_is_never_over_its_bounds(
    texts: list[tuple[str, Role]], characters: int, blocks: int
) -> None:
    drafts = [Draft(tidy(text), role) for text, role in texts]
    text, found, truncated = assemble(drafts, Bounds(characters, blocks))

    assert len(text) <= characters
    assert len(found) <= blocks
    assert bool(truncated) == (len(found) < sum(bool(draft.text) for draft in drafts))


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=6))
def test_digits_of_two_cells_never_touch(cells: list[tuple[str, str]]) -> None:
    row = Draft("", Role.TABLE_ROW, cells=[CellDraft(tidy(text), header) for text, header in cells])
    text, blocks, _ = assemble([row])

    held = [tidy(text) for text, _ in cells if tidy(text)]
    assert text == " | ".join(held)
    assert [text[slice(*cell.span)] for block in blocks for cell in block.cells] == held


@given(st.from_regex(r"[1-9][0-9]{0,2}(,[0-9]{3}){0,2}", fullmatch=True), st.from_regex(r"[0-9]{1,3}", fullmatch=True))
def test_a_raised_mark_never_adds_digits_to_a_number(number: str, mark: str) -> None:
    read_as = number + raise_text(number, mark, linked=False)

    assert read_as.split()[0].startswith(number)
    assert sum("0" <= letter <= "9" for letter in read_as) == sum(letter.isdigit() for letter in number)


@given(st.lists(WORDS, max_size=12))
def test_joining_lines_loses_no_word(lines: list[str]) -> None:
    tidied = [tidy(line) for line in lines]

    assert " ".join(join_lines(tidied)).split() == " ".join(tidied).split()


@pytest.mark.parametrize("letter", ["1", " ", "a", "[", "-", "A", "é", "_", ":", "\u00a0"])
def test_no_expression_backtracks_on_a_long_run(letter: str) -> None:
    run = letter * 1_000_000

    read(f"<p class='{run[:50_000]}'>{run}</p><h2>{run}</h2><p>Correction {run}</p>")
    assert read_name(run) is read_heading(run) is None
    assert says_correction(f"correction{run}") in {True, False}
