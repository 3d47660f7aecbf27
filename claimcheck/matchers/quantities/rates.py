"""Stage 5, match: what a number is per: the words behind it, or before it ("an hourly wage of").

A rate may have two denominators ("per person per day"), which are kept in alphabetical order, so that languages agree;
and the first may be a round number of things ("per 100,000 inhabitants"), of which the number alone is kept: what the
things are is told by the words around, and no table could hold them all.
"""

from decimal import Decimal

from claimcheck.matchers.quantities.nouns import noun_after
from claimcheck.matchers.quantities.numeral import read_numeral
from claimcheck.matchers.quantities.tables import Lexis, is_time
from claimcheck.matchers.scanning import Tokens

_MOST = 2
"""Denominators of one rate."""
_ROUND = frozenset(Decimal(10) ** n for n in range(2, 7))
_BEFORE_ADJECTIVES = frozenset({"per", "each", "every", "pro", "je"})
"""What a rate begins with where adjectives stand before nouns, in English and German."""
_DATED = frozenset({"year", "month"})
_NEAR = 8
"""Tokens to the left in which an adjective says the rate."""


def rate_at(tokens: Tokens, lexis: Lexis, index: int, *, weak: bool) -> tuple[str, int] | None:
    """Return the canonical denominator of a rate that begins at a token and the token after it.

    Args:
        tokens: The text.
        lexis: Its language.
        index: Where the rate would begin.
        weak: Whether a bare article makes a rate ("2 euros l'heure"), which is so for amounts only.
    """
    found = lexis.per.at(tokens, index)
    if found is None and weak:
        found = lexis.weak_per.at(tokens, index)
    if found is None:
        return _per_such(tokens, lexis, index)
    if tokens.form(index) not in lexis.sure_per and _is_a_moment(tokens, lexis, found[1]):
        return None
    # "Im Jahr 2020", "in May 2020" is when, not how often.
    return None if found[0] in _DATED and tokens.is_number(found[1]) else found


def rates_at(tokens: Tokens, lexis: Lexis, index: int, *, weak: bool) -> tuple[str, int] | None:
    """Return all that a number is per from a token on, in alphabetical order, and the token after it."""
    found = _per_number(tokens, lexis, index) or rate_at(tokens, lexis, index, weak=weak)
    if found is None:
        return None
    names, place = [found[0]], found[1]
    for _ in range(_MOST - 1):
        more = _another(tokens, lexis, place)
        if more is None or more[0] in names:
            break
        names.append(more[0])
        place = more[1]
    return " ".join(sorted(names)), place


def _another(tokens: Tokens, lexis: Lexis, index: int) -> tuple[str, int] | None:
    """Return a second denominator: "per day", "and per day", "und Tag"."""
    if tokens.form(index) not in lexis.compound_joins:
        return rate_at(tokens, lexis, index, weak=False)
    sure = tokens.form(index + 1) in lexis.sure_per  # "9 euros an hour and a meal" is not per meal
    found = rate_at(tokens, lexis, index + 1, weak=False) if sure else None
    if found is None and lexis.language != "fr":  # "et personne" is "and nobody"
        found = lexis.things.at(tokens, index + 1)
    return None if found is None or lexis.not_per.at(tokens, found[1]) is not None else found


def _per_such(tokens: Tokens, lexis: Lexis, index: int) -> tuple[str, int] | None:
    """Return the denominator before which an adjective stands: *per finished task*, *je geleistete Stunde*."""
    if tokens.form(index) not in _BEFORE_ADJECTIVES or not tokens.is_word(index + 1):
        return None
    word = tokens.form(index + 1)
    plain = word not in lexis.stops and word not in lexis.seconds and lexis.scales.at(tokens, index + 1) is None
    return lexis.things.at(tokens, index + 2) if plain else None


def _is_a_moment(tokens: Tokens, lexis: Lexis, end: int) -> bool:
    """Return whether a unit behind an article is some day or hour, by what follows: *3,000 a day after the flood*.

    What an amount is before or after of, *an hour before costs*, makes none, nor does the day from which it is paid.
    """
    if tokens.form(end) in lexis.compound_joins:
        number = read_numeral(tokens, lexis, end + 1, tokens.text)
        unit = lexis.units.at(tokens, number.end) if number is not None else None
        if unit is not None and is_time(unit[0]):
            return True
    if lexis.not_per.at(tokens, end) is None or lexis.basis.at(tokens, end) is not None:
        return False
    dated = tokens.is_number(end + 1) or tokens.form(end + 1) in lexis.months
    return not (tokens.form(end) in lexis.per_starts and dated)


def _per_number(tokens: Tokens, lexis: Lexis, index: int) -> tuple[str, int] | None:
    """Return a round number of things that a rate is per: "per 1,000 births"."""
    marker = lexis.counted_per.at(tokens, index)
    if marker is None:
        return None
    scale = lexis.scales.at(tokens, marker[1])
    number = read_numeral(tokens, lexis, marker[1], tokens.text) if _may_count(tokens, lexis, marker[1]) else None
    if number is not None and not number.vague and is_round(number.low):
        so_many, end = number.low, number.end
    elif number is None and scale is not None and is_round(Decimal(10) ** scale[0]):
        so_many, end = Decimal(10) ** scale[0], scale[1]  # "per million inhabitants"
    else:
        return None
    if lexis.units.at(tokens, end) is not None or lexis.currencies.at(tokens, end) is not None:
        return None
    if tokens.form(end) in {"%", "€", "$", "£"} or lexis.percent.at(tokens, end) is not None:
        return None
    noun, noun_end = noun_after(tokens, lexis, end)
    return f"{so_many:f}", noun_end if noun else end


def _may_count(tokens: Tokens, lexis: Lexis, index: int) -> bool:
    return tokens.is_number(index) or tokens.form(index) in lexis.seconds


def is_round(value: Decimal) -> bool:
    """Return whether a rate is told per so many: a hundred, a thousand and so on, up to a million."""
    return value in _ROUND


def rate_before(tokens: Tokens, lexis: Lexis, begin: int) -> str:
    """Return the denominator that an adjective before a number says: "a monthly salary of 300 euros"."""
    for place in range(begin - 1, max(begin - 1 - _NEAR, -1), -1):
        form = tokens.forms[place]
        if form in {".", ";", "\n", ":", "!", "?", "|"} or form[0].isdecimal():
            return ""
        found = lexis.per_before.at(tokens, place)
        if found is not None:
            return found[0]
    return ""
