"""A passage made into evidence: its own words, what stands around them, the words that decide."""

from collections.abc import Iterable

from claimcheck.enums import Outcome, Role, Stance
from claimcheck.matchers.passages import Passages, Sentence
from claimcheck.model import Evidence, Span
from claimcheck.text import surroundings

LONGEST = 480
"""Characters of a passage; a longer sentence is cut around the words that decide."""

_STANCE = {
    Outcome.AGREES: Stance.SUPPORTS,
    Outcome.WEAKER: Stance.WEAKER,
    Outcome.CONFLICTS: Stance.CONFLICTS,
    Outcome.MISSING: Stance.NEUTRAL,
}


def passage(
    passages: Passages, sentence: Sentence, deciding: Iterable[Span], outcome: Outcome, source: str
) -> Evidence:
    """Return a sentence as evidence; ``deciding`` are offsets into the document's text."""
    text = passages.document.text
    marks = sorted(set(deciding))
    span = _cut(text, sentence.span, marks)
    prefix, suffix = surroundings(text, span)
    inside = tuple(
        (max(mark[0], span[0]) - span[0], min(mark[1], span[1]) - span[0])
        for mark in marks
        if mark[0] < span[1] and mark[1] > span[0]
    )
    return Evidence(
        exact=text[span[0] : span[1]],
        prefix=prefix,
        suffix=suffix,
        stance=_STANCE[outcome],
        source=source,
        span=span,
        deciding=inside,
        role=sentence.role,
        page=sentence.page,
        section=sentence.section if sentence.role is not Role.HEADING else "",
    )


def _cut(text: str, span: Span, marks: list[Span]) -> Span:
    """Return a span no longer than ``LONGEST``, at whole words, around the first mark."""
    if span[1] - span[0] <= LONGEST:
        return span
    middle = marks[0][0] if marks else span[0]
    start = max(span[0], min(middle - LONGEST // 3, span[1] - LONGEST))
    end = min(span[1], start + LONGEST)
    if start > span[0] and (space := text.find(" ", start, middle)) != -1:
        start = space + 1
    if end < span[1] and (space := text.rfind(" ", middle, end)) > middle:
        end = space
    return start, end
