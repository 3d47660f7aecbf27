"""A WARC file → its records, each read within bounds, whatever the file says of itself.

A record is read in pieces, so a file of a few kilobytes that unfolds into gigabytes costs time in proportion to what
it declares, and no memory.  A file that is cut, or damaged in one place, is refused with that place: half an evidence
must not look like a whole one.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Protocol

from warcio.statusandheaders import (  # type: ignore[import-untyped]  # it has no types
    StatusAndHeaders,
    StatusAndHeadersParser,
    StatusAndHeadersParserException,
)

from claimcheck.errors import UsageError

_PIECE = 65_536
_GZIP = b"\x1f\x8b"
_VERSIONS = ["WARC/1.1", "WARC/1.0"]
_LONGEST_HEAD = 65_536
"""Bytes of a record's own header."""
_COST = 1000
"""What a record counts for besides its block; so there are no more than a million for each gigabyte."""
_UNFOLDS = 200
"""How many times its size a whole file may unfold into; pages unfold into about ten times theirs."""
_ALWAYS = 1_000_000_000
"""Bytes that any file may unfold into."""


class _DamagedError(Exception):
    """Bytes that are not as a WARC has them; the message says how."""


class _Bytes(Protocol):
    """The bytes from the beginning of a record on."""

    def read(self, size: int, /) -> bytes:
        """Return up to so many bytes; fewer only at the end."""
        ...


class _Member:
    """One gzip member, unfolded piece by piece."""

    def __init__(self, stream: BinaryIO, start: int) -> None:
        self._stream = stream
        self._stream.seek(start)
        self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._at = start
        self._waiting = b""

    def read(self, size: int, /) -> bytes:
        """Return up to so many bytes; fewer only at the end of the member."""
        pieces, missing = [], size
        while missing and not self._inflate.eof:
            if not self._waiting:
                self._waiting = self._stream.read(_PIECE)
                self._at += len(self._waiting)
                if not self._waiting:
                    raise _DamagedError("the file ends within it")
            try:
                piece = self._inflate.decompress(self._waiting, missing)
            except zlib.error as error:
                raise _DamagedError(f"it cannot be decompressed ({error})") from None
            self._waiting = self._inflate.unconsumed_tail
            pieces.append(piece)
            missing -= len(piece)
        return b"".join(pieces)

    @property
    def end(self) -> int:
        """Where the next member begins, once this one is read."""
        return self._at - len(self._inflate.unused_data)


class _Plain:
    """Bytes as they are in the file."""

    def __init__(self, stream: BinaryIO, start: int) -> None:
        self._stream = stream
        self._stream.seek(start)

    def read(self, size: int, /) -> bytes:
        """Return up to so many bytes; fewer only at the end of the file."""
        return self._stream.read(size)


@dataclass(frozen=True, slots=True)
class Record:
    """The header of one record, and where the record is."""

    headers: StatusAndHeaders
    start: int
    """Offset into the file."""
    length: int
    """Bytes of its block."""

    def header(self, name: str) -> str:
        """Return a field of the header; empty where it is not there."""
        return str(self.headers.get_header(name) or "")


def iterate_records(path: Path) -> Iterator[Record]:
    """Yield the records of a file; each is checked to be whole.

    Raises:
        UsageError: the file cannot be read, is no WARC, or is damaged; the message says where.
    """
    start = 0
    try:
        with path.open("rb") as stream:
            zipped = _kind_of(path, stream.read(_PIECE))
            size = path.stat().st_size
            allowance = max(_ALWAYS, _UNFOLDS * size)
            while start < size:
                record, end = _read_whole(stream, start, allowance, zipped=zipped)
                allowance -= record.length + _COST
                yield record
                start = end
    except OSError as error:
        hint = "give --from a file that can be read"
        raise UsageError(f"{path}: {(error.strerror or str(error)).lower()}", hint=hint) from None
    except _DamagedError as error:
        hint = "get the file again; 'warcio check' lists what is wrong with it"
        raise UsageError(f"{path}: damaged at byte {start:,}: {error}; nothing was judged", hint=hint) from None


def read_block(path: Path, record: Record, most: int) -> bytes:
    """Return the block of a record, of a longer one its first ``most`` bytes.

    Raises:
        OSError: the file is no more what it was.
    """
    try:
        with path.open("rb") as stream:
            zipped = stream.read(2) == _GZIP
            source: _Bytes = _Member(stream, record.start) if zipped else _Plain(stream, record.start)
            _, _, early = _read_head(source)
            wanted = min(record.length, most)
            return (early + source.read(max(wanted - len(early), 0)))[:wanted]
    except _DamagedError as error:
        raise OSError(str(error)) from None


def _kind_of(path: Path, beginning: bytes) -> bool:
    """Return whether the records are compressed.

    Raises:
        UsageError: it is no WARC.
    """
    if beginning.startswith(_GZIP):
        return True
    if beginning.startswith(b"WARC/"):
        return False
    hint = "claimcheck export --warc FILE.warc.gz writes one"
    if beginning.startswith(b"PK"):
        hint = "of a WACZ package, or another ZIP, unpack it and give the .warc.gz inside"
    elif beginning.startswith(b"filedesc://"):
        hint = "an ARC file is made a WARC by: warcio recompress OLD NEW.warc.gz"
    raise UsageError(f"{path} is {'no WARC file' if beginning else 'empty'}", hint=hint)


def _read_whole(stream: BinaryIO, start: int, allowance: int, *, zipped: bool) -> tuple[Record, int]:
    """Read a record to its end; return it, and where the next one begins."""
    source = _Member(stream, start) if zipped else _Plain(stream, start)
    headers, head, early = _read_head(source)
    length = _length_of(headers)
    if length > allowance:
        raise _DamagedError(f"the file unfolds into more than {_UNFOLDS} times its size")
    left, tail = length + 4 - len(early), early[length : length + 4]
    while left > 0 and (piece := source.read(min(left, _PIECE))):
        left -= len(piece)
        tail = (tail + piece)[-4:]
    if left > 0:
        raise _DamagedError("the record that begins there is shorter than it says, or the file is cut")
    if tail != b"\r\n\r\n":
        raise _DamagedError("the record that begins there is longer than it says")
    if isinstance(source, _Plain):
        return Record(headers, start, length), start + head + length + 4
    if left < 0 or source.read(1):
        raise _DamagedError("one gzip member holds several records; 'warcio recompress' gives each its own")
    return Record(headers, start, length), source.end


def _read_head(source: _Bytes) -> tuple[StatusAndHeaders, int, bytes]:
    """Return the header of a record, its length in bytes, and what of the block was read along."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = source.read(4096)
        data += piece
        if not piece or len(data) > _LONGEST_HEAD:
            raise _DamagedError("no header of a record begins there")
    head, _, early = data.partition(b"\r\n\r\n")
    try:
        return parse_head(head + b"\r\n\r\n", _VERSIONS), len(head) + 4, early
    except ValueError:
        raise _DamagedError("no record of a WARC begins there") from None


def parse_head(head: bytes, beginnings: list[str]) -> StatusAndHeaders:
    """Return a header read; its first line begins with one of these.

    Raises:
        ValueError: it does not.
    """
    try:
        return StatusAndHeadersParser(beginnings).parse(BytesIO(head))
    except (StatusAndHeadersParserException, EOFError, UnicodeError):
        raise ValueError("no such header") from None


def _length_of(headers: StatusAndHeaders) -> int:
    written = str(headers.get_header("Content-Length") or "")
    if not written.isascii() or not written.isdigit() or len(written) > 15:  # noqa: PLR2004 - a petabyte
        raise _DamagedError("the record that begins there does not say how long it is")
    return int(written)
