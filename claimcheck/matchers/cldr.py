"""Stage 5, match: what CLDR knows of six languages: months, weekdays, currencies.  The door of babel for values.

babel was chosen for its data alone; its parsers were tried and read "1,5" as 15 in English, or refuse the plain
space of a French "3 000".  It is imported when the first text of a language is read, not before.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.core import Locale

_MORE_MONTHS = {
    "de": {"jänner": 1, "feber": 2, "mrz": 3, "sept": 9},
    "es": {"setiembre": 9, "set": 9},
    "en": {"sept": 9},
    "fr": {"janv": 1, "fév": 2, "févr": 2, "juill": 7},
    "it": {"sett": 9},
}
"""Spellings that CLDR leaves out."""


@cache
def _locale(language: str) -> "Locale":
    from babel.core import Locale  # noqa: PLC0415 - 40 ms that a start without matching does not pay

    return Locale.parse(language)


@cache
def month_names(language: str) -> dict[str, int]:
    """Return the number, 1 to 12, of each month's full name in lower case."""
    months = _locale(language).months
    return {
        name.lower(): number
        for context in ("format", "stand-alone")
        for number, name in months[context]["wide"].items()
    } | ({"jänner": 1, "feber": 2} if language == "de" else {"setiembre": 9} if language == "es" else {})


@cache
def month_abbreviations(language: str) -> dict[str, int]:
    """Return the number of each month's abbreviation, in lower case and without a full stop."""
    months = _locale(language).months
    found = {
        name.lower().rstrip("."): number
        for context in ("format", "stand-alone")
        for number, name in months[context]["abbreviated"].items()
    }
    return {**found, **_MORE_MONTHS.get(language, {})}


@cache
def weekday_names(language: str) -> dict[str, int]:
    """Return the number of each weekday's full name in lower case, Monday being 0."""
    days = _locale(language).days
    names = {
        name.lower(): number for context in ("format", "stand-alone") for number, name in days[context]["wide"].items()
    }
    # "segunda-feira" is said "segunda" as well, but that is an ordinal too.
    return {name: number for name, number in names.items() if "-" not in name} | (
        {name: number for name, number in names.items() if "-" in name}
    )


@cache
def currency_names(language: str) -> dict[str, str]:
    """Return the ISO 4217 code of each currency's name, singular and plural, in lower case."""
    from babel.numbers import get_currency_name  # noqa: PLC0415 - see _locale

    locale = _locale(language)
    found: dict[str, str] = {}
    for code in map(str, locale.currencies):
        if code in _OBSOLETE_DOUBLES:
            continue
        for count in (None, 1, 2):
            found.setdefault(get_currency_name(code, count, locale).lower(), code)
    return found


_OBSOLETE_DOUBLES = frozenset(
    {"USN", "USS", "XXX", "XTS", "XBA", "XBB", "XBC", "XBD", "XEU", "BEC", "BEL", "CHE", "CHW"}
)
"""Codes of accounting units that bear the name of a currency in use."""


@cache
def currency_codes() -> frozenset[str]:
    """Return the ISO 4217 codes that CLDR knows."""
    return frozenset(_locale("en").currencies)
