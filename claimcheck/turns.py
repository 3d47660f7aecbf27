"""Findings given out in file order, each as soon as it is certain and its turn has come.  Between stages 6 and 7."""

from collections.abc import Callable, Sequence

from claimcheck.model import Claim, Finding
from claimcheck.ports import Listener


class Turns:
    """The claims of a run, and how far they have been judged; each is judged once."""

    def __init__(self, claims: Sequence[Claim], judge: Callable[[Claim], Finding], listener: Listener | None) -> None:
        self._claims = claims
        self._judge = judge
        self._listener = listener
        self._next = 0
        self._found: dict[str, Finding] = {}

    def advance(self, is_certain: Callable[[Claim], bool]) -> None:
        """Give out the findings whose turn has come: up to the first claim of which something is still to be learnt."""
        while self._next < len(self._claims) and is_certain(self._claims[self._next]):
            self._give(self._claims[self._next])
            self._next += 1

    def finish(self, is_ready: Callable[[Claim], bool]) -> tuple[Finding, ...]:
        """Return the findings on all claims that are ready; those that were not given out yet are now."""
        return tuple(self._found.get(claim.id) or self._give(claim) for claim in self._claims if is_ready(claim))

    def _give(self, claim: Claim) -> Finding:
        finding = self._found[claim.id] = self._judge(claim)
        if self._listener is not None:
            self._listener.judged(finding)
        return finding
