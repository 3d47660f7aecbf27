"""Request headers of the user's own: an environment variable → headers for one origin.

``headers_from`` names the variable, which holds ``Name: value`` a line.  They go to the origin of the source's own
address, scheme, host and port alike, and are looked at anew on every hop: a redirect elsewhere never carries them.
No message ever repeats a value.
"""

import os
import re

import httpx

from claimcheck.model import Source

_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")
_OURS = frozenset({"host", "content-length", "transfer-encoding", "connection", "accept-encoding", "te", "upgrade"})
"""Headers that frame the request, and are not the user's to set."""


class CredentialsError(Exception):
    """A variable that is not set, or whose lines are no headers."""


def read_credentials(source: Source, url: str) -> dict[str, str]:
    """Return the headers that a source's variable gives to an address; none for any other origin than its own.

    Raises:
        CredentialsError: the variable is not set, or a line of it is no header.
    """
    if not source.headers_from or _origin(url) != _origin(source.address):
        return {}
    text = os.environ.get(source.headers_from)
    if text is None:
        raise CredentialsError(
            f"the environment variable {source.headers_from}, which 'headers_from' names, is not set"
        )
    headers: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        name, colon, value = line.partition(":")
        if not colon or not _NAME.fullmatch(name.strip()) or not value.strip().isprintable() or not value.isascii():
            raise CredentialsError(f"line {number} of {source.headers_from} is not 'Name: value'")
        if name.strip().lower() in _OURS:
            raise CredentialsError(f"line {number} of {source.headers_from} sets {name.strip()}, which claimcheck sets")
        headers[name.strip()] = value.strip()
    return headers


def _origin(url: str) -> tuple[str, str, int]:
    parts = httpx.URL(url)
    return parts.scheme, parts.host, parts.port or {"https": 443}.get(parts.scheme, 80)
