"""Stage 4, extract: the title and the language that a page says it has."""

import re

from claimcheck.extractors.drafting import tidy
from claimcheck.extractors.html.pieces import PageFacts

_LONGEST = 300
_SEPARATOR = re.compile(r"\s[|\u2013—·•»:-]\s|\s?\|\s?")
_LANGUAGE = re.compile(r"([a-zA-Z]{2,3})(?:[-_][\w-]{0,30})?$")


def find_meta(facts: PageFacts, *names: str) -> str:
    """Return the content of the first meta element that has one of these names, names before elements."""
    for name in names:
        for held, content in facts.metas:
            if held == name and content:
                return content
    return ""


def read_title(facts: PageFacts) -> str:
    """Return the title: of Open Graph, else the ``h1`` that the title element repeats, else that without its site."""
    site = tidy(find_meta(facts, "og:site_name"))
    graph = tidy(find_meta(facts, "og:title", "twitter:title", "dc.title", "citation_title"))
    titled = tidy(facts.title)
    headings = [heading for heading in facts.headings if heading]
    if graph:
        return _cut(_strip_site(graph, site))
    for heading in headings:
        if heading in titled:
            return _cut(heading)
    if titled:
        return _cut(_strip_site(titled, site) if site else _strip_shortest(titled))
    return _cut(headings[0]) if headings else ""


def read_language(facts: PageFacts, headers: tuple[tuple[str, str], ...] = ()) -> str:
    """Return the page's language as ISO 639-1, empty where the page does not say."""
    said = (
        facts.language,
        find_meta(facts, "content-language"),
        find_meta(facts, "og:locale", "dc.language", "dcterms.language", "inlanguage"),
        next((value for name, value in headers if name == "content-language"), ""),
    )
    for text in said:
        found = _LANGUAGE.match(text.split(",")[0].strip())
        if found:
            return found.group(1).lower()
    return ""


def _strip_site(title: str, site: str) -> str:
    if not site or title == site:
        return title
    for joint in (" | ", " - ", " \u2013 ", " — ", " · ", " : ", ": ", "|"):
        if title.endswith(joint + site):
            return title[: -len(joint + site)].strip()
        if title.startswith(site + joint):
            return title[len(site + joint) :].strip()
    return title


def _strip_shortest(title: str) -> str:
    """Return a title without the name of its site, which is its last part when that is short and no other is."""
    found = list(_SEPARATOR.finditer(title))
    if not found or found[-1].group().strip() == ":":
        return title
    head, tail = title[: found[-1].start()].strip(), title[found[-1].end() :].strip()
    return head if len(tail) < len(head) and len(tail.split()) <= 5 else title  # noqa: PLR2004 - longer than a site's name


def _cut(title: str) -> str:
    return title if len(title) <= _LONGEST else title[:_LONGEST].rsplit(" ", 1)[0] + " …"
