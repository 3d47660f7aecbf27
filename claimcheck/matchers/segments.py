"""The parts of a claim that each assert something, each with the words that it shares with the others.

*The firm, which employs 240 people, has dropped its appeal* says two things of the firm, and so does *The firm employs
240 people and has dropped its appeal*: whom a part is of may stand only in the part before it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claimcheck.matchers.words import (
    Term,
    adds_part,
    attributions,
    begins_with_participle,
    begins_with_verb,
    citings,
    clauses,
    first_verb,
    inserts,
    leads_in,
    negations,
    predicates,
)
from claimcheck.model import Span

ENOUGH_WORDS = 2
"""Words that a part without a value must have to stand by itself."""


class Segment(NamedTuple):
    """A part of a claim, and where the words stand outside of it that hold for it, too."""

    span: Span
    shared: tuple[Span, ...] = ()


class _Part(NamedTuple):
    span: Span
    shared: tuple[Span, ...]
    has_value: bool
    words: int
    opens: bool
    """Whether it begins with a conjunction, or goes on behind what was put in."""

    @property
    def stands(self) -> bool:
        """Whether it says something by itself: a value of something, or words enough."""
        return self.words >= (1 if self.has_value else ENOUGH_WORDS)


def segments(
    text: str, language: str, values: Sequence[Span], quantities: Sequence[Span], words: Sequence[Term]
) -> list[Segment]:
    """Return the parts of a claim that each assert something: the clauses, joined until each stands by itself.

    A part has words of its own, and a value where any part has one; what follows a conjunction and has words enough
    to say something stands by itself without a value too.  Two quantities in one clause are cut apart.
    """
    joined: list[_Part] = []
    for piece, resumes in _unfolded(text, language, values, quantities):
        span = piece.span
        said = [t for t in words if _within(t.span, span) and not any(_within(t.span, v) for v in values)]
        opens = joins(text, span) or adds_part(text, span, language) or resumes
        has_value = any(_within(v, span) for v in values)
        only_says_where = not any(_within(v, span) for v in quantities) and _is_adverbial(text, language, span)
        alone = only_says_where or (_attributes(text, span, language, said) and not has_value)
        counts = 0 if alone else len(said)
        part = _Part(span, piece.shared, has_value, counts, opens)
        if len(joined) == 1 and (subject := _fronted(text, language, joined[0], part, quantities)) is not None:
            joined[0], part = joined[0]._replace(shared=(subject,)), part._replace(opens=True)
        if joined and not (joined[-1].stands and part.stands and (part.has_value or part.opens)):
            last = joined.pop()
            part = _Part(
                (last.span[0], span[1]),
                last.shared or piece.shared,
                last.has_value or part.has_value,
                last.words + part.words,
                last.opens,
            )
        joined.append(part)
    pieces = [Segment(cut, part.shared) for part in joined for cut in _cut(text, part.span, quantities)]
    return [part for piece in pieces for part in _cut_joined(text, language, piece, values, words)]


def _unfolded(
    text: str, language: str, values: Sequence[Span], quantities: Sequence[Span]
) -> Iterator[tuple[Segment, bool]]:
    """Give the clauses of a claim, and whether each goes on with another behind what was put in between.

    *The firm, which employs 240 people, has dropped its appeal*: what is put in tells a value of the firm, and what
    goes on says something of it, too.
    """
    spans = clauses(text, (0, len(text)), language) or [(0, len(text))]
    if (cut := _led_in(text, language, spans[0], quantities)) is not None:
        spans = [(spans[0][0], cut), (cut, spans[0][1]), *spans[1:]]
    place = 0
    while place < len(spans):
        end = place + 2
        while end < len(spans) and text[: spans[end][0]].rstrip()[-1:] != ",":
            end += 1
        puts_in = place + 1 < len(spans) and end < len(spans) and inserts(text, spans, place + 1, language)
        begun = spans[place]
        inner = (spans[place + 1][0], spans[end - 1][1]) if puts_in else begun
        if not puts_in or joins(text, spans[end]):
            yield Segment(begun), False
            place += 1
            continue
        rest = spans[end]
        if not any(_within(value, inner) for value in values):
            yield Segment((begun[0], inner[1])), False
            yield Segment(rest, (begun,)), True
        elif any(_within(value, begun) for value in quantities):
            yield Segment(begun, (rest,)), False
            yield Segment(inner, (begun,)), True
        else:
            yield Segment(inner, (begun,)), False
            yield Segment(rest, (begun,)), True
        place = end + 1


def _led_in(text: str, language: str, span: Span, quantities: Sequence[Span]) -> int | None:
    """Return where the subject begins behind what leads in to it with a value: *Fined 455,000 dollars, Orrin has …*."""
    if not (leads_in(text, span, language) or begins_with_participle(text, language, span)):
        return None
    for comma in _COMMA.finditer(text, *span):
        lead, rest = (span[0], comma.start()), (comma.end(), span[1])
        if not any(_within(value, lead) for value in quantities) or any(_within(value, rest) for value in quantities):
            continue
        if first_verb(text, language, lead) is None and first_verb(text, language, rest) is not None:
            return comma.end()
    return None


_COMMA = re.compile(r",\s+(?=[^\W\d])")


def _fronted(text: str, language: str, lead: _Part, part: _Part, quantities: Sequence[Span]) -> Span | None:
    """Return where the subject of a part stands, where what leads in to it tells a value of it, and has no verb.

    *Based on 1,340 interviews, the study was paid for by the union* says two things of the study.
    """
    if part.opens or not lead.stands or not any(_within(v, lead.span) for v in quantities):
        return None
    if not (leads_in(text, lead.span, language) or begins_with_participle(text, language, lead.span)):
        return None
    if first_verb(text, language, lead.span) is not None or predicates(text, language, lead.span):
        return None
    verb = first_verb(text, language, part.span)
    return None if verb is None else (part.span[0], verb)


def _cut_joined(
    text: str, language: str, segment: Segment, values: Sequence[Span], words: Sequence[Term]
) -> Iterator[Segment]:
    """Give a part cut at the conjunctions that a verb follows: *employs 240 people and has dropped its appeal*.

    The subject is that of the part before, unless what is behind has its own: *fell by 18 % and sales have grown*.
    """
    span = segment.span
    last = max((value[1] for value in values if _within(value, span)), default=span[1])
    for found in _AND.finditer(text, *span):
        before, behind = (span[0], found.start()), (found.start(), span[1])
        said = [t for t in words if _within(t.span, behind)]
        if not said:
            continue
        after_values = found.start() >= last
        if after_values and _denies_at_once(text, language, found, span[1]):
            yield Segment(before, segment.shared)
            yield Segment(behind)
            return
        if sum(len(t.surface.split()) for t in said) < ENOUGH_WORDS:
            continue
        done = predicates(text, language, behind)
        subject = bool(done) and any(t.span[0] < done[0][0] for t in said)
        if after_values and subject and predicates(text, language, before):
            yield Segment(before, segment.shared)
            yield Segment(behind)
            return
        if found[0] not in ",;" and begins_with_verb(text, language, (found.end(), span[1])):
            lead = _subject(text, language, before, words)
            if lead is None:
                continue
            shared = (*segment.shared, lead)
            yield Segment(before, segment.shared)
            yield from _cut_joined(text, language, Segment(behind, shared), values, words)
            return
    yield segment


def _subject(text: str, language: str, before: Span, words: Sequence[Term]) -> Span | None:
    """Return where the subject of a part stands: before its verb; none where it has no verb, or says too little."""
    said = [t for t in words if _within(t.span, before)]
    if len(said) < ENOUGH_WORDS:
        return None
    verb = first_verb(text, language, before)
    return None if verb is None else (before[0], verb)


def _denies_at_once(text: str, language: str, joint: re.Match[str], end: int) -> bool:
    """Whether what is joined behind a value begins with a denial of its own: *returned 47 works and keeps none*.

    A denial that is itself a bound or sets a value against another says no more than the value.  Behind a comma only
    *without* begins one: *burned 41 houses, without anyone being hurt*.
    """
    begin = joint.end()
    first = next((cue for cue in negations(text, language, (begin, end))), None)
    if first is None or text[begin : first.span[0]].strip() or _HAS_DIGIT.search(text, begin, end):
        return False
    return joint[0] not in ",;" or first.surface.lower() in _WITHOUT


_WITHOUT = frozenset({"without", "sans", "sin", "ohne", "sem", "senza"})
_HAS_DIGIT = re.compile(r"\d")


def _is_adverbial(text: str, language: str, span: Span) -> bool:
    """Whether a part only says where or when: it begins with a preposition and has no verb."""
    if not leads_in(text, span, language):
        return False
    return first_verb(text, language, span) is None and not predicates(text, language, span)


def _attributes(text: str, span: Span, language: str, said: Sequence[Term]) -> bool:
    """Whether a part only says who says so: *according to the ministry*, *the director of the plant says that*."""
    if any(cue.span[0] == span[0] for cue in attributions(text, language, span)):
        return True
    citing = [held for c in citings(text, language) if _within(c.cue, span) for held in (c.cue, c.speaker)]
    return bool(citing) and all(any(_within(term.span, held) for held in citing) for term in said)


def joins(text: str, span: Span) -> bool:
    """Return whether a part begins with a conjunction or a comma."""
    return _AND.match(text, span[0], span[1]) is not None


def does_more(text: str, language: str, span: Span) -> bool:
    """Return whether a part goes on with a verb right behind its conjunction: *… and employs 240 people*."""
    joint = _AND.match(text, span[0], span[1])
    return joint is not None and begins_with_verb(text, language, (joint.end(), span[1]))


_AND = re.compile(r",|;|\b(?:et|and|y|und|e|ed|sowie|ainsi que|mais|but|pero|aber|mas|ma)\b", re.IGNORECASE)


def _cut(text: str, span: Span, quantities: Sequence[Span]) -> list[Span]:
    """Return a clause cut at the conjunction between two quantities: each has words of its own."""
    inside = sorted(value for value in quantities if _within(value, span))
    pieces, begin = [], span[0]
    for one, other in pairwise(inside):
        places = [m.start() for m in _AND.finditer(text, one[1], other[0])]
        if places:
            pieces.append((begin, places[-1]))
            begin = places[-1]
    return [*pieces, (begin, span[1])]


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] < outer[1]
