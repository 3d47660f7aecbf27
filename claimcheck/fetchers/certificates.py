"""A certificate that is out of its time → since when, read from the certificate itself.

What refuses a certificate tells its fault and hands nothing of it on, so the server is asked once more for it, and for
nothing else: no request is sent to whoever cannot show who he is.  The two dates are all that is read of it, and stand
at a fixed place (RFC 5280, section 4.1), so no library for certificates is needed.
"""

import asyncio
import contextlib
import ssl
from collections.abc import Iterable
from datetime import UTC, datetime

_LONGEST_HANDSHAKE = 5.0
_VERSION, _SHORT_YEAR, _LONG_YEAR = 0xA0, 0x17, 0x18
_BEFORE_VALIDITY = 3
"""Serial number, algorithm and issuer come before the dates."""
_MANY_BYTES = 0x80
_TURN_OF_CENTURY = 50
"""Two digits of a year below this are of this century (RFC 5280, section 4.1.2.5.1)."""
NOT_YET, EXPIRED = 9, 10
"""OpenSSL's verification codes for the two faults of time."""


class OutOfTimeError(OSError):
    """A certificate that was valid once, or will be; the message says until or from which day."""


async def fetch_dates(addresses: Iterable[str], port: int, host: str) -> tuple[datetime, datetime] | None:
    """Return from when until when the certificate of a server is valid; none where that cannot be had.

    Args:
        addresses: the IP addresses to ask, each allowed to be dialled.
        port: the port to ask at.
        host: the name that the server is asked as.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # looked at, and trusted with nothing
    for address in addresses:
        with contextlib.suppress(OSError, TimeoutError):
            async with asyncio.timeout(_LONGEST_HANDSHAKE):
                _, writer = await asyncio.open_connection(address, port, ssl=context, server_hostname=host)
            try:
                held: ssl.SSLObject = writer.get_extra_info("ssl_object")
                return read_dates(held.getpeercert(binary_form=True) or b"")
            finally:
                writer.transport.abort()
    return None


def describe_fault(code: int, dates: tuple[datetime, datetime] | None, now: datetime) -> str:
    """Return what is wrong with the time of a certificate, with the day; empty where its own dates do not say."""
    if dates is None:
        return ""
    begins, ends = dates
    if code == EXPIRED and ends < now:
        return f"the certificate has expired on {ends:%Y-%m-%d}"
    if code == NOT_YET and begins > now:
        return f"the certificate is not valid before {begins:%Y-%m-%d}"
    return ""


def read_dates(certificate: bytes) -> tuple[datetime, datetime] | None:
    """Return from when until when a certificate in DER is valid; none where it is not one."""
    try:
        signed = _children(_children(certificate)[0][1])[0][1]
        fields = [field for field in _children(signed) if field[0] != _VERSION]
        begins, ends = (_read_time(kind, value) for kind, value in _children(fields[_BEFORE_VALIDITY][1]))
    except (IndexError, ValueError):
        return None
    return begins, ends


def _children(data: bytes) -> list[tuple[int, bytes]]:
    """Return the tags and the contents of the first few values that follow each other."""
    found: list[tuple[int, bytes]] = []
    while data and len(found) <= 2 * _BEFORE_VALIDITY:
        kind, content, data = _first(data)
        found.append((kind, content))
    return found


def _first(data: bytes) -> tuple[int, bytes, bytes]:
    kind, length, start = data[0], data[1], 2
    if length >= _MANY_BYTES:
        start += length - _MANY_BYTES
        length = int.from_bytes(data[2:start], "big")
    return kind, data[start : start + length], data[start + length :]


def _read_time(kind: int, value: bytes) -> datetime:
    text = value.decode("ascii")
    if kind == _SHORT_YEAR:
        text = ("20" if int(text[:2]) < _TURN_OF_CENTURY else "19") + text
    elif kind != _LONG_YEAR:
        raise ValueError(kind)
    return datetime.strptime(text, "%Y%m%d%H%M%SZ").replace(tzinfo=UTC)
