"""What has become of what a person accepted, in one line.  Pure; plain strings."""

from claimcheck.accepted import Drifted
from claimcheck.enums import Drift
from claimcheck.model import Finding
from claimcheck.text import printable

_LONGEST = 80


def has_drifted(finding: Finding) -> bool:
    """Return whether anything has changed since a person looked."""
    return any(report.drifted is not None and is_worth_a_word(report.drifted) for report in finding.sources)


def is_worth_a_word(drifted: Drifted) -> bool:
    """Return whether anything of what was accepted, or of its claim, has changed."""
    return drifted.stale or drifted.drift is not Drift.NONE


def drift_words(drifted: Drifted) -> str:
    """Return what became of what was accepted, in one line."""
    if drifted.stale:
        return f"the claim's words have changed since {drifted.accepted.on}, when it was accepted"
    pairs = [pair for anchor in drifted.anchors for pair in anchor.changes]
    if pairs:
        told = "; ".join(f"{_short(was) or 'nothing'} → {_short(now) or 'nothing'}" for was, now in pairs)
        return f"{drifted.drift.label}: {told}"
    words_of = {
        Drift.NONE: "unchanged",
        Drift.MOVED: "moved on the page",
        Drift.REWORDED: "reworded, every value equal",
        Drift.CHANGED_VALUE: "changed value",
        Drift.REMOVED: "the accepted passage was removed",
        Drift.REPLACED: "the page was replaced by another",
        Drift.SOURCE_GONE: _gone_words(drifted),
    }
    return words_of[drifted.drift]


def _gone_words(drifted: Drifted) -> str:
    """Return what the archived copy of a source that is gone has of what was accepted."""
    if not drifted.anchors:
        return "the source is gone"
    held = all(anchor.drift.holds for anchor in drifted.anchors)
    return f"the source is gone; its archived copy {'has' if held else 'does not have'} the accepted passage"


def _short(text: str) -> str:
    plain = printable(text)
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
