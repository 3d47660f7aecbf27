"""A WARC file, ours or another program's → what was answered at an address, in the order of its capture.

A file is evidence of what it says, and of no more: a record whose payload is not what its digest says is not read, one
that repeats another which is not there is not read either, and what cannot be read says nothing of any claim.
"""

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from warcio.bufferedreaders import ChunkedDataReader  # type: ignore[import-untyped]  # it has no types

from claimcheck.enums import State, StateClass
from claimcheck.errors import UsageError
from claimcheck.exchanges import Exchange, Headers
from claimcheck.warc.addresses import key_of
from claimcheck.warc.records import Record, iterate_records, parse_head, read_block
from claimcheck.warc.writing import KIND, RENDERED

_MOST = 64 * 2**20
"""Bytes of one answer that are read: more than any page, and any PDF, may have."""
_LONGEST_HTTP_HEAD = 2**18
_MOST_NOTE = 2**20
_ANSWERS = frozenset({"response", "resource", "revisit"})
_HASHES: dict[str, Callable[..., Any]] = {"sha1": hashlib.sha1, "sha256": hashlib.sha256, "md5": hashlib.md5}
_LONGEST_DETAIL = 300


@dataclass(frozen=True, slots=True)
class Capture:
    """One look at an address that a file holds."""

    at: datetime
    kind: str
    """The type of the record: ``response``, ``resource``, ``revisit``, ``conversion``, or ``metadata`` where nothing
    came back."""
    record: Record


class WarcFile:
    """The answers in a WARC file, found by their address."""

    def __init__(self, path: Path) -> None:
        """Read through the file once, and note where everything is.

        Raises:
            UsageError: it cannot be read, is no WARC, is damaged, or holds no answer.
        """
        self._path = path
        self._captures: dict[str, list[Capture]] = {}
        self._by_digest: dict[str, Record] = {}
        self._answers: set[str] = set()
        """The ids of the records that hold one."""
        self._notes: dict[str, Record] = {}
        """What was wrong with a record, by the record's id."""
        for record in iterate_records(path):
            self._take(record)
        for held in self._captures.values():
            held.sort(key=lambda capture: capture.at)
        if not self._captures:
            raise UsageError(f"{path} holds no answer of any server", hint="is it the file you mean?")

    @property
    def name(self) -> str:
        """The file, for people."""
        return self._path.name

    @property
    def day(self) -> date:
        """The day of its newest answer, in UTC: today, for whoever judges as one did then."""
        return max(capture.at for held in self._captures.values() for capture in held).date()

    def captures_of(self, url: str) -> tuple[Capture, ...]:
        """Return every look at an address, oldest first."""
        return tuple(capture for capture in self._captures.get(key_of(url), ()) if capture.kind != "conversion")

    def exchange_at(self, url: str, /, *, rendered: bool = False) -> Exchange | None:
        """Return the newest exchange with an address; none where none is held."""
        held = self._captures.get(key_of(url), ())
        fitting = [capture for capture in held if (capture.kind == "conversion") is rendered]
        return self.read(fitting[-1], url) if fitting else None

    def read(self, capture: Capture, url: str) -> Exchange:
        """Return what a capture holds; what cannot be read is an exchange that says why."""
        exchange = Exchange(url, capture.at, rendered=capture.kind == "conversion")
        note = self._note_of(capture.record)
        try:
            if capture.kind != "metadata":
                exchange = self._answer(exchange, capture)
        except (OSError, ValueError) as error:
            return replace(exchange, status=None, state=State.UNREADABLE, detail=f"in {self.name}: {error}")
        return _with_note(exchange, note)

    def _take(self, record: Record) -> None:
        kind, url = record.header("WARC-Type").lower(), record.header("WARC-Target-URI").strip("<>")
        at = _moment(record.header("WARC-Date"))
        if kind == "metadata" and record.header(KIND) == "exchange":
            self._notes[record.header("WARC-Refers-To")] = record
            if at is not None and record.header("WARC-Refers-To") not in self._answers:
                self._add(url, Capture(at, "metadata", record))
        elif at is not None and url and (kind in _ANSWERS or kind == "conversion"):
            if kind == "response" and not record.header("Content-Type").startswith("application/http"):
                return
            self._add(url, Capture(at, kind, record))
            self._answers.add(record.header("WARC-Record-ID"))
            if kind == "response" and (digest := record.header("WARC-Payload-Digest")):
                self._by_digest.setdefault(digest, record)

    def _add(self, url: str, capture: Capture) -> None:
        self._captures.setdefault(key_of(url.removeprefix(RENDERED)), []).append(capture)

    def _note_of(self, record: Record) -> dict[str, str]:
        """Return what was noted of a record, by name."""
        found = record if record.header(KIND) == "exchange" else self._notes.get(record.header("WARC-Record-ID"))
        if found is None:
            return {}
        try:
            text = read_block(self._path, found, _MOST_NOTE).decode("utf-8", "replace")
        except OSError:
            return {}
        pairs = (line.partition(": ") for line in text.split("\r\n"))
        return {name: value for name, colon, value in pairs if colon}

    def _answer(self, exchange: Exchange, capture: Capture) -> Exchange:
        """Return what a record holds.

        Raises:
            OSError, ValueError: it cannot be read.
        """
        record = capture.record
        block = read_block(self._path, record, _MOST)
        whole = len(block) == record.length
        if capture.kind in {"resource", "conversion"}:
            _check_digest(record, block, whole=whole)
            return replace(
                exchange,
                headers=(("content-type", record.header("Content-Type")),),
                body=block,
                truncated=_truncated(record, whole=whole),
                status=200 if exchange.url.startswith("http") else None,
            )
        status, headers, body = _read_http(block)
        if capture.kind == "revisit":
            body, headers_of_body = self._repeated(record)
            headers = headers or headers_of_body
        else:
            _check_digest(record, body, whole=whole)
        body, headers = _unchunked(body, headers)
        return replace(exchange, status=status, headers=headers, body=body, truncated=_truncated(record, whole=whole))

    def _repeated(self, record: Record) -> tuple[bytes, Headers]:
        """Return the body of the record that a revisit repeats.

        Raises:
            OSError, ValueError: it is not in the file, or cannot be read.
        """
        digest = record.header("WARC-Payload-Digest")
        original = self._by_digest.get(digest) if digest else None
        if original is None:
            raise ValueError("the record repeats another, which the file does not hold")
        block = read_block(self._path, original, _MOST)
        _, headers, body = _read_http(block)
        _check_digest(original, body, whole=len(block) == original.length)
        return body, headers


def _read_http(block: bytes) -> tuple[int, Headers, bytes]:
    """Return the status, the headers and the body of an HTTP answer.

    Raises:
        ValueError: it is none.
    """
    head, found, body = block.partition(b"\r\n\r\n")
    if not found and not block.startswith(b"HTTP/"):
        raise ValueError("the record holds no answer of HTTP")
    if len(head) > _LONGEST_HTTP_HEAD:
        raise ValueError("the headers of the answer are too large")
    parsed = parse_head(head + b"\r\n\r\n", ["HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/2", "HTTP/3"])
    code = str(parsed.statusline).split(" ", 1)[0]
    if not code.isascii() or not code.isdigit() or len(code) != 3:  # noqa: PLR2004 - digits of a status
        raise ValueError("the answer has no status")
    return int(code), tuple((str(name).lower(), str(value)) for name, value in parsed.headers), body


def _unchunked(body: bytes, headers: Headers) -> tuple[bytes, Headers]:
    if not any(name == "transfer-encoding" and "chunked" in value.lower() for name, value in headers):
        return body, headers
    content = ChunkedDataReader(BytesIO(body), decomp_type=None).read()
    return content, tuple(pair for pair in headers if pair[0] != "transfer-encoding")


def _check_digest(record: Record, payload: bytes, *, whole: bool) -> None:
    """Check that a payload is what its record says.

    Raises:
        ValueError: it is not.
    """
    name, _, written = record.header("WARC-Payload-Digest").partition(":")
    make = _HASHES.get(name.lower().replace("-", ""))
    if not whole or make is None or not written:
        return
    digest = make(payload, usedforsecurity=False)
    known = {digest.hexdigest().upper(), base64.b32encode(digest.digest()).decode().rstrip("=")}
    if written.upper().rstrip("=") not in known:
        raise ValueError("the payload is not what its digest says; the record was changed")


def _truncated(record: Record, *, whole: bool) -> str:
    if not whole:
        return f"larger than {_MOST // 2**20} MB"
    reason = record.header("WARC-Truncated")
    return {"length": "cut at a size", "time": "cut at a time"}.get(reason, "cut short") if reason else ""


def _with_note(exchange: Exchange, note: dict[str, str]) -> Exchange:
    """Return an exchange with what was noted of it; a note can take away from an answer, and add nothing to it."""
    state = next((s for s in State if s.value == note.get("state")), None)
    if state is not None and state.state_class is StateClass.PRESENT:
        state = None
    if exchange.status is None and not exchange.body and state is None:
        state = State.UNREADABLE
    truncated = exchange.truncated and note.get("truncated", exchange.truncated)[:_LONGEST_DETAIL]
    detail = note.get("detail", "")[:_LONGEST_DETAIL]
    unreachable = exchange.status is None and note.get("unreachable") == "yes"
    return replace(exchange, state=state, detail=detail, truncated=truncated, unreachable=unreachable)


def _moment(written: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
