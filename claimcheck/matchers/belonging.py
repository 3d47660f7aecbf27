"""Whether what follows from a sentence is of what the claim is of: of whom, and of which thing.

A printed value that agrees is rarely a coincidence; a derived one is sooner, for every sentence gives many.  So its
sentence must not be of somebody else, nor lack what the page speaks of elsewhere.
"""

from claimcheck.enums import Role
from claimcheck.matchers.align import KIN, LOCAL, WORDS, Alignment
from claimcheck.matchers.arithmetic import Derived, Step
from claimcheck.matchers.binding import name_bound_to
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.named_others import OTHER_NAME, other_names
from claimcheck.matchers.names import Name
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.sought import is_known_word
from claimcheck.matchers.words import covers, related, weight
from claimcheck.model import Span

STRAYED = 0.5
"""The share of the assertion's words, names apart, that stand on the page but not in the sentence."""
_HEAVY = 0.9


def is_of_another(context: Context, assertion: Assertion, derived: Derived, candidate: Candidate) -> bool:
    """Return whether a derived value is somebody else's, or another thing's.

    What stands in a table is of what its headings say.
    """
    if derived.sentence.role is Role.TABLE_ROW and derived.kind in {Step.SUM, Step.LISTING}:
        return False
    if _is_anothers(context, assertion, derived):
        return True
    return has_another_subject(context, assertion, candidate, derived.reference)


def has_another_subject(
    context: Context, assertion: Assertion, candidate: Candidate, reference: Span | None = None
) -> bool:
    """Return whether a sentence has words of its own where those of the claim stand only beside it.

    *Profit fell 40 percent. Revenue was unchanged*: the first says nothing of revenue.
    """
    return _strayed(candidate.alignment) >= STRAYED and _has_foreign_words(
        context, assertion, candidate.sentence, reference
    )


def _is_anothers(context: Context, assertion: Assertion, derived: Derived) -> bool:
    sentence = derived.sentence
    named = [name for name in context.passages.names_in(sentence) if _is_wanted(context, assertion, name)]
    if derived.kind is Step.SUM and len(assertion.names) == len(named) == len(derived.operands):
        # "Denmark may catch 10,000 tonnes, Poland 6,500": both together, where the claim names both.
        return False
    if derived.reference is not None and any(_within(name.span, derived.reference) for name in named):
        return False
    clause = sentence.clause_at(derived.place[0])
    own = {q.span for q in derived.operands}
    others = [q.span for q in context.passages.quantities_in(sentence) if q.span not in own]
    if others and named and all(name.span[0] >= clause[1] for name in named):
        # "It carried 1.9 million, 150,000 fewer than before, while Lark carried 2.2 million": the first is not Lark's.
        return True
    bound = name_bound_to(context.passages, sentence, derived.place)
    if bound is not None and assertion.names:
        return not _is_wanted(context, assertion, bound)
    return other_names(context, assertion, sentence, clause) <= OTHER_NAME


def _is_wanted(context: Context, assertion: Assertion, name: Name) -> bool:
    return any(context.is_one(wanted, name) for wanted in assertion.names)


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] < outer[1]


def _strayed(alignment: Alignment) -> float:
    """Return the share of the assertion's words that stand near the sentence, but not in it, nor their kin."""
    own = [s for s in alignment.shared if s.own and not s.name]
    total = sum(s.weight for s in own)
    strayed = sum(s.weight for s in own if s.known and s.weight >= _HEAVY and WORDS.block <= s.nearness < LOCAL * KIN)
    return strayed / total if total else 0.0


def _has_foreign_words(context: Context, assertion: Assertion, sentence: Sentence, reference: Span | None) -> bool:
    """Return whether the sentence has a weighty word of its own that is nothing to the claim: *cars* for *cyclists*."""
    ours = (*assertion.terms, *assertion.context)
    left_out = [name.span for name in context.passages.names_in(sentence)]
    left_out += [reference] if reference is not None else []
    return any(
        weight(term) >= _HEAVY
        and is_known_word(term)
        and not any(_within(term.span, place) for place in left_out)
        and not any(related(term, own) or covers(term, own) or covers(own, term) for own in ours)
        for term in sentence.terms
    )
