"""Whether two addresses are one page to an archive, and which addresses an archive may be told.  Pure.

Archives fold scheme, ``www.``, the usual ports, case and the order of a query into one key.  Scheme, ``www.``, port and
the slash at the end are believed; case and all of the query's content are not: they may lead to another page.
"""

from urllib.parse import parse_qsl, urlsplit

from claimcheck.redaction import redact

_PORTS = {80, 443, None}


def page_key(address: str) -> str:
    """Return what the addresses of one page have in common; what is no address is its own."""
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return address
    shown = host.removeprefix("www.") + ("" if port in _PORTS else f":{port}")
    query = "&".join(sorted(f"{key}={value}" for key, value in parse_qsl(parts.query, keep_blank_values=True)))
    return f"{shown}{parts.path.rstrip('/')}?{query}"


def is_same_page(address: str, other: str) -> bool:
    """Return whether an archive's capture of one address is one of the other."""
    return page_key(address) == page_key(other)


def host_of(address: str) -> str:
    """Return the host of an address, without ``www.``; empty where it has none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.").rstrip(".")
    except ValueError:
        return ""


def holds_secret(address: str) -> bool:
    """Return whether an address opens what only its holder is to see, so that nobody else is told of it."""
    return redact(address) != address
