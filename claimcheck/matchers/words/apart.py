"""Stage 5, match: words that tell what a value measures, and words that do not tell what a number counts.

``apart.tsv`` holds in each row what one page gives values of one kind of, side by side: sales, a profit, a debt.  The
concepts of a group, joined by ``/``, are not told apart.  ``general.tsv`` holds what says next to nothing of a number.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from claimcheck.matchers.words.tables import rows, split
from claimcheck.matchers.words.terms import Term, kin, related


def is_general(term: Term) -> bool:
    """Return whether one meaning of a word says next to nothing of what is counted: *people*, *cases*, *things*."""
    return not term.keys.isdisjoint(_general())


def told_apart(ones: Iterable[Term], others: Sequence[Term], *, surely: bool = True) -> list[Term]:
    """Return those of ``ones`` that name another thing than one of the others, as *profit* does beside *sales*.

    Of both one page gives values of one kind.  ``surely`` leaves out terms that may also name something else, such as
    *ticket*, a fine or a fare.
    """
    measuring = [one for one in ones if _measured(one.keys, surely)] if others else []
    against = [other for other in others if _measured(other.keys, surely)] if measuring else []
    return [one for one in measuring if any(_tells_apart(one, other, surely) for other in against)]


def _tells_apart(one: Term, other: Term, surely: bool) -> bool:
    ours, theirs = _measured(one.keys, surely), _measured(other.keys, surely)
    if {row for row, _ in ours}.isdisjoint(row for row, _ in theirs):
        return False
    return ours.isdisjoint(theirs) and kin(one).isdisjoint(other.keys) and not related(one, other)


@lru_cache(maxsize=16_384)
def _measured(keys: frozenset[str], surely: bool) -> frozenset[tuple[int, int]]:
    table = _apart()
    concepts = [key for key in keys if key[0] not in "@^" and "~" not in key]
    if surely and not all(concept in table for concept in concepts):
        return frozenset()
    return frozenset().union(*(table[concept] for concept in concepts if concept in table))


@lru_cache(maxsize=1)
def _general() -> frozenset[str]:
    return frozenset(concept for (row,) in rows("general.tsv") for concept in split(row))


@lru_cache(maxsize=1)
def _apart() -> dict[str, frozenset[tuple[int, int]]]:
    """Per concept the rows of the table that it stands in, and its group there; concepts of a group are not apart."""
    table: dict[str, set[tuple[int, int]]] = {}
    for number, (row,) in enumerate(rows("apart.tsv")):
        for place, group in enumerate(split(row)):
            for concept in group.split("/"):
                table.setdefault(concept, set()).add((number, place))
    return {concept: frozenset(places) for concept, places in table.items()}
