"""Stage 4, extract: an HTML page → Document.

The page is read as a browser shows it at first.  Where that leaves next to nothing, it is read again with what only
scripts would show or hide: hidden parts, ``<noscript>``, and the text that scripts carry.  Text struck through is left
out unless it is most of the page, which is an unclosed tag and no correction.
"""

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.extractors.charsets import decode_body
from claimcheck.extractors.drafting import Draft, assemble
from claimcheck.extractors.html.embedded import read_embedded
from claimcheck.extractors.html.entries import Reading
from claimcheck.extractors.html.issuing import read_issued
from claimcheck.extractors.html.labelling import Labeller
from claimcheck.extractors.html.metadata import read_language, read_title
from claimcheck.extractors.html.pieces import PageFacts
from claimcheck.extractors.html.prescan import is_doubtful
from claimcheck.extractors.html.signs import read_signs
from claimcheck.extractors.html.trees import LexborTree, SoupTree, Tree
from claimcheck.extractors.html.walker import PageWalker
from claimcheck.extractors.selecting import is_costly
from claimcheck.extractors.workshop import DEADLINE, TooDoubtfulError
from claimcheck.model import Document, Page

_NEXT_TO_NOTHING = 200
SECOND_OPINION = (
    ("html.reader:read_apart", 2.0),
    ("html.reader:read_doubtful", DEADLINE),
    ("html.reader:read_beginning", DEADLINE),
)
"""Most doubtful pages are sound, and the fast parser reads them at once; the other one gets those that it does not."""
_MOST_HERE = 4_000_000
"""Characters above which a parse takes more than a tenth of a second, which is worth a process that can be stopped."""
_BEGINNING = 2_000_000
"""Characters whose tree fits the memory of the process apart, even where every tag holds a word."""
_BEGINNING_OF_DOUBTFUL = 700_000
"""As many for the other parser, whose trees are larger."""


def read_html(page: Page, media_type: str, *, selector: str = "") -> Document:
    """Return the text of an HTML page.

    Raises:
        UnreadableError: the selector picks nothing, or is none.
        TooDoubtfulError: the page, or the selector, may take longer than it should.
    """
    html = decode_body(page.body, page.charset)
    if is_doubtful(html):
        raise TooDoubtfulError(*SECOND_OPINION)
    if len(html) > _MOST_HERE or is_costly(selector):
        raise TooDoubtfulError(("html.reader:read_apart", DEADLINE), ("html.reader:read_beginning", DEADLINE))
    return read_markup(html, page, media_type, LexborTree(html), selector=selector)


def read_apart(page: Page, media_type: str, *, selector: str = "") -> Document:
    """Return the text of a page that is big, doubtful or asked a costly question; only where it can be stopped."""
    html = decode_body(page.body, page.charset)
    return read_markup(html, page, media_type, LexborTree(html), selector=selector)


def read_beginning(page: Page, media_type: str, *, selector: str = "") -> Document:
    """Return the text of the beginning of a page that takes too much memory as a whole, said to be cut."""
    html = decode_body(page.body, page.charset)
    doubtful = is_doubtful(html)
    most = _BEGINNING_OF_DOUBTFUL if doubtful else _BEGINNING
    beginning = html[:most]
    tree = SoupTree(beginning) if doubtful else LexborTree(beginning)
    document = read_markup(beginning, page, media_type, tree, selector=selector)
    if len(html) <= most or document.truncated:
        return document
    return replace(document, truncated=f"the first {most:,} characters of its markup")


def read_doubtful(page: Page, media_type: str, *, selector: str = "") -> Document:
    """Return the text of a page that the fast parser cannot take; only where it can be stopped."""
    html = decode_body(page.body, page.charset)
    return read_markup(html, page, media_type, SoupTree(html), selector=selector)


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
    return walker.facts, Labeller(walker.pieces, walker.root, walker.facts.title).label()
