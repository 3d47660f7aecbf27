"""Where a sentence that sets several values of a kind side by side is cut between them, and what stands around each."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from claimcheck.matchers.compare import CHANGES, is_age, kind_of
from claimcheck.matchers.leading import front
from claimcheck.matchers.passages import Passages, Sentence
from claimcheck.matchers.values import Dimension
from claimcheck.matchers.words import Term, free_of_charge, weight
from claimcheck.matchers.words.clauses import is_relative
from claimcheck.model import Span

TELLING = 0.5
"""The weight from which a word tells one part from another."""

MOST = 24
"""Values of a sentence up to which it is read as setting them side by side: more are a list that no clause orders."""


@dataclass(frozen=True, slots=True)
class Part:
    """What stands around one value of a sentence."""

    value: Span
    span: Span
    lead: tuple[Term, ...]
    """The words before the value, from where its part begins."""
    next: Term | None
    """The first word behind it: mostly what it counts."""
    rest: tuple[Term, ...]

    @property
    def own(self) -> tuple[Term, ...]:
        """The words that are surely this value's: what comes later may be said of all."""
        return (*self.lead, self.next) if self.next is not None else self.lead


def rivals_of(passages: Passages, sentence: Sentence, place: Span) -> tuple[Span, ...]:
    """Return where the values of the sentence stand that are of the kind of the one at a place, itself among them.

    It is told once for all claims on a page.
    """
    held, key = _kept(passages).rivals, (sentence.index, place)
    if key not in held:
        held[key] = tuple(_rivals(passages, sentence, place))
    return held[key]


def parts_of(passages: Passages, sentence: Sentence, values: tuple[Span, ...]) -> list[Part]:
    """Return the sentence cut between values, where a clause begins there; values of one clause stay together.

    It is cut once for all of its values and for all claims on its page.
    """
    held, key = _kept(passages).parts, (sentence.index, values)
    if key not in held:
        held[key] = _parts(passages, sentence, values)
    return held[key]


class _Kept(NamedTuple):
    """What was worked out of a page: the rivals of its values, and the parts of its sentences."""

    rivals: dict[tuple[int, Span], tuple[Span, ...]]
    parts: dict[tuple[int, tuple[Span, ...]], list[Part]]


@lru_cache(maxsize=4)
def _kept(_: Passages) -> _Kept:
    return _Kept({}, {})


def _rivals(passages: Passages, sentence: Sentence, place: Span) -> list[Span]:
    held = passages.quantities_in(sentence)
    if len(held) > MOST:
        return []
    mine = next((q for q in held if q.span == place), None)
    if mine is not None:
        sized = mine.change in CHANGES
        of_kind = [q for q in held if kind_of(q) == kind_of(mine) and is_age(q) is is_age(mine)]
        like = [q.span for q in of_kind if (q.change in CHANGES) == sized]
        return sorted(like + _nothings(passages, sentence)) if mine.dimension is Dimension.MONEY else like
    days = sorted((*passages.dates_in(sentence), *passages.yearless_in(sentence)), key=lambda day: day.span)
    return [day.span for day in days] if len(days) <= MOST else []


def _nothings(passages: Passages, sentence: Sentence) -> list[Span]:
    """Return where a sentence says that something costs nothing: a price too."""
    begin = sentence.span[0]
    return [(one + begin, other + begin) for one, other in free_of_charge(sentence.text, passages.language)]


def _parts(passages: Passages, sentence: Sentence, values: Sequence[Span]) -> list[Part]:
    ends = {value: sentence.clause_at(value[0])[1] for value in values}
    starts = [sentence.span[0]]
    kept = [values[0]]
    for one, other in pairwise(values):
        begin = _cut(passages, sentence, one, other)
        if begin is None:
            continue
        starts.append(begin)
        kept.append(other)
    following = (*starts[1:], sentence.span[1])
    ends |= {v: end for v, end in zip(kept, following, strict=True) if front(passages, sentence, v) is not None}
    ends |= {v: min(ends[v], end) for v, end in zip(kept, following, strict=True)}
    days = (*passages.dates_in(sentence), *passages.yearless_in(sentence))
    taken = [*(day.span for day in days), *(q.span for q in passages.quantities_in(sentence))]
    cues = [cue.span for cue in passages.cues(sentence).past]
    words = [t for t in sentence.terms if weight(t) >= TELLING and not inside(t.span, (*taken, *cues))]
    found = []
    for begin, value in zip(starts, kept, strict=True):
        around = [t for t in words if begin <= t.span[0] < ends[value]]
        behind = [t for t in around if t.span[0] >= value[1]]
        lead = tuple(t for t in around if t.span[0] < value[0])
        found.append(Part(value, (begin, ends[value]), lead, behind[0] if behind else None, tuple(behind[1:])))
    return found


def _cut(passages: Passages, sentence: Sentence, one: Span, other: Span) -> int | None:
    """Return where the part of the second of two values begins: behind the strongest mark between them.

    A relative clause between them is still of the first, unless it holds the second.
    """
    led = front(passages, sentence, other)
    if led is not None and led > one[1]:
        return led
    text, between = passages.document.text, [c for c in sentence.clauses if one[1] <= c[0] <= other[0]]
    strong = [c for c in between if text[one[1] : c[0]].rstrip()[-1:] in _STRONG]
    if strong:
        return strong[-1][0]
    own = [c for c in between if c[1] > other[0] or not is_relative(text, c, passages.language)]
    joined = _joined(text, passages.language, one, other)
    if joined is not None and (not own or joined < own[0][0]):
        return joined
    return own[0][0] if own else None


def _joined(text: str, language: str, one: Span, other: Span) -> int | None:
    """Return where a part begins that has no verb of its own: *sales were 31 million and the profit, 2 million*.

    Behind the conjunction stands its number, or an article and few words.
    """
    pattern = _AND.get(language[:2])
    if pattern is None or other[0] - one[1] > _LONGEST or _OF_THEM.match(text, other[1]):
        return None
    found = [m.start() for m in pattern.finditer(text, one[1], other[0])]
    return found[-1] + 1 if found else None


def _and(joining: str, articles: str) -> re.Pattern[str]:
    article = rf"(?:{articles})(?:(?<=['\u2019])|\s)"
    return re.compile(rf"\s(?:{joining})\s(?=(?:{article}(?:[^\W\d_]+[\s,]*){{1,4}})?(?:[^\W\d_]+\s){{0,2}}[^\w\s]?\Z)")


_AND = {
    "en": _and("and|but|while", "the|a|an|its|their|his|her|another"),
    "fr": _and("et|mais|tandis que", "les?|la|l['\u2019]|une?|des|son|sa|ses|leurs?"),
    "es": _and("y|e|pero", "el|la|los|las|una?|sus?"),
    "de": _and("und|aber", "der|die|das|den|dem|eine?n?|ihre?|seine?"),
    "pt": _and("e|mas", "os?|as?|uma?|seus?|suas?"),
    "it": _and("e|ed|ma", "il|lo|la|i|gli|le|l['\u2019]|una?|suo|sua|suoi|sue"),
}
"""What joins such a part, and the articles behind it."""
_LONGEST = 80
"""Characters between two values of which the second may have no verb of its own."""
_OF_THEM = re.compile(r"\s(?:of (?:it|them|which|whom|these|those)|d'entre|de (?:ellos|ellas)|davon|deles|delas)\b")


_STRONG = frozenset(";:\u2013\u2014")


def inside(span: Span, places: Iterable[Span]) -> bool:
    """Return whether a word begins in one of some places."""
    return any(begin <= span[0] < end for begin, end in places)
