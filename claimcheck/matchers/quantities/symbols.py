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
        found = _symbol_at(tokens, index)
        if found is not None:
            return found
    return lexis.units.at(tokens, index)


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
