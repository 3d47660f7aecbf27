"""Stage 5, match: which things a number counts.

English puts adjectives before its noun and marks the plural, so the first run of plurals is taken; German writes nouns
with a capital; the Romance languages put the noun first, but for a few adjectives that the tables list.
"""

from claimcheck.matchers.quantities.tables import Lexis
from claimcheck.matchers.scanning import Tokens

_FARTHEST = 6
"""Words after a number among which its noun is sought."""


def noun_after(tokens: Tokens, lexis: Lexis, index: int, *, single: bool = False) -> tuple[tuple[str, ...], int]:
    """Return the noun that is counted by a number that ends before a token, and the token after the noun."""
    place = skip_partitive(tokens, lexis, index)
    if tokens.form(place) == "+" and place == index:
        place += 1
    if tokens.form(place) == '"' and not tokens.glued(place - 1):
        place += 1
    if lexis.language == "en":
        return _english(tokens, lexis, place, single=single)
    if lexis.language == "de":
        return _german(tokens, lexis, place)
    return _romance(tokens, lexis, place)


def skip_partitive(tokens: Tokens, lexis: Lexis, index: int) -> int:
    """Return the token after "of its", or the token itself."""
    found = lexis.of.at(tokens, index)
    if found is None:
        return index
    place = found[1]
    while tokens.form(place) in lexis.definite:
        place += 1
    return place


def _english(tokens: Tokens, lexis: Lexis, index: int, *, single: bool) -> tuple[tuple[str, ...], int]:
    place = index
    while place < index + _FARTHEST:
        form = tokens.form(place)
        hyphen = form == "-" and tokens.glued(place)
        if (hyphen or form == ",") and place > index and not single and (hyphen or tokens.is_word(place + 1)):
            if form == "," and not _is_plural(tokens.form(place + 1), lexis):
                break
            place += 1
            continue
        if tokens.is_number(place) and place > index and tokens.form(place - 1) == "-":
            place += 1
            continue
        if not tokens.is_word(place) or form in lexis.stops or form in lexis.numbers:
            break
        if _is_plural(form, lexis):
            while _is_plural(tokens.form(place + 1), lexis):
                place += 1
            return (tokens.form(place),), place + 1
        place += 1
    following = tokens.form(index)
    if single and following in lexis.persons:
        return (following,), index + 1
    return (), index


def _is_plural(form: str, lexis: Lexis) -> bool:
    if form in lexis.plurals:
        return True
    return (
        len(form) > 3  # noqa: PLR2004 - "gas", "bus", "has"
        and form.endswith("s")
        and not form.endswith(("ss", "ous", "sis"))
        and form not in lexis.no_plurals
        and form not in lexis.stops
    )


def _german(tokens: Tokens, lexis: Lexis, index: int) -> tuple[tuple[str, ...], int]:
    for place in range(index, index + _FARTHEST):
        form = tokens.form(place)
        if not tokens.is_word(place) or form in lexis.stops or form in lexis.numbers:
            break
        if tokens.is_capital(place):
            return (form,), place + 1
    return (), index


_ADVERBS = {"fr": ("ment",), "es": ("mente",), "pt": ("mente",), "it": ("mente",)}
"""Endings of adverbs, which are no things counted: *nine of them, seriously*; nouns in the plural end otherwise."""


def _romance(tokens: Tokens, lexis: Lexis, index: int) -> tuple[tuple[str, ...], int]:
    for place in range(index, index + _FARTHEST):
        form = tokens.form(place)
        if not tokens.is_word(place) or form in lexis.stops or form in lexis.numbers:
            break
        if form in lexis.months or form.endswith(_ADVERBS[lexis.language]):
            break
        if form not in lexis.pre_nouns and not form.endswith("'"):
            return (form,), place + 1
    return (), index
