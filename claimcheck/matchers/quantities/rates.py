"""Stage 5, match: what a number is per: the words behind it, or before it ("an hourly wage of")."""

from claimcheck.matchers.quantities.tables import Lexis
from claimcheck.matchers.scanning import Tokens

_NEAR = 6
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
    if tokens.form(found[1]) in lexis.not_per and lexis.basis.at(tokens, found[1]) is None:
        return None
    return found


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
