"""Stage 4, extract: Page → Document, by the media type that the page really has.

To read another type: one new file, and one line in ``_READERS``.
"""

from importlib import import_module

from claimcheck.errors import UnreadableError, UnsupportedTypeError
from claimcheck.extractors.sniffing import sniff_media_type
from claimcheck.model import Document, Page

_READERS = {
    "text/html": "html.reader:read_html",
    "application/xhtml+xml": "html.reader:read_html",
    "text/plain": "plain:read_plain",
}
"""Which function reads a media type: imported when the first such page comes, for each brings a library with it."""

MAX_BYTES = 64_000_000


class PageExtractor:
    """Reads pages of every type that has a reader; safe to call from several threads."""

    def extract(self, page: Page, /, *, selector: str = "") -> Document:
        """Return the text of a page, or of the part that a CSS selector picks.

        Raises:
            UnsupportedTypeError: nothing here reads this type of page.
            UnreadableError: the page is empty, broken, encrypted, scanned, too big or too slow to read.
        """
        if not page.body.strip():
            raise UnreadableError("the page is empty")
        if len(page.body) > MAX_BYTES:
            raise UnreadableError(f"the page is larger than {MAX_BYTES // 1_000_000} MB")
        kind = sniff_media_type(page.body, page.media_type, page.url)
        reader = _READERS.get(kind) or next((r for suffix, r in _BY_SUFFIX.items() if kind.endswith(suffix)), None)
        if reader is None:
            raise UnsupportedTypeError(f"nothing here reads {kind}", hint="cite a page, a PDF or a text file")
        module, name = reader.split(":")
        read = getattr(import_module(f"claimcheck.extractors.{module}"), name)
        document: Document = read(page, kind, selector=selector)
        return document


_BY_SUFFIX: dict[str, str] = {}
