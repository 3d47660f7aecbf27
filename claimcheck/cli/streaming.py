"""Findings as they come: to standard output at once in JSON Lines, and kept in case the run does not reach its end."""

from collections.abc import Iterable

from claimcheck.cli.options import Output
from claimcheck.cli.writing import write_out
from claimcheck.model import ClaimsFile, Finding, Report
from claimcheck.policy.rulings import Policy
from claimcheck.ports import Reporter
from claimcheck.reporters.jsonl import JsonLinesReporter


class Stream:
    """Listens to a run.  A file is still written whole at the end: half of one is taken for all of it."""

    def __init__(self, reporters: Iterable[tuple[Output, Reporter]], policy: Policy, *, at_once: bool = True) -> None:
        self.kept: list[Finding] = []
        self.later: list[tuple[Output, Reporter]] = []
        """The reports that are written at the end."""
        self._policy = policy
        self._lines: JsonLinesReporter | None = None
        for output, reporter in reporters:
            if at_once and output.path is None and isinstance(reporter, JsonLinesReporter):
                self._lines = reporter
            else:
                self.later.append((output, reporter))

    def start(self, claims_file: ClaimsFile) -> None:
        """Write what stands before the first finding."""
        if self._lines is not None:
            write_out(self._lines.start(claims_file))

    def judged(self, finding: Finding, /) -> None:
        """Keep a finding, and write it."""
        self.kept.append(finding)
        if self._lines is not None:
            write_out(self._lines.finding(finding, self._policy.rule(finding)))

    def end(self, report: Report) -> None:
        """Write what stands after the last finding."""
        if self._lines is not None:
            write_out(self._lines.end(report))

    def cut_off(self, claims_file: ClaimsFile, asked: int) -> Report:
        """Return the report of a run that did not reach its end, out of ``asked`` claims."""
        findings = tuple(self.kept)
        report = Report(claims_file, findings, interrupted=True, pending=asked - len(findings))
        return self._policy.apply(report)
