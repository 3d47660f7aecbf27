"""Host names → addresses, as a port, in threads of its own.

The system's lookup blocks a thread, and the event loop's own pool has a handful of them: a few hosts that do not
answer would hold up every other lookup, and the reading of files with them.
"""

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

LOOKUPS_AT_ONCE = 16


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


def _look_up(host: str, port: int) -> list[str]:
    try:
        infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG)
    except UnicodeError:
        raise socket.gaierror(socket.EAI_NONAME, "no host can have this name") from None
    return [str(sockaddr[0]) for _family, _type, _proto, _name, sockaddr in infos]
