"""Stage 5, match: the units of measure and of time, and how they convert.

The table ``tables/units.tsv`` holds, for each unit, what it measures, its factor and offset to the base unit of that
kind, its symbols, and its names in six languages.  The factors are those of the SI Brochure (BIPM, 9th edition) and of
the international yard and pound agreement of 1959; a year is 365.25 days and a month a twelfth of it, for that is how
durations in running text relate.  A "ton" is read as a tonne, which is what most texts mean by it.  The library for
this, pint, was tried and left out: what texts need of it is one multiplication.
"""

from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_NAME_COLUMNS = {"en": 5, "fr": 6, "es": 7, "de": 8, "pt": 9, "it": 10}


class Base(NamedTuple):
    """How a unit converts: ``value * factor + offset`` is in the base unit of its kind."""

    factor: Decimal
    offset: Decimal
    kind: str


def to_base(unit: str) -> Base | None:
    """Return the factor, the offset and the kind of a canonical unit, or none for one that is not in the table."""
    return _bases().get(unit)


def is_duration(unit: str) -> bool:
    """Return whether a canonical unit is one of time."""
    base = _bases().get(unit)
    return base is not None and base.kind == "time"


@cache
def unit_symbols() -> dict[str, str]:
    """Return the canonical unit of each symbol; symbols tell capitals from small letters (``MW``, ``mW``)."""
    return {symbol: row[0] for row in _rows() for symbol in row[4].split(",") if symbol}


@cache
def unit_names(language: str = "") -> dict[str, str]:
    """Return the canonical unit of each name, in lower case, in one language or, where none is given, in all six."""
    columns = [_NAME_COLUMNS[language]] if language in _NAME_COLUMNS else list(_NAME_COLUMNS.values())
    return {name: row[0] for row in _rows() for column in columns for name in row[column].split(",") if name}


@cache
def _bases() -> dict[str, Base]:
    return {row[0]: Base(Decimal(row[2]), Decimal(row[3] or 0), row[1]) for row in _rows()}


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    text = (files("claimcheck.matchers") / "tables" / "units.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines()[1:])
