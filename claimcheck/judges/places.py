"""Addresses as places on the web: which domain, which page, whether it is a front door.  Pure."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from claimcheck.domains import domain_of
from claimcheck.text import printable

_FRONT_PAGE = re.compile(
    r"/?|/(?:index|default|home|accueil|start)(?:\.\w{2,5})?/?|/[a-z]{2}(?:[-_][a-z]{2})?(?:/(?:home|index\.\w{2,5}))?/?",
    re.IGNORECASE,
)
"""The root, its usual names, and the root of a language such as ``/fr/`` or ``/en-gb``."""
_SAYS_NOTHING = re.compile(
    r"utm_\w+|ref|from|src|source|redirect(?:ed)?|lang|hl|error|err|status|notfound|404", re.IGNORECASE
)
"""Keys of a query that leave a front page a front page."""
_FORWARDERS = frozenset(
    """
    adf.ly amzn.to bit.ly buff.ly cutt.ly dlvr.it doi.org dx.doi.org fb.me flip.it g.co go.nature.com goo.gl
    hdl.handle.net is.gd j.mp lnkd.in n2t.net nyti.ms ow.ly perma.cc purl.archive.org purl.org rb.gy rebrand.ly
    reut.rs s.id shorturl.at t.co t.ly tiny.cc tinyurl.com trib.al v.gd w3id.org wapo.st wp.me youtu.be
    """.split()  # noqa: SIM905 - a table of words reads better as words
)
"""Hosts whose addresses stand for addresses elsewhere: where they lead, to a front page too, is where they should."""


@dataclass(frozen=True, slots=True)
class Place:
    """An address in its parts; host in lower case, without ``www.`` and port."""

    host: str
    path: str
    query: str = ""
    fragment: str = ""

    @property
    def domain(self) -> str:
        """The registered domain, as far as can be told; an IP address is its own."""
        return domain_of(self.host)

    @property
    def is_front_page(self) -> bool:
        """Whether this is the front door of a site, not one of its pages."""
        keys = [key for key, _ in parse_qsl(self.query, keep_blank_values=True, max_num_fields=100)]
        routed = self.fragment.startswith(("/", "!"))
        return not routed and bool(_FRONT_PAGE.fullmatch(self.path)) and all(map(_SAYS_NOTHING.fullmatch, keys))

    @property
    def is_forwarder(self) -> bool:
        """Whether the address only stands for another one: a shortened link, a DOI."""
        return self.host in _FORWARDERS

    @property
    def segments(self) -> tuple[str, ...]:
        """The parts of the path, in lower case."""
        return tuple(part for part in self.path.lower().split("/") if part)

    @property
    def query_keys(self) -> frozenset[str]:
        """The keys of the query, in lower case."""
        return frozenset(part.partition("=")[0].lower() for part in self.query.split("&") if part)

    def __str__(self) -> str:
        """Return host and path, as may be shown: a query may hold a secret."""
        return printable(self.host + ("" if self.path == "/" else self.path))[:120]


def place_of(address: str) -> Place:
    """Return the parts of an address; of what is none, such as ``file:`` and a path, a place without a host."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return Place("", address)
    if parts.scheme not in {"http", "https"}:
        return Place("", parts.path)
    return Place(host.removeprefix("www.").rstrip("."), parts.path or "/", parts.query[:4096], parts.fragment)
