"""The rows that make up a finding on the console: header, claim, source, difference, passage, link."""

from collections.abc import Iterable
from itertools import groupby

from rich.text import Text

from claimcheck.enums import State
from claimcheck.model import Claim, Comparison, Evidence, Location, SourceReport
from claimcheck.reporters.colors import CLAIM_SIDE, QUIET, SOURCE_SIDE, STATE_STYLES, STRONG
from claimcheck.reporters.differences import Difference, mark_said
from claimcheck.reporters.passage import excerpt
from claimcheck.reporters.sheet import LEAST, Sheet, dotted, marked, words
from claimcheck.reporters.wording import copy_words, host_of, issued_words, state_words
from claimcheck.text import printable

BADGE = len("failed verification")
"""Columns of the longest verdict: all verdicts end in one column."""
PASSAGE_LINES = 3
LONGEST_TITLE = 72


def write_header(
    sheet: Sheet, where: Location, name: str, badge: tuple[str, str], codes: tuple[str, int], *, aside: str = ""
) -> None:
    """Write a place and a name to the left, a verdict or a state and its codes to the right.

    ``badge`` is the text and its style, ``codes`` the text and the columns kept for it.  A name that leaves no room
    gets a line of its own: it is what people copy.
    """
    label, style = badge
    left = Text.assemble((f"{printable(where.file)}:{where.line}", QUIET), "  ", (printable(name), STRONG))
    if aside:
        left.append(f"  {printable(aside)}", QUIET)
    right = Text.assemble((f"{label.upper():>{BADGE}}", style), "  ", (f"{codes[0]:<{codes[1]}}", QUIET))
    gap = sheet.width - left.cell_len - right.cell_len
    if gap < 2:  # noqa: PLR2004 - two columns between left and right
        sheet.line(left)
        left, gap = Text(), sheet.width - right.cell_len
    sheet.line(left, Text(" " * max(gap, 0)), right)


def write_claim(sheet: Sheet, claim: Claim, comparisons: Iterable[Comparison] = ()) -> None:
    """Write the claim, the words that do not agree marked."""
    sheet.row("claim", marked(mark_said(claim.text, comparisons)))


def write_source(sheet: Sheet, report: SourceReport, *, label: str = "source") -> None:
    """Write what a source is, when it was issued, and how it stands."""
    host = host_of(report.source.address)
    title = words(report.title or report.source.title)
    title.truncate(LONGEST_TITLE, overflow="ellipsis")
    parts = [words(host, QUIET if title.plain else "")]
    if report.issued is not None:
        parts.append(words(issued_words(report.issued)))
    parts.append(words(state_words(report), STATE_STYLES[report.state.state_class]))
    parts.append(words(report.language))
    rest = dotted(parts)
    whole = dotted([title, rest])
    if whole.cell_len <= sheet.room or not title.plain:
        sheet.row(label, whole)
    else:
        sheet.row(label, title)
        sheet.row("", rest)
    if report.state is State.MOVED and report.final_url:
        sheet.unbroken("now at", report.final_url)
    elif report.state is State.LIVE and report.detail:
        sheet.row("note", words(report.detail))
    write_copy(sheet, report)


def write_copy(sheet: Sheet, report: SourceReport) -> None:
    """Write which archived copy there is of a source, and what it says; where there is none, nothing."""
    if report.copy is not None and report.copy.memento is not None:
        sheet.row("copy", words(copy_words(report)))
        sheet.unbroken("", report.copy.memento.uri, QUIET)


def write_differences(sheet: Sheet, differences: Iterable[Difference]) -> None:
    """Write what the claim says and what the source says, one under the other.

    What stands against the same words of the claim stands under them once.
    """
    for (label, said), group in groupby(differences, key=lambda d: (d.label, d.plain_said)):
        found = list(group)
        ours = marked(found[0].said if said else [("nothing", False)], CLAIM_SIDE)
        theirs = [
            marked(difference.found, SOURCE_SIDE) if difference.found else Text(difference.absent, QUIET)
            for difference in found
        ]
        column = 2 + max(side.cell_len for side in (ours, *theirs)) + 2
        value = f": {found[0].said_value}" if found[0].said_value else ""
        _write_side(sheet, label, ("- ", CLAIM_SIDE), ours, f"(claim{value})", column)
        for difference, side in zip(found, theirs, strict=True):
            sign = ("+ " if difference.found else "  ", SOURCE_SIDE)
            value = f": {difference.found_value}" if difference.found_value else ""
            likely = f", {difference.likely:.0%} likely" if difference.likely is not None else ""
            tag = f"(source{value}{likely}; {difference.note})" if difference.note else f"(source{value}{likely})"
            _write_side(sheet, "", sign, side, tag, column)


def _write_side(sheet: Sheet, label: str, sign: tuple[str, str], side: Text, tag: str, column: int) -> None:
    """Write one side and, in its own column if both sides leave room for one, whose side it is."""
    if sheet.room - column < LEAST:
        sheet.row(label, Text.assemble(side, "  ", (tag, QUIET)), lead=Text(*sign))
    else:
        padded = Text.assemble(sign, side, " " * (column - 2 - side.cell_len))
        sheet.row(label, Text(tag, QUIET), lead=padded)


def write_passage(sheet: Sheet, evidence: Evidence, *, label: str = "near") -> None:
    """Write a passage, cut around the words that decide, which are marked; then where in the source it stands."""
    pieces = excerpt(evidence.exact, evidence.deciding, sheet.room * PASSAGE_LINES)
    sheet.row(label, marked([*pieces, ('"', False)]), lead=Text('"'))
    page = f"page {evidence.page}" if evidence.page is not None else ""
    section = f"under “{printable(evidence.section)}”" if evidence.section.strip() else ""
    if place := ", ".join(part for part in (page, section) if part):
        sheet.row("", words(place, QUIET))
