"""What has become of what a person accepted, as rows on the console: as accepted, and as it is now."""

from rich.text import Text

from claimcheck.accepted import Anchor
from claimcheck.enums import Drift
from claimcheck.model import Finding
from claimcheck.reporters.colors import CLAIM_SIDE, QUIET, SOURCE_SIDE
from claimcheck.reporters.differences import word_diff
from claimcheck.reporters.drifts import drift_words, is_worth_a_word
from claimcheck.reporters.sheet import Sheet, marked, words

_SHOWN = 400
"""Characters of a passage that are shown."""


def write_drifts(sheet: Sheet, finding: Finding) -> None:
    """Write what has changed since a person looked, the passage as accepted above the passage as it is now."""
    for report in finding.sources:
        drifted = report.drifted
        if drifted is None or not is_worth_a_word(drifted):
            continue
        sheet.row("drift", words(drift_words(drifted)))
        if drifted.drift is not Drift.MOVED:
            for anchor in drifted.anchors:
                _write_anchor(sheet, anchor)


def _write_anchor(sheet: Sheet, anchor: Anchor) -> None:
    if anchor.drift in {Drift.NONE, Drift.MOVED}:
        return
    was, now = word_diff(anchor.passage.exact[:_SHOWN], anchor.found[:_SHOWN])
    sheet.row("", Text.assemble(marked(was, CLAIM_SIDE), ("  (accepted)", QUIET)), lead=Text("- ", CLAIM_SIDE))
    if anchor.found:
        sheet.row("", Text.assemble(marked(now, SOURCE_SIDE), ("  (now)", QUIET)), lead=Text("+ ", SOURCE_SIDE))
