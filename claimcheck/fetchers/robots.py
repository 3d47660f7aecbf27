"""robots.txt, where it is to be obeyed: an address → asked for, or left alone.

Whoever looks at the handful of addresses that an article cites follows links as a reader does; whoever looks at
hundreds is a crawler, and asks first.  The rules are those of RFC 9309: a file that is not there (4xx) forbids nothing,
one that the server cannot give (5xx, and 429, as the large search engines have it) forbids everything, redirects are
followed, 500 kB are read, and what was read holds for the run.  ``Crawl-delay``, which the RFC does not know and many
sites say, is kept up to half a minute.  A host that cannot be reached at all is told as what it is, and not as one
that forbids.

The reading itself is Protego's: it is pure Python, well kept, and matches without regular expressions, so that no
pattern of a stranger's can take long.  The one of the standard library knows no wildcards.
"""

import asyncio
from dataclasses import replace
from urllib.parse import urlsplit, urlunsplit

from protego import Protego

from claimcheck.enums import State
from claimcheck.fetchers.outcomes import Answer, Budget, Failure, Getter, Outcome, Request
from claimcheck.fetchers.settings import FetchSettings
from claimcheck.fetchers.throttle import ThrottledGetter

AGENT = "claimcheck"
"""What rules for this program are headed with."""
LONGEST_DELAY = 30.0
_READ = 500_000
"""Bytes: RFC 9309 wants at least 500 KiB parsed; more is no list of rules."""
_TOO_MANY = 429
_DISALLOWED = Failure(State.BLOCKED, "robots.txt does not allow it")


class RobotsGetter:
    """Asks for what the rules of its host allow."""

    def __init__(
        self, getter: Getter, rules_getter: Getter, throttle: ThrottledGetter, settings: FetchSettings
    ) -> None:
        """Prepare to ask.

        Args:
            getter: asks for what is allowed.
            rules_getter: asks for the rules; it follows redirects.
            throttle: learns how far apart a host wants its requests.
            settings: the limits.
        """
        self._getter = getter
        self._rules_getter = rules_getter
        self._throttle = throttle
        self._settings = settings
        self._rules: dict[str, asyncio.Task[Protego | Failure]] = {}

    async def get(self, request: Request, /) -> Outcome:
        """Return what came of asking, or that it is not allowed."""
        parts = urlsplit(request.url)
        at = urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", ""))
        if at not in self._rules:
            self._rules[at] = asyncio.create_task(self._read(at, request))
        # Whoever waits may be called off; the others still want to know.
        rules = await asyncio.shield(self._rules[at])
        if isinstance(rules, Failure):
            return rules
        return await self._getter.get(request) if rules.can_fetch(request.url, AGENT) else _DISALLOWED

    async def _read(self, at: str, request: Request) -> Protego | Failure:
        source = replace(request.source, address=at, headers_from="", anchor="")
        outcome = await self._rules_getter.get(Request(at, source, Budget(self._settings.total), cited=False))
        answer = outcome if isinstance(outcome, Answer) else outcome.answer
        if isinstance(outcome, Failure) and answer is None:
            return replace(outcome, hops=())
        if answer is None or answer.status >= 500 or answer.status == _TOO_MANY:  # noqa: PLR2004 - the server's errors
            status = answer.status if answer is not None else "nothing"
            return Failure(State.BLOCKED, f"robots.txt cannot be read ({status}), which forbids everything")
        if answer.status // 100 != 2:  # noqa: PLR2004 - found
            return Protego.parse("")
        rules = Protego.parse(answer.body[:_READ].decode("utf-8-sig", "replace"))
        if delay := rules.crawl_delay(AGENT):
            self._throttle.hold_apart(at, min(max(delay, 0.0), LONGEST_DELAY))
        return rules
