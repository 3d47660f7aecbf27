"""Assertions without a value: who did what.

Words prove less than numbers do: the same ones may say the reverse.  A passage supports such an assertion only where
every weighty word of it stands there, names in the same order (or the reverse one, in the passive), and nothing
denies, opposes or merely plans it.
"""

from claimcheck.enums import Code
from claimcheck.matchers.align import LOCAL as IN_SENTENCE
from claimcheck.matchers.align import Aligner, Alignment, Shared
from claimcheck.matchers.checks import decide, missing_names, opposite
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.names import Name, NameKind
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import AGREES, Relation, conflicts
from claimcheck.matchers.voice import is_passive
from claimcheck.model import Comparison, Span

WHOLE = 0.8
"""The alignment from which a passage says the same."""
MOST = 0.6
"""The alignment from which an opposite or a denial in the passage is a conflict."""
LOCAL = 0.7
"""The share of the assertion's own words that must stand in the sentence itself."""
LIGHT = 0.55
"""A word lighter than this may be missing: "people", "make", "new"."""
LOOKED_AT = 5
NEXT_TO = 30
"""Characters between a name and the word that tells its part: "director Bong Joon Ho"."""


def compare(context: Context, assertion: Assertion) -> list[Comparison]:
    """Return what the passage that has most of the assertion's words says of it."""
    said = context.reading.text[assertion.span[0] : assertion.span[1]]
    if not assertion.terms:
        return [context.missing(assertion, "words", said, Code.NOTHING_CHECKABLE)]
    absent = missing_names(context, assertion.names)
    for sentence, alignment in _ranked(context, context.aligner(assertion))[:LOOKED_AT]:
        relation, place = _relation(context, assertion, sentence, alignment, absent)
        if relation is not None:
            candidate = Candidate(sentence, place, relation, alignment, alignment.score)
            why = relation.note or relation.outcome.value
            context.consider(sentence, why, alignment.score, taken=True)
            return [context.decided(assertion, "words", said, candidate)]
        context.consider(sentence, "not all of the claim's words, or in another order", alignment.score, taken=False)
    code = Code.NAME_NOT_FOUND if absent else Code.NOTHING_FOUND
    return [context.missing(assertion, "words", absent[0].surface if absent else said, code)]


def _ranked(context: Context, aligner: Aligner) -> list[tuple[Sentence, Alignment]]:
    sentences = (context.passages.sentences[index] for index in aligner.sentences())
    found = [(sentence, aligner.at(sentence)) for sentence in sentences if context.may_support(sentence)]
    return sorted(found, key=lambda pair: (-pair[1].score - 0.2 * pair[1].local, pair[0].index))


def _relation(
    context: Context, assertion: Assertion, sentence: Sentence, alignment: Alignment, absent: list[Name]
) -> tuple[Relation | None, Span]:
    clause = _busiest_clause(sentence, alignment)
    place = _place(sentence, alignment, clause)
    if absent:
        return _swapped(context, assertion, sentence, alignment, absent) or (None, place)
    against = opposite(assertion, sentence, clause, alignment)
    if against is not None and alignment.score >= MOST and alignment.local >= MOST:
        return against, place
    if alignment.score >= WHOLE and alignment.local >= LOCAL and not _lacks(alignment):
        if not _same_order(context, assertion, sentence):
            return None, place
        return decide(context, assertion, Candidate(sentence, place, AGREES, alignment, alignment.score)), place
    return None, place


def _lacks(alignment: Alignment) -> bool:
    """Return whether a weighty word of the assertion stands nowhere near."""
    return any(s.weight >= LIGHT and s.nearness == 0.0 for s in alignment.shared if s.own)


def _same_order(context: Context, assertion: Assertion, sentence: Sentence) -> bool:
    """Return whether the names of the claim stand in the sentence in the order that its voice calls for."""
    wanted = [_key(name) for name in sorted(assertion.names, key=lambda n: n.span)]
    places = [min((t.span[0] for t in sentence.terms if key in t.keys), default=None) for key in wanted]
    stated = [place for place in places if place is not None]
    passage = context.passages.document.text[sentence.span[0] : sentence.span[1]]
    claim = context.reading.text[assertion.span[0] : assertion.span[1]]
    flipped = is_passive(claim, context.reading.language) != is_passive(passage, context.passages.language)
    return stated == sorted(stated, reverse=flipped and len(stated) > 1)


def _key(name: Name) -> str:
    return f"@{name.tokens[-1]}"


def _busiest_clause(sentence: Sentence, alignment: Alignment) -> Span:
    keys = [s.term.keys for s in alignment.shared if s.own and s.nearness >= IN_SENTENCE]

    def shared(clause: Span) -> int:
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
) -> tuple[Relation, Span] | None:
    """Return another person in the part that the claim gives to one whom the page never names.

    The rest of the claim must be about the page's own subject, and the word that tells the part must stand right
    beside the other name.
    """
    if len(absent) != 1 or absent[0].kind not in {NameKind.PERSON, NameKind.UNKNOWN}:
        return None
    wanted = absent[0]
    rest = [s for s in alignment.shared if s.own and not wanted.span[0] <= s.term.span[0] < wanted.span[1]]
    if not rest or sum(s.weight * s.nearness for s in rest) < MOST * sum(s.weight for s in rest):
        return None
    part = [s for s in rest if s.nearness >= IN_SENTENCE and not _is_name(s, assertion)]
    for name, held in context.passages.names:
        if held.index != sentence.index or name.kind is not NameKind.PERSON or set(name.tokens) & set(wanted.tokens):
            continue
        for term in sentence.terms:
            gap = max(name.span[0] - term.span[1], term.span[0] - name.span[1])
            if 0 <= gap <= NEXT_TO and any(not s.term.keys.isdisjoint(term.keys) for s in part):
                return conflicts(Code.ENTITY_CONFLICT, f"{name.surface}, not {wanted.surface}"), name.span
    return None


def _is_name(shared: Shared, assertion: Assertion) -> bool:
    return any(name.span[0] <= shared.term.span[0] < name.span[1] for name in assertion.names)
