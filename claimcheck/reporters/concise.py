"""The concise report: Report → one line a finding, for editors, for CI, for grep.

``FILE:LINE:COLUMN: LEVEL CODE[,CODE] NAME: MESSAGE``, in file order; then one such line for each source that is not
plainly there, whose name is its address.  Levels:

- a claim that is contradicted, fails verification or is partly supported: its severity (``note`` for *info*);
- a claim that is unverifiable: ``warning``, or ``note`` if its severity is *info*: could not look is no error, unless
  the run fails for it;
- an accepted passage that has changed a value, was removed or replaced: the claim's severity; that is reworded, or
  whose claim has changed: ``note``;
- a finding that is excused (known, or not of this change): ``note``;
- a source that is gone: ``error``; that cannot be told: ``warning``; that has moved: ``note``;
- a network that is down: ``error``; a run that was interrupted: ``warning``.

Supported and ignored claims have no line, unless the run fails for a source of theirs, or for what has drifted: a clean
run is silent.
"""

from collections.abc import Iterator

from claimcheck.enums import Code, StateClass, Verdict
from claimcheck.model import Finding, Report, Ruling
from claimcheck.reporters.brief import headline, shown_code
from claimcheck.reporters.drifts import drift_words
from claimcheck.reporters.levels import Level, drift_level, excused_ids, level_of, state_level
from claimcheck.reporters.standings import Standing, standings
from claimcheck.reporters.wording import interrupted_words
from claimcheck.source_reports import NOT_REACHED
from claimcheck.text import printable

_QUIET = frozenset({Code.ACCEPTED, Code.DRIFT_MOVED, Code.DRIFT_SOURCE_GONE})


class ConciseReporter:
    """Writes one line for each thing that a person or a program should look at."""

    def __init__(self, *, color: bool = False, width: int = 0) -> None:
        del color, width  # a line for programs has no colour and is never cut

    def render(self, report: Report, /) -> str:
        """Return the lines, each ended; nothing at all where nothing is to be said."""
        return "".join(f"{printable(line)}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    for finding, ruling in report.ruled:
        if report.network_down and _says_only_that(finding):
            continue
        drift = _drift_line(finding, ruling)
        if level_of(finding, ruling) is not None and (drift is None or finding.verdict is not Verdict.SUPPORTED):
            yield _finding_line(finding, ruling)
        if drift is not None:
            yield drift
    excused = excused_ids(report)
    for standing in standings(report):
        yield _standing_line(standing, state_level(standing, excused))
    start = f"{report.claims_file.path}:1:1"
    if report.network_down:
        count = sum(_says_only_that(finding) for finding in report.findings)
        claims = f"; {count} claim{'' if count == 1 else 's'} not checked" if count else ""
        yield f"{start}: error {Code.NETWORK_DOWN} network: no source on the web could be reached from here{claims}"
    if report.interrupted:
        yield f"{start}: warning interrupted: {interrupted_words(report)}"


def _says_only_that(finding: Finding) -> bool:
    """Return whether all that a finding says is that the network here is down."""
    return bool(finding.sources) and all(report.unseen == NOT_REACHED for report in finding.sources)


def _finding_line(finding: Finding, ruling: Ruling | None) -> str:
    claim = finding.claim
    level = level_of(finding, ruling)
    codes = ",".join(code for code in finding.codes if not code.startswith("S")) or shown_code(finding, ruling)
    message = headline(finding, ruling)
    if ruling is not None and ruling.excuse:
        message += f" ({printable(ruling.excuse)})"
    return f"{claim.location}: {level} {codes} {_word(claim.id)}: {message}"


def _drift_line(finding: Finding, ruling: Ruling | None) -> str | None:
    """Return what has become of what was accepted, where somebody should look: not where it only stands elsewhere."""
    looked = [code for code in finding.codes if code.startswith("D") and code not in _QUIET]
    told = [report.drifted for report in finding.sources if report.drifted is not None]
    if not looked or not told:
        return None
    claim = finding.claim
    level = drift_level(finding, ruling)
    message = "; ".join(map(drift_words, told))
    return f"{claim.location}: {level} {','.join(looked)} {_word(claim.id)}: {printable(message)}"


def _standing_line(standing: Standing, level: Level) -> str:
    report = standing.report
    detail = printable(report.detail)
    if report.state.state_class is StateClass.PRESENT:
        detail = f"now at {report.final_url}" if report.final_url else detail
    message = report.label + (f": {detail}" if detail else "")
    gone = report.state.state_class is StateClass.GONE
    confirmed = gone and report.strikes.confirmed
    suspected = f", suspected{'' if gone else ' gone'}" if report.suspected else ", confirmed" if confirmed else ""
    copy = report.copy.memento if report.copy is not None else None
    archived = f"; archived: {printable(copy.uri)}" if copy is not None else ""
    claims = ", ".join(claim.id for claim in standing.claims)
    return (
        f"{report.source.location}: {level} {standing.code} {_word(report.source.address)}: "
        f"{message}{suspected}{archived} (cited by {claims})"
    )


def _word(name: str) -> str:
    """Return a name as one word, so that whoever splits the line at spaces finds the message where it should be."""
    return "_".join(printable(name).split()) or "-"
