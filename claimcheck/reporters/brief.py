"""A finding in a few plain lines, for formats that have room for no more.  Pure.

Every text is printable and bounded: a title of ten megabytes stays a title.
"""

from claimcheck.enums import Verdict
from claimcheck.explain import pages
from claimcheck.fingerprints import main_code
from claimcheck.model import Finding, Report, Ruling, SourceReport
from claimcheck.reporters.differences import differences
from claimcheck.reporters.drifts import drift_words, is_worth_a_word
from claimcheck.reporters.links import page_address, passage_link
from claimcheck.reporters.on_source import passages_of
from claimcheck.reporters.wording import copy_words, counts, state_words
from claimcheck.text import printable

LONGEST = 600
"""Characters of one text."""
LONGEST_PATH = 4_000
"""Characters of a path or an address."""
_ROOM = 20_000
"""Characters of a text that are looked at, so that a long one costs nothing."""


def clipped(text: str, limit: int = LONGEST) -> str:
    """Return a text as it may be shown, on one line and of at most ``limit`` characters."""
    shown = printable(text[: max(_ROOM, 2 * limit)])
    return shown if len(shown) <= limit else f"{shown[: limit - 1].rstrip()}…"


def headline(finding: Finding, ruling: Ruling | None = None) -> str:
    """Return a verdict and its reason: ``partly supported: the claim is the top of the range``.

    Of a claim that is supported and fails all the same: ``supported, but the source has moved``.
    """
    reason = clipped(finding.reason)
    if finding.verdict is Verdict.SUPPORTED and ruling is not None and ruling.codes:
        page = pages().get(ruling.codes[0], {})
        return f"{finding.verdict.label}, but {page.get('title', ruling.codes[0])}"
    return finding.verdict.label + (f": {reason}" if reason else "")


def shown_code(finding: Finding, ruling: Ruling | None = None) -> str:
    """Return the code that a finding goes by in a report: of a supported claim, the one that it fails for."""
    if finding.verdict is Verdict.SUPPORTED and ruling is not None and ruling.codes:
        return ruling.codes[0]
    return main_code(finding)


def excuse_of(ruling: Ruling | None) -> str:
    """Return why a finding at the fail level does not fail; empty where it is none or does."""
    return clipped(ruling.excuse) if ruling is not None else ""


def details(finding: Finding) -> list[tuple[str, str]]:
    """Return what is needed to agree with a finding, as labels and texts: claim, differences, passage, source, tip."""
    rows = [("claim", clipped(finding.claim.text))]
    for difference in differences(finding.comparisons):
        found = clipped("".join(text for text, _ in difference.found)) or difference.absent
        note = f" ({clipped(difference.note)})" if difference.note else ""
        rows.append((clipped(difference.label, 40), f"{clipped(difference.plain_said)} → {found}{note}"))
    for report in finding.sources:
        rows.append(("source", source_line(report)))
        rows += [("passage", clipped(passage.exact)) for passage in passages_of(finding, report)[:1]]
        if report.drifted is not None and is_worth_a_word(report.drifted):
            rows.append(("drift", clipped(drift_words(report.drifted))))
    if finding.tip.strip():
        rows.append(("tip", clipped(finding.tip)))
    return rows


def source_line(report: SourceReport) -> str:
    """Return the address of a source, its title, and how it stands."""
    title = clipped(report.title or report.source.title, 120)
    detail = clipped(report.detail, 200)
    parts = [title, state_words(report) + (f" ({detail})" if detail else "")]
    if report.copy is not None and report.copy.memento is not None:
        parts.append(f"copy of {clipped(copy_words(report), 200)}")
    return f"{clipped(page_address(report), LONGEST_PATH)} · {' · '.join(part for part in parts if part)}"


def link_of(finding: Finding, report: SourceReport) -> str:
    """Return the address that opens a source at the passage that decides, or the source alone."""
    passages = passages_of(finding, report)
    return passage_link(report, passages[0]) if passages else page_address(report)


def sum_line(report: Report) -> str:
    """Return the sum of all findings, ``1 supported · … = 6``; then what is not in it, and what was excused."""
    line = f"{' · '.join(term for _, term in counts(report))} = {len(report.findings)}"
    return " · ".join([line, *beside_the_sum(report)])


def beside_the_sum(report: Report) -> list[str]:
    """Return what the sum of the verdicts leaves unsaid: claims not asked for or not reached, findings excused."""
    parts = []
    if report.skipped:
        parts.append(f"{report.skipped} skipped (not asked for)")
    if report.pending:
        parts.append(f"{report.pending} not reached")
    if excused := sum(bool(ruling.excuse) for ruling in report.rulings):
        parts.append(f"{excused} of them listed, not failed")
    return parts


def to_review(report: Report) -> list[tuple[float, str]]:
    """Return the claims that a reader must tell of, likeliest first: how likely they hold, and their ids.

    A claim of several parts holds no likelier than the least likely of them, and a part as its best passage does.
    """
    found = []
    for finding in report.findings:
        parts: dict[int, float] = {}
        for comparison in finding.comparisons:
            if comparison.likely is not None:
                held = parts.get(comparison.assertion, 0.0)
                parts[comparison.assertion] = max(held, comparison.likely)
        if parts and finding.verdict is Verdict.FAILED_VERIFICATION:
            found.append((min(parts.values()), finding.claim.id))
    return sorted(found, key=lambda pair: -pair[0])
