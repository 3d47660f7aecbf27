"""Stage 5, match: tokens → one number as written, in digits or in words, with its scale word.

Separators are read by the language of the text.  Where the written form means another number in another language
(``3.000`` in English), the other reading is kept beside it.
"""

from dataclasses import dataclass
from decimal import Decimal

from claimcheck.matchers.quantities.spelled import read_spelled
from claimcheck.matchers.quantities.tables import Lexis
from claimcheck.matchers.scanning import Tokens
from claimcheck.matchers.values import Bound

MOST_DIGITS = 24
"""More are no quantity, and cost time."""
_GROUP = 3
_GROUPED = 1000
_SPACES = " \xa0\u202f\u2009\u2007"
_HALVES = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
    "⅕": Decimal("0.2"),
    "⅛": Decimal("0.125"),
}
FRACTION_SIGNS = frozenset(_HALVES)
_SUPERSCRIPTS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(slots=True)
class Numeral:
    """A number as it stands in a text: which tokens, its value, how finely it is written."""

    begin: int
    end: int
    low: Decimal
    high: Decimal
    digits: int
    step: Decimal
    scale_word: str = ""
    scale: Decimal = Decimal(1)
    alternatives: tuple[Decimal, ...] = ()
    written: str = ""
    """The digits as written where there is no separator, sign or scale; such a number may be a year or a label."""
    lone: bool = False
    """Whether it is a word such as *one*, which is a number only where a unit follows."""
    spelled: bool = False
    vague: bool = False
    bound: Bound = Bound.EXACT


def read_numeral(tokens: Tokens, lexis: Lexis, index: int, original: str) -> Numeral | None:
    """Return the number that begins at a token, its long scale word included, or none."""
    phrase = None if tokens.is_number(index) else _read_phrase(tokens, lexis, index)
    found = phrase or _read_plain(tokens, lexis, index, original)
    if found is None:
        return None
    _extend(tokens, lexis, found, original)
    return found


def _read_plain(tokens: Tokens, lexis: Lexis, index: int, original: str) -> Numeral | None:
    if tokens.is_number(index):
        return read_digits(tokens, lexis, index, original)
    form = tokens.form(index)
    if form in FRACTION_SIGNS:
        if tokens.glued(index - 1):
            return None
        value = _HALVES[form]
        return Numeral(index, index + 1, value, value, 2, Decimal("0.05"))
    return read_words(tokens, lexis, index)


def read_words(tokens: Tokens, lexis: Lexis, index: int) -> Numeral | None:
    """Return the number that begins at a token and is said in words, without the scale word behind it."""
    form = tokens.form(index)
    if form in lexis.articles:
        following = tokens.form(index + 1)
        if following in lexis.multipliers:
            spelled = read_spelled(tokens, lexis, index + 1)
            if spelled is not None:
                return _of_words(index, spelled[1], spelled[0], tokens, lone=False)
        if lexis.scales.at(tokens, index + 1) is None and not _goes_on(tokens, lexis, index + 1):
            return None
        return Numeral(index, index + 1, Decimal(1), Decimal(1), 1, Decimal(1), spelled=True)
    spelled = read_spelled(tokens, lexis, index)
    if spelled is None:
        return _bare_scale(tokens, lexis, index)
    value, end = spelled
    alone = end == index + 1 and form in lexis.lone and lexis.and_parts.at(tokens, end) is None
    return _of_words(index, end, value, tokens, lone=alone)


def _goes_on(tokens: Tokens, lexis: Lexis, index: int) -> bool:
    """Whether a unit begins at a token with more of it, or of a smaller one, behind: "an hour and a half"."""
    unit = lexis.units.at(tokens, index)
    if unit is None:
        return False
    place = unit[1]
    if lexis.and_parts.at(tokens, place) is not None:
        return True
    if tokens.form(place) not in lexis.compound_joins:
        return False
    following = tokens.form(place + 1)
    return following[0].isdecimal() or (following in lexis.numbers and following not in lexis.lone)


def _bare_scale(tokens: Tokens, lexis: Lexis, index: int) -> Numeral | None:
    """Return the number that a scale word of two words is by itself: "mil millones de euros"."""
    scale = lexis.scales.at(tokens, index)
    if scale is None or scale[1] - index < 2:  # noqa: PLR2004 - one word alone is no number
        return None
    return Numeral(index, index, Decimal(1), Decimal(1), 1, Decimal(1), spelled=True)


def _of_words(begin: int, end: int, value: int, tokens: Tokens, *, lone: bool) -> Numeral:
    number = Decimal(value)
    digits, step = precision(str(value), 0)
    thousand = value >= 1000 and value % 1000 == 0  # noqa: PLR2004
    word = tokens.form(end - 1) if thousand else ""
    return Numeral(begin, end, number, number, digits, step, scale_word=word, lone=lone, spelled=True)


def _read_phrase(tokens: Tokens, lexis: Lexis, index: int) -> Numeral | None:
    """Return a number said as a phrase: a dozen, dozens of, half a million."""
    vague = lexis.vague.at(tokens, index)
    rounded = lexis.rounded.at(tokens, index)
    if vague is not None and (rounded is None or vague[1] > rounded[1]):
        (low, high), end = vague
        return Numeral(index, end, low, high, 1, low, spelled=True, vague=True)
    if rounded is not None and _is_collective(tokens, lexis, rounded[1]):
        value, end = rounded
        digits, step = precision(str(value), 0)
        return Numeral(index, end, value, value, digits, step, spelled=True, bound=Bound.ABOUT)
    part = lexis.part_of.at(tokens, index)
    if part is None:
        return None
    value, end = part
    if lexis.scales.at(tokens, end) is None and lexis.units.at(tokens, end) is None:
        return None
    return Numeral(index, end, value, value, 1, value, spelled=True)


def _is_collective(tokens: Tokens, lexis: Lexis, end: int) -> bool:
    """Whether a Romance collective counts: "une quarantaine de cas", but not "une quarantaine stricte"."""
    if lexis.language in {"en", "de"} or not tokens.is_word(end):
        return True
    of = lexis.of.at(tokens, end)
    return tokens.form(end) in lexis.stops if of is None else not tokens.is_number(of[1])


def precision(integer: str, decimals: int) -> tuple[int, Decimal]:
    """Return the significant digits of a number as written and the place value of the last one."""
    bare = integer.lstrip("0")
    if decimals:
        return max(len(bare), 1), Decimal(1).scaleb(-decimals)
    kept = bare.rstrip("0") or "0"
    return len(kept), Decimal(1).scaleb(len(bare) - len(kept)) if bare else Decimal(1)


def read_digits(tokens: Tokens, lexis: Lexis, index: int, original: str) -> Numeral | None:
    """Return the number in digits that begins at a token, without scale word; none for what is no number."""
    groups = [tokens.form(index)]
    signs: list[str] = []
    place = index + 1
    total = len(groups[0])
    while (sign := _separator(tokens, place, original, groups)) and total <= MOST_DIGITS:
        place += 1 if sign == " " else 2
        groups.append(tokens.form(place - 1))
        signs.append(sign)
        total += len(groups[-1])
    if total > MOST_DIGITS or (len(groups[0]) > 1 and groups[0][0] == "0"):
        return None
    read = _interpret(groups, signs, lexis)
    if read is None:
        return None
    integer, decimals, alternatives = read
    value = Decimal(f"{integer}.{decimals}") if decimals else Decimal(integer)
    digits, step = precision(integer + decimals, len(decimals))
    written = groups[0] if not signs else ""
    found = Numeral(index, place, value, value, digits, step, alternatives=alternatives, written=written)
    following = tokens.form(place)
    mixed = _mixed(tokens, place) if written else None
    if mixed is not None:
        found.low = found.high = value + mixed
        found.step, found.digits, found.end, found.written = Decimal("0.5"), len(integer) + 1, place + 3, ""
    elif following in FRACTION_SIGNS and not decimals and place < tokens.count:
        found.low = found.high = value + _HALVES[following]
        found.step, found.digits, found.end, found.written = Decimal("0.5"), len(integer) + 1, place + 1, ""
    elif following[0] in _SUPERSCRIPTS and tokens.glued(place - 1):
        found.end = place + 1
    return found


def _mixed(tokens: Tokens, place: int) -> Decimal | None:
    """Return the fraction that digits behind a whole number say: the half of *1 1/2 hours*; or none."""
    if tokens.form(place + 1) != "/" or not (tokens.glued(place) and tokens.glued(place + 1)):
        return None
    top, bottom = tokens.form(place), tokens.form(place + 2)
    if bottom not in {"2", "3", "4", "8"} or not top.isdecimal() or len(top) > 1 or not 0 < int(top) < int(bottom):
        return None
    return Decimal(top) / Decimal(bottom)


def _separator(tokens: Tokens, place: int, original: str, groups: list[str]) -> str:
    """Return the separator that stands between the digits read and more digits, or nothing."""
    if not 0 < place < tokens.count:
        return ""
    sign = tokens.forms[place]
    if sign in {",", ".", "'"}:
        if tokens.glued(place - 1) and tokens.glued(place) and tokens.is_number(place + 1):
            return sign
        return ""
    if not sign[0].isdecimal() or len(sign) != _GROUP or len(groups[0]) > _GROUP:
        return ""
    gap = original[tokens.ends[place - 1] : tokens.starts[place]]
    if len(gap) != 1 or gap not in _SPACES or (len(groups) > 1 and len(groups[-1]) != _GROUP):
        return ""
    # "23 500" is one number in English too: two numbers side by side are far rarer, and half a number is a wrong one.
    return "" if tokens.glued(place) and tokens.is_word(place + 1) else " "


def _interpret(groups: list[str], signs: list[str], lexis: Lexis) -> tuple[str, str, tuple[Decimal, ...]] | None:
    """Return the digits before and after the decimal sign, and other readings; none where it is no number."""
    kinds = set(signs)
    if not signs:
        return groups[0], "", ()
    if len(kinds) == 1:
        return _one_kind(groups, signs, lexis)
    last = signs[-1]
    if len(kinds) > 2 or last in {" ", "'"} or signs.count(last) > 1 or not _is_grouped(groups[:-1]):  # noqa: PLR2004
        return None
    return "".join(groups[:-1]), groups[-1], ()


def _one_kind(groups: list[str], signs: list[str], lexis: Lexis) -> tuple[str, str, tuple[Decimal, ...]] | None:
    sign = signs[0]
    grouped = _is_grouped(groups) and groups[0] != "0"
    joined = "".join(groups)
    if len(signs) > 1 or sign in {" ", "'"}:
        return (joined, "", ()) if grouped or (sign == "," and _is_indian(groups)) else None
    if not grouped:
        return groups[0], groups[1], ()
    if sign != lexis.decimal:
        return joined, "", () if sign == lexis.group else (Decimal(f"{groups[0]}.{groups[1]}"),)
    if groups[1] == "000":
        return joined, "", (Decimal(groups[0]),)
    return groups[0], groups[1], (Decimal(joined),)


def _is_grouped(groups: list[str]) -> bool:
    return len(groups[0]) <= _GROUP and all(len(group) == _GROUP for group in groups[1:])


def _is_indian(groups: list[str]) -> bool:
    """Lakhs and crores are set off by two digits: 1,00,000."""
    return len(groups[0]) <= 2 and len(groups[-1]) == _GROUP and all(len(group) == 2 for group in groups[1:-1])  # noqa: PLR2004


def _extend(tokens: Tokens, lexis: Lexis, found: Numeral, original: str) -> None:
    """Take in the scale words behind a number, its half, and what is added to it: 3 million 500 thousand."""
    _take_scale(tokens, lexis, found)
    _take_part(tokens, lexis, found)
    for _ in range(3):
        if found.scale < 1000:  # noqa: PLR2004
            return
        more = _read_plain(tokens, lexis, found.end, original)
        if more is None or more.lone or more.begin != found.end:
            return
        _take_scale(tokens, lexis, more)
        if more.high >= found.scale or (not more.spelled and more.scale == 1 and more.low < _GROUPED):
            return
        found.low, found.high = found.low + more.low, found.high + more.high
        found.scale, found.step, found.end = more.scale, more.step, more.end
        found.digits = len(str(int(found.low)).rstrip("0")) or 1
        if more.scale == 1:
            return


def _take_scale(tokens: Tokens, lexis: Lexis, found: Numeral) -> None:
    place = found.end + (
        1 if tokens.form(found.end) == "-" and tokens.is_word(found.end + 1) and found.end > found.begin else 0
    )
    scale = lexis.scales.at(tokens, place)
    if scale is not None:
        exponent, end = scale
        _multiply(found, Decimal(10) ** exponent, " ".join(tokens.forms[place:end]), end)
        return
    group = lexis.groups.at(tokens, found.end)
    if group is not None and not found.vague:
        _multiply(found, group[0], "", group[1])
        found.bound = Bound.ABOUT


def _multiply(found: Numeral, factor: Decimal, word: str, end: int) -> None:
    found.low, found.high = found.low * factor, found.high * factor
    found.step *= factor
    found.scale = factor
    found.scale_word = word
    found.alternatives = tuple(value * factor for value in found.alternatives)
    found.end = end
    found.written = ""
    found.lone = False


def _take_part(tokens: Tokens, lexis: Lexis, found: Numeral) -> None:
    part = lexis.and_parts.at(tokens, found.end)
    if part is None or found.step < 1:
        return
    value, end = part
    scale = lexis.scales.at(tokens, end)
    if scale is not None and found.scale == 1:
        found.low, found.high = found.low + value, found.high + value
        found.step = value
        found.end = end
        _take_scale(tokens, lexis, found)
    else:
        found.low, found.high = found.low + value * found.scale, found.high + value * found.scale
        found.step = value * found.scale
        found.end = end
    found.digits += 1
    found.written = ""


def take_short_scale(tokens: Tokens, lexis: Lexis, found: Numeral, *, money: bool) -> bool:
    """Take in a short scale behind a number: ``bn``, ``M`` next to a currency.  Returns whether there was one."""
    place = found.end
    if place >= tokens.count or found.scale != 1 or not tokens.is_word(place):
        return False
    raw = tokens.raw(place)
    exponent = lexis.short_scales.get(raw)
    if exponent is None and money:
        exponent = lexis.money_scales.get(raw)
    if exponent is None or (exponent == _GROUP and not tokens.glued(place - 1)):
        return False
    dotted = (
        tokens.form(place + 1) == "." and tokens.glued(place) and raw in {"Mio", "Mrd", "Mrds", "mio", "mrd", "Tsd"}
    )
    _multiply(found, Decimal(10) ** exponent, raw, place + 1 + dotted)
    return True
