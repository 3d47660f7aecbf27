"""Whose a value of the page is, as against the claim: by its order, by its subject, by the names around it."""

from claimcheck.matchers.another_of import is_of_whose_it_is
from claimcheck.matchers.bases import is_of_other_base
from claimcheck.matchers.binding import name_bound_to
from claimcheck.matchers.by_turns import is_of_other_group, name_by_turns
from claimcheck.matchers.context import Context
from claimcheck.matchers.groups import is_of_another_group
from claimcheck.matchers.named_others import is_one_of, other_names
from claimcheck.matchers.names import Name
from claimcheck.matchers.nations import with_nations
from claimcheck.matchers.order import is_told_elsewhere
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.payees import is_paid_to_another
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.results import is_of_other_result
from claimcheck.matchers.standing_in import is_somebody_elses
from claimcheck.matchers.subjects import is_of_another_subject, subject_at
from claimcheck.matchers.words.speakers import LONGEST
from claimcheck.model import Span

BOUND_ELSEWHERE = -0.75
"""What it costs that the order of the sentence gives the value to another name."""
OTHER_SUBJECT = -0.75
"""What it costs that somebody else is the subject of the clause, or of the sentence that it goes on about."""


def cost_of_owner(context: Context, assertion: Assertion, sentence: Sentence, place: Span) -> tuple[float, Name | None]:
    """Return what it costs that a value may be somebody else's, and whose the order of the sentence says it is.

    Nothing where the claim names nobody, or the value may be of whom it names; a name only where that is the claim's.
    """
    bound = _bound(context, assertion, sentence, place)
    if bound is not None:
        wanted = with_nations(assertion) or context.reading.names
        cost = BOUND_ELSEWHERE if wanted and not is_one_of(context, bound, wanted) else 0.0
        return cost, bound if cost == 0.0 and wanted else None
    if len(sentence.text) <= LONGEST and _is_surely_anothers(context, assertion, sentence, place):
        return OTHER_SUBJECT, None
    return other_names(context, assertion, sentence, sentence.clause_at(place[0])), None


def named_owner(context: Context, assertion: Assertion, sentence: Sentence, place: Span) -> Name | None:
    """Return whom a sentence says by name that a value is of, where the claim names others; or none."""
    held = (_bound(context, assertion, sentence, place), subject_at(context, sentence, place))
    return next((n for n in held if n is not None and not is_one_of(context, n, context.reading.names)), None)


def _is_surely_anothers(context: Context, assertion: Assertion, sentence: Sentence, place: Span) -> bool:
    """Return whether a value is of another subject, of whose he is, of other people, or told of another place."""
    return (
        is_of_another_subject(context, assertion, sentence, place)
        or is_of_whose_it_is(context, sentence, place)
        or is_somebody_elses(context, assertion, sentence)
        or is_of_other_base(context, sentence)
        or is_of_other_result(context, sentence, place)
        or is_of_another_group(context, assertion, sentence, place)
        or is_paid_to_another(context, assertion, sentence, place)
        or is_of_other_group(context.passages, sentence, place, assertion.terms)
        or is_told_elsewhere(context, assertion, sentence, sentence.clause_at(place[0]))
    )


def _bound(context: Context, assertion: Assertion, sentence: Sentence, place: Span) -> Name | None:
    """Return the name that the order of a sentence gives a value to, or none."""
    bound = name_bound_to(context.passages, sentence, place)
    wanted = with_nations(assertion) or context.reading.names
    if bound is not None or not wanted:
        return bound
    return name_by_turns(context.passages, sentence, place, wanted, context.is_one)
