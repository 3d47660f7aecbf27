"""The pipeline, stages 2 to 6: claims → findings.  It knows ports only.

Each source is fetched once, and read and matched with every claim on it at once, beside the fetching of the others.
What failed for a moment gets a second look when all others are done, so that it holds up nobody.  Findings stand in the
order of the file.
"""

import asyncio
import math
from collections.abc import Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial

from claimcheck.accepted import Acceptance, drift_of
from claimcheck.enums import Code, State, Verdict
from claimcheck.looks import (
    Archived,
    Looked,
    Reader,
    Run,
    archived_copy,
    first_of_each,
    is_complete,
    is_present,
    network_is_down,
    saved_copy,
    wanted_moment,
)
from claimcheck.model import (
    Claim,
    ClaimsFile,
    Fetched,
    Finding,
    Match,
    Report,
    Source,
    SourceReport,
    Strikes,
)
from claimcheck.plan import SourceKey, interleave, is_ignored, pick, plan, source_key
from claimcheck.ports import (
    Archivist,
    Classifier,
    Clock,
    DriftJudge,
    Extractor,
    Fetcher,
    Judge,
    Listener,
    Matcher,
    Memory,
    Prober,
    Progress,
    Renderer,
    Witness,
)
from claimcheck.redaction import redact
from claimcheck.source_reader import SourceReader
from claimcheck.source_reports import report_of
from claimcheck.turns import Turns

SECOND_LOOK = 30.0
"""Seconds between two looks at a source that failed for a moment; most of what passes has passed by then."""


@dataclass(frozen=True, slots=True)
class Stages:
    """The adapters that a run is made of, in pipeline order."""

    fetcher: Fetcher
    extractor: Extractor
    matcher: Matcher
    classifier: Classifier
    judge: Judge
    progress: Progress
    prober: Prober | None = None
    renderer: Renderer | None = None
    memory: Memory | None = None
    """None is a run that knows nothing of others."""
    drift: DriftJudge | None = None
    witness: Witness | None = None
    archivist: Archivist | None = None
    """None is a run that asks no archive."""
    archive_always: bool = False
    """Whether copies are looked for of sources that are there as well."""
    reader: Reader | None = None
    """Who extracts, matches and classifies; where there is none, the stages above do."""


@dataclass(frozen=True, slots=True)
class Again:
    """When a source that failed for a moment is looked at once more: at the end of a run, and not too soon."""

    clock: Clock
    deadline: float = math.inf
    """The time of ``clock`` after which nothing is started."""
    after: float = SECOND_LOOK


class Verifier:
    """Runs the pipeline over a claims file."""

    def __init__(
        self,
        stages: Stages,
        *,
        today: date,
        workers: int = 2,
        again: Again | None = None,
        lock: Iterable[Acceptance] = (),
    ) -> None:
        self._stages = stages
        self._accepted = {(entry.claim_id, entry.source): entry for entry in lock}
        self._reader: Reader = stages.reader or SourceReader(
            stages.extractor,
            stages.matcher,
            stages.classifier,
            drift=stages.drift,
            witness=stages.witness,
            accepted=self._accepted.values(),
            keeps_plain=stages.prober is not None,
        )
        self._today = today
        self._workers = workers
        self._again = again

    async def verify(
        self, claims_file: ClaimsFile, ids: Collection[str] = (), *, listener: Listener | None = None
    ) -> Report:
        """Return a finding for every claim (of these ids, where ids are given), in file order.

        A run that is cancelled returns what was found until then, and says how many claims are missing.  Whoever
        listens is told each finding as soon as its turn has come.
        """
        claims = pick(claims_file.claims, ids)
        planned = plan(claims, self._today)
        sources = first_of_each(claims)
        self._stages.progress.planned(len(planned))
        asking = self._stages.archivist is not None
        run = Run(
            planned,
            sources,
            ThreadPoolExecutor(self._workers, thread_name_prefix="read"),
            copies_wanted=asking,
            all_copies_wanted=asking and self._stages.archive_always,
        )
        turns = Turns(claims, lambda claim: self._finding(claim, run, down=down), listener)
        interrupted = down = False
        try:
            await self._look_at_all(run, turns, interleave(planned))
            await self._look_again(run, turns)
            await self._look_in_archives(run, turns)
        except asyncio.CancelledError:
            interrupted = True
        finally:
            # A page that is still being read must not hold up whoever pressed Ctrl-C.
            run.executor.shutdown(wait=False, cancel_futures=True)
        down = network_is_down(run.seen.values()) and not interrupted
        if self._stages.memory is not None:
            self._stages.memory.end(complete=not interrupted, network_down=down)
        findings = turns.finish(lambda claim: is_ignored(claim, self._today) or is_complete(claim, run.seen))
        return Report(
            claims_file=claims_file,
            findings=findings,
            network_down=down,
            interrupted=interrupted,
            pending=len(claims) - len(findings),
        )

    async def _look_at_all(self, run: Run, turns: Turns, keys: Iterable[SourceKey]) -> None:
        tasks = [asyncio.create_task(self._look(run, turns, key)) for key in keys]
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _look_again(self, run: Run, turns: Turns) -> None:
        """Look once more at what failed for a moment; where nothing at all was reached, there is no sense in it."""
        if self._again is None or not run.due or network_is_down(run.seen.values()):
            for key in run.due:
                self._stages.progress.fetched(run.seen[key].fetched)
            return
        await self._look_at_all(run, turns, run.due)

    async def _look_in_archives(self, run: Run, turns: Turns) -> None:
        """Find the archived copies of what is gone or cannot be read; where nothing was reached, nor is an archive."""
        wanting = [key for key, looked in run.seen.items() if run.wants_copy(looked)]
        if self._stages.archivist is None or network_is_down(run.seen.values()):
            return
        moments = {key: wanted_moment(key, run.planned[key], self._accepted.values()) for key in wanting}
        tasks = [asyncio.create_task(self._find_copy(run, turns, key, moments[key])) for key in wanting]
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _find_copy(self, run: Run, turns: Turns, key: SourceKey, near: datetime | None) -> None:
        if self._stages.archivist is None:
            return
        async with run.places.in_all:
            self._stages.progress.started(run.sources[key])
            near = near or self._last_ok(run.sources[key])
            saved = saved_copy(key, run.planned[key], self._accepted.values())
            found = await self._stages.archivist.copy_of(run.sources[key], near, saved=saved)
            looked = None
            if found.fetched is not None:
                loop, page = asyncio.get_running_loop(), found.fetched
                reading = partial(self._reader.read, page, run.planned[key], seen_live=False)
                looked = await loop.run_in_executor(run.executor, reading)
            run.copies[key] = Archived(replace(found, fetched=None), looked, near)
        turns.advance(lambda claim: is_ignored(claim, self._today) or run.is_certain(claim))

    def _last_ok(self, source: Source) -> datetime | None:
        """Return the day on which a source was last there, as far as is known."""
        last = self._stages.memory.strikes(source).last_ok if self._stages.memory is not None else None
        return None if last is None else datetime(last.year, last.month, last.day, 12, tzinfo=UTC)

    async def _look(self, run: Run, turns: Turns, key: SourceKey) -> None:
        source, first = run.sources[key], run.seen.get(key)
        if self._again is not None and key in run.due:
            await self._again.clock.sleep(max(0.0, run.due[key] - self._again.clock.now()))
        async with run.places.of_host(source), run.places.in_all:
            self._stages.progress.started(source)
            fetched = await self._stages.fetcher.fetch(source)
            looked = await self._doubt(await self._read_apart(run, fetched, key))
            if source.path is None and not looked.fetched.unreachable and fetched.read_at is None:
                run.online.set()
            if first is None or self._knows_more(looked.fetched, first.fetched):
                run.seen[key] = looked
                if self._stages.memory is not None:
                    self._stages.memory.keep(fetched, looked.fetched)
            if first is None and (due := self._due(looked.fetched)) is not None:
                run.due[key] = due
            else:
                self._stages.progress.fetched(run.seen[key].fetched)
                turns.advance(lambda claim: is_ignored(claim, self._today) or run.is_certain(claim))

    async def _read_apart(self, run: Run, fetched: Fetched, key: SourceKey) -> Looked:
        """Extract and match one source outside the event loop; one that a script fills, as the script fills it."""
        loop = asyncio.get_running_loop()
        looked = await loop.run_in_executor(run.executor, self._reader.read, fetched, run.planned[key])
        if looked.fetched.state is not State.JS_REQUIRED or self._stages.renderer is None:
            return looked
        rendered = await self._stages.renderer.render(fetched)
        return await loop.run_in_executor(run.executor, self._reader.read, rendered, run.planned[key])

    async def _doubt(self, looked: Looked) -> Looked:
        """Make sure that a page which says nothing of its claims is one."""
        if looked.plain is None or self._stages.prober is None:
            return looked
        fetched = await self._stages.prober.probe(looked.fetched, looked.plain)
        if is_present(fetched):
            return replace(looked, plain=None)
        return replace(
            looked, fetched=fetched, for_claims=dict.fromkeys(looked.for_claims, (fetched, None, None)), plain=None
        )

    def _knows_more(self, second: Fetched, first: Fetched) -> bool:
        """Return whether a second look is to count: not where it says the same, or came too late to be one."""
        late = self._again is not None and self._again.clock.now() > self._again.deadline
        return second.state is not first.state and (is_present(second) or not late)

    def _due(self, fetched: Fetched) -> float | None:
        """Return when a source is to be looked at again; none where it is not, or not within the run's time."""
        if self._again is None or not fetched.passing:
            return None
        due = self._again.clock.now() + self._again.after
        return due if due < self._again.deadline else None

    def _finding(self, claim: Claim, run: Run, *, down: bool) -> Finding:
        if is_ignored(claim, self._today) and claim.ignore is not None:
            return Finding(claim, Verdict.IGNORED, claim.ignore.reason, (Code.IGNORED,))
        pairs = [self._pair(claim, source, run, down=down) for source in claim.sources]
        return self._stages.judge.judge(claim, tuple(pairs))

    def _pair(self, claim: Claim, source: Source, run: Run, *, down: bool) -> tuple[SourceReport, Match | None]:
        """Return a source as it is reported for a claim, and what it says; or its copy, where it is not there."""
        looked, archived = run.seen[source_key(source)], run.copies.get(source_key(source))
        fetched, match, drifted = looked.for_claims[claim.id]
        document = looked.document
        copy = archived_copy(archived, claim, source) if archived is not None else None
        if archived is not None and archived.looked is not None and not is_present(fetched):
            document = archived.looked.document
            _, match, drifted = archived.looked.for_claims[claim.id]
        report = report_of(source, fetched, document, self._strikes(source, fetched, down=down), down=down)
        if source.anchor in looked.missing and is_present(fetched):
            note = f"the page has no place '#{source.anchor}'"
            report = replace(report, detail=f"{report.detail}; {note}" if report.detail else note)
        accepted = self._accepted.get((claim.id, redact(source.address)))
        return replace(report, drifted=drift_of(report.state, accepted, drifted), copy=copy), match

    def _strikes(self, source: Source, fetched: Fetched, *, down: bool) -> Strikes:
        """Return what earlier looks add where this one did not find the source."""
        if self._stages.memory is None or is_present(fetched) or (down and fetched.unreachable):
            return Strikes()
        return self._stages.memory.strikes(source)
