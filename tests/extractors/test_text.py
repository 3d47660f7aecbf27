"""What of a page is read, and how: marks, breaks, hidden parts, selectors."""

import pytest
from extractors.readings import EXTRACTOR, PROSE, read, told

from claimcheck.enums import Role
from claimcheck.errors import UnreadableError


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("3,000<sup>12</sup> people", "3,000 ¹² people"),
        ("3,000<sup>[12]</sup> people", "3,000 people"),
        ("3,000<sup><a href='#n12'>12</a></sup> people", "3,000 people"),
        ("3,000<sup><a href='#n12'>[12]</a></sup> people", "3,000 people"),
        ("3,000<a href='#n12'>[12]</a> people", "3,000 people"),
        ("3,000<a role=doc-noteref href='#n12'>12</a> people", "3,000 people"),
        ("3,000[12] people", "3,000 [12] people"),
        ("Smith<sup><a href='#n'>a</a></sup> said", "Smith said"),
        ("an area of 30 km<sup>2</sup>", "an area of 30 km²"),
        ("5 m<sup>3</sup> of water", "5 m³ of water"),
        ("10<sup>6</sup> cells", "10⁶ cells"),
        ("1.5 \u00d7 10<sup>-9</sup> m", "1.5 \u00d7 10⁻⁹ m"),
        ("le 1<sup>er</sup> mai", "le 1er mai"),
        ("the 19<sup>th</sup> century", "the 19th century"),
        ("au XIX<sup>e</sup> siècle", "au XIXe siècle"),
        ("CO<sub>2</sub> and H<sub>2</sub>O", "CO₂ and H₂O"),
        ("was $30 <del>until May</del> now", "was $30 now"),
        ("<s>$30</s> $20 an hour", "$20 an hour"),
        ("<del>3,000</del><ins>300</ins> people", "300 people"),
        ("he said <q>never</q> again", "he said “never” again"),
        ("see <a href='#fig'>figure 3</a> below", "see figure 3 below"),
        ("multi\n   line\ttext", "multi line text"),
        ("3\u202f000&nbsp;km", "3\u202f000\u00a0km"),
        ("Arbeits\u00adlosen\u200bgeld", "Arbeitslosengeld"),
        ("<i class=icon aria-hidden=true>★</i> three stars", "three stars"),
        ("a <span hidden>secret </span>text", "a text"),
        ("a <span style='display: none'>secret </span>text", "a text"),
        ("<b>bold</b><i>italic</i>", "bolditalic"),
    ],
)
def test_a_paragraph_reads_as_its_reader_sees_it(markup: str, text: str) -> None:
    assert told(read(f"<main><p>{PROSE}</p><p>{markup}</p></main>"))[-1] == (Role.PARAGRAPH, text)


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        ("<p>One sentence.<br>Another one.</p>", ["One sentence.", "Another one."]),
        ("<p>a line that<br>goes on here</p>", ["a line that goes on here"]),
        ("<p>Kenya: 3,000<br>Uganda: 200</p>", ["Kenya: 3,000", "Uganda: 200"]),
        ("<p>first<br><br>second</p>", ["first", "second"]),
        ("<h2>How the industry<br>Profits</h2>", ["How the industry Profits"]),
        ("<pre>first line.\nSecond line.</pre>", ["first line.", "Second line."]),
        ("<div>loose<p>inner</p>loose again</div>", ["loose", "inner", "loose again"]),
        (
            "<dl><dt>Founded<dd>1956<dd>again in 1990<dt>Empty</dl>",
            ["Founded: 1956", "Founded: again in 1990", "Empty"],
        ),
        ("<ul><li>one<ul><li>inner</ul>after</ul>", ["one", "inner", "after"]),
        ("<p>a<sup><div>b</div></sup>c</p>", ["a", "b", "c"]),
    ],
)
def test_lines_and_blocks_stand_apart_as_they_are_meant(markup: str, texts: list[str]) -> None:
    assert [text for _, text in told(read(f"<main><p>{PROSE}</p>{markup}</main>"))][1:] == texts


@pytest.mark.parametrize("tag", ["script", "style", "template", "noscript", "textarea", "iframe", "object", "video"])
def test_text_that_no_browser_shows_is_left_out(tag: str) -> None:
    assert "unseen" not in read(f"<p>{PROSE}</p><{tag}>unseen</{tag}><p>{PROSE}</p>").text


def test_an_empty_page_is_read_with_what_it_hides() -> None:
    hidden = f"<div style='display:none'><p>{PROSE}</p></div>"
    scriptless = "<noscript><p>Please turn scripts on.</p></noscript>"

    assert told(read(hidden + scriptless)) == [(Role.PARAGRAPH, PROSE), (Role.PARAGRAPH, "Please turn scripts on.")]


def test_an_unclosed_strike_does_not_strike_the_page_out() -> None:
    assert PROSE in read(f"<p>Price <s>12<p>{PROSE}<p>{PROSE}").text


@pytest.mark.parametrize(
    ("selector", "texts"),
    [
        ("#b", ["second"]),
        ("p", ["first", "second", "third"]),
        (".x, #b", ["first", "second"]),
        ("div p", ["third"]),
        ("tr:nth-child(2)", ["Kenya | 3,000"]),
        ("p:has(b)", ["third"]),
    ],
)
def test_a_selector_picks_a_part_of_the_page(selector: str, texts: list[str]) -> None:
    page = (
        "<h2>Part</h2><p class=x>first</p><p id=b>second</p><div><p><b>third</b></p></div>"
        "<table><tr><th>Where<th>How many</tr><tr><td>Kenya<td>3,000</tr></table>"
    )

    from claimcheck.model import Page

    document = EXTRACTOR.extract(Page("https://x.test/", page.encode(), "text/html"), selector=selector)

    assert [text for _, text in told(document)] == texts
    assert {block.section for block in document.blocks} == {"Part"}


def test_a_row_that_is_picked_keeps_its_headers() -> None:
    page = "<table><tr><th>Where<th>How many</tr><tr id=k><td>Kenya<td>3,000</tr></table>"

    assert [cell.header for cell in read(page, selector="#k").blocks[0].cells] == ["Where", "How many"]


@pytest.mark.parametrize(("selector", "words"), [("p[", "is not a CSS selector"), ("#none", "matches nothing")])
def test_a_selector_that_is_none_or_picks_nothing_is_refused(selector: str, words: str) -> None:
    with pytest.raises(UnreadableError, match=words) as caught:
        read("<p>text</p>", selector=selector)

    assert selector in caught.value.message
