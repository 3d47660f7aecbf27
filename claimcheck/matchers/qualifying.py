"""What must be said of a value besides the value: of whom, when, and what was done.

The passage that decides has the value; here the rest of the assertion is looked for.  What the page says only
elsewhere, of something else, is not said of this value.
"""

import re
from collections.abc import Iterator, Sequence

from claimcheck.enums import Code, Outcome, Role
from claimcheck.matchers.align import KIN, NAMES, WORDS, Shared
from claimcheck.matchers.arithmetic import Derived, Step, is_age_at_death, operators_in
from claimcheck.matchers.checks import decide, missing_names
from claimcheck.matchers.compare import compare_quantities
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.dated import other_day
from claimcheck.matchers.identifying import undone
from claimcheck.matchers.joined import unsaid_deed, unsaid_part
from claimcheck.matchers.names import Name, NameKind
from claimcheck.matchers.numerals import missing_numerals
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.portions import asks_for_whole, leads_to_part, opens_with_whole
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import agrees
from claimcheck.matchers.speakers import Speaker, claimed_speaker, speakers, stated_speaker
from claimcheck.matchers.standing_in import is_somebody_elses
from claimcheck.matchers.subjects import claimed_subject
from claimcheck.matchers.values import Dimension, Quantity
from claimcheck.matchers.words import Term, antonyms, camps, changes_fact, is_group, is_implied, kin, predicates
from claimcheck.matchers.words.operators import Operator
from claimcheck.model import Comparison, Span

HEAVY = 0.9
"""The weight from which a word that is not said of the value is a part of the claim that is not supported."""
RARE = 0.8
"""That weight of a word that no table knows, which the page has elsewhere."""
UNSAID_SHARE = 0.25
"""The share of the assertion's words that must be unsaid before it is told."""
TELLING = 0.5
"""The weight from which a word tells what is said of a value; the value says the lighter ones by itself."""
SYNONYM_SHARE = 0.26
EVENT_SAID = 0.4
"""The share of the claim's words that a sentence with its day must have: a page tells of many things on one day."""
WELL_SAID = 0.72
"""The fit from which one unsaid word, of less than this share, is taken for a synonym of what is said."""
SURELY = 0.9
"""The fit from which a number is of the same thing, however far beyond the claim's bound it lies."""
_OF_A_PART = frozenset({Step.SHARE, Step.PART, Step.REST})
"""Steps whose result is of a part alone: the word that tells which part must be said."""
TOLD_SAID, TOLD_SHARE = 0.5, 0.45
"""The same two for what one step of arithmetic gives that words tell: that it comes out is no chance."""


def qualifiers(
    context: Context,
    assertion: Assertion,
    candidate: Candidate,
    kind: str,
    said: str,
    derived: Derived | None = None,
) -> list[Comparison]:
    """Return the comparison of a value, and of what qualifies it: who is named, when, and what is not said of it.

    A value that is ``derived`` is shown by its operands; its day is not theirs.  The rest of a whole is of those of
    whom the page does not say it: there, a denial on one side is as it should be.
    """
    operands = derived.operands if derived is not None else ()
    absent = missing_names(context, assertion.names)
    relation = candidate.relation
    if derived is None or derived.kind is not Step.REST:
        relation = decide(context, assertion, candidate, whole=derived is not None)
    if (
        relation.far
        and not _has_nearer(context, assertion, candidate)
        and candidate.rank >= SURELY
        and candidate.alignment.score >= SURELY
    ):
        relation = agrees("the source's number is far beyond")
    subject = claimed_subject(context, assertion)
    person = next((name for name in absent if name.kind is NameKind.PERSON or name is subject), None)
    if person is not None:
        context.consider(candidate.sentence, f"never names {person.surface}", candidate.rank, taken=False)
        return [context.missing(assertion, "name", person.surface, Code.NAME_NOT_FOUND)]
    lived = derived is not None and is_age_at_death(derived)
    unbacked = not (operands or lived) and not candidate.assured and _says_nothing_of_it(candidate)
    others = not operands and is_somebody_elses(context, assertion, candidate.sentence)
    if relation.outcome is not Outcome.CONFLICTS and (unbacked or others):
        why = "same value, perhaps of another" if others else "same value, nothing else of the claim"
        context.consider(candidate.sentence, why, candidate.rank, taken=False)
        return [context.missing(assertion, kind, said, Code.SUBJECT_MISMATCH)]
    taken = Candidate(candidate.sentence, candidate.span, relation, candidate.alignment, candidate.rank)
    context.consider(
        candidate.sentence, _why(relation.outcome, relation.note), candidate.rank, taken=True, candidate=candidate
    )
    if relation.code is Code.ENTITY_CONFLICT and (told := speakers(context, assertion, taken.sentence, taken.span)):
        return [_said_by_another(context, assertion, taken, *told)]
    if relation is not candidate.relation and relation.code in {Code.ENTITY_CONFLICT, Code.VALUE_CONFLICT}:
        # The number is the same: what is told with it is not.
        whole = context.reading.text[slice(*assertion.span)].strip()
        return [context.decided(assertion, "words", whole, taken, places=[taken.sentence.span])]
    how = derived.notation if derived is not None else ""
    comparisons = [context.decided(assertion, kind, said, taken, found=how, places=[q.span for q in operands])]
    if relation.outcome is Outcome.CONFLICTS:
        return comparisons
    when = other_day(context, assertion, candidate) if kind != "date" and not operands else None
    if when is not None:
        comparisons.append(when)
    known = context.left_out.union(absent)
    elsewhere = [name for name in assertion.names if name not in known and _is_elsewhere(name, candidate)]
    if elsewhere:
        elsewhere = [name for name in elsewhere if not _answers(context, assertion, name, candidate)]
    comparisons += [
        context.missing(assertion, "name", name.surface, code, _NOT_HERE)
        for code, names in ((Code.NAME_NOT_FOUND, absent), (Code.SUBJECT_MISMATCH, elsewhere))
        for name in names
    ]
    comparisons += [
        context.missing(assertion, "number", numeral, Code.PART_MISSING, _NOT_HERE)
        for numeral in missing_numerals(context, assertion, candidate.sentence)
    ]
    covered = [n.span for n in (*absent, *elsewhere)] + [d.span for d in assertion.dates]
    unsaid = [
        s
        for s in _unsaid(context, assertion, candidate, spread=bool(operands))
        if not any(a <= s.term.span[0] < b for a, b in covered)
        and not _is_basis(context, assertion, candidate, s.term)
        and not (derived is not None and _is_worked_out(derived, s.term))
    ]
    if _is_told_by_headers(candidate):
        unsaid = []
    of_part = [s for s in unsaid if s.nearness > WORDS.block and not changes_fact(s.term)]
    left = [] if derived is not None else _left_unsaid(context, assertion, candidate, kind)
    unsaid += [s for s in left if s not in unsaid]
    if left or of_part or _tells(context, unsaid, candidate, derived):
        words = ", ".join(s.term.surface for s in unsaid)
        comparisons.append(context.missing(assertion, "words", words, Code.PART_MISSING, _NOT_HERE))
    return comparisons


def _left_unsaid(context: Context, assertion: Assertion, candidate: Candidate, kind: str) -> list[Shared]:
    """Return the words of a part that is joined to the value, of what was not done, and of what has another day."""
    joined = unsaid_part(context, assertion, candidate) or unsaid_deed(context, assertion, candidate)
    found = [*joined, *undone(context, assertion, candidate)]
    if kind == "date" and candidate.alignment.local < EVENT_SAID:
        away = [s for s in candidate.alignment.shared if s.own and not s.name and s.nearness < WORDS.sentence * KIN]
        found += [s for s in away if s.weight >= TELLING]
    return list(dict.fromkeys(found))


def _has_nearer(context: Context, assertion: Assertion, candidate: Candidate) -> bool:
    """Return whether the sentence has another value that meets the claim's bound, and not from afar."""
    if assertion.quantity is None:
        return False
    relations = (compare_quantities(assertion.quantity, q) for q in context.passages.quantities_in(candidate.sentence))
    return any(r is not None and r.outcome is Outcome.AGREES for r in relations)


def _said_by_another(
    context: Context, assertion: Assertion, candidate: Candidate, ours: Speaker, theirs: Speaker
) -> Comparison:
    """Return the comparison of whom the claim cites with whom the page cites."""
    said, found = context.reading.text[slice(*ours.span)], context.passages.document.text[slice(*theirs.span)]
    return context.decided(assertion, "name", said, candidate, found=found, places=[theirs.span, candidate.span])


_NOT_HERE = "the source does not say this of the value"


def _why(outcome: Outcome, note: str) -> str:
    words = {Outcome.AGREES: "agrees", Outcome.WEAKER: "says less", Outcome.CONFLICTS: "says otherwise"}
    return words.get(outcome, "") + (f": {note}" if note else "")


def _is_elsewhere(name: Name, candidate: Candidate) -> bool:
    """Return whether a name stands on the page, but not where the value is told."""
    near = [s.nearness for s in candidate.alignment.shared if s.name and name.span[0] <= s.term.span[0] < name.span[1]]
    return bool(near) and max(near) <= NAMES.elsewhere


def _answers(context: Context, assertion: Assertion, name: Name, candidate: Candidate) -> bool:
    """Return whether the claim cites somebody who is interviewed on the page, where nobody else is cited there."""
    value = assertion.quantity.span if assertion.quantity is not None else assertion.dates[0].span
    speaker = claimed_speaker(context, value[0])
    if speaker is None or name not in speaker.names or candidate.sentence.text.rstrip().endswith("?"):
        return False
    asked = context.passages.is_interview_with(lambda held: context.is_one(name, held))
    return asked and stated_speaker(context, candidate.sentence, candidate.span[0]) is None


def _unsaid(context: Context, assertion: Assertion, candidate: Candidate, *, spread: bool) -> Iterator[Shared]:
    """Give the assertion's words that are known and are not said where the value is told.

    ``spread`` says that several values give it, each perhaps in a clause of its own.
    """
    far = WORDS.sentence if _is_only_whole(context, assertion, candidate) else WORDS.block
    part = _part_behind(context, candidate)
    for shared in candidate.alignment.shared:
        if not shared.own or not (shared.known or shared.nearness > 0):
            continue
        in_part = shared.weight >= TELLING and _stands_in_part(shared, candidate, part)
        if shared.name and not in_part:
            continue
        heavy = shared.weight >= (HEAVY if shared.known else RARE) or changes_fact(shared.term)
        away = shared.nearness <= far or (not spread and _is_of_another_clause(shared)) or _acts_next(shared)
        if in_part or (heavy and away):
            yield shared


def _acts_next(shared: Shared) -> bool:
    """Return whether who acts in the claim is named by the next sentence alone.

    *The firm offered 2%.  The union wants 11*: it was not the union that offered.
    """
    return shared.nearness == WORDS.after and (bool(camps(shared.term)) or is_group(shared.term))


def _part_behind(context: Context, candidate: Candidate) -> int | None:
    """Return where a sentence goes on with a part of a value: *190,000 euros, two thirds of it paid by a fund*."""
    text, end = context.passages.document.text, candidate.sentence.span[1]
    for held in context.passages.quantities_in(candidate.sentence):
        if held.span[0] <= candidate.span[0]:
            continue
        behind = _OF_IT.match(text, held.span[1], end)
        before = leads_to_part(text, candidate.span[1], held.span[0])
        if (behind is not None or before) and not is_part_told(context, held):
            return held.span[0]
    rest = (candidate.span[1], end)
    operators = operators_in(context.passages, candidate.sentence, rest)
    left = next((o.span[0] for o in operators if o.kind is Operator.REST), None)
    # "The state pays 60%, the region the rest": who pays the rest stands before it, behind the last comma.
    return None if left is None else max(text.rfind(mark, *rest[:1], left) for mark in ",;") + 1 or None


def is_part_told(context: Context, held: Quantity) -> bool:
    """Return whether a value of the page is one that the claim gives too, beside the one in question."""
    relations = (compare_quantities(q, held) for q in context.reading.quantities)
    return any(r is not None and r.outcome is Outcome.AGREES and r.exact for r in relations)


def _stands_in_part(shared: Shared, candidate: Candidate, part: int | None) -> bool:
    """Return whether a sentence has a word only where it tells of a part."""
    if part is None or shared.nearness < WORDS.sentence * KIN:
        return False
    keys = shared.term.keys | kin(shared.term)
    places = [t.span[0] for t in candidate.sentence.terms if not keys.isdisjoint(t.keys)]
    return bool(places) and min(places) >= part


_OF_IT = re.compile(
    r"\s(?:of (?:it|them|this|these|those|which|whom)|d'entre eux|d'entre elles|de ellos|de ellas|deles|delas)\b",
    re.IGNORECASE,
)


def _is_only_whole(context: Context, assertion: Assertion, candidate: Candidate) -> bool:
    """Return whether the page has the value as the whole of which it tells a part, and the claim has not.

    *Of the 1,200 transcribers, two thirds live in Ghana*: what is said of the part is not said of the whole.
    """
    opens = opens_with_whole(context.passages.document.text, candidate.sentence.span[0], candidate.span[0])
    return opens and not (assertion.quantity is not None and asks_for_whole(context, assertion.quantity))


def _is_worked_out(derived: Derived, term: Term) -> bool:
    """Return whether a word only says what was worked out: a mean, or how old somebody became."""
    kinds = [derived.quantity.stat, *derived.quantity.noun]
    return any(kind and is_implied(term, kind) for kind in kinds)


def _is_basis(context: Context, assertion: Assertion, candidate: Candidate, term: Term) -> bool:
    """Return whether a word only says that an amount is net, or gross, as the page's own is: *after tax*, *net*."""
    basis = assertion.quantity.basis if assertion.quantity is not None else ""
    if not basis or not is_implied(term, basis):
        return False
    held = context.passages.quantities_in(candidate.sentence)
    return any(q.span == candidate.span and q.basis == basis for q in held)


def _is_of_another_clause(shared: Shared) -> bool:
    """Return whether a word that makes another fact stands in the sentence, but is said of another value there."""
    return changes_fact(shared.term) and shared.nearness == WORDS.sentence


def _says_nothing_of_it(candidate: Candidate) -> bool:
    """Return whether none of the assertion's words but names is said anywhere near the value."""
    words = [s for s in candidate.alignment.shared if s.own and not s.name and s.weight >= TELLING]
    return any(s.known for s in words) and all(s.nearness <= WORDS.block for s in words)


def _is_told_by_headers(candidate: Candidate) -> bool:
    """Return whether a cell is what the claim speaks of by its row and its column: a table has no verbs to say it.

    Every word of the row must be the claim's, and a word of the claim must stand over the cell.
    """
    row = candidate.sentence
    if row.role is not Role.TABLE_ROW:
        return False
    sought = [s.term.keys for s in candidate.alignment.shared]
    of_row = [t for t in row.terms if row.clause_at(t.span[0]) != row.clause_at(candidate.span[0])]
    over = next((held for cell, held in row.header_terms if cell[0] <= candidate.span[0] < cell[1]), ())
    named = all(any(not keys.isdisjoint(t.keys) for keys in sought) for t in of_row)
    return bool(of_row) and named and any(not keys.isdisjoint(t.keys) for keys in sought for t in over)


def _done(context: Context) -> list[Span]:
    reading = context.reading
    return list(predicates(reading.text, reading.language, (0, len(reading.text))))


def _is_done_elsewhere(context: Context, sentence: Sentence, done: Sequence[Span], shared: Shared) -> bool:
    """Return whether a word says what was done, and the page says that very thing of something else."""
    begin = shared.term.span[0]
    if not (shared.nearness > 0 and shared.known and any(a <= begin < b for a, b in done)):
        return False
    text, language = context.passages.document.text, context.passages.language
    near = (s for s in context.passages.sentences[max(sentence.index - _NEAR, 0) : sentence.index + _NEAR + 1])
    told = ((s, span) for s in near if s.index != sentence.index for span in predicates(text, language, s.span))
    return any(a <= t.span[0] < b and not t.keys.isdisjoint(shared.term.keys) for s, (a, b) in told for t in s.terms)


_NEAR = 4
"""Sentences around a value in which the page may say of something else what the claim says of the value."""


def _tells(context: Context, unsaid: Sequence[Shared], candidate: Candidate, derived: Derived | None) -> bool:
    if derived is not None and derived.kind is Step.REST:
        # Of the rest the page says the opposite: two of nine are closed, seven are open.
        unsaid = [s for s in unsaid if not any(antonyms(s.term, term) for term in candidate.sentence.terms)]
    total = sum(s.weight for s in candidate.alignment.shared if s.own)
    share = sum(s.weight for s in unsaid) / total if total else 0.0
    is_other_share = (
        derived is not None and derived.kind is Step.REST and derived.quantity.dimension is Dimension.PERCENT
    )
    if derived is not None and derived.kind in _OF_A_PART and not is_other_share:
        return bool(unsaid)
    fit, most = (TOLD_SAID, TOLD_SHARE) if derived is not None and derived.told else (WELL_SAID, SYNONYM_SHARE)
    done = _done(context)
    if any(changes_fact(s.term) or _is_done_elsewhere(context, candidate.sentence, done, s) for s in unsaid):
        return True
    if candidate.assured:
        return False
    if len(unsaid) == 1 and candidate.alignment.score >= fit and share < most:
        return False
    return bool(unsaid) and share >= min(UNSAID_SHARE, SYNONYM_SHARE if len(unsaid) == 1 else UNSAID_SHARE)
