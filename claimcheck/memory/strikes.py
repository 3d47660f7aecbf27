"""Stage 6, beside judging: the looks at one source → what they say together.  Pure.

One failure proves little: servers break for a day, domains lapse for a weekend.  InternetArchiveBot, which has judged
more links than anyone, calls a link dead after three failures at least three days apart, and that is the rule here.
Any look that finds the source there makes all earlier failures void.  A look that could not tell, such as a 403, says
nothing for either side.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TypeAlias

from claimcheck.enums import State, StateClass
from claimcheck.model import Strikes

NEEDED = 3
APART = timedelta(days=3)

Look: TypeAlias = tuple[datetime, State]
"""When a source was looked at, and what was found."""


def count_strikes(looks: Iterable[Look], now: datetime) -> Strikes:
    """Return what the looks up to now say together; their order does not matter."""
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
        confirmed=count >= NEEDED,
        first_failed=first_failed and first_failed.date(),
        last_ok=last_ok and last_ok.date(),
    )
