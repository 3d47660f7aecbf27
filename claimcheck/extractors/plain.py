"""Stage 4, extract: plain text → Document, a paragraph a block.

Lines are joined where they are running text, and kept apart where they are entries; an empty line ends a paragraph.
"""

from claimcheck.extractors.charsets import decode_body
from claimcheck.extractors.drafting import Draft, assemble, tidy
from claimcheck.extractors.lines import join_lines
from claimcheck.extractors.selecting import refuse_selector
from claimcheck.model import Document, Page


def read_plain(page: Page, media_type: str, *, selector: str = "") -> Document:
    """Return the paragraphs of a plain text.

    Raises:
        UnreadableError: a selector is given, which plain text has no use for.
    """
    refuse_selector(selector, media_type)
    text = decode_body(page.body, page.charset)
    drafts = [Draft(line) for line in join_lines([tidy(line) for line in text.splitlines()])]
    joined, blocks, truncated = assemble(drafts)
    return Document(joined, blocks, media_type=media_type, truncated=truncated)
