"""Stage 5, match: one step of arithmetic, which gives values that a page does not print.

Only values that stand together are put together: of one sentence, of a sentence and the one before it that it points
back to, of one row or one column of a table; and only of one dimension, currency and rate.  Where words of the page say
what the operands are to each other, the value is *told*; such a one may contradict a claim, with its operands as
evidence.  Where they only stand together it can but agree, for that a sum comes out proves little.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from claimcheck.enums import Role
from claimcheck.matchers.arithmetic.changes import changes, of_ends, since_before
from claimcheck.matchers.arithmetic.derived import Derived, Step, alike, comparable, operators_in
from claimcheck.matchers.arithmetic.parts import add_up, parts, sums
from claimcheck.matchers.arithmetic.products import products
from claimcheck.matchers.arithmetic.references import references
from claimcheck.matchers.arithmetic.spans import is_age_at_death, spans
from claimcheck.matchers.passages import Passages, Sentence
from claimcheck.matchers.tabular import cell_of
from claimcheck.matchers.values import Dimension, Quantity
from claimcheck.matchers.words.operators import Operator

__all__ = ["Derived", "Step", "alike", "comparable", "derive", "derive_from_tables", "is_age_at_death", "operators_in"]

_MOST = 24
"""Values of a sentence beyond which it is a list, of which nothing is worked out but sums of columns."""


def derive(passages: Passages, sentence: Sentence) -> Iterator[Derived]:
    """Give what follows in one step from the values of a sentence, and from those of the sentence it points back to."""
    held = passages.quantities_in(sentence)
    if sentence.role.is_boilerplate or len(held) > _MOST:
        return
    yield from spans(passages, sentence, passages.dates_in(sentence))
    if sentence.role is Role.TABLE_ROW:
        yield from changes(passages, sentence, held)
        return
    yield from references(passages, sentence, held)
    points = [q for q in held if not q.is_range]
    yield from changes(passages, sentence, points)
    yield from since_before(passages, sentence, points)
    yield from sums(passages, sentence, points)
    yield from parts(passages, sentence, points)
    yield from products(passages, sentence, points)


def derive_from_tables(passages: Passages) -> Iterator[Derived]:
    """Give the sums of the columns of each table whose every row has one value there; rows of totals are left out."""
    rows = [s for s in passages.sentences if s.role is Role.TABLE_ROW]
    for _, group in groupby(enumerate(rows), key=lambda pair: pair[1].index - pair[0]):
        valued = [row for _, row in group if _is_a_part(passages, row)]
        columns: defaultdict[str, list[Quantity]] = defaultdict(list)
        for row in valued:
            block = passages.document.blocks[row.block]
            for quantity in passages.quantities_in(row):
                cell = cell_of(block, quantity.span[0])
                if cell is not None and cell.header:
                    columns[cell.header].append(quantity)
        if len(valued) > 1:
            yield _count(valued)
        yield from _down_the_years(passages, valued, columns)
        for run in columns.values():
            if 1 < len(run) == len(valued) and alike(run):
                yield add_up(valued[-1], run, told=True)


def _count(rows: Sequence[Sentence]) -> Derived:
    """Return how many rows a table has: *the four schools* are those that it lists."""
    last, number = rows[-1], Decimal(len(rows))
    label = last.clauses[0]
    quantity = Quantity(number, number, Dimension.COUNT, label, f"{number} rows")
    return Derived(quantity, (), quantity.text, Step.LISTING, last, label, told=True)


def _down_the_years(
    passages: Passages, rows: Sequence[Sentence], columns: Mapping[str, Sequence[Quantity]]
) -> Iterator[Derived]:
    """Give how a column changes from one year to the next, where each row is of a year."""
    days = [[d for d in passages.dates_in(row) if d.span[0] < row.clauses[0][1]] for row in rows]
    if not all(len(held) == 1 and held[0].start.year == held[0].end.year for held in days):
        return
    years = [held[0].start.year for held in days]
    for run in columns.values():
        if len(run) != len(rows) or not alike(run):
            continue
        dated = sorted(zip(years, range(len(rows)), run, strict=True), key=lambda item: item[:2])
        for (before, _, one), (after, place, other) in pairwise(dated):
            if before < after and one.low != other.low:
                yield from of_ends(rows[place], (one, other), (before, after))


def _is_a_part(passages: Passages, row: Sentence) -> bool:
    """Return whether a row has values under headers, and is not the one that adds up the others."""
    headed = any(cell.header for cell in passages.document.blocks[row.block].cells)
    if not headed or not passages.quantities_in(row):
        return False
    label = row.clauses[0] if row.clauses else row.span
    return all(o.kind is not Operator.TOGETHER for o in operators_in(passages, row, label))
