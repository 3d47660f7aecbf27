"""Stage 4, extract: CSV → Document, a row a block, every cell under the header of its column.

The delimiter is the one of four that cuts the first lines into the most equal rows.  The first row is the header when
none of its cells is a number.
"""

import csv
import io
import re
from collections.abc import Iterator

from claimcheck.enums import Role
from claimcheck.extractors.charsets import decode_body
from claimcheck.extractors.columns import is_time
from claimcheck.extractors.drafting import CellDraft, Draft, assemble, tidy
from claimcheck.extractors.selecting import refuse_selector
from claimcheck.model import Document, Page

_DELIMITERS = ",;\t|"
_SAMPLE = 20
_MOST_CELLS = 500
_NUMBER = re.compile(r"[\s$€£+-]*\d[\d\s.,]*%?\s*")


def read_csv(page: Page, media_type: str, *, selector: str = "") -> Document:
    """Return the rows of a table in CSV.

    Raises:
        UnreadableError: a selector is given, which CSV has no use for.
    """
    refuse_selector(selector, media_type)
    source = decode_body(page.body, page.charset)
    delimiter = "\t" if media_type == "text/tab-separated-values" else _find_delimiter(source)
    text, blocks, truncated = assemble(_read_rows(source, delimiter))
    return Document(text, blocks, media_type=media_type, truncated=truncated)


def _read_rows(source: str, delimiter: str) -> Iterator[Draft]:
    header: list[str] = []
    rows = csv.reader(io.StringIO(source), delimiter=delimiter)
    number = 0
    while True:
        try:
            row = [tidy(cell) for cell in next(rows)[:_MOST_CELLS]]
        except StopIteration:
            return
        except csv.Error:
            # A cell longer than the reader takes: the rows after it can still be read.
            continue
        if not any(row):
            continue
        if number == 0 and not any(_NUMBER.fullmatch(cell) and not is_time(cell) for cell in row):
            header = row
        heads = header if number else []
        cells = [
            CellDraft(cell, heads[column] if column < len(heads) else "") for column, cell in enumerate(row) if cell
        ]
        number += 1
        yield Draft(" ".join(row), Role.TABLE_ROW, cells=cells)


def _find_delimiter(source: str) -> str:
    lines = [line for line in source[:100_000].split("\n")[:_SAMPLE] if line.strip()]
    counts = {mark: [line.count(mark) for line in lines] for mark in _DELIMITERS}
    return max(_DELIMITERS, key=lambda mark: (min(counts[mark], default=0), sum(counts[mark])))
