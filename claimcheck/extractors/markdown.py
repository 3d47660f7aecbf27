"""Stage 4, extract: Markdown → Document, through HTML.

markdown-it-py renders it (CommonMark, with tables and struck-through text); rich depends on that library already, so
it adds nothing to an installation.  What follows is the walk of every HTML page: one set of rules for tables, footnote
marks and corrections.  The front matter of static-site generators is read for title and date.
"""

import re
from dataclasses import replace

from claimcheck.extractors.charsets import decode_body
from claimcheck.extractors.datelines import read_iso
from claimcheck.extractors.html.prescan import is_doubtful
from claimcheck.extractors.html.reader import read_markup
from claimcheck.extractors.html.trees import LexborTree
from claimcheck.extractors.plain import read_plain
from claimcheck.extractors.selecting import refuse_selector
from claimcheck.model import Document, Page

_FRONT = re.compile(r"\A---[ \t]*\n(.{0,10000}?)\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_FIELD = re.compile(r"^(title|date|lang|language)\s{0,9}:\s{0,9}[\"']?(.{1,300}?)[\"']?\s{0,9}$", re.MULTILINE)
_NESTED = re.compile(r"^[ \t]{0,200}(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]{0,20}){40}", re.MULTILINE)
_MOST = 2_000_000


def read_markdown(page: Page, media_type: str, *, selector: str = "") -> Document:
    """Return the text of a Markdown page.

    Raises:
        UnreadableError: a selector is given, which Markdown has no use for.
    """
    refuse_selector(selector, media_type)
    source = decode_body(page.body, page.charset).replace("\r\n", "\n")
    if len(source) > _MOST or _NESTED.search(source):
        # A renderer's time grows with size times depth: such a page is read as the plain text that it is, too.
        return read_plain(page, media_type)
    front = _FRONT.match(source)
    fields = dict(_FIELD.findall(front.group(1))) if front else {}
    html = _render(source[front.end() :] if front else source)
    if is_doubtful(html):
        return read_plain(page, media_type)
    document = read_markup(html, page, media_type, LexborTree(html))
    issued = next(read_iso(fields.get("date", ""), "front matter"), None)
    return replace(
        document,
        title=fields.get("title") or document.title,
        language=(fields.get("lang") or fields.get("language") or document.language)[:2],
        issued=issued or document.issued,
    )


def _render(source: str) -> str:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - 40 ms that few pages need

    rendered: str = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(source)
    return rendered
