"""What each stage of the pipeline asks of its adapters, in pipeline order: fetch, extract, match, judge, report.

A stage is given its ports by constructor.  Whoever has the method is an adapter: nothing here is inherited from.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol, TypeAlias

from claimcheck.accepted import Acceptance, Drifted
from claimcheck.archived import Lookup, Memento, Reply
from claimcheck.model import (
    Claim,
    ClaimsFile,
    Document,
    Fetched,
    Finding,
    Match,
    Page,
    Report,
    Source,
    SourceReport,
    Span,
    Strikes,
)


class Clock(Protocol):
    """Whoever tells the time and lets it pass."""

    def now(self) -> float:
        """Return seconds from a fixed point, never going back."""
        ...

    def calendar(self) -> float:
        """Return seconds since 1970 in UTC, for dates that servers give."""
        ...

    async def sleep(self, seconds: float, /) -> None:
        """Return when so many seconds have passed."""
        ...


class Fetcher(Protocol):
    """Stage 3, fetch: a source becomes a page, or the state that says why not."""

    async def fetch(self, source: Source, /) -> Fetched:
        """Return what is at the source's address; never raise for anything the network or a disk does."""
        ...

    async def aclose(self) -> None:
        """Let go of every connection."""
        ...


@dataclass(frozen=True, slots=True)
class Copy:
    """What is held of a page that was read before, without its body."""

    content: str
    """The SHA-256 of the body, by which the body is found again."""
    size: int
    headers: tuple[tuple[str, str], ...]
    """Those of its response headers that are kept, names in lower case."""
    read_at: datetime


class Copies(Protocol):
    """Whoever holds pages that were read before, so that a server need send only what has changed."""

    def copy_of(self, url: str, /) -> Copy | None:
        """Return what is held of the page at this very address; none where nothing is."""
        ...

    def body_of(self, copy: Copy, /) -> bytes | None:
        """Return the body of a copy; none where it is held no more."""
        ...


class HostFacts(Protocol):
    """Whoever knows from earlier runs how a host wants to be asked."""

    def fact_of(self, host: str, fact: str, /) -> str | None:
        """Return what is known of a host, such as its ``robots.txt``; none where nothing is, or it holds no more."""
        ...

    def keep_fact(self, host: str, fact: str, value: str, until: float, /) -> None:
        """Remember something of a host until a moment, in seconds since 1970."""
        ...


class Holdings(Copies, HostFacts, Protocol):
    """All that fetching may know from earlier runs."""


class Asker(Protocol):
    """Beside stage 3: whoever asks a server for what no source is, such as what an archive holds."""

    async def ask(self, url: str, /, *, headers: tuple[tuple[str, str], ...] = (), post: bytes | None = None) -> Reply:
        """Return what a server answers when it is asked once, its redirects not followed; never raise.

        ``post`` is a form to send in the place of a GET.
        """
        ...


@dataclass(frozen=True, slots=True)
class Retrieved:
    """An archived copy as it was captured, or why there is none."""

    memento: Memento | None = None
    """The one that the archive really gave, which may be of another moment than was asked for."""
    fetched: Fetched | None = None
    """Its page, at the address that it was captured from; none where it could not be had."""
    note: str = ""
    """Why there is none; empty where there is."""


class Archive(Protocol):
    """Beside stage 3: whoever keeps copies of what was at an address."""

    @property
    def name(self) -> str:
        """What people call it: ``Wayback Machine``."""
        ...

    async def find(self, address: str, near: datetime | None, /) -> Lookup:
        """Return the few copies of an address that are nearest to a moment, the nearest first; without one, the newest.

        Never raise for anything that an archive does.
        """
        ...

    async def captures(self, address: str, /) -> Lookup:
        """Return every copy of an address that was a page, in the order of time."""
        ...

    async def fetch(self, memento: Memento, source: Source, /) -> Retrieved:
        """Return a copy as it was captured, of a source that it is of; never raise for anything that an archive does.

        Of a memento that is none of this archive's, nothing is returned, and no note.
        """
        ...


class Archivist(Protocol):
    """After stage 3: whoever finds the archived copy of a source that is gone or cannot be read."""

    async def copy_of(self, source: Source, near: datetime | None, /, *, saved: str = "") -> Retrieved:
        """Return the copy nearest to a moment that can be had, or why there is none.

        ``saved`` is the address of one that was saved, and comes before.
        """
        ...


class Extractor(Protocol):
    """Stage 4, extract: the bytes of a page become its text, in blocks."""

    def extract(self, page: Page, /, *, selector: str = "") -> Document:
        """Return the text of a page, or of the part that a CSS ``selector`` picks where the type has such.

        Raises:
            UnsupportedTypeError: nothing here reads this type of page.
            UnreadableError: the page is broken, encrypted, scanned, too deep or too slow to read.
        """
        ...


class Matcher(Protocol):
    """Stage 5, match: a claim and a document become comparisons, each with its evidence."""

    def match(self, claim: Claim, document: Document, source: Source, /) -> Match:
        """Return how each assertion of the claim stands to the document."""
        ...


class PassageFinder(Protocol):
    """Stage 5, match: where to look for what the rules find nowhere."""

    def nearest(self, text: str, sentences: Sequence[str], /) -> int | None:
        """Return which sentence is nearest to a text in meaning, by its place; none where none is near."""
        ...


class ValueReader(Protocol):
    """Stage 5, match: the values of a passage, for telling whether two versions of it say the same."""

    def read_values(self, text: str, language: str, issued: date | None, /) -> tuple[str, ...]:
        """Return the quantities, dates and denials of a text, as they are compared."""
        ...

    def compare_values(
        self, was: str, now: str, window: Span, language: str, issued: tuple[date | None, date | None], /
    ) -> tuple[tuple[str, str], ...]:
        """Return what differs between ``was`` and the ``window`` of ``now``, as pairs, in the words of each.

        ``issued`` are the days on which the two were issued.  Where nothing is returned, every number, unit, date,
        name and denial is the same.
        """
        ...


class DriftJudge(Protocol):
    """Stage 5, match: what a person accepted is looked for in the document as it is now."""

    def compare(self, claim: Claim, accepted: Acceptance, document: Document, /) -> Drifted | None:
        """Return what became of the accepted passages; none where the page cannot tell."""
        ...


class Witness(Protocol):
    """Stage 5, match: whoever keeps what was read, to make an acceptance of it."""

    def saw(self, fetched: Fetched, document: Document, selector: str, /) -> None:
        """Learn what a source, or the part of it that a selector picks, was read as."""
        ...


class Classifier(Protocol):
    """Stage 5, after matching: what a page that was read really is, a page or a wall."""

    def classify(self, fetched: Fetched, document: Document | None, /, *, matched: bool) -> Fetched:
        """Return the outcome with the state that the page's own text proves; evidence found means present."""
        ...


Seen: TypeAlias = Any
"""What a ``Comparer`` keeps of a page; nobody else looks into it."""


class Comparer(Protocol):
    """Stage 5, after matching: whether a page is what its site shows at addresses that do not exist."""

    def sibling_of(self, fetched: Fetched, document: Document, /) -> str:
        """Return an address beside a page's own that cannot exist; empty where there is no sense in asking for it."""
        ...

    def front_of(self, fetched: Fetched, /) -> str:
        """Return the address of the front page of a page's site."""
        ...

    def shape(self, fetched: Fetched, document: Document | None, /) -> Seen:
        """Return what of a page is compared."""
        ...

    def is_same(self, page: Seen, other: Seen, /) -> bool:
        """Return whether two addresses show the same page."""
        ...

    def write(self, seen: Seen, /) -> str:
        """Return what of a page is compared as a text, to be remembered; no secret is in it."""
        ...

    def read(self, text: str, /) -> Seen | None:
        """Return what was written; none where the text is not as it was written."""
        ...

    def decide(self, fetched: Fetched, page: Seen, front: Seen, /) -> Fetched:
        """Return what a page is that is the same as one that cannot exist, given the front page of its site."""
        ...


class Renderer(Protocol):
    """Between fetching and extracting: whoever runs the scripts of a page that is empty without them."""

    async def render(self, fetched: Fetched, /) -> Fetched:
        """Return the outcome with the page as its scripts show it; never raise for anything that they do."""
        ...


class Prober(Protocol):
    """Stage 5, after matching: whether a page that says nothing of its claims is one."""

    async def probe(self, fetched: Fetched, document: Document, /) -> Fetched:
        """Return the outcome, with another state where the page proves to be none."""
        ...


class Judge(Protocol):
    """Stage 6, judge: a claim and what each source says of it become a finding."""

    def judge(self, claim: Claim, seen: tuple[tuple[SourceReport, Match | None], ...], /) -> Finding:
        """Return the verdict; a source that could not be read comes with no match."""
        ...


class Memory(Protocol):
    """Whoever remembers from run to run what was seen of each source."""

    def keep(self, fetched: Fetched, proved: Fetched, /) -> None:
        """Remember a look: what came back, with its page, and what it proved to be once it was read.

        A failure is history; only a page that proved to be there is kept.
        """
        ...

    def end(self, *, complete: bool, network_down: bool) -> None:
        """Learn that no look follows: all of them were made or not, and the network here was up or down."""
        ...

    def strikes(self, source: Source, /) -> Strikes:
        """Return what all looks at a source say together, those of this run included."""
        ...


class Progress(Protocol):
    """Whoever watches a run."""

    def planned(self, sources: int, /) -> None:
        """Learn how many distinct sources there are to fetch."""
        ...

    def started(self, source: Source, /) -> None:
        """Learn that a source is being fetched."""
        ...

    def fetched(self, fetched: Fetched, /) -> None:
        """Learn what came of one."""
        ...


class Listener(Protocol):
    """Whoever will not wait for the end of a run."""

    def judged(self, finding: Finding, /) -> None:
        """Take the finding on a claim: each once, in the order of the file, as soon as it is certain."""
        ...


class Pipeline(Protocol):
    """Stages 2 to 6 in one: claims become a report."""

    async def verify(
        self, claims_file: ClaimsFile, ids: Collection[str] = (), *, listener: Listener | None = None
    ) -> Report:
        """Return a finding for every claim (of these ids, where ids are given), in file order."""
        ...


class Reporter(Protocol):
    """Stage 7, report: a report becomes text."""

    def render(self, report: Report, /) -> str:
        """Return the whole report in this format, ending in a newline."""
        ...
