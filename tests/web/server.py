"""A small web on loopback: several hosts (127.0.0.1, 127.0.0.2 …), one port, in a thread of its own.

A path leads to a ``Reply``, to a function of the request that makes one, or to a behaviour: a coroutine that holds the
raw connection and may do what no server should.  The web notes what it was asked, and how many requests were under way
at once.  It serves tests of coroutines, of plain functions and of child processes alike::

    with Web() as web:
        web.add("/a", Reply(body=b"<p>Sama employed 3,000 people.</p>"))
        web.add("/old", redirect(301, "/a"))
        web.add("/hang", hang)
        web.url("/a"), web.url("/a", host="127.0.0.2")
"""

import asyncio
import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

HOSTS = ("127.0.0.1", "127.0.0.2", "127.0.0.3")

_TLS_HANDSHAKE = b"\x16"


@dataclass(frozen=True)
class Asked:
    """One request as it came in."""

    host: str
    """The address that it was sent to."""
    path: str
    headers: dict[str, str]
    """Names in lower case."""
    at: float
    """Seconds, monotonic."""
    certified: bool = False
    """Whether whoever asked showed a certificate."""
    method: str = "GET"
    body: bytes = b""


@dataclass(frozen=True)
class Reply:
    """A whole answer.  ``Content-Length`` is added where no framing is given."""

    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),)
    reason: str = "X"
    after: float = 0.0
    """Seconds before the first byte."""

    def encode(self) -> bytes:
        """Return the bytes on the wire."""
        lines = [f"HTTP/1.1 {self.status} {self.reason}", *(f"{name}: {value}" for name, value in self.headers)]
        if not any(name.lower() in {"content-length", "transfer-encoding"} for name, _ in self.headers):
            lines.append(f"Content-Length: {len(self.body)}")
        return "\r\n".join([*lines, "", ""]).encode("utf-8") + self.body


def page(text: str, **more: object) -> Reply:
    """Return a page of HTML with this text in its body."""
    return Reply(body=f"<!doctype html><title>A page</title><p>{text}</p>".encode(), **more)  # type: ignore[arg-type]  # a builder for tests


def redirect(status: int, location: str, **more: object) -> Reply:
    """Return a redirect."""
    return Reply(status, headers=(("Location", location),), **more)  # type: ignore[arg-type]  # a builder for tests


Behaviour = Callable[[Asked, asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
Answer = Reply | Callable[[Asked], Reply] | Behaviour


@dataclass
class Web:
    """The hosts, what they answer, and what they were asked."""

    hosts: tuple[str, ...] = HOSTS
    tls: ssl.SSLContext | None = None
    asked: list[Asked] = field(default_factory=list)
    most_at_once: dict[str, int] = field(default_factory=dict)
    """By host, how many requests were under way at once at most."""
    connections: int = 0
    port: int = 0
    otherwise: Callable[[Asked], Reply] = field(default=lambda _asked: Reply(404))
    """What is answered at every other path."""
    _answers: dict[str, Answer] = field(default_factory=dict)
    _under_way: dict[str, int] = field(default_factory=dict)
    _open: set[asyncio.Task[None]] = field(default_factory=set)

    def add(self, path: str, answer: Answer) -> str:
        """Answer a path, with or without a query, on every host; return its address on the first one."""
        self._answers[path] = answer
        return self.url(path)

    def url(self, path: str, host: str | None = None) -> str:
        """Return the address of a path."""
        name = host or self.hosts[0]
        shown = f"[{name}]" if ":" in name else name
        return f"{'https' if self.tls else 'http'}://{shown}:{self.port}{path}"

    def paths(self) -> list[str]:
        """Return the paths asked for, in order."""
        return [asked.path for asked in self.asked]

    def __enter__(self) -> Self:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="web", daemon=True)
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._begin(), self._loop).result(10)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    async def _begin(self) -> None:
        for _ in range(20):
            self.port = 0
            sockets: list[socket.socket] = []
            try:
                for host in self.hosts:
                    sockets.append(_listen(host, self.port))
                    self.port = sockets[0].getsockname()[1]
            except OSError:
                # The port is taken on another of the hosts: try the next free one.
                for held in sockets:
                    held.close()
            else:
                self._servers = [await asyncio.start_server(self._serve, sock=s, ssl=self.tls) for s in sockets]
                return
        raise AssertionError("no port is free on all hosts")

    async def _end(self) -> None:
        for server in self._servers:
            server.close()
        for task in self._open:
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)
        # A connection whose handshake failed is known to the loop alone, which still has to close it.
        await asyncio.sleep(0.05)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        self.connections += 1
        host = str(writer.get_extra_info("sockname")[0])
        try:
            with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
                while await self._answer_one(host, reader, writer):
                    pass
        finally:
            self._open.discard(task)
            writer.close()

    async def _answer_one(self, host: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        first = await reader.readexactly(1)
        if first == _TLS_HANDSHAKE:
            await _send(Reply(400), writer)
            return False
        head = (first + await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        pairs = (line.partition(":") for line in head[1:] if line)
        headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
        shown = bool(writer.get_extra_info("peercert"))
        method, path = head[0].split(" ")[:2]
        body = await reader.readexactly(int(headers.get("content-length", "0") or 0))
        asked = Asked(host, path, headers, time.monotonic(), shown, method, body)
        self.asked.append(asked)
        self._under_way[host] = self._under_way.get(host, 0) + 1
        self.most_at_once[host] = max(self.most_at_once.get(host, 0), self._under_way[host])
        try:
            answer = self._answers.get(asked.path) or self._answers.get(asked.path.partition("?")[0])
            answer = answer or self.otherwise(asked)
            if isinstance(answer, Reply):
                return await _send(answer, writer)
            made = answer(asked) if _takes_one(answer) else answer(asked, reader, writer)  # type: ignore[call-arg,arg-type]  # told apart by their parameters
            if isinstance(made, Reply):
                return await _send(made, writer)
            await made
            return False
        finally:
            self._under_way[host] -= 1


def _takes_one(answer: Callable[..., object]) -> bool:
    code = getattr(answer, "__code__", None)
    return code is not None and code.co_argcount - (1 if hasattr(answer, "__self__") else 0) == 1


async def _send(reply: Reply, writer: asyncio.StreamWriter) -> bool:
    if reply.after:
        await asyncio.sleep(reply.after)
    writer.write(reply.encode())
    await writer.drain()
    return True


def _listen(host: str, port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(256)
    except OSError:
        listening.close()
        raise
    listening.setblocking(False)
    return listening
