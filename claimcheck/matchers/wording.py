"""How much of an assertion's words a sentence says: all of them, their opposites, or only something near to them."""

import re
from collections.abc import Iterable, Sequence

from claimcheck.matchers.align import LOCAL, WORDS, Alignment, Shared
from claimcheck.matchers.context import Context
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.words import Term, antonyms, changes_fact, clauses, governs_act, kin
from claimcheck.matchers.words.clauses import is_relative
from claimcheck.model import Span

LIGHT = 0.55
"""A word lighter than this may be missing: "people", "make", "new"."""
ANTECEDENT = 2
"""Words of meaning right before a relative clause among which stands whom it is of: *the driver of the van, who*."""
BESIDE = 2
"""Characters between a name and the word before it that describes it: a space, or one and a quotation mark."""


def spoken(sentence: Sentence, alignment: Alignment) -> float:
    """Return the share of the assertion's own words, names apart, that the sentence has, or has the opposites of.

    What stands just before it counts in part: whom it tells of is often named there.
    """
    own = [s for s in alignment.shared if s.own and not s.name]
    total = sum(s.weight for s in own)
    if not total:
        return 1.0
    return sum(s.weight * _said(s, sentence) for s in own) / total


def _said(shared: Shared, sentence: Sentence) -> float:
    """Return how far a sentence has a word: fully in itself, in part just before it or above it."""
    if shared.nearness >= LOCAL or _is_opposed(shared, sentence.terms):
        return 1.0
    return shared.nearness if shared.nearness >= WORDS.before else 0.0


def _is_opposed(shared: Shared, held: tuple[Term, ...]) -> bool:
    return any(antonyms(shared.term, term) for term in held)


def together(context: Context, sentence: Sentence, alignment: Alignment) -> float:
    """Return the largest share of the sentence's own words of the assertion, names apart, that stand in one clause.

    Whom a relative clause is of stands right before it: *the driver, who pleaded guilty*.
    """
    here = [s for s in alignment.shared if s.own and not s.name and _stands(s, sentence.terms)]
    total = sum(s.weight for s in here)
    if not total:
        return 1.0
    said = (sum(s.weight for s in here if _stands(s, _of_clause(context, sentence, c))) for c in sentence.clauses)
    return max(said, default=total) / total


def _of_clause(context: Context, sentence: Sentence, clause: Span) -> list[Term]:
    inside = [t for t in sentence.terms if clause[0] <= t.span[0] < clause[1]]
    if is_relative(context.passages.document.text, clause, context.passages.language):
        inside += [t for t in sentence.terms if t.span[0] < clause[0]][-ANTECEDENT:]
    elif clause[0] > sentence.span[0] and _GOES_ON.match(context.passages.document.text, *clause):
        inside += sentence.terms[:ANTECEDENT]
    return inside


_GOES_ON = re.compile(
    r"(?:(?:and|but|et|mais|y|pero|und|aber|e|mas|ma)\s+)?"
    r"(?:it|he|she|they|il|elle|ils|elles|él|ella|ellos|er|sie|es|ele|ela|eles|lui|lei)\b"
    r"|(?:and|but|et|mais|y|pero|und|aber|e|mas|ma)\s+(?:has|have|had|was|were|is|are|will|said|says|a|ont|est|sont|était)\b",
    re.IGNORECASE,
)
"""How a clause begins that goes on about the subject of its sentence: *but it cleared the minister*, *and has left*."""


def clauses_said(context: Context, assertion: Assertion) -> int:
    """Return in how many clauses the claim itself says the words of an assertion."""
    words = [t for t in assertion.terms if not any(n.span[0] <= t.span[0] < n.span[1] for n in assertion.names)]
    held = clauses(context.reading.text, assertion.span, context.reading.language)
    return max(1, sum(any(begin <= t.span[0] < end for t in words) for begin, end in held))


def likened(sentence: Sentence, alignment: Alignment) -> float:
    """Return the share of the assertion's words that the sentence has only by something near to them."""
    own = [s for s in alignment.shared if s.own and not s.name and s.weight >= LIGHT]
    total = sum(s.weight for s in own)
    likened = [s for s in own if s.nearness >= LOCAL and _stands(s, sentence.terms) and not _is_there(s, sentence)]
    return sum(s.weight for s in likened) / total if total else 0.0


def _is_there(shared: Shared, sentence: Sentence) -> bool:
    return any(not shared.term.keys.isdisjoint(term.keys) for term in sentence.terms)


def _stands(shared: Shared, held: Iterable[Term]) -> bool:
    keys = shared.term.keys | kin(shared.term)
    return any(not keys.isdisjoint(term.keys) for term in held)


def bare(assertion: Assertion, alignment: Alignment) -> Alignment:
    """Return an alignment without the missing words that only describe a name which is there: *the builder Corvane*."""
    there = [n for n in assertion.names if any(s.name and s.nearness >= LOCAL and s.term.span[0] >= n.span[0]
                                               and s.term.span[1] <= n.span[1] for s in alignment.shared)]  # fmt: skip
    return Alignment(
        tuple(
            s
            for s in alignment.shared
            if s.name or s.nearness >= LOCAL or not any(0 <= n.span[0] - s.term.span[1] <= BESIDE for n in there)
        )
    )


def without_governing(alignment: Alignment) -> Alignment:
    """Return an alignment without missing words that only govern an act: who refuses it has not ordered it."""
    kept = (s for s in alignment.shared if s.name or s.nearness >= LOCAL or not governs_act(s.term))
    return Alignment(tuple(kept))


def opposed(sentence: Sentence, alignment: Alignment) -> float:
    """Return what the opposites of missing words are worth as alignment."""
    total = sum(s.weight for s in alignment.shared)
    spoken = sum(
        s.weight * (LOCAL - s.nearness)
        for s in alignment.shared
        if s.own and s.nearness < LOCAL and _is_opposed(s, sentence.terms)
    )
    return spoken / total if total else 0.0


def with_opposites(sentence: Sentence, alignment: Alignment) -> Alignment:
    """Return an alignment in which the opposite of a missing word stands for it, where one of the two is denied."""
    return Alignment(
        tuple(
            s._replace(nearness=LOCAL) if s.own and s.nearness < LOCAL and _is_opposed(s, sentence.terms) else s
            for s in alignment.shared
        )
    )


def lacks(held: tuple[Term, ...], alignment: Alignment, beyond: float = WORDS.elsewhere) -> bool:
    """Return whether a weighty word of the assertion stands no nearer than it may, nor its opposite among some words.

    An opposite says the same only where one of the two is denied: *will not close*, *stays open*.
    """
    return any(
        (s.weight >= LIGHT or changes_fact(s.term)) and s.nearness <= beyond and not _is_opposed(s, held)
        for s in alignment.shared
        if s.own
    )


def busiest_clause(sentence: Sentence, alignment: Alignment) -> Span:
    """Return the clause that says most of the assertion, or of its opposite; names tell only between such clauses."""
    near = [s for s in alignment.shared if s.own and s.nearness >= LOCAL]
    words = [s.term.keys | kin(s.term) for s in near if not s.name]
    names = [s.term.keys | kin(s.term) for s in near if s.name]

    far = [s for s in alignment.shared if s.own and not s.name and _is_opposed(s, sentence.terms)]

    def shared(clause: Span) -> tuple[int, int, int]:
        inside = tuple(t for t in sentence.terms if clause[0] <= t.span[0] < clause[1])
        against = sum(_is_opposed(s, inside) and not _found([s.term.keys], inside) for s in far)
        said = _found(words, inside)
        return said + against, said, _found(names, inside)

    return max(sentence.clauses, key=shared, default=sentence.span)


def _found(wanted: Iterable[frozenset[str]], held: Sequence[Term]) -> int:
    return sum(any(not keys.isdisjoint(term.keys) for term in held) for keys in wanted)


def place_of(sentence: Sentence, alignment: Alignment, clause: Span) -> Span:
    """Return the first and last of the shared words in a clause, as one place; near ones only for want of them."""
    inside = [t for t in sentence.terms if clause[0] <= t.span[0] < clause[1]]
    hit: list[Span] = []
    for shared in (s for s in alignment.shared if s.own and s.nearness >= LOCAL):
        same = [t.span for t in inside if not t.keys.isdisjoint(shared.term.keys)]
        hit += same or [t.span for t in inside if not t.keys.isdisjoint(kin(shared.term))]
    return (min(hit)[0], max(hit)[1]) if hit else clause
