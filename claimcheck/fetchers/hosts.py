"""What the user sets for single hosts: an address → its pace, and how to be let in.

A pace is that of a host's name, whatever the scheme and the port.  A secret belongs to one origin, scheme, host and
port alike: a host that is written without its scheme means https.
"""

from collections.abc import Mapping
from typing import TypeAlias
from urllib.parse import urlsplit

from claimcheck.errors import UsageError
from claimcheck.fetchers.settings import HostSettings
from claimcheck.fetchers.targets import target_of

Origin: TypeAlias = tuple[str, str, int]
"""Scheme, host and port."""

_NOTHING = HostSettings()


def origin_of(url: str) -> Origin:
    """Return the origin of an http(s) address, its host in ASCII and lower case.

    Raises:
        ValueError: it is no address.
    """
    target = target_of(url)
    return target.scheme, target.host.rstrip("."), target.port


def is_same_origin(one: str, other: str) -> bool:
    """Return whether two addresses have one origin; what is no address has none."""
    try:
        return origin_of(one) == origin_of(other)
    except ValueError:
        return False


class Hosts:
    """The settings of hosts, read."""

    def __init__(self, entries: Mapping[str, HostSettings]) -> None:
        """Read them.

        Raises:
            UsageError: an entry is no host.
        """
        self._by_origin = {_read_entry(entry): own for entry, own in entries.items()}
        self._by_host = {origin[1]: own for origin, own in self._by_origin.items()}

    def all(self) -> tuple[HostSettings, ...]:
        """Return what is set for each host."""
        return tuple(self._by_origin.values())

    def pace_of(self, host: str) -> HostSettings:
        """Return what is set for a host, whatever its port."""
        return self._by_host.get(host, _NOTHING)

    def access_of(self, url: str) -> HostSettings:
        """Return what is set for the very origin of an address."""
        return self._by_origin.get(origin_of(url), _NOTHING) if self._by_origin else _NOTHING


def _read_entry(entry: str) -> Origin:
    address = entry if "://" in entry else f"https://{entry}"
    try:
        origin, path = origin_of(address), urlsplit(address).path
    except ValueError:
        origin, path = ("", "", 0), ""
    if not origin[1] or path not in {"", "/"} or "@" in entry or "*" in entry:
        raise UsageError(
            f"hosts: '{entry}' is not a host", hint='write ["example.org"], ["example.org:8443"] or ["http://intranet"]'
        )
    return origin
