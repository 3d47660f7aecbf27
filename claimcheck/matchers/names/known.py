"""Stage 5, match: names that the shipped tables and CLDR know whole, found word for word where they stand.

Capitals do not tell where *Banque centrale européenne* or *Organisation mondiale de la santé* ends; a table does.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from claimcheck.matchers.names.name import NameKind
from claimcheck.matchers.names.tables import groups
from claimcheck.matchers.words.countries import country_names
from claimcheck.matchers.words.tokens import Token, tokenise
from claimcheck.text import fold


class Known(NamedTuple):
    """A name that a table has: its folded words, what it names, and a country's code."""

    words: tuple[str, ...]
    kind: NameKind
    code: str
    upper: bool
    """Whether it is an acronym: "WHO" is one, "who" is not."""


def known_at(tokens: Sequence[Token], place: int, mapped: str, language: str) -> tuple[Known, int] | None:
    """Return the longest known name that begins at a token, and the token after it."""
    for known in _index(language).get(fold(tokens[place].form), ()):
        stop = place + len(known.words)
        if stop > len(tokens) or any(fold(tokens[place + n].form) != word for n, word in enumerate(known.words)):
            continue
        written = mapped[tokens[place].start : tokens[stop - 1].end]
        if any(mapped[tokens[n].end : tokens[n + 1].start] not in _GAPS for n in range(place, stop - 1)):
            continue
        if not known.upper or written.isupper():
            return known, stop
    return None


_GAPS = frozenset({" ", "-", "'", "' ", ". ", ""})


@lru_cache(maxsize=8)
def _index(language: str) -> dict[str, tuple[Known, ...]]:
    """Return the known names by their first word, the longest first."""
    found: dict[str, dict[tuple[str, ...], Known]] = {}

    def put(name: str, kind: NameKind, code: str = "") -> None:
        folded = tuple(fold(token.form) for token in tokenise(name, ""))
        if folded:
            known = Known(folded, kind, code, name.isupper() and len(folded) == 1)
            found.setdefault(folded[0], {}).setdefault(folded, known)

    for code in dict.fromkeys((language, "en")):
        for name, country in country_names(code).items():
            put(name, NameKind.PLACE, country)
    for kind, table in ((NameKind.ORG, "institutions.tsv"), (NameKind.PLACE, "places.tsv")):
        for names in groups(table):
            for name in names:
                put(name, kind)
    return {first: tuple(sorted(held.values(), key=lambda known: -len(known.words))) for first, held in found.items()}
