"""What fetching may cost, and whom it may reach.  Times are in seconds, sizes in decoded bytes.

The bounds are those of a patient reader: 30 seconds for a source, whatever a server does with them.  The pace is that
of a polite one: two requests at once to a host, a fifth of a second apart.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class HostSettings:
    """What the user sets for one host: its pace, and how to be let in.  Secrets are names of variables, never values.

    The host is written as ``example.org`` or ``example.org:8443``.  Its pace is that of the name at every port; its
    secrets go to that name and port over https alone, unless it is written with its scheme: ``http://intranet:8080``.
    """

    at_once: int | None = None
    spacing: float | None = None
    headers_from: str = ""
    """A variable of lines of ``Name: value``."""
    basic_from: str = ""
    """A variable of ``name:password``."""
    cookies_from: str = ""
    """A variable of ``name=value; name=value``."""
    client_cert: str = ""
    """A file with a certificate, and its key where ``client_key`` names none, as PEM."""
    client_key: str = ""


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """The limits of a run's fetching; each default is what suits an article's links."""

    allow_private: tuple[str, ...] = ()
    """Hosts, as ``HOST`` or ``HOST:PORT``, that may be reached although their address is a private one."""
    lookup: float = 8.0
    """For looking up a host."""
    connect: float = 10.0
    """For looking up a host, connecting and the TLS handshake."""
    idle: float = 20.0
    """Without a single byte."""
    total: float = 30.0
    """On the network for one source, over all redirects and retries; waiting for a turn is not counted."""
    render: float = 20.0
    """For a page that a script fills and all that its scripts ask for, waiting for turns included."""
    page_bytes: int = 10 * MEGABYTE
    pdf_bytes: int = 50 * MEGABYTE
    prefix_bytes: int = 2 * MEGABYTE
    """How much of a page that is too large is kept, to look for evidence in."""
    small_bytes: int = MEGABYTE // 4
    """What every source may take of the memory; a page that grows larger waits for its share of ``room_bytes``."""
    room_bytes: int = 24 * MEGABYTE
    """The memory for all pages above a megabyte together, from their fetch until they have been read; those below it
    have half as much."""
    redirects: int = 10
    at_once: int = 64
    """Requests at once, in all."""
    at_once_per_host: int = 2
    spacing: float = 0.2
    """Between the starts of two requests to one host."""
    retries: int = 2
    backoff: float = 0.5
    """Before the first retry; the second waits twice as long.  What needs longer gets it in the second pass."""
    longest_pause: float = 30.0
    """The longest ``Retry-After`` that is waited for."""
    run: float | None = None
    """For the whole run; nothing is started, waited for or tried again after it.  None is for ever."""
    ca_file: Path | None = None
    """Certificate authorities to trust besides those of the system, as PEM."""
    robots: bool = False
    """Whether robots.txt is obeyed."""
    netrc: bool = False
    """Whether names and passwords are taken from the user's netrc."""
    hosts: Mapping[str, HostSettings] = field(default_factory=dict)
    """What is set for single hosts, by the host as written."""
