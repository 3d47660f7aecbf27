"""An address that a server does not understand → the same address written as strictly as can be.

Most 400s are the fault of whoever wrote the address: a character that should have been encoded, one that was encoded
twice, or a tail of parameters that only count visitors and make it too long.  None of this changes which page is meant.
"""

import re
from urllib.parse import quote, unquote_to_bytes, urlsplit, urlunsplit

NOT_UNDERSTOOD = frozenset({400, 414, 431})
"""Statuses that find fault with what was asked, in what it is written or in how long it is."""
_TWICE = re.compile(r"%25(?=[0-9A-Fa-f]{2})")
_IN_PATH = "!$&'()*+,;=:@~"
_IN_QUERY = "!$'()*,:@/?;~"
_DELIMITERS = re.compile(r"([=+])")
_COUNTERS = re.compile(r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|twclid|yclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi)=.*")
"""Parameters by which campaigns and networks count visitors; no page depends on them."""


def reencode(url: str) -> str:
    """Return another way to write an address; the same where there is none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    path = "/".join(_strict(_TWICE.sub("%", piece), _IN_PATH) for piece in parts.path.split("/"))
    kept = [piece for piece in parts.query.split("&") if not _COUNTERS.fullmatch(piece)]
    query = "&".join(map(_strict_parameter, kept))
    return urlunsplit((parts.scheme, parts.netloc, path, query, ""))


def _strict_parameter(text: str) -> str:
    """Return a parameter of a query; what stands for an equals sign, a space or a plus goes on standing for it."""
    pieces = _DELIMITERS.split(text)
    return "".join(p if p in {"=", "+"} else _strict(_TWICE.sub("%", p), _IN_QUERY) for p in pieces)


def _strict(text: str, safe: str) -> str:
    """Return text with everything encoded that need not stand as it is, and nothing else."""
    return quote(unquote_to_bytes(text), safe)
