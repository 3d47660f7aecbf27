"""What lets the user in: environment variables and a netrc → request headers for one origin.

``headers_from`` of a source names a variable that holds ``Name: value`` a line.  They go to the origin of the source's
own address, scheme, host and port alike.  The settings name, for an origin each, variables with headers, with a name
and a password, with cookies; a netrc holds names and passwords by host, and they are sent over https alone.  All of it
is looked at anew on every hop, so a redirect elsewhere never carries anything along.  No message ever repeats a value.

A claims file may come from a stranger and name any variable: so a line must have a space after its colon, as no
address with a password and no ``name:password`` has, and else nothing of the variable is sent.
"""

import base64
import netrc
import os
import re
from pathlib import Path

from claimcheck.errors import UsageError
from claimcheck.fetchers.hosts import Hosts, origin_of
from claimcheck.model import Source

_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")
_OURS = frozenset({"host", "content-length", "transfer-encoding", "connection", "accept-encoding", "te", "upgrade"})
"""Headers that frame the request, and are not the user's to set."""


class CredentialsError(Exception):
    """A variable that is not set, or does not hold what it should."""


class Credentials:
    """All that the user has to be let in with."""

    def __init__(self, hosts: Hosts, netrc_file: Path | None = None) -> None:
        """Read the netrc, where one is to be used.

        Raises:
            UsageError: it cannot be read.
        """
        self._hosts = hosts
        self._netrc = _read_netrc(netrc_file) if netrc_file is not None else None

    def headers_for(self, source: Source, url: str) -> dict[str, str]:
        """Return the request headers of the user's own for one address on the way to a source, names in lower case.

        What is said of a source comes before what is set for its host, and that before the netrc.

        Raises:
            CredentialsError: a variable is not set, or does not hold what it should.
        """
        headers = self._logins(url)
        own = self._hosts.access_of(url)
        if own.basic_from:
            headers["authorization"] = _basic(_variable(own.basic_from, "basic-from"), own.basic_from)
        if own.cookies_from:
            headers["cookie"] = _one_line(_variable(own.cookies_from, "cookies-from"), own.cookies_from)
        if own.headers_from:
            headers |= _read_lines(_variable(own.headers_from, "headers-from"), own.headers_from)
        if source.headers_from and origin_of(url) == origin_of(source.address):
            headers |= _read_lines(_variable(source.headers_from, "headers_from"), source.headers_from)
        return headers

    def show_certificate(self, url: str) -> bool:
        """Return whether a certificate of the user's own is shown at an address."""
        return bool(self._hosts.access_of(url).client_cert)

    def _logins(self, url: str) -> dict[str, str]:
        if self._netrc is None:
            return {}
        scheme, host, _ = origin_of(url)
        found = self._netrc.hosts.get(host) if scheme == "https" else None
        if found is None or not found[2]:
            return {}
        return {"authorization": _basic(f"{found[0]}:{found[2]}", "the netrc")}


def netrc_path() -> Path:
    """Return the file with the user's logins: the one that ``NETRC`` names, else ``.netrc`` at home."""
    named = os.environ.get("NETRC")
    return Path(named) if named else Path.home() / ".netrc"


def _read_netrc(path: Path) -> netrc.netrc:
    try:
        return netrc.netrc(path)
    except netrc.NetrcParseError as error:
        # The error's own words may repeat the token that could not be read, a password for one.
        raise UsageError(f"{path}: line {error.lineno} is not as a netrc has it") from None
    except (OSError, UnicodeError) as error:
        cause = (getattr(error, "strerror", None) or "not text").lower()
        hint = "NETRC names the file, ~/.netrc is the default"
        raise UsageError(f"--netrc: {path} cannot be read: {cause}", hint=hint) from None


def _variable(name: str, key: str) -> str:
    text = os.environ.get(name)
    if text is None:
        raise CredentialsError(f"the environment variable {name}, which '{key}' names, is not set")
    return text


def _basic(text: str, name: str) -> str:
    login = text.strip("\r\n")
    if ":" not in login or not login.isprintable():
        raise CredentialsError(f"{name} is not 'name:password'")
    return "Basic " + base64.b64encode(login.encode()).decode()


def _one_line(text: str, name: str) -> str:
    value = text.strip()
    if "=" not in value or not value.isprintable() or not value.isascii():
        raise CredentialsError(f"{name} is not 'name=value; name=value'")
    return value


def _read_lines(text: str, name_of_all: str) -> dict[str, str]:
    headers: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        name, colon, value = line.strip().partition(": ")
        if not colon or not _NAME.fullmatch(name) or not value.strip().isprintable() or not value.isascii():
            raise CredentialsError(f"line {number} of {name_of_all} is not 'Name: value'")
        if name.lower() in _OURS:
            raise CredentialsError(f"line {number} of {name_of_all} sets {name}, which claimcheck sets")
        headers[name.lower()] = value.strip()
    return headers
