"""Stage 5, match: the currency before or behind a number, by sign, code or name."""

from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from claimcheck.matchers.cldr import currency_codes
from claimcheck.matchers.quantities.tables import Lexis
from claimcheck.matchers.scanning import Tokens, tokenise

_WORDS_TOO = frozenset({"ALL", "TOP", "CUP", "TRY", "MAD", "PEN", "SOS", "LAK", "MOP", "COP", "RON", "BAM", "GEL"})
"""Codes that before a plain number are more likely a word or a name: COP 28, but COP 3,500."""


class Currency(NamedTuple):
    """A currency found: its code, how much of it one is, and the token where it begins or after which it ends."""

    code: str
    part: Decimal
    place: int


@cache
def _signs() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return the signs as written, longest first, by their last token."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    table = (files("claimcheck.matchers.quantities") / "tables" / "currencies.tsv").read_text(encoding="utf-8")
    for line in table.splitlines()[1:]:
        written, code = line.split("\t")
        tokens = tokenise(written, "en")
        raws = tuple(tokens.raw(place) for place in range(tokens.count))
        found.setdefault(raws[-1], []).append((raws, code))
    return {last: tuple(sorted(held, key=lambda entry: -len(entry[0]))) for last, held in found.items()}


@cache
def _signs_by_first() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for held in _signs().values():
        for raws, code in held:
            found.setdefault(raws[0], []).append((raws, code))
    return {first: tuple(sorted(held, key=lambda entry: -len(entry[0]))) for first, held in found.items()}


def currency_before(tokens: Tokens, index: int) -> Currency | None:
    """Return the currency whose sign or code ends just before a token."""
    if index < 1:
        return None
    last = tokens.raw(index - 1)
    for raws, code in _signs().get(last, ()):
        begin = index - len(raws)
        if begin >= 0 and all(tokens.raw(begin + offset) == raw for offset, raw in enumerate(raws)):
            return Currency(code, Decimal(1), begin)
    if len(last) == 3 and last.isupper() and last in currency_codes():  # noqa: PLR2004
        grouped = tokens.form(index + 1) in {",", "."} and tokens.glued(index) and tokens.is_number(index + 2)
        return Currency(last, Decimal(1), index - 1) if last not in _WORDS_TOO or grouped else None
    return None


def currency_after(tokens: Tokens, lexis: Lexis, index: int) -> Currency | None:
    """Return the currency whose sign, code or name begins at a token."""
    if not 0 <= index < tokens.count:
        return None
    first = tokens.raw(index)
    for raws, code in _signs_by_first().get(first, ()):
        end = index + len(raws)
        if end <= tokens.count and all(tokens.raw(index + offset) == raw for offset, raw in enumerate(raws)):
            return Currency(code, Decimal(1), end)
    if len(first) == 3 and first.isupper() and first in currency_codes():  # noqa: PLR2004
        return Currency(first, Decimal(1), index + 1)
    name = lexis.currencies.at(tokens, index)
    if name is None:
        return None
    (code, part), end = name
    return Currency(code, part, end)
