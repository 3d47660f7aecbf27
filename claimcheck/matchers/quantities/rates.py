"""Stage 5, match: what a number is per: the words behind it, or before it ("an hourly wage of").

A rate may have two denominators ("per person per day"), which are kept in alphabetical order, so that languages agree;
and the first may be a round number of things ("per 100,000 inhabitants"), of which the number alone is kept: what the
things are is told by the words around, and no table could hold them all.
"""

from decimal import Decimal

from claimcheck.matchers.quantities.nouns import noun_after
from claimcheck.matchers.quantities.numeral import read_numeral
from claimcheck.matchers.quantities.tables import Lexis
from claimcheck.matchers.scanning import Tokens

_MOST = 2
"""Denominators of one rate."""
_ROUND = frozenset(Decimal(10) ** n for n in range(2, 7))
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
        return None
    if _is_no_rate(tokens, lexis, found[1]) and lexis.basis.at(tokens, found[1]) is None:
        return None
    # "Im Jahr 2020", "in May 2020" is when, not how often.
    return None if found[0] in _DATED and tokens.is_number(found[1]) else found


def _is_no_rate(tokens: Tokens, lexis: Lexis, place: int) -> bool:
    """Return whether what stands behind makes a time of it: "a year ago", "a day or two", "a year and a half".

    Any other "and" goes on with the sentence: "$12 an hour and free meals".
    """
    form, following = tokens.form(place), place + 1
    if form not in lexis.not_per:
        return False
    if form not in lexis.conjunctions:
        return True
    number = tokens.is_number(following) or tokens.form(following) in lexis.numbers
    return number or tokens.form(following) in _VAGUE or lexis.and_parts.at(tokens, place) is not None


_VAGUE = frozenset({"so", "more", "less", "longer", "shorter"})
"""What stands behind "a year or", where it is a length of time."""


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
    found = rate_at(tokens, lexis, index + 1, weak=False)
    if found is None and lexis.language != "fr":  # "et personne" is "and nobody"
        found = lexis.things.at(tokens, index + 1)
    return None if found is None or tokens.form(found[1]) in lexis.not_per else found


def _per_number(tokens: Tokens, lexis: Lexis, index: int) -> tuple[str, int] | None:
    """Return a round number of things that a rate is per: "per 1,000 births"."""
    marker = lexis.counted_per.at(tokens, index)
    if marker is None or not (tokens.is_number(marker[1]) or tokens.form(marker[1]) in lexis.seconds):
        return None
    number = read_numeral(tokens, lexis, marker[1], tokens.text)
    if number is None or number.vague or not is_round(number.low):
        return None
    end = number.end
    if lexis.units.at(tokens, end) is not None or lexis.currencies.at(tokens, end) is not None:
        return None
    if tokens.form(end) in {"%", "€", "$", "£"} or lexis.percent.at(tokens, end) is not None:
        return None
    noun, noun_end = noun_after(tokens, lexis, end)
    return f"{number.low:f}", noun_end if noun else end


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
