"""The CSV report: Report → one row for each claim and source (RFC 4180), for spreadsheets.

Every cell is quoted: then neither a comma, nor a semicolon where that parts the columns, nor a line break makes a cell
of its own.  A cell that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises.
"""

import csv
import io
from collections.abc import Iterator

from claimcheck.fingerprints import fingerprint, main_code
from claimcheck.model import Finding, Report, Ruling, SourceReport
from claimcheck.reporters.brief import clipped
from claimcheck.reporters.links import page_address
from claimcheck.reporters.on_source import comparisons_on, passages_of
from claimcheck.reporters.wording import issued_iso

COLUMNS = (
    "id", "file", "line", "column", "verdict", "codes", "severity", "fails", "excuse", "claim", "reason", "found",
    "passage", "page", "source", "final_url", "state", "http_status", "detail", "title", "issued", "tip", "fingerprint",
    "memento", "memento_date",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}", "\N{FULLWIDTH HYPHEN-MINUS}",
            "\N{FULLWIDTH COMMERCIAL AT}", "\N{MINUS SIGN}", "|")  # fmt: skip
"""What a formula begins with; the wide ones in spreadsheets set to Japanese, ``|`` in old ones that run programs."""
_LONGEST = 32_000
"""Characters of a cell: a spreadsheet takes 32,767."""


class CsvReporter:
    """Writes a header and the rows, in the order of the file."""

    def __init__(self, *, color: bool = False, width: int = 0) -> None:
        del color, width  # a table for programs has neither

    def render(self, report: Report, /) -> str:
        """Return the table, every record ended by CR LF."""
        stream = io.StringIO()
        writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        for finding, ruling in report.ruled:
            writer.writerows([_defused(cell) for cell in row] for row in _rows(finding, ruling))
        return stream.getvalue()


def _rows(finding: Finding, ruling: Ruling | None) -> Iterator[list[str]]:
    claim = finding.claim
    start = [
        claim.id, claim.location.file, str(claim.location.line), str(claim.location.column), finding.verdict.value,
        " ".join(finding.codes), claim.severity.value, "" if ruling is None else str(ruling.fails).lower(),
        ruling.excuse if ruling is not None else "", claim.text, finding.reason,
    ]  # fmt: skip
    end = [finding.tip, fingerprint(claim, main_code(finding))]
    if not finding.sources:
        yield [*start, *[""] * (len(COLUMNS) - len(start) - len(end) - len(_NO_MEMENTO)), *end, *_NO_MEMENTO]
    for seen in finding.sources:
        yield [*start, *_source(finding, seen), *end, *_memento(seen)]


_NO_MEMENTO = ("", "")


def _memento(seen: SourceReport) -> tuple[str, str]:
    memento = seen.copy.memento if seen.copy is not None else None
    return (memento.uri, memento.day.isoformat()) if memento is not None else _NO_MEMENTO


def _source(finding: Finding, seen: SourceReport) -> list[str]:
    passages = passages_of(finding, seen)
    found = dict.fromkeys(comparison.found for comparison in comparisons_on(finding, seen) if comparison.found)
    return [
        "; ".join(found),
        passages[0].exact if passages else "",
        str(passages[0].page or "") if passages else "",
        page_address(seen),
        seen.final_url,
        seen.state.value,
        str(seen.http_status or ""),
        seen.detail,
        seen.title,
        issued_iso(seen.issued) if seen.issued else "",
    ]


def _defused(cell: str) -> str:
    shown = clipped(cell, _LONGEST)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
