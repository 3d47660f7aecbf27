"""Builds ``pages/generative-ai-training.pdf``: ``python examples/ai-labour/build_pdf.py [FILE]``.

The bytes are the same at every build: the date is set, nothing is compressed, and the fonts are those that every PDF
reader brings.  fpdf2 lays the pages out; it comes with the development tools.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF

TARGET = Path(__file__).parent / "pages" / "generative-ai-training.pdf"
REAL_PAGE = (
    "https://www.copyright.gov/ai/"
    "Copyright-and-Artificial-Intelligence-Part-3-Generative-AI-Training-Report-Pre-Publication-Version.pdf"
)
TITLE = "Copyright and Artificial Intelligence, Part 3: Generative AI Training"

SUMMARY = """
# What this part is about
Whoever trains a generative model copies works: when they are collected, when they are prepared, and perhaps in what the
model keeps of them. This part asks when such copies infringe, when they are fair use, and how works could be licensed
for training. In May 2025 the United States Copyright Office published this report on the training of generative AI in a
pre-publication version, because Congress and many others had asked for it. A final version is to follow, and no change
of substance is expected in it.

# How it came about
The Office opened its study of artificial intelligence early in 2023 and put its questions to the public in August 2023.
More than 10,000 comments came back, from authors, labels, publishers, libraries, researchers and the makers of models.
The answers are given in parts, of which this is the third.

# Fair use
There is no one answer for all training. What counts most is what the model is for, and what it does to the market of
the works that it was trained on. To train a model for research or for analysis will often be fair use. To copy great
numbers of works from pirated collections, and to make with them what competes with these works, goes beyond the
established bounds.

# Licences
Voluntary licences are already being agreed in some trades, for music, for news, for pictures. Where that works, it
should be left to work. Where it does not, collective licences may help. The Office does not ask for a law to step in at
this time.
"""
PARTS = (
    ("Part", "Subject", "Published"),
    ("1", "Digital replicas", "July 2024"),
    ("2", "Copyrightability", "January 2025"),
    ("3", "Generative AI training (pre-publication)", "May 2025"),
)
COLUMNS = """
# The four factors
First, purpose and character: a model that only learns how language is built stands elsewhere than one that is asked to
write in an author's manner. Second, the nature of the work: a poem is nearer to the core of the law than a table of
tides. Third, the amount: whole works are taken, as a rule, and whether that was reasonable depends on what comes out at
the other end. Fourth, the market: sales that are lost, licences that are never asked for, and a flood of works of the
same kind.

# Retrieval
Some systems look texts up while they answer. Where they repeat what they found, or come close to it, fair use is less
likely than in training, for the answer may stand in for the page that it was taken from.

# Weights
Do the numbers of a trained model hold copies of works? Some do, where a work can be drawn out of them again. That is a
question of fact, to be looked at model by model, and the comments on it differ widely.

# Guardrails
Those who run a model can keep it from repeating what it was trained on: by taking doubles out of the data, by refusing
certain requests, by looking at the answer before it is sent. Such means speak for fair use, and they do not settle it.
"""


class Report(FPDF):
    """A letter-size report with a running head and a foot that says what it really is."""

    def header(self) -> None:
        """Print the running head on every page but the first."""
        if self.page_no() > 1:
            self.set_font("Times", style="I", size=9)
            self.cell(0, 6, TITLE, align="C")
            self.ln(10)

    def footer(self) -> None:
        """Print the page's number, that it is a summary, and where the real report is."""
        self.set_y(-24)
        self.set_font("Times", size=7)
        self.multi_cell(
            0, 3, f"A summary written for an example, not the report itself, which is at {REAL_PAGE}", align="C"
        )
        self.set_y(-12)
        self.set_font("Times", size=9)
        self.cell(0, 5, str(self.page_no()), align="C")


def build_report() -> bytes:
    """Return the PDF: a title page, the summary, the parts of the study, and a page in two columns."""
    pdf = Report(format="letter")
    pdf.set_compression(False)
    pdf.set_creation_date(datetime(2025, 5, 9, 12, tzinfo=UTC))
    pdf.set_title(TITLE)
    pdf.set_lang("en-US")
    pdf.set_producer("fpdf2")
    pdf.set_margins(28, 22, 28)
    pdf.set_auto_page_break(auto=True, margin=32)
    _add_title_page(pdf)
    pdf.add_page()
    for heading, text in _sections(SUMMARY):
        _add_section(pdf, heading, text)
    _add_parts(pdf)
    _add_columns(pdf)
    return bytes(pdf.output())


def _sections(text: str) -> list[tuple[str, str]]:
    """Return each heading with the paragraph below it."""
    parts = (part.partition("\n") for part in text.split("# ")[1:])
    return [(heading, " ".join(body.split())) for heading, _, body in parts]


def _add_title_page(pdf: FPDF) -> None:
    pdf.add_page()
    pdf.set_y(60)
    for text, style, size in (
        ("Copyright and Artificial Intelligence", "B", 24),
        ("Part 3: Generative AI Training", "", 18),
        ("Pre-publication version", "I", 13),
        ("A Report of the Register of Copyrights", "", 12),
        ("May 2025", "", 12),
    ):
        pdf.set_font("Times", style=style, size=size)
        pdf.multi_cell(0, 10, text, align="C", new_x="LMARGIN", new_y="NEXT")
        pdf.ln(6)


def _add_section(pdf: FPDF, heading: str, text: str) -> None:
    pdf.set_font("Times", style="B", size=14)
    pdf.cell(0, 9, heading)
    pdf.ln()
    pdf.set_font("Times", size=11)
    pdf.multi_cell(0, 5.5, text, align="J", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(4)


def _add_parts(pdf: FPDF) -> None:
    pdf.set_font("Times", style="B", size=14)
    pdf.cell(0, 9, "The parts of the study")
    pdf.ln()
    pdf.set_font("Times", size=11)
    with pdf.table(col_widths=(15, 85, 50), line_height=6) as table:
        for cells in PARTS:
            row = table.row()
            for cell in cells:
                row.cell(cell)


def _add_columns(pdf: FPDF) -> None:
    pdf.add_page()
    with pdf.text_columns(ncols=2, gutter=8, text_align="J", line_height=1.2, balance=True) as columns:
        for heading, text in _sections(COLUMNS):
            pdf.set_font("Times", style="B", size=12)
            columns.write(heading)
            columns.ln()
            pdf.set_font("Times", size=10)
            columns.write(text)
            columns.ln()
            columns.ln()


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.write_bytes(build_report())
    print(f"wrote {target}")
