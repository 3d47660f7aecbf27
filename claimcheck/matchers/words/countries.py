"""Stage 5, match: countries, by their names in CLDR (through babel) and by demonyms of our own table.

CLDR is the Unicode consortium's table of names; babel ships it.  One language is read at a time, three milliseconds
each.  Codes are ISO 3166-1 alpha-2, those of countries that are no more ISO 3166-3, those of nations within
a state (``GB-SCT``) ISO 3166-2.
"""

from collections.abc import Iterator
from functools import lru_cache

from claimcheck.matchers.words.tables import rows, split

_LANGUAGES = ("en", "fr", "es", "de", "pt", "it")
_NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "ZZ", "QO", "XA", "XB", "AC", "CP", "DG", "EA", "IC", "TA", "CQ"})


@lru_cache(maxsize=len(_LANGUAGES))
def country_names(language: str) -> dict[str, str]:
    """Return names of countries in a language, in lower case, each with the country's code."""
    if language not in _LANGUAGES:
        return {}
    from babel import localedata  # noqa: PLC0415 - a start without matching does not pay for it

    territories = localedata.load(language)["territories"]
    found: dict[str, str] = {}
    for code, name in territories.items():
        if len(code) == len("FR") and code.isalpha() and code not in _NO_COUNTRIES and isinstance(name, str):
            found[_plain(name).lower()] = code
    for code, other, words in rows("country_names.tsv"):
        if other == language:
            found.update((word, code) for word in split(words))
    return found


@lru_cache(maxsize=len(_LANGUAGES))
def demonyms(language: str) -> dict[str, str]:
    """Return demonyms of a language in lower case (``kényan``), each with the country's code."""
    if language not in _LANGUAGES:
        return {}
    column = _LANGUAGES.index(language) + 1
    return {word: cells[0] for cells in rows("demonyms.tsv") for word in split(cells[column])}


def country_words(language: str) -> Iterator[tuple[str, str]]:
    """Give the key ``country:XX`` with each name and demonym of the country in a language, in lower case.

    A word of several countries (*Congolese*, *Korean*) comes with each.
    """
    if language not in _LANGUAGES:
        return
    column = _LANGUAGES.index(language) + 1
    for cells in rows("demonyms.tsv"):
        for word in split(cells[column]):
            yield f"country:{cells[0]}", word
    for code, other, words in rows("country_names.tsv"):
        if other == language:
            for word in split(words):
                yield f"country:{code}", word
    for name, code in country_names(language).items():
        yield f"country:{code}", name


def _plain(name: str) -> str:
    """CLDR writes some countries as ``Congo-Kinshasa`` or ``Myanmar (Birmanie)``: the bracket goes."""
    return name.split(" (", 1)[0].replace("\u2019", "'").replace(" & ", " and ")
