"""Assertions whose point is a date: when something happened, by the clause of the page that tells of it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claimcheck.enums import Code, Outcome
from claimcheck.matchers.checks import is_older
from claimcheck.matchers.context import Candidate, Context, Stated, best
from claimcheck.matchers.parted import TELLING
from claimcheck.matchers.periods import compare_dates
from claimcheck.matchers.qualifying import qualifiers
from claimcheck.matchers.ranking import IN_DOUBT, OTHER_PART, SURELY_SAME, choose, rank_candidate
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.said_on import is_only_said_then
from claimcheck.matchers.values import DateExpr, Granularity
from claimcheck.matchers.words import Term, kin, predicates, weight
from claimcheck.model import Comparison


def compare(context: Context, assertion: Assertion) -> list[Comparison]:
    """Return how the page dates what the assertion dates."""
    date = assertion.dates[0]
    candidates = _of_own_verb(context, assertion, list(_candidates(context, assertion, date)))
    chosen = _sure(context, date, candidates, choose(candidates))
    older = is_older(context, date)
    if older and (chosen is None or chosen.relation.outcome is Outcome.CONFLICTS):
        return [context.missing(assertion, "date", date.text, Code.SOURCE_OLDER, older)]
    if chosen is not None:
        return qualifiers(context, assertion, chosen, "date", date.text)
    elsewhere = best(c for c in candidates if c.relation.outcome is Outcome.AGREES)
    if elsewhere is not None and elsewhere.rank >= IN_DOUBT:
        return [context.to_review(assertion, "date", date.text, elsewhere.sentence, elsewhere.span)]
    code = Code.SUBJECT_MISMATCH if elsewhere is not None else Code.NOTHING_FOUND
    return [context.missing(assertion, "date", date.text, code)]


def _of_own_verb(context: Context, assertion: Assertion, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, those ranked lower whose part says something else beside one that has the claim's verb.

    *The study, begun in 1979, was published in 1984*: it was not published in 1979.
    """
    verbs = _verbs(context, assertion)
    if not verbs:
        return list(candidates)
    several = [n for n, count in Counter(c.sentence.index for c in candidates).items() if 1 < count <= _FEW]
    ends = [c.span[1] for c in candidates]
    parts = {c: _said_with(context, verbs, c, ends) for c in candidates if c.sentence.index in several}
    saying = {c.sentence.index for c, (says, _) in parts.items() if says}
    others = {c for c, (says, other) in parts.items() if other and not says and c.sentence.index in saying}
    return [replace(c, rank=c.rank + OTHER_PART, of_another=True) if c in others else c for c in candidates]


def _verbs(context: Context, assertion: Assertion) -> list[Term]:
    """Return the participles of an assertion, or else the word that stands right before its day: *sera versé le 3*."""
    done = predicates(context.reading.text, context.reading.language, assertion.span)
    verbs = [t for t in assertion.terms if any(begin <= t.span[0] < end for begin, end in done)]
    text, day = context.reading.text, assertion.dates[0].span[0]
    near = [t for t in assertion.terms if 0 < day - t.span[1] <= _BESIDE and "," not in text[t.span[1] : day]]
    return verbs or [t for t in near if not t.surface[:1].isupper()]


_BESIDE = 5
"""Characters between a verb and its day: a preposition, an article."""
_FEW = 6
"""Days of a sentence beyond which it is a list."""


def _said_with(context: Context, verbs: Sequence[Term], candidate: Candidate, ends: Sequence[int]) -> tuple[bool, bool]:
    """Return whether the part of a day, up to it from a comma or another day, has the claim's verb; and other words."""
    text, (begin, end) = context.passages.document.text, candidate.sentence.span
    first, last = candidate.span
    begin = max(begin, text.rfind(", ", begin, first) + 1, *(end for end in ends if begin < end <= first))
    end = stop if (stop := text.find(", ", last, end)) >= 0 else end
    inside = [t for t in candidate.sentence.terms if begin <= t.span[0] < first or last <= t.span[0] < end]
    told = [t for t in inside if weight(t) >= TELLING and not t.surface[:1].isupper()]
    says = [t for t in told if any(not t.keys.isdisjoint(verb.keys | kin(verb)) for verb in verbs)]
    return bool(says), len(says) < len(told)


def _sure(
    context: Context, date: DateExpr, candidates: Iterable[Candidate], chosen: Candidate | None
) -> Candidate | None:
    """Return what was chosen, but no other day that is only likely the event's where the page has the claim's day too.

    A report gives the very day of an event once, at its head or beside a name, and then many days of other things.
    What has a day in a sentence that says little of the event is nowhere sure to be the event.
    """
    if chosen is None or chosen.relation.outcome is not Outcome.CONFLICTS:
        return chosen
    if chosen.alignment.local == 0.0:
        # Whose it is may stand there, but no word of what was done: it is the day of something else that he did.
        return None
    if chosen.does is False and chosen.rank < SURELY_SAME:
        # "The towers were built in 1968", "tenants of the towers kept their rent in 2022": the day of another event.
        return None
    strict = date.granularity is Granularity.DAY and len(context.passages.sentences) > MANY
    if (chosen.rank >= SURELY_THIS or not strict) and chosen.alignment.local >= (
        SURELY_SAID if strict else SAYS_LITTLE
    ):
        return chosen
    return None if any(c.relation.outcome is Outcome.AGREES for c in candidates) else chosen


MANY = 12
"""Sentences of a page from which most of its days are of other things."""
SURELY_THIS, SURELY_SAID = 0.9, 0.8
"""The fit, and the share of the assertion's own words in its sentence, from which another day is surely the event's."""
SAYS_LITTLE = 0.4
"""The same share below which a sentence says little of the event."""


_CLOCK = re.compile(r"[T ]\d{2}:\d{2}")


def _is_stamp(context: Context, held: DateExpr) -> bool:
    """Return whether a date is followed by the time of day that only machines write: *2018-09-03T19:59*.

    It says when a text was saved, and nothing of what it tells.
    """
    text = context.passages.document.text
    return held.text[:4].isdigit() and _CLOCK.match(text, held.span[1]) is not None


def _candidates(context: Context, assertion: Assertion, date: DateExpr) -> Iterator[Candidate]:
    aligner = context.aligner(assertion)
    for held, sentence in (*context.passages.dates, *context.passages.yearless):
        if not context.may_support(sentence):
            continue
        relation = compare_dates(date, held)
        if relation is None or is_only_said_then(context, sentence, held):
            continue
        if relation.outcome is Outcome.CONFLICTS and _is_stamp(context, held):
            continue
        found = rank_candidate(context, assertion, aligner, Stated(sentence, held.span, relation))
        context.consider(sentence, f"{held.text}: {relation.outcome.value}", found.rank, taken=False, candidate=found)
        yield found
