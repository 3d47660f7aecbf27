"""Redirects, followed by hand: each hop through the scheme check, the queue of its host and the address guard.

The engine follows none by itself: it would carry headers along, skip the queues, and not say which way it went.
"""

import re
from dataclasses import replace
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from claimcheck.enums import State
from claimcheck.fetchers.outcomes import Answer, Failure, Getter, Outcome, Request
from claimcheck.fetchers.settings import FetchSettings
from claimcheck.model import Hop
from claimcheck.redaction import redact
from claimcheck.text import printable

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LONGEST = 8192
_CONTROLS = re.compile(r"[\x00-\x20\x7f]")
_SAFE = "!#$%&'()*+,/:;=?@[]~"
"""What stays as it is in an address: delimiters, and the sign of what is encoded already."""


class RedirectedGetter:
    """Follows an address to where it leads, and keeps each answer on the way."""

    def __init__(self, getter: Getter, settings: FetchSettings) -> None:
        self._getter = getter
        self._settings = settings

    async def get(self, request: Request, /) -> Outcome:
        """Return the outcome at the end of the way, with all hops, the last answer included."""
        hops: list[Hop] = []
        url, private = request.url, False
        while True:
            outcome = await self._getter.get(replace(request, url=url) if hops else request)
            answer = outcome if isinstance(outcome, Answer) else outcome.answer
            if answer is not None:
                hops.append(Hop(url, answer.status))
                # Where credentials were needed on the way, what it leads to is not for everyone either.
                private = private or answer.private
            location = outcome.header("location") if isinstance(outcome, Answer) else ""
            if not isinstance(outcome, Answer) or outcome.status not in _REDIRECTS or not location:
                return _ended(outcome, tuple(hops), private=private)
            following = self._following(url, location, hops)
            if isinstance(following, Failure):
                return replace(following, hops=tuple(hops))
            url = following

    def _following(self, url: str, location: str, hops: list[Hop]) -> str | Failure:
        target = read_location(url, location)
        if isinstance(target, Failure):
            return target
        if target in {hop.url for hop in hops}:
            return Failure(State.REDIRECT_LOOP, f"redirects in a circle, back to {printable(redact(target))[:200]}")
        if len(hops) > self._settings.redirects:
            return Failure(State.REDIRECT_LOOP, f"more than {self._settings.redirects} redirects")
        return target


def _ended(outcome: Outcome, hops: tuple[Hop, ...], *, private: bool) -> Outcome:
    if isinstance(outcome, Answer):
        return replace(outcome, hops=hops, private=private)
    kept = outcome.answer and replace(outcome.answer, private=private)
    return replace(outcome, hops=hops, answer=kept)


def read_location(base: str, location: str) -> str | Failure:
    """Return the address that a ``Location`` leads to from ``base``, without fragment, user name and password."""
    text = location.strip()
    if len(text) > _LONGEST:
        return Failure(State.UNREADABLE, f"redirects to an address longer than {_LONGEST:,} characters")
    text = _CONTROLS.sub(lambda match: f"%{ord(match.group()):02X}", text).replace("\\", "/")
    try:
        parts = urlsplit(urljoin(base, text))
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return Failure(State.UNREADABLE, "redirects to an address that cannot be")
    if parts.scheme not in {"http", "https"}:
        return Failure(State.FORBIDDEN_ADDRESS, f"redirects to a {printable(parts.scheme)[:20]}: address")
    if not host:
        return Failure(State.UNREADABLE, "redirects to an address without a host")
    name = f"[{host}]" if ":" in host else host
    netloc = f"{name}:{port}" if port is not None else name
    return urlunsplit((parts.scheme, netloc, _quoted(parts.path) or "/", _quoted(parts.query), ""))


def _quoted(text: str) -> str:
    # Bytes that are no UTF-8 come as surrogates, and go out as the bytes they were.
    return quote(text, _SAFE, errors="surrogateescape")
