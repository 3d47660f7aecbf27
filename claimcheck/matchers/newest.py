"""What a newer entry of a live page says, told in fewer of the claim's words than an older one.

*18:40 Thirty-one people have died* puts right *12:25 The death toll has risen to 26*, though only the latter says
*toll*.
"""

from collections.abc import Iterable

from claimcheck.enums import Outcome
from claimcheck.matchers.align import LOCAL
from claimcheck.matchers.context import Candidate, best
from claimcheck.matchers.exchanged import is_given_away

FIT = 0.25
"""The fit that a newer entry must have at least, where it gives the very value of the claim."""
SAYS_IT = 0.45
"""The same where it gives another value."""


def put_right_by(held: Iterable[Candidate], older: Candidate) -> Candidate | None:
    """Return the very value of the claim from a newer entry than another value is from, in some word of the claim's."""
    since = older.written_at
    if since is None:
        return None
    return best(
        c
        for c in held
        if c.written_at is not None and c.written_at > since and c.relation.outcome is Outcome.AGREES
        if c.relation.exact and c.rank >= FIT and not is_given_away(c)
        if any(s.own and not s.name and s.nearness >= LOCAL for s in c.alignment.shared)
    )


def says_as_much(newer: Candidate, older: Candidate) -> bool:
    """Return whether an entry's value has all the words of the assertion that an older one has, and counts no other."""
    said = {s.term.surface for s in older.alignment.shared if s.own and s.nearness >= LOCAL}
    again = {s.term.surface for s in newer.alignment.shared if s.own and s.nearness >= LOCAL}
    return bool(said) and said <= again and newer.rank >= SAYS_IT and not is_given_away(newer)
