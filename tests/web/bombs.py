"""Small bodies that unfold into many megabytes, and bodies under several codings."""

import gzip
import zlib
from collections.abc import Iterable

import brotli
import zstandard


def encode(body: bytes, codings: Iterable[str]) -> bytes:
    """Return a body under codings, the first one innermost, as ``Content-Encoding`` lists them."""
    for coding in codings:
        body = _ENCODERS[coding](body)
    return body


def _bare_deflate(body: bytes) -> bytes:
    stream = zlib.compressobj(9, zlib.DEFLATED, -15)
    return stream.compress(body) + stream.flush()


_ENCODERS = {
    "gzip": lambda body: gzip.compress(body, 9),
    "deflate": lambda body: zlib.compress(body, 9),
    "bare deflate": _bare_deflate,
    "br": lambda body: brotli.compress(body, quality=5),
    "zstd": zstandard.ZstdCompressor(level=3).compress,
}


def bomb(coding: str, megabytes: int) -> bytes:
    """Return a small body that unfolds into so many megabytes of spaces; ``gzip, gzip`` is gzip within gzip."""
    return encode(b" " * (megabytes * 1_000_000), [name.strip() for name in coding.split(",")])
