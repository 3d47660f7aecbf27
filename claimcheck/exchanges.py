"""What was asked of a server, or of a disk, and what came of it: kept as evidence, and given again years later.

An exchange is one hop on the way to a source.  No secret is in it: addresses and headers are redacted, cookies are left
out, and of what came on the user's own credentials nothing but a note is kept.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from claimcheck.enums import State

Headers = tuple[tuple[str, str], ...]
"""Names as they came, in their order."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question and its answer, or why there was none."""

    url: str
    """What was asked, without secrets; ``file:`` and a path for a file beside the claims file."""
    at: datetime
    """When it was answered, in UTC."""
    asked: Headers = ()
    """The request headers that everyone is sent; the user's own are never kept."""
    status: int | None = None
    """The HTTP status; none where no answer came, or it is not kept."""
    headers: Headers = ()
    """Those of the answer, without cookies and other secrets."""
    body: bytes = b""
    """As it is read: where ``headers`` name a content coding, still in that coding."""
    state: State | None = None
    """What was wrong; none where an answer came whole."""
    detail: str = ""
    """The cause of ``state`` in words."""
    truncated: str = ""
    """Why the body is only the beginning of what was there; empty when it is whole."""
    unreachable: bool = False
    """Whether no byte came back at all."""
    rendered: bool = False
    """Whether ``body`` is the page as a browser showed it once its scripts had run."""


class Recorder(Protocol):
    """Whoever keeps exchanges."""

    def record(self, exchange: Exchange, /) -> None:
        """Keep an exchange; never raise for anything a disk does."""
        ...


class Recordings(Protocol):
    """Whoever holds exchanges that were kept."""

    @property
    def name(self) -> str:
        """What they are held in, for people."""
        ...

    def exchange_at(self, url: str, /, *, rendered: bool = False) -> Exchange | None:
        """Return the newest exchange with this address; none where none was kept."""
        ...
