"""The parts of a page that claims ask for, the whole or what a selector picks, each read once."""

from claimcheck.errors import UnreadableError
from claimcheck.model import Document, Page
from claimcheck.ports import Extractor


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

    def _extract(self, selector: str) -> Document | UnreadableError:
        if self._page is None:
            return UnreadableError("nothing came back")
        try:
            return self._extractor.extract(self._page, selector=selector)
        except UnreadableError as error:
            return error
