"""PDF: order, paragraphs, hyphens, marks, furniture, tables, and files that cannot be read."""

from datetime import date

import pytest
from extractors.prints import column, draw, forbid_copying, lock, page_of_pdf, scan, write
from extractors.readings import EXTRACTOR, PROSE, cells_of, told
from reportlab.pdfbase.pdfmetrics import stringWidth

from claimcheck.enums import Role
from claimcheck.errors import UnreadableError
from claimcheck.extractors.pdf.hyphens import join_broken
from claimcheck.extractors.pdf.reader import read_pdf
from claimcheck.model import Document, Issued

LEFT = [
    "The left column speaks of wages",
    "in Kenya, where people earned two",
    "dollars an hour for many months,",
    "and of those who left again.",
]
RIGHT = [
    "The right column speaks of hours",
    "in Uganda, where people worked ten",
    "hours a day in those years,",
    "and of those who stayed there.",
]


def read(body: bytes) -> Document:
    return read_pdf(page_of_pdf(body), "application/pdf")


def texts(document: Document) -> list[str]:
    return [text for _, text in told(document)]


def test_lines_become_paragraphs_on_their_page() -> None:
    document = read(draw([column(50, 750, LEFT), column(50, 750, RIGHT)]))

    assert texts(document) == [" ".join(LEFT), " ".join(RIGHT)]
    assert [block.page for block in document.blocks] == [1, 2]


def test_columns_drawn_one_after_the_other_are_read_so() -> None:
    assert texts(read(draw([[*column(50, 750, LEFT), *column(320, 750, RIGHT)]]))) == [" ".join(LEFT), " ".join(RIGHT)]


def test_columns_drawn_line_by_line_are_read_one_after_the_other() -> None:
    both = [text for pair in zip(column(50, 750, LEFT), column(320, 750, RIGHT), strict=True) for text in pair]

    assert texts(read(draw([both]))) == [" ".join(LEFT), " ".join(RIGHT)]


def test_a_sentence_that_a_page_cuts_stays_whole_on_the_page_where_it_begins() -> None:
    document = read(draw([column(50, 90, LEFT[:2]), column(50, 750, LEFT[2:])]))

    assert texts(document) == [" ".join(LEFT)]
    assert document.blocks[0].page == 1


def test_a_gap_ends_a_paragraph() -> None:
    assert texts(read(draw([[*column(50, 750, LEFT), *column(50, 670, RIGHT)]]))) == [" ".join(LEFT), " ".join(RIGHT)]


def test_lines_that_fpdf_breaks_and_justifies_are_joined() -> None:
    assert texts(read(write([PROSE, PROSE]))) == [PROSE, PROSE]


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("the annota-", "tors were paid", "the annotators were paid"),
        ("a well-", "known firm", "a well-known firm"),
        ("the COVID-", "19 years", "the COVID-19 years"),
        ("in Franco-", "German trade", "in Franco-German trade"),
        ("from 10-", "20 people", "from 10-20 people"),
        ("wages -", "and hours", "wages - and hours"),
        ("wages and", "hours", "wages and hours"),
    ],
)
def test_a_word_that_a_line_cuts_is_made_whole(above: str, below: str, joined: str) -> None:
    assert join_broken(above, below, frozenset({"well-known", "annotators"})) == joined


def test_a_hyphen_that_the_document_writes_elsewhere_stays() -> None:
    document = read(draw([column(50, 750, ["He is well-known in the town where the", "firm is well-", "known too."])]))

    assert texts(document) == ["He is well-known in the town where the firm is well-known too."]


def test_ligatures_are_letters() -> None:
    line = "the \ufb01rst of\ufb01ce \ufb02oor"

    assert texts(read(draw([[(50, 750, line, "Vera", 11)]]))) == ["the first office floor"]


def test_a_raised_mark_does_not_join_the_number_before_it() -> None:
    document = read(draw([[(50, 750, "It employed 3,000"), (139, 754, "12", "Helvetica", 6.5), (150, 750, "people.")]]))

    assert texts(document) == ["It employed 3,000 ¹² people."]


def test_bigger_and_bold_lines_are_headings_and_name_the_section() -> None:
    body, rest = column(50, 700, LEFT), column(50, 580, RIGHT)
    document = read(
        draw([[(50, 750, "Wages", "Helvetica", 16), *body, (50, 600, "Hours", "Helvetica-Bold", 11), *rest]])
    )

    assert [(block.role, block.section) for block in document.blocks] == [
        (Role.HEADING, "Wages"),
        (Role.PARAGRAPH, "Wages"),
        (Role.HEADING, "Hours"),
        (Role.PARAGRAPH, "Hours"),
    ]
    assert document.title == "Wages"


def test_running_heads_feet_and_page_numbers_are_labelled_and_cut_no_sentence() -> None:
    words = ["one", "two", "three", "four"]
    pages = [
        [
            (50, 810, "Annual report of the firm"),
            *column(
                50, 750, [f"{word} of them went home.", f"Then {word} hundred", f"others who {word}", f"day {word}"]
            ),
            (290, 30, str(number)),
        ]
        for number, word in enumerate(words, start=1)
    ]
    document = read(draw(pages))
    roles = {text: role for role, text in told(document)}

    assert roles["Annual report of the firm"] is Role.NAVIGATION
    assert roles["2"] is Role.FOOTER
    assert any(role is Role.PARAGRAPH and "day one two of them went home." in text for text, role in roles.items())


def test_a_running_head_that_counts_on_is_furniture() -> None:
    heads = ["Chapter 2: Wages 4", "Chapter 2: Wages 5", "Chapter 3: Hours 6", "Chapter 3: Hours 7", "Other 8", "End 9"]
    pages = [
        [(50, 810, head), *column(50, 750, [f"{head[-1]} people", f"were {head[-1]}", f"in {head}", f"and {head}."])]
        for head in heads
    ]
    roles = {text: role for role, text in told(read(draw(pages)))}

    assert roles["Chapter 2: Wages 5"] is roles["Chapter 3: Hours 6"] is Role.NAVIGATION


def test_words_set_to_one_width_are_no_cells() -> None:
    lines = [("It was paid.", "There were ten"), ("of them.", "They left in the"), ("year of the flood.", "Who")]
    gaps = [12.0, 14.0, 13.0]
    page = []
    for row, ((before, after), gap) in enumerate(zip(lines, gaps, strict=True)):
        begins = 50 + stringWidth(before, "Helvetica", 11) + gap
        page += [(50.0, 750.0 - 14 * row, before), (begins, 750.0 - 14 * row, after)]

    assert texts(read(draw([page]))) == [" ".join(word for pair in lines for word in pair)]


def test_a_bullet_begins_the_line_beside_it_wherever_it_is_drawn() -> None:
    bullets = [(50.0, 750.0, "\u2022"), (50.0, 736.0, "\u2022")]
    page = [*bullets, *column(65, 750, ["three people in Nairobi", "ten in Mombasa"])]

    assert told(read(draw([page]))) == [
        (Role.LIST_ITEM, "\u2022 three people in Nairobi"),
        (Role.LIST_ITEM, "\u2022 ten in Mombasa"),
    ]


def test_a_table_of_contents_is_a_menu() -> None:
    page = [
        (50, 780, "Contents", "Helvetica", 16),
        (50, 750, "1 Wages . . . . . . . . . . . . . . . 3"),
        (50, 735, "2 Hours"),
        (400, 735, "9"),
        *column(50, 600, LEFT),
    ]
    roles = {text: role for role, text in told(read(draw([page])))}

    assert roles["1 Wages 3"] is roles["2 Hours | 9"] is Role.NAVIGATION
    assert roles[" ".join(LEFT)] is Role.PARAGRAPH


def test_rows_of_a_table_have_cells_under_their_headers() -> None:
    rows = [("Country", "Workers", "Year"), ("Kenya", "3,000", "2022"), ("Uganda", "1,200", "2023")]
    cells = [
        (50 + 120.0 * place, 600 - 16.0 * row, text) for row, line in enumerate(rows) for place, text in enumerate(line)
    ]
    document = read(draw([[*column(50, 750, LEFT), (50, 625, "Table 1. Staff by country"), *cells]]))

    assert cells_of(document, 2) == [("Country", "Uganda"), ("Workers", "1,200"), ("Year", "2023")]
    assert document.blocks[-1].label == "Table 1. Staff by country"
    assert document.blocks[1].role is Role.CAPTION


def test_what_stands_under_references_is_references() -> None:
    pages = [
        [
            *column(50, 750, LEFT),
            (50, 650, "References", "Helvetica-Bold", 13),
            *column(50, 630, ["Smith (2020), Work."]),
        ]
    ]

    assert told(read(draw(pages)))[-1] == (Role.REFERENCES, "Smith (2020), Work.")


@pytest.mark.parametrize(
    ("line", "issued"),
    [
        ("May 2025", Issued(date(2025, 5, 1), "a date line", "month")),
        ("12 May 2024", Issued(date(2024, 5, 12), "a date line")),
        ("Nothing here", Issued(date(2000, 1, 1), "PDF metadata (creation date)")),
    ],
)
def test_the_first_page_says_when_a_pdf_was_issued_and_its_making_only_as_a_last_resort(
    line: str, issued: Issued
) -> None:
    assert read(draw([[(50, 760, line), *column(50, 700, LEFT)]])).issued == issued


def test_title_and_language_come_from_the_metadata() -> None:
    document = read(write([PROSE], lang="fr-FR", title="Salaires"))

    assert (document.title, document.language) == ("Salaires", "fr")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (lock(PROSE), "encrypted"),
        (scan(), "scanned"),
        (b"%PDF-1.7\nnothing of the kind", "broken"),
        (draw([column(50, 750, LEFT)])[:300], "broken"),
    ],
    ids=["locked", "scanned", "none", "cut"],
)
def test_a_pdf_that_cannot_be_read_says_why(body: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        EXTRACTOR.extract(page_of_pdf(body))


def test_a_pdf_that_asks_not_to_be_copied_is_read() -> None:
    assert texts(read(forbid_copying("Two dollars an hour."))) == ["Two dollars an hour."]


def test_a_selector_has_no_use_in_a_pdf() -> None:
    with pytest.raises(UnreadableError, match="needs HTML"):
        EXTRACTOR.extract(page_of_pdf(draw([column(50, 750, LEFT)])), selector="p")


def test_a_pdf_called_a_page_is_read_as_a_pdf() -> None:
    page = page_of_pdf(draw([column(50, 750, LEFT)]))

    document = EXTRACTOR.extract(type(page)(page.url, page.body, "text/html"))

    assert (document.media_type, texts(document)) == ("application/pdf", [" ".join(LEFT)])
