"""One GET: a request → a server's answer, or the failure with its cause; no redirect is followed, nothing is retried.

Every source is asked with GET, once, and its body read: a HEAD saves nothing where the text is wanted, and many
servers answer it wrongly.
"""

import asyncio
from urllib.parse import urlsplit

from claimcheck._version import __version__
from claimcheck.enums import State
from claimcheck.fetchers.addresses import refusal_of_host
from claimcheck.fetchers.bodies import Body, read_length
from claimcheck.fetchers.credentials import Credentials, CredentialsError
from claimcheck.fetchers.failures import read_failure
from claimcheck.fetchers.hosts import origin_of
from claimcheck.fetchers.media_types import read_media_type
from claimcheck.fetchers.outcomes import Answer, Failure, Outcome, Request
from claimcheck.fetchers.room import Floor, Rooms, Share
from claimcheck.fetchers.settings import FetchSettings
from claimcheck.fetchers.targets import NoTargetError, target_of
from claimcheck.fetchers.wire import Call, Engine, EngineError, Fault, Response, header_of
from claimcheck.text import printable

HEADERS = {
    "User-Agent": f"claimcheck/{__version__} (+https://pypi.org/project/claimcheck-cli/)",
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.9,application/json;q=0.8,*/*;q=0.7",
    "Accept-Encoding": "gzip, deflate, br, zstd",
    "Accept-Language": "en,*;q=0.5",
}
"""Who asks, honestly, and what can be read.  No cookies, no Referer."""

_KEPT_OPEN = {"Connection": "keep-alive"}
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class HttpGetter:
    """Asks once, within the time and the size that the settings give."""

    def __init__(
        self,
        engine: Engine,
        settings: FetchSettings,
        credentials: Credentials,
        rooms: Rooms | None = None,
    ) -> None:
        self._engine = engine
        self._credentials = credentials
        self._settings = settings
        self._rooms = rooms or Rooms.of(settings)

    async def get(self, request: Request, /) -> Outcome:
        """Return the answer, or why there is none."""
        loop = asyncio.get_running_loop()
        started = loop.time()
        exchange = _Exchange(self._settings, self._rooms.for_request(patient=request.patient))
        try:
            foreign = request.confined and origin_of(request.url) != origin_of(request.source.address)
            wanted = {"Accept": request.accept} if request.accept else {}
            own = {} if foreign else self._credentials.headers_for(request.source, request.url)
            exchange.private = bool(own) or self._credentials.show_certificate(request.url)
            headers = _merge(dict(request.conditions), wanted, own)
            async with asyncio.timeout(request.budget.left) as exchange.timeout:
                await self._exchange(request, headers, exchange, foreign=foreign)
            return exchange.outcome(request.url)
        except CredentialsError as error:
            return Failure(State.UNREADABLE, str(error))
        except TimeoutError:
            overdue = request.budget.overdue
            words = "the run's time was over" if overdue else f"not done within {self._settings.total:g} s"
            return exchange.cut_short(request.url, Failure(State.TIMEOUT, words, passing=True))
        except (NoTargetError, UnicodeError):
            return _unaskable(request.url)
        except EngineError as error:
            if error.fault is Fault.UNASKABLE:
                return _unaskable(request.url)
            failure = read_failure(error, connect=self._settings.connect, idle=self._settings.idle)
            return exchange.cut_short(request.url, failure)
        finally:
            request.budget.left -= loop.time() - started - exchange.waited

    async def _exchange(self, request: Request, own: dict[str, str], exchange: "_Exchange", *, foreign: bool) -> None:
        call = Call(
            target_of(request.url),
            _merge(HEADERS, _KEPT_OPEN, _FORM if request.post is not None else {}, own),
            connect=self._settings.connect,
            idle=self._settings.idle,
            form=request.post,
            foreign=foreign,
        )
        response = await self._engine.send(call)
        try:
            body = exchange.begin(response)
            if body is not None:
                async for chunk in response.chunks():
                    if not await body.feed(chunk, exchange.grow):
                        return
                body.close()
        finally:
            response.close()


def _merge(*layers: dict[str, str]) -> dict[str, str]:
    """Return all headers; of those of one name, in whatever case, the last."""
    named = {name.lower(): (name, value) for layer in layers for name, value in layer.items()}
    return dict(named.values())


def _unaskable(url: str) -> Failure:
    """Return why an address is none: ``http://2130706433/`` is one that hides another."""
    host = urlsplit(url).hostname or ""
    if refusal := refusal_of_host(host):
        return Failure(State.FORBIDDEN_ADDRESS, f"{printable(host)} is {refusal}: not reached without --allow-private")
    return Failure(State.UNREADABLE, "the address cannot be asked for")


class _Exchange:
    """What has come in so far, so that it is not lost when time runs out."""

    def __init__(self, settings: FetchSettings, floor: Floor) -> None:
        self._settings = settings
        self._floor = floor
        self._share: Share | None = None
        self.timeout: asyncio.Timeout | None = None
        self.private = False
        """Whether the user's own credentials were sent along."""
        self.waited = 0.0
        """Seconds spent waiting for memory; they are not the server's."""
        self._response: Response | None = None
        self._body: Body | None = None

    def begin(self, response: Response) -> Body | None:
        """Take the head of a response; return its body to fill, or none where it is of no interest."""
        self._response = response
        if response.status // 100 == 3:  # noqa: PLR2004 - redirects
            return None
        media_type, _ = read_media_type(header_of(response.headers, "content-type"))
        coding = header_of(response.headers, "content-encoding")
        length = read_length(header_of(response.headers, "content-length"))
        self._body = Body(coding, media_type, response.status, self._settings, length)
        return self._body if self._body.wanted else None

    async def grow(self, size: int) -> None:
        """Wait until the body may become so large; meanwhile no time runs."""
        loop = asyncio.get_running_loop()
        started, ends = loop.time(), self.timeout.when() if self.timeout else None
        if self.timeout is not None and ends is not None:
            self.timeout.reschedule(None)
        before = self._share
        self._share = await self._floor.take(size)
        if before is not None:
            before.shrink(0)
        self.waited += loop.time() - started
        if self.timeout is not None and ends is not None:
            self.timeout.reschedule(ends + loop.time() - started)

    def outcome(self, url: str) -> Outcome:
        """Return the answer, or the failure that its body is."""
        answer = self._answer(url)
        if self._body is not None and self._body.state is not None:
            return Failure(self._body.state, self._body.truncated, answer=answer)
        return answer

    def cut_short(self, url: str, failure: Failure) -> Outcome:
        """Return a failure together with what had come in before it."""
        if self._response is None:
            return failure
        answer = self._answer(url, truncated=failure.detail)
        if answer.status >= 400:  # noqa: PLR2004 - an error says what it is in its first line
            return answer
        return Failure(failure.state, failure.detail, passing=failure.passing, answer=answer)

    def _answer(self, url: str, truncated: str = "") -> Answer:
        if self._response is None:
            raise AssertionError("an exchange without an error has a response")
        content = self._body.take_content() if self._body is not None else b""
        if self._share is not None:
            self._share.shrink(len(content))
        return Answer(
            url,
            self._response.status,
            self._response.headers,
            content,
            truncated or (self._body.truncated if self._body is not None else ""),
            share=self._share,
            private=self.private,
        )
