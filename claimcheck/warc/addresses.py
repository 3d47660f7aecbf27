"""Addresses as WARC files have them: what is compared, and what a file beside the claims file is called."""

from urllib.parse import quote, unquote, urlsplit, urlunsplit

from claimcheck.redaction import redact

_PORTS = {"http": 80, "https": 443}


def target_of(url: str) -> str:
    """Return the address under which an exchange is written; a file's is below a root that says nothing of a disk."""
    if url.startswith("file:"):
        return "file:///" + quote(unquote(url.removeprefix("file:")).lstrip("/"))
    return redact(url)


def key_of(url: str) -> str:
    """Return what two spellings of one address have in common.

    Neither secrets nor the fragment count, nor how the host is written; everything else does, the scheme too.
    """
    target = target_of(url)
    try:
        parts = urlsplit(target)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return target
    name = f"[{host}]" if ":" in host else host
    netloc = name if port is None or _PORTS.get(parts.scheme) == port else f"{name}:{port}"
    return urlunsplit((parts.scheme, netloc, parts.path or "/", parts.query, ""))
