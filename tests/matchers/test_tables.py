"""Claims against the cells of a table: by its row, its column and the day that these say."""

from matchers.short_pages import PLACE, SOURCE

from claimcheck.enums import Outcome, Role
from claimcheck.matchers.matcher import RuleMatcher
from claimcheck.model import Block, Cell, Claim, Document

GRANTS = ("Region | Grants 2022 | Grants 2023", "North | 112 | 134", "Coast | 87 | 79")


def told(claim: str, rows: tuple[str, ...], *, language: str = "fr", label: str = "") -> set[Outcome]:
    """Return how a claim stands to a page of one table, of which the first row is the header."""
    heads, blocks, at = rows[0].split(" | "), [], 0
    for row in rows:
        begin, cells = at, []
        for head, cell in zip(heads, row.split(" | "), strict=True):
            cells.append(Cell(head if begin else "", (at, at + len(cell))))
            at += len(cell) + len(" | ")
        at = begin + len(row) + 1
        blocks.append(Block(Role.TABLE_ROW, (begin, at - 1), cells=tuple(cells), label=label if begin else ""))
    held = Claim("a", claim, (SOURCE,), PLACE, language=language)
    page = Document("\n".join(rows), tuple(blocks), "Grants by region", "en")
    return {c.outcome for c in RuleMatcher().match(held, page, SOURCE).comparisons}


def test_a_year_beside_a_word_dates_the_column_that_it_heads() -> None:
    assert told("La région Nord a reçu 134 subventions en 2023.", GRANTS) == {Outcome.AGREES}
    assert Outcome.CONFLICTS in told("La région Côte a reçu 87 subventions en 2023.", GRANTS)


def test_a_row_of_first_figures_is_replaced_by_the_revised_one_beside_it() -> None:
    rows = ("Month | Passengers", "May 2024 (revised) | 455,900", "May 2024 (first estimate) | 448,100")
    assert told("En mai 2024, il y a eu 455 900 passagers.", rows) == {Outcome.AGREES}
    assert Outcome.AGREES not in told("En mai 2024, il y a eu 448 100 passagers.", rows)


def test_the_row_of_the_headers_has_no_more_of_the_claim_than_a_row_of_values() -> None:
    rows = ("Month | Passengers | Change on previous year", "May 2024 | 455,900 | +7.4%", "June 2024 | 412,300 | +6.1%")
    assert told("En mai 2024, il y a eu 455 900 passagers.", rows) == {Outcome.AGREES}
    assert Outcome.AGREES not in told("En juin 2024, il y a eu 455 900 passagers.", rows)
