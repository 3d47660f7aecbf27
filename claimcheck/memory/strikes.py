"""Stage 6, beside judging: the looks at one source → what they say together.  Pure.

One failure proves little: servers break for a day, domains lapse for a weekend.  InternetArchiveBot, which has judged
more links than anyone, calls a link dead after three failures at least three days apart, and that is the rule here.
Any look that finds the source there makes all earlier failures void.  A look that could not tell, such as a 403, says
nothing for either side; but a server that has answered with its own errors alone, at several looks over a month, is
being given up.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import TypeAlias

from claimcheck.enums import State, StateClass
from claimcheck.model import Strikes

NEEDED = 3
APART = timedelta(days=3)
LASTING = timedelta(days=30)
"""For which a server must have answered with errors alone, before that is more than a bad week."""
_NO_WORD = frozenset({State.TIMEOUT, State.REFUSED, State.RATE_LIMITED})
"""States in which a failing server may be as well, so that they do not end a series of its errors."""

Look: TypeAlias = tuple[datetime, State]
"""When a source was looked at, and what was found."""


def count_strikes(looks: Iterable[Look], now: datetime) -> Strikes:
    """Return what the looks up to now say together; their order does not matter."""
    looks = list(looks)
    count = 0
    first_failed = last_counted = last_ok = None
    for at, state in sorted(looks):
        if at > now:
            continue
        match state.state_class:
            case StateClass.PRESENT:
                count, first_failed, last_counted, last_ok = 0, None, None, at
            case StateClass.GONE if last_counted is None or at - last_counted >= APART:
                count += 1
                first_failed = first_failed or at
                last_counted = at
            case _:
                pass
    return Strikes(
        count=count,
        erring_since=_erring_since([look for look in sorted(looks) if look[0] <= now]),
        confirmed=count >= NEEDED,
        first_failed=first_failed and first_failed.date(),
        last_ok=last_ok and last_ok.date(),
    )


def _erring_since(looks: Sequence[Look]) -> date | None:
    """Return the day since which a server has answered with errors alone; none where that is not yet a month."""
    errors: list[datetime] = []
    for at, state in looks:
        if state is State.SERVER_ERROR:
            if not errors or at - errors[-1] >= APART:
                errors.append(at)
        elif state not in _NO_WORD:
            errors.clear()
    lasting = len(errors) >= NEEDED and errors[-1] - errors[0] >= LASTING
    return errors[0].date() if lasting and looks[-1][1] is State.SERVER_ERROR else None
