"""What the tests of extracting share: pages made of a few words, and documents told as short lists."""

from claimcheck.enums import Role
from claimcheck.extractors import PageExtractor
from claimcheck.extractors.html.reader import read_html
from claimcheck.model import Block, Document, Page

EXTRACTOR = PageExtractor()
PROSE = (
    "The company employed more than three thousand people in Kenya at the end of the year, most of them in Nairobi, "
    "and paid them between one and two dollars an hour for labelling texts, as three of its former workers have said."
)


def page_of(
    body: str | bytes, media_type: str = "text/html", *, charset: str = "", url: str = "https://x.test/a"
) -> Page:
    """Return a page with this body."""
    raw = body.encode() if isinstance(body, str) else body
    return Page(url=url, body=raw, media_type=media_type, charset=charset)


def read(html: str, *, selector: str = "", url: str = "https://x.test/a") -> Document:
    """Return the document of an HTML page, read here."""
    return read_html(page_of(html, charset="utf-8", url=url), "text/html", selector=selector)


def text_of(document: Document, block: Block) -> str:
    """Return the text of a block."""
    return document.text[slice(*block.span)]


def told(document: Document) -> list[tuple[Role, str]]:
    """Return the roles and texts of a document's blocks."""
    return [(block.role, text_of(document, block)) for block in document.blocks]


def role_of(document: Document, start: str) -> Role:
    """Return the role of the first block that begins with these words."""
    return next(role for role, text in told(document) if text.startswith(start))


def cells_of(document: Document, row: int) -> list[tuple[str, str]]:
    """Return the headers and texts of the cells of a table row, rows counted from 0."""
    rows = [block for block in document.blocks if block.role is Role.TABLE_ROW]
    return [(cell.header, document.text[slice(*cell.span)]) for cell in rows[row].cells]
