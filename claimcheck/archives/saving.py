"""Save Page Now 2: an address → a new copy in the Wayback Machine.

The archive answers errors with HTTP 200 and no job, so it is the job that tells.  A status that is not known is taken
for final: an archive is not hammered.  The keys are those of an account at archive.org (archive.org/account/s3.php).
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from claimcheck.archived import Memento, Reply, Saved
from claimcheck.archives.replay import RAW
from claimcheck.archives.stamps import Replay, moment_of, whole_address
from claimcheck.archives.wayback import Wayback
from claimcheck.ports import Clock

LONGEST = 300.0
"""Seconds for one capture: the archive gives up after two minutes, and may let it wait before."""
_BETWEEN = 2.0
"""Seconds between two questions after the same job; each waits a little longer than the one before."""
_SLOWER = 1.5
_SLOWEST = 15.0
_SPACING = 10.0
"""Seconds between two captures: seven a minute are allowed, four fifths of that are asked for."""
_AGAIN = frozenset(
    """
    bad-gateway browsing-timeout capture-location-error cannot-fetch celery gateway-timeout internal-server-error
    invalid-server-response job-failed no-browsers-available no-captures proxy-error protocol-error read-timeout
    service-unavailable soft-time-limit-exceeded too-many-requests user-session-limit
    """.split()  # noqa: SIM905 - a table of words reads better as words
)
"""Errors that may be over later; ``too-many-requests`` is the captured site's complaint."""
_STOP = frozenset(
    """
    bandwidth-limit-exceeded max-daily-bandwidth max-daily-bandwidth-from-ip max-daily-bandwidth-host
    """.split()  # noqa: SIM905 - likewise
)
_ENOUGH = "too-many-daily-captures"
_UNAUTHORIZED = frozenset({401, 403})
_OK = 200


@dataclass(frozen=True, slots=True)
class Keys:
    """The access and the secret key of an account at archive.org."""

    access: str
    secret: str

    @property
    def header(self) -> tuple[str, str]:
        """The request header that shows them."""
        return "Authorization", f"LOW {self.access}:{self.secret}"

    def __repr__(self) -> str:
        """Return no secret."""
        return "Keys(…)"


class SavePageNow:
    """Has the Wayback Machine capture what is at an address now."""

    def __init__(self, wayback: Wayback, keys: Keys, clock: Clock) -> None:
        self._wayback = wayback
        self._keys = keys
        self._clock = clock
        self._free_at = 0.0

    async def save(self, address: str, tell: Callable[[str], None]) -> Saved:
        """Return the new copy, or why there is none; ``tell`` is told how it goes."""
        wait = self._free_at - self._clock.now()
        if wait > 0:
            tell("waiting for the archive's turn")
            await self._clock.sleep(wait)
        self._free_at = self._clock.now() + _SPACING
        tell("asking for a capture")
        form = urlencode({"url": address, "skip_first_archive": "1", "js_behavior_timeout": "5"}).encode()
        reply = await self._ask(f"{self._wayback.base}/save", post=form)
        answer = _object(reply)
        if reply.status in _UNAUTHORIZED:
            return Saved(trouble="it does not take the keys", stop=True)
        job = answer.get("job_id")
        if not isinstance(job, str) or not job:
            return _refusal(answer, reply)
        return await self._await_job(job, address, tell)

    async def _await_job(self, job: str, address: str, tell: Callable[[str], None]) -> Saved:
        ends, pause = self._clock.now() + LONGEST, _BETWEEN
        while self._clock.now() < ends:
            await self._clock.sleep(pause)
            pause = min(pause * _SLOWER, _SLOWEST)
            reply = await self._ask(f"{self._wayback.base}/save/status/{quote(job, safe='')}")
            if reply.status is None and (objection := self._wayback.door.standing.objection()):
                return Saved(trouble=objection, again=True, stop=True)
            answer = _object(reply)
            match answer.get("status"):
                case "success":
                    return self._saved(answer, address)
                case "pending" | None:
                    left = max(0, round(ends - self._clock.now()))
                    tell(f"being captured; {left} s left")
                case _:
                    return _refusal(answer, reply)
        return Saved(trouble=f"it did not finish within {LONGEST:g} s; it may still", again=True)

    async def _ask(self, url: str, post: bytes | None = None) -> Reply:
        headers = (self._keys.header, ("Accept", "application/json"))
        return await self._wayback.door.ask(url, headers=headers, post=post)

    def _saved(self, answer: dict[str, Any], address: str) -> Saved:
        at = moment_of(str(answer.get("timestamp", "")))
        if at is None:
            return Saved(trouble="it says that it has a copy, and not of when", again=True)
        original = answer.get("original_url")
        where = Replay(
            f"{self._wayback.base}/web/", at, whole_address(original) if isinstance(original, str) else address
        )
        status = answer.get("http_status")
        known = status if isinstance(status, int) else None
        return Saved(Memento(where.address(), at, where.original, self._wayback.name, where.address(RAW), "", known))


def _object(reply: Reply) -> dict[str, Any]:
    try:
        answer: Any = json.loads(reply.body) if reply.status == _OK else {}
    except (ValueError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}


def _refusal(answer: dict[str, Any], reply: Reply) -> Saved:
    """Return why nothing was captured."""
    code = str(answer.get("status_ext", "")).removeprefix("error:")
    words = answer.get("message")
    told = words if isinstance(words, str) and words else reply.trouble or f"it answered {reply.status} and no job"
    if code == _ENOUGH:
        return Saved(trouble=f"it has been captured often enough today ({told})")
    return Saved(trouble=told, again=code in _AGAIN or not code, stop=code in _STOP)
