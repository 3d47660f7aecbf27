"""Proxies from the environment: an address → the proxy that leads to it, or none.

The standard library knows the variables (``HTTPS_PROXY``, ``NO_PROXY`` and their lower-case forms) and, on macOS and
Windows, the system's settings.  A proxy looks names up itself, so the guard cannot see the address of a host behind
it: only literal addresses and local names are refused there.  Hosts of ``--allow-private`` are dialled directly: they
are in this network, and a proxy is the way out of it.
"""

from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

_SPOKEN = frozenset({"http", "https"})


class UnusableProxyError(Exception):
    """A proxy of a kind that is not spoken here."""


class Proxies:
    """The proxies that the environment names, read once."""

    def __init__(self) -> None:
        self._by_scheme = getproxies()

    def proxy_for(self, scheme: str, host: str) -> str:
        """Return the address of the proxy for a host; empty where it is dialled directly.

        Raises:
            UnusableProxyError: the environment names one that does not speak HTTP.
        """
        proxy = self._by_scheme.get(scheme) or self._by_scheme.get("all")
        if not proxy or proxy_bypass(host):
            return ""
        kind = urlsplit(proxy).scheme if "://" in proxy else "http"
        if kind.lower() not in _SPOKEN:
            raise UnusableProxyError(f"the environment names a {kind} proxy for {scheme}, which is not spoken here")
        return proxy if "://" in proxy else f"http://{proxy}"
