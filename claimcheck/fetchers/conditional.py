"""Conditional requests: a page that is held already is asked for with its validators, and sent only if it has changed.

``304 Not Modified`` says that the page is what it was: the held body stands in for it, and the source is there today.
A date of last change has a grain of a second, and a page may change twice within one: after RFC 9110, 8.8.2.2, it
counts only where the page was a minute old when it was sent.  Sources with headers of the user's own are never asked
so: of them nothing is held.
"""

from dataclasses import replace
from email.utils import parsedate_to_datetime

from claimcheck.fetchers.outcomes import Answer, Getter, Outcome, Request
from claimcheck.fetchers.room import Rooms
from claimcheck.fetchers.settings import FetchSettings
from claimcheck.ports import Copies, Copy

_OK = 200
_NOT_MODIFIED = 304
_SETTLED = 60.0
"""Seconds between a page's last change and its sending, from which on the date of the change tells versions apart."""
_RENEWED = frozenset({"etag", "last-modified", "date", "cache-control"})
"""Headers of a 304 that hold for the page from then on."""


class ConditionalGetter:
    """Asks whether a page has changed where it is held already."""

    def __init__(self, getter: Getter, copies: Copies, settings: FetchSettings, rooms: Rooms) -> None:
        self._getter = getter
        self._copies = copies
        self._settings = settings
        self._rooms = rooms

    async def get(self, request: Request, /) -> Outcome:
        """Return the answer; where the server says that nothing has changed, the page that is held."""
        copy = None if request.source.headers_from else self._copies.copy_of(request.url)
        conditions = conditions_of(copy) if copy is not None else ()
        if copy is None or not conditions:
            return await self._getter.get(request)
        outcome = await self._getter.get(replace(request, conditions=conditions))
        if not isinstance(outcome, Answer) or outcome.status != _NOT_MODIFIED:
            return outcome
        floor = self._rooms.for_request(patient=request.patient)
        share = await floor.take(copy.size) if copy.size > self._settings.small_bytes else None
        body = self._copies.body_of(copy)
        if body is None:
            return await self._getter.get(request)
        return replace(outcome, status=_OK, headers=_renewed(copy, outcome), body=body, share=share)


def conditions_of(copy: Copy) -> tuple[tuple[str, str], ...]:
    """Return the request headers that ask whether a page has changed since; none where it has no validators."""
    held = dict(copy.headers)
    conditions = []
    if etag := held.get("etag", ""):
        conditions.append(("If-None-Match", etag))
    if _is_settled(held.get("last-modified", ""), held.get("date", "")):
        conditions.append(("If-Modified-Since", held["last-modified"]))
    return tuple((name, value) for name, value in conditions if value.isascii() and value.isprintable())


def _is_settled(changed: str, sent: str) -> bool:
    try:
        return (parsedate_to_datetime(sent) - parsedate_to_datetime(changed)).total_seconds() >= _SETTLED
    except (ValueError, TypeError, IndexError, OverflowError):
        return False


def _renewed(copy: Copy, answer: Answer) -> tuple[tuple[str, str], ...]:
    new = tuple(pair for pair in answer.headers if pair[0] in _RENEWED)
    names = {name for name, _ in new}
    return (*(pair for pair in copy.headers if pair[0] not in names), *new)
