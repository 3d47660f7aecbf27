"""Replayed fetching: a source → what was at its address when it was recorded.  Nothing here reaches a network.

Each hop of a kept way goes through the redirects, the size caps and the bounded decoding of live fetching, and its end
is told in the same words; so a record that lies is read as warily as a server that does.
"""

from dataclasses import replace
from datetime import datetime
from pathlib import PurePosixPath

from claimcheck.archived import Reply
from claimcheck.enums import State
from claimcheck.exchanges import Exchange, Recordings
from claimcheck.fetchers.arrivals import arrive, reply_of
from claimcheck.fetchers.bodies import Body
from claimcheck.fetchers.decoding import PIECE
from claimcheck.fetchers.media_types import media_type_of, read_media_type
from claimcheck.fetchers.outcomes import Answer, Budget, Failure, Outcome, Request
from claimcheck.fetchers.redirects import RedirectedGetter
from claimcheck.fetchers.settings import FetchSettings
from claimcheck.model import Fetched, Location, Page, Source

_UNRECORDED = "not recorded"


class ReplayedGetter:
    """Answers from what was recorded."""

    def __init__(self, recordings: Recordings, settings: FetchSettings) -> None:
        self._recordings = recordings
        self._settings = settings
        self.answered: dict[str, datetime] = {}
        """When each address was answered that has been asked for."""

    async def get(self, request: Request, /) -> Outcome:
        """Return the newest outcome that was recorded of an address."""
        exchange = self._recordings.exchange_at(request.url)
        if exchange is None:
            return Failure(State.UNREADABLE, f"not in {self._recordings.name}")
        self.answered[request.url] = exchange.at
        if exchange.status is None:
            return Failure(
                exchange.state or State.UNREADABLE, exchange.detail or "no answer", unreachable=exchange.unreachable
            )
        return await _outcome(exchange, exchange.status, self._settings)


class ReplayedFetcher:
    """Fetches every source, on the web and on the disk alike, from what was recorded."""

    def __init__(self, recordings: Recordings, settings: FetchSettings | None = None) -> None:
        self._recordings = recordings
        self._settings = settings or FetchSettings()
        self._replayed = ReplayedGetter(recordings, self._settings)
        self._getter = RedirectedGetter(self._replayed, self._settings)

    async def fetch(self, source: Source, /, *, patient: bool = True) -> Fetched:  # noqa: ARG002 - nothing is tried again
        """Return what was at the source's address, and when."""
        if source.path is not None:
            return self._fetch_file(source)
        request = Request(source.address, source, Budget(self._settings.total))
        fetched = arrive(source, await self._getter.get(request))
        at = self._replayed.answered.get(fetched.hops[-1].url if fetched.hops else source.address)
        if at is None:
            return replace(fetched, unseen=_UNRECORDED)
        return replace(fetched, passing=False, read_at=at, age=_age(at))

    async def ask(self, url: str, /, *, headers: tuple[tuple[str, str], ...] = (), post: bytes | None = None) -> Reply:
        """Return what a server answered when it was asked the same; of what was not recorded, that it was not asked."""
        del headers
        if post is not None or self._recordings.exchange_at(url) is None:
            return Reply(url, trouble=f"not in {self._recordings.name}", asked=False)
        request = Request(url, Source(url, Location("", 1, 1)), Budget(self._settings.total))
        return reply_of(url, await self._replayed.get(request))

    async def render(self, fetched: Fetched, /) -> Fetched:
        """Return a page as a browser showed it when it was recorded; as it was where none did."""
        exchange = self._recordings.exchange_at(fetched.final_url, rendered=True)
        if exchange is None or fetched.page is None:
            return fetched
        media_type, charset = read_media_type(_header(exchange, "content-type"))
        body = exchange.body[: self._settings.page_bytes]
        page = Page(fetched.final_url, body, media_type or "text/html", charset, truncated=exchange.truncated)
        return replace(fetched, page=page, detail=exchange.detail or "read as its scripts showed it")

    async def aclose(self) -> None:
        """Hold nothing."""

    def _fetch_file(self, source: Source) -> Fetched:
        exchange = self._recordings.exchange_at(source.address)
        if exchange is None:
            detail = f"not in {self._recordings.name}"
            return Fetched(source, State.UNREADABLE, final_url=source.address, detail=detail, unseen=_UNRECORDED)
        media_type, _ = read_media_type(_header(exchange, "content-type"))
        media_type = media_type or source.media_type.lower() or media_type_of(PurePosixPath(source.path or "").name)
        page = Page(source.address, exchange.body, media_type, truncated=exchange.truncated) if exchange.body else None
        state = exchange.state or State.LIVE
        return Fetched(
            source,
            state,
            page,
            final_url=source.address,
            detail=exchange.detail,
            read_at=exchange.at,
            age=_age(exchange.at),
        )


def _age(at: datetime) -> str:
    return f"as recorded on {at.day} {at:%b %Y}"


async def _outcome(exchange: Exchange, status: int, settings: FetchSettings) -> Outcome:
    """Return what a recorded answer comes to, its body decoded within the bounds that a server's is."""
    coding, content_type = _header(exchange, "content-encoding"), _header(exchange, "content-type")
    body = Body(coding, read_media_type(content_type)[0], status, settings)
    whole = body.wanted and status // 100 != 3  # noqa: PLR2004 - redirects
    for start in range(0, len(exchange.body) if whole else 0, PIECE):
        if not await body.feed(exchange.body[start : start + PIECE], _take_no_turn):
            whole = False
            break
    if whole:
        body.close()
    headers = tuple((name.lower(), value) for name, value in exchange.headers)
    content = body.take_content()
    truncated = exchange.truncated or body.truncated
    answer = Answer(exchange.url, status, headers, content, truncated)
    if exchange.state is not None:
        return Failure(exchange.state, exchange.detail, answer=answer)
    if body.state is not None:
        return Failure(body.state, body.truncated, answer=answer)
    if truncated and status < 400:  # noqa: PLR2004 - an error says what it is in its first line
        return Failure(State.UNREADABLE, truncated, answer=answer)
    return answer


async def _take_no_turn(_size: int) -> None:
    """One page is decoded at a time."""


def _header(exchange: Exchange, name: str) -> str:
    return next((value for key, value in exchange.headers if key.lower() == name), "")
