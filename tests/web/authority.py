"""Certificates for a web on loopback, of an authority that no machine trusts by itself."""

import ssl
from datetime import UTC, datetime
from pathlib import Path

import trustme


class Authority:
    """A certificate authority of the tests' own."""

    def __init__(self) -> None:
        self._ca = trustme.CA()

    def write(self, path: Path) -> Path:
        """Write the authority's certificate as PEM, for whoever is to trust it."""
        self._ca.cert_pem.write_to_path(str(path))
        return path

    def context(self, *names: str, expired: bool = False) -> ssl.SSLContext:
        """Return what a server needs to be these hosts."""
        until = datetime(2020, 1, 1, tzinfo=UTC) if expired else None
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._ca.issue_cert(*names, not_after=until).configure_cert(context)
        return context
