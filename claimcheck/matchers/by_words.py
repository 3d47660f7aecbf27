"""Assertions without a value: who did what.

Words prove less than numbers do: the same ones may say the reverse.  A passage supports such an assertion only where
every weighty word of it is said there, names in the same order (or the reverse one, in the passive), and nothing in
the sentence denies, opposes or merely plans it.  What it is said of may stand in the sentence before; what is said
must stand in the sentence itself.
"""

from claimcheck.enums import Code, Outcome
from claimcheck.matchers.align import LOCAL, WORDS, Aligner, Alignment, Shared
from claimcheck.matchers.checks import decide, missing_names, opposite, own_negations
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.names import Name, NameKind
from claimcheck.matchers.numerals import missing_numerals
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import AGREES, Relation, conflicts
from claimcheck.matchers.snippets import RIVALS
from claimcheck.matchers.voice import is_passive
from claimcheck.matchers.words import Term, antonyms, has_sides
from claimcheck.model import Comparison, Span

WHOLE = 0.8
"""The alignment from which a passage says the same."""
MOST = 0.75
"""The alignment from which an opposite or a denial in the passage is a conflict."""
SAID_HERE = 0.65
"""The share of the assertion's own words that must stand in a sentence that supports it."""
TOGETHER = 0.6
"""The share of the words said that must stand in one clause: strewn over a sentence, they may be of several things."""
SPOKEN_OF = 0.7
"""The share of them, or of their opposites, that must stand in a sentence that denies it."""
LIGHT = 0.55
"""A word lighter than this may be missing: "people", "make", "new"."""
LOOKED_AT = 6
NEXT_TO = 30
"""Characters between a name and the word that tells its part: "director Bong Joon Ho"."""


def compare(context: Context, assertion: Assertion) -> list[Comparison]:
    """Return what the passage that says most of the assertion's words says of it."""
    said = context.reading.text[assertion.span[0] : assertion.span[1]]
    if not assertion.terms:
        return [context.missing(assertion, "words", said, Code.NOTHING_CHECKABLE)]
    absent = missing_names(context, assertion.names)
    weaker: Comparison | None = None
    for sentence, alignment in _ranked(context, context.aligner(assertion))[:LOOKED_AT]:
        relation, place = _relation(context, assertion, sentence, alignment, absent)
        if relation is None:
            context.consider(
                sentence, "not all of the claim's words, or in another order", alignment.score, taken=False
            )
            continue
        candidate = Candidate(sentence, place, relation, alignment, alignment.score)
        context.consider(
            sentence, relation.note or relation.outcome.value, alignment.score, taken=True, candidate=candidate
        )
        comparison = context.decided(assertion, "words", said, candidate)
        if relation.outcome is not Outcome.WEAKER:
            return [comparison]
        weaker = weaker or comparison
    if weaker is not None:
        return [weaker]
    code = Code.NAME_NOT_FOUND if absent else Code.NOTHING_FOUND
    return [context.missing(assertion, "words", absent[0].surface if absent else said, code)]


def _ranked(context: Context, aligner: Aligner) -> list[tuple[Sentence, Alignment]]:
    sentences = (context.passages.sentences[index] for index in aligner.sentences())
    found = [(sentence, aligner.at(sentence)) for sentence in sentences if context.may_support(sentence)]
    return sorted(found, key=lambda pair: (-pair[1].score - 0.3 * _spoken(pair[0], pair[1]), pair[0].index))


def _spoken(sentence: Sentence, alignment: Alignment) -> float:
    """Return the share of the assertion's own words, names apart, that the sentence has, or has the opposites of."""
    own = [s for s in alignment.shared if s.own and not s.name]
    total = sum(s.weight for s in own)
    if not total:
        return 1.0
    return sum(s.weight for s in own if s.nearness >= LOCAL or _is_opposed(s, sentence.terms)) / total


def _is_opposed(shared: Shared, held: tuple[Term, ...]) -> bool:
    return any(antonyms(shared.term, term) for term in held)


def _relation(
    context: Context, assertion: Assertion, sentence: Sentence, alignment: Alignment, absent: list[Name]
) -> tuple[Relation | None, Span]:
    clause = _busiest_clause(sentence, alignment)
    place = _place(sentence, alignment, clause)
    if absent:
        return _swapped(context, assertion, sentence, alignment, absent) or (None, place)
    spoken = _spoken(sentence, alignment)
    candidate = Candidate(sentence, place, AGREES, alignment, alignment.score)
    if alignment.score + _opposed(sentence, alignment) >= MOST and spoken >= SPOKEN_OF:
        against = opposite(context, assertion, sentence, clause, alignment)
        if against is None:
            decided = decide(context, assertion, candidate)
            against = decided if decided.outcome is Outcome.CONFLICTS else None
        if against is not None and not _lacks(sentence, alignment):
            return against, place
    if alignment.score < WHOLE or alignment.local < SAID_HERE or _lacks(sentence, alignment):
        return None, place
    if missing_numerals(context, assertion, sentence) or _together(sentence, alignment, clause) < TOGETHER:
        return None, place
    if _tells_of_others(context, assertion, sentence, clause, alignment):
        return None, place
    if not _same_order(context, assertion, sentence):
        return _reversed(assertion, alignment), place
    if _denies_elsewhere(context, assertion, sentence, place):
        return None, place
    return decide(context, assertion, candidate), place


def _together(sentence: Sentence, alignment: Alignment, clause: Span) -> float:
    """Return the share of the sentence's own words of the assertion, names apart, that stand in one clause."""
    inside = [t for t in sentence.terms if clause[0] <= t.span[0] < clause[1]]
    here = [s for s in alignment.shared if s.own and not s.name and s.nearness >= LOCAL]
    total = sum(s.weight for s in here)
    if not total:
        return 1.0
    return sum(s.weight for s in here if any(not s.term.keys.isdisjoint(t.keys) for t in inside)) / total


def _opposed(sentence: Sentence, alignment: Alignment) -> float:
    """Return what the opposites of missing words are worth as alignment."""
    total = sum(s.weight for s in alignment.shared)
    spoken = sum(
        s.weight * (LOCAL - s.nearness)
        for s in alignment.shared
        if s.own and s.nearness < LOCAL and _is_opposed(s, sentence.terms)
    )
    return spoken / total if total else 0.0


def _lacks(sentence: Sentence, alignment: Alignment) -> bool:
    """Return whether a weighty word of the assertion stands nowhere near, nor its opposite."""
    return any(
        s.weight >= LIGHT and s.nearness <= WORDS.elsewhere and not _is_opposed(s, sentence.terms)
        for s in alignment.shared
        if s.own
    )


def _denies_elsewhere(context: Context, assertion: Assertion, sentence: Sentence, place: Span) -> bool:
    """Return whether the sentence denies something where the assertion's words stand: what, words alone cannot tell."""
    if own_negations(context, assertion):
        return False
    denied = [cue.scope for cue in context.passages.cues(sentence).negations]
    return any(begin < place[1] and place[0] < end for begin, end in denied)


def _tells_of_others(
    context: Context, assertion: Assertion, sentence: Sentence, clause: Span, alignment: Alignment
) -> bool:
    """Return whether a clause names somebody else in the place of one whom the sentence does not name."""
    for name in assertion.names:
        near = [s.nearness for s in alignment.shared if name.span[0] <= s.term.span[0] < name.span[1]]
        if not near or max(near) >= LOCAL:
            continue
        for other in context.passages.names_in(sentence):
            inside = clause[0] <= other.span[0] < clause[1] and other.kind in RIVALS[name.kind]
            if inside and not any(context.is_one(ours, other) for ours in context.reading.names):
                return True
    return False


def _same_order(context: Context, assertion: Assertion, sentence: Sentence) -> bool:
    """Return whether the names of the claim stand in the sentence in the order that its voice calls for.

    Where a pronoun begins the sentence, it stands for the one whom the sentence does not name.
    """
    wanted = [_key(name) for name in sorted(assertion.names, key=lambda n: n.span)]
    pronoun = sentence.span[0] - 1 if sentence.refers_back and len(wanted) > 1 else None
    places = [min((t.span[0] for t in sentence.terms if key in t.keys), default=pronoun) for key in wanted]
    stated = [place for place in places if place is not None]
    passage = context.passages.document.text[sentence.span[0] : sentence.span[1]]
    claim = context.reading.text[assertion.span[0] : assertion.span[1]]
    flipped = is_passive(claim, context.reading.language) != is_passive(passage, context.passages.language)
    return stated == sorted(stated, reverse=flipped and len(stated) > 1)


def _reversed(assertion: Assertion, alignment: Alignment) -> Relation | None:
    """Return a conflict where who did it and to whom have changed places, in what one does to another."""
    done = [s.term for s in alignment.shared if s.own and not s.name and s.nearness >= LOCAL]
    if len(assertion.names) != _TWO or not any(has_sides(term) for term in done):
        return None
    first, second = sorted(assertion.names, key=lambda n: n.span)
    return conflicts(Code.ENTITY_CONFLICT, f"{second.surface} and {first.surface} the other way round")


_TWO = 2


def _key(name: Name) -> str:
    return f"@{name.tokens[-1]}"


def _busiest_clause(sentence: Sentence, alignment: Alignment) -> Span:
    keys = [s.term.keys for s in alignment.shared if s.own and s.nearness >= LOCAL]

    def shared(clause: Span) -> int:
        inside = [t for t in sentence.terms if clause[0] <= t.span[0] < clause[1]]
        return sum(any(not key.isdisjoint(t.keys) for t in inside) for key in keys)

    return max(sentence.clauses, key=shared, default=sentence.span)


def _place(sentence: Sentence, alignment: Alignment, clause: Span) -> Span:
    """Return the first and last of the shared words in a clause, as one place."""
    keys = [s.term.keys for s in alignment.shared if s.own and s.nearness >= LOCAL]
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
    part = [s for s in rest if s.nearness >= LOCAL and not _is_name(s, assertion)]
    for name in context.passages.names_in(sentence):
        if name.kind is not NameKind.PERSON or set(name.tokens) & set(wanted.tokens):
            continue
        for term in sentence.terms:
            gap = max(name.span[0] - term.span[1], term.span[0] - name.span[1])
            if 0 <= gap <= NEXT_TO and any(not s.term.keys.isdisjoint(term.keys) for s in part):
                return conflicts(Code.ENTITY_CONFLICT, f"{name.surface}, not {wanted.surface}"), name.span
    return None


def _is_name(shared: Shared, assertion: Assertion) -> bool:
    return any(name.span[0] <= shared.term.span[0] < name.span[1] for name in assertion.names)
