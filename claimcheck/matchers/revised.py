"""Rows of a table that another one of it replaces: *March (first estimate)* beside *March (revised)*."""

from claimcheck.enums import Role
from claimcheck.matchers.context import Context
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.words import Term

_FIRST = frozenset({"preliminary", "temporary"})
_LAST = frozenset({"revise", "definitive", "correct", "update"})
"""The concepts of words by which a row tells that its figures were the first ones, and that they are the last."""
_NEAR = 6
"""Rows around one among which the one is looked for that replaces it."""


def is_revised(context: Context, row: Sentence) -> bool:
    """Return whether a row has first figures of a time that another row of its table has later ones of.

    Not where the claim itself tells of the first ones.
    """
    if row.role is not Role.TABLE_ROW or not _says(_label(row), _FIRST):
        return False
    if any(_says(list(held.terms), _FIRST) for held in context.reading.assertions):
        return False
    sentences, mine = context.passages.sentences, _words(row)
    around = sentences[max(0, row.index - _NEAR) : row.index + _NEAR + 1]
    table = context.passages.table_of(row)
    return any(
        other is not row and context.passages.table_of(other) == table and _says(_label(other), _LAST)
        for other in around
        if other.role is Role.TABLE_ROW and _words(other) == mine
    )


def _label(row: Sentence) -> list[Term]:
    begin, end = row.clauses[0]
    return [term for term in row.terms if begin <= term.span[0] < end]


def _says(held: list[Term], concepts: frozenset[str]) -> bool:
    return any(not concepts.isdisjoint(term.keys) for term in held)


def _words(row: Sentence) -> str:
    """Return what a row is of, without what it says in brackets of its figures."""
    begin, end = row.clauses[0]
    return row.text[: end - begin].partition("(")[0].strip().casefold()
