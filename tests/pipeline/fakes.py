"""Small fakes of the pipeline's own ports, and builders of its nouns."""

import asyncio
from dataclasses import dataclass, field, replace

from claimcheck.enums import Outcome, Role, Stance, State, Verdict
from claimcheck.errors import UnreadableError
from claimcheck.model import (
    Block,
    Claim,
    ClaimsFile,
    Comparison,
    Document,
    Evidence,
    Fetched,
    Finding,
    Location,
    Match,
    Page,
    Source,
    SourceReport,
)

AT = Location("claims.yaml", 1, 1)


def source(address: str = "https://example.org/a", **more: object) -> Source:
    return Source(address=address, location=AT, **more)  # type: ignore[arg-type]  # a builder for tests


def claim(name: str = "one", *sources: Source, **more: object) -> Claim:
    words = more.pop("text", "Sama employed 3,000 people.")
    return Claim(id=name, text=str(words), sources=sources or (source(),), location=AT, **more)  # type: ignore[arg-type]  # a builder for tests


def claims_file(*claims: Claim) -> ClaimsFile:
    return ClaimsFile("claims.yaml", claims)


def live(asked: Source, body: bytes = b"text") -> Fetched:
    return Fetched(asked, State.LIVE, Page(asked.address, body), final_url=asked.address, http_status=200)


def document(text: str = "Sama employed 3,000 people.") -> Document:
    return Document(text, (Block(Role.PARAGRAPH, (0, len(text))),), title="A page", language="en")


def said(outcome: Outcome, *, assertion: int = 0, code: object = None, with_evidence: bool = True) -> Comparison:
    evidence = Evidence("3,000 people", "", "", Stance.SUPPORTS, "https://example.org/a") if with_evidence else None
    return Comparison("quantity", "3,000", outcome, "3,000", code=code, evidence=evidence, assertion=assertion)  # type: ignore[arg-type]  # a builder for tests


@dataclass
class FakeFetcher:
    """Answers from a table; what is not in it is live.  ``slow`` addresses never answer."""

    answers: dict[str, Fetched] = field(default_factory=dict)
    slow: frozenset[str] = frozenset()
    asked: list[str] = field(default_factory=list)

    async def fetch(self, source: Source, /) -> Fetched:
        self.asked.append(source.address)
        if source.address in self.slow:
            await asyncio.sleep(3600)
        return self.answers.get(source.address) or live(source)

    async def aclose(self) -> None:
        """Nothing is held."""


@dataclass
class FakeExtractor:
    broken: bool = False
    unreadable: frozenset[str] = frozenset()
    """Selectors that pick nothing."""
    read: list[str] = field(default_factory=list)

    def extract(self, page: Page, /, *, selector: str = "") -> Document:
        self.read.append(selector)
        if self.broken or selector in self.unreadable:
            raise UnreadableError("encrypted")
        return document(page.body.decode())


@dataclass
class FakeMatcher:
    outcome: Outcome = Outcome.AGREES
    missing: frozenset[str] = frozenset()
    """The ids of claims that no page says anything of."""
    seen: list[Document] = field(default_factory=list)

    def match(self, claim: Claim, document: Document, source: Source, /) -> Match:  # noqa: ARG002 - the port's signature
        self.seen.append(document)
        if claim.id in self.missing:
            return Match((said(Outcome.MISSING, with_evidence=False),))
        return Match((said(self.outcome),))


@dataclass
class FakeClassifier:
    """Says what was fetched; or, where no evidence is found, or always, that something else stands there."""

    without_evidence: State | None = None
    always: State | None = None

    def classify(self, fetched: Fetched, document: Document | None, /, *, matched: bool) -> Fetched:  # noqa: ARG002 - the port's signature
        state = self.always or (None if matched else self.without_evidence)
        return replace(fetched, state=state) if state else fetched


class FakeJudge:
    def judge(self, claim: Claim, seen: tuple[tuple[SourceReport, Match | None], ...], /) -> Finding:
        verdict = Verdict.SUPPORTED if any(match for _, match in seen) else Verdict.UNVERIFIABLE
        return Finding(claim, verdict, "", sources=tuple(report for report, _ in seen))


@dataclass
class FakeProgress:
    total: int = 0
    done: list[str] = field(default_factory=list)
    on_fetched: object = None

    def planned(self, sources: int, /) -> None:
        self.total = sources

    def started(self, source: Source, /) -> None:
        """Nothing is shown."""

    def fetched(self, fetched: Fetched, /) -> None:
        self.done.append(fetched.source.address)
        if callable(self.on_fetched):
            self.on_fetched()
