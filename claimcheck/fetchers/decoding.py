"""Content-Encoding undone piece by piece: raw chunks → decoded pieces, each of bounded size.

A bomb is a small body that unfolds into gigabytes, so no step here ever makes more than twice ``PIECE`` at once (a
few megabytes for zstd, whose library has no bound of its own: it is fed a few bytes at a time).  Whoever reads stops
when it has enough.
"""

import zlib
from collections.abc import Callable, Iterator
from typing import Protocol

import brotli  # type: ignore[import-untyped]  # it has no types
import zstandard

PIECE = 65_536
MOST_CODINGS = 3
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
"""Told apart by the header of the stream."""
_GZIP_MAGIC = b"\x1f\x8b"
_MOST_MEMBERS = 1000
"""Of one gzip body: each costs a new decoder."""
_ZSTD_WINDOW = 8 * 1024 * 1024
"""After RFC 9659, the largest that a server may use."""
_ZSTD_SLICE = 128
"""Bytes of zstd given at once: a block is 3 bytes at least, and unfolds into 128 kB at most."""


class DecodingError(Exception):
    """A body that is not what its Content-Encoding says."""


class Decoder(Protocol):
    """Whoever undoes one coding."""

    def pieces(self, data: bytes, /) -> Iterator[bytes]:
        """Yield what the data unfolds into, piece by piece."""
        ...

    def finished(self) -> bool:
        """Return whether the coding has come to its own end."""
        ...


class _Inflating:
    """gzip, with all its members, or zlib."""

    def __init__(self, wbits: int) -> None:
        self._wbits = wbits
        self._stream = zlib.decompressobj(wbits)
        self._members = 1
        self._rest = b""
        """What followed the last member and may be the beginning of another."""

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """Yield what the data unfolds into; whatever follows the last member is left aside."""
        while True:
            if self._stream.eof:
                data = self._rest + self._stream.unused_data + data
                self._rest = data[:1] if len(data) == 1 and not self._stream.unused_data else b""
                if not data.startswith(_GZIP_MAGIC):
                    return
                if self._members >= _MOST_MEMBERS:
                    raise DecodingError(f"more than {_MOST_MEMBERS:,} members")
                self._stream = zlib.decompressobj(self._wbits)
                self._members += 1
            try:
                piece = self._stream.decompress(data, PIECE)
            except zlib.error as error:
                raise DecodingError(str(error)) from None
            if piece:
                yield piece
            data = self._stream.unconsumed_tail
            if not data and len(piece) < PIECE and not (self._stream.eof and self._stream.unused_data):
                return

    def finished(self) -> bool:
        """Return whether the last member is whole."""
        return self._stream.eof


class _Deflating:
    """``deflate``: zlib as the standard says, or the bare stream that some servers send."""

    def __init__(self) -> None:
        self._inner: _Inflating | None = None
        self._held = b""

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """Yield what the data unfolds into."""
        if self._inner is None:
            self._held += data
            if len(self._held) < 2:  # noqa: PLR2004 - the header of zlib is two bytes
                return
            data, self._held = self._held, b""
            zlib_header = data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0  # noqa: PLR2004 - RFC 1950, 2.2
            self._inner = _Inflating(zlib.MAX_WBITS if zlib_header else -zlib.MAX_WBITS)
        yield from self._inner.pieces(data)

    def finished(self) -> bool:
        """Return whether the stream is whole."""
        return self._inner is not None and self._inner.finished()


class _Brotli:
    def __init__(self) -> None:
        self._stream = brotli.Decompressor()

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """Yield what the data unfolds into."""
        if self._stream.is_finished():
            return
        while True:
            try:
                piece: bytes = self._stream.process(data, output_buffer_limit=PIECE)
            except brotli.error as error:
                raise DecodingError(str(error)) from None
            if piece:
                yield piece
            if self._stream.is_finished() or self._stream.can_accept_more_data():
                return
            data = b""

    def finished(self) -> bool:
        """Return whether the stream is whole."""
        return bool(self._stream.is_finished())


class _Zstandard:
    def __init__(self) -> None:
        self._stream = self._begin()
        self._fed = False

    @staticmethod
    def _begin() -> "zstandard.ZstdDecompressionObj":
        return zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).decompressobj()

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """Yield what the data unfolds into, frame after frame."""
        for start in range(0, len(data), _ZSTD_SLICE):
            part = data[start : start + _ZSTD_SLICE]
            while part:
                if self._stream.eof:
                    self._stream = self._begin()
                try:
                    piece = self._stream.decompress(part)
                except zstandard.ZstdError as error:
                    raise DecodingError(str(error)) from None
                if piece:
                    yield piece
                part = self._stream.unused_data if self._stream.eof else b""

    def finished(self) -> bool:
        """Return whether the last frame is whole."""
        return bool(self._stream.eof)


class _Plain:
    """``identity``."""

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """Yield the data itself."""
        if data:
            yield data

    def finished(self) -> bool:
        """Return true: there is no end to wait for."""
        return True


_DECODERS: dict[str, Callable[[], Decoder]] = {
    "gzip": lambda: _Inflating(_GZIP_OR_ZLIB),
    "x-gzip": lambda: _Inflating(_GZIP_OR_ZLIB),
    "deflate": _Deflating,
    "br": _Brotli,
    "zstd": _Zstandard,
}
_NO_CODING = frozenset({"", "identity", "none", "utf-8", "binary"})
"""What servers write there and mean none."""


class Decoding:
    """All the codings of a body, undone in the order opposite to the one in which they were applied."""

    def __init__(self, content_encoding: str) -> None:
        """Prepare for a Content-Encoding header.

        Raises:
            DecodingError: a coding that is not known, or too many of them.
        """
        names = [name.strip().lower() for name in content_encoding.split(",")]
        names = [name for name in names if name not in _NO_CODING]
        if len(names) > MOST_CODINGS:
            raise DecodingError(f"{len(names)} codings on top of each other")
        if unknown := [name for name in names if name not in _DECODERS]:
            raise DecodingError(f"a coding that is not known here ({unknown[0][:20]})")
        self._decoders: list[Decoder] = [_DECODERS[name]() for name in reversed(names)] or [_Plain()]
        self.plain = not names

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """Yield what the data unfolds into through all codings, piece by piece.

        Raises:
            DecodingError: the data is not in these codings.
        """
        yield from self._through(data, 0)

    def _through(self, data: bytes, step: int) -> Iterator[bytes]:
        if step == len(self._decoders):
            yield data
            return
        for piece in self._decoders[step].pieces(data):
            yield from self._through(piece, step + 1)

    def finished(self) -> bool:
        """Return whether every coding has come to its own end."""
        return all(decoder.finished() for decoder in self._decoders)
