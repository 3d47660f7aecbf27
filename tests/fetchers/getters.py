"""Small fakes of the shelf's own port, and builders of its nouns."""

from collections.abc import Callable
from dataclasses import dataclass, field

from fetchers.clocks import TurnedClock

from claimcheck.fetchers.outcomes import Answer, Budget, Outcome, Request
from claimcheck.model import Location, Source

AT = Location("claims.yaml", 1, 1)


def source(address: str, **more: str) -> Source:
    return Source(address, AT, **more)  # type: ignore[arg-type]  # a builder for tests


def request(url: str = "https://example.org/a", budget: float = 30.0) -> Request:
    return Request(url, source(url), Budget(budget))


def answer(status: int = 200, url: str = "https://example.org/a", **headers: str) -> Answer:
    pairs = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Answer(url, status, pairs, b"text")


@dataclass
class FakeGetter:
    """Gives the next of its outcomes, the last one for ever; each takes so many seconds of the clock."""

    outcomes: list[Outcome | Callable[[Request], Outcome]]
    clock: TurnedClock | None = None
    takes: float = 0.0
    asked: list[tuple[float, str]] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0

    async def get(self, request: Request, /) -> Outcome:
        self.asked.append((self.clock.now() if self.clock else 0.0, request.url))
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        if self.clock is not None and self.takes:
            await self.clock.sleep(self.takes)
        self.at_once -= 1
        outcome = self.outcomes.pop(0) if len(self.outcomes) > 1 else self.outcomes[0]
        return outcome(request) if callable(outcome) else outcome
