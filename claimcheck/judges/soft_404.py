"""Pages that say with HTTP 200 that there is no page, and domains for sale: *gone*, though not by status.  Pure.

Both accuse an article of citing what no longer exists, so each wants what the studies of soft 404s found certain:
words in the title or the main heading with hardly any text below them (Bar-Yossef et al., WWW 2004), a redirect to a
front page (InternetArchiveBot), and for a parked domain two signs, or the host of a parking service.
"""

import re

from claimcheck.enums import State
from claimcheck.judges.look import Look
from claimcheck.judges.phrases import is_bare_number, load_words, parked_phrases, shown

Ruling = tuple[State, str]

_SHORT = 600
"""Characters of a page's own text below which a title that says "not found" is believed."""
_SHORT_WITH_MORE = 1500
"""The same where a second sign says so too; such pages may list what is new on the site."""
_NEXT_TO_NOTHING = 200
_PARKED_BELOW = 1500

_ERROR_PAGE = re.compile(
    r"(?:error|errors|http|status|page)?[-_]?(?:404|410)(?:[-_]?(?:error|page|not[-_]?found))?(?:\.\w{2,5})?|"
    r"(?:page|error|file|url)?[-_]?not[-_]?found(?:[-_]?(?:page|error))?(?:\.\w{2,5})?|page[-_](?:introuvable|non[-_]trouvee)"
)
_PARKING_HOSTS = frozenset(
    """
    sedo.com sedoparking.com parkingcrew.net parkingcrew.com bodis.com afternic.com dan.com hugedomains.com above.com
    undeveloped.com expireddomains.com parklogic.com domainmarket.com buydomains.com squadhelp.com atom.com
    namebright.com
    """.split()  # noqa: SIM905 - a table of words reads better as words
)
_SAID_IN_TEXT = frozenset({"for-sale", "registrar"})
"""Marks that are words anywhere on a page: a line must say so, of this very domain, and is counted as a line."""
_NUMBERED_HOST = re.compile(r"ww\d+\..+")


def title_that_says_not_found(look: Look) -> str:
    """Return the title or heading that says that there is no page; empty where none does."""
    words = load_words()
    for line in look.titles:
        if words.no_page.match(line) or words.nothing.match(line):
            return line
    bare = [line for line in look.titles if is_bare_number(line)]
    return bare[0] if bare and look.size < _NEXT_TO_NOTHING else ""


def rule_redirect(look: Look) -> Ruling | None:
    """Asked for one of its pages, a site shows its front page, or its page for errors."""
    if not look.hopped or look.cited.is_forwarder or not look.landed.host:
        return None
    if look.landed.is_front_page and not look.cited.is_front_page:
        return State.SOFT_404, f"it leads to the front page of {look.landed.host} instead of the page"
    error = next((part for part in look.landed.segments[-1:] if _ERROR_PAGE.fullmatch(part)), "")
    if error and error not in look.cited.segments:
        return State.SOFT_404, f"it leads to a page for errors: {look.landed}"
    return None


def rule_words(look: Look) -> Ruling | None:
    """A short page says in its title, its main heading, or the one line it has, that there is no page."""
    title = title_that_says_not_found(look)
    if title:
        limit = _SHORT_WITH_MORE if _second_sign(look) else _SHORT
        if look.size < limit:
            return State.SOFT_404, f"the page answers as if it were there, and says {shown(title)}"
        return None
    if look.size < _NEXT_TO_NOTHING:
        said = next((line for line in look.lines if load_words().no_page.match(line)), "")
        if said:
            return State.SOFT_404, f"the page answers as if it were there, and says {shown(said)}"
    return None


def _second_sign(look: Look) -> bool:
    """Return whether something besides its title says that a page is not there: what it calls its own address."""
    return "root" in look.marks("canonical") and not look.cited.is_front_page


def rule_parked(look: Look) -> Ruling | None:
    """A domain was lost: its address now leads to a parking service, or two signs say that it is for sale."""
    cited, landed = look.cited, look.landed
    moved = cited.domain != landed.domain and not cited.is_forwarder
    if landed.domain in _PARKING_HOSTS and moved:
        return State.PARKED, f"it leads to {landed.host}, where domains are parked"
    if not landed.host or look.size >= _PARKED_BELOW:
        return None
    services = [mark for mark in look.marks("parked") if mark not in _SAID_IN_TEXT]
    offers = _offers(look)
    in_title = any(line in look.titles for line in offers)
    signs = [
        bool(services),
        bool(offers),
        len(offers) > 1,
        bool(services or in_title) and look.size < _NEXT_TO_NOTHING,
        bool(_NUMBERED_HOST.fullmatch(landed.host)) and not _NUMBERED_HOST.fullmatch(cited.host),
        moved,
    ]
    if sum(signs) >= 2 and (services or offers):  # noqa: PLR2004 - two signs, as the rule has it
        kind = f"the page says {shown(offers[0])}" if offers else f"a parking service shows there ({services[0]})"
        return State.PARKED, kind
    return None


def _offers(look: Look) -> list[str]:
    """Return the lines that offer the very domain of the page; a report on another domain's sale has none."""
    if look.size >= _SHORT:
        return []
    found: dict[str, str] = {}
    for domain in dict.fromkeys((look.landed.domain, look.cited.domain)):
        phrases = parked_phrases(domain)
        for line in (*look.titles, *look.lines):
            if phrase := phrases.find(line):
                found.setdefault(phrase, line)
    return list(found.values())
