"""The nouns of a claims file, as frozen values; ``model`` has those of the rest of the pipeline, and these too."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from claimcheck.enums import Code, ExpectKind, Op, Severity

Span: TypeAlias = tuple[int, int]
"""A half-open interval of character offsets into a text."""


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file, lines and columns counted from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a source, with the words before and after it where they are needed to find it."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Expectation:
    """What the writer says the source must hold; it overrides what is read from the claim's words."""

    kind: ExpectKind
    text: str
    unit: str = ""
    op: Op = Op.EQ
    tolerance: str = ""
    """Empty, an absolute number (``0.5``) or a percentage (``5 %``)."""


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in a source to look."""

    page: int | None = None
    section: str = ""
    selector: str = ""


@dataclass(frozen=True, slots=True)
class Ignore:
    """A claim that is not to be judged: why, until which day (included), on whose word."""

    reason: str
    until: date | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One document cited.  ``address`` says which bytes to read and is what makes two sources the same."""

    address: str
    """An http(s) URL without fragment, or ``file:`` and a path relative to the claims file's folder."""
    location: Location
    name: str = ""
    title: str = ""
    author: str = ""
    publisher: str = ""
    issued: str = ""
    """ISO 8601 day, month or year, as written; empty when not given."""
    accessed: str = ""
    archive_url: str = ""
    archive_date: str = ""
    url_status: str = ""
    language: str = ""
    media_type: str = ""
    headers_from: str = ""
    """The name of an environment variable that holds request headers, ``Name: value`` a line."""
    selector: str = ""
    quotes: tuple[Quote, ...] = ()
    """Quotes that the address itself carried, in a ``#:~:text=`` fragment."""
    anchor: str = ""
    """The place on the page that the address itself named, ``#id``."""

    @property
    def path(self) -> str | None:
        """The path of a ``file:`` source, relative to the claims file's folder; otherwise none."""
        return self.address.removeprefix("file:") if self.address.startswith("file:") else None


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence as published, and what its writer says of where it comes from."""

    id: str
    text: str
    sources: tuple[Source, ...]
    location: Location
    require: int = 1
    """How many sources must support the claim: 1 is ``any``, the number of sources is ``all``."""
    expect: tuple[Expectation, ...] = ()
    quotes: tuple[Quote, ...] = ()
    trans_quote: str = ""
    language: str = ""
    """ISO 639-1, or empty where nobody said and it must be guessed from the words."""
    locator: Locator = Locator()
    severity: Severity = Severity.ERROR
    tags: tuple[str, ...] = ()
    notes: str = ""
    recheck_after: str = ""
    ignore: Ignore | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a claims file: where, which kind, what, and the way out."""

    location: Location
    code: Code
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class ClaimsFile:
    """A claims file that was read whole and found sound."""

    path: str
    claims: tuple[Claim, ...]
    article: str = ""
    language: str = ""
    aliases: tuple[tuple[str, ...], ...] = ()
    """Groups of names of one thing: whoever says one says the others."""
    warnings: tuple[Problem, ...] = ()
    """What is sound but likely a mistake."""
