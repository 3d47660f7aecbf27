"""Stage 5, match: which numbers are ages that say no years: "Mara Bols, 34, won", "Bols is 83".

Between commas all six languages write ages so, behind *is* only English and German.  A name or a pronoun must stand
before the number, for "the index is 83" tells of no age, and nothing may be counted by it.
"""

from claimcheck.matchers.quantities.draft import Draft
from claimcheck.matchers.quantities.tables import Lexis
from claimcheck.matchers.scanning import Tokens
from claimcheck.matchers.values import Bound

_YOUNGEST, _OLDEST = 8, 120
"""Between these, a bare number behind a name is an age; scores and small counts lie below."""
_NAME = 4
"""Words of a name that are looked at."""
_ENDING = frozenset({".", ",", ";", ")", "\n", '"', "!", "?"})


def is_bare_age(tokens: Tokens, lexis: Lexis, draft: Draft) -> bool:
    """Return whether a bare number is somebody's age: set off behind a name, or behind a name and *is*."""
    if not draft.is_bare or draft.bound is not Bound.EXACT or not draft.numeral.written:
        return False
    if draft.low != draft.high or not _YOUNGEST <= draft.low <= _OLDEST or draft.step != 1:
        return False
    place, behind = draft.begin - 1, tokens.form(draft.end)
    if tokens.form(place) == ",":
        after = draft.end + 1
        goes_on = (
            tokens.is_word(after) and not tokens.is_capital(after) and tokens.form(after) not in lexis.conjunctions
        )
        full = all(tokens.is_word(part) and tokens.is_capital(part) for part in (place - 2, place - 1))
        if behind == "," and full and tokens.form(place - 2) not in lexis.stops:
            return tokens.form(place - 1) not in lexis.months  # "Luis Ferrer, 41, Spanish-born"
        return behind == "," and goes_on and _is_name(tokens, lexis, place - 1)
    if tokens.form(place) not in lexis.ages_bare or not (behind in _ENDING or behind in lexis.stops):
        return False
    place -= 1
    return tokens.form(place) in lexis.ages_of or _is_name(tokens, lexis, place - (tokens.form(place) == ","))


def is_set_off_age(tokens: Tokens, draft: Draft) -> bool:
    """Return whether years are an age by being set off, behind a comma or in brackets: "Mara Bols, 34 ans, a gagné"."""
    if draft.unit != "year" or draft.noun or draft.per or draft.bound is not Bound.EXACT or draft.low != draft.high:
        return False
    if draft.change or not _YOUNGEST <= draft.low <= _OLDEST:
        return False
    around = tokens.form(draft.begin - 1), tokens.form(draft.end)
    capital = tokens.is_word(draft.begin - 2) and tokens.is_capital(draft.begin - 2)
    return capital and around in {(",", ","), ("(", ")"), (",", "\n"), (",", ".")}


def _is_name(tokens: Tokens, lexis: Lexis, last: int) -> bool:
    """Return whether a name of a person may end at a token: capitals, with no article or preposition before them."""
    if lexis.language == "de":
        return False  # every noun has a capital
    place = last
    little = lexis.stops | lexis.definite
    while place > last - _NAME and tokens.is_capital(place) and tokens.form(place) not in little:
        place -= 1
    if place == last or tokens.form(last) in lexis.months:
        return False
    return tokens.form(place) not in little or tokens.form(place) in _LEADS


_LEADS = frozenset({"and", "but", "while", "when", "that", "who", "says", "said", "by", "with", "to", "for"})
"""Little words behind which a person may be named."""
