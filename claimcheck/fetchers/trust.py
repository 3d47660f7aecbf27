"""Whom TLS trusts, and what it shows of the user: the system's authorities, a file more, a certificate for an origin.

OpenSSL knows where Linux keeps its authorities, and heeds ``SSL_CERT_FILE`` and ``SSL_CERT_DIR``.  On macOS and Windows
the system judges by itself, and ``truststore`` asks it; on Linux that library reads the whole list anew for every
connection, 19 ms of processor time each as measured, and adds nothing, so it is not used there.  A machine without
authorities of its own (a slim container) would call every https source broken; Mozilla's list, as ``certifi`` brings
it, stands in for them there.
"""

import os
import ssl
import sys
from functools import cached_property
from pathlib import Path

from claimcheck.errors import UsageError
from claimcheck.fetchers.hosts import Hosts
from claimcheck.fetchers.settings import FetchSettings, HostSettings


class Trust:
    """The contexts of TLS: one for everyone, and one for each origin that the user shows a certificate to."""

    def __init__(self, hosts: Hosts, ca_file: Path | None = None) -> None:
        """Read what the user names; the system's authorities are read when a source needs them.

        Raises:
            UsageError: ``ca_file`` holds no certificate, or one that is set for a host cannot be used.
        """
        self._hosts = hosts
        self._ca_file = ca_file
        if ca_file is not None or sys.platform in {"darwin", "win32"}:
            _ = self.everyone
        self._own: dict[tuple[str, str], ssl.SSLContext] = {}
        for own in hosts.all():
            if own.client_cert:
                self._context_with(own)

    @cached_property
    def everyone(self) -> ssl.SSLContext:
        """The context for whoever has none of its own."""
        return make_context(self._ca_file)

    def context_for(self, url: str) -> ssl.SSLContext:
        """Return the context for the origin of an address."""
        own = self._hosts.access_of(url)
        return self._context_with(own) if own.client_cert else self.everyone

    def _context_with(self, own: HostSettings) -> ssl.SSLContext:
        """Return the context that shows a certificate.

        Raises:
            UsageError: the certificate, or its key, cannot be used.
        """
        key = own.client_cert, own.client_key
        if key not in self._own:
            context = make_context(self._ca_file)
            _show_certificate(context, own.client_cert, own.client_key)
            self._own[key] = context
        return self._own[key]


def check_access(settings: FetchSettings) -> None:
    """Check what the settings say of hosts and of certificates, before anything is asked.

    Raises:
        UsageError: an entry is no host, or a file with certificates cannot be used.
    """
    Trust(Hosts(settings.hosts), settings.ca_file)


def make_context(ca_file: Path | None = None) -> ssl.SSLContext:
    """Return a context that checks certificates and host names.

    Raises:
        UsageError: ``ca_file`` holds no certificate.
    """
    context = _system_context()
    if ca_file is not None:
        _add_authorities(context, ca_file, f"--ca: {ca_file}")
    return context


def _system_context() -> ssl.SSLContext:
    if sys.platform == "darwin" or sys.platform == "win32":
        import truststore  # noqa: PLC0415 - installed on these systems alone

        context: ssl.SSLContext = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        if named := os.environ.get("SSL_CERT_FILE"):
            _add_authorities(context, Path(named), f"SSL_CERT_FILE: {named}")
        return context
    if _system_has_authorities():
        return ssl.create_default_context()
    import certifi  # noqa: PLC0415 - most systems need none of it

    return ssl.create_default_context(cafile=certifi.where())


def _add_authorities(context: ssl.SSLContext, path: Path, where: str) -> None:
    try:
        context.load_verify_locations(cafile=path)
    except (OSError, ssl.SSLError) as error:
        hint = "name a PEM file with certificates: -----BEGIN CERTIFICATE-----"
        raise UsageError(f"{where}: {_cause(error)}", hint=hint) from None


def _show_certificate(context: ssl.SSLContext, certificate: str, key: str) -> None:
    def refuse() -> str:
        # Without this, the library asks for the password on the terminal.
        raise UsageError(f"client-key: the key of {certificate} is encrypted", hint="give one without a password")

    try:
        context.load_cert_chain(certificate, key or None, password=refuse)
    except (OSError, ssl.SSLError) as error:
        hint = "client-cert and client-key name PEM files; the key may stand in the first"
        raise UsageError(f"client-cert: {certificate} cannot be used: {_cause(error, key)}", hint=hint) from None


def _cause(error: OSError, key: str = "") -> str:
    """Return why a PEM file cannot be used; OpenSSL's own words are for programmers."""
    if key and not Path(key).is_file():
        return f"client-key: {key}: no such file"
    if not isinstance(error, ssl.SSLError):
        return (error.strerror or "it cannot be read").lower()
    match str(error.reason):
        case "KEY_VALUES_MISMATCH":
            return "the key is another certificate's"
        case "NO_CERTIFICATE_OR_CRL_FOUND" | "NO_START_LINE" | "None":
            return "it holds no certificate, or no key, in PEM"
        case reason:
            return f"it is not as a PEM file is ({reason.replace('_', ' ').lower()})"


def _system_has_authorities() -> bool:
    paths = ssl.get_default_verify_paths()
    # Each is None where there is no such file or folder, whatever its type says.
    in_file = bool(paths.cafile) and Path(paths.cafile).stat().st_size > 0
    return in_file or (bool(paths.capath) and any(Path(paths.capath).iterdir()))
