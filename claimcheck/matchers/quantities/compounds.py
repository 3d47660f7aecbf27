"""Stage 5, match: measures said in two or more units → one quantity: "two hours and fifty-one minutes", "5 feet 11".

The value is in the smallest unit said, so that it equals "171 minutes".  Only units that go into each other a whole
number of times are put together, for a year is no whole number of days; and only amounts below one of the larger unit,
for "2 hours and 90 minutes" are two lengths of time.
"""

from decimal import Decimal

from claimcheck.matchers.quantities.draft import Draft
from claimcheck.matchers.quantities.numeral import Numeral
from claimcheck.matchers.quantities.ranges import range_opener
from claimcheck.matchers.quantities.symbols import unit_at
from claimcheck.matchers.quantities.tables import Lexis
from claimcheck.matchers.scanning import Tokens
from claimcheck.matchers.units import to_base
from claimcheck.matchers.values import Bound, Dimension

_CHAINS = (
    ("year", "month"),
    ("week", "day", "hour", "minute", "second"),
    ("mi", "yd", "ft", "in"),
    ("lb", "oz"),
    ("t", "kg", "g", "mg"),
    ("km", "m", "cm", "mm"),
)
"""Units from large to small, of which a measure may be made up."""
_LISTED = frozenset({"t", "kg", "km", "m"})
"""Units of which two are only one measure where nothing stands between: "1 km, 500 m" may be two races."""
_SMALLER = {chain[place]: frozenset(chain[place + 1 :]) for chain in _CHAINS for place in range(len(chain) - 1)}
_REST = {"ft": "in", "m": "cm", "kg": "g", "hour": "minute", "minute": "second"}
"""The unit of digits that stand behind a unit with none of their own: "1 m 80"."""
_SIXTY = 60
_ENDING = frozenset({".", ",", ";", ":", ")", "\n", '"', "!", "?"})


def parts_of(large: str, small: str) -> Decimal | None:
    """Return how many of the small unit a large one is, or none where the two make no measure together."""
    if small not in _SMALLER.get(large, ()):
        return None
    one, other = to_base(large), to_base(small)
    return one.factor / other.factor if one is not None and other is not None else None


def join_compounds(tokens: Tokens, lexis: Lexis, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with each run that states one measure made one."""
    joined: list[Draft] = []
    for draft in drafts:
        if joined and _is_compound(tokens, lexis, joined[-1], draft):
            joined[-1] = _merge(joined[-1], draft)
        else:
            joined.append(draft)
    return joined


def _is_compound(tokens: Tokens, lexis: Lexis, before: Draft, draft: Draft) -> bool:
    """Whether a measure goes on in a smaller unit."""
    if draft.begin - before.end > 2 or not _is_whole(before) or not _may_follow(draft):  # noqa: PLR2004 - ", and"
        return False
    factor = parts_of(before.unit, draft.unit)
    if factor is None or draft.low >= factor or before.per or before.noun or before.change:
        return False
    gap = tokens.forms[before.end : draft.begin]
    if gap and (
        before.unit in _LISTED or not (gap == [","] or gap[-1] in lexis.compound_joins or _is_tied(tokens, before))
    ):
        return False
    if gap == [","] and lexis.more.at(tokens, draft.end) is not None:
        return False  # "3 hours, 20 minutes longer"
    if len(gap) == 2 and gap[0] != ",":  # noqa: PLR2004
        return False
    if gap and range_opener(tokens, lexis, before) is not None and tokens.form(before.begin - 1) not in lexis.by:
        return False
    return not any(form in lexis.apart for form in (tokens.form(draft.end), tokens.form(draft.end + 1)))


def _is_tied(tokens: Tokens, before: Draft) -> bool:
    """Whether hyphens tie the units: a 5-foot-11-inch man."""
    return tokens.form(before.end) == "-" and tokens.glued(before.end - 1) and tokens.glued(before.end)


def _is_whole(draft: Draft) -> bool:
    return (
        draft.dimension in {Dimension.MEASURE, Dimension.DURATION}
        and draft.low == draft.high == draft.low.to_integral_value()
        and draft.numeral.scale == 1
        and not draft.numeral.vague
    )


def _may_follow(draft: Draft) -> bool:
    return draft.dimension in {Dimension.MEASURE, Dimension.DURATION} and draft.low == draft.high and draft.low >= 0


def _merge(before: Draft, draft: Draft) -> Draft:
    """Return one draft of both, in the unit of the second."""
    factor = parts_of(before.unit, draft.unit) or Decimal(1)
    bound = draft.bound
    draft.low = draft.high = before.low * factor + draft.low
    draft.begin, draft.reads_from = before.begin, before.reads_from
    draft.digits = len(str(int(draft.low / draft.step))) if draft.step else draft.digits
    draft.bound = before.bound if before.bound is not Bound.EXACT else bound
    draft.numeral.alternatives = ()
    draft.numeral.written = ""
    draft.numeral.lone = False
    return draft


def take_rest(tokens: Tokens, lexis: Lexis, draft: Draft) -> None:
    """Take in digits of the next smaller unit, which is left unsaid: "1 m 80", "3 kg 200", "5-foot-11"."""
    if draft.unit not in lexis.rests or not _is_whole(draft) or draft.per or draft.noun:
        return
    tied = _is_tied(tokens, draft)
    place = draft.end + 1 if tied else draft.end
    form = tokens.form(place)
    smaller = _REST[draft.unit]
    factor = parts_of(draft.unit, smaller)
    if factor is None or not form.isdecimal() or tokens.form(place - 1) == "\n":
        return
    digits = lexis.rests[draft.unit]
    if len(form) > digits or (len(form) < digits and digits == 3) or not Decimal(form) < factor:  # noqa: PLR2004
        return
    if not tied and not _ends(tokens, lexis, place + 1):
        return
    draft.low = draft.high = draft.low * factor + Decimal(form)
    draft.unit, draft.end, draft.step = smaller, place + 1, Decimal(1)
    draft.digits = len(str(int(draft.low)))
    draft.numeral.written, draft.numeral.lone = "", False


def take_padded(tokens: Tokens, lexis: Lexis, draft: Draft) -> None:
    """Take in minutes and seconds written with a nought before them: "2 h 07 min 08 s"."""
    while draft.unit in _PADDED and _is_whole(draft) and not draft.per:
        form = tokens.form(draft.end)
        smaller = _PADDED[draft.unit]
        unit = unit_at(tokens, lexis, draft.end + 1, after_digits=True)
        padded = form[:1] == "0" and form.isdecimal() and len(form) == len("07")
        if not padded or unit is None or unit[0] != smaller:
            return
        draft.low = draft.high = draft.low * _SIXTY + Decimal(form)
        draft.unit, draft.end, draft.step = smaller, unit[1], Decimal(1)
        draft.digits = len(str(int(draft.low)))


_PADDED = {"hour": "minute", "minute": "second"}


def _ends(tokens: Tokens, lexis: Lexis, place: int) -> bool:
    """Whether nothing is counted by the digits before a token, nor do they go on."""
    form = tokens.form(place)
    if tokens.is_number(place) or (tokens.glued(place - 1) and tokens.glued(place) and tokens.is_number(place + 1)):
        return False
    return form in lexis.stops or form in _ENDING or lexis.of.at(tokens, place) is not None


def lasting_time(tokens: Tokens, lexis: Lexis, index: int) -> Draft | None:
    """Return the length of time that hours, minutes and seconds say behind a word for one: "in 2:14:11"."""
    places = range(index, index + 5, 2)
    if not all(tokens.is_number(place) for place in places) or lexis.lasting.before(tokens, index) is None:
        return None
    if any(
        tokens.form(place) != ":" or not tokens.glued(place) or not tokens.glued(place - 1)
        for place in (index + 1, index + 3)
    ):
        return None
    hours, minutes, seconds = (tokens.form(place) for place in places)
    if tokens.form(index + 5) in lexis.masks["clock_only"]:
        return None
    if len(hours) > 2 or len(minutes) != 2 or len(seconds) != 2 or int(minutes) >= _SIXTY or int(seconds) >= _SIXTY:  # noqa: PLR2004
        return None
    value = Decimal((int(hours) * _SIXTY + int(minutes)) * _SIXTY + int(seconds))
    numeral = Numeral(index, index + 5, value, value, len(str(value)), Decimal(1))
    draft = Draft.of(numeral)
    draft.dimension, draft.unit = Dimension.DURATION, "second"
    return draft
