"""What must hold besides the value: not denied, not merely planned, not superseded, of the same people.

Each check takes the passage that decides an assertion and returns what it adds to the comparison, or nothing.
"""

from collections.abc import Iterable, Sequence

from claimcheck.enums import Code, Outcome, Role
from claimcheck.matchers.align import Alignment
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.names import Name, NameKind, Sameness, same_name
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.periods import compare_dates
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import Relation, conflicts, weaker
from claimcheck.matchers.values import DateExpr, Quantity
from claimcheck.matchers.words import Cue, CueKind, antonyms
from claimcheck.model import Comparison, Span

_NOT_YET = frozenset({CueKind.PLAN, CueKind.FORECAST, CueKind.FUTURE, CueKind.OBLIGATION})
_NOT_SURE = frozenset({CueKind.REQUEST, CueKind.REPORT, CueKind.CONDITION, CueKind.POSSIBILITY})
NOT_FACT = _NOT_YET | _NOT_SURE
"""What is told without being vouched for as done."""

_WORDS = {
    CueKind.PLAN: "a plan",
    CueKind.FORECAST: "a forecast",
    CueKind.FUTURE: "still to come",
    CueKind.OBLIGATION: "still to come",
    CueKind.REQUEST: "a request",
    CueKind.REPORT: "an allegation",
    CueKind.CONDITION: "a condition",
    CueKind.POSSIBILITY: "a possibility",
}


def is_superseded(context: Context, sentence: Sentence, place: Span) -> bool:
    """Return whether a value of the page stands there as one that no longer holds.

    In a note of correction, what was *said* or *reported* is what is being corrected.
    """
    cues = context.passages.cues(sentence)
    said = cues.attributions if sentence.role is Role.CORRECTION else ()
    return any(_holds(cue, place) for cue in (*cues.past, *said))


def modal_cues(context: Context, sentence: Sentence, place: Span) -> list[Cue]:
    """Return the cues that a place of the page is planned, asked, alleged, not told as fact."""
    return [cue for cue in context.passages.cues(sentence).modalities if _holds(cue, place) and cue.kind in NOT_FACT]


def own_modalities(context: Context, assertion: Assertion) -> set[CueKind]:
    """Return how the claim itself means an assertion."""
    return {cue.kind for cue in context.reading.cues.modalities if _touches(cue, assertion.span)}


def _holds(cue: Cue, place: Span) -> bool:
    return cue.scope[0] <= place[0] < cue.scope[1]


def polarity(context: Context, assertion: Assertion, sentence: Sentence, place: Span) -> Relation | None:
    """Return a conflict where one side denies what the other affirms."""
    ours = any(_touches(cue, assertion.span) for cue in context.reading.cues.negations)
    theirs = [cue for cue in context.passages.cues(sentence).negations if _holds(cue, place)]
    if ours == bool(theirs):
        return None
    return conflicts(Code.NEGATION, "the source denies it" if theirs else "the source affirms it")


def _touches(cue: Cue, span: Span) -> bool:
    return span[0] <= cue.span[0] < span[1]


def modality(context: Context, assertion: Assertion, sentence: Sentence, place: Span) -> Relation | None:
    """Return a weaker relation where the claim tells as fact what the source only plans, forecasts or alleges."""
    theirs = modal_cues(context, sentence, place)
    if not theirs or own_modalities(context, assertion) & NOT_FACT:
        return None
    return weaker(Code.WEAKER_MODALITY, f"in the source this is {_WORDS[theirs[0].kind]}")


def opposite(assertion: Assertion, sentence: Sentence, clause: Span, alignment: Alignment) -> Relation | None:
    """Return a conflict where the clause has the opposite of a word of the claim, and not the word itself."""
    for shared in alignment.shared:
        if not shared.own or shared.nearness >= 0.9:
            continue
        for term in sentence.terms:
            if clause[0] <= term.span[0] < clause[1] and antonyms(shared.term, term):
                return conflicts(Code.VALUE_CONFLICT, f"“{term.surface}”, not “{shared.term.surface}”")
    return None


def missing_names(context: Context, names: Iterable[Name]) -> list[Name]:
    """Return the names of the claim that the page has nowhere in its text, nor in its title."""
    return [name for name in names if not _is_named(context, name)]


def _is_named(context: Context, name: Name) -> bool:
    for held, sentence in context.passages.names:
        same = same_name(name, held, context.aliases) is not Sameness.DIFFERENT or context.translates(name, held)
        if same and not sentence.role.is_boilerplate:
            return True
    # A name may stand inside a longer one: "Kalido" in "the Kalido Advisory Board".
    places = [{index for index, _ in context.passages.by_key.get(f"@{token}", ())} for token in name.tokens]
    together = set.intersection(*places) if places else set()
    return any(context.may_support(context.passages.sentences[index]) for index in together)


def decide(context: Context, assertion: Assertion, candidate: Candidate) -> Relation:
    """Return the candidate's relation after every check; the gravest objection stands."""
    relation = candidate.relation
    clause = candidate.sentence.clause_at(candidate.span[0])
    if relation.outcome is Outcome.CONFLICTS:
        return relation
    objections = (
        polarity(context, assertion, candidate.sentence, candidate.span),
        opposite(assertion, candidate.sentence, clause, candidate.alignment),
        _superseded(context, candidate),
        modality(context, assertion, candidate.sentence, candidate.span),
    )
    return next((objection for objection in objections if objection is not None), relation)


def _superseded(context: Context, candidate: Candidate) -> Relation | None:
    if is_superseded(context, candidate.sentence, candidate.span) and _corrects(context, candidate.sentence):
        return conflicts(Code.CORRECTED, "the source has corrected this")
    return None


def _corrects(context: Context, sentence: Sentence) -> bool:
    return sentence.role is Role.CORRECTION or any(
        cue.kind is CueKind.CORRECTION for cue in context.passages.cues(sentence).past
    )


def qualifiers(
    context: Context,
    assertion: Assertion,
    candidate: Candidate,
    kind: str,
    said: str,
    operands: Sequence[Quantity] = (),
) -> list[Comparison]:
    """Return the comparison of a value, and of what qualifies it: who is named, when, and what the page has nowhere.

    A value that follows from ``operands`` is shown by them; its day is not theirs.
    """
    absent = missing_names(context, assertion.names)
    people = [name for name in absent if name.kind is NameKind.PERSON]
    relation = decide(context, assertion, candidate)
    if people:
        context.consider(candidate.sentence, f"never names {people[0].surface}", candidate.rank, taken=False)
        return [context.missing(assertion, "name", people[0].surface, Code.NAME_NOT_FOUND)]
    taken = Candidate(candidate.sentence, candidate.span, relation, candidate.alignment, candidate.rank)
    context.consider(candidate.sentence, _why(relation), candidate.rank, taken=True)
    comparisons = [context.decided(assertion, kind, said, taken, places=[q.span for q in operands])]
    if relation.outcome is Outcome.CONFLICTS:
        return comparisons
    when = _when(context, assertion, candidate) if kind != "date" and not operands else None
    if when is not None:
        comparisons.append(when)
    names = {name.span for name in absent}
    comparisons += [context.missing(assertion, "name", name.surface, Code.NAME_NOT_FOUND) for name in absent]
    covered = names | {d.span for d in assertion.dates}
    comparisons += _absent_words(context, assertion, candidate, covered)
    return comparisons


def _why(relation: Relation) -> str:
    words = {Outcome.AGREES: "agrees", Outcome.WEAKER: "says less", Outcome.CONFLICTS: "says otherwise"}
    return words.get(relation.outcome, "") + (f": {relation.note}" if relation.note else "")


def _when(context: Context, assertion: Assertion, candidate: Candidate) -> Comparison | None:
    """Return a conflict where what stands around the value dates it otherwise than the claim."""
    for ours in assertion.dates:
        relations = [
            (d, r)
            for d in dates_around(context, candidate.sentence, candidate.span)
            if (r := compare_dates(ours, d)) is not None
        ]
        if relations and all(r.outcome is Outcome.CONFLICTS for _, r in relations):
            date, relation = relations[0]
            at = Candidate(candidate.sentence, date.span, relation, candidate.alignment, candidate.rank)
            return context.decided(assertion, "date", ours.text, at)
    return None


def dates_around(context: Context, sentence: Sentence, place: Span) -> list[DateExpr]:
    """Return the dates of the clause that a place is in; where it has none, those of the sentence."""
    clause = sentence.clause_at(place[0])
    here = [d for d, s in context.passages.dates if s.index == sentence.index and d.span != place]
    return [d for d in here if clause[0] <= d.span[0] < clause[1]] or here


HEAVY = 1.0
"""The weight from which a word that the page has nowhere is a part of the claim that is not supported."""


def _absent_words(context: Context, assertion: Assertion, candidate: Candidate, covered: set[Span]) -> list[Comparison]:
    absent = [
        s.term
        for s in candidate.alignment.absent
        if s.known and s.weight >= HEAVY and not any(a <= s.term.span[0] < b for a, b in covered)
    ]
    share = sum(s.weight for s in candidate.alignment.absent) / (sum(s.weight for s in candidate.alignment.shared) or 1)
    if not absent or share < ABSENT_SHARE:
        return []
    words = ", ".join(term.surface for term in absent)
    return [context.missing(assertion, "words", words, Code.PART_MISSING, "the page has these words nowhere")]


ABSENT_SHARE = 0.25
