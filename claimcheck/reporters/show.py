"""One claim in full, for ``claimcheck show``: how it was read, and every passage considered, taken or passed over."""

from itertools import groupby, zip_longest

from rich.text import Text

from claimcheck.enums import Outcome, Severity
from claimcheck.model import Claim, Comparison, Considered, Finding, Match, SourceReport
from claimcheck.reporters.colors import QUIET, SOURCE_SIDE, STATE_STYLES, STRONG, VERDICT_STYLES
from claimcheck.reporters.differences import difference, label_of, mark_said
from claimcheck.reporters.drift_rows import write_drifts
from claimcheck.reporters.findings import support_codes
from claimcheck.reporters.links import passage_link
from claimcheck.reporters.on_source import comparisons_on
from claimcheck.reporters.passage import excerpt
from claimcheck.reporters.rows import write_copy, write_differences, write_header, write_passage
from claimcheck.reporters.sheet import Sheet, dotted, marked, words
from claimcheck.reporters.standings import history_words
from claimcheck.reporters.wording import issued_day, verdict_words
from claimcheck.text import printable

_SCORE = "0.00  "
_PART = len("paragraph  ")


class ClaimPage:
    """Writes all that is known of one finding, nothing left out."""

    def __init__(self, *, color: bool, width: int, why: bool = False) -> None:
        """Take the form of the terminal; ``why`` asks for the tree of comparisons too."""
        self._color = color
        self._width = width
        self._why = why

    def render(self, finding: Finding, /) -> str:
        """Return the page, ending in a newline."""
        sheet = Sheet(color=self._color, width=self._width)
        codes = " ".join(support_codes(finding))
        badge = (verdict_words(finding), VERDICT_STYLES[finding.verdict])
        write_header(sheet, finding.claim.location, finding.claim.id, badge, (codes, len(codes)))
        sheet.row("claim", marked(mark_said(finding.claim.text, finding.comparisons)))
        write_drifts(sheet, finding)
        _write_optional(sheet, "why", finding.reason)
        _write_optional(sheet, "tip", finding.tip)
        _write_terms(sheet, finding.claim)
        _write_reading(sheet, finding.matches)
        total = len(finding.sources)
        for number, (report, match) in enumerate(zip_longest(finding.sources, finding.matches[:total]), 1):
            _title(sheet, f"source {number} of {total}" if total > 1 else "source")
            _write_source(sheet, report)
            here = match.comparisons if match else ()
            _write_comparisons(sheet, here or comparisons_on(finding, report), report)
            _write_considered(sheet, match.considered if match else (), why=self._why)
        if self._why:
            _write_sum(sheet, finding)
        return sheet.text()


def _title(sheet: Sheet, text: str) -> None:
    sheet.blank()
    sheet.line(Text(text, STRONG))


def _write_optional(sheet: Sheet, label: str, text: str, style: str = "") -> None:
    if text.strip():
        sheet.row(label, words(text, style))


def _write_terms(sheet: Sheet, claim: Claim) -> None:
    """Write what the claims file says of the claim besides its words."""
    for quote in claim.quotes:
        sheet.row("quote", words(f"“{quote.exact}”"))
    _write_optional(sheet, "meaning", claim.trans_quote)
    for item in claim.expect:
        tolerance = f" ± {item.tolerance}" if item.tolerance else ""
        op = "" if item.op == "=" else f"{item.op} "
        sheet.row("expects", words(f"{item.kind} {op}{item.text} {item.unit}{tolerance}"))
    if len(claim.sources) > 1:
        needed = "all" if claim.require == len(claim.sources) else "any" if claim.require == 1 else str(claim.require)
        sheet.row("require", words(f"{needed} of {len(claim.sources)} sources"))
    page = f"page {claim.locator.page}" if claim.locator.page is not None else ""
    places = [page, claim.locator.section, claim.locator.selector]
    _write_optional(sheet, "where", ", ".join(place for place in places if place))
    if claim.ignore is not None:
        until = f" (until {claim.ignore.until.isoformat()})" if claim.ignore.until else ""
        sheet.row("ignore", words(f"{claim.ignore.reason}{until}"))
    if claim.severity is not Severity.ERROR:
        sheet.row("weighs", words(claim.severity.value))
    _write_optional(sheet, "tags", ", ".join(claim.tags))
    _write_optional(sheet, "notes", claim.notes)


def _write_reading(sheet: Sheet, matches: tuple[Match, ...]) -> None:
    """Write how the claim was read; the same words are read the same way for every source, but for the page's date."""
    pairs = dict.fromkeys(pair for match in matches for pair in match.reading)
    if not pairs:
        return
    _title(sheet, "read as")
    before = ""
    for kind, reading in pairs:
        label = label_of(kind)
        sheet.row("" if label == before else label, words(reading))
        before = label


def _write_source(sheet: Sheet, report: SourceReport) -> None:
    _write_optional(sheet, "title", report.title or report.source.title)
    sheet.unbroken("address", report.source.address)
    state = words(report.label, STATE_STYLES[report.state.state_class])
    status = f"HTTP {report.http_status}" if report.http_status is not None else ""
    asides = [report.state.code or "", status, report.detail, report.age]
    sheet.row("state", dotted([state, *map(words, asides)]))
    if history := history_words(report):
        sheet.row("", words(history, QUIET))
    write_copy(sheet, report)
    for number, hop in enumerate(report.hops):
        sheet.unbroken("" if number else "by way", f"{hop.status} {hop.url}")
    if report.final_url and report.final_url != report.source.address and not report.hops:
        sheet.unbroken("ends at", report.final_url)
    if report.issued is not None:
        origin = f" ({report.issued.origin})" if report.issued.origin else ""
        sheet.row("issued", words(f"{issued_day(report.issued)}{origin}"))
    _write_optional(sheet, "lang", report.language)


def _write_comparisons(sheet: Sheet, comparisons: tuple[Comparison, ...], report: SourceReport) -> None:
    for comparison in comparisons:
        sheet.blank()
        code = f"  {comparison.code}" if comparison.code else ""
        heading = Text.assemble((f"  {comparison.outcome.value}", STRONG), (code, QUIET))
        sheet.line(heading)
        if comparison.outcome is Outcome.AGREES:
            _write_agreement(sheet, comparison)
        else:
            write_differences(sheet, [difference(comparison)])
        if comparison.evidence is not None:
            write_passage(sheet, comparison.evidence)
            sheet.unbroken("link", passage_link(report, comparison.evidence), QUIET)


def _write_agreement(sheet: Sheet, comparison: Comparison) -> None:
    sheet.row(label_of(comparison.kind), words(comparison.said), lead=Text("= "))
    if comparison.found and comparison.found != comparison.said:
        sheet.row("", words(comparison.found, SOURCE_SIDE), lead=Text("= "))
    _write_optional(sheet, "", comparison.note, QUIET)


def _write_sum(sheet: Sheet, finding: Finding) -> None:
    """Write what each assertion came to, and the verdict that they add up to."""
    _title(sheet, "adds up")
    for number, group in groupby(finding.comparisons, key=lambda c: c.assertion):
        for comparison in group:
            code = f" {comparison.code}" if comparison.code else ""
            note = f": {comparison.note}" if comparison.note else ""
            said = printable(comparison.said)
            sheet.row(
                f"{number + 1}", words(f"{label_of(comparison.kind)} “{said}” {comparison.outcome.value}{code}{note}")
            )
    verdict = Text(finding.verdict.label, VERDICT_STYLES[finding.verdict])
    sheet.row("so", dotted([verdict, words(finding.reason)]))


def _write_considered(sheet: Sheet, considered: tuple[Considered, ...], *, why: bool) -> None:
    if not considered:
        return
    sheet.blank()
    taken = [passage for passage in considered if passage.taken]
    # A passage that was taken is a candidate too, for each of its values that agree or not: it was not passed over.
    chosen = {(passage.text, passage.role, passage.page) for passage in taken}
    passed = [p for p in considered if not p.taken and (p.text, p.role, p.page) not in chosen]
    sheet.line(Text("  passages considered", STRONG), Text(f"  {len(taken)} taken, {len(passed)} passed over", QUIET))
    for passage in (*taken, *passed):
        sheet.blank()
        place = f"{passage.role.value.replace('_', ' ')}{f', page {passage.page}' if passage.page is not None else ''}"
        lead = Text(f"{passage.score:.2f}  ")
        text = excerpt(printable(passage.text), (), sheet.room * 3)
        sheet.row("taken" if passage.taken else "passed", marked([('"', False), *text, ('"', False)]), lead=lead)
        sheet.row("", words(f"{passage.why} ({place})", QUIET), lead=Text(" " * len(_SCORE)))
        for label, told in passage.parts if why else ():
            sheet.row("", words(told), lead=Text(f"{label:<{_PART}}", QUIET))
