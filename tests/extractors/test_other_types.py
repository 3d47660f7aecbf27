"""Plain text, Markdown, JSON, CSV, XML and feeds."""

import json
from datetime import date

import pytest
from extractors.readings import EXTRACTOR, PROSE, cells_of, page_of, role_of, told

from claimcheck.enums import Role
from claimcheck.errors import UnreadableError
from claimcheck.extractors.json_text import read_beginning, read_json
from claimcheck.model import Document, Issued


def read(body: str, media_type: str, url: str = "https://x.test/a") -> Document:
    return EXTRACTOR.extract(page_of(body, media_type, charset="utf-8", url=url))


def test_plain_text_has_paragraphs_and_entries() -> None:
    text = (
        "The company employed more than three thousand people in Kenya\nand paid them one dollar an hour.\n\n"
        "- Nairobi: 2,000\n- Mombasa: 1,000\n"
    )

    assert [found for _, found in told(read(text, "text/plain"))] == [
        "The company employed more than three thousand people in Kenya and paid them one dollar an hour.",
        "- Nairobi: 2,000",
        "- Mombasa: 1,000",
    ]


@pytest.mark.parametrize(
    "line", ["word", "a | b", "a\tb", "---", "| - | - |", "", "Note: x", "Title", "a  b", "a  1", "a  b  c"]
)
def test_plain_text_of_many_lines_is_read_in_one_pass(line: str) -> None:
    assert PROSE in read(f"{PROSE}\n\n" + f"{line}\n" * 50_000, "text/plain").text


MARKDOWN = f"""---
title: "Wages in Kenya"
date: 2024-05-12
lang: en
---
# Wages

{PROSE} See [the report](https://x.test/r), ~~3,000~~ 300 people.

- first of a list
  - inner

> What was said.

| Country | Workers |
|---------|---------|
| Kenya   | 3,000   |

```
code = 1
```
<div class="related"><a href=/b>Another article</a></div>
"""


def test_markdown_is_read_as_what_it_renders_to() -> None:
    document = read(MARKDOWN, "text/markdown")

    assert (document.title, document.language, document.media_type) == ("Wages in Kenya", "en", "text/markdown")
    assert document.issued == Issued(date(2024, 5, 12), "front matter")
    assert [role for role, _ in told(document)] == [
        Role.HEADING,
        Role.PARAGRAPH,
        Role.LIST_ITEM,
        Role.LIST_ITEM,
        Role.QUOTE,
        Role.TABLE_ROW,
        Role.TABLE_ROW,
        Role.PARAGRAPH,
        Role.RELATED,
    ]
    assert document.text.split("\n")[1].endswith("See the report, 300 people.")
    assert cells_of(document, 1) == [("Country", "Kenya"), ("Workers", "3,000")]


@pytest.mark.parametrize("body", ["> " * 3_000 + "x", "- " * 3_000 + "x", "[" * 50_000, "*a_" * 50_000, "`" * 100_000])
def test_hostile_markdown_is_read_soon(body: str) -> None:
    assert PROSE in read(f"{PROSE}\n\n{body}", "text/markdown").text


def test_json_has_texts_values_and_tables() -> None:
    value = {
        "title": "Wages",
        "report": {"summary": PROSE, "year": 2024, "final": True, "none": None},
        "rows": [{"country": "Kenya", "workers": 3000}, {"country": "Chad", "workers": 7}],
    }
    document = read(json.dumps(value), "application/json")

    assert document.title == "Wages"
    assert told(document) == [
        (Role.LIST_ITEM, "title: Wages"),
        (Role.PARAGRAPH, PROSE),
        (Role.LIST_ITEM, "year: 2024"),
        (Role.LIST_ITEM, "final: true"),
        (Role.TABLE_ROW, "Kenya | 3000"),
        (Role.TABLE_ROW, "Chad | 7"),
    ]
    assert cells_of(document, 1) == [("country", "Chad"), ("workers", "7")]
    assert document.blocks[1].section == "report \u203a summary"


def test_json_lines_are_a_table() -> None:
    assert cells_of(read('{"a": 1}\n{"a": 2}\n', "application/x-ndjson+json"), 1) == [("a", "2")]


@pytest.mark.parametrize("body", ["{", '{"a": ' * 100_000, "[" * 100_000, '"a" "b"'])
def test_json_that_is_broken_or_too_deep_is_unreadable(body: str) -> None:
    with pytest.raises(UnreadableError, match="broken, or nested too deep"):
        read(body, "application/json")


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        ("Country,Workers\nKenya,3000\n", "text/csv"),
        ("Country;Workers\nKenya;3000\n", "text/csv"),
        ("Country\tWorkers\nKenya\t3000\n", "text/tab-separated-values"),
        ('"Country","Workers"\r\n"Kenya","3000"\r\n', "application/csv"),
    ],
)
def test_csv_has_rows_under_headers(body: str, media_type: str) -> None:
    assert cells_of(read(body, media_type), 1) == [("Country", "Kenya"), ("Workers", "3000")]


def test_csv_whose_first_row_has_numbers_has_no_header() -> None:
    assert cells_of(read("Kenya,3000\nChad,7\n", "text/csv"), 1) == [("", "Chad"), ("", "7")]


def test_a_feed_has_its_entries_with_their_text() -> None:
    feed = (
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
        "<rss><channel><title>The Paper</title>"
        f"<item><title>Wages</title><link>https://x.test/w</link><description><![CDATA[<p>{PROSE}</p>]]></description>"
        "</item></channel></rss>"
    )
    document = read(feed, "application/rss+xml")

    assert role_of(document, "Wages") is Role.HEADING
    assert role_of(document, "The company") is Role.PARAGRAPH
    assert document.title == "The Paper"
    assert "aaaa" not in document.text


def test_xhtml_is_read_as_the_page_it_is() -> None:
    root = '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="fr">'
    page = f'<?xml version="1.0" encoding="utf-8"?>{root}<p>{PROSE}</p></html>'

    for kind in ("application/xhtml+xml", "application/xml", "text/xml"):
        document = read(page, kind)
        assert (document.language, document.text) == ("fr", PROSE)


@pytest.mark.parametrize("body", ["<a>" * 100_000, "<![CDATA[" * 50_000, "<!DOCTYPE [" * 50_000, "<x:" * 100_000])
def test_hostile_xml_is_read_soon(body: str) -> None:
    assert PROSE in read(f'<?xml version="1.0"?><r><p>{PROSE}</p>{body}', "application/xml").text


def test_a_header_of_plain_text_may_name_quarters() -> None:
    text = "Key figures (millions) | Q1 2025 | Q1 2024 | Full year 2024\nSales | 1,284 | 1,411 | 5,602\n"

    assert cells_of(read(text, "text/plain"), 1)[1:] == [
        ("Q1 2025", "1,284"),
        ("Q1 2024", "1,411"),
        ("Full year 2024", "5,602"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "| | 2023 | | 2024 | |\n| Port | In | Out | In | Out |\n|---|---|---|---|---|\n",
        "2023 | 2024\nPort | In | Out | In | Out\n",
        " | 2023 | 2024\nPort | In | Out | In | Out\n",
        "Port | 2023 | 2023 | 2024 | 2024\n | In | Out | In | Out\n",
    ],
)
def test_a_header_of_plain_text_may_have_two_rows_of_which_the_first_spans_columns(head: str) -> None:
    document = read(f"Traffic\n\n{head}Ostra | 1 | 2 | 3 | 4\nVell | 5 | 6 | 7 | 8\n", "text/plain")

    assert cells_of(document, 2)[1:] == [("2023 In", "1"), ("2023 Out", "2"), ("2024 In", "3"), ("2024 Out", "4")]


def test_columns_of_plain_text_may_be_kept_apart_by_gaps() -> None:
    text = f"{PROSE}\n\nTown          2011      2021\nOrlemont     12,500    13,000\nBelcastel     8,120     7,950\n"
    document = read(text, "text/plain")

    assert cells_of(document, 2) == [("Town", "Belcastel"), ("2011", "8,120"), ("2021", "7,950")]
    assert told(read("A line with  a gap.\nAnother  one.\nA  third.", "text/plain"))[0][0] is Role.PARAGRAPH


def test_the_rows_of_a_table_may_be_kept_apart_by_empty_lines() -> None:
    text = "Sector | Mean | Median\n\nBuilding | 2,140 | 1,910\n\nTeaching | 2,310 | 2,280\n\nNotes. None.\n"
    document = read(text, "text/plain")

    assert cells_of(document, 2) == [("Sector", "Teaching"), ("Mean", "2,310"), ("Median", "2,280")]
    links = "Home | Politics | Sport\n\nMarkets | Weather | Jobs\n\nHelp | Shop | Log in\n"
    assert Role.TABLE_ROW not in {role for role, _ in told(read(links, "text/plain"))}


def test_a_row_of_a_label_and_blanks_names_the_group_below_it() -> None:
    text = "Port | 2023 | 2024\nFerries | |\nOstra | 1 | 2\nCargo | |\nOstra | 3 | 4\n"
    document = read(text, "text/plain")

    assert [block.label for block in document.blocks] == ["", "", "Ferries", "", "Cargo"]


def test_headlines_under_one_that_leads_elsewhere_lead_elsewhere_too() -> None:
    document = read(f"{PROSE}\n\nRelated: Crews to strike on 12 May\nFares to rise to 2.60 euros\n", "text/plain")

    assert [role for role, _ in told(document)] == [Role.PARAGRAPH, Role.RELATED, Role.RELATED]


def test_years_head_the_columns_of_comma_separated_rows() -> None:
    assert cells_of(read("Port,2023,2024\nOstra,1,2\n", "text/csv"), 1)[1:] == [("2023", "1"), ("2024", "2")]


@pytest.mark.parametrize("media_type", ["text/plain", "text/markdown", "application/json", "text/csv"])
def test_a_selector_needs_elements_to_select(media_type: str) -> None:
    with pytest.raises(UnreadableError, match="needs HTML"):
        EXTRACTOR.extract(page_of('{"a": 1}', media_type), selector="p")


@pytest.mark.parametrize(
    ("whole", "values"),
    [
        pytest.param('{"a": [1, 2, {"b": "c, d"}, 3], "e": "%s"}', ["a: 1", "a: 2", "c, d", "a: 3"], id="nested"),
        pytest.param('[{"a": "x"}, {"a": "%s"}]', ["a: x"], id="a list"),
        pytest.param('{"a": "x"}\n{"a": "y"}\n{"a": "%s"}', ["x", "y"], id="lines"),
        pytest.param('{"a": "\\"], ", "b": "%s"}', ['a: "],'], id="marks within a string"),
    ],
)
def test_the_beginning_of_json_ends_with_its_last_whole_value(whole: str, values: list[str]) -> None:
    document = read_beginning(page_of(whole % ("z" * 2_000_000), "application/json"), "application/json")
    assert [text for _, text in told(document)] == values
    assert document.truncated == "the first 1,500,000 characters of its JSON"


def test_a_large_file_is_read_apart_and_says_the_same() -> None:
    lines = "".join(f'{{"place": "Amsel {number}", "people": {number}}}\n' for number in range(30_000))
    page = page_of(lines, "application/json")
    assert EXTRACTOR.extract(page) == read_json(page, "application/json")
