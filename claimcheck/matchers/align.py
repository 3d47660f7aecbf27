"""Where a document speaks of what an assertion is about: the words they share, and how near they stand to a value.

Every word of the assertion is looked for in the clause of the value, then in wider and wider surroundings; the wider,
the less it counts.  The score is a share of the assertion's own words by their weight: it ranks passages and says
whether the subject is the same.  It never decides a number.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.matchers.passages import Passages, Sentence
from claimcheck.matchers.words import Term, weight
from claimcheck.model import Span

IN_CLAUSE = 1.0
IN_SENTENCE = 0.9
NEXT_DOOR = 0.7
"""In the sentence before or after, of the same block."""
IN_BLOCK = 0.6
ABOVE = 0.6
"""In the heading above, or the title of the page."""
ELSEWHERE = 0.4
"""In the body of the page, in another block."""
CONTEXT = 0.4
"""What a word from another clause of the claim weighs."""
UNKNOWN = 0.6
"""What a word weighs that no table knows, when claim and page are in different languages: it might be there."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A word of the claim and how near to a place the document has it; 0 where it has it nowhere."""

    term: Term
    weight: float
    nearness: float
    own: bool
    known: bool


@dataclass(frozen=True, slots=True)
class Alignment:
    """How much of an assertion stands around a place of a document."""

    shared: tuple[Shared, ...]

    @property
    def score(self) -> float:
        """The share of the assertion's words that is there, each by its weight and its nearness."""
        total = sum(s.weight for s in self.shared)
        return sum(s.weight * s.nearness for s in self.shared) / total if total else 0.0

    @property
    def local(self) -> float:
        """The share of the assertion's own words that stand in the sentence itself."""
        own = [s for s in self.shared if s.own]
        total = sum(s.weight for s in own)
        return sum(s.weight for s in own if s.nearness >= IN_SENTENCE) / total if total else 0.0

    @property
    def absent(self) -> tuple[Shared, ...]:
        """The assertion's own words that the document has nowhere."""
        return tuple(s for s in self.shared if s.own and s.nearness == 0.0)


class Aligner:
    """Aligns the words of one assertion with the places of one document."""

    def __init__(self, passages: Passages, own: Sequence[Term], context: Sequence[Term], *, crosses: bool) -> None:
        self._passages = passages
        self._terms = [(term, weight(term), True) for term in own]
        self._terms += [(term, weight(term) * CONTEXT, False) for term in context]
        self._crosses = crosses
        self._places = [_places(passages, term) for term, _, _ in self._terms]
        self._above = [
            any(not term.keys.isdisjoint(t.keys) for t in passages.title_terms) for term, _, _ in self._terms
        ]

    def at(self, sentence: Sentence, clause: Span | None = None) -> Alignment:
        """Return how much of the assertion stands around a clause of a sentence."""
        shared = []
        for (term, heaviness, own), places, above in zip(self._terms, self._places, self._above, strict=True):
            near = self._nearness(places, sentence, clause or sentence.span)
            if above:
                near = max(near, ABOVE)
            known = is_known(term)
            heavy = heaviness if known or near or not self._crosses else heaviness * UNKNOWN
            shared.append(Shared(term, heavy, near, own, known))
        return Alignment(tuple(shared))

    def sentences(self) -> Iterable[int]:
        """Return every sentence that has one of the words, each once, in order."""
        return sorted({index for places in self._places for index in places})

    def _nearness(self, places: dict[int, tuple[Span, ...]], sentence: Sentence, clause: Span) -> float:
        spans = places.get(sentence.index)
        if spans:
            inside = any(clause[0] <= span[0] < clause[1] for span in spans)
            return IN_CLAUSE if inside else IN_SENTENCE
        best = 0.0
        for index in places:
            other = self._passages.sentences[index]
            if other.block == sentence.block:
                best = max(best, NEXT_DOOR if abs(index - sentence.index) == 1 else IN_BLOCK)
            elif self._passages.is_heading_of(other, sentence):
                best = max(best, ABOVE)
            elif not other.role.is_boilerplate:
                best = max(best, ELSEWHERE)
        return best


def _places(passages: Passages, term: Term) -> dict[int, tuple[Span, ...]]:
    found: dict[int, tuple[Span, ...]] = {}
    for key in term.keys:
        for index, span in passages.by_key.get(key, ()):
            found[index] = (*found.get(index, ()), span)
    return found


def is_known(term: Term) -> bool:
    """Return whether the lexicon knows the term, or it is a name: then its absence means something."""
    return any("~" not in key and not key.startswith("^") for key in term.keys)
