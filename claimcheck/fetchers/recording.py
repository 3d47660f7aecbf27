"""Recorded fetching: each answer as it comes, without the secrets in it → whoever keeps exchanges.

It stands where replaying stands later, below the redirects: what is given back hop by hop goes through the very code
that it went through when it came from the network, so the same state comes of it.

What came on the user's own credentials is not for handing on; a note of it is kept in its place.  So it is with a page
that repeats a secret of its address, such as a link to itself with the token that it was asked with.
"""

import asyncio
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from claimcheck.enums import State
from claimcheck.exchanges import Exchange, Headers, Recorder
from claimcheck.fetchers.http import HEADERS
from claimcheck.fetchers.outcomes import Answer, Getter, Outcome, Request
from claimcheck.model import Fetched
from claimcheck.redaction import redact, repeats_secret

OWN_CREDENTIALS = "it came on the user's own credentials, and is not kept as evidence"
REPEATS_SECRET = "it repeats a secret of its address, and is not kept as evidence"  # noqa: S105 - words
_SECRET_HEADER = re.compile(
    r"cookie|authori[sz]|authentication-info|token|secret|session|api-?key|signature|csrf|xsrf|credential|passw",
    re.IGNORECASE,
)


class RecordingGetter:
    """Asks by another getter, and has what came of it kept."""

    def __init__(self, getter: Getter, recorder: Recorder, now: Callable[[], datetime] | None = None) -> None:
        self._getter = getter
        self._recorder = recorder
        self._now = now or (lambda: datetime.now(tz=UTC))

    async def get(self, request: Request, /) -> Outcome:
        """Return what came of asking."""
        outcome = await self._getter.get(request)
        exchange = exchange_of(request, outcome, self._now())
        await asyncio.to_thread(self._recorder.record, exchange)
        return outcome


def exchange_of(request: Request, outcome: Outcome, at: datetime) -> Exchange:
    """Return what is kept of a question and its outcome."""
    asked = tuple((HEADERS | ({"Accept": request.accept} if request.accept else {})).items())
    exchange = Exchange(redact(request.url), at, asked)
    answer = outcome if isinstance(outcome, Answer) else outcome.answer
    if (answer is not None and answer.private) or request.source.headers_from:
        return replace(exchange, state=State.UNREADABLE, detail=OWN_CREDENTIALS)
    if answer is not None:
        if repeats_secret(answer.body, request.url, request.source.address):
            return replace(exchange, state=State.UNREADABLE, detail=REPEATS_SECRET)
        headers = keep_headers(answer.headers)
        truncated = redact(answer.truncated)
        exchange = replace(exchange, status=answer.status, headers=headers, body=answer.body, truncated=truncated)
    if not isinstance(outcome, Answer):
        detail = redact(outcome.detail)
        exchange = replace(exchange, state=outcome.state, detail=detail, unreachable=outcome.unreachable)
    return exchange


def exchange_of_file(fetched: Fetched, at: datetime) -> Exchange:
    """Return what is kept of a file, or of why it could not be read."""
    page = fetched.page
    headers: Headers = (("content-type", page.media_type),) if page is not None and page.media_type else ()
    exchange = Exchange(
        fetched.source.address,
        at,
        headers=headers,
        body=page.body if page is not None else b"",
        truncated=page.truncated if page is not None else "",
    )
    if fetched.state is State.LIVE:
        return exchange
    return replace(exchange, state=fetched.state, detail=fetched.detail)


def exchange_of_render(rendered: Fetched, at: datetime) -> Exchange | None:
    """Return what is kept of a page as a browser shows it; none where nothing is, or nothing may be."""
    page = rendered.page
    if page is None or rendered.state is State.JS_REQUIRED or page.on_credentials:
        return None
    if repeats_secret(page.body, rendered.source.address, *(hop.url for hop in rendered.hops)):
        return None
    return Exchange(
        redact(page.url),
        at,
        headers=(("content-type", f"{page.media_type}; charset={page.charset or 'utf-8'}"),),
        body=page.body,
        detail=rendered.detail,
        truncated=page.truncated,
        rendered=True,
    )


def keep_headers(headers: Headers) -> Headers:
    """Return the headers of an answer without those that are secrets, and without what its body came in.

    The body that is kept is the decoded one.  How it came is told under the names that large crawls use for it.
    """
    kept = []
    for name, value in headers:
        if _SECRET_HEADER.search(name):
            continue
        moved = {"content-encoding", "transfer-encoding", "content-length"}
        kept.append((f"x-crawler-{name}" if name.lower() in moved else name, redact(value)))
    return tuple(kept)
