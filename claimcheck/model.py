"""The nouns of the pipeline, as frozen values.

Every stage takes one of these and gives another: a claims file holds claims and their sources; a source is
fetched into a page; a page is extracted into a document; a claim is matched against a document into comparisons
that point at evidence; the judge makes a finding of them.  Only the standard library is imported here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from claimcheck.accepted import Drifted
from claimcheck.archived import ArchivedCopy
from claimcheck.cited import (
    Claim,
    ClaimsFile,
    Expectation,
    Ignore,
    Location,
    Locator,
    Problem,
    Quote,
    Source,
    Span,
)
from claimcheck.enums import (
    Code,
    Outcome,
    Role,
    Stance,
    State,
    Verdict,
)
from claimcheck.past import Past

__all__ = ["Claim", "ClaimsFile", "Expectation", "Ignore", "Location", "Locator", "Problem", "Quote", "Source", "Span"]
"""The nouns of a claims file, named here too: whoever uses the model need not know that it has two files."""

# ---------------------------------------------------------------------------------------------- fetched and read


@dataclass(frozen=True, slots=True)
class Hop:
    """One answer on the way to a page: the address asked, and the HTTP status it gave."""

    url: str
    status: int


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Page:
    """The bytes found at an address, decoded from their transfer coding, and what was said of them."""

    url: str
    body: bytes
    media_type: str = ""
    """The declared media type, lower case, without parameters; empty when none was declared."""
    charset: str = ""
    """The declared charset; empty when none was declared."""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    """Response headers, names in lower case."""
    truncated: str = ""
    """Why the body is only the beginning of what is there (``larger than 10 MB``); empty when it is whole."""
    private: bool = False
    """Whether it is not to be kept beyond this run: it came on the user's own credentials, or says so itself."""
    on_credentials: bool = False
    """Whether it came on the user's own credentials."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of fetching a source.  A failure is a state and its true cause, never an exception."""

    source: Source
    state: State
    page: Page | None = None
    final_url: str = ""
    http_status: int | None = None
    hops: tuple[Hop, ...] = ()
    detail: str = ""
    """The cause in words: ``certificate expired on 2024-03-01``, ``403 from a bot wall (cloudflare)``."""
    unreachable: bool = False
    """Whether no byte came back at all: when that holds of every source, the network here is down."""
    passing: bool = False
    """Whether the failure may be over in half a minute, so that a second look makes sense."""
    read_at: datetime | None = None
    """When the page was really read, where it comes from memory; none where it was read just now."""
    age: str = ""
    """The same for people: ``read 3 days ago``; empty where it was read just now."""
    unseen: str = ""
    """What happened in the place of a look, such as ``not looked at``; empty where there was one."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table row: the header it stands under and where its own text is."""

    header: str
    span: Span


@dataclass(frozen=True, slots=True)
class Block:
    """A run of a document's text in one role, such as a paragraph or a table row."""

    role: Role
    span: Span
    section: str = ""
    """The nearest heading above."""
    page: int | None = None
    cells: tuple[Cell, ...] = ()
    label: str = ""
    """For a table row, the table's caption; for a dated entry of a live page, its time."""


@dataclass(frozen=True, slots=True)
class Issued:
    """The day on which a document says it was issued, and which sign on it says so."""

    day: date
    origin: str
    precision: str = "day"
    """``day``, ``month`` or ``year``: how much of ``day`` was really said."""


@dataclass(frozen=True, slots=True)
class PageSigns:
    """What an extractor saw that bears on the state of a source rather than on a claim."""

    password_form: bool = False
    free: bool | None = None
    """``isAccessibleForFree`` of the page's own metadata; none when it is silent."""
    script_shell: bool = False
    """Whether the page is an empty mount point for a script."""
    meta_refresh: str = ""
    h1: str = ""
    marks: tuple[str, ...] = ()
    """Names of other signs found in the markup: ``challenge:cloudflare``, ``paywall:piano``, ``parked:sedo``."""


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a page in reading order, cut in blocks; nothing visible is dropped, boilerplate is labelled."""

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    language: str = ""
    issued: Issued | None = None
    media_type: str = ""
    signs: PageSigns = PageSigns()
    truncated: str = ""
    """Why the text is not all of the page (``the first 2,000 pages``); empty when it is."""
    fingerprint: str = ""
    """What it was read from, and by which reader, in a hash; empty where it is not to be remembered."""


# ---------------------------------------------------------------------------------------------- matched and judged


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that bears on a claim, findable again by its own words, and what it says."""

    exact: str
    prefix: str
    suffix: str
    stance: Stance
    source: str
    """The address of the source."""
    span: Span = (0, 0)
    """Offsets into the document's text."""
    deciding: tuple[Span, ...] = ()
    """The words that decide, as offsets into ``exact``."""
    role: Role = Role.PARAGRAPH
    page: int | None = None
    section: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One assertion of a claim against the passage of one source that decides it, or against none."""

    kind: str
    """``quantity``, ``date``, ``quote``, ``name``, ``words`` or an expectation's kind."""
    said: str
    """The assertion, in the claim's words."""
    outcome: Outcome
    found: str = ""
    """What the source has in its place, in the source's words."""
    note: str = ""
    """Why, in a few words: ``the claim is the top of the range``."""
    code: Code | None = None
    evidence: Evidence | None = None
    assertion: int = 0
    """Which assertion of the claim this belongs to, from 0: what one assertion says stands or falls together."""
    said_value: str = ""
    """The claim's value in the notation common to all languages: ``≤ 3,000``, ``2025-02``; empty for words."""
    found_value: str = ""
    """The source's, in the same notation."""
    likely: float | None = None
    """How likely the passage says it, from 0 to 1, where a reader must tell; none elsewhere.  It orders, and decides
    nothing."""


@dataclass(frozen=True, slots=True)
class Considered:
    """A passage that was looked at, and why it was taken or passed over; for ``claimcheck show``."""

    text: str
    role: Role
    taken: bool
    why: str
    score: float
    page: int | None = None
    parts: tuple[tuple[str, str], ...] = ()
    """What made its score, as pairs of a place or a check and its words; empty unless it was asked for."""


@dataclass(frozen=True, slots=True)
class Match:
    """All that one document says of one claim."""

    comparisons: tuple[Comparison, ...]
    considered: tuple[Considered, ...] = ()
    reading: tuple[tuple[str, str], ...] = ()
    """How the claim was read, as pairs of a kind and its reading, for ``claimcheck show``."""


@dataclass(frozen=True, slots=True)
class Strikes:
    """What all looks at a source say together of whether it is gone."""

    count: int = 0
    """Failures in a row that count: each at least three days after the one before."""
    confirmed: bool = False
    """Whether there are enough of them to say that the source is gone."""
    first_failed: date | None = None
    """The day of the first failure since the source was last there."""
    last_ok: date | None = None
    """The day on which it was last there."""
    erring_since: date | None = None
    """The day since which its server has answered with errors alone, where that is a month or more; else none."""


@dataclass(frozen=True, slots=True)
class SourceReport:
    """A source as reported: what is at its address, and what the page says of itself."""

    source: Source
    state: State
    final_url: str = ""
    http_status: int | None = None
    detail: str = ""
    title: str = ""
    issued: Issued | None = None
    language: str = ""
    suspected: bool = False
    """Whether it may be gone, and that is not certain: *gone* at one look, or at several within a few days; or nothing
    but errors of the server for a month."""
    hops: tuple[Hop, ...] = ()
    """The answers on the way to the page, first to last; for ``claimcheck show``."""
    strikes: Strikes = Strikes()
    """What earlier looks say, where the source is not plainly there."""
    read_at: datetime | None = None
    """When the page was really read, where it comes from memory."""
    age: str = ""
    """The same for people: ``read 3 days ago``."""
    unseen: str = ""
    """What happened in the place of a look: ``not looked at``, ``not reached``; empty where there was one."""
    drifted: Drifted | None = None
    """What became of the passage that was accepted for the claim; none where none was, or it could not be looked."""
    copy: ArchivedCopy | None = None
    """What the archives gave for it; none where they were not asked."""

    @property
    def label(self) -> str:
        """What was found at its address, as people read it, or what happened in the place of a look."""
        return self.unseen or self.state.label


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict on a claim, its reason, its codes, its evidence, and a way out."""

    claim: Claim
    verdict: Verdict
    reason: str
    codes: tuple[Code, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    sources: tuple[SourceReport, ...] = ()
    matches: tuple[Match, ...] = ()
    tip: str = ""
    rules_verdict: Verdict | None = None
    """What the rules alone say, where the verdict rests on what a person has accepted; otherwise none."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The passages that decide, each once, in the order of the assertions."""
        return tuple(dict.fromkeys(c.evidence for c in self.comparisons if c.evidence is not None))


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the policy of a run makes of a finding."""

    fails: bool = False
    """Whether it makes the run fail."""
    excuse: str = ""
    """Why it does not, although it is at the fail level: ``known until 2027-02-23``."""
    known: bool | None = None
    """Whether the baseline holds it; none where no baseline was given."""
    codes: tuple[str, ...] = ()
    """The codes, or the verdict where it has none, for which it is at the fail level."""


@dataclass(frozen=True, slots=True)
class Article:
    """The article that makes the claims, as far as it could be read."""

    name: str
    """Its title, its address or its file, as the claims file gives it."""
    document: Document | None = None
    stating: tuple[Span, ...] = ()
    """Where in the document sentences state a figure or a date, in text order."""
    detail: str = ""
    """Why it could not be read, in words; empty where it could be, or is only a title."""


@dataclass(frozen=True, slots=True)
class Report:
    """All findings of a run, in the order of the claims file."""

    claims_file: ClaimsFile
    findings: tuple[Finding, ...]
    network_down: bool = False
    interrupted: bool = False
    pending: int = 0
    """Claims that the run was stopped before."""
    rulings: tuple[Ruling, ...] = ()
    """One for each finding, in their order; empty where no policy was applied."""
    article: Article | None = None
    """None where the claims file names none, or no report asks for it."""
    past: Past | None = None
    """What earlier runs found; none where nothing is remembered, or no report asks for it."""
    made_at: datetime | None = None
    """When the run ended, in UTC; none where no report asks for it."""

    @property
    def skipped(self) -> int:
        """Claims of the file that the run was not asked for."""
        return max(0, len(self.claims_file.claims) - len(self.findings) - self.pending)

    @property
    def ruled(self) -> Iterator[tuple[Finding, Ruling | None]]:
        """The findings, each with its ruling where a policy was applied."""
        rulings: tuple[Ruling | None, ...] = self.rulings or (None,) * len(self.findings)
        return zip(self.findings, rulings, strict=True)

    def count(self, verdict: Verdict) -> int:
        """Return how many findings have this verdict."""
        return sum(finding.verdict is verdict for finding in self.findings)
