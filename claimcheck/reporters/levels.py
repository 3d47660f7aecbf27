"""How loud a finding is, for every format that knows errors, warnings and notes.  Pure.

- A claim that is contradicted, fails verification or is partly supported has the level of its severity.
- A claim that is unverifiable is a warning at most: that nobody could look is no error, unless the run fails for it.
- A finding that is excused (known, or not of this change) is a note.
- A claim that is supported or ignored has no level, unless the run fails for a source of it, or for its drift.
- Drift has the level of its claim's severity where the accepted passage no longer holds, and is a note elsewhere.
"""

from collections.abc import Collection
from enum import StrEnum

from claimcheck.enums import Code, Severity, StateClass, Verdict
from claimcheck.model import Finding, Report, Ruling
from claimcheck.reporters.standings import Standing, standings


class Level(StrEnum):
    """What a line begins with."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


_SEVERITIES = {Severity.ERROR: Level.ERROR, Severity.WARNING: Level.WARNING, Severity.INFO: Level.NOTE}
STATE_LEVELS = {
    StateClass.GONE: Level.ERROR,
    StateClass.CANNOT_TELL: Level.WARNING,
    StateClass.PRESENT: Level.NOTE,
}


def level_of(finding: Finding, ruling: Ruling | None) -> Level | None:
    """Return the level of a finding; none where there is nothing to say."""
    fails = ruling is not None and ruling.fails
    if finding.verdict in {Verdict.SUPPORTED, Verdict.IGNORED} and not fails and not (ruling and ruling.excuse):
        return None
    if ruling is not None and ruling.excuse:
        return Level.NOTE
    level = _SEVERITIES[finding.claim.severity]
    if finding.verdict is Verdict.UNVERIFIABLE and level is Level.ERROR and not fails:
        return Level.WARNING
    return level


def drift_level(finding: Finding, ruling: Ruling | None) -> Level:
    """Return the level of what has become of an accepted passage: its claim's severity, where it no longer holds."""
    excused = ruling is not None and ruling.excuse
    return Level.NOTE if excused or _DRIFTED.isdisjoint(finding.codes) else _SEVERITIES[finding.claim.severity]


_DRIFTED = frozenset({Code.DRIFT_CHANGED_VALUE, Code.DRIFT_REMOVED, Code.DRIFT_REPLACED, Code.NEW_CONFLICT})


def state_level(standing: Standing, excused: Collection[str] = ()) -> Level:
    """Return the level of a source that is not plainly there; a note where all claims on it are ``excused``."""
    if all(claim.id in excused for claim in standing.claims):
        return Level.NOTE
    return STATE_LEVELS[standing.report.state.state_class]


def excused_ids(report: Report) -> frozenset[str]:
    """Return the ids of the claims whose findings are excused."""
    return frozenset(finding.claim.id for finding, ruling in report.ruled if ruling is not None and ruling.excuse)


def uncovered_standings(report: Report) -> tuple[Standing, ...]:
    """Return the sources of which no claim that cites them speaks: all their claims are supported or ignored.

    For formats that put one mark on one line: what a finding says already is not said again.
    """
    told = {finding.claim.id for finding, ruling in report.ruled if level_of(finding, ruling) is not None}
    return tuple(standing for standing in standings(report) if not any(claim.id in told for claim in standing.claims))
