"""What must hold besides the value: not denied, not merely planned, not superseded, of the same people.

Each check takes the passage that decides an assertion and returns what it adds to the comparison, or nothing.
"""

from collections.abc import Iterable, Sequence

from claimcheck.enums import Code, Outcome, Role
from claimcheck.matchers.align import WORDS, Alignment
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.corrections import is_taken_back
from claimcheck.matchers.dates import leads_on
from claimcheck.matchers.denials import holds, polarity
from claimcheck.matchers.denied_apart import denied_apart
from claimcheck.matchers.denying import one_sided, within
from claimcheck.matchers.exclusions import leaves_out
from claimcheck.matchers.modality import modality
from claimcheck.matchers.names import Name
from claimcheck.matchers.passages import Sentence, content
from claimcheck.matchers.periods import days_of_end
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.reasons import other_reason
from claimcheck.matchers.relation import Relation, conflicts, weaker
from claimcheck.matchers.reviewed import changed_since
from claimcheck.matchers.revised import has_one_of_today, is_revised
from claimcheck.matchers.roles import Sides, compare_sides
from claimcheck.matchers.scores import turned_score
from claimcheck.matchers.sequence import other_way_in_time
from claimcheck.matchers.set_against import set_against
from claimcheck.matchers.stance import other_side
from claimcheck.matchers.values import DateExpr, Dimension
from claimcheck.matchers.wholes import only_of_a_part
from claimcheck.matchers.words import Cue, CueKind, Term, antonyms, citings, terms
from claimcheck.matchers.words.speakers import LONGEST
from claimcheck.model import Span


def is_superseded(context: Context, sentence: Sentence, place: Span) -> bool:
    """Return whether a value of the page stands there as one that no longer holds.

    In a note of correction, what was *said* or *reported* is what is being corrected.
    """
    cues = context.passages.cues(sentence)
    said = cues.attributions if sentence.role is Role.CORRECTION else ()
    if any(holds(cue, place) for cue in (*cues.past, *said) if cue.kind is not CueKind.PUT_RIGHT):
        return True
    if _is_put_right(context, sentence) or is_taken_back(context.passages, sentence, place):
        return True
    return _is_put_off(context, sentence, place) or is_revised(context, sentence)


def _is_put_off(context: Context, sentence: Sentence, place: Span) -> bool:
    """Return whether a day is one that was put off to another: *due to open on 3 March, is postponed to 14 April*."""
    verbs = [t.span[0] for t in sentence.terms if "postpone" in t.keys]
    if not verbs or len(sentence.text) > LONGEST:
        return False
    days = [d.span for d in (*context.passages.dates_in(sentence), *context.passages.yearless_in(sentence))]
    return any(
        place == max((d for d in days if d[0] < verb), default=None) and any(d[0] > verb for d in days)
        for verb in verbs
    )


def _touches(cue: Cue, span: Span) -> bool:
    return span[0] <= cue.span[0] < span[1]


def own_negations(context: Context, assertion: Assertion) -> bool:
    """Return whether the claim itself denies something in this assertion."""
    return any(_touches(cue, assertion.span) for cue in context.reading.cues.negations)


def opposite(
    context: Context, assertion: Assertion, sentence: Sentence, clause: Span, alignment: Alignment
) -> Relation | None:
    """Return a conflict where the clause has the opposite of a word of the claim, and not the word itself.

    Under a denial on one side the opposite says the same: *will not close*, *stays open*.  That *rejected* denies what
    it is of does not turn the word itself round.
    """
    inside = [term for term in sentence.terms if clause[0] <= term.span[0] < clause[1]]
    ours, theirs = one_sided(context, assertion, sentence)
    said = [shared.term for shared in alignment.shared]
    for shared in alignment.shared:
        if not shared.own or any(not shared.term.keys.isdisjoint(term.keys) for term in inside):
            continue
        for term in inside:
            if not antonyms(shared.term, term) or _is_other_side(shared.term, term, alignment):
                continue
            if any(not one.keys.isdisjoint(term.keys) for one in said):
                continue
            denials = sum(holds(cue, shared.term.span) for cue in ours)
            denials += sum(holds(cue, term.span) and not within(term.span, cue.span) for cue in theirs)
            if denials % 2 == 0:
                return conflicts(Code.VALUE_CONFLICT, f"“{term.surface}”, not “{shared.term.surface}”")
    return None


def opposite_pair(ours: Iterable[Term], theirs: Sequence[Term]) -> tuple[Term, Term] | None:
    """Return a word and its opposite, where the others have not the word itself; or none."""
    for one in ours:
        if any(not one.keys.isdisjoint(other.keys) for other in theirs):
            continue
        for other in theirs:
            if antonyms(one, other):
                return one, other
    return None


def _is_other_side(ours: Term, theirs: Term, alignment: Alignment) -> bool:
    """Return whether two words tell one deal from its two sides, with both parties there: *bought from*, *sold to*."""
    named = {s.term.surface for s in alignment.shared if s.own and s.name and s.nearness >= WORDS.sentence}
    sides = {key for key in (*ours.keys, *theirs.keys) if any(key in pair for pair in _SIDES)}
    return len(sides) > 1 and len(named) > 1


_SIDES = (frozenset({"buy", "sell"}), frozenset({"send", "receive"}), frozenset({"give", "receive"}))


def missing_names(context: Context, names: Iterable[Name]) -> list[Name]:
    """Return the names of the claim that the page has nowhere in its text, nor in its title."""
    return [name for name in names if name not in context.left_out and not _is_named(context, name)]


def _is_named(context: Context, name: Name) -> bool:
    for held, sentence in context.passages.names:
        if not sentence.role.is_boilerplate and context.is_one(name, held):
            return True
    # A name may stand inside a longer one: "Kalido" in "the Kalido Advisory Board".
    places = [{index for index, _ in context.passages.by_key.get(f"@{token}", ())} for token in name.tokens]
    together = set.intersection(*places) if places else set()
    if any(context.may_support(context.passages.sentences[index]) for index in together):
        return True
    # Or it goes by words that a table knows: "COVID-19" as "coronavirus", "Bulgaria" in "13 Bulgarian cities".
    words = [term.keys for term in content(terms(name.surface, context.reading.language))]
    known = [{key for key in keys if key[0] not in "@^" and "~" not in key} for keys in words]
    return bool(known) and all(known) and all(_is_said(context, keys) for keys in known)


def _is_said(context: Context, keys: Iterable[str]) -> bool:
    places = (index for key in keys for index, _ in context.passages.by_key.get(key, ()))
    return any(context.may_support(context.passages.sentences[index]) for index in places)


def decide(context: Context, assertion: Assertion, candidate: Candidate, *, whole: bool = False) -> Relation:
    """Return the candidate's relation after every check; the gravest objection stands.

    ``whole`` says that the whole sentence decides, not one of its clauses: *41 classes close and 18 open*.
    """
    relation = candidate.relation
    whole = whole or _leads_on(context, candidate)
    clause = candidate.sentence.span if whole else candidate.sentence.clause_at(candidate.span[0])
    if relation.outcome is Outcome.CONFLICTS:
        return relation
    objections = (
        swapped_sides(context, assertion, candidate),
        set_against(context, assertion, candidate),
        other_way_in_time(context, assertion, candidate.sentence),
        turned_score(context, candidate.sentence),
        polarity(context, assertion, candidate),
        denied_apart(context, candidate),
        leaves_out(context, assertion, candidate),
        opposite(context, assertion, candidate.sentence, clause, candidate.alignment),
        other_side(context, assertion, candidate),
        _superseded(context, candidate),
        modality(context, assertion, candidate),
        _former(context, assertion, candidate),
        changed_since(context, assertion, candidate),
        only_of_a_part(context, assertion, candidate),
        other_reason(context, assertion, candidate),
    )
    return next((objection for objection in objections if objection is not None), relation)


def _leads_on(context: Context, candidate: Candidate) -> bool:
    """Return whether a time leads from one event of the sentence to the next: *closed and reopened a year later*."""
    held = context.passages.quantities_in(candidate.sentence)
    is_time = any(q.span == candidate.span and q.dimension is Dimension.DURATION for q in held)
    return is_time and leads_on(context.passages.document.text, context.passages.language, candidate.span[1])


def swapped_sides(context: Context, assertion: Assertion, candidate: Candidate) -> Relation | None:
    """Return a conflict where who did it and to whom have changed places."""
    if compare_sides(context, assertion, candidate.sentence) is not Sides.SWAPPED:
        return None
    return conflicts(Code.ENTITY_CONFLICT, "the other way round")


def _superseded(context: Context, candidate: Candidate) -> Relation | None:
    sentence, place = candidate.sentence, candidate.span
    if _is_put_off(context, sentence, place):
        return conflicts(Code.CORRECTED, "the source says that this was put off")
    taken_back = is_taken_back(context.passages, sentence, place) or is_revised(context, sentence)
    if taken_back or (is_superseded(context, sentence, place) and _corrects(context, sentence, place)):
        return conflicts(Code.CORRECTED, "the source has corrected this")
    return None


def _former(context: Context, assertion: Assertion, candidate: Candidate) -> Relation | None:
    """Return a weaker relation where the page tells of a former value and the claim, which says no day, of none.

    Where the page has the value of today beside it, they conflict.
    """
    if assertion.dates or context.reading.dates or context.tells_of_the_past(assertion):
        return None
    if has_one_of_today(context, candidate.sentence, candidate.span):
        return conflicts(Code.VALUE_CONFLICT, "the source has another value of today")
    if not candidate.superseded:
        return None
    return weaker(Code.WEAKER_MODALITY, "in the source this is a former value")


def _corrects(context: Context, sentence: Sentence, place: Span) -> bool:
    if sentence.role is Role.CORRECTION or _is_put_right(context, sentence):
        return True
    return any(cue.kind is CueKind.CORRECTION and holds(cue, place) for cue in context.passages.cues(sentence).past)


def _is_put_right(context: Context, sentence: Sentence) -> bool:
    """Return whether the sentence after it gives the right figure: *The correct number is 12*."""
    following = context.passages.after(sentence)
    return following is not None and any(cue.kind is CueKind.PUT_RIGHT for cue in context.passages.cues(following).past)


def dates_around(context: Context, sentence: Sentence, place: Span) -> list[DateExpr]:
    """Return the dates of the clause that a place is in; where it has none, those of the sentence."""
    if sentence.role is Role.TABLE_ROW and (told := context.passages.dates_of_cell(sentence, place[0])):
        return told
    clause = sentence.clause_at(place[0])
    every = (*context.passages.dates_in(sentence), *context.passages.yearless_in(sentence))
    here = sorted((d for d in every if d.span != place), key=lambda d: d.span)
    if len(here) > 1:
        here = _of_what_happened(context, sentence, here) or here
    days = [d for d in here if clause[0] <= d.span[0] < clause[1]] or here
    return days_of_end(context.passages.quantities_in(sentence), place, days, sentence.span[1])


def _of_what_happened(context: Context, sentence: Sentence, days: Sequence[DateExpr]) -> list[DateExpr]:
    """Return some days of a sentence without one on which it was only said: *…, the company said on Tuesday*."""
    begin = sentence.span[0]
    cues = [begin + citing.cue[1] for citing in citings(sentence.text, context.passages.language) if citing.trails]
    return [day for day in days if not any(0 <= day.span[0] - end <= _ON for end in cues)]


_ON = 5
"""Characters between a verb of saying and its day: *said on Tuesday*."""


def is_older(context: Context, date: DateExpr) -> str:
    """Return why the source is older than the fact, or nothing: it was issued before the day began.

    A claim that tells of a plan or a forecast may well be older than what it announces.
    """
    issued = context.passages.issued
    if issued is None or date.start <= issued or date.relation in {"until", "before"}:
        return ""
    ahead = {CueKind.PLAN, CueKind.FORECAST, CueKind.FUTURE, CueKind.OBLIGATION, CueKind.POSSIBILITY}
    if any(cue.kind in ahead for cue in context.reading.cues.modalities):
        return ""
    return f"the source was issued on {issued.isoformat()}"
