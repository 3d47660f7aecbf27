"""The report as JSON Lines: a ``start`` line, one ``finding`` a line in file order, a ``summary`` line.

For programs that will not wait: each line can be written as soon as its claim is judged.  A finding is that of the JSON
report, version 1, so one schema describes both.  A run that was cut off has no ``summary`` line.
"""

import json

from claimcheck.model import ClaimsFile, Finding, Report, Ruling
from claimcheck.reporters.json_v1 import VERSION, escape, finding_document, summary_document


class JsonLinesReporter:
    """Writes the lines one by one, or all at once: the same bytes."""

    def __init__(self, *, color: bool = False, width: int = 0) -> None:
        del color, width  # a document for programs has neither

    def render(self, report: Report, /) -> str:
        """Return all lines, each ended."""
        findings = (self.finding(finding, ruling) for finding, ruling in report.ruled)
        return "".join([self.start(report.claims_file), *findings, self.end(report)])

    @staticmethod
    def start(claims_file: ClaimsFile) -> str:
        """Return the first line: the version, and how many claims the file has."""
        return _line({
            "type": "start", "version": VERSION, "file": claims_file.path, "claims": len(claims_file.claims),
        })  # fmt: skip

    @staticmethod
    def finding(finding: Finding, ruling: Ruling | None = None) -> str:
        """Return the line of one finding."""
        return _line({"type": "finding", **finding_document(finding, ruling)})

    @staticmethod
    def end(report: Report) -> str:
        """Return the last line: the sum."""
        return _line({"type": "summary", **summary_document(report)})


def _line(document: dict[str, object]) -> str:
    return escape(json.dumps(document, ensure_ascii=False)) + "\n"
