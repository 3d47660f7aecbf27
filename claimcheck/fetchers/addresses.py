"""Which addresses may be dialled: public ones, and those of hosts that the user named.

A claims file may come from a stranger and be checked inside a network that trusts its own, so an address is judged
where it is dialled, after every lookup and on every hop.  ``ipaddress.is_global`` alone does not do: it calls NAT64,
6to4, Teredo, site-local and multicast addresses global, and each of these leads to, or hides, another address.
"""

import ipaddress
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

from claimcheck.errors import UsageError
from claimcheck.fetchers.targets import PORTS, ascii_host

IPAddress: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

_REFUSED = tuple(
    (ipaddress.ip_network(network), kind)
    for network, kind in (
        ("0.0.0.0/8", "an unspecified address"),
        ("10.0.0.0/8", "a private address"),
        ("100.64.0.0/10", "a carrier's private address"),
        ("127.0.0.0/8", "a loopback address"),
        ("169.254.0.0/16", "a link-local address"),
        ("172.16.0.0/12", "a private address"),
        ("192.0.0.0/24", "a reserved address"),
        ("192.0.2.0/24", "an address for documentation"),
        ("192.31.196.0/24", "a reserved address"),
        ("192.52.193.0/24", "a reserved address"),
        ("192.88.99.0/24", "a 6to4 relay"),
        ("192.168.0.0/16", "a private address"),
        ("192.175.48.0/24", "a reserved address"),
        ("198.18.0.0/15", "an address for benchmarks"),
        ("198.51.100.0/24", "an address for documentation"),
        ("203.0.113.0/24", "an address for documentation"),
        ("224.0.0.0/4", "a multicast address"),
        ("240.0.0.0/4", "a reserved address"),
        ("::/128", "an unspecified address"),
        ("::1/128", "a loopback address"),
        ("::/96", "an IPv4 address in disguise"),
        ("::ffff:0:0/96", "an IPv4 address in disguise"),
        ("::ffff:0:0:0/96", "an IPv4 address in disguise"),
        ("64:ff9b::/96", "an IPv4 address in disguise (NAT64)"),
        ("64:ff9b:1::/48", "an IPv4 address in disguise (NAT64)"),
        ("100::/64", "a discarding address"),
        ("2001::/32", "a Teredo address"),
        ("2001::/23", "a reserved address"),
        ("2001:db8::/32", "an address for documentation"),
        ("2002::/16", "a 6to4 address"),
        ("3fff::/20", "an address for documentation"),
        ("5f00::/16", "a reserved address"),
        ("fc00::/7", "a private address"),
        ("fe80::/10", "a link-local address"),
        ("fec0::/10", "a site-local address"),
        ("ff00::/8", "a multicast address"),
    )
)
"""The special-purpose registries of IANA, and the deprecated ranges beside them; the first that fits names it."""

_METADATA = frozenset({"169.254.169.254", "169.254.170.2", "100.100.100.200", "168.63.129.16", "fd00:ec2::254"})
"""Where clouds tell a machine its own secrets; the last but one is a public address that only works inside."""

_ENTRY = re.compile(r"(\[[0-9A-Fa-f:.%]+\]|[^\[\]:/@\s]+)(?::([0-9]{1,5}))?")
_LOCAL_NAMES = ("localhost", ".localhost", ".local", ".internal", ".home.arpa")


class ForbiddenAddressError(OSError):
    """An address that may not be dialled.  An ``OSError``, so that whoever dials tries the next one."""


def refusal_of(address: str) -> str:
    """Return what forbids dialling an IP address, as ``a loopback address``; empty where nothing does."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return "no address"
    if str(parsed) in _METADATA:
        return "a cloud's metadata address"
    for network, kind in _REFUSED:
        if parsed.version == network.version and parsed in network:
            return kind
    return "" if parsed.is_global else "no public address"


def refusal_of_host(host: str) -> str:
    """Return what forbids a host by the way it is written, looked up or not; empty where nothing shows."""
    bare = host.strip("[]").rstrip(".").lower()
    try:
        return refusal_of(_literal(bare))
    except ValueError:
        local = any(bare == name or (name[0] == "." and bare.endswith(name)) for name in _LOCAL_NAMES)
        return "a name of this network" if local or "." not in bare else ""


def _literal(host: str) -> str:
    """Return the address that a host is, read as the system's own lookup reads it: ``0x7f.1`` is 127.0.0.1."""
    if ":" in host:
        return str(ipaddress.ip_address(host.partition("%")[0]))
    parts = host.split(".")
    numbers = [int(part, 16 if part[:2] == "0x" else 8 if part[:1] == "0" else 10) for part in parts]
    *leading, last = numbers
    if not 0 < len(parts) <= 4 or any(n > 255 for n in leading) or last >= 256 ** (5 - len(parts)):  # noqa: PLR2004 - the four bytes of an IPv4 address
        raise ValueError(host)
    value = sum(n << (24 - 8 * i) for i, n in enumerate(leading)) + last
    return str(ipaddress.IPv4Address(value))


class Exemptions:
    """The hosts, and ports, that the user allows whatever their address is."""

    def __init__(self, entries: Iterable[str]) -> None:
        """Read the entries.

        Raises:
            UsageError: an entry is not ``HOST`` or ``HOST:PORT``.
        """
        self._allowed = frozenset(map(_read_entry, entries))

    def allow(self, scheme: str, host: str, port: int | None) -> bool:
        """Return whether a host as written in an address, and its port, are exempt."""
        name = _folded(host)
        number = port or PORTS.get(scheme, 0)
        return (name, None) in self._allowed or (name, number) in self._allowed


def _read_entry(entry: str) -> tuple[str, int | None]:
    if "*" in entry:
        raise UsageError(
            f"--allow-private: '{entry}' would open every host", hint="name each host: --allow-private HOST, repeatable"
        )
    match = _ENTRY.fullmatch(entry.strip())
    port = int(match.group(2)) if match and match.group(2) else None
    if match is None or (port is not None and not 0 < port <= 65_535):  # noqa: PLR2004 - the ports there are
        raise UsageError(
            f"--allow-private: '{entry}' is not a host",
            hint="give HOST or HOST:PORT, such as intranet.example, 10.0.0.5:8080 or [fd00::1]:8080",
        )
    return _folded(match.group(1)), port


@lru_cache(maxsize=4096)
def _folded(host: str) -> str:
    bare = host.strip("[]").rstrip(".").lower()
    try:
        return str(ipaddress.ip_address(bare))
    except ValueError:
        pass
    try:
        return ascii_host(bare)
    except ValueError:
        return bare
