"""Assertions without a value: who did what.  Every weighty word must stand in one passage, and nothing speak against it."""

from claimcheck.enums import Code
from claimcheck.matchers.align import IN_SENTENCE, Aligner, Alignment
from claimcheck.matchers.checks import decide, missing_names, opposite
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.names import Name, NameKind
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import AGREES, Relation, conflicts
from claimcheck.model import Comparison, Span

WHOLE = 0.78
"""The share of the words from which a passage says the same."""
MOST = 0.55
"""The share from which an opposite, a denial or another name in the passage is a conflict."""
LOCAL = 0.6


def compare(context: Context, assertion: Assertion) -> list[Comparison]:
    """Return what the passage that has most of the assertion's words says of it."""
    said = context.reading.text[assertion.span[0] : assertion.span[1]]
    if not assertion.terms:
        return [context.missing(assertion, "words", said, Code.NOTHING_CHECKABLE)]
    aligner = context.aligner(assertion)
    ranked = _ranked(context, aligner)
    if not ranked:
        return [context.missing(assertion, "words", said, Code.NOTHING_FOUND)]
    absent = missing_names(context, assertion.names)
    for sentence, alignment in ranked[:5]:
        clause = _busiest_clause(sentence, alignment)
        place = _place(sentence, alignment, clause)
        swap = _swapped(context, assertion, sentence, alignment, absent)
        if swap is not None:
            return _decided(context, assertion, said, Candidate(sentence, swap[0], swap[1], alignment, alignment.score))
        against = opposite(assertion, sentence, clause, alignment)
        if against is not None and alignment.score >= MOST and not absent:
            return _decided(context, assertion, said, Candidate(sentence, place, against, alignment, alignment.score))
        if alignment.score >= WHOLE and alignment.local >= LOCAL and not absent:
            candidate = Candidate(sentence, place, AGREES, alignment, alignment.score)
            relation = decide(context, assertion, candidate)
            return _decided(context, assertion, said, Candidate(sentence, place, relation, alignment, alignment.score))
        context.consider(sentence, "too few of the claim's words", alignment.score, taken=False)
    code = Code.NAME_NOT_FOUND if absent else Code.NOTHING_FOUND
    return [context.missing(assertion, "words", absent[0].surface if absent else said, code)]


def _ranked(context: Context, aligner: Aligner) -> list[tuple[Sentence, Alignment]]:
    found = []
    for index in aligner.sentences():
        sentence = context.passages.sentences[index]
        if context.may_support(sentence):
            found.append((sentence, aligner.at(sentence)))
    return sorted(found, key=lambda pair: (-pair[1].score - 0.2 * pair[1].local, pair[0].index))


def _decided(context: Context, assertion: Assertion, said: str, candidate: Candidate) -> list[Comparison]:
    context.consider(
        candidate.sentence, candidate.relation.note or candidate.relation.outcome.value, candidate.rank, taken=True
    )
    return [context.decided(assertion, "words", said, candidate)]


def _busiest_clause(sentence: Sentence, alignment: Alignment) -> Span:
    def shared(clause: Span) -> int:
        keys = [s.term.keys for s in alignment.shared if s.own and s.nearness >= IN_SENTENCE]
        inside = [t for t in sentence.terms if clause[0] <= t.span[0] < clause[1]]
        return sum(any(not key.isdisjoint(t.keys) for t in inside) for key in keys)

    return max(sentence.clauses, key=shared, default=sentence.span)


def _place(sentence: Sentence, alignment: Alignment, clause: Span) -> Span:
    """Return the first and last of the shared words in a clause, as one place."""
    keys = [s.term.keys for s in alignment.shared if s.own and s.nearness >= IN_SENTENCE]
    hit = [
        t.span
        for t in sentence.terms
        if clause[0] <= t.span[0] < clause[1] and any(not key.isdisjoint(t.keys) for key in keys)
    ]
    return (hit[0][0], hit[-1][1]) if hit else clause


def _swapped(
    context: Context, assertion: Assertion, sentence: Sentence, alignment: Alignment, absent: list[Name]
) -> tuple[Span, Relation] | None:
    """Return another person in the place of the one the claim names, where all else of the passage is the same."""
    people = [name for name in absent if name.kind is not NameKind.PLACE]
    if len(people) != 1:
        return None
    wanted = people[0]
    rest = [s for s in alignment.shared if not wanted.span[0] <= s.term.span[0] < wanted.span[1]]
    total = sum(s.weight for s in rest if s.own)
    there = sum(s.weight * s.nearness for s in rest if s.own)
    at_hand = sum(s.weight for s in rest if s.own and s.nearness >= IN_SENTENCE)
    if not total or there / total < LOCAL or at_hand == 0.0:
        return None
    others = [
        name
        for name, held in context.passages.names
        if held.index == sentence.index
        and name.kind in {wanted.kind, NameKind.PERSON}
        and not any(_same_words(name, ours) for ours in assertion.names)
    ]
    if len(others) != 1:
        return None
    other = others[0]
    return other.span, conflicts(Code.ENTITY_CONFLICT, f"{other.surface}, not {wanted.surface}")


def _same_words(one: Name, other: Name) -> bool:
    return bool(set(one.tokens) & set(other.tokens))
