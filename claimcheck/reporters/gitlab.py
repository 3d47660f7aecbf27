"""The code quality report of GitLab: Report → a JSON list, shown in a merge request and beside its changed lines.

The fields are those that GitLab's documentation asks for (a subset of Code Climate's): description, check name,
fingerprint, severity, and a path with the line.  A fingerprint must not come twice, or one of the two is not shown.
"""

from collections.abc import Iterator
from pathlib import PurePath

from claimcheck.enums import Severity, Verdict
from claimcheck.fingerprints import fingerprint, source_fingerprint
from claimcheck.indented import dump
from claimcheck.model import Finding, Location, Report, Ruling
from claimcheck.reporters.brief import LONGEST_PATH, clipped, excuse_of, headline, shown_code, source_line
from claimcheck.reporters.json_v1 import escape
from claimcheck.reporters.levels import Level, level_of, state_level, uncovered_standings

_SEVERITIES = {Level.ERROR: "major", Level.WARNING: "minor", Level.NOTE: "info"}


class GitlabReporter:
    """Writes one entry for each claim that does not hold, and for each source of which no such claim speaks."""

    def __init__(self, *, color: bool = False, width: int = 0) -> None:
        del color, width  # a document for programs has neither

    def render(self, report: Report, /) -> str:
        """Return the list, ending in a newline."""
        entries = {str(entry["fingerprint"]): entry for entry in _entries(report)}
        return escape(dump(list(entries.values()))) + "\n"


def _entries(report: Report) -> Iterator[dict[str, object]]:
    for finding, ruling in report.ruled:
        level = level_of(finding, ruling)
        if level is not None:
            code = shown_code(finding, ruling)
            excuse = excuse_of(ruling)
            words = f"{clipped(finding.claim.id)}: {headline(finding, ruling)}" + (f" ({excuse})" if excuse else "")
            yield _entry(
                words, code, fingerprint(finding.claim, code), _severity(finding, ruling, level), finding.claim.location
            )
    for standing in uncovered_standings(report):
        seen = standing.report
        digest = source_fingerprint(seen.source.address, standing.code)
        yield _entry(source_line(seen), standing.code, digest, _SEVERITIES[state_level(standing)], seen.source.location)


def _severity(finding: Finding, ruling: Ruling | None, level: Level) -> str:
    """Return GitLab's word for a level; a contradiction of a claim that matters is critical."""
    excused = ruling is not None and bool(ruling.excuse)
    plain = finding.verdict is Verdict.CONTRADICTED and finding.claim.severity is Severity.ERROR
    return "critical" if plain and not excused else _SEVERITIES[level]


def _entry(words: str, code: str, digest: str, severity: str, location: Location) -> dict[str, object]:
    return {
        "description": words,
        "check_name": code,
        "fingerprint": digest,
        "severity": severity,
        "location": {
            "path": PurePath(clipped(location.file, LONGEST_PATH)).as_posix(),
            "lines": {"begin": location.line},
        },
    }
