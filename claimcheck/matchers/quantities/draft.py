"""Stage 5, match: a number → what it is a number of: money, a share, a measure, a duration, a count.

A draft is put together piece by piece and then frozen into a ``Quantity``; its token range grows with what is taken in.
"""

from dataclasses import dataclass
from decimal import Decimal

from claimcheck.matchers.quantities.currencies import Currency, currency_after, currency_before
from claimcheck.matchers.quantities.nouns import noun_after
from claimcheck.matchers.quantities.numeral import Numeral, take_short_scale
from claimcheck.matchers.quantities.rates import rate_before, rates_at
from claimcheck.matchers.quantities.shares import Share
from claimcheck.matchers.quantities.symbols import unit_at
from claimcheck.matchers.quantities.tables import Lexis, is_time
from claimcheck.matchers.scanning import Tokens
from claimcheck.matchers.values import Bound, Dimension, Quantity

_WEIGHT_REACH = 4
_ASIDE = frozenset({")", ","})
"""What may stand between an amount told by the way and its rate: "60,000 pesos ($15) a day", "or $15, a day"."""
_TEMPERATURES = frozenset({"degC", "degF", "deg"})
_MOST_TIMES = 20
"""Beyond, "shared 500 times" counts how often; below, "three times the price" is more likely."""


@dataclass(slots=True)
class Draft:
    """A quantity being read: its tokens, and what is known of it so far."""

    numeral: Numeral
    begin: int
    end: int
    low: Decimal
    high: Decimal
    digits: int
    step: Decimal
    dimension: Dimension = Dimension.COUNT
    unit: str = ""
    currency: str = ""
    part: Decimal = Decimal(1)
    """How much of the currency one is: a cent is 0.01."""
    per: str = ""
    bound: Bound = Bound.EXACT
    noun: tuple[str, ...] = ()
    noun_end: int = 0
    stat: str = ""
    basis: str = ""
    change: str = ""
    parts: tuple[Decimal, ...] = ()
    is_name: bool = False
    """Whether it is half of the score of a match, or one end of a span of years."""
    after_change: bool = False
    """Whether it follows directly on the size of a change: "rose 8 % to 1.3 billion"."""
    reached: bool = False
    """Whether it is told as one that was reached at the most."""
    reads_from: int = 0
    """The token from which words to the left are its own: after the quantity before it."""
    changes_from: int | None = None
    """The token from which a word of change is its own, where a time stands before it; none where none does."""

    @classmethod
    def of(cls, found: Numeral) -> "Draft":
        """Return the draft of a number of which nothing else is known."""
        return cls(found, found.begin, found.end, found.low, found.high, found.digits, found.step, bound=found.bound)

    @property
    def is_bare(self) -> bool:
        """Whether nothing says what it is a number of."""
        return self.dimension is Dimension.COUNT and not self.noun and not self.per

    def scale_by(self, factor: Decimal) -> None:
        """Multiply the value and all that depends on it."""
        self.low, self.high, self.step = self.low * factor, self.high * factor, self.step * factor
        self.numeral.alternatives = tuple(value * factor for value in self.numeral.alternatives)

    def freeze(self, tokens: Tokens, original: str) -> Quantity:
        """Return the finished quantity."""
        start, end = tokens.span(self.begin, self.end)
        return Quantity(
            low=_plain(self.low),
            high=_plain(self.high),
            dimension=self.dimension,
            span=(start, end),
            text=original[start:end],
            unit=self.unit,
            currency=self.currency,
            per=self.per,
            bound=self.bound,
            digits=self.digits,
            step=_plain(self.step),
            scale_word=self.numeral.scale_word,
            noun=self.noun,
            stat=self.stat,
            basis=self.basis,
            change=self.change,
            vague=self.numeral.vague,
            alternatives=self.numeral.alternatives,
            parts=tuple(map(_plain, self.parts)),
            reached=self.reached,
        )


def _plain(value: Decimal) -> Decimal:
    """Return a number without an exponent, and without noughts behind the decimal sign that a scale has used up."""
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if value == whole else value.normalize()


def draft_share(share: Share, index: int, numeral: Numeral | None = None) -> Draft:
    """Return the draft of a share."""
    numeral = numeral or Numeral(index, share.end, share.value, share.value, 2, share.step, spelled=True)
    draft = Draft(numeral, index, share.end, share.value, share.value, 2, share.step, Dimension.RATIO)
    draft.noun, draft.unit, draft.parts = share.noun, share.mark, share.parts
    draft.bound = share.bound
    numeral.vague = numeral.vague or share.bound is not Bound.EXACT
    return draft


def draft_multiple(value: Decimal, begin: int, end: int) -> Draft:
    """Return the draft of a multiple that one word says: "doubled"."""
    numeral = Numeral(begin, end, value, value, 1, Decimal(1), spelled=True)
    return Draft(numeral, begin, end, value, value, 1, Decimal(1), Dimension.MULTIPLE)


def draft_number(tokens: Tokens, lexis: Lexis, found: Numeral, floor: int) -> Draft:
    """Return the draft of a number with its currency or unit, rate and noun.

    ``floor`` is the token from which words belong to this number, not to the one before.
    """
    before = currency_before(tokens, found.begin)
    if before is not None and before.place < floor:
        before = None
    take_short_scale(tokens, lexis, found, money=before is not None or _is_money_scale(tokens, lexis, found))
    draft = Draft.of(found)
    draft.reads_from = floor
    if before is not None:
        _take_currency(tokens, lexis, draft, before)
    elif not _take_unit(tokens, lexis, draft):
        draft.noun, draft.noun_end = noun_after(tokens, lexis, draft.end, single=found.low == 1)
        _take_distant_unit(tokens, lexis, draft)
        if lexis.times_before.before(tokens, draft.begin) is not None:
            draft.dimension, draft.noun = Dimension.MULTIPLE, ()
        elif draft.low == draft.high != 0 and lexis.divided_before.before(tokens, draft.begin) is not None:
            draft.dimension, draft.noun = Dimension.MULTIPLE, ()
            draft.low = draft.high = 1 / draft.low
    elif draft.dimension is Dimension.PERCENT and lexis.of.at(tokens, draft.end) is not None:
        draft.noun, draft.noun_end = noun_after(tokens, lexis, draft.end)
    _take_sign(tokens, lexis, draft, floor)
    _take_rate(tokens, lexis, draft)
    return draft


def _is_money_scale(tokens: Tokens, lexis: Lexis, found: Numeral) -> bool:
    place = found.end + 1
    if not tokens.is_word(found.end) or found.scale != 1:
        return False
    if tokens.form(place) in lexis.fillers or tokens.form(place) == "d'":
        place += 1
    return currency_after(tokens, lexis, place) is not None


def _take_currency(tokens: Tokens, lexis: Lexis, draft: Draft, before: Currency) -> None:
    draft.dimension, draft.currency, draft.begin = Dimension.MONEY, before.code, before.place
    draft.scale_by(before.part)
    # "$5 US", "£5 pounds", "$400 million dollars": the name says again, or better, what the sign said.
    after = currency_after(tokens, lexis, draft.end)
    if after is not None and before.code in {after.code, "USD"} and after.part == 1:
        draft.currency, draft.end = after.code, after.place


def _take_unit(tokens: Tokens, lexis: Lexis, draft: Draft) -> bool:
    """Take in what stands behind the number; says whether it is a unit, a currency or a share."""
    end = draft.end
    hyphen = tokens.form(end) == "-" and tokens.glued(end - 1) and tokens.glued(end)
    place = end + 1 if hyphen else end
    percent = lexis.percent.at(tokens, place)
    if percent is not None:
        points = lexis.points.at(tokens, percent[1])
        if points is not None:
            return _set(draft, Dimension.POINTS, points[1])
        return _set(draft, Dimension.PERCENT, percent[1])
    points = lexis.points.at(tokens, place)
    if points is not None:
        draft.scale_by(points[0])
        return _set(draft, Dimension.POINTS, points[1])
    times = lexis.times.at(tokens, place)
    if times is not None:
        if draft.low > _MOST_TIMES and tokens.form(times[1]) not in lexis.comparatives:
            draft.noun = (tokens.form(times[1] - 1),)
            return _set(draft, Dimension.COUNT, times[1])
        return _set(draft, Dimension.MULTIPLE, times[1])
    age = lexis.ages_after.at(tokens, end)
    if age is not None:
        draft.unit, draft.noun = "year", (lexis.age,)
        return _set(draft, Dimension.DURATION, age[1])
    return _take_named(tokens, lexis, draft, place)


def _take_named(tokens: Tokens, lexis: Lexis, draft: Draft, place: int) -> bool:
    """Take in a currency or a unit of measure, with the "of" that a scale word wants before it: millions d'euros."""
    scaled = draft.numeral.scale_word or draft.numeral.vague or draft.bound is Bound.ABOUT
    small = lexis.after_decimals.at(tokens, place) if draft.step < 1 and not draft.numeral.spelled else None
    if small is not None:
        draft.currency, draft.part = small[0]
        draft.scale_by(draft.part)
        return _set(draft, Dimension.MONEY, small[1])
    linked = lexis.of.at(tokens, place) if scaled else None
    for start in (place, linked[1]) if linked else (place,):
        after = currency_after(tokens, lexis, start)
        unit = unit_at(tokens, lexis, start, after_digits=not draft.numeral.spelled)
        if unit is not None and (after is None or unit[1] > after.place):
            draft.unit = unit[0]
            _set(draft, Dimension.DURATION if is_time(unit[0]) else Dimension.MEASURE, unit[1])
            _take_half(tokens, lexis, draft)
            return True
        if after is not None and unit is not None and _is_weight(tokens, lexis, draft, after.place):
            draft.unit = unit[0]
            return _set(draft, Dimension.MEASURE, unit[1])
        if after is not None:
            draft.currency, draft.part = after.code, after.part
            draft.scale_by(after.part)
            return _set(draft, Dimension.MONEY, after.place)
    return False


def _is_weight(tokens: Tokens, lexis: Lexis, draft: Draft, end: int) -> bool:
    """Whether pounds, which name a currency and a unit alike, are weighed here."""
    if lexis.language == "en" and tokens.form(end - 1) == "pound" and draft.low > 1:
        # "A 212-pound fish": the amount would be "£212".
        return True
    around = tokens.forms[max(0, draft.begin - _WEIGHT_REACH) : draft.begin] + tokens.forms[end : end + _WEIGHT_REACH]
    return any(form in lexis.weighing for form in around)


def _take_half(tokens: Tokens, lexis: Lexis, draft: Draft) -> None:
    """Take in the half behind a unit: "une heure et demie"."""
    part = lexis.and_parts.at(tokens, draft.end)
    if part is None or draft.step != 1:
        return
    value, draft.end = part
    draft.low, draft.high, draft.step, draft.digits = draft.low + value, draft.high + value, value, draft.digits + 1
    draft.numeral.lone = False


def _take_distant_unit(tokens: Tokens, lexis: Lexis, draft: Draft) -> None:
    """Read a noun that is a unit of time as one: "ces huit dernières années", "ten long years"."""
    if not draft.noun:
        return
    unit = lexis.units.at(tokens, draft.noun_end - 1)
    if unit is not None and is_time(unit[0]) and lexis.no_units.at(tokens, draft.noun_end - 1) is None:
        draft.dimension, draft.unit, draft.noun = Dimension.DURATION, unit[0], ()
        draft.end = draft.noun_end


def _set(draft: Draft, dimension: Dimension, end: int) -> bool:
    draft.dimension, draft.end = dimension, end
    return True


def _take_sign(tokens: Tokens, lexis: Lexis, draft: Draft, floor: int) -> None:
    """Take in a minus or a plus; before a percentage it says which way, before anything else it is the value's."""
    place = draft.begin - 1
    sign = tokens.form(place)
    if draft.unit in _TEMPERATURES and (sign in lexis.minus or lexis.below_zero.at(tokens, draft.end) is not None):
        draft.low, draft.high = -draft.high, -draft.low
        draft.begin = place if sign in lexis.minus else draft.begin
        return
    if place < floor or sign not in {"-", "\u2013", "+", "±"} or not tokens.glued(place) or tokens.glued(place - 1):
        return
    if draft.dimension in {Dimension.PERCENT, Dimension.POINTS}:
        draft.change = {"+": "up", "±": ""}.get(sign, "down")
    elif sign == "\u2013" and draft.dimension is Dimension.COUNT:
        return
    elif sign in {"-", "\u2013"}:
        draft.low, draft.high = -draft.high, -draft.low
        draft.numeral.alternatives = tuple(-value for value in draft.numeral.alternatives)
    draft.begin = place
    draft.numeral.written = ""


def _rate_of_stuff(tokens: Tokens, lexis: Lexis, place: int) -> tuple[str, int] | None:
    """Return the rate behind what is measured: "64 tonnes of plastic a week"."""
    of = lexis.of.at(tokens, place)
    if of is None:
        return None
    for end in range(of[1] + 1, of[1] + 3):
        if not tokens.is_word(end - 1):
            return None
        rate = rates_at(tokens, lexis, end, weak=False)
        if rate is not None:
            return rate
    return None


def _take_rate(tokens: Tokens, lexis: Lexis, draft: Draft) -> None:
    """Take in "per hour" behind the unit, or behind the noun that is counted."""
    is_money = draft.dimension is Dimension.MONEY
    place = draft.end
    for _ in range(2):
        basis = lexis.basis.at(tokens, place)
        if basis is None:
            break
        draft.basis, place = basis
    rate = rates_at(tokens, lexis, place, weak=is_money)
    if rate is None and is_money and tokens.form(place) in _ASIDE:
        aside = rates_at(tokens, lexis, place + 1, weak=False)
        draft.per = aside[0] if aside is not None else ""
    if rate is None and draft.noun_end > draft.end:
        rate = rates_at(tokens, lexis, draft.noun_end, weak=False)
    if rate is None and draft.dimension is Dimension.MEASURE:
        rate = _rate_of_stuff(tokens, lexis, place)
    if rate is not None:
        draft.per, draft.end = rate
        # "9 euros an hour, after costs"
        basis = lexis.basis.at(tokens, draft.end + (tokens.form(draft.end) == ","))
        draft.basis = basis[0] if basis is not None else draft.basis
    elif is_money and not draft.per:
        draft.per = rate_before(tokens, lexis, draft.begin)
    if is_money and not draft.basis and tokens.form(draft.end) == ",":
        # "30,000 shillings a month, before tax": one word alone may begin something else.
        behind = lexis.basis.at(tokens, draft.end + 1)
        draft.basis = behind[0] if behind is not None and behind[1] > draft.end + 2 else ""
    if draft.per and draft.dimension is Dimension.MULTIPLE:
        draft.dimension, draft.noun = Dimension.COUNT, ("times",)
