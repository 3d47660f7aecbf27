"""robots.txt, remembered for a day: RFC 9309 lets nobody rely on one for longer, and asks nobody to fetch it each hour.

Only an answer is remembered, whether it holds rules or says that there are none; a server that failed may work in a
minute.
"""

from urllib.parse import urlsplit

from claimcheck.fetchers.clock import Clock
from claimcheck.fetchers.outcomes import Answer, Getter, Outcome, Request
from claimcheck.ports import HostFacts

FACT = "robots"
_DAY = 86_400.0
_ANSWERED = frozenset({*range(200, 300), *range(400, 429), *range(430, 500)})


class KnownRulesGetter:
    """Gives the rules of a host that are known already, and else asks for them."""

    def __init__(self, getter: Getter, facts: HostFacts, clock: Clock) -> None:
        self._getter = getter
        self._facts = facts
        self._clock = clock

    async def get(self, request: Request, /) -> Outcome:
        """Return the rules at an address, or why there are none."""
        parts = urlsplit(request.url)
        host = f"{parts.scheme}://{parts.netloc}"
        known = self._facts.fact_of(host, FACT)
        status, _, text = (known or "").partition("\n")
        if status.isdecimal() and int(status) in _ANSWERED:
            return Answer(request.url, int(status), body=text.encode("utf-8", "replace"))
        outcome = await self._getter.get(request)
        if isinstance(outcome, Answer) and outcome.status in _ANSWERED and not outcome.private:
            text = outcome.body.decode("utf-8-sig", "replace") if outcome.status < 300 else ""  # noqa: PLR2004 - found
            self._facts.keep_fact(host, FACT, f"{outcome.status}\n{text}", self._clock.calendar() + _DAY)
        return outcome
