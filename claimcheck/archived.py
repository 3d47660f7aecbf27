"""Copies of sources in web archives, as frozen values: a memento, what an archive answers, what it was asked with.

They stand apart from the nouns of the pipeline, which point at them: a source's report has its archived copy.
"""

from dataclasses import dataclass
from datetime import date, datetime

from claimcheck.enums import Verdict

NO_COPY = "no archived copy was found"
"""What is noted where every archive that was asked has said that it has none."""


@dataclass(frozen=True, slots=True)
class Memento:
    """An archived copy of what was at an address at one time (RFC 7089)."""

    uri: str
    """Its address, as people open and cite it."""
    at: datetime
    """When it was captured, in UTC."""
    original: str = ""
    """The address that the archive says it is of."""
    archive: str = ""
    """Who keeps it: ``Wayback Machine``, or a host."""
    raw: str = ""
    """Where its bytes are as they were captured; empty where ``uri`` gives them."""
    digest: str = ""
    """SHA-1 of its body in base 32, as the archive lists it; empty where it lists none."""
    status: int | None = None
    """The HTTP status that was captured; none where the archive does not list it."""

    @property
    def day(self) -> date:
        """The day of the capture, in UTC."""
        return self.at.date()


@dataclass(frozen=True, slots=True)
class Lookup:
    """What an archive says that it holds of an address."""

    mementos: tuple[Memento, ...] = ()
    trouble: str = ""
    """Why it could not say, or not all; empty where the answer is whole."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of asking an archive to keep what is at an address now."""

    memento: Memento | None = None
    trouble: str = ""
    """Why there is none, or what is to be known of it."""
    again: bool = False
    """Whether asking again later makes sense."""
    stop: bool = False
    """Whether the archive takes nothing more today."""


@dataclass(frozen=True, slots=True)
class ArchivedCopy:
    """What the archives gave for a source that is not plainly there, and what it says of one claim."""

    memento: Memento | None = None
    note: str = ""
    """Why there is none, or why it could not be read; empty where it was."""
    verdict: Verdict | None = None
    """What the rules say of the claim on this copy alone; none where it was not read."""
    decides: bool = False
    """Whether the verdict of the finding rests on it."""
    cited: bool = False
    """Whether it is the one that the claims file names as ``archive_url``."""
    near: bool = False
    """Whether it is of the time when its source was accessed or accepted."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered, its redirects not followed; or why there is no answer."""

    url: str
    status: int | None = None
    """None is that nothing came back; ``trouble`` says why."""
    headers: tuple[tuple[str, str], ...] = ()
    """Names in lower case."""
    body: bytes = b""
    trouble: str = ""
    refused: bool = False
    """Whether the connection was refused."""
    asked: bool = True
    """Whether the server was asked at all."""
    truncated: str = ""
    """Why the body is only the beginning of what is there; empty when it is whole."""

    def header(self, name: str) -> str:
        """Return the first header of this name in lower case; empty where there is none."""
        return next((value for key, value in self.headers if key == name), "")
