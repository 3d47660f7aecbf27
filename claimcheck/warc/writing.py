"""Exchanges and findings → a WARC/1.1 file, one gzip member for each record, that standard tools replay.

Of each exchange: the ``response`` with its payload digest, the ``request``, and, where something was wrong, a
``metadata`` record that says what.  A file beside the claims file is a ``resource``, a page as a browser showed it a
``conversion``.  Of each claim and source: a ``metadata`` record with the finding, its quotes and passages, that refers
to the response which decided.  The same evidence gives the same bytes.
"""

import base64
import hashlib
import http
import json
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]  # it has no types
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]  # it has no types

from claimcheck.enums import State
from claimcheck.exchanges import Exchange, Headers
from claimcheck.warc.addresses import key_of, target_of

FIELDS_TYPE = "application/warc-fields"
"""Of all metadata.  Tools that replay take metadata of another type for a page."""
KIND = "Claimcheck-Kind"
"""A field of the header of our metadata: on an ``exchange``, with what was wrong, or on a ``claim``."""
RENDERED = "urn:claimcheck:rendered:"
"""Before the address of a page as a browser showed it, so that no tool takes it for what the server sent."""
_CONFORMS_TO = "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
_TRUNCATED = {State.TOO_LARGE: "length", State.TIMEOUT: "time"}
"""Why a body is not whole, in the words of WARC; anything else is ``disconnect``."""
_NAMES = uuid.uuid5(uuid.NAMESPACE_URL, "https://pypi.org/project/claimcheck-cli/")


@dataclass(slots=True)
class Written:
    """What a file holds."""

    responses: int = 0
    claims: int = 0
    records: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    """The newest record of each address: its id, and when it was answered."""
    answered: set[str] = field(default_factory=set)
    """The addresses whose answer is in the file; of the others a note is."""


def write_warc(
    stream: BinaryIO,
    exchanges: Iterable[Exchange],
    findings: Iterable[Mapping[str, Any]],
    *,
    software: str,
    zipped: bool,
) -> Written:
    """Write a WARC file; return what it holds.

    Args:
        stream: where to.
        exchanges: of each address the oldest first.
        findings: each as the JSON report has it.
        software: who writes, with its version.
        zipped: whether each record is compressed.
    """
    writer = WARCWriter(stream, gzip=zipped, warc_version="1.1")
    written = Written()
    rest = iter(exchanges)
    first = next(rest, None)
    if first is None:
        return written
    writer.write_record(_warcinfo(writer, software, first.at))
    for exchange in _chain(first, rest):
        _write_exchange(writer, exchange, written)
    for finding in findings:
        written.claims += 1
        for source in finding.get("sources", ()):
            _write_finding(writer, finding, source, written)
    return written


def _chain(first: Exchange, rest: Iterator[Exchange]) -> Iterator[Exchange]:
    yield first
    yield from rest


def _warcinfo(writer: WARCWriter, software: str, at: datetime) -> Any:
    fields = {
        "software": software,
        "format": "WARC File Format 1.1",
        "conformsTo": _CONFORMS_TO,
        "description": "what the sources of claims said when the claims were checked; bodies are decoded, cookies, "
        "credentials and tokens in addresses are left out",
    }
    text = "".join(f"{name}: {value}\r\n" for name, value in fields.items()).encode()
    headers = {"WARC-Record-ID": _id_of("warcinfo", software, at.isoformat()), "WARC-Date": _date(at)}
    return writer.create_warc_record("", "warcinfo", payload=BytesIO(text), length=len(text), warc_headers_dict=headers)


def _write_exchange(writer: WARCWriter, exchange: Exchange, written: Written) -> None:
    target = target_of(exchange.url)
    digest = hashlib.sha256(exchange.body).hexdigest()
    record_id = _id_of(target, exchange.at.isoformat(), digest, "rendered" if exchange.rendered else "")
    told = {"WARC-Date": _date(exchange.at)}
    own = told | {"WARC-Record-ID": record_id}
    if exchange.truncated:
        own["WARC-Truncated"] = _TRUNCATED.get(exchange.state, "disconnect") if exchange.state else "unspecified"
    if exchange.rendered:
        page = written.records.get(key_of(target))
        own |= {"WARC-Refers-To": page[0]} if page else {}
        _write(writer, RENDERED + target, "conversion", exchange.body, own, _content_type(exchange))
    elif target.startswith("file:"):
        _write(writer, target, "resource", exchange.body, own, _content_type(exchange))
        written.records[key_of(target)] = record_id, exchange.at
        written.answered.add(key_of(target))
        written.responses += 1
    elif exchange.status is not None:
        payload = BytesIO(exchange.body)
        record = writer.create_warc_record(
            target,
            "response",
            payload=payload,
            length=len(exchange.body),
            warc_headers_dict=own,
            http_headers=_http_headers(exchange, exchange.status),
        )
        writer.write_record(record)
        written.records[key_of(target)] = record_id, exchange.at
        written.answered.add(key_of(target))
        written.responses += 1
    if exchange.asked and target.startswith("http") and not exchange.rendered:
        concurrent = {"WARC-Concurrent-To": record_id} if exchange.status is not None else {}
        asked = told | concurrent | {"WARC-Record-ID": _id_of(record_id, "request")}
        _write_request(writer, target, exchange.asked, asked)
    if exchange.state is not None or exchange.detail or exchange.truncated:
        note = {
            "state": exchange.state.value if exchange.state else "",
            "detail": exchange.detail,
            "truncated": exchange.truncated,
            "unreachable": "yes" if exchange.unreachable else "",
        }
        about = told | {"WARC-Record-ID": _id_of(record_id, "note"), "WARC-Refers-To": record_id, KIND: "exchange"}
        written.records.setdefault(key_of(target), (about["WARC-Record-ID"], exchange.at))
        _write_fields(writer, target, note, about)


def _write_finding(writer: WARCWriter, finding: Mapping[str, Any], source: Mapping[str, Any], written: Written) -> None:
    """Write what was found on a claim, beside what its source answered; where nothing is kept of that, nothing."""
    url = str(source.get("final_url") or source.get("url") or "")
    record = written.records.get(key_of(url)) or written.records.get(key_of(str(source.get("url") or "")))
    if record is None:
        return
    record_id, at = record
    finding = _without_private_passages(finding, written)
    identity = _id_of(record_id, "claim", str(finding.get("id")), str(finding.get("judged_at")))
    headers = {"WARC-Date": _date(at), "WARC-Record-ID": identity, "WARC-Refers-To": record_id, KIND: "claim"}
    fields = {name: str(finding.get(name) or "") for name in ("id", "claim", "verdict", "reason", "judged_at")}
    quotes = {f"quote-{n}": str(quote["exact"]) for n, quote in enumerate(finding.get("quotes", ()), 1)}
    passages = {f"passage-{n}": str(passage["exact"]) for n, passage in enumerate(finding.get("evidence", ()), 1)}
    finding_json = {"json": json.dumps(finding, ensure_ascii=False, sort_keys=True)}
    _write_fields(writer, target_of(url), fields | quotes | passages | finding_json, headers)


def _without_private_passages(finding: Mapping[str, Any], written: Written) -> Mapping[str, Any]:
    """Return a finding without the passages of pages that are not in the file, such as those read on credentials."""
    ends = {
        str(s.get("url")): key_of(str(s.get("final_url") or s.get("url") or "")) for s in finding.get("sources", ())
    }
    passages = finding.get("evidence", ())
    kept = [passage for passage in passages if ends.get(str(passage.get("source"))) in written.answered]
    if len(kept) == len(passages):
        return finding
    return {**finding, "evidence": kept, "comparisons": []}


def _write_request(writer: WARCWriter, target: str, asked: Headers, headers: dict[str, str]) -> None:
    parts = urlsplit(target)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    lines = [("Host", parts.netloc), *((name, _line(value)) for name, value in asked)]
    line = StatusAndHeaders(f"GET {path} HTTP/1.1", lines, is_http_request=True)
    writer.write_record(writer.create_warc_record(target, "request", http_headers=line, warc_headers_dict=headers))


def _write_fields(writer: WARCWriter, target: str, fields: Mapping[str, str], headers: dict[str, str]) -> None:
    text = "".join(f"{name}: {_line(value)}\r\n" for name, value in fields.items() if value)
    _write(writer, target, "metadata", text.encode("utf-8", "replace"), headers, FIELDS_TYPE)


def _write(writer: WARCWriter, target: str, kind: str, data: bytes, headers: dict[str, str], media_type: str) -> None:
    record = writer.create_warc_record(
        target,
        kind,
        payload=BytesIO(data),
        length=len(data),
        warc_content_type=media_type,
        warc_headers_dict=headers | {"WARC-Payload-Digest": digest_of(data)},
    )
    writer.write_record(record)


def digest_of(data: bytes) -> str:
    """Return a payload digest as web archives write it."""
    return "sha1:" + base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()


def _http_headers(exchange: Exchange, status: int) -> StatusAndHeaders:
    reason = http.HTTPStatus(status).phrase if status in set(http.HTTPStatus) else "Unknown"
    headers = [(_line(name), _line(value)) for name, value in exchange.headers]
    headers.append(("content-length", str(len(exchange.body))))
    return StatusAndHeaders(f"{status} {reason}", headers, protocol="HTTP/1.1")


def _line(value: str) -> str:
    return value.replace("\r", " ").replace("\n", " ").replace("\0", " ")


def _content_type(exchange: Exchange) -> str:
    return next((value for name, value in exchange.headers if name == "content-type"), "application/octet-stream")


def _id_of(*parts: str) -> str:
    return f"<urn:uuid:{uuid.uuid5(_NAMES, chr(0).join(parts))}>"


def _date(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%S.%f}Z"
