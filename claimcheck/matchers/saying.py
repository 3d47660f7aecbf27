"""Whether a sentence says all of an assertion, or speaks of it well enough for a plan in it to be of that."""

from claimcheck.matchers.align import WORDS, Alignment
from claimcheck.matchers.context import Context
from claimcheck.matchers.denying import one_sided
from claimcheck.matchers.numerals import missing_numerals
from claimcheck.matchers.order import does_something_else, names_only_others, tells_of_other_people, tells_of_others
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.stance import is_only_voted_on
from claimcheck.matchers.standing_in import is_somebody_elses
from claimcheck.matchers.wording import bare, clauses_said, lacks, likened, together, with_opposites, without_governing
from claimcheck.matchers.words import kin
from claimcheck.model import Span

WHOLE = 0.8
"""The alignment from which a passage says the same."""
SAID_HERE = 0.55
"""The share of the assertion's own words that must stand in a sentence that supports it."""
SAID_SHORTLY = 0.3
"""That share of a sentence that has no word but the assertion's: *Nobody was hurt*."""
FIRMLY = 0.75
"""The alignment of a snippet from which it says the same, where it is excused from no word but names."""
TOGETHER = 0.6
"""The share of the words said that must stand in one clause: strewn over a sentence, they may be of several things."""
LIKENED = 0.4
"""The share of the words that a sentence which supports may have only by something near to them."""
MOSTLY_LIKENED = 0.75
"""That share where the sentence only plans, asks or alleges it: then it supports nothing."""
SPEAKS_MOSTLY = 0.7
"""The alignment from which a sentence that only plans, asks or alleges something does so of what the claim tells."""


def says_all(context: Context, assertion: Assertion, sentence: Sentence, alignment: Alignment, clause: Span) -> bool:
    """Return whether a sentence has every weighty word of an assertion, of the same people, and most in one clause.

    Where one side alone denies, an opposite says the same: *lifted the ban*, *is allowed*.
    """
    denied = any(one_sided(context, assertion, sentence))
    held = sentence.terms if denied else ()
    turned = with_opposites(sentence, alignment) if denied else alignment
    if (
        turned.score < WHOLE
        or turned.local < (SAID_SHORTLY if _says_nothing_else(assertion, sentence) else SAID_HERE)
        or turned.said < FIRMLY
        or lacks(held, alignment, WORDS.after)
    ):
        return False
    if likened(sentence, alignment) > LIKENED or is_only_voted_on(context, assertion, sentence):
        return False
    fewest = TOGETHER / clauses_said(context, assertion)
    if missing_numerals(context, assertion, sentence) or together(context, sentence, alignment) < fewest:
        return False
    if tells_of_other_people(assertion, sentence, clause) or is_somebody_elses(context, assertion, sentence):
        return False
    if does_something_else(context, assertion, sentence, alignment):
        return False
    return not tells_of_others(context, assertion, sentence, clause, alignment)


def says_most(context: Context, assertion: Assertion, sentence: Sentence, alignment: Alignment, clause: Span) -> bool:
    """Return whether a sentence speaks of all of an assertion, so that a plan or a charge in it is of that.

    It supports nothing, so that a part may be told by something near, or just before it.
    """
    held = without_governing(bare(assertion, alignment))
    if held.strict < SPEAKS_MOSTLY or held.local < SAID_HERE or lacks(sentence.terms, held):
        return False
    if likened(sentence, held) > MOSTLY_LIKENED or missing_numerals(context, assertion, sentence):
        return False
    if tells_of_other_people(assertion, sentence, clause) or is_somebody_elses(context, assertion, sentence):
        return False
    if does_something_else(context, assertion, sentence, held) or names_only_others(context, assertion, sentence):
        return False
    return not tells_of_others(context, assertion, sentence, clause, held)


def without_final(alignment: Alignment) -> Alignment:
    """Return an alignment without the words that something is final, which a preliminary step is not."""
    return Alignment(tuple(s for s in alignment.shared if "permanent" not in s.term.keys))


def _says_nothing_else(assertion: Assertion, sentence: Sentence) -> bool:
    said = [term.keys | kin(term) for term in (*assertion.terms, *assertion.context)]
    return all(any(not keys.isdisjoint(term.keys) for keys in said) for term in sentence.terms)
