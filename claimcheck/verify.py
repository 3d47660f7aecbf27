"""The pipeline, stages 2 to 6: claims → findings.  It knows ports only.

Each source is fetched once, read once for each part of it that a claim asks for, and matched with every claim on it
at once, so that no page is kept longer than it takes.  What failed for a moment gets a second look when all others are
done, so that it holds up nobody.  Findings stand in the order of the file.
"""

import asyncio
import math
from collections.abc import Collection, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import urlsplit

from claimcheck.accepted import Acceptance, Drifted, drift_of
from claimcheck.enums import Code, Outcome, State, StateClass, Verdict
from claimcheck.errors import UnreadableError, UnsupportedTypeError
from claimcheck.model import (
    Claim,
    ClaimsFile,
    Document,
    Fetched,
    Finding,
    Match,
    Report,
    Source,
    Strikes,
)
from claimcheck.parts import Parts
from claimcheck.plan import SourceKey, interleave, is_ignored, pick, plan, source_key, wants_media_type_only
from claimcheck.ports import (
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
from claimcheck.source_reports import issued_of, report_of
from claimcheck.turns import Turns

IN_FLIGHT = 96
"""Sources between the start of their fetch and the end of their match; bounds what is held in memory."""
OF_ONE_HOST = 8
"""How many of these may be of one host: one that is slow, or asks for a pause, must not hold up all the others."""

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


@dataclass(frozen=True, slots=True)
class _Seen:
    """All that is known of one source: what is there, and by the claim's id what it is and says for each claim on it.

    A page may be there for one claim and not for another: the first lines of a paywalled article support what they
    say, and of what they do not say nothing is known.
    """

    fetched: Fetched
    document: Document | None
    for_claims: Mapping[str, tuple[Fetched, Match | None, Drifted | None]]
    missing: frozenset[str] = frozenset()
    """The anchors of addresses, ``#id``, that are not on the page."""
    plain: Document | None = None
    """The text of a page that says nothing of any claim, so that it may be none."""


class _Places:
    """Who may be in flight: so many sources in all, and so many of each host, in turns."""

    def __init__(self) -> None:
        self.in_all = asyncio.Semaphore(IN_FLIGHT)
        self._of_hosts: dict[str, asyncio.Semaphore] = {}

    def of_host(self, source: Source) -> asyncio.Semaphore:
        """Return the places of a source's host."""
        host = urlsplit(source.address).netloc
        return self._of_hosts.setdefault(host, asyncio.Semaphore(OF_ONE_HOST))


@dataclass(frozen=True, slots=True)
class Again:
    """When a source that failed for a moment is looked at once more: at the end of a run, and not too soon."""

    clock: Clock
    deadline: float = math.inf
    """The time of ``clock`` after which nothing is started."""
    after: float = SECOND_LOOK


@dataclass(frozen=True, slots=True)
class _Run:
    """What all looks of one run share."""

    planned: Mapping[SourceKey, tuple[Claim, ...]]
    sources: Mapping[SourceKey, Source]
    executor: ThreadPoolExecutor
    places: _Places = field(default_factory=_Places)
    seen: dict[SourceKey, _Seen] = field(default_factory=dict)
    due: dict[SourceKey, float] = field(default_factory=dict)
    """Sources that are to be looked at again, and when."""
    online: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when a source on the web has answered."""

    def is_certain(self, claim: Claim) -> bool:
        """Return whether nothing that is still to be learnt can change the finding on a claim.

        A second look can; so can a network that is down, which shows at the first source on the web that answers.
        """
        looks = [(key, self.seen.get(key)) for key in map(source_key, claim.sources)]
        if any(look is None or key in self.due for key, look in looks):
            return False
        return self.online.is_set() or not any(look.fetched.unreachable for _, look in looks if look)


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
        sources = _first_of_each(claims)
        self._stages.progress.planned(len(planned))
        run = _Run(planned, sources, ThreadPoolExecutor(self._workers, thread_name_prefix="read"))
        turns = Turns(claims, lambda claim: self._finding(claim, run.seen, down=down), listener)
        interrupted = down = False
        try:
            await self._look_at_all(run, turns, interleave(planned))
            await self._look_again(run, turns)
        except asyncio.CancelledError:
            interrupted = True
        finally:
            # A page that is still being read must not hold up whoever pressed Ctrl-C.
            run.executor.shutdown(wait=False, cancel_futures=True)
        down = _network_is_down(run.seen.values()) and not interrupted
        if self._stages.memory is not None:
            self._stages.memory.end(complete=not interrupted, network_down=down)
        findings = turns.finish(lambda claim: is_ignored(claim, self._today) or _complete(claim, run.seen))
        return Report(
            claims_file=claims_file,
            findings=findings,
            network_down=down,
            interrupted=interrupted,
            pending=len(claims) - len(findings),
        )

    async def _look_at_all(self, run: _Run, turns: Turns, keys: Iterable[SourceKey]) -> None:
        tasks = [asyncio.create_task(self._look(run, turns, key)) for key in keys]
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _look_again(self, run: _Run, turns: Turns) -> None:
        """Look once more at what failed for a moment; where nothing at all was reached, there is no sense in it."""
        if self._again is None or not run.due or _network_is_down(run.seen.values()):
            for key in run.due:
                self._stages.progress.fetched(run.seen[key].fetched)
            return
        await self._look_at_all(run, turns, run.due)

    async def _look(self, run: _Run, turns: Turns, key: SourceKey) -> None:
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

    async def _read_apart(self, run: _Run, fetched: Fetched, key: SourceKey) -> _Seen:
        """Extract and match one source outside the event loop; one that a script fills, as the script fills it."""
        loop = asyncio.get_running_loop()
        looked = await loop.run_in_executor(run.executor, self._read, fetched, run.planned[key])
        if looked.fetched.state is not State.JS_REQUIRED or self._stages.renderer is None:
            return looked
        rendered = await self._stages.renderer.render(fetched)
        return await loop.run_in_executor(run.executor, self._read, rendered, run.planned[key])

    async def _doubt(self, looked: _Seen) -> _Seen:
        """Make sure that a page which says nothing of its claims is one."""
        if looked.plain is None or self._stages.prober is None:
            return looked
        fetched = await self._stages.prober.probe(looked.fetched, looked.plain)
        if _is_present(fetched):
            return replace(looked, plain=None)
        return replace(
            looked, fetched=fetched, for_claims=dict.fromkeys(looked.for_claims, (fetched, None, None)), plain=None
        )

    def _knows_more(self, second: Fetched, first: Fetched) -> bool:
        """Return whether a second look is to count: not where it says the same, or came too late to be one."""
        late = self._again is not None and self._again.clock.now() > self._again.deadline
        return second.state is not first.state and (_is_present(second) or not late)

    def _due(self, fetched: Fetched) -> float | None:
        """Return when a source is to be looked at again; none where it is not, or not within the run's time."""
        if self._again is None or not fetched.passing:
            return None
        due = self._again.clock.now() + self._again.after
        return due if due < self._again.deadline else None

    def _read(self, fetched: Fetched, claims: tuple[Claim, ...]) -> _Seen:
        """Extract and match one source; called outside the event loop."""
        parts = Parts(self._stages.extractor, fetched.page)
        matches: dict[str, Match] = {}
        drifts: dict[str, Drifted | None] = {}
        # The text of an error page is no text of the source: it is read for what it says of the state alone.
        for claim in claims if _may_support(fetched) else ():
            document = parts.read(claim.locator.selector)
            if isinstance(document, UnreadableError) and wants_media_type_only(claim) and fetched.page is not None:
                document = Document(text="", blocks=(), media_type=fetched.page.media_type)
            if isinstance(document, Document):
                source = next(s for s in claim.sources if source_key(s) == source_key(fetched.source))
                cited = _as_cited(document, source)
                matches[claim.id] = self._stages.matcher.match(claim, cited, source)
                if self._stages.witness is not None:
                    self._stages.witness.saw(fetched, cited, claim.locator.selector)
                accepted = self._accepted.get((claim.id, redact(source.address)))
                if accepted is not None and self._stages.drift is not None:
                    drifts[claim.id] = self._stages.drift.compare(claim, accepted, cited)
        return self._classified(fetched, claims, parts, matches, drifts)

    def _classified(
        self,
        fetched: Fetched,
        claims: tuple[Claim, ...],
        parts: Parts,
        matches: Mapping[str, Match],
        drifts: Mapping[str, Drifted | None],
    ) -> _Seen:
        """Say what the page is: for the claims whose evidence is on it, and for the others."""
        whole = parts.read() if fetched.page is not None else None
        document = whole if isinstance(whole, Document) else None
        found = {name for name, match in matches.items() if _found(match)}
        # A passage that a person accepted is evidence as well, whether or not the rules can judge it.
        found |= {name for name, drifted in drifts.items() if drifted and drifted.drift.holds}
        with_evidence = without = self._stages.classifier.classify(fetched, document, matched=bool(found))
        if len(found) < len(claims) and found:
            without = self._stages.classifier.classify(fetched, document, matched=False)
            if without.state.state_class is StateClass.GONE:
                # Evidence for one claim proves the page; that it says nothing of another does not take it away.
                without = with_evidence
        lean = {True: replace(with_evidence, page=None), False: replace(without, page=None)}
        for_claims: dict[str, tuple[Fetched, Match | None, Drifted | None]] = {}
        for claim in claims:
            here, match = lean[claim.id in found], matches.get(claim.id)
            if (
                match is None
                and _is_present(here)
                and isinstance(part := parts.read(claim.locator.selector), Exception)
            ):
                here = _unreadable(here, part)
            for_claims[claim.id] = (here, match if _is_present(here) else None, drifts.get(claim.id))
        overall = lean[True] if found or not for_claims else next(iter(for_claims.values()))[0]
        # Who finds nothing of what is asked for, and nothing that speaks against it, may be looking at no page.
        spoken = bool(found) or any(c.evidence for m in matches.values() for c in m.comparisons)
        silent = fetched.source.path is None and not spoken
        return _Seen(
            overall,
            document and replace(document, text="", blocks=()),
            for_claims,
            missing=parts.missing(_anchors(fetched.source, claims)),
            plain=document if silent and _is_present(overall) else None,
        )

    def _finding(self, claim: Claim, seen: dict[SourceKey, _Seen], *, down: bool) -> Finding:
        if is_ignored(claim, self._today) and claim.ignore is not None:
            return Finding(claim, Verdict.IGNORED, claim.ignore.reason, (Code.IGNORED,))
        pairs = []
        for source in claim.sources:
            looked = seen[source_key(source)]
            fetched, match, drifted = looked.for_claims[claim.id]
            report = report_of(source, fetched, looked.document, self._strikes(source, fetched, down=down), down=down)
            if source.anchor in looked.missing and _is_present(fetched):
                note = f"the page has no place '#{source.anchor}'"
                report = replace(report, detail=f"{report.detail}; {note}" if report.detail else note)
            accepted = self._accepted.get((claim.id, redact(source.address)))
            pairs.append((replace(report, drifted=drift_of(report.state, accepted, drifted)), match))
        return self._stages.judge.judge(claim, tuple(pairs))

    def _strikes(self, source: Source, fetched: Fetched, *, down: bool) -> Strikes:
        """Return what earlier looks add where this one did not find the source."""
        if self._stages.memory is None or _is_present(fetched) or (down and fetched.unreachable):
            return Strikes()
        return self._stages.memory.strikes(source)


def _anchors(source: Source, claims: Iterable[Claim]) -> set[str]:
    """Return the anchors of a source's addresses, as the claims on it cite them."""
    return {s.anchor for claim in claims for s in claim.sources if s.anchor and source_key(s) == source_key(source)}


def _as_cited(document: Document, source: Source) -> Document:
    """Return the document with what the writer says of it where the document itself is silent."""
    issued = document.issued or issued_of(source.issued)
    return replace(document, issued=issued, language=source.language or document.language)


def _first_of_each(claims: Iterable[Claim]) -> dict[SourceKey, Source]:
    first: dict[SourceKey, Source] = {}
    for claim in claims:
        for source in claim.sources:
            first.setdefault(source_key(source), source)
    return first


def _complete(claim: Claim, seen: dict[SourceKey, _Seen]) -> bool:
    return all(source_key(source) in seen for source in claim.sources)


def _may_support(fetched: Fetched) -> bool:
    """Return whether what came back is the source's own text: all of it, or what of it is not too large."""
    return _is_present(fetched) or fetched.state is State.TOO_LARGE


def _is_present(fetched: Fetched) -> bool:
    return fetched.state.state_class is StateClass.PRESENT


def _unreadable(fetched: Fetched, failure: UnreadableError) -> Fetched:
    """Return the state of a page that is there and cannot be read."""
    kind = State.UNSUPPORTED_TYPE if isinstance(failure, UnsupportedTypeError) else State.UNREADABLE
    return replace(fetched, state=kind, detail=failure.message)


def _found(match: Match) -> bool:
    return any(c.outcome in {Outcome.AGREES, Outcome.WEAKER} and c.evidence is not None for c in match.comparisons)


def _network_is_down(seen: Collection[_Seen]) -> bool:
    """Return whether nothing at all could be reached: one name that does not exist proves nothing of the network."""
    web = [looked.fetched for looked in seen if looked.fetched.source.path is None]
    on_the_web = [fetched for fetched in web if fetched.read_at is None]
    hosts = {urlsplit(fetched.source.address).netloc for fetched in on_the_web}
    one_bad_name = len(hosts) == 1 and all(fetched.state is State.DNS_ERROR for fetched in on_the_web)
    return bool(on_the_web) and all(fetched.unreachable for fetched in on_the_web) and not one_bad_name
