"""Whether a value that agrees is the claim's own, though the page tells of it in other words.

Writers retell: the page's *intruders copied the files of 640,000 clients* is the claim's *the data of 640,000 people
were stolen*.  No table knows every such pair, so a word that is not found proves little.  What proves more is the
value itself: how unlikely it is by chance, and that nothing on the page disputes whose it is.  Both are counted in
whole points; a conflict is never outweighed, for it is asked about first.
"""

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.enums import Outcome
from claimcheck.matchers.align import NAMES, WORDS
from claimcheck.matchers.checks import dates_around
from claimcheck.matchers.context import Candidate, Context, best
from claimcheck.matchers.counted import counted, measures_another, noun_fit
from claimcheck.matchers.exchanged import is_given_away
from claimcheck.matchers.periods import compare_dates
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.values import DateExpr, Dimension, Quantity
from claimcheck.matchers.words import related

SURE = 2
"""The points from which a value is the claim's own; chosen by the curve of ``benchmarks/matching/tradeoff.py``.

With a fifth of the lexicon's words forgotten, false alarm falls from 30 to 25 % there, and false support rises from 2.3
to 2.8 %; with none forgotten, by a point and a half against 0.2.  Two points less would double what it costs.
"""
_DIGITS = (0, 0, 1, 3)
"""What a number is worth by its significant digits: 7 is on many a page, 44.1 is there for a reason."""
_MEASURED = 1
"""What a unit, a currency or a rate is worth that is the same on both sides."""
_RANGE = 2
"""What it is worth that both ends of a range are the same."""
_SAME_COUNTED = 1
"""What it is worth that the same thing is counted."""
_NAMED = 1
"""What it is worth that all whom the assertion names are named near the value."""
_UNDATED = 2
"""What it costs that the assertion says when, and nothing near the value does."""
_SAID = (0.2, 0.45)
"""The shares of the assertion's words, names apart, said near the value; each that is reached is worth a point."""
_HEAVY = 0.5
"""The weight from which a word that is said nowhere near costs a point, but for the first: that one is retold."""


def assure(
    context: Context,
    assertion: Assertion,
    quantity: Quantity,
    candidates: Sequence[Candidate],
    chosen: Candidate | None,
) -> Candidate | None:
    """Return the candidate that decides, marked where it is surely the claim's own.

    Where none was chosen, the best one that agrees is, if it is that sure.
    """
    found = chosen or best(c for c in candidates if c.relation.outcome is Outcome.AGREES and not is_given_away(c))
    if found is None or found.relation.outcome is not Outcome.AGREES or _is_disputed(found, candidates):
        return chosen
    if measures_another(found, surely=False) or _is_of_no_day_of_the_page(context, assertion):
        return chosen
    if _is_said_of_another(found):
        return chosen
    if points(context, assertion, quantity, found) < SURE:
        return chosen
    return replace(found, assured=True)


def _is_said_of_another(candidate: Candidate) -> bool:
    """Return whether a weighty word stands beyond a semicolon alone: *the firm offers 2%; the union wants more*."""
    sentence = candidate.sentence
    if not sentence.is_parted:
        return False
    clause = sentence.clause_at(candidate.span[0])
    for shared in candidate.alignment.shared:
        if shared.own and not shared.name and shared.weight >= _HEAVY:
            places = [term.span[0] for term in sentence.terms if related(term, shared.term)]
            if places and not any(sentence.is_of_part(place, clause) for place in places):
                return True
    return False


def points(context: Context, assertion: Assertion, quantity: Quantity, candidate: Candidate) -> int:
    """Return how much speaks for a value that agrees: its own shape, the names and the words near it."""
    own = [s for s in candidate.alignment.shared if s.own]
    words = [s for s in own if not s.name]
    total = sum(s.weight for s in words)
    share = sum(s.weight * s.nearness for s in words) / total if total else 1.0
    unsaid = sum(s.known and s.weight >= _HEAVY and s.nearness <= WORDS.block for s in words)
    found = _DIGITS[min(quantity.digits, len(_DIGITS) - 1)]
    found += _MEASURED * bool(quantity.unit or quantity.currency or quantity.per) + _RANGE * quantity.is_range
    found += _SAME_COUNTED * _counts_the_same(context, assertion, quantity, candidate)
    found += _NAMED * any(s.name for s in own)
    found += sum(share >= bar for bar in _SAID)
    found -= _UNDATED * (not _is_dated(context, assertion, candidate))
    return found - max(0, unsaid - 1)


def _is_dated(context: Context, assertion: Assertion, candidate: Candidate) -> bool:
    """Return whether the page dates the value as the assertion does, which may leave its day out."""
    around = dates_around(context, candidate.sentence, candidate.span)
    return not assertion.dates or any(_are_compatible(ours, day) for ours in assertion.dates for day in around)


def _is_of_no_day_of_the_page(context: Context, assertion: Assertion) -> bool:
    """Return whether the page tells of no day at all that the assertion's may be; it may be that of the page itself."""
    issued = context.passages.issued
    return bool(assertion.dates) and not any(
        (issued is not None and ours.start.year <= issued.year <= ours.end.year)
        or any(_are_compatible(ours, day) for day, _ in (*context.passages.dates, *context.passages.yearless))
        for ours in assertion.dates
    )


def _are_compatible(ours: DateExpr, theirs: DateExpr) -> bool:
    relation = compare_dates(ours, theirs)
    return relation is not None and relation.outcome is not Outcome.CONFLICTS


def _counts_the_same(context: Context, assertion: Assertion, quantity: Quantity, candidate: Candidate) -> bool:
    if quantity.dimension is not Dimension.COUNT:
        return False
    held = next((q for q in context.passages.quantities_in(candidate.sentence) if q.span == candidate.span), None)
    ours = counted(assertion.terms, quantity)
    return held is not None and noun_fit(context, quantity, held, ours, candidate.sentence, assertion.terms) > 0


def _is_disputed(candidate: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Return whether another value of the page may be the one meant, or somebody whom the claim names is not near."""
    if is_given_away(candidate):
        return True
    if any(s.own and s.name and s.nearness <= NAMES.elsewhere and s.weight for s in candidate.alignment.shared):
        return True
    return any(
        c.relation.outcome is Outcome.CONFLICTS and not is_given_away(c) and c.rank >= candidate.rank
        for c in candidates
    )
