"""Stage 5, match: the unit of measure behind a number, by symbol or by name."""

from functools import cache

from claimcheck.matchers.quantities.tables import Lexis
from claimcheck.matchers.scanning import Tokens, tokenise
from claimcheck.matchers.units import unit_symbols


@cache
def _symbols() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return the symbols as written, longest first, by their first token."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for symbol, unit in unit_symbols().items():
        tokens = tokenise(symbol, "en")
        raws = tuple(tokens.raw(place) for place in range(tokens.count))
        found.setdefault(raws[0], []).append((raws, unit))
    return {first: tuple(sorted(held, key=lambda entry: -len(entry[0]))) for first, held in found.items()}


def unit_at(tokens: Tokens, lexis: Lexis, index: int, *, after_digits: bool) -> tuple[str, int] | None:
    """Return the canonical unit that begins at a token and the token after it.

    Symbols stand only behind digits: "five m" is no length.
    """
    if not 0 <= index < tokens.count or lexis.no_units.at(tokens, index) is not None:
        return None
    if after_digits:
        found = _degrees_at(tokens, index) or _symbol_at(tokens, index)
        if found is not None:
            return found
    return lexis.units.at(tokens, index)


def _degrees_at(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Return the scale of temperature that a letter at digits is, as newspapers write it: "44.1C (111F)", "hit 44C"."""
    unit = _DEGREES.get(tokens.raw(index))
    if unit is None or not tokens.glued(index - 1) or (tokens.glued(index) and tokens.is_word(index + 1)):
        return None
    decimals = tokens.form(index - 2) in {".", ","} and tokens.glued(index - 2)
    first = index - 3 if decimals else index - 1
    told_twice = tokens.form(index + 1) == "(" and tokens.raw(index + 3) in _DEGREES
    again = tokens.form(first - 1) == "(" and tokens.form(index + 1) == ")"
    return (unit, index + 1) if decimals or told_twice or again or tokens.form(first - 1) in _BEFORE_DEGREES else None


_DEGREES = {"C": "degC", "F": "degF"}
_BEFORE_DEGREES = frozenset(
    (
        *(
            "to",
            "of",
            "at",
            "above",
            "below",
            "over",
            "hit",
            "hits",
            "hitting",
            "reached",
            "reach",
            "reaches",
            "around",
        ),
        *("about", "exceeded", "topped", "than", "nearly", "and", "by", "between", "from", "à", "de"),
    )
)
"""Words behind which such digits are no seat and no flat."""


def _symbol_at(tokens: Tokens, index: int) -> tuple[str, int] | None:
    for raws, unit in _symbols().get(tokens.raw(index), ()):
        end = index + len(raws)
        if end > tokens.count or any(tokens.raw(index + offset) != raw for offset, raw in enumerate(raws)):
            continue
        if any(not tokens.glued(place) for place in range(index, end - 1)):
            continue
        if tokens.glued(end - 1) and (tokens.is_word(end) or tokens.is_number(end)):
            continue
        if len(raws) == 1 and len(raws[0]) == 1 and _is_initial(tokens, end):
            continue
        return unit, end
    return None


def _is_initial(tokens: Tokens, end: int) -> bool:
    """Whether a single letter is a name's: "7 J. Smith", or part of an abbreviation."""
    return (
        tokens.form(end) in {".", "'", "&"}
        and tokens.glued(end - 1)
        and (tokens.is_capital(end + 1) or tokens.glued(end))
        and tokens.is_word(end + 1)
    )
