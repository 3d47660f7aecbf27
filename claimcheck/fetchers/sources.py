"""Stage 3, fetch: Source → Fetched.  Files from disk, everything else from the web, unless the run is offline.

The web's half is loaded when the first source needs it: the engine takes a quarter of a second to import, and a run
over files, or one without a network, does without.
"""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.archived import Reply
from claimcheck.enums import State
from claimcheck.fetchers.addresses import Exemptions
from claimcheck.fetchers.files import FileFetcher
from claimcheck.fetchers.settings import FetchSettings
from claimcheck.model import Fetched, Source
from claimcheck.ports import Holdings

if TYPE_CHECKING:
    from claimcheck.exchanges import Recorder
    from claimcheck.fetchers.clock import Clock
    from claimcheck.fetchers.names import Resolver
    from claimcheck.fetchers.replaying import ReplayedFetcher
    from claimcheck.fetchers.web import WebFetcher


class SourceFetcher:
    """Fetches each source the way its address says."""

    def __init__(  # noqa: PLR0913 - each is a port, given by its name
        self,
        root: Path,
        settings: FetchSettings | None = None,
        *,
        offline: bool = False,
        clock: "Clock | None" = None,
        resolver: "Resolver | None" = None,
        held: Holdings | None = None,
        recorder: "Recorder | None" = None,
        warn: Callable[[str], None] = lambda _: None,
    ) -> None:
        """Prepare to fetch; nothing is opened yet.

        Args:
            root: the folder that ``file:`` sources are relative to and may not leave.
            settings: the limits; the defaults where none are given.
            offline: whether the web is left alone.
            clock: the time that pacing goes by; the machine's where none is given.
            resolver: who knows the addresses of hosts; the machine where none is given.
            held: what is known from earlier runs; a server is asked whether the pages held have changed.
            recorder: who keeps all that comes back; where there is one, pages are asked for whole.
            warn: told, in a line, what the user should know and no outcome says.

        Raises:
            UsageError: an entry of ``allow_private`` is not a host.
        """
        self._settings = settings or FetchSettings()
        self._files = FileFetcher(root, self._settings)
        self._exemptions = Exemptions(self._settings.allow_private)
        self._offline = offline
        self._clock = clock
        self._resolver = resolver
        self._held = held
        self._recorder = recorder
        self._warn = warn
        self._web: WebFetcher | None = None

    async def fetch(self, source: Source, /, *, patient: bool = True) -> Fetched:
        """Return what is at the source's address; whatever the network or the disk does is a state."""
        if source.path is not None:
            return await self._fetch_file(source)
        if self._offline:
            detail = "no page of it is remembered, and --offline asks for none"
            return Fetched(source, State.UNREADABLE, final_url=source.address, detail=detail, unseen="not looked at")
        return await self._open_web().fetch(source, patient=patient)

    async def ask(self, url: str, /, *, headers: tuple[tuple[str, str], ...] = (), post: bytes | None = None) -> Reply:
        """Return what a server answers when it is asked once, its redirects not followed; nothing offline."""
        if self._offline:
            return Reply(url, trouble="not asked: --offline", asked=False)
        return await self._open_web().ask(url, headers=headers, post=post)

    async def render(self, fetched: Fetched, /) -> Fetched:
        """Return a page of the web as its scripts show it; anything else as it was."""
        if fetched.source.path is not None or self._offline:
            return fetched
        rendered = await self._open_web().render(fetched)
        if self._recorder is not None:
            from claimcheck.fetchers.recording import exchange_of_render  # noqa: PLC0415 - only for a run that records

            exchange = exchange_of_render(rendered, datetime.now(tz=UTC))
            if exchange is not None:
                await asyncio.to_thread(self._recorder.record, exchange)
        return rendered

    async def aclose(self) -> None:
        """Close every connection."""
        if self._web is not None:
            await self._web.aclose()

    async def _fetch_file(self, source: Source) -> Fetched:
        fetched = await self._files.fetch(source)
        if self._recorder is not None:
            from claimcheck.fetchers.recording import exchange_of_file  # noqa: PLC0415 - only for a run that records

            await asyncio.to_thread(self._recorder.record, exchange_of_file(fetched, datetime.now(tz=UTC)))
        return fetched

    def _open_web(self) -> "WebFetcher":
        if self._web is None:
            from claimcheck.fetchers.web import WebFetcher  # noqa: PLC0415 - the engine is slow to import

            self._web = WebFetcher(
                self._settings,
                self._exemptions,
                clock=self._clock,
                resolver=self._resolver,
                held=self._held,
                recorder=self._recorder,
                warn=self._warn,
            )
        return self._web


class OnceFetcher:
    """Fetches by another fetcher, and tries nothing again: for what is asked in passing, and may well not be there."""

    def __init__(self, fetcher: "SourceFetcher | ReplayedFetcher") -> None:
        self._fetcher = fetcher

    async def fetch(self, source: Source, /) -> Fetched:
        """Return what came of asking once."""
        return await self._fetcher.fetch(source, patient=False)

    async def aclose(self) -> None:
        """Leave the other fetcher to its owner."""
