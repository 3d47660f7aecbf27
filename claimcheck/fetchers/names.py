"""Host names → addresses, as a port, in threads of its own.

The system's lookup blocks a thread, and the event loop's own pool has a handful of them: a few hosts that do not
answer would hold up every other lookup, and the reading of files with them.
"""

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

from claimcheck.domains import domain_of

LOOKUPS_AT_ONCE = 16
NO_SUCH_HOST = frozenset(
    {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME), getattr(socket, "EAI_ADDRFAMILY", -9)}
)
"""The numbers of the errors by which a lookup says that there is no such host."""
ENOUGH_SILENCE = 16
"""Lookups without an answer, when there was never one, after which nobody is asked any more."""


class Resolver(Protocol):
    """Whoever knows the addresses of a host."""

    async def addresses(self, host: str, port: int, /) -> list[str]:
        """Return the IP addresses of a host, most preferred first.

        Raises:
            OSError: there is no such host, or nobody to ask.
        """
        ...

    async def aclose(self) -> None:
        """Let go of everything held."""
        ...


class SystemResolver:
    """The machine's own lookup: its hosts file, its name servers."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(LOOKUPS_AT_ONCE, thread_name_prefix="lookup")

    async def addresses(self, host: str, port: int, /) -> list[str]:
        """Return the addresses that the machine knows of a host."""
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(self._threads, _look_up, host, port)
        return list(dict.fromkeys(found))

    async def aclose(self) -> None:
        """Let go of the threads, without waiting for a lookup that hangs."""
        self._threads.shutdown(wait=False, cancel_futures=True)


class LostHostError(socket.gaierror):
    """There is no such host, though the domain that it belongs to is there."""


class SearchingResolver:
    """Looks up, of a host that is nowhere, its domain: whoever cited the host learns whether the site is lost with it.

    A site that drops the host ``www`` or ``old`` of its domain has moved its pages as often as it has removed them;
    the address that is cited leads nowhere either way.  Where nobody can say of the domain, nobody is believed of the
    host: a name server that fails denies what there is.
    """

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver

    async def addresses(self, host: str, port: int, /) -> list[str]:
        """Return the addresses of a host.

        Raises:
            LostHostError: it is nowhere, and its domain is not.
            OSError: there is no such host, or nobody to ask.
        """
        try:
            found = await self._resolver.addresses(host, port)
        except socket.gaierror as error:
            if error.errno in NO_SUCH_HOST:
                await self._look_for_domain(host)
            raise
        if not found:
            await self._look_for_domain(host)
        return found

    async def _look_for_domain(self, host: str) -> None:
        """Look up the domain of a host that is nowhere, where it is another name.

        Raises:
            LostHostError: the domain is there.
            OSError: nobody could say whether it is.
        """
        name = host.rstrip(".").lower()
        domain = domain_of(name)
        if domain == name:
            return
        try:
            found = await self._resolver.addresses(domain, 0)
        except socket.gaierror as error:
            if error.errno in NO_SUCH_HOST:
                return
            raise
        if found:
            raise LostHostError(socket.EAI_NONAME, domain)

    async def aclose(self) -> None:
        """Let go of what the resolver holds."""
        await self._resolver.aclose()


class ImpatientResolver:
    """Waits so long for a lookup; where nobody ever answers one, soon asks no more.

    Without a network each lookup takes ten seconds to fail, and a thousand of them a quarter of an hour.  One answer,
    be it that there is no such host, shows that somebody is there to ask, and from then on every host is asked for.
    """

    def __init__(self, resolver: Resolver, seconds: float) -> None:
        self._resolver = resolver
        self._seconds = seconds
        self._answered = False
        self._silences = 0

    async def addresses(self, host: str, port: int, /) -> list[str]:
        """Return the addresses of a host; fail after so long, or at once where nobody answers anything."""
        if not self._answered and self._silences >= ENOUGH_SILENCE:
            raise socket.gaierror(socket.EAI_AGAIN, "nobody answers")
        try:
            async with asyncio.timeout(self._seconds):
                found = await self._resolver.addresses(host, port)
        except TimeoutError:
            self._silences += 1
            raise socket.gaierror(socket.EAI_AGAIN, "nobody answered") from None
        except socket.gaierror as error:
            if error.errno == socket.EAI_AGAIN:
                self._silences += 1
            else:
                self._answered = True
            raise
        self._answered = True
        return found

    async def aclose(self) -> None:
        """Let go of what the resolver holds."""
        await self._resolver.aclose()


def _look_up(host: str, port: int) -> list[str]:
    try:
        infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG)
    except UnicodeError:
        raise socket.gaierror(socket.EAI_NONAME, "no host can have this name") from None
    return [str(sockaddr[0]) for _family, _type, _proto, _name, sockaddr in infos]
