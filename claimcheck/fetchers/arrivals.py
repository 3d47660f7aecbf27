"""What came of asking → what the pipeline is told: ``Outcome`` → ``Fetched``.  Pure.

The page of an error is handed on, so that a wall may be seen in it; the pipeline takes no evidence from it.  The page
of a wall that its headers prove is not: nothing is open about it.
"""

from dataclasses import replace
from urllib.parse import urlsplit

from claimcheck.archived import Reply
from claimcheck.enums import State
from claimcheck.fetchers.bot_walls import wall_of
from claimcheck.fetchers.failures import CONNECTION_REFUSED
from claimcheck.fetchers.media_types import read_media_type
from claimcheck.fetchers.outcomes import Answer, Failure, Outcome
from claimcheck.fetchers.room import keep_share
from claimcheck.fetchers.statuses import PASSING, read_status
from claimcheck.fetchers.subscriptions import sells_subscriptions
from claimcheck.model import Fetched, Hop, Page, Source

_PERMANENT = frozenset({301, 308})
_FORBIDDEN = 403
_FOUND = range(200, 300)
_ERRORS = range(400, 1000)


def arrive(source: Source, outcome: Outcome) -> Fetched:
    """Return what the pipeline is told of a source."""
    answer = outcome if isinstance(outcome, Answer) else outcome.answer
    fetched = Fetched(
        source,
        State.LIVE,
        final_url=answer.url if answer else (outcome.hops[-1].url if outcome.hops else source.address),
        http_status=answer.status if answer else None,
        hops=outcome.hops,
    )
    if isinstance(outcome, Failure):
        page = _page(source, outcome.answer) if outcome.answer and outcome.answer.status in _FOUND else None
        return replace(
            fetched,
            state=outcome.state,
            detail=outcome.detail,
            unreachable=outcome.unreachable,
            passing=outcome.passing or outcome.later,
            page=page,
        )
    if vendor := wall_of(outcome):
        return replace(fetched, state=State.BLOCKED, detail=f"{outcome.status} from a bot wall ({vendor})")
    state, detail = read_status(outcome.status, retry_after=bool(outcome.header("retry-after")))
    if outcome.status == _FORBIDDEN and state is State.BLOCKED and sells_subscriptions(outcome.url):
        state, detail = State.PAYWALLED, f"{_FORBIDDEN}: forbidden, and the site sells subscriptions"
    page = _page(source, outcome) if outcome.status in _ERRORS or state is State.LIVE else None
    if state is State.LIVE and page is not None and not page.body and not page.media_type.startswith(_UNREAD):
        return replace(fetched, state=State.UNREADABLE, detail=f"{outcome.status}: an empty page")
    if state is State.LIVE and has_moved(outcome.hops):
        return replace(fetched, state=State.MOVED, detail=f"now at {outcome.url}", page=page)
    return replace(fetched, state=state, detail=detail, page=page, passing=outcome.status in PASSING)


def reply_of(url: str, outcome: Outcome) -> Reply:
    """Return what is told of an answer to whoever asked for no source; of a failure, its cause alone."""
    answer = outcome if isinstance(outcome, Answer) else outcome.answer
    if isinstance(outcome, Failure) and (answer is None or outcome.state is not State.TOO_LARGE):
        return Reply(url, trouble=outcome.detail, refused=outcome.detail == CONNECTION_REFUSED)
    if answer is None:
        return Reply(url, trouble="nothing came back")
    return Reply(answer.url, answer.status, answer.headers, answer.body, truncated=answer.truncated)


_UNREAD = ("video/", "audio/", "font/")
"""Types whose bodies are not asked for."""


def has_moved(hops: tuple[Hop, ...]) -> bool:
    """Return whether a way of answers says that its beginning is now at its end, for good.

    A change of scheme, ``www.`` or a slash at the end is no move.
    """
    permanent = all(hop.status in _PERMANENT for hop in hops[:-1])
    return len(hops) > 1 and permanent and _place(hops[0].url) != _place(hops[-1].url)


def _place(url: str) -> tuple[str, int | None, str, str]:
    parts = urlsplit(url)
    port = None if parts.port in {80, 443} else parts.port
    return (parts.hostname or "").removeprefix("www."), port, parts.path.rstrip("/"), parts.query


def _page(source: Source, answer: Answer) -> Page:
    media_type, charset = read_media_type(answer.header("content-type"))
    on_credentials = answer.private or bool(source.headers_from)
    page = Page(
        url=answer.url,
        body=answer.body,
        media_type=media_type or source.media_type.lower(),
        charset=charset,
        status=answer.status,
        headers=answer.headers,
        truncated=answer.truncated,
        private=on_credentials or "no-store" in answer.header("cache-control").lower(),
        on_credentials=on_credentials,
    )
    keep_share(page, answer.share)
    return page
