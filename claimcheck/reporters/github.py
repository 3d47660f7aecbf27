"""Workflow commands of GitHub Actions: Report → annotations on the lines of the claims file.

First a log for whoever opens the step, fenced by ``::stop-commands::TOKEN``: text of a page in it commands nothing.
The token is a digest of that very log, so no page can hold it.  Then one command a finding.  The runner shows ten
errors, ten warnings and ten notices of a step, so a source has a line of its own only where no finding speaks of it.

In a command's message ``%``, CR and LF are escaped, in its properties ``:`` and ``,`` too, as the runner undoes it.
"""

from collections.abc import Iterator
from hashlib import sha256

from claimcheck.model import Location, Report
from claimcheck.reporters.brief import clipped, details, excuse_of, headline, shown_code, source_line, sum_line
from claimcheck.reporters.concise import ConciseReporter
from claimcheck.reporters.levels import Level, level_of, state_level, uncovered_standings
from claimcheck.reporters.wording import NETWORK_DOWN, interrupted_words

_LONGEST = 2_000
"""Characters of a line of the log."""
_NAMES = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


class GithubReporter:
    """Writes a log that commands nothing, then one annotation for each thing to look at."""

    def __init__(self, *, color: bool = False, width: int = 0) -> None:
        del color, width  # the runner colours annotations itself

    def render(self, report: Report, /) -> str:
        """Return the log and the commands, one a line."""
        lines = [*ConciseReporter().render(report).splitlines(), sum_line(report)]
        log = "".join(f"{clipped(line, _LONGEST)}\n" for line in lines)
        token = sha256(log.encode("utf-8", "replace")).hexdigest()
        return f"::stop-commands::{token}\n{log}::{token}::\n" + "".join(f"{line}\n" for line in _commands(report))


def _commands(report: Report) -> Iterator[str]:
    for finding, ruling in report.ruled:
        level = level_of(finding, ruling)
        if level is not None:
            excuse = excuse_of(ruling)
            title = f"{shown_code(finding, ruling)} {clipped(finding.claim.id)}: {finding.verdict.label}"
            lines = [headline(finding, ruling) + (f" ({excuse})" if excuse else "")]
            lines += [f"{label}: {text}" for label, text in details(finding)]
            yield _command(level, finding.claim.location, title, "\n".join(lines))
    for standing in uncovered_standings(report):
        seen = standing.report
        title = f"{standing.code} {seen.label}"
        yield _command(state_level(standing), seen.source.location, title, source_line(seen))
    if report.network_down:
        yield f"::error title=S130 network down::{NETWORK_DOWN.translate(_DATA)}"
    if report.interrupted:
        yield f"::warning title=interrupted::{interrupted_words(report).translate(_DATA)}"


def _command(level: Level, location: Location, title: str, message: str) -> str:
    properties = {
        "file": clipped(location.file),
        "line": str(location.line),
        "col": str(location.column),
        "title": title,
    }
    written = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in properties.items())
    return f"::{_NAMES[level]} {written}::{message.translate(_DATA)}"
