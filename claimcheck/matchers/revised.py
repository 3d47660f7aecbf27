"""Values that another one beside them replaces: *May (first estimate)*, *May (revised)*; *61 in 2005 and 47 today*."""

from claimcheck.enums import Role
from claimcheck.matchers.context import Context
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.words import Term
from claimcheck.model import Span

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


def has_one_of_today(context: Context, sentence: Sentence, place: Span) -> bool:
    """Return whether a value has a day of a year gone by behind it, and a like one of the sentence *today*."""
    days, issued = context.passages.dates_in(sentence), context.passages.issued
    if issued is None or not 1 < len(days) <= _NEAR:
        return False
    held = context.passages.quantities_in(sentence)
    mine = next((q for q in held if q.span == place), None)
    if mine is None:
        return False
    like = [q for q in held if (q.dimension, q.unit, q.currency) == (mine.dimension, mine.unit, mine.currency)]
    until = [*(q.span[0] for q in like[1:]), sentence.span[1]]
    behind = {q.span: [d for d in days if q.span[1] <= d.span[0] < end] for q, end in zip(like, until, strict=True)}
    past = bool(behind[place]) and all(d.end.year < issued.year for d in behind[place])
    return past and any(d.relative and d.relation == "about" for found in behind.values() for d in found)


def _label(row: Sentence) -> list[Term]:
    begin, end = row.clauses[0]
    return [term for term in row.terms if begin <= term.span[0] < end]


def _says(held: list[Term], concepts: frozenset[str]) -> bool:
    return any(not concepts.isdisjoint(term.keys) for term in held)


def _words(row: Sentence) -> str:
    """Return what a row is of, without what it says in brackets of its figures."""
    begin, end = row.clauses[0]
    return row.text[: end - begin].partition("(")[0].strip().casefold()
