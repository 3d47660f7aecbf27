"""The console report: Report → text for people, with or without colour.

rich was chosen for what is hard here: the width of wide characters and emoji, wrapping with styles kept, terminal
colours.  Texts are its ``Text`` objects, never markup strings, so nothing that comes from a page is interpreted.
"""

from rich.text import Text

from claimcheck.enums import Verdict
from claimcheck.model import Report
from claimcheck.reporters.brief import beside_the_sum, to_review
from claimcheck.reporters.colors import QUIET, STATE_STYLES, STRONG, VERDICT_STYLES
from claimcheck.reporters.findings import codes_text, write_finding
from claimcheck.reporters.rows import write_header
from claimcheck.reporters.sheet import Sheet, words
from claimcheck.reporters.standings import Standing, history_words, standings
from claimcheck.reporters.wording import NETWORK_DOWN, counts, host_of, interrupted_words
from claimcheck.text import printable

_CODE = len("V201")
_NAMED = 8
"""Claims that are named of those which a reader must tell of."""


class ConsoleReporter:
    """Writes findings in file order, then the sources that are not plainly there, then the count."""

    def __init__(self, *, color: bool, width: int) -> None:
        self._color = color
        self._width = width

    def render(self, report: Report, /) -> str:
        """Return the whole report, ending in the line whose counts add up."""
        sheet = Sheet(color=self._color, width=self._width)
        codes_width = max([_CODE, *(len(codes_text(finding)) for finding in report.findings)])
        for finding, ruling in report.ruled:
            excuse = ruling.excuse if ruling is not None else ""
            write_finding(sheet, finding, codes_width, excuse=excuse, said_once=report.network_down)
            sheet.blank()
        self._write_standings(sheet, standings(report), codes_width)
        _write_count(sheet, report)
        if beside := beside_the_sum(report):
            sheet.prose("; ".join(beside))
        if len(read := to_review(report)) > 1:
            sheet.prose(_to_read(read))
        if report.network_down:
            sheet.prose(NETWORK_DOWN, STRONG)
        if report.interrupted:
            sheet.prose(interrupted_words(report), STRONG)
        return sheet.text()

    @staticmethod
    def _write_standings(sheet: Sheet, found: tuple[Standing, ...], codes_width: int) -> None:
        if not found:
            return
        noun = "source is" if len(found) == 1 else "sources are"
        sheet.line(Text(f"{len(found)} {noun} not plainly there:", STRONG))
        sheet.blank()
        for standing in found:
            _write_standing(sheet, standing, codes_width)
            sheet.blank()


def _write_standing(sheet: Sheet, standing: Standing, codes_width: int) -> None:
    report = standing.report
    badge = (report.label, STATE_STYLES[report.state.state_class])
    codes = (standing.code.value, codes_width)
    write_header(sheet, report.source.location, host_of(report.source.address), badge, codes)
    sheet.unbroken("address", report.source.address)
    if report.final_url and report.final_url != report.source.address:
        sheet.unbroken("now at", report.final_url)
    if report.detail.strip():
        sheet.row("detail", words(report.detail))
    if history := history_words(report):
        sheet.row("", words(history, QUIET))
    sheet.row("claims", words(", ".join(claim.id for claim in standing.claims)))


def _to_read(claims: list[tuple[float, str]]) -> str:
    named = [f"{printable(name)} {likely:.0%}" for likely, name in claims[:_NAMED]]
    more = [f"{len(claims) - _NAMED} more"] if len(claims) > _NAMED else []
    return "to read, likeliest first: " + " · ".join([*named, *more])


def _write_count(sheet: Sheet, report: Report) -> None:
    """Write the sum, in one line; where the terminal is narrower, in as few as it takes, broken between terms."""
    line = Text()
    for verdict, term in counts(report):
        styled = Text(term, VERDICT_STYLES[verdict] if report.count(verdict) else QUIET)
        if verdict is Verdict.IGNORED:
            styled.append(f" = {len(report.findings)}", STRONG)
        if line.plain and line.cell_len + styled.cell_len + 3 > sheet.width:
            sheet.line(line)
            line = Text.assemble(("· ", QUIET))
        elif line.plain:
            line.append(" · ", QUIET)
        line.append_text(styled)
    sheet.line(line)
