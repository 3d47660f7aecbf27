"""The pipeline, stages 2 to 6: claims → findings.  It knows ports only.

Each source is fetched once, read once for each part of it that a claim asks for, and matched with every claim on it
at once, so that no page is kept longer than it takes.  Findings stand in the order of the file.
"""

import asyncio
from collections.abc import Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date

from claimcheck.enums import Outcome, State, StateClass, Verdict
from claimcheck.errors import UnreadableError, UnsupportedTypeError
from claimcheck.model import Claim, ClaimsFile, Document, Fetched, Finding, Issued, Match, Report, Source, SourceReport
from claimcheck.plan import SourceKey, is_ignored, pick, plan, source_key, wants_media_type_only
from claimcheck.ports import Classifier, Extractor, Fetcher, Judge, Matcher, Progress

IN_FLIGHT = 96
"""Sources between the start of their fetch and the end of their match; bounds what is held in memory."""


@dataclass(frozen=True, slots=True)
class Stages:
    """The adapters that a run is made of, in pipeline order."""

    fetcher: Fetcher
    extractor: Extractor
    matcher: Matcher
    classifier: Classifier
    judge: Judge
    progress: Progress


@dataclass(slots=True)
class _Seen:
    """All that is known of one source: what is there, and what it says of each claim on it, by the claim's id."""

    fetched: Fetched
    document: Document | None = None
    matches: dict[str, Match] = field(default_factory=dict)


class Verifier:
    """Runs the pipeline over a claims file."""

    def __init__(self, stages: Stages, *, today: date, workers: int = 2) -> None:
        self._stages = stages
        self._today = today
        self._workers = workers

    async def verify(self, claims_file: ClaimsFile, ids: Collection[str] = ()) -> Report:
        """Return a finding for every claim (of these ids, where ids are given), in file order.

        A run that is cancelled returns what was found until then, and says how many claims are missing.
        """
        claims = pick(claims_file.claims, ids)
        planned = plan(claims, self._today)
        sources = _first_of_each(claims)
        seen: dict[SourceKey, _Seen] = {}
        self._stages.progress.planned(len(planned))
        interrupted = False
        with _executor(self._workers) as executor:
            slots = asyncio.Semaphore(IN_FLIGHT)
            tasks = [
                asyncio.create_task(self._look(sources[key], on_it, seen, slots, executor))
                for key, on_it in planned.items()
            ]
            try:
                await asyncio.gather(*tasks)
            except asyncio.CancelledError:
                interrupted = True
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
        down = _network_is_down(seen.values()) and not interrupted
        judged = [claim for claim in claims if is_ignored(claim, self._today) or _complete(claim, seen)]
        return Report(
            claims_file=claims_file,
            findings=tuple(self._finding(claim, seen, down=down) for claim in judged),
            network_down=down,
            interrupted=interrupted,
            pending=len(claims) - len(judged),
        )

    async def _look(
        self,
        source: Source,
        claims: tuple[Claim, ...],
        seen: dict[SourceKey, _Seen],
        slots: asyncio.Semaphore,
        executor: ThreadPoolExecutor,
    ) -> None:
        async with slots:
            self._stages.progress.started(source)
            fetched = await self._stages.fetcher.fetch(source)
            loop = asyncio.get_running_loop()
            looked = await loop.run_in_executor(executor, self._read, fetched, claims)
            seen[source_key(source)] = looked
            self._stages.progress.fetched(looked.fetched)

    def _read(self, fetched: Fetched, claims: tuple[Claim, ...]) -> _Seen:
        """Extract and match one source; called outside the event loop."""
        whole: Document | None = None
        matches: dict[str, Match] = {}
        documents: dict[str, Document | UnreadableError] = {}
        for claim in claims if fetched.page is not None else ():
            selector = claim.locator.selector
            if selector not in documents:
                documents[selector] = self._extract(fetched, selector)
            document = documents[selector]
            if isinstance(document, UnreadableError) and wants_media_type_only(claim) and fetched.page is not None:
                document = Document(text="", blocks=(), media_type=fetched.page.media_type)
            if isinstance(document, Document):
                whole = whole or document
                source = next(s for s in claim.sources if source_key(s) == source_key(fetched.source))
                matches[claim.id] = self._stages.matcher.match(claim, _as_cited(document, source), source)
        failure = next((d for d in documents.values() if isinstance(d, UnreadableError)), None)
        if whole is None and failure is not None and fetched.state.state_class is StateClass.PRESENT:
            kind = State.UNSUPPORTED_TYPE if isinstance(failure, UnsupportedTypeError) else State.UNREADABLE
            fetched = replace(fetched, state=kind, detail=failure.message)
        else:
            fetched = self._stages.classifier.classify(fetched, whole, matched=any(map(_found, matches.values())))
        lean = replace(fetched, page=None)
        if fetched.state.state_class is not StateClass.PRESENT:
            matches = {}
        return _Seen(lean, whole and replace(whole, text="", blocks=()), matches)

    def _extract(self, fetched: Fetched, selector: str) -> Document | UnreadableError:
        if fetched.page is None:
            return UnreadableError("nothing came back")
        try:
            return self._stages.extractor.extract(fetched.page, selector=selector)
        except UnreadableError as error:
            return error

    def _finding(self, claim: Claim, seen: dict[SourceKey, _Seen], *, down: bool) -> Finding:
        if is_ignored(claim, self._today) and claim.ignore is not None:
            return Finding(claim, Verdict.IGNORED, claim.ignore.reason)
        pairs = []
        for source in claim.sources:
            looked = seen[source_key(source)]
            pairs.append((_report_of(source, looked, down=down), looked.matches.get(claim.id)))
        return self._stages.judge.judge(claim, tuple(pairs))


def _as_cited(document: Document, source: Source) -> Document:
    """Return the document with what the writer says of it where the document itself is silent."""
    issued = document.issued or _issued(source.issued)
    return replace(document, issued=issued, language=source.language or document.language)


def _issued(written: str) -> Issued | None:
    """Return an ISO 8601 day, month or year as written in the claims file; none where it is not given."""
    precision = {4: "year", 7: "month", 10: "day"}.get(len(written))
    if precision is None:
        return None
    return Issued(date.fromisoformat((written + "-01-01")[:10]), "the claims file", precision)


def _executor(workers: int) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(workers, thread_name_prefix="read")


def _first_of_each(claims: Iterable[Claim]) -> dict[SourceKey, Source]:
    first: dict[SourceKey, Source] = {}
    for claim in claims:
        for source in claim.sources:
            first.setdefault(source_key(source), source)
    return first


def _complete(claim: Claim, seen: dict[SourceKey, _Seen]) -> bool:
    return all(source_key(source) in seen for source in claim.sources)


def _found(match: Match) -> bool:
    return any(c.outcome in {Outcome.AGREES, Outcome.WEAKER} and c.evidence is not None for c in match.comparisons)


def _network_is_down(seen: Collection[_Seen]) -> bool:
    on_the_web = [looked.fetched for looked in seen if looked.fetched.source.path is None]
    return bool(on_the_web) and all(fetched.unreachable for fetched in on_the_web)


def _report_of(source: Source, looked: _Seen, *, down: bool) -> SourceReport:
    fetched, document = looked.fetched, looked.document
    state, detail = fetched.state, fetched.detail
    if down and fetched.unreachable:
        # From a machine without a network no name resolves: that says nothing of the source.
        state, detail = (
            State.UNREADABLE,
            f"the network here is down ({detail})" if detail else "the network here is down",
        )
    return SourceReport(
        source=source,
        state=state,
        final_url=fetched.final_url,
        http_status=fetched.http_status,
        detail=detail,
        title=(document.title if document else "") or source.title,
        issued=(document.issued if document else None) or _issued(source.issued),
        language=source.language or (document.language if document else ""),
        suspected=state.state_class is StateClass.GONE,
    )
