"""Beside the whole pipeline: its verdicts are noted day by day, and a report can come with those of earlier days."""

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path

from claimcheck.memory.days import note_day, read_days
from claimcheck.memory.folder import UnusableFolderError
from claimcheck.memory.store import RunMemory
from claimcheck.model import ClaimsFile, Report
from claimcheck.past import Past
from claimcheck.ports import Listener, Pipeline
from claimcheck.redaction import redact


class RecallingPipeline:
    """Another pipeline, whose verdicts are noted, and whose reports come with the past where that is asked for."""

    def __init__(
        self, pipeline: Pipeline, memory: RunMemory, folder: Path, warn: Callable[[str], None], *, recall: bool
    ) -> None:
        self._pipeline = pipeline
        self._memory = memory
        self._folder = folder
        self._warn = warn
        self._recall = recall

    async def verify(
        self, claims_file: ClaimsFile, ids: Collection[str] = (), *, listener: Listener | None = None
    ) -> Report:
        """Return the report; its verdicts are noted where the run is whole and looked at what is there."""
        report = await self._pipeline.verify(claims_file, ids, listener=listener)
        if report.findings and not (report.interrupted or report.network_down or self._memory.offline):
            try:
                note_day(self._folder, report, self._memory.now().date())
            except (OSError, UnusableFolderError) as error:
                self._warn(f"the verdicts of today are not remembered: {error}")
        return replace(report, past=self._past(report)) if self._recall else report

    def _past(self, report: Report) -> Past:
        sources = {seen.source.address: seen.source for finding in report.findings for seen in finding.sources}
        on_the_web = (source for source in sources.values() if source.path is None)
        looks = {redact(source.address): tuple(sorted(self._memory.history.looks(source))) for source in on_the_web}
        days = read_days(self._folder, Path(report.claims_file.path))
        return Past(days, {address: found for address, found in looks.items() if found})
