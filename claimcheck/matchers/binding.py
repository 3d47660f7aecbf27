"""Whose value it is where a sentence says so by order: *Nord and Hafen, 71 % and 66 % respectively*; *the latter*."""

from collections.abc import Sequence
from itertools import pairwise

from claimcheck.matchers.names import Name
from claimcheck.matchers.passages import Passages, Sentence
from claimcheck.matchers.values import Quantity
from claimcheck.matchers.words.pairing import Pairing, pairings
from claimcheck.model import Span

_NEAR = 12
"""Characters between two names of one list, or two values: ", and ", " its rival "."""


def name_bound_to(passages: Passages, sentence: Sentence, place: Span) -> Name | None:
    """Return the name that a value belongs to by the order of the sentence, or none where no such order is said."""
    told = pairings(sentence.text, passages.language)
    if not told:
        return None
    found = [(kind, sentence.span[0] + begin) for kind, begin in told]
    if any(kind is Pairing.RESPECTIVELY for kind, _ in found):
        return _by_order(passages, sentence, place)
    said = _said_of(passages, sentence, place, found)
    return _named_before(passages, sentence, found[0][1], said) if said is not None else None


def _said_of(
    passages: Passages, sentence: Sentence, place: Span, found: Sequence[tuple[Pairing, int]]
) -> Pairing | None:
    """Return which of the two a value is of: by the order of values and phrases, or the one phrase of its clause."""
    held = passages.quantities_in(sentence)
    mine = next((q for q in held if q.span == place), None)
    values = [q for q in held if mine and q.dimension is mine.dimension]
    if mine is not None and len(values) == len(found) > 1:
        return found[values.index(mine)][0]
    clause = sentence.clause_at(place[0])
    said = [kind for kind, at in found if clause[0] <= at < clause[1]]
    return said[0] if len(said) == 1 else None


def _by_order(passages: Passages, sentence: Sentence, place: Span) -> Name | None:
    names = passages.names_in(sentence)
    run = next((run for run in _runs(passages.quantities_in(sentence)) if any(q.span == place for q in run)), [])
    listed = next((held for held in _name_runs(names) if len(held) == len(run)), [])
    index = next((n for n, q in enumerate(run) if q.span == place), None)
    return listed[index] if listed and index is not None and len(run) > 1 else None


def _runs(values: Sequence[Quantity]) -> list[list[Quantity]]:
    runs = [[value] for value in values[:1]]
    for one, other in pairwise(values):
        if other.dimension is one.dimension and other.span[0] - one.span[1] <= _NEAR:
            runs[-1].append(other)
        else:
            runs.append([other])
    return runs


def _name_runs(names: Sequence[Name]) -> list[list[Name]]:
    runs = [[name] for name in names[:1]]
    for one, other in pairwise(names):
        if other.span[0] - one.span[1] <= _NEAR:
            runs[-1].append(other)
        else:
            runs.append([other])
    return runs


def _named_before(passages: Passages, sentence: Sentence, place: int, kind: Pairing) -> Name | None:
    """Return the first or the last of the two names before *the former*, in its sentence or the one before."""
    block = sentence.block
    before = [n for n, s in passages.names if s.block == block and s.index >= sentence.index - 1 and n.span[0] < place]
    if len(before) < 2:  # noqa: PLR2004 - the former and the latter are two
        return None
    return before[-2] if kind is Pairing.FORMER else before[-1]
