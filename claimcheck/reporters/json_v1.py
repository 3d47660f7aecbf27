"""The JSON report, version 1: Report → a document of its own types, described by ``report-v1.schema.json``.

The types here are not those of the model: the model may change, this may only grow.  Every character that a terminal
or a reader could stumble over (controls, escapes, bidi marks, invisible ones) is written as an escape of JSON: nothing
is lost, and the file is safe to print.
"""

import re
from datetime import date

from claimcheck.accepted import Drifted, worst_drift
from claimcheck.archived import ArchivedCopy
from claimcheck.enums import Verdict
from claimcheck.fingerprints import fingerprint, main_code
from claimcheck.indented import dump
from claimcheck.model import Comparison, Evidence, Finding, Report, Ruling, SourceReport
from claimcheck.reporters.wording import issued_iso

VERSION = 1

_PERHAPS_UNSAFE = re.compile(r"[^\n\x20-\x7e]+")
_BMP = 0xFFFF


class JsonReporter:
    """Writes the report for programs: UTF-8, indented, the same bytes for the same report."""

    def __init__(self, *, color: bool = False, width: int = 0) -> None:
        del color, width  # a document for programs has neither

    def render(self, report: Report, /) -> str:
        """Return the document, ending in a newline."""
        document = {
            "version": VERSION,
            "summary": summary_document(report),
            "findings": [finding_document(finding, ruling) for finding, ruling in report.ruled],
        }
        return escape(dump(document)) + "\n"


def escape(document: str) -> str:
    """Return a JSON document with every character that is not plainly visible written as an escape."""
    return _PERHAPS_UNSAFE.sub(lambda run: "".join(map(_escape, run.group())), document)


def _escape(character: str) -> str:
    if character.isprintable() and not _is_variation_selector(character):
        return character
    number = ord(character)
    if number <= _BMP:
        return f"\\u{number:04x}"
    high, low = divmod(number - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"


def _is_variation_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def summary_document(report: Report) -> dict[str, object]:
    """Return how many findings there are of each verdict, what is not among them, and whether the run is whole."""
    return {
        "supported": report.count(Verdict.SUPPORTED),
        "partly_supported": report.count(Verdict.PARTLY_SUPPORTED),
        "contradicted": report.count(Verdict.CONTRADICTED),
        "failed_verification": report.count(Verdict.FAILED_VERIFICATION),
        "unverifiable": report.count(Verdict.UNVERIFIABLE),
        "ignored": report.count(Verdict.IGNORED),
        "accepted": sum(finding.rules_verdict is not None for finding in report.findings),
        "total": len(report.findings),
        "network_down": report.network_down,
        "interrupted": report.interrupted,
        "pending": report.pending,
        "skipped": report.skipped,
        "failing": sum(ruling.fails for ruling in report.rulings) if report.rulings or not report.findings else None,
        "excused": sum(bool(ruling.excuse) for ruling in report.rulings),
    }


def finding_document(finding: Finding, ruling: Ruling | None) -> dict[str, object]:
    """Return a finding, and what the policy of the run makes of it where one was applied."""
    evidence = finding.evidence
    location = finding.claim.location
    return {
        "id": finding.claim.id,
        "claim": finding.claim.text,
        "verdict": finding.verdict.value,
        "accepted": finding.rules_verdict is not None,
        "rules_verdict": finding.rules_verdict.value if finding.rules_verdict else None,
        "drift": worst_drift(report.drifted for report in finding.sources),
        "codes": [code.value for code in finding.codes],
        "severity": finding.claim.severity.value,
        "reason": finding.reason,
        "tip": finding.tip,
        "location": {"file": location.file, "line": location.line, "column": location.column},
        "evidence": [_evidence(passage) for passage in evidence],
        "comparisons": [_comparison(comparison, evidence) for comparison in finding.comparisons],
        "sources": [_source(report) for report in finding.sources],
        "fails": ruling.fails if ruling is not None else None,
        "excuse": (ruling.excuse or None) if ruling is not None else None,
        "known": ruling.known if ruling is not None else None,
        "fingerprint": fingerprint(finding.claim, main_code(finding)),
    }


def _evidence(passage: Evidence) -> dict[str, object]:
    return {
        "exact": passage.exact,
        "prefix": passage.prefix,
        "suffix": passage.suffix,
        "stance": passage.stance.value,
        "source": passage.source,
        "page": passage.page,
        "section": passage.section,
        "deciding": [list(span) for span in passage.deciding],
    }


def _comparison(comparison: Comparison, evidence: tuple[Evidence, ...]) -> dict[str, object]:
    return {
        "kind": comparison.kind,
        "said": comparison.said,
        "outcome": comparison.outcome.value,
        "found": comparison.found,
        "note": comparison.note,
        "code": comparison.code.value if comparison.code else None,
        "evidence": evidence.index(comparison.evidence) if comparison.evidence else None,
        "assertion": comparison.assertion,
        "likely": comparison.likely,
    }


def _source(report: SourceReport) -> dict[str, object]:
    code = report.state.code
    return {
        "url": report.source.address,
        "final_url": report.final_url or None,
        "state": report.state.value,
        "code": code.value if code else None,
        "http_status": report.http_status,
        "title": report.title or None,
        "issued": issued_iso(report.issued) if report.issued else None,
        "issued_from": report.issued.origin if report.issued else None,
        "language": report.language or None,
        "suspected": report.suspected,
        "strikes": report.strikes.count,
        "first_failed": _day(report.strikes.first_failed),
        "last_ok": _day(report.strikes.last_ok),
        "read_at": report.read_at.isoformat(timespec="seconds") if report.read_at else None,
        "detail": report.detail,
        "accepted": _drifted(report.drifted) if report.drifted else None,
        "archived": _copy(report.copy) if report.copy else None,
    }


def _copy(copy: ArchivedCopy) -> dict[str, object]:
    memento = copy.memento
    return {
        "uri": memento.uri if memento else None,
        "datetime": memento.at.isoformat(timespec="seconds") if memento else None,
        "archive": memento.archive if memento else None,
        "digest": memento.digest or None if memento else None,
        "verdict": copy.verdict.value if copy.verdict else None,
        "decides": copy.decides,
        "cited": copy.cited,
        "note": copy.note,
    }


def _drifted(drifted: Drifted) -> dict[str, object]:
    entry = drifted.accepted
    return {
        "drift": drifted.drift.value,
        "stale": drifted.stale,
        "by": entry.by,
        "on": entry.on,
        "why": entry.why,
        "passages": [
            {
                "exact": anchor.passage.exact,
                "drift": anchor.drift.value,
                "found": anchor.found or None,
                "changes": [{"accepted": was or None, "now": now or None} for was, now in anchor.changes],
            }
            for anchor in drifted.anchors
        ],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
