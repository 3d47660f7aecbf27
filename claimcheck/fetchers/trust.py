"""Whom TLS trusts: the system's certificate authorities, ``SSL_CERT_FILE`` and ``SSL_CERT_DIR``, and a file more.

A machine without authorities of its own (a slim container) would call every https source broken; the list that comes
with httpx stands in for them there.
"""

import ssl
from pathlib import Path

import httpx

from claimcheck.errors import UsageError


def make_context(ca_file: Path | None = None) -> ssl.SSLContext:
    """Return a context that checks certificates and host names.

    Raises:
        UsageError: ``ca_file`` holds no certificate.
    """
    context = ssl.create_default_context() if _system_has_authorities() else httpx.create_ssl_context()
    if ca_file is not None:
        try:
            context.load_verify_locations(cafile=ca_file)
        except (OSError, ssl.SSLError) as error:
            raise UsageError(f"{ca_file}: no certificate authorities can be read from it ({error})") from None
    return context


def _system_has_authorities() -> bool:
    paths = ssl.get_default_verify_paths()
    # Each is None where there is no such file or folder, whatever its type says.
    in_file = bool(paths.cafile) and Path(paths.cafile).stat().st_size > 0
    return in_file or (bool(paths.capath) and any(Path(paths.capath).iterdir()))
