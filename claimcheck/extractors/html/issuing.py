"""Stage 4, extract: the day on which a page says that it was issued, and which sign says so.

Signs in the order of trust: JSON-LD ``datePublished``, Open Graph, other metadata, ``<time>`` marked as the time of
publication, the first ``<time>`` in the head of the article, a date line among the first blocks, and as a last resort
the date in the address.  The day of a change is never taken, nor a copyright year.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from claimcheck.enums import Role
from claimcheck.extractors.datelines import read_dateline, read_iso
from claimcheck.extractors.drafting import Draft
from claimcheck.extractors.html.embedded import walk_linked_data
from claimcheck.extractors.html.metadata import find_meta
from claimcheck.extractors.html.pieces import PageFacts
from claimcheck.model import Issued

_ARTICLES = re.compile(
    r"article|posting|report|newsstory|webpage|creativework|book|dataset|review|legislation", re.IGNORECASE
)
_META = (
    ("article:published_time", "Open Graph"),
    ("og:article:published_time", "Open Graph"),
    ("og:published_time", "Open Graph"),
    *(
        (name, f"meta {name}")
        for name in (
            "datepublished",
            "citation_publication_date",
            "citation_date",
            "dc.date.issued",
            "dcterms.issued",
            "dcterms.date",
            "dc.date",
            "parsely-pub-date",
            "sailthru.date",
            "pubdate",
            "publishdate",
            "publish-date",
            "publish_date",
            "publication_date",
            "article.published",
            "date",
        )
    ),
)
_WEB = 1990
"""The year of the first web page: a line or an address with an older date tells of something else."""
_WIKIS = ("mediawiki", "dokuwiki", "tiki wiki", "xwiki", "moinmoin")
_MAY_BE_DATED = frozenset({Role.PARAGRAPH, Role.LIST_ITEM})
_HEAD_BLOCKS = 12
_LONGEST_LINE = 120
_IN_ADDRESS = re.compile(r"/(\d{4})/(\d{1,2})/(?:(\d{1,2})(?=[/-]|$))?|/(\d{4})-(\d{2})-(\d{2})(?=[/_-]|$)")


def read_issued(facts: PageFacts, drafts: Sequence[Draft], url: str) -> Issued | None:
    """Return when a page says that it was issued; none where it does not.

    A wiki says when a page was begun, which is no date of what it says now: none is taken.
    """
    if find_meta(facts, "generator").lower().startswith(_WIKIS):
        return None
    return next(_signs(facts, drafts, url), None)


def _signs(facts: PageFacts, drafts: Sequence[Draft], url: str) -> Iterator[Issued]:
    for said in _linked_dates(facts):
        yield from read_iso(said, "JSON-LD")
    for name, origin in _META:
        for held, content in facts.metas:
            if held == name:
                yield from read_iso(content, origin)
    for said, published, _ in facts.times:
        if published:
            yield from read_iso(said, "<time>")
    for said, _, scope in facts.times[:3]:
        if scope.inside(frozenset({"header", "article", "main"})) and not scope.inside(frozenset({"nav", "aside"})):
            yield from read_iso(said, "<time>")
    body = [draft for draft in drafts if draft.role in _MAY_BE_DATED]
    for draft in body[:_HEAD_BLOCKS]:
        if len(draft.text) <= _LONGEST_LINE:
            yield from read_dateline(draft.text, earliest=_WEB)
    yield from _read_address(url)


def _linked_dates(facts: PageFacts) -> Iterator[str]:
    """Give the dates of publication in JSON-LD, those of articles first."""
    items = list(walk_linked_data(facts))
    for wanted in (True, False):
        for item in items:
            said = item.get("datePublished")
            kind = item.get("@type")
            if (
                isinstance(said, str)
                and bool(_ARTICLES.search(str(kind)[:200])) is wanted
                and "omment" not in str(kind)
            ):
                yield said


def _read_address(url: str) -> Iterator[Issued]:
    found = _IN_ADDRESS.search(url)
    if found is None:
        return
    year, month, day = (int(part or 0) for part in (found.groups()[:3] if found.group(1) else found.groups()[3:]))
    try:
        issued = date(year, month, day or 1)
    except ValueError:
        return
    if year >= _WEB:
        yield Issued(issued, "the address", "day" if day else "month")
