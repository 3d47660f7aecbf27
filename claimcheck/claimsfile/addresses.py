"""Stage 1, load: the text of an address → the address itself and the words it quotes, or what is wrong with it.

Nothing is looked up here; which hosts may be reached is decided where they are dialled.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from claimcheck.claimsfile.complaints import shown
from claimcheck.claimsfile.fragments import FragmentError, read_anchor, read_fragment
from claimcheck.model import Quote

_MAX_LENGTH = 8192
_PARTS = re.compile(r"(https?)://([^/?#\\]*)([^#]*)(?:#(.*))?", re.IGNORECASE | re.DOTALL)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?![0-9]+(?:[/?#]|$))")
_HOST_LIKE = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?::[0-9]+)?(?:[/?#]|$)")
_DOI = re.compile(r"(?:doi:\s*)?(10\.[0-9]{4,9}/\S+)", re.IGNORECASE)
_USER = re.compile(r"^((?:[A-Za-z][A-Za-z0-9+.-]*:(?=[/\\]))?[/\\]*)[^/\\?#]*@")
_SPACE_OR_CONTROL = re.compile(r"[\s\x00-\x20\x7f-\x9f]")
_NOT_IN_HOST = re.compile(r"[^\w.-]")
_MAX_LABEL, _MAX_HOST = 63, 253
"""Octets, after RFC 1035, section 2.3.4."""


@dataclass(frozen=True, slots=True)
class Address:
    """An http(s) address without its fragment, its scheme and host in lower case, and what the fragment says."""

    url: str
    quotes: tuple[Quote, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an address, and the way out."""

    message: str
    hint: str


def looks_like_address(text: str) -> bool:
    """Return whether a text is meant as an address rather than as the name of a source."""
    return bool(_SCHEME.match(text) or "/" in text or _HOST_LIKE.match(text))


def read_address(text: str) -> Address | Fault:
    """Return the address that a text is, or its fault.  No message repeats a password."""
    text = text.strip()
    if len(text) > _MAX_LENGTH:
        return Fault(f"the address is longer than {_MAX_LENGTH:,} characters", "shorten it")
    parts = _PARTS.fullmatch(text)
    if parts is None:
        return _scheme_fault(text)
    scheme, netloc, rest, fragment = parts.groups("")
    if fault := _netloc_fault(netloc) or _character_fault(text, rest):
        return fault
    try:
        quotes = read_fragment(fragment) if fragment else ()
    except FragmentError as error:
        return Fault(
            f"the text fragment of the address cannot be read: {error}", "give the words under 'quote' instead"
        )
    url = f"{scheme.lower()}://{unicodedata.normalize('NFC', netloc.lower())}{rest}"
    return Address(url, quotes, read_anchor(fragment))


def _scheme_fault(text: str) -> Fault:
    """Return what is wrong with a text that does not begin with ``http://`` or ``https://``."""
    if doi := _DOI.fullmatch(text):
        return Fault(f"{shown(text)} is a DOI, not an address", f"write https://doi.org/{doi.group(1)}")
    found = _SCHEME.match(text)
    if found is None:
        bare = _without_user(text.lstrip(":/"))
        return Fault(f"{shown(_without_user(text))} has no scheme", f"did you mean {shown(f'https://{bare}')}?")
    scheme, rest = found.group(1).lower(), text[found.end() :]
    if scheme not in {"http", "https"}:
        return _unknown_scheme(scheme, rest)
    after = _without_user(re.sub(r"^[/\\]+", "", rest))
    return Fault(
        f"{shown(_without_user(text))} has no '//' after its scheme", f"did you mean {shown(f'{scheme}://{after}')}?"
    )


def _unknown_scheme(scheme: str, rest: str) -> Fault:
    from claimcheck.claimsfile.nearest import nearest  # noqa: PLC0415 - loaded on a mistake only

    message = f"an address of the scheme {shown(scheme)} cannot be read"
    near = nearest(scheme, ("https", "http"))
    if near is not None and scheme not in {"ftp", "ftps"}:
        after = _without_user(rest.lstrip("/"))
        return Fault(message, f"did you mean {shown(f'{near}://{after}')}?")
    return Fault(message, "only http, https and file: can; the name of a source has no colon")


@lru_cache(maxsize=4096)
def _netloc_fault(netloc: str) -> Fault | None:
    """Return what is wrong with the host and the port of an address."""
    if "@" in netloc:
        return Fault(
            "the address has a user name or a password in it",
            "take it out; 'headers_from' names the environment variable that holds request headers",
        )
    try:
        parts = urlsplit(f"//{netloc}")
        _ = parts.port
    except ValueError:
        return Fault(f"the address has a host or a port that cannot be: {shown(netloc)}", "check the address")
    host = parts.hostname or ""
    if not host:
        return Fault("the address has no host", "write the whole address, such as https://example.org/page")
    if ":" not in host and (reason := _host_fault(host)):
        return Fault(f"the host {shown(host)} {reason}", "check the address")
    return None


def _host_fault(host: str) -> str:
    """Return why no host can have this name; nothing where one can.

    Beyond ASCII, a label is letters, marks and digits (the classes that RFC 5892 allows), and short enough in Punycode.
    """
    length = 0
    for label in host.removesuffix(".").split("."):
        if not label:
            return "has an empty part"
        if _NOT_IN_HOST.search(label) or any(unicodedata.category(c)[0] not in "LMN" and c not in "-_" for c in label):
            return "has a character that no host has"
        if label.startswith("-") or label.endswith("-"):
            return "has a part that begins or ends with '-'"
        encoded = len(label) if label.isascii() else len(label.encode("punycode")) + len("xn--")
        length += encoded + 1
        if encoded > _MAX_LABEL:
            return f"has a part longer than {_MAX_LABEL} characters"
    return f"is longer than {_MAX_HOST} characters" if length - 1 > _MAX_HOST else ""


def _character_fault(text: str, rest: str) -> Fault | None:
    if _SPACE_OR_CONTROL.search(rest):
        return Fault(f"{shown(text)} has a space in it", "write %20 for a space in an address")
    if "\\" in rest:
        return Fault(f"{shown(text)} has a backslash in it", "an address has '/'")
    return None


def _without_user(text: str) -> str:
    """Return an address without the user name and the password it may have, for messages."""
    return _USER.sub(r"\1…@", text)
