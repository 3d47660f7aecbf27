"""An http(s) address → the form in which it is asked for: ASCII throughout, its host as the name servers know it.

What is written goes out as it is written wherever it may: an escape stays the escape that it is, and only characters
that an address cannot have are escaped (RFC 3986), as browsers do it.  So no page is missed because an address was
tidied up.  ``urllib`` takes addresses apart and escapes; ``idna`` writes names beyond ASCII by the rules of today
(RFC 5891), of which the standard library has those of 2003.
"""

import ipaddress
import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import SplitResult, quote, urlsplit

PORTS = {"http": 80, "https": 443}
LONGEST = 65_536
"""Of an address, in characters; servers read far less."""
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
_FOUR_NUMBERS = re.compile(r"[0-9]+(?:\.[0-9]+){3}")
_IN_PATH = "!$%&'()*+,/:;=@[\\]^|~"
_IN_QUERY = "!$%&'()*+,/:;=?@[\\]^`{|}~"
"""What stays as it is besides letters, digits and ``-._~``."""
_IN_HOST = "!$%&'()*+,;=`{|}\\\""
_DOTS = frozenset({".", ".."})


class NoTargetError(ValueError):
    """An address that nothing can be asked for."""


@dataclass(frozen=True, slots=True)
class Target:
    """An address as it is asked for."""

    scheme: str
    host: str
    """In ASCII and lower case; an IPv6 address without its brackets."""
    port: int
    """The scheme's own where none is written."""
    url: str
    """The whole of it, without fragment, user name and password."""


@lru_cache(maxsize=4096)
def target_of(url: str) -> Target:
    """Return the form in which an address is asked for.

    Raises:
        NoTargetError: it is none of http(s), has no host, or one that cannot be, or a control character.
        UnicodeError: it has half of a character.
    """
    if len(url) > LONGEST or _CONTROLS.search(url):
        raise NoTargetError("a control character, or too many characters")
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise NoTargetError(str(error)) from None
    if parts.scheme not in PORTS:
        raise NoTargetError("no http(s) address")
    host, port, netloc = _read_netloc(parts.netloc, PORTS[parts.scheme])
    path = quote(_without_dots(parts.path), _IN_PATH) or "/"
    # An empty query is another address than none, and urlsplit does not tell them apart.
    asks = "?" in url.partition("#")[0]
    query = f"?{quote(parts.query, _IN_QUERY)}" if asks else ""
    return Target(parts.scheme, host, port, f"{parts.scheme}://{netloc}{path}{query}")


@lru_cache(maxsize=4096)
def _read_netloc(netloc: str, own_port: int) -> tuple[str, int, str]:
    """Return a host, its port, and both as they are written in an address.

    Raises:
        NoTargetError: there is no host, or one that cannot be.
    """
    parts = SplitResult("", netloc, "", "", "")
    try:
        port = parts.port
    except ValueError as error:
        raise NoTargetError(str(error)) from None
    host = ascii_host(parts.hostname or "")
    if not host or ("[" in netloc and ":" not in host):
        raise NoTargetError("no host, or brackets round what is no address of IPv6")
    written = f"[{host}]" if ":" in host else host
    return host, port or own_port, written if port in {None, own_port} else f"{written}:{port}"


def ascii_host(host: str) -> str:
    """Return a host, without brackets, in ASCII and lower case.

    Raises:
        NoTargetError: there can be no host of this name.
    """
    host = host.lower()
    try:
        if ":" in host:
            ipaddress.IPv6Address(host)
        elif _FOUR_NUMBERS.fullmatch(host):
            ipaddress.IPv4Address(host)
        elif host.isascii():
            return quote(host, _IN_HOST)
        else:
            import idna  # noqa: PLC0415 - few hosts need its tables

            return idna.encode(host).decode("ascii")
    except ValueError as error:
        raise NoTargetError(str(error)) from None
    return host


def _without_dots(path: str) -> str:
    """Return a path without ``.`` and ``..`` (RFC 3986, section 5.2.4)."""
    parts = path.split("/")
    if _DOTS.isdisjoint(parts):
        return path
    kept: list[str] = []
    for part in parts:
        if part == ".." and kept != [""]:
            kept.pop()
        elif part not in _DOTS:
            kept.append(part)
    if parts[-1] in _DOTS:
        kept.append("")
    return "/".join(kept)
