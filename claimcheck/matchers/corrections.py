"""Values that a page takes back: what it *said*, *wrote* or *gave* where another value stands right behind it.

*The article said 120 buses.  It is 102 buses.*  A publication that tells what it had said has its own reason; whoever
else is reported stays as he is reported.
"""

from claimcheck.matchers.compare import CHANGES, compare_quantities, kind_of
from claimcheck.matchers.passages import Passages, Sentence
from claimcheck.matchers.values import DateExpr, Quantity
from claimcheck.matchers.words.retelling import retells
from claimcheck.model import Span

_STRONG = frozenset(";:\u2013\u2014")
"""What may part the wrong value from the right one inside a sentence."""


def is_taken_back(passages: Passages, sentence: Sentence, place: Span) -> bool:
    """Return whether the page tells a value as its own earlier word, and then gives another one of the same thing."""
    text = passages.document.text
    told = retells(sentence.text, passages.language)
    if told is None:
        return False
    begin = sentence.span[0] + told
    if place[0] < begin or _is_behind_mark(text, begin, place):
        return False
    later = [s for s in (sentence, passages.after(sentence)) if s is not None]
    mine = next((q for q in passages.quantities_in(sentence) if q.span == place), None)
    if mine is not None:
        held = [q for s in later for q in passages.quantities_in(s) if q.span[0] > place[1]]
        return any(_replaces(text, sentence, mine, q) for q in held)
    day = next((d for d in passages.dates_in(sentence) if d.span == place), None)
    if day is None:
        return False
    days = [d for s in later for d in passages.dates_in(s) if d.span[0] > place[1]]
    return any(_is_other_day(text, sentence, day, other) for other in days)


def answers(passages: Passages, sentence: Sentence) -> bool:
    """Return whether a sentence puts right what the one before it told as the page's earlier word."""
    before = next(iter(passages.before(sentence)), None)
    if before is None or retells(before.text, passages.language) is None:
        return False
    values = [*(q.span for q in passages.quantities_in(before)), *(d.span for d in passages.dates_in(before))]
    return any(is_taken_back(passages, before, value) for value in values)


def _replaces(text: str, sentence: Sentence, wrong: Quantity, right: Quantity) -> bool:
    """Return whether a later value is another one of what a value is of."""
    same_kind = kind_of(wrong) == kind_of(right) and (wrong.change in CHANGES) == (right.change in CHANGES)
    if not same_kind or (wrong.low, wrong.high) == (right.low, right.high):
        return False
    if wrong.noun and right.noun and not set(wrong.noun) & set(right.noun):
        return False
    relation = compare_quantities(wrong, right)
    return relation is not None and _is_apart(text, sentence, wrong.span, right.span)


def _is_other_day(text: str, sentence: Sentence, wrong: DateExpr, right: DateExpr) -> bool:
    alike = wrong.granularity is right.granularity and wrong.relation == right.relation
    return alike and wrong.start != right.start and _is_apart(text, sentence, wrong.span, right.span)


def _is_apart(text: str, sentence: Sentence, wrong: Span, right: Span) -> bool:
    """Return whether the second value stands in another sentence, or behind a mark that parts the two."""
    return right[0] >= sentence.span[1] or not _STRONG.isdisjoint(text[wrong[1] : right[0]])


def _is_behind_mark(text: str, begin: int, place: Span) -> bool:
    return ";" in text[begin : place[0]]
