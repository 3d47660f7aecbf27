"""The web: an http(s) source → what is at its address.  Here the parts of this shelf are put together."""

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from claimcheck.archived import Reply
from claimcheck.exchanges import Recorder
from claimcheck.fetchers.addresses import Exemptions
from claimcheck.fetchers.arrivals import arrive, reply_of
from claimcheck.fetchers.clock import Clock, SystemClock
from claimcheck.fetchers.conditional import ConditionalGetter
from claimcheck.fetchers.credentials import Credentials, netrc_path
from claimcheck.fetchers.engine import AiohttpEngine
from claimcheck.fetchers.hosts import Hosts
from claimcheck.fetchers.http import HttpGetter
from claimcheck.fetchers.known_rules import KnownRulesGetter
from claimcheck.fetchers.names import ImpatientResolver, Resolver, SearchingResolver, SystemResolver
from claimcheck.fetchers.outcomes import Budget, Getter, Request
from claimcheck.fetchers.proxies import Proxies
from claimcheck.fetchers.redirects import RedirectedGetter
from claimcheck.fetchers.retry import PersistentGetter
from claimcheck.fetchers.room import Rooms
from claimcheck.fetchers.settings import FetchSettings
from claimcheck.fetchers.throttle import ThrottledGetter
from claimcheck.fetchers.trust import Trust
from claimcheck.model import Fetched, Location, Source
from claimcheck.ports import Holdings

if TYPE_CHECKING:
    from claimcheck.fetchers.browser import Browser

_NOWHERE = Location("", 1, 1)


class WebFetcher:
    """Fetches sources from the web, politely, within bounds, and from public addresses only."""

    def __init__(  # noqa: PLR0913 - each is a port, given by its name
        self,
        settings: FetchSettings,
        exemptions: Exemptions,
        *,
        clock: Clock | None = None,
        resolver: Resolver | None = None,
        held: Holdings | None = None,
        recorder: Recorder | None = None,
        warn: Callable[[str], None] = lambda _: None,
    ) -> None:
        clock = clock or SystemClock()
        deadline = math.inf if settings.run is None else clock.now() + settings.run
        self._settings = settings
        hosts = Hosts(settings.hosts)
        credentials = Credentials(hosts, netrc_path() if settings.netrc else None)
        self._engine = AiohttpEngine(
            exemptions=exemptions,
            resolver=SearchingResolver(ImpatientResolver(resolver or SystemResolver(), settings.lookup)),
            proxies=Proxies(),
            trust=Trust(hosts, settings.ca_file),
            warn=warn,
        )
        rooms = Rooms.of(settings)
        throttle = ThrottledGetter(
            HttpGetter(self._engine, settings, credentials, rooms), settings, clock, deadline, held
        )
        self._once: Getter = throttle
        persistent = PersistentGetter(throttle, settings, clock, deadline)
        getter: Getter = persistent
        if held is not None and recorder is None:
            getter = ConditionalGetter(getter, held, settings, rooms)
        if settings.robots:
            from claimcheck.fetchers.robots import RobotsGetter  # noqa: PLC0415 - only where it is obeyed

            rules: Getter = RedirectedGetter(persistent, settings)
            if held is not None:
                rules = KnownRulesGetter(rules, held, clock)
            getter = RobotsGetter(getter, rules, throttle, settings)
        self._getter = self._for_scripts = RedirectedGetter(getter, settings)
        if recorder is not None:
            from claimcheck.fetchers.recording import RecordingGetter  # noqa: PLC0415 - only for a run that records

            self._getter = RedirectedGetter(RecordingGetter(getter, recorder), settings)
            self._once = RecordingGetter(throttle, recorder)
        self._browser: Browser | None = None

    async def fetch(self, source: Source, /, *, patient: bool = True) -> Fetched:
        """Return what is at the source's address; ``patient`` is whether what may pass is tried again."""
        request = Request(source.address, source, Budget(self._settings.total), patient=patient)
        return arrive(source, await self._getter.get(request))

    async def ask(self, url: str, /, *, headers: tuple[tuple[str, str], ...] = (), post: bytes | None = None) -> Reply:
        """Return what a server answers when it is asked once, for what no source is."""
        source = Source(url, _NOWHERE)
        request = Request(
            url, source, Budget(self._settings.total), patient=False, cited=False, conditions=headers, post=post
        )
        return reply_of(url, await self._once.get(request))

    async def render(self, fetched: Fetched, /) -> Fetched:
        """Return a page as its scripts show it.

        Raises:
            UsageError: there is no browser.
        """
        if self._browser is None:
            from claimcheck.fetchers.browser import Browser  # noqa: PLC0415 - only where a page needs it

            self._browser = Browser(self._for_scripts, self._settings)
        return await self._browser.render(fetched)

    async def aclose(self) -> None:
        """Close the browser and every connection."""
        if self._browser is not None:
            await self._browser.aclose()
        await self._engine.aclose()
