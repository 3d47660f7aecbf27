"""Stage 5, match: a number that says how much more or less, without a unit → the unit of the level before it.

"312 euros a year, 21 more than in 2021": the 21 are euros a year too.  A share's change without a unit is in points.
"""

from itertools import pairwise

from claimcheck.matchers.quantities.draft import Draft
from claimcheck.matchers.quantities.tables import Lexis
from claimcheck.matchers.scanning import Tokens
from claimcheck.matchers.values import Dimension

_REACH = 14
"""Tokens between a level and its change."""
_ENDS = frozenset({".", ";", "\n", "!", "?", "|"})
_OWN = frozenset({Dimension.RATIO, Dimension.MULTIPLE})
"""Kinds of number of which a change is not of the same kind."""


def inherit_units(tokens: Tokens, lexis: Lexis, drafts: list[Draft]) -> None:
    """Give each comparison without a unit what the level before it in its sentence is a number of."""
    for before, draft in pairwise(drafts):
        if not draft.is_bare or draft.begin - before.end > _REACH or draft.low >= before.low:
            continue
        way = _way(tokens, lexis, draft)
        if not way or not _ENDS.isdisjoint(tokens.forms[before.end : draft.begin]):
            continue
        if before.is_bare or before.change in {"up", "down", "by"} or before.dimension in _OWN:
            continue
        draft.dimension, draft.unit, draft.currency = before.dimension, before.unit, before.currency
        draft.per, draft.noun, draft.change = before.per, before.noun, way
        draft.numeral.written = ""
        if before.dimension is Dimension.PERCENT:
            draft.dimension = Dimension.POINTS


def _way(tokens: Tokens, lexis: Lexis, draft: Draft) -> str:
    """Return ``up`` or ``down`` for "140 more", "mais 140 do que", or nothing."""
    more = lexis.more.at(tokens, draft.end)
    if more is not None:
        return more[0]
    if tokens.form(draft.end) in lexis.than:
        return lexis.more_before.get(tokens.form(draft.begin - 1), "")
    return ""
