"""How one archive is asked: within its limits, once more where it stumbled, and not at all once it has had enough."""

from dataclasses import dataclass

from claimcheck.archived import Reply
from claimcheck.archives.pace import Pace, Standing
from claimcheck.ports import Asker, Clock

_TOO_MANY = 429
_ERRORS = 500
_ONCE_MORE = 2.0
"""Seconds before an archive that is overloaded is asked a second and last time."""
MEMENTO_DATETIME = "memento-datetime"


@dataclass
class Door:
    """Asks one archive, and heeds what it says of being asked."""

    asker: Asker
    clock: Clock
    pace: Pace
    standing: Standing
    shuts_out: bool = False
    """Whether a refused connection is a complaint."""

    async def ask(
        self, url: str, *, headers: tuple[tuple[str, str], ...] = (), post: bytes | None = None, indexed: bool = False
    ) -> Reply:
        """Return the answer; where none is to be had, a reply without a status that says why.

        ``indexed`` is a question to the index, whose limit is kept.
        """
        reply = await self._ask_once(url, headers, post, indexed=indexed)
        if _stumbled(reply) and post is None and not self.standing.objection():
            await self.clock.sleep(_ONCE_MORE)
            reply = await self._ask_once(url, headers, post, indexed=indexed)
        return self._heeded(reply)

    async def _ask_once(
        self, url: str, headers: tuple[tuple[str, str], ...], post: bytes | None, *, indexed: bool
    ) -> Reply:
        if objection := self.standing.objection() or (await self.pace.take_turn() if indexed else ""):
            return Reply(url, trouble=objection, asked=False)
        return await self.asker.ask(url, headers=headers, post=post)

    def _heeded(self, reply: Reply) -> Reply:
        """Return a reply as the asker is told it: an archive's own error is no answer, an archived one is."""
        if not reply.asked:
            return reply
        if reply.status is None:
            shut_out = reply.refused and self.shuts_out
            why = self.standing.refused() if shut_out else self.standing.failed(reply.trouble)
            return Reply(reply.url, trouble=why)
        if reply.header(MEMENTO_DATETIME):
            self.standing.answered()
            return reply
        if reply.status == _TOO_MANY:
            pause = reply.header("retry-after").strip()
            seconds = float(pause[:9]) if pause.isascii() and pause.isdigit() else None
            return Reply(reply.url, trouble=self.standing.complained(seconds))
        if reply.status >= _ERRORS:
            return Reply(reply.url, trouble=self.standing.failed(f"it answered {reply.status}"))
        self.standing.answered()
        return reply


def _stumbled(reply: Reply) -> bool:
    return reply.status is not None and reply.status >= _ERRORS and not reply.header(MEMENTO_DATETIME)
