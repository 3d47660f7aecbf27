"""Stage 5, match: the words around a number → its bound, whether it is a mean or a total, gross or net, a change.

Words are looked for in the clause of the number only, and never beyond the number before it.
"""

from claimcheck.matchers.quantities.ages import is_bare_age, is_set_off_age
from claimcheck.matchers.quantities.changes import ENDS, FILLERS, change_of
from claimcheck.matchers.quantities.draft import Draft
from claimcheck.matchers.quantities.nouns import noun_after
from claimcheck.matchers.quantities.ranges import range_opener
from claimcheck.matchers.quantities.tables import Lexis
from claimcheck.matchers.scanning import Tokens
from claimcheck.matchers.values import Bound, Dimension

_OF_AGE = frozenset({Dimension.COUNT, Dimension.DURATION})
_HAS = frozenset({"tiene", "tem"})
"""*Tiene 34* says an age, *tiene 34 alumnos* a number of pupils."""
_OLDEST = 130
"""Years that nobody has lived."""
_STAT_REACH = 8
_STAT_AHEAD = 4


def qualify(tokens: Tokens, lexis: Lexis, draft: Draft, ceiling: int) -> None:
    """Fill in what the words around a draft say; ``ceiling`` is the token where the next quantity begins."""
    opened = _opened(tokens, lexis, draft)
    _bound(tokens, lexis, draft, opened, ceiling)
    _stat_and_basis(tokens, lexis, draft, ceiling)
    if not draft.change:
        draft.change = change_of(tokens, lexis, draft, ceiling)
    before = lexis.ages_before.before(tokens, draft.begin) or _before_bounded(tokens, lexis, draft)
    counts = draft.dimension is Dimension.COUNT and bool(draft.noun) and tokens.form(draft.begin - 1) in _HAS
    if before is not None and not counts and draft.low < _OLDEST and draft.dimension in _OF_AGE:
        _bound_of_age(tokens, lexis, draft, before[1])
        draft.dimension, draft.unit, draft.noun = Dimension.DURATION, draft.unit or "year", (lexis.age,)
        draft.numeral.written = ""
    elif is_bare_age(tokens, lexis, draft) or is_set_off_age(tokens, draft):
        draft.dimension, draft.unit, draft.noun = Dimension.DURATION, "year", (lexis.age,)
    draft.reached = _is_reached(tokens, lexis, draft)


def _is_reached(tokens: Tokens, lexis: Lexis, draft: Draft) -> bool:
    """Return whether the number is told as one that was reached, and so as the most: "gusts reached 154 km/h"."""
    if draft.bound is not Bound.EXACT:
        return False
    place = draft.begin
    while place > draft.reads_from and tokens.form(place - 1) in lexis.fillers | lexis.definite | lexis.goal:
        place -= 1
    return place > draft.reads_from and tokens.form(place - 1) in lexis.reached


def _before_bounded(tokens: Tokens, lexis: Lexis, draft: Draft) -> tuple[bool, int] | None:
    """Return the words of an age that stand before its bound: "aged over 65"."""
    found = lexis.bounds_before.before(tokens, draft.begin) if draft.is_bare else None
    return lexis.ages_before.before(tokens, found[1]) if found is not None else None


def _bound_of_age(tokens: Tokens, lexis: Lexis, draft: Draft, begin: int) -> None:
    """Take in the bound that stands before the words of an age: "under age 18", "under the age of 18"."""
    place = begin
    while tokens.form(place - 1) in lexis.fillers or tokens.form(place - 1) in lexis.definite:
        place -= 1
    found = lexis.bounds_before.before(tokens, place)
    if found is not None and draft.bound is Bound.EXACT:
        draft.bound = found[0]


def _opened(tokens: Tokens, lexis: Lexis, draft: Draft) -> int:
    """Return where a range's own opening word begins, or where the number does."""
    if draft.low == draft.high:
        return draft.begin
    opened = range_opener(tokens, lexis, draft)
    return opened[1] if opened is not None else draft.begin


def _bound(tokens: Tokens, lexis: Lexis, draft: Draft, begin: int, ceiling: int) -> None:
    place = begin
    for _ in range(FILLERS):
        found = lexis.bounds_before.before(tokens, place)
        if found is None and place == begin != draft.begin:
            found = lexis.bounds_before.before(tokens, draft.begin)
        if found is None and tokens.form(place - 1) in _OF_SIZE:
            # "At least by 20 %", "mindestens um 20 %": the word of how much it changed stands behind the bound.
            ahead = lexis.bounds_before.before(tokens, place - 1)
            found = ahead if ahead is not None and ahead[0] in _BEFORE_SIZE else None
        if found is not None:
            bound, first = found
            # "Un máximo de 300": the article of the bound is no number before it.
            own = first == draft.reads_from - 1 and tokens.form(first) in lexis.lone
            if (first < draft.reads_from and not own) or tokens.is_number(first - 1):
                break
            if tokens.form(place - 1) in lexis.goal and (draft.after_change or draft.change == "to"):
                draft.change = "to"
                return
            if not _is_of_a_verb(tokens, draft, first):
                draft.bound = bound
            return
        if place - 1 < draft.reads_from or tokens.form(place - 1) not in lexis.fillers:
            break
        place -= 1
    for start in (draft.end, draft.noun_end):
        found = lexis.bounds_after.at(tokens, start) if start else None
        if found is not None and found[1] <= ceiling and not _goes_on(tokens, lexis, found[1]):
            draft.bound = found[0]
            if draft.dimension is Dimension.COUNT and not draft.noun:
                draft.noun, draft.noun_end = noun_after(tokens, lexis, found[1])
            return


_OF_SIZE = frozenset(
    (
        *("by", "de", "d'", "um", "en", "a", "em", "pela", "pelo", "à", "ao"),
        *("di", "del", "dello", "della", "dell'", "alla"),
    )
)
_BEFORE_SIZE = frozenset({Bound.AT_LEAST, Bound.AT_MOST, Bound.NEARLY, Bound.ABOUT})


def _goes_on(tokens: Tokens, lexis: Lexis, place: int) -> bool:
    """Return whether what looks like a bound begins another count: "eleven people and more | than 400 houses"."""
    before = tokens.form(place - 2) in lexis.conjunctions
    return before and (tokens.form(place) in _THAN or tokens.is_number(place))


_THAN = frozenset({"than", "de", "d'", "do", "als", "di", "del", "dei", "delle"})
"""What stands behind *more* and in front of the number that is more, in six languages."""


def _is_of_a_verb(tokens: Tokens, draft: Draft, first: int) -> bool:
    """Return whether *over* belongs to the verb before it and bounds nothing: *handed over 47 statues*.

    Of a time it is a bound: *took over 12 months*.
    """
    handing = tokens.form(first) == "over" and tokens.form(first - 1) in _OVER
    return handing and draft.dimension is not Dimension.DURATION


_OVER = frozenset(
    (
        *(
            "hand",
            "hands",
            "handed",
            "handing",
            "take",
            "takes",
            "took",
            "taken",
            "taking",
            "turn",
            "turned",
            "turning",
        ),
        *("sign", "signed", "signing", "give", "gave", "given", "make", "made", "carry", "carried", "pass", "passed"),
    )
)
"""Verbs that go with *over*."""


def _stat_and_basis(tokens: Tokens, lexis: Lexis, draft: Draft, ceiling: int) -> None:
    for place in _nearest(tokens, draft, ceiling, _STAT_REACH, _STAT_AHEAD):
        if tokens.forms[place] not in lexis.quick_stats:
            continue
        if not draft.stat:
            draft.stat = _said_there(lexis.stats.at(tokens, place), place, draft)
        if not draft.basis and (draft.dimension is Dimension.MONEY or draft.noun):
            draft.basis = _said_there(lexis.basis.at(tokens, place), place, draft)


def _said_there(found: tuple[str, int] | None, place: int, draft: Draft) -> str:
    """Return what a phrase says; one word says it only right behind the number: "with an average" is another's."""
    if found is None:
        return ""
    is_phrase = found[1] > place + 1
    return found[0] if place < draft.begin or is_phrase or place in {draft.end, draft.noun_end} else ""


def _nearest(tokens: Tokens, draft: Draft, ceiling: int, back: int, ahead: int) -> list[int]:
    """Return the tokens of the number's own clause around it, nearest first, before it and then after it."""
    places: list[int] = []
    for place in range(draft.begin - 1, max(draft.reads_from, draft.begin - back, 0) - 1, -1):
        if tokens.forms[place] in ENDS:
            break
        places.append(place)
    for place in range(draft.end, min(draft.end + ahead, ceiling, tokens.count)):
        if tokens.forms[place] in ENDS or tokens.forms[place] == ",":
            break
        places.append(place)
    return places
