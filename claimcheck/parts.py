"""The parts of a page that claims ask for, the whole or what a selector picks, each read once."""

from collections.abc import Collection
from dataclasses import replace

from claimcheck.enums import Role
from claimcheck.errors import NoSuchPartError, UnreadableError
from claimcheck.model import Document, Page
from claimcheck.plan import anchor_selector
from claimcheck.ports import Extractor
from claimcheck.text import sentences


class Parts:
    """The parts of one page that claims ask for, each read once."""

    def __init__(self, extractor: Extractor, page: Page | None) -> None:
        self._extractor = extractor
        self._page = page
        self._read: dict[str, Document | UnreadableError] = {}

    def read(self, selector: str = "") -> Document | UnreadableError:
        """Return a part of the page, or why it cannot be read."""
        if selector not in self._read:
            self._read[selector] = self._extract(selector)
        return self._read[selector]

    def missing(self, anchors: Collection[str]) -> frozenset[str]:
        """Return which of these anchors, ``#id``, are not on the page as the server sends it."""
        whole = self.read() if anchors else None
        if not isinstance(whole, Document) or whole.signs.script_shell:
            return frozenset()
        return frozenset(a for a in anchors if isinstance(self.read(anchor_selector(a)), NoSuchPartError))

    def _extract(self, selector: str) -> Document | UnreadableError:
        if self._page is None:
            return UnreadableError("nothing came back")
        try:
            document = self._extractor.extract(self._page, selector=selector)
        except UnreadableError as error:
            return _without_origin(error)
        return without_broken_end(document) if self._page.truncated else document


def _without_origin(error: UnreadableError) -> UnreadableError:
    """Return an error that knows no more where it was raised: it is kept, and these frames would keep the page."""
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)


def without_broken_end(document: Document) -> Document:
    """Return the text of a page that broke off, up to the last sentence that is whole.

    The rest may end within a number: of 4,200 it may show a 4.  A row or an item that is the last one goes whole.
    """
    if not document.blocks:
        return document
    *whole, last = document.blocks
    ends = sentences(document.text, last.span) if last.role is Role.PARAGRAPH else []
    if len(ends) > 1:
        end = ends[-2][1]
        whole.append(replace(last, span=(last.span[0], end)))
    else:
        end = last.span[0]
    return replace(document, text=document.text[:end], blocks=tuple(whole), fingerprint="")
