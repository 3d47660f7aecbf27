"""Stage 5, match: a number → a share: "one in four", "two thirds", "1/3 of", "jeder vierte".

A share is written as a fraction of one.  Its step is a twentieth where the denominator is small, for such shares are
rounded by those who say them.
"""

from decimal import Decimal
from typing import NamedTuple

from claimcheck.matchers.quantities.nouns import noun_after
from claimcheck.matchers.quantities.numeral import Numeral, read_numeral
from claimcheck.matchers.quantities.rates import is_round
from claimcheck.matchers.quantities.tables import Lexis
from claimcheck.matchers.scanning import Tokens
from claimcheck.matchers.values import Bound

COARSE = Decimal("0.05")
_SMALL = 10
_MARKS = frozenset({"5", "10", "20", "100"})
"""What marks are given out of."""
_RATES = 1000
_NOUN_FIRST = frozenset({"fr", "es", "pt", "it"})
"""Languages that name what is counted before what kind of it."""
_NOUN_WORDS = 3
_STOPPING = frozenset({".", ",", ";", ")", "\n"})
"""What ends a phrase that is a share by itself only after a bound: "fell by nearly half."."""


class Share(NamedTuple):
    """A share found: its value, the step it is written in, the token after it, the noun between its numbers."""

    value: Decimal
    step: Decimal
    end: int
    noun: tuple[str, ...] = ()
    mark: str = ""
    """What it is a mark out of, as a unit: ``/10``."""
    parts: tuple[Decimal, ...] = ()
    """The part and the whole, where both are counts of their own: *26 out of 28*; "2 in 20" is only a rate."""
    bound: Bound = Bound.EXACT


def step_of(denominator: Decimal) -> Decimal:
    """Return how finely a share of so many parts is said."""
    return COARSE if denominator <= _SMALL else Decimal(1) / denominator


def share_from(tokens: Tokens, lexis: Lexis, found: Numeral, original: str) -> Share | None:
    """Return the share that a number begins, or none."""
    if found.vague or found.scale_word:
        return None
    return _slashed(tokens, lexis, found) or _parts(tokens, lexis, found) or _ratio(tokens, lexis, found, original)


def _slashed(tokens: Tokens, lexis: Lexis, found: Numeral) -> Share | None:
    """1/3 of, 2/3 des."""
    end = found.end
    if tokens.form(end) != "/" or not tokens.is_number(end + 1) or not tokens.glued(end - 1):
        return None
    bottom = tokens.form(end + 1)
    if _is_mark(tokens, lexis, found, bottom):
        return Share(found.low / Decimal(bottom), found.step / Decimal(bottom), end + 2, mark=f"/{bottom}")
    if len(bottom) > 2 or tokens.form(end + 2) == "/" or bottom[0] == "0":  # noqa: PLR2004
        return None
    denominator = Decimal(bottom)
    if not found.low < denominator or denominator > _SMALL:
        return None
    if lexis.of.at(tokens, end + 2) is None and tokens.form(end + 2) not in lexis.definite:
        return None
    return Share(found.low / denominator, COARSE, end + 2)


def _is_mark(tokens: Tokens, lexis: Lexis, found: Numeral, bottom: str) -> bool:
    """Whether digits are a mark out of ten, twenty or a hundred: 8.3/10, 78/100; "le 4/10" is a day."""
    if (
        bottom not in _MARKS
        or found.low > Decimal(bottom)
        or (tokens.glued(found.end + 1) and (tokens.form(found.end + 2) in {"/", "-"}))
    ):
        return False
    before = tokens.form(found.begin - 1)
    return (
        not found.written
        or bottom == "100"
        or (
            bottom != "5"
            and before not in lexis.definite
            and before not in lexis.masks["when"]
            and before not in {"le", "on", "il", "el", "am", "o"}
        )
    )


def _parts(tokens: Tokens, lexis: Lexis, found: Numeral) -> Share | None:
    """Two thirds, trois quarts, a third of."""
    end = found.end
    place = end + 1 if tokens.form(end) == "-" and tokens.is_word(end + 1) else end
    denominator = lexis.denominators.get(tokens.form(place))
    if denominator is None or found.low > denominator or found.low != int(found.low):
        return None
    plural = found.low > 1
    if not plural and lexis.language != "de" and not _ends_share(tokens, lexis, place + 1):
        return None
    return Share(found.low / denominator, COARSE, place + 1)


_ONLY_BOUNDED = frozenset({"tiers", "quart"})
"""Shares without an article of their own: "plus du tiers" of them, but "la part du tiers", "un pays tiers"."""


def _is_bounded_share(tokens: Tokens, lexis: Lexis, index: int, end: int) -> bool:
    bounded = tokens.form(index - 1) == "du" and lexis.bounds_before.before(tokens, index) is not None
    return bounded and _ends_share(tokens, lexis, end)


def _ends_share(tokens: Tokens, lexis: Lexis, index: int) -> bool:
    """Whether what follows shows a share, not a place in a row: "a third of", "by a third.", not "a third person"."""
    if lexis.of.at(tokens, index) is not None or tokens.form(index) in lexis.definite:
        return True
    return not tokens.is_word(index) or tokens.form(index) in lexis.stops


def _ratio(tokens: Tokens, lexis: Lexis, found: Numeral, original: str) -> Share | None:
    place = found.end
    noun: tuple[str, ...] = ()
    words: list[str] = []
    for _ in range(_NOUN_WORDS + 1):
        joined = lexis.ratios.at(tokens, place)
        if joined is not None:
            if words and joined[1] == place + 1 and tokens.form(place) in lexis.weak_ratios:
                return None
            noun = tuple(words[:1]) if lexis.language in _NOUN_FIRST else tuple(words[-1:])
            return _over(tokens, lexis, found, joined[1], original, noun)
        of = lexis.of.at(tokens, place) if words and lexis.language in _NOUN_FIRST else None
        if of is not None:
            # "Une infirmière de nuit sur cinq": of what kind those are stands behind them.
            place = of[1]
        if not tokens.is_word(place) or tokens.form(place) in lexis.stops:
            return None
        words.append(tokens.form(place))
        place += 1
    return None


def _over(
    tokens: Tokens, lexis: Lexis, found: Numeral, index: int, original: str, noun: tuple[str, ...]
) -> Share | None:
    bottom = read_numeral(tokens, lexis, index, original)
    if bottom is None or bottom.vague or bottom.scale_word or bottom.low <= found.high or bottom.low != int(bottom.low):
        return None
    if bottom.low >= _RATES and is_round(bottom.low) and lexis.counted_per.before(tokens, index) is not None:
        # "12 por cada 100.000": a rate, which is told per so many.
        return None
    if found.spelled != bottom.spelled and bottom.written and bottom.low > 100:  # noqa: PLR2004 - "one in 2020"
        return None
    if bottom.written and len(bottom.written) == 4:  # noqa: PLR2004 - a year
        return None
    if lexis.units.at(tokens, bottom.end) is not None or lexis.percent.at(tokens, bottom.end) is not None:
        return None
    if found.step < 1 and not noun and bottom.written in _MARKS:
        # "8.3 out of 10": of whole things, none is counted in tenths.
        return Share(found.low / bottom.low, found.step / bottom.low, bottom.end, mark=f"/{bottom.written}")
    counted = found.low > 1 and not _is_rate(bottom.low) and found.low == int(found.low) == found.high
    parts = (found.low, bottom.low) if counted and bottom.low > _SMALL else ()
    return Share(found.low / bottom.low, step_of(bottom.low), bottom.end, noun, parts=parts)


_TIMES = frozenset({"time", "temps", "tiempo", "zeit", "tempo"})


def _majority(tokens: Tokens, lexis: Lexis, index: int) -> int | None:
    """Return the token after a phrase that says more than half: "the majority of", "most workers"; or none."""
    found = lexis.majorities.at(tokens, index)
    if found is None or tokens.form(index - 1) in lexis.definite:
        return None
    of = lexis.of.at(tokens, found[1])
    following = of[1] if of is not None else found[1]
    if not tokens.is_word(following) or tokens.form(following) in lexis.numbers or tokens.form(following) in _TIMES:
        # "la majorité des deux tiers", "la plupart du temps"
        return None
    if of is not None:
        return found[1]
    bare = tokens.form(found[1] - 1) == lexis.most and lexis.most
    return found[1] if bare and noun_after(tokens, lexis, following)[0] and tokens.form(index - 1) != "the" else None


def _is_rate(whole: Decimal) -> bool:
    """Return whether a whole is one that rates are told of, 10, 20, 50, 1,000, not a number of things: 410, 28."""
    return int(whole) % _SMALL == 0 and str(int(whole)).rstrip("0") in {"1", "2", "5"}


def share_phrase(tokens: Tokens, lexis: Lexis, index: int) -> Share | None:
    """Return the share that a whole phrase says at a token: "half of", "la moitié", "a third of"."""
    ordinal = lexis.ordinal_shares.at(tokens, index)
    if ordinal is not None:
        # "jeder Fünfte ist arm", "jeder fünfte Befragte"
        noun = tokens.form(ordinal[1]) not in lexis.stops and tokens.is_word(ordinal[1])
        if noun or tokens.is_capital(ordinal[1] - 1):
            return Share(ordinal[0], COARSE, ordinal[1])
    before = tokens.form(index - 1)
    most = _majority(tokens, lexis, index)
    if most is not None:
        return Share(Decimal(1) / 2, COARSE, most, bound=Bound.MORE_THAN)
    found = lexis.shares.at(tokens, index)
    if found is not None:
        end = found[1]
        last = tokens.form(end - 1)
        if end == index + 1 and last in _ONLY_BOUNDED and not _is_bounded_share(tokens, lexis, index, end):
            return None
        if last in _STOPPING and lexis.bounds_before.before(tokens, index) is None and before not in lexis.by:
            return None
        return Share(found[0], COARSE, end - 1 if last == "of" or last in _STOPPING else end)
    if tokens.form(index) in lexis.articles_of_groups and tokens.form(index - 1) != lexis.joiner:
        denominator = lexis.denominators.get(tokens.form(index + 1))
        if denominator is not None and _ends_share(tokens, lexis, index + 2):
            return Share(Decimal(1) / denominator, COARSE, index + 2)
    return None
