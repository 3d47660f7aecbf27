"""Of what day a value is: of the claim's own, of another, or of now, where the claim tells of a year long past."""

from collections.abc import Sequence
from functools import lru_cache

from claimcheck.enums import Code, Outcome, Role
from claimcheck.matchers.checks import dates_around, is_older
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.passages import Passages, Sentence
from claimcheck.matchers.periods import compare_dates
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.values import DateExpr
from claimcheck.model import Comparison, Span


def other_day(context: Context, assertion: Assertion, candidate: Candidate) -> Comparison | None:
    """Return why the value is not of the claim's day: it is dated otherwise, or the source is older than that."""
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
        # A day without its year, *on 1 August*, does not say that it is of a year after the source's own.
        older = "" if any(not d.year_inferred for d, _ in relations) else is_older(context, ours)
        if older:
            return context.missing(assertion, "date", ours.text, Code.SOURCE_OLDER, older)
        if not relations and _is_long_past(context, ours) and not _is_told_of_it(context, ours, candidate):
            return context.missing(assertion, "date", ours.text, Code.PART_MISSING)
    return None


def _is_told_of_it(context: Context, ours: DateExpr, candidate: Candidate) -> bool:
    """Return whether the page tells of a day where the value is, and of no other value of the sentence."""
    present = is_of_the_present(context, [ours], candidate.sentence, candidate.span)
    return not present and _is_told_of(context, ours, candidate.sentence)


def is_of_the_present(context: Context, days: Sequence[DateExpr], sentence: Sentence, place: Span) -> bool:
    """Return whether a value without a day is of now, and the claim's of a year long past that the page tells apart.

    *Turnout was 41 %.  In 2011, 52 % stayed at home*: the first says nothing against what a claim has of 2011.
    """
    if not days or not all(_is_long_past(context, day) for day in days):
        return False
    if dates_around(context, sentence, place):
        return False
    told = frozenset[int]().union(*(_told_at(context.passages, day) for day in days))
    if sentence.index in told:
        # "Has 12,000 inhabitants, down from 15,000 in 1990": the day is another value's.
        return True
    near = {sentence.index - 1, *context.passages.headings_of(sentence)}
    return bool(told) and told.isdisjoint(near) and not _is_in_heading(context.passages, told)


@lru_cache(maxsize=32)
def _told_at(passages: Passages, ours: DateExpr) -> frozenset[int]:
    """Return the sentences that tell of a day; asked again for each value of the page."""
    return frozenset(
        held.index
        for day, held in passages.dates
        if (relation := compare_dates(ours, day)) is not None and relation.outcome is not Outcome.CONFLICTS
    )


@lru_cache(maxsize=32)
def _is_in_heading(passages: Passages, told: frozenset[int]) -> bool:
    return any(passages.sentences[index].role is Role.HEADING for index in told)


def _is_long_past(context: Context, ours: DateExpr) -> bool:
    """Return whether a day is of a year before the last one when the page was issued: what it dates not is of now."""
    issued = context.passages.issued
    return issued is not None and ours.end.year < issued.year - 1


def _is_told_of(context: Context, ours: DateExpr, sentence: Sentence) -> bool:
    """Return whether the page tells of a day in the value's paragraph or section, in its title, or in a heading."""
    near = {sentence.index, *context.passages.headings_of(sentence)}
    return any(
        (held.block == sentence.block or held.index in near or held.role is Role.HEADING)
        and (relation := compare_dates(ours, day)) is not None
        and relation.outcome is not Outcome.CONFLICTS
        for day, held in context.passages.dates
    )
