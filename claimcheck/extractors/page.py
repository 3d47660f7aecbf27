"""Stage 4, extract: Page → Document, by the media type that the page really has.

To read another type: one new file, and one line in ``_READERS``.
"""

import contextlib
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.errors import UnreadableError, UnsupportedTypeError
from claimcheck.extractors.sniffing import sniff_media_type
from claimcheck.extractors.workshop import DEADLINE, Attempt, StoppedError, TooDoubtfulError, Workshop, load_reader
from claimcheck.model import Document, Page

_HTML = "html.reader:read_html"
_READERS = {
    "text/html": _HTML,
    "application/xhtml+xml": _HTML,
    "application/pdf": "pdf.reader:read_pdf",
    "text/plain": "plain:read_plain",
    "text/markdown": "markdown:read_markdown",
    "application/json": "json_text:read_json",
    "text/csv": "csv_rows:read_csv",
    "text/tab-separated-values": "csv_rows:read_csv",
    "application/xml": "xml:read_xml",
    "image/svg+xml": _HTML,
}
"""Which function reads a media type: imported when the first such page comes, for each brings a library with it."""

_SUFFIXES = {"+json": "application/json", "+xml": "application/xml", "/ndjson": "application/json"}
_APART = frozenset({"application/pdf"})
"""Types whose parser is in C++ and may hang on any page: always read where it can be killed."""
_LARGE = 1_000_000
"""Bytes of a page that is no HTML, above which it is read apart: what was parsed of it takes many times its size, and
no process gives all of that back."""
_ATTEMPTS = {"json_text:read_json": (("json_text:read_json", DEADLINE), ("json_text:read_beginning", DEADLINE))}
"""Who reads, in this order, what may take too much memory as a whole."""

_BY_LINES = frozenset({"plain:read_plain", "markdown:read_markdown", "csv_rows:read_csv", "xml:read_xml"})
"""Readers of types whose beginning can be read alone."""
_BEGINNING = 500_000
"""Bytes of these that fit the memory of the process apart, even where every four of them are an item."""

MAX_BYTES = 64_000_000


class PageExtractor:
    """Reads pages of every type that has a reader; safe to call from several threads."""

    def __init__(self, workshop: Workshop | None = None) -> None:
        self._workshop = workshop or Workshop()

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
        reader = _READERS.get(kind) or _find_by_suffix(kind)
        if not reader:
            raise UnsupportedTypeError(f"nothing here reads {kind}", hint="cite a page, a PDF or a text file")
        try:
            if kind in _APART or (len(page.body) > _LARGE and reader != _HTML):
                return self._read_apart(_ATTEMPTS.get(reader, ((reader, DEADLINE),)), page, kind, selector)
            document: Document = load_reader(reader)(page, kind, selector=selector)
        except TooDoubtfulError as doubt:
            return self._read_apart(doubt.readers, page, kind, selector)
        return document

    def _read_apart(self, readers: Sequence[Attempt], page: Page, kind: str, selector: str) -> Document:
        *firsts, (last, deadline) = readers
        for reader, seconds in firsts:
            with contextlib.suppress(StoppedError):
                return self._workshop.read(reader, page, kind, selector=selector, deadline=seconds)
        try:
            return self._workshop.read(last, page, kind, selector=selector, deadline=deadline)
        except StoppedError:
            if last not in _BY_LINES or len(page.body) <= _BEGINNING:
                raise
        beginning = replace(page, body=page.body[:_BEGINNING])
        document = self._workshop.read(last, beginning, kind, selector=selector, deadline=deadline)
        return replace(document, truncated=document.truncated or f"the first {_BEGINNING:,} bytes")


def _find_by_suffix(kind: str) -> str:
    return next((_READERS[meant] for suffix, meant in _SUFFIXES.items() if kind.endswith(suffix)), "")
