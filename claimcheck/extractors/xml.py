"""Stage 4, extract: XML, RSS and Atom → Document, through the walk of HTML pages.

The HTML parser takes any tag as one; it knows no entities of a document's own, so none can be blown up or read a file.
Elements of feeds and of other XML are renamed to the HTML that they mean; text inside CDATA is kept, and read as HTML
where it is that.
"""

import re
from dataclasses import replace
from html import unescape

from claimcheck.extractors.charsets import decode_body
from claimcheck.extractors.html.prescan import is_doubtful
from claimcheck.extractors.html.reader import SECOND_OPINION, read_html, read_markup
from claimcheck.extractors.html.trees import LexborTree
from claimcheck.extractors.workshop import TooDoubtfulError
from claimcheck.model import Document, Page

_PROLOGUE = re.compile(r"\s{0,999}(?:<\?xml[^>]{0,300}\?>|<!DOCTYPE[^>\[]{0,300}(?:\[[^\]]{0,100000}\]\s{0,99})?>)")
_TAG = re.compile(r"<(/?)(?:[a-zA-Z][\w.-]{0,40}:)?([a-zA-Z][\w.-]{0,60})([^<>]{0,5000})>")
_MOST = 3_000_000
"""Characters that are read: renamed and parsed, an element of ten of them takes some three hundred bytes."""
_MEANT = {"title": "h2", "item": "article", "entry": "article", "link": "span", "description": "p", "summary": "p"}
_PUBLISHED = re.compile(r"<(?:pubDate|published|dc:date|lastBuildDate)>\s{0,99}([^<]{4,40})", re.IGNORECASE)
_INLINE = frozenset({"b", "i", "em", "strong", "sup", "sub", "a", "span", "italic", "bold", "xref", "ext-link"})
_HTML = frozenset(
    {"html", "table", "tr", "td", "th", "thead", "tbody", "ul", "ol", "li", "p", "h1", "h2", "h3", "caption"}
)


def read_xml(page: Page, media_type: str, *, selector: str = "") -> Document:
    """Return the text of an XML document; XHTML is read as the page it is.

    Raises:
        UnreadableError: the selector picks nothing.
    """
    source = decode_body(page.body, page.charset)
    if re.search(r"<html[\s>]", source[:4000], re.IGNORECASE):
        return read_html(page, media_type, selector=selector)
    html = _TAG.sub(_rename, _open_cdata(_strip_prologue(source[:_MOST])))
    if is_doubtful(html):
        raise TooDoubtfulError(*SECOND_OPINION)
    document = read_markup(html, page, media_type, LexborTree(html), selector=selector)
    truncated = document.truncated or (f"the first {_MOST:,} characters of its markup" if len(source) > _MOST else "")
    return replace(document, title=document.title or _first_title(document), truncated=truncated)


def _rename(found: re.Match[str]) -> str:
    end, name, rest = found.groups()
    tag = name.lower()
    closed = rest.rstrip().endswith("/")
    if tag in _INLINE:
        meant = tag if tag in {"b", "i", "em", "strong", "sup", "sub", "a"} else "span"
    else:
        meant = tag if tag in _HTML else _MEANT.get(tag, "div")
    if end:
        return f"</{meant}>"
    kept = "" if closed else rest
    return f"<{meant}{kept}></{meant}>" if closed else f"<{meant}{kept}>"


def _strip_prologue(source: str) -> str:
    """Return a document without its declaration and its document type, whose entities are not wanted."""
    for _ in range(2):
        found = _PROLOGUE.match(source)
        if found is not None:
            source = source[found.end() :]
    return source


def _open_cdata(source: str) -> str:
    first, *others = source.split("<![CDATA[")
    opened = [first]
    for part in others:
        inside, _, after = part.partition("]]>")
        opened += [_escape_text(inside), after]
    return "".join(opened)


def _escape_text(text: str) -> str:
    """Return what CDATA holds: markup where it is HTML, text elsewhere."""
    if re.search(r"</?(?:p|div|br|a|b|i|em|strong|ul|li|h[1-6]|img|table)\b[^<>]{0,500}>", text):
        return text
    return unescape(text).replace("&", "&amp;").replace("<", "&lt;")


def _first_title(document: Document) -> str:
    first = next((block for block in document.blocks if block.role.value == "heading"), None)
    return document.text[first.span[0] : first.span[1]][:300] if first is not None else ""
