"""What goes out and what comes back, once; the nouns between whoever asks (``http.py``) and the engine.

They are this shelf's own, so that no library's idea of a request shows above the engine.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from claimcheck.fetchers.targets import Target


@dataclass(frozen=True, slots=True)
class Call:
    """One request, as it is sent."""

    target: Target
    headers: dict[str, str]
    connect: float
    """Seconds for looking the host up, connecting and the TLS handshake."""
    idle: float
    """Seconds without a single byte."""
    form: bytes | None = None
    """What is posted; none is a GET."""
    foreign: bool = False
    """Whether nothing of what the user has for its host is for it: no exemption, no certificate."""


class Response(Protocol):
    """The head of an answer, its body still to be read."""

    status: int
    headers: tuple[tuple[str, str], ...]
    """Names in lower case, in the order received."""

    def chunks(self) -> AsyncIterator[bytes]:
        """Yield the body as the server sent it, still compressed, a few tens of kilobytes at a time.

        Raises:
            EngineError: it breaks off, or comes too slowly.
        """
        ...

    def close(self) -> None:
        """Give the connection back where the body was read to its end, else close it."""
        ...


class Engine(Protocol):
    """Whoever sends calls."""

    async def send(self, call: Call, /) -> Response:
        """Return the head of the answer.

        Raises:
            EngineError: there is none; its cause says why.
        """
        ...


class Fault(Enum):
    """At which point a call failed."""

    NO_CONNECTION = auto()
    """No connection within its time."""
    SILENCE = auto()
    """Not a byte within its time."""
    PROXY = auto()
    NOT_HTTP = auto()
    """What came back is not as HTTP is."""
    UNASKABLE = auto()
    """The request cannot be written."""
    BROKEN = auto()
    """Anything else: no connection, or one that broke; the cause says why."""


class EngineError(Exception):
    """A call that failed; its cause is the error of the socket, of TLS or of the parser."""

    def __init__(self, fault: Fault, words: str) -> None:
        super().__init__(words)
        self.fault = fault


def header_of(headers: tuple[tuple[str, str], ...], name: str) -> str:
    """Return the values of all headers of a name in lower case, as one that lists them; empty where there is none."""
    return ", ".join([value for key, value in headers if key == name])
