"""Assertions whose point is a date: when something happened, by the clause of the page that tells of it."""

import re
from collections.abc import Iterator

from claimcheck.enums import Code, Outcome
from claimcheck.matchers.checks import is_older
from claimcheck.matchers.context import Candidate, Context, Stated, best
from claimcheck.matchers.periods import compare_dates
from claimcheck.matchers.qualifying import qualifiers
from claimcheck.matchers.ranking import choose, rank_candidate
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.values import DateExpr
from claimcheck.model import Comparison


def compare(context: Context, assertion: Assertion) -> list[Comparison]:
    """Return how the page dates what the assertion dates."""
    date = assertion.dates[0]
    candidates = list(_candidates(context, assertion, date))
    chosen = choose(candidates)
    older = is_older(context, date)
    if older and (chosen is None or chosen.relation.outcome is Outcome.CONFLICTS):
        return [context.missing(assertion, "date", date.text, Code.SOURCE_OLDER, older)]
    if chosen is not None:
        return qualifiers(context, assertion, chosen, "date", date.text)
    elsewhere = best(c for c in candidates if c.relation.outcome is Outcome.AGREES)
    code = Code.SUBJECT_MISMATCH if elsewhere is not None else Code.NOTHING_FOUND
    return [context.missing(assertion, "date", date.text, code)]


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
        if relation is None or (relation.outcome is Outcome.CONFLICTS and _is_stamp(context, held)):
            continue
        found = rank_candidate(context, assertion, aligner, Stated(sentence, held.span, relation))
        context.consider(sentence, f"{held.text}: {relation.outcome.value}", found.rank, taken=False, candidate=found)
        yield found
