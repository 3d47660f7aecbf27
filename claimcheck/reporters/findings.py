"""A finding on the console: as much of it as is needed to agree with it, or to doubt it."""

from collections.abc import Sequence

from claimcheck.enums import Code, Severity, Verdict
from claimcheck.model import Evidence, Finding, Ignore
from claimcheck.reporters.colors import QUIET, VERDICT_STYLES
from claimcheck.reporters.differences import differences
from claimcheck.reporters.drift_rows import write_drifts
from claimcheck.reporters.drifts import has_drifted
from claimcheck.reporters.links import page_address, passage_link
from claimcheck.reporters.on_source import comparisons_on, passages_of
from claimcheck.reporters.rows import BADGE, write_claim, write_differences, write_header, write_passage, write_source
from claimcheck.reporters.sheet import Sheet, words
from claimcheck.reporters.wording import verdict_words
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


def write_finding(
    sheet: Sheet, finding: Finding, codes_width: int, *, excuse: str = "", said_once: bool = False
) -> None:
    """Write a finding: long where something is wrong, short where all is well.

    ``excuse`` is why it does not fail the run although it is at the fail level; ``said_once`` leaves out why a claim on
    the web could not be checked, where one reason holds of the whole run.
    """
    claim = finding.claim
    severity = "" if claim.severity is Severity.ERROR else claim.severity.value
    aside = ", ".join(part for part in (severity, excuse) if part)
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
    badge = (verdict_words(finding), VERDICT_STYLES[finding.verdict])
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
    write_drifts(sheet, finding)
    told = finding.rules_verdict is not None or finding.claim.require > 1 or any(c.note for c in finding.comparisons)
    archived = any(report.copy is not None and report.copy.decides for report in finding.sources)
    if told or archived:
        sheet.row("why", words(finding.reason))
    if finding.tip.strip() and (archived or has_drifted(finding)):
        sheet.row("tip", words(finding.tip))


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
    write_drifts(sheet, finding)
    if finding.reason.strip():
        sheet.row("why", words(finding.reason))
    if finding.tip.strip():
        sheet.row("tip", words(finding.tip))


def _write_passages(sheet: Sheet, passages: Sequence[Evidence]) -> None:
    for number, passage in enumerate(passages[:MOST_PASSAGES]):
        write_passage(sheet, passage, label="" if number else "near")
    if len(passages) > MOST_PASSAGES:
        sheet.row("", words(f"and {len(passages) - MOST_PASSAGES} more passages", QUIET))


def render_in_full(finding: Finding, *, color: bool, width: int) -> str:
    """Return a finding in full, whatever its verdict."""
    sheet = Sheet(color=color, width=width)
    _write_header(sheet, finding, len(codes_text(finding)), "")
    write_in_full(sheet, finding)
    return sheet.text()
