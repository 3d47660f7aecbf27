"""Stage 5, match: which names are names of one thing, from the claims file and from the tables shipped here.

``tables/institutions.tsv`` holds organisations with their acronyms and translations, ``tables/places.tsv`` cities
and regions with their names in other languages.  Names of companies that merged or were renamed are left to the
writer: whether *Meta* is *Facebook* depends on the claim.
"""

from collections.abc import Iterable
from functools import lru_cache

from claimcheck.matchers.names.tables import groups
from claimcheck.matchers.words.tokens import tokenise
from claimcheck.text import fold

_ARTICLES = frozenset({"the", "le", "la", "les", "l", "el", "los", "las", "der", "die", "das", "o", "a", "os", "as",
                       "il", "lo", "i", "gli"})  # fmt: skip


class Aliases:
    """Groups of names of one thing: the writer's own, then the shipped ones."""

    def __init__(self, own: Iterable[Iterable[str]] = ()) -> None:
        """Take the groups of the claims file; whoever says one name of a group says the others."""
        self._groups: dict[tuple[str, ...], set[int]] = {}
        for number, names in enumerate(own):
            for name in names:
                self._groups.setdefault(plain(name), set()).add(number)

    def same(self, one: str, other: str) -> bool:
        """Whether some group holds both names; case, accents and articles aside."""
        first, second = plain(one), plain(other)
        if first == second:
            return True
        shipped = _shipped()
        return not self._groups.get(first, set()).isdisjoint(self._groups.get(second, ())) or not shipped.get(
            first, frozenset()
        ).isdisjoint(shipped.get(second, ()))

    def knows(self, name: str) -> bool:
        """Whether any group holds the name."""
        words = plain(name)
        return words in self._groups or words in _shipped()

    def others(self, name: str) -> frozenset[tuple[str, ...]]:
        """Return the folded words of every name in a group with this one, itself included when it is in one."""
        words = plain(name)
        found = {
            other for other, numbers in self._groups.items() if not numbers.isdisjoint(self._groups.get(words, ()))
        }
        shipped = _shipped().get(words)
        if shipped:
            found |= {other for other, numbers in _shipped().items() if not numbers.isdisjoint(shipped)}
        return frozenset(found)


@lru_cache(maxsize=16_384)
def plain(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, without articles: ``l'Union européenne`` gives ``("union", "europeenne")``."""
    folded = tuple(fold(token.form) for token in tokenise(name, ""))
    return tuple(word for word in folded if word not in _ARTICLES) or folded


@lru_cache(maxsize=1)
def _shipped() -> dict[tuple[str, ...], frozenset[int]]:
    found: dict[tuple[str, ...], frozenset[int]] = {}
    for number, names in enumerate([*groups("institutions.tsv"), *groups("places.tsv")]):
        for name in names:
            found[plain(name)] = found.get(plain(name), frozenset()) | {number}
    return found
