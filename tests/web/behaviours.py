"""What no server should do, and some do: behaviours for ``web.server.Web``."""

import asyncio
import itertools
import socket
import struct

from web.server import Asked, Behaviour

_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


async def hang(_asked: Asked, reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    """Take the request and never answer."""
    await reader.read()


async def drip(_asked: Asked, _reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Send a byte now and then, for ever."""
    writer.write(_HEAD + b"Content-Length: 100000\r\n\r\n")
    while True:
        writer.write(b"z")
        await writer.drain()
        await asyncio.sleep(0.02)


async def drip_head(_asked: Asked, _reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Send a header now and then, for ever."""
    writer.write(_HEAD)
    for number in itertools.count():
        writer.write(b"X-%d: a\r\n" % number)
        await writer.drain()
        await asyncio.sleep(0.05)


async def endless(_asked: Asked, _reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Send a body that never ends, as fast as it is read."""
    writer.write(_HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
    chunk = b"10000\r\n" + b"y" * 65_536 + b"\r\n"
    while True:
        writer.write(chunk)
        await writer.drain()


async def reset(_asked: Asked, _reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Reset the connection instead of answering."""
    connection: socket.socket = writer.get_extra_info("socket")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


def raw(data: bytes) -> Behaviour:
    """Return the behaviour that sends these very bytes and closes."""

    async def send(_asked: Asked, _reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()

    return send


def cut_short(body: bytes, promised: int) -> Behaviour:
    """Return the behaviour that promises more bytes than it sends."""
    return raw(_HEAD + b"Content-Length: %d\r\n\r\n" % promised + body)


def drip_after(body: bytes) -> Behaviour:
    """Return the behaviour that sends this, and then a space now and then, for ever."""

    async def send(_asked: Asked, _reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(_HEAD + b"Content-Length: 10000000\r\n\r\n" + body)
        while True:
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.02)

    return send


def many_headers(count: int) -> Behaviour:
    """Return the behaviour that answers with so many headers."""
    return raw(_HEAD + b"".join(b"X-%d: a\r\n" % n for n in range(count)) + b"Content-Length: 2\r\n\r\nok")
