"""A whole and a part of it in one sentence: *of 212 planned operations, 87 were put off*.

What is said of the one is not said of the other.  Of the whole that opens a sentence nothing is said but what stands
before the part; of a part that a relative clause tells apart, *of whom nine were taken to hospital*, what that says.
"""

import re
from collections.abc import Sequence

from claimcheck.matchers.compare import kind_of
from claimcheck.matchers.context import Context
from claimcheck.matchers.counted import counted
from claimcheck.matchers.parted import MOST
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.values import Quantity
from claimcheck.matchers.words import Term, weight
from claimcheck.model import Span

OTHER_PORTION = -0.6
"""What it costs that the claim's words are said of the whole where the value is its part, or the other way round."""
_TELLING = 0.5
_OPENING = 24
"""Characters from the beginning of a sentence in which its whole is named: *Of the more than*."""
_WHOLE = re.compile(
    r"(?:of|out of|among|sur|parmi|des|de|entre|von|unter|dos|das|dei|delle|degli|tra|su)"
    r"(?: (?:the|all|its|their|les|ses|los|las|sus|den|seus|suas|i|le|gli))?(?: [\w-]+){0,2} ",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:of which|of whom|dont|desquel(?:le)?s|parmi lesquel(?:le)?s|de los cuales|de las cuales|de los que"
    r"|de las que|davon|von denen|dos quais|das quais|di cui|dei quali|delle quali)\s(?:[\w'-]+\s){0,3}\Z",
    re.IGNORECASE,
)


def leads_to_part(text: str, begin: int, place: int) -> bool:
    """Return whether what stands between a whole and a place leads to its part: *140 passengers, of whom only*."""
    return _PART.search(text, begin, place) is not None


def opens_with_whole(text: str, begin: int, place: int) -> bool:
    """Return whether what stands between two places leads to a whole of which a part is told: *Of the more than*."""
    return place - begin <= _OPENING and _WHOLE.fullmatch(text, begin, place) is not None


def asks_for_whole(context: Context, quantity: Quantity) -> bool:
    """Return whether a claim itself has its number as a whole: *of the 212 operations*."""
    said, place = context.reading.text, quantity.span[0]
    found = (begin for begin in range(max(0, place - _OPENING), place) if _WHOLE.fullmatch(said, begin, place))
    return any(_BOUND.search(said, 0, begin) is None for begin in found)


_BOUND = re.compile(
    r"(?:plus|moins|près|autour|lors|más|menos|cerca|alrededor|mais|più|meno|less|more|instead)\s\Z", re.IGNORECASE
)
"""Words that make a bound, not a whole, of what follows: *plus de*, *cerca de*."""


def is_of_other_portion(
    context: Context, assertion: Assertion, quantity: Quantity, sentence: Sentence, held: Quantity
) -> bool:
    """Return whether a value is a whole, or a part of one, and the claim's words are said of the other."""
    every = context.passages.quantities_in(sentence)
    beside = [q for q in every if q.span != held.span and kind_of(q) == kind_of(held)] if len(every) <= MOST else []
    if not beside:
        return False
    here = context.aligner(assertion).places_in(sentence)
    ours = {t.span for t in counted(assertion.terms, quantity)}
    places = [spans for term, spans, heavy in here if term.span not in ours and heavy >= _TELLING]
    if not places:
        return False
    text = context.passages.document.text
    if opens_with_whole(text, sentence.span[0], held.span[0]) and not asks_for_whole(context, quantity):
        part = next((q for q in beside if q.span[0] > held.span[1]), None)
        return part is not None and all(begin >= part.span[0] for spans in places for begin, _ in spans)
    led = _PART.search(text, sentence.span[0], held.span[0])
    if led is None or not any(q.span[1] <= led.start() for q in beside):
        return False
    portion = (led.start(), sentence.clause_at(held.span[0])[1])
    counts = [spans for term, spans, _ in here if term.span in ours]
    if any(portion[0] <= begin < portion[1] for spans in counts for begin, _ in spans):
        return False
    return _tells(sentence.terms, held, portion) and all(
        not portion[0] <= begin < portion[1] for spans in places for begin, _ in spans
    )


def _tells(held: Sequence[Term], quantity: Quantity, portion: Span) -> bool:
    """Return whether a part of a sentence says something of its number besides the number."""
    inside = (t for t in held if portion[0] <= t.span[0] < portion[1])
    return any(weight(t) >= _TELLING and not quantity.span[0] <= t.span[0] < quantity.span[1] for t in inside)
