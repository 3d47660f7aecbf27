"""Bytes ↔ fewer bytes, by zstd: for bodies and texts in the memory.

zstd, because it is installed for the web anyway: at its default level it makes pages as small as zlib's slowest does.
What is unfolded is bounded: a memory may have come with files from a stranger.
"""

import threading

import zstandard

LARGEST = 64_000_000
"""Bytes; no page that is read is larger."""

_LEVEL = 3
_local = threading.local()
"""A coder for each thread: they are costly to make, and not to be shared."""


def compress(data: bytes) -> bytes:
    """Return the data in zstd."""
    if not hasattr(_local, "compressor"):
        _local.compressor = zstandard.ZstdCompressor(level=_LEVEL)
    packed: bytes = _local.compressor.compress(data)
    return packed


def decompress(packed: bytes) -> bytes:
    """Return what was compressed.

    Raises:
        ValueError: it is not zstd, or larger than anything that was ever put in.
    """
    try:
        size = zstandard.frame_content_size(packed)
        if not 0 <= size <= LARGEST:
            raise ValueError("a compressed value of no known size")
        if not hasattr(_local, "decompressor"):
            _local.decompressor = zstandard.ZstdDecompressor()
        data: bytes = _local.decompressor.decompress(packed)
    except zstandard.ZstdError as error:
        raise ValueError(str(error)) from None
    return data
