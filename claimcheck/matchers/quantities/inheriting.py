"""Stage 5, match: a number that says how much more or less, without a unit → the unit of the level before it.

"312 euros a year, 21 more than in 2021": the 21 are euros a year too.  A share's change without a unit is in points.
An amount that is told again in another currency has one rate: "28,000 shillings a month, or $240".
"""

from itertools import pairwise

from claimcheck.matchers.quantities.changes import adds_more
from claimcheck.matchers.quantities.draft import Draft
from claimcheck.matchers.quantities.labels import is_year
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
        if draft.is_bare and before.noun and _is_origin(tokens, lexis, before, draft):
            draft.per, draft.noun = before.per, before.noun
            draft.numeral.written = ""
        if _is_compared(tokens, before, draft):
            draft.dimension, draft.unit, draft.currency = before.dimension, before.unit, before.currency
            draft.per, draft.noun = before.per, ()
            draft.numeral.written = ""
            continue
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


def _is_compared(tokens: Tokens, before: Draft, draft: Draft) -> bool:
    """Return whether a bare number is what the one before it is set against: "1.50 euros, against 1.20 so far".

    Both have decimals, or nothing that it could count stands behind the second.
    """
    kinds = {Dimension.MONEY, Dimension.PERCENT, Dimension.MEASURE, Dimension.DURATION}
    if not draft.is_bare or before.is_bare or before.dimension not in kinds or before.change in {"up", "down", "by"}:
        return False
    between = [form for form in tokens.forms[before.end : draft.begin] if form not in {",", "("}]
    if not 0 < len(between) <= _SET_AGAINST or " ".join(between) not in _AGAINST or is_year(draft.numeral):
        return False
    if not before.low or not 1 / _OF_ONE_SIZE <= draft.low / before.low <= _OF_ONE_SIZE:
        return False
    behind = tokens.form(draft.end) if draft.end < tokens.count else "."
    return (draft.numeral.step < 1 and before.numeral.step < 1) or behind in _ENDS or behind in {",", ")"}


_SET_AGAINST = 3
"""Words between two numbers that set the one against the other."""
_OF_ONE_SIZE = 5
"""The factor up to which two numbers may be of one kind."""
_AGAINST = frozenset(
    (
        *(
            "against",
            "versus",
            "vs",
            "compared with",
            "compared to",
            "instead of",
            "rather than",
            "up from",
            "down from",
        ),
        *("contre", "au lieu de", "au lieu d'", "face à", "contra", "frente a", "en lugar de", "en vez de", "statt"),
        *("gegenüber", "gegen", "statt bisher", "nach", "em vez de", "face a", "contro", "invece di", "anziché"),
        *("contre seulement", "contre encore", "rispetto a", "au lieu de seulement", "nach zuvor", "statt zuvor"),
    )
)
"""What sets one number against another."""


def _is_origin(tokens: Tokens, lexis: Lexis, before: Draft, draft: Draft) -> bool:
    """Return whether a bare number is where the number before it came from: "310 pesos a day, up from 270"."""
    place = draft.begin - 1
    way = tokens.form(place - 1)
    near = place - before.end <= _NEXT and before.dimension is Dimension.COUNT
    return near and tokens.form(place) in lexis.origin and (way in lexis.up or way in lexis.down)


_NEXT = 3
"""Tokens between a level and the words that tell where it came from: a comma, "up"."""


def _way(tokens: Tokens, lexis: Lexis, draft: Draft) -> str:
    """Return ``up`` or ``down`` for "140 more", "mais 140 do que", or nothing."""
    more = lexis.more.at(tokens, draft.end)
    if more is not None and not adds_more(tokens, lexis, draft, more[1]):
        return more[0]
    if tokens.form(draft.end) in lexis.than:
        return lexis.more_before.get(tokens.form(draft.begin - 1), "")
    return ""


def share_rates(tokens: Tokens, lexis: Lexis, drafts: list[Draft]) -> None:
    """Give an amount that is told again in another currency the rate that stands behind either of the two."""
    for one, other in pairwise(drafts):
        if other.dimension is not Dimension.MONEY or not _is_other_money(one, other):
            continue
        between = tokens.forms[one.end : other.begin]
        told = tuple(form for form in between if form != "," and form not in lexis.fillers)
        in_brackets = told[:1] == ("(",) and tokens.form(other.end) == ")"
        if in_brackets:
            one.per = one.per or other.per
        about = lexis.bounds_before.before(tokens, other.begin)
        hedged = about is not None and about[1] - one.end <= _ASIDE and tokens.form(about[1] - 1) == ","
        if in_brackets or told in lexis.restating or hedged:
            other.per, other.basis = other.per or one.per, other.basis or one.basis


_ASIDE = 4
"""Tokens between an amount and the same told otherwise: *a month before tax, about 470 dollars*."""


def _is_other_money(one: Draft, other: Draft) -> bool:
    """Return whether two amounts are of different currencies; what a table knows no currency for is a thing counted."""
    named = one.dimension is Dimension.COUNT and bool(one.noun)
    return named or (one.dimension is Dimension.MONEY and one.currency != other.currency)


def share_ends(drafts: list[Draft]) -> None:
    """Give the end of a change its beginning's unit: "from 9.4 square kilometres in 1985 to 5.8 last year"."""
    for one, other in pairwise(drafts):
        if (one.change, other.change) == ("from", "to") and other.is_bare and not one.is_bare:
            other.dimension, other.unit, other.currency = one.dimension, one.unit, one.currency
            other.per, other.noun, other.stat = one.per, one.noun, other.stat or one.stat


def take_turn(tokens: Tokens, lexis: Lexis, before: Draft, draft: Draft) -> bool:
    """Give a bare number behind a name what the number before it counts: "Nord employs 340 people and Hafen 215".

    Returns whether it has taken it: the name follows a comma or a conjunction, and nothing more is said of the number.
    """
    if is_year(draft.numeral):
        return False
    if draft.begin - before.end > _TURN:
        return False
    counts = before.dimension is not Dimension.COUNT or bool(before.noun)
    if not (draft.is_bare and draft.numeral.written) or draft.low < _LEAST or not counts or before.dimension in _OWN:
        return False
    in_brackets = tokens.form(draft.begin - 1) == "(" and tokens.form(draft.end) == ")"
    last = draft.begin - 1 - in_brackets
    place = last
    while place > before.end and tokens.is_word(place) and tokens.is_capital(place):
        place -= 1
    named = place < last
    for _ in range(_LED):
        if tokens.form(place) in _JOINED or tokens.form(place) in lexis.conjunctions or not tokens.is_word(place):
            break
        place -= 1
    led = named and (tokens.form(place) in _JOINED or tokens.form(place) in lexis.conjunctions)
    behind = tokens.form(draft.end) if draft.end < tokens.count else "."
    ends = behind in _CLOSED or behind in lexis.conjunctions
    parted = not _ENDS.difference(_JOINED).isdisjoint(tokens.forms[before.end : draft.begin])
    if not led or not ends or parted or place < before.end:
        return False
    draft.dimension, draft.unit, draft.currency = before.dimension, before.unit, before.currency
    draft.per, draft.noun = before.per, before.noun
    draft.numeral.written = ""
    return True


_TURN = 16
"""Tokens from one value to the next within which the second name has its turn."""
_LED = 3
"""Words between the conjunction and the name: *and the one at Hafen 215*."""
_LEAST = 10
"""The least number that is rather a value than a name's own: Nord Stream 2."""
_JOINED = frozenset({",", ";"})
_CLOSED = _ENDS | _JOINED | {")", "\u2014", "\u2013"}
