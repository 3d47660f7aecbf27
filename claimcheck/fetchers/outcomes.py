"""What is asked of a server and what came of it; the nouns between the wrappers of this shelf.

A ``Getter`` makes one outcome of one request, and never raises for anything that the network does.  Pacing, retries
and redirects are getters round a getter.
"""

from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from claimcheck.enums import State
from claimcheck.fetchers.room import Share
from claimcheck.model import Hop, Source


@dataclass(slots=True)
class Budget:
    """The seconds on the network that are left to one source."""

    left: float
    overdue: bool = False
    """Whether the run's time, and not the source's own, is what is short."""

    def ends_within(self, seconds: float) -> None:
        """Leave no more than what is left of the run."""
        if seconds < self.left:
            self.left, self.overdue = max(seconds, 0.0), True


OVERDUE = "the run's time was over before its turn"


@dataclass(frozen=True, slots=True)
class Request:
    """One GET on the way to a source; or what an archive is told."""

    url: str
    source: Source
    budget: Budget
    patient: bool = True
    """Whether what may pass is tried again."""
    accept: str = ""
    """Which types are asked for; those that can be read where it is empty."""
    confined: bool = False
    """Whether a script of the source's page asks, and what the user has for other origins is not for it."""
    cited: bool = True
    """Whether somebody relies on it, so that *gone* is looked at twice."""
    conditions: tuple[tuple[str, str], ...] = ()
    """Request headers of the program's own: by which a server sends a page only if it has changed, for one."""
    post: bytes | None = None
    """A form to send, as ``application/x-www-form-urlencoded``; none is a GET."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's whole answer, or its beginning where ``truncated`` says why it is not whole."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    """Names in lower case, in the order received."""
    body: bytes = field(default=b"", repr=False)
    truncated: str = ""
    hops: tuple[Hop, ...] = ()
    share: Share | None = field(default=None, repr=False, compare=False)
    """The memory that the body was given, where it is a large one."""
    private: bool = False
    """Whether it was given to the user's own credentials, here or on the way: it is not kept beyond this run."""

    def header(self, name: str) -> str:
        """Return the first header of this name in lower case; empty where there is none."""
        return next((value for key, value in self.headers if key == name), "")


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no whole answer: a state and its true cause."""

    state: State
    detail: str
    unreachable: bool = False
    """Whether the host could not be reached at all."""
    passing: bool = False
    """Whether it may be over in a moment, so that trying again makes sense."""
    later: bool = False
    """Whether it may be over in half a minute, though hardly in a moment."""
    answer: Answer | None = None
    """What had come back by then."""
    hops: tuple[Hop, ...] = ()


Outcome: TypeAlias = Answer | Failure


class Getter(Protocol):
    """Whoever makes an outcome of a request."""

    async def get(self, request: Request, /) -> Outcome:
        """Return what came of asking; never raise for anything that the network does."""
        ...
