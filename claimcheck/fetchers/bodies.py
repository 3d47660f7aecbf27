"""Raw chunks of a response → its decoded body, up to a cap, with what is missing of it.

The cap counts decoded bytes, and is a PDF's where the body is one.  What was decoded before a fault is kept: evidence
in the part that was read is evidence.
"""

from collections.abc import Awaitable, Callable

from claimcheck.enums import State
from claimcheck.fetchers.decoding import Decoding, DecodingError
from claimcheck.fetchers.room import MEDIUM
from claimcheck.fetchers.settings import MEGABYTE, FetchSettings

_LOOKED_AT = 512
_LONGEST_LENGTH = 15
"""Digits."""
_ERROR_PAGE = 500_000
"""Of an error page, in bytes: enough to see what it says; the rest is left."""
_NEVER_TEXT = ("video/", "audio/", "font/")
_TEXT_CONTROLS = frozenset(b"\t\n\f\r\x1b")


class Body:
    """A body as it comes in.  ``feed`` it until it says enough, then ``close`` it."""

    def __init__(
        self, content_encoding: str, media_type: str, status: int, settings: FetchSettings, length: int | None = None
    ) -> None:
        """Prepare to take a body in; ``length`` is how many bytes the server says it sends, where it says so."""
        self._settings = settings
        self._error_page = status >= 400  # noqa: PLR2004 - where errors begin
        self._pdf = media_type == "application/pdf"
        self._received = 0
        self._granted = settings.small_bytes
        self._length = length
        self._raw = b""
        """What came in before anything was decoded."""
        self._decoded = bytearray()
        self.state: State | None = None
        """What is wrong with the body; none when it is whole."""
        self.truncated = ""
        """Why it is not whole; empty when it is."""
        self._decoding = self._begin(content_encoding)
        self.wanted = not media_type.startswith(_NEVER_TEXT)

    async def feed(self, chunk: bytes, grow: Callable[[int], Awaitable[None]]) -> bool:
        """Take a chunk; return whether more is wanted.

        Args:
            chunk: the next bytes as they came in.
            grow: asked when the body is no small one, and when it is no medium one either, to wait until it may become
                so large.
        """
        if self._decoding is None:
            return False
        self._received += len(chunk)
        if not self._decoded and not self._decoding.plain:
            self._raw += chunk
        try:
            for piece in self._decoding.pieces(chunk):
                self._decoded += piece
                if self._is_full():
                    return False
                size = self._next_size()
                if self._granted < min(size, len(self._decoded) + len(self._raw)):
                    self._granted = size
                    await grow(size)
        except DecodingError as error:
            if self._decoded or not _is_text(self._raw):
                self._fail(State.UNREADABLE, f"the body cannot be decompressed ({error})")
                return False
            self._decoding = Decoding("")
            self._decoded += self._raw
        if self._decoded:
            self._raw = b""
        return not self._is_full()

    def close(self) -> None:
        """Note that the server says that this is all."""
        if self._decoding is not None and self.state is None and self._received and not self._decoding.finished():
            self._fail(State.UNREADABLE, "the compressed body ends too early")

    def take_content(self) -> bytes:
        """Return what was decoded, of a page that is too large its beginning; nothing is kept here."""
        if self.state is State.TOO_LARGE and not self._is_pdf():
            del self._decoded[self._settings.prefix_bytes :]
        content = bytes(self._decoded)
        self._decoded = bytearray()
        return content

    def _begin(self, content_encoding: str) -> Decoding | None:
        try:
            return Decoding(content_encoding)
        except DecodingError as error:
            self._fail(State.UNREADABLE, f"the body cannot be decompressed: {error}")
            return None

    def _is_pdf(self) -> bool:
        return self._pdf or self._decoded.startswith(b"%PDF-")

    def _cap(self) -> int:
        return self._settings.pdf_bytes if self._is_pdf() else self._settings.page_bytes

    def _next_size(self) -> int:
        """Return what a body that has outgrown its size is to be given: a medium size, or the most it may become."""
        most = self._cap()
        if self._length is not None and self._decoding is not None and self._decoding.plain:
            most = min(most, self._length)
        return MEDIUM if self._granted < MEDIUM < most else most

    def _is_full(self) -> bool:
        if self._error_page:
            return len(self._decoded) >= _ERROR_PAGE
        cap = self._cap()
        if len(self._decoded) <= cap and self._received <= cap:
            return False
        self._fail(State.TOO_LARGE, f"larger than {cap / MEGABYTE:g} MB")
        return True

    def _fail(self, state: State, why: str) -> None:
        if not self._error_page:
            self.state, self.truncated = state, why


def read_length(value: str) -> int | None:
    """Return the number of bytes that a Content-Length announces; none where it is none."""
    return int(value) if value.isascii() and value.isdigit() and len(value) <= _LONGEST_LENGTH else None


def _is_text(raw: bytes) -> bool:
    """Return whether bytes that should be compressed are plain text, or a PDF, sent under the wrong header."""
    head = raw[:_LOOKED_AT]
    return head.startswith(b"%PDF-") or not any(byte < 0x20 and byte not in _TEXT_CONTROLS for byte in head)  # noqa: PLR2004 - where controls end
