"""Stage 4, extract: an HTML page → Document.

The page is read as a browser shows it at first.  Where that leaves next to nothing, it is read again with what only
scripts would show or hide: hidden parts, ``<noscript>``, and the text that scripts carry.  Text struck through is left
out unless it is most of the page, which is an unclosed tag and no correction.
"""

from collections.abc import Sequence

from claimcheck.extractors.charsets import decode_body
from claimcheck.extractors.drafting import Draft, assemble
from claimcheck.extractors.html.embedded import read_embedded
from claimcheck.extractors.html.issuing import read_issued
from claimcheck.extractors.html.labelling import Labeller
from claimcheck.extractors.html.metadata import read_language, read_title
from claimcheck.extractors.html.pieces import PageFacts
from claimcheck.extractors.html.prescan import is_doubtful
from claimcheck.extractors.html.signs import read_signs
from claimcheck.extractors.html.trees import LexborTree, Tree
from claimcheck.extractors.html.walker import PageWalker, Reading
from claimcheck.extractors.html.workers import read_apart
from claimcheck.extractors.selecting import is_costly
from claimcheck.model import Document, Page

_NEXT_TO_NOTHING = 200
MAX_CHARACTERS = 16_000_000


def read_html(page: Page, media_type: str, *, selector: str = "") -> Document:
    """Return the text of an HTML page.

    Raises:
        UnreadableError: the selector picks nothing, or the page takes too long to parse.
    """
    html = decode_body(page.body, page.charset)
    if is_doubtful(html) or is_costly(selector):
        return read_apart(page, media_type, selector=selector)
    return read_markup(html, page, media_type, LexborTree(html), selector=selector)


def read_markup(html: str, page: Page, media_type: str, tree: Tree, *, selector: str = "") -> Document:
    """Return the text of a page that is parsed."""
    facts, drafts = _walk(tree, Reading(selecting=bool(selector)), selector)
    body = sum(len(draft.text) for draft in drafts if not draft.role.is_boilerplate)
    shown = body
    if not selector and (shown < _NEXT_TO_NOTHING or facts.struck > shown):
        facts, drafts = _walk(tree, Reading(hidden=True, struck=True, scriptless=True), selector)
        body = sum(len(draft.text) for draft in drafts if not draft.role.is_boilerplate)
    language = read_language(facts, page.headers)
    if not selector:
        drafts = [*drafts, *read_embedded(facts, drafts, body)]
    text, blocks, truncated = assemble(drafts)
    return Document(
        text=text,
        blocks=blocks,
        title=read_title(facts),
        language=language,
        issued=read_issued(facts, drafts, page.url),
        media_type=media_type,
        signs=read_signs(html, facts, shown),
        truncated=truncated,
    )


def _walk(tree: Tree, reading: Reading, selector: str) -> tuple[PageFacts, Sequence[Draft]]:
    walker = PageWalker(reading)
    tree.tell(walker, selector=selector)
    walker.finish()
    return walker.facts, Labeller(walker.pieces, walker.root).label()
