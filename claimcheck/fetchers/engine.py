"""The engine: one ``Call`` → one ``Response``, by aiohttp, to vetted addresses only.

aiohttp, because its ``socket_factory`` sees the address of every connection, literal ones included, after the lookup
and before the first packet: what is vetted there is what is dialled.  httpx has no public hook there, and its pool of
connections costs ten times the processor time; its requests and responses alone, on this engine, took as much time of
a page as the engine itself.  Each error is raised from its true cause, which not every client tells: the ready-made
bridge between the two (httpx-aiohttp) reports refused, reset and unknown hosts all as a timeout.

Three sessions, for three ways out: guarded for everyone, open for the hosts that the user exempts, and through the
user's own proxy.  They share no connections, so none that was opened unguarded serves a guarded request.

HTTP/2 is not spoken.  It saves connections where one host is asked for many things at once, and a host gets two
requests at once here, over connections that are kept.  As measured, two at once to one host over TLS, pages of 20 kB:
aiohttp takes 0.24 ms of processor time a page, httpx over HTTP/1.1 1.40 ms and over HTTP/2 2.12 ms, medians of three.
"""

import socket
import ssl
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from enum import Enum, auto
from functools import lru_cache
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.typedefs import StrOrURL
from yarl import URL

from claimcheck.fetchers.addresses import Exemptions, ForbiddenAddressError, refusal_of, refusal_of_host
from claimcheck.fetchers.certificates import EXPIRED, NOT_YET, OutOfTimeError, describe_fault, fetch_dates
from claimcheck.fetchers.names import Resolver
from claimcheck.fetchers.ports import refusal_of_port
from claimcheck.fetchers.proxies import Proxies, UnusableProxyError
from claimcheck.fetchers.targets import Target
from claimcheck.fetchers.trust import Trust
from claimcheck.fetchers.wire import Call, EngineError, Fault

LONGEST_FIELD = 65_536
"""Of one header, in bytes: content security policies of 9 kB are common, and the engine refuses them by default."""
KEPT_OPEN = 5.0
"""Seconds: longer than a host's spacing, short enough that a thousand hosts do not stay connected."""
BEHIND_A_PROXY = (
    "the proxy of the environment looks names up itself: behind it, private addresses are refused only where they are "
    "written out, not where a name leads to them"
)
_OWN_HEADERS = frozenset({"Accept", "Accept-Encoding", "User-Agent", "Content-Type"})
"""Those that aiohttp would add by itself."""


class _Way(Enum):
    GUARDED = auto()
    EXEMPT = auto()
    PROXIED = auto()


class _VettingResolver(AbstractResolver):
    """Looks names up, and forgets the addresses that may not be dialled."""

    def __init__(self, resolver: Resolver, *, guarded: bool) -> None:
        self._resolver = resolver
        self._guarded = guarded

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Return the addresses of a host that may be dialled.

        Raises:
            OSError: there is no such host.
            ForbiddenAddressError: there is none that may be dialled.
        """
        del family
        found = await self._resolver.addresses(host, port)
        if not found:
            raise socket.gaierror(socket.EAI_NONAME, "no address")
        refusals = [refusal_of(address) if self._guarded else "" for address in found]
        if all(refusals):
            kinds = (f"{address}, {refusal}" for address, refusal in zip(found, refusals, strict=True))
            raise ForbiddenAddressError(f"{host} is {'; '.join(kinds)}")
        return [
            ResolveResult(
                hostname=host, host=address, port=port, family=socket.AF_UNSPEC, proto=0, flags=socket.AI_NUMERICHOST
            )
            for address, refusal in zip(found, refusals, strict=True)
            if not refusal
        ]

    async def close(self) -> None:
        """Leave the resolver to its owner."""


class AiohttpEngine:
    """Sends calls; the body of a response is what the server sent, still compressed."""

    def __init__(
        self,
        *,
        exemptions: Exemptions,
        resolver: Resolver,
        proxies: Proxies,
        trust: Trust,
        warn: Callable[[str], None] = lambda _: None,
    ) -> None:
        """Prepare to send; ``warn`` is told once where a proxy is used, what the guard cannot see behind it."""
        self._exemptions = exemptions
        self._resolver = resolver
        self._proxies = proxies
        self._trust = trust
        self._warn = warn
        self._sessions: dict[_Way, aiohttp.ClientSession] = {}
        self._told = False

    async def send(self, call: Call, /) -> "_Response":
        """Return the head of the answer, its body not yet read.

        Raises:
            EngineError: from the true cause.
        """
        target = call.target
        try:
            way, proxy = self._way_to(target, foreign=call.foreign)
            response = await self._session(way).request(
                "GET" if call.form is None else "POST",
                URL(target.url, encoded=True),
                data=call.form or None,
                headers=call.headers,
                allow_redirects=False,
                proxy=proxy or None,
                ssl=self._context_for(call, way),
                timeout=_timeout(call.connect, call.idle),
            )
        except aiohttp.ClientConnectorCertificateError as error:
            raise _unfold(error) from await self._dated(target, error.certificate_error)
        except _ResetError as error:
            raise _unfold(error.error) from _cause(error.error)
        except (TimeoutError, aiohttp.ClientError, OSError, UnusableProxyError, ValueError) as error:
            raise _unfold(error) from _cause(error)
        return _Response(response)

    async def aclose(self) -> None:
        """Close every connection and let go of the resolver."""
        for session in self._sessions.values():
            await session.close()
        await self._resolver.aclose()

    def _context_for(self, call: Call, way: _Way) -> ssl.SSLContext | bool:
        """Return whom TLS trusts; what needs no TLS does not wait until the authorities are read."""
        if call.target.scheme == "http" and way is not _Way.PROXIED:
            return True
        return self._trust.everyone if call.foreign else self._trust.context_for(call.target.url)

    async def _dated(self, target: Target, error: Exception) -> Exception:
        """Return the fault of a certificate, with the day where it is one of time."""
        code = error.verify_code if isinstance(error, ssl.SSLCertVerificationError) else 0
        way, _ = self._way_to(target)
        if code not in {NOT_YET, EXPIRED} or way is _Way.PROXIED:
            return error
        try:
            found = await self._resolver.addresses(target.host, target.port)
        except OSError:
            return error
        allowed = [address for address in found if way is _Way.EXEMPT or not refusal_of(address)]
        dates = await fetch_dates(allowed, target.port, target.host)
        words = describe_fault(code, dates, datetime.now(tz=UTC))
        return OutOfTimeError(words) if words else error

    def _way_to(self, target: Target, *, foreign: bool = False) -> tuple[_Way, StrOrURL]:
        if not foreign and self._exemptions.allow(target.scheme, target.host, target.port):
            return _Way.EXEMPT, ""
        if refusal := refusal_of_port(target.port):
            raise ForbiddenAddressError(refusal)
        proxy = self._proxies.proxy_for(target.scheme, target.host)
        if not proxy:
            return _Way.GUARDED, ""
        if refusal := refusal_of_host(target.host):
            raise ForbiddenAddressError(f"{target.host} is {refusal}")
        if not self._told:
            self._told = True
            self._warn(BEHIND_A_PROXY)
        return _Way.PROXIED, proxy

    def _session(self, way: _Way) -> aiohttp.ClientSession:
        if way not in self._sessions:
            guarded = way is _Way.GUARDED
            connector = aiohttp.TCPConnector(
                limit=0,
                keepalive_timeout=KEPT_OPEN,
                resolver=_VettingResolver(self._resolver, guarded=guarded),
                socket_factory=_dial_vetted if guarded else None,
            )
            self._sessions[way] = aiohttp.ClientSession(
                connector=connector,
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                middlewares=(_send_once,),
                skip_auto_headers=_OWN_HEADERS,
                max_line_size=LONGEST_FIELD,
                max_field_size=LONGEST_FIELD,
            )
        return self._sessions[way]


class _ResetError(Exception):
    """A connection that was reset under a request, in a form that the engine does not repeat the request for."""

    def __init__(self, error: aiohttp.ClientOSError) -> None:
        super().__init__(str(error))
        self.error = error


async def _send_once(request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
    """Send a request, and let no reset of a kept connection make the engine send it again by itself.

    Such a repeat passes by the host's queue and by the count of retries, and nobody learns of it.  A kept connection
    that the server had closed in the meantime is another matter: it never saw the request (RFC 9112, section 9.3.1).
    """
    try:
        return await handler(request)
    except aiohttp.ClientConnectorError:
        raise
    except aiohttp.ClientOSError as error:
        raise _ResetError(error) from error


def _dial_vetted(info: tuple[Any, ...]) -> socket.socket:
    family, kind, protocol, _name, address = info
    if refusal := refusal_of(str(address[0])):
        raise ForbiddenAddressError(f"{address[0]} is {refusal}")
    return socket.socket(family, kind, protocol)


class _Response:
    """The head of an answer, and its body as it comes in."""

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self.status = response.status
        self.headers = tuple(_read_header(name, value) for name, value in response.raw_headers)
        self._response = response

    async def chunks(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in self._response.content.iter_any():
                yield chunk
        except (TimeoutError, aiohttp.ClientError, OSError, aiohttp.http.HttpProcessingError) as error:
            raise _unfold(error) from _cause(error)

    def close(self) -> None:
        self._response.close()


@lru_cache(maxsize=16)
def _timeout(connect: float, idle: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=None, connect=connect, sock_read=idle)


def _read_header(name: bytes, value: bytes) -> tuple[str, str]:
    """Return a header as text: UTF-8 where it is that, as browsers read it, else Latin-1 (RFC 9110, section 5.5).

    Bytes of an address that are no UTF-8 are kept as surrogates, and go out again as they came.
    """
    key = name.decode("latin-1").lower()
    try:
        return key, value.decode()
    except UnicodeDecodeError:
        return key, value.decode("utf-8", "surrogateescape") if key == "location" else value.decode("latin-1")


def _cause(error: Exception) -> BaseException:
    """Return the error that says what happened: of the socket, of TLS, of the parser."""
    match error:
        case aiohttp.ClientConnectorCertificateError():
            return error.certificate_error
        case aiohttp.ClientConnectorError():
            return error.os_error
        case aiohttp.ClientResponseError() | aiohttp.ClientPayloadError():
            return error.__cause__ or error
        case _:
            return error


def _unfold(error: Exception) -> EngineError:
    """Return at which point of a call an error of the library came."""
    match error:
        case aiohttp.ConnectionTimeoutError():
            fault = Fault.NO_CONNECTION
        case TimeoutError():
            fault = Fault.SILENCE
        case aiohttp.ClientProxyConnectionError() | aiohttp.ClientHttpProxyError() | UnusableProxyError():
            fault = Fault.PROXY
        case aiohttp.ClientConnectorError() | ForbiddenAddressError():
            fault = Fault.BROKEN
        case aiohttp.ClientResponseError() | aiohttp.http.HttpProcessingError():
            fault = Fault.NOT_HTTP
        case aiohttp.ClientPayloadError() | aiohttp.ServerDisconnectedError() | OSError() | ssl.SSLError():
            fault = Fault.BROKEN
        case _:
            fault = Fault.UNASKABLE
    return EngineError(fault, str(error))
