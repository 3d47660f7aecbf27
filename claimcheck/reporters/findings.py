"""A finding on the console: as much of it as is needed to agree with it, or to doubt it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcheck.enums import Code, Outcome, Severity, Verdict
from claimcheck.model import Comparison, Evidence, Finding, Ignore, SourceReport
from claimcheck.reporters.colors import QUIET, VERDICT_STYLES
from claimcheck.reporters.differences import differences
from claimcheck.reporters.links import page_address, passage_link
from claimcheck.reporters.rows import BADGE, write_claim, write_differences, write_header, write_passage, write_source
from claimcheck.reporters.sheet import Sheet, words
from claimcheck.text import printable

MOST_PASSAGES = 3
"""Passages shown of one source; ``claimcheck show`` has them all."""
MOST_CODES = 3
_GAPS = 8
"""Columns between the parts of a header."""


def support_codes(finding: Finding) -> list[Code]:
    """Return the codes that are about the claim; those of its sources stand with the sources."""
    return [code for code in finding.codes if not code.startswith("S")]


def codes_text(finding: Finding) -> str:
    """Return the codes of a finding for its header, the first few of many."""
    codes = [code.value for code in support_codes(finding)]
    more = f" +{len(codes) - MOST_CODES}" if len(codes) > MOST_CODES else ""
    return " ".join(codes[:MOST_CODES]) + more


def write_finding(sheet: Sheet, finding: Finding, codes_width: int, *, said_once: bool = False) -> None:
    """Write a finding: long where something is wrong, short where all is well.

    ``said_once`` leaves out why a claim on the web could not be checked, where one reason holds of the whole run.
    """
    claim = finding.claim
    aside = "" if claim.severity is Severity.ERROR else claim.severity.value
    if finding.verdict is Verdict.IGNORED and claim.ignore is not None:
        _write_ignored(sheet, finding, claim.ignore, codes_width)
        return
    _write_header(sheet, finding, codes_width, aside)
    match finding.verdict:
        case Verdict.SUPPORTED:
            _write_supported(sheet, finding)
        case Verdict.UNVERIFIABLE if said_once and all(seen.source.path is None for seen in finding.sources):
            pass
        case _:
            write_in_full(sheet, finding)


def _write_header(sheet: Sheet, finding: Finding, codes_width: int, aside: str) -> None:
    badge = (finding.verdict.label, VERDICT_STYLES[finding.verdict])
    write_header(
        sheet, finding.claim.location, finding.claim.id, badge, (codes_text(finding), codes_width), aside=aside
    )


def _write_ignored(sheet: Sheet, finding: Finding, ignore: Ignore, codes_width: int) -> None:
    """Write a claim that was not judged: in one line, if it fits."""
    until = f"until {ignore.until.isoformat()}" if ignore.until else ""
    by = f"by {printable(ignore.by)}" if ignore.by.strip() else ""
    terms = ", ".join(part for part in (until, by) if part)
    why = printable(ignore.reason) + (f" ({terms})" if terms else "")
    left = words(f"{finding.claim.location}{finding.claim.id}{why}").cell_len
    if left + BADGE + codes_width + _GAPS <= sheet.width:
        _write_header(sheet, finding, codes_width, why)
    else:
        _write_header(sheet, finding, codes_width, "")
        sheet.row("why", words(why))


def _write_supported(sheet: Sheet, finding: Finding) -> None:
    for report in finding.sources:
        passages = passages_of(finding, report)
        if passages or len(finding.sources) == 1:
            write_source(sheet, report)
            _write_passages(sheet, passages)
    if finding.claim.require > 1 or any(c.note for c in finding.comparisons):
        sheet.row("why", words(finding.reason))


def write_in_full(sheet: Sheet, finding: Finding) -> None:
    """Write a finding's claim, then each source with what differs from it and where it says so, then why."""
    write_claim(sheet, finding.claim, finding.comparisons)
    placed: set[int] = set()
    for report in finding.sources:
        here = comparisons_on(finding, report)
        placed |= {id(c) for c in here}
        write_source(sheet, report)
        write_differences(sheet, differences(here))
        passages = passages_of(finding, report)
        _write_passages(sheet, passages)
        link = passage_link(report, passages[0]) if passages else page_address(report)
        sheet.unbroken("link", link, QUIET)
    write_differences(sheet, differences(c for c in finding.comparisons if id(c) not in placed))
    if finding.reason.strip():
        sheet.row("why", words(finding.reason))
    if finding.tip.strip():
        sheet.row("tip", words(finding.tip))


def comparisons_on(finding: Finding, report: SourceReport) -> tuple[Comparison, ...]:
    """Return what one source says: where it is the only one, what it does not say too."""
    alone = len(finding.sources) == 1
    return tuple(c for c in finding.comparisons if alone or _is_on(c, report))


def _is_on(comparison: Comparison, report: SourceReport) -> bool:
    return comparison.evidence is not None and comparison.evidence.source == report.source.address


def passages_of(finding: Finding, report: SourceReport) -> list[Evidence]:
    """Return the passages of one source, each once, those that do not agree first."""
    ranked = sorted(finding.comparisons, key=lambda c: c.outcome is Outcome.AGREES)
    return _merge(c.evidence for c in ranked if c.evidence is not None and _is_on(c, report))


def _merge(passages: Iterable[Evidence]) -> list[Evidence]:
    """Return passages each once; the same words that decide several assertions carry the marks of all."""
    merged: dict[tuple[str, tuple[int, int], int | None], Evidence] = {}
    for passage in passages:
        key = (passage.exact, passage.span, passage.page)
        held = merged.get(key)
        merged[key] = passage if held is None else _with_marks(held, passage)
    return list(merged.values())


def _with_marks(held: Evidence, other: Evidence) -> Evidence:
    return replace(held, deciding=(*held.deciding, *other.deciding))


def _write_passages(sheet: Sheet, passages: Sequence[Evidence]) -> None:
    for number, passage in enumerate(passages[:MOST_PASSAGES]):
        write_passage(sheet, passage, label="" if number else "near")
    if len(passages) > MOST_PASSAGES:
        sheet.row("", words(f"and {len(passages) - MOST_PASSAGES} more passages", QUIET))
