"""Where a document speaks of what an assertion is about: the words they share, and how near they stand to a value.

A sentence must say by itself what is claimed; of whom it says so may have been told before, by a heading, the
sentence before, a pronoun's name.  So names reach far and other words do not.  The score is a share of the
assertion's words by their weight: it ranks passages and says whether the subject is the same.  It never decides a
number.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from claimcheck.matchers.corrections import answers
from claimcheck.matchers.passages import Passages, Sentence
from claimcheck.matchers.sought import Sought, WordPlaces, seek
from claimcheck.matchers.words import Term, opposite_keys
from claimcheck.model import Span


class Reach(NamedTuple):
    """How much a word counts, from 0 to 1, by where it stands in relation to a value."""

    clause: float
    sentence: float
    before: float
    """In the sentence before, of the same block."""
    after: float
    block: float
    above: float
    """In the heading above, or the title of the page."""
    elsewhere: float


WORDS = Reach(clause=1.0, sentence=0.85, before=0.6, after=0.45, block=0.4, above=0.6, elsewhere=0.2)
NAMES = Reach(clause=1.0, sentence=0.9, before=0.9, after=0.6, block=0.8, above=0.8, elsewhere=0.5)
LOCAL = WORDS.sentence
"""The nearness from which a word stands in the sentence itself."""
HEADING = 0.3
"""The weight from which a word tells one column of a table from another."""
KIN = 0.86
"""How much a kind counts for what it is a kind of: *moderators* for *workers*."""
UNKNOWN = 0.3
"""What a word weighs that no table knows, when claim and page are in different languages: it might be there."""
NAMED_BEFORE = 0.4
"""What a word weighs that a snippet lacks: the page that it was cut from may have said it before."""
AMBIGUOUS = 0.6
"""What a word of several meanings weighs where none of them is found: the one meant may go by another word."""


class Shared(NamedTuple):
    """A word of the claim and how near to a place the document has it; 0 where it has it nowhere."""

    term: Term
    weight: float
    nearness: float
    own: bool
    known: bool
    name: bool
    excused: float = 0.0
    """The weight that it would have besides, were the document not a snippet that may leave it out."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """How much of an assertion stands around a place of a document."""

    shared: tuple[Shared, ...]
    score: float = field(init=False, compare=False)
    """The share of the assertion's words that is there, each by its weight and its nearness; 1 without words."""

    def __post_init__(self) -> None:
        """Work the score out, which is asked for again and again."""
        total = sum([s.weight for s in self.shared])
        share = sum([s.weight * s.nearness for s in self.shared]) / total if total else 1.0
        object.__setattr__(self, "score", share)

    @property
    def local(self) -> float:
        """The share of the assertion's own words, names apart, that stand in the sentence itself; 1 without words."""
        own = [s for s in self.shared if s.own and not s.name]
        total = sum([s.weight for s in own])
        return sum([s.weight for s in own if s.nearness >= LOCAL]) / total if total else 1.0

    @property
    def strict(self) -> float:
        """The score without what a snippet is excused from saying: what denies a claim must speak of all of it."""
        total = sum(s.weight + s.excused for s in self.shared)
        return sum(s.weight * s.nearness for s in self.shared) / total if total else 1.0

    @property
    def said(self) -> float:
        """The score where a snippet is excused from no word but names: a word that stands nowhere is unsaid."""
        total = sum(s.weight + (0.0 if s.name else s.excused) for s in self.shared)
        return sum(s.weight * s.nearness for s in self.shared) / total if total else 1.0

    @property
    def absent(self) -> tuple[Shared, ...]:
        """The assertion's own words that the document has nowhere."""
        return tuple(s for s in self.shared if s.own and s.nearness == 0.0)


class Aligner:
    """Aligns the words of one assertion with the places of one document."""

    def __init__(  # noqa: PLR0913 - what is sought, where, and how much of it counts
        self,
        passages: Passages,
        own: Sequence[Term],
        context: Sequence[Term],
        names: Mapping[Span, bool],
        kinds: Collection[str],
        *,
        crosses: bool,
        framed: Collection[Span] = (),
    ) -> None:
        """Index where the document has each word.

        ``names`` are the claim's, as places in it, each with whether the document may leave it out; ``kinds`` is what
        the assertion's value is: it implies words; ``framed`` are the places where the claim only tells who says so.
        """
        self._passages = passages
        self._terms = seek(passages, own, context, names, kinds, framed)
        self._crosses = crosses
        self._left_out = [name for name, may_be in names.items() if may_be]
        self._near: _Near | None = None
        self._answering: dict[int, bool] = {}
        self._pronouns: dict[int, frozenset[int]] = {}
        self._row_words: dict[int, frozenset[int]] = {}
        self._aligned: dict[tuple[int, Span], Alignment] = {}
        self._bare: dict[frozenset[int], Alignment] = {}
        self._opposed: frozenset[int] | None = None

    def at(self, sentence: Sentence, clause: Span | None = None) -> Alignment:
        """Return how much of the assertion stands around a clause of a sentence."""
        clause = clause or sentence.span
        held = self._aligned.get((sentence.index, clause))
        if held is None:
            held = self._aligned[sentence.index, clause] = self._of(sentence, clause)
        return held

    def _of(self, sentence: Sentence, clause: Span) -> Alignment:
        """Return the alignment of a clause; one for all under the same headings that no word of the claim is near.

        None stands in their block, nor in what a pronoun at their head may speak on of.
        """
        if sentence.block in self._blocks or self._antecedents(sentence):
            return self._align(sentence, clause)
        headings = self._passages.headings_of(sentence)
        held = self._bare.get(headings)
        if held is None:
            held = self._bare[headings] = self._align(sentence, clause)
        return held

    @cached_property
    def _blocks(self) -> frozenset[int]:
        """The blocks that have one of the words, or a kind of one."""
        return frozenset().union(*(held.by_block for sought in self._terms for held in (sought.places, sought.kin)))

    def may_oppose(self, sentence: Sentence) -> bool:
        """Return whether a sentence has an opposite of one of the assertion's own words."""
        if self._opposed is None:
            keys = frozenset().union(*(opposite_keys(sought.term.keys) for sought in self._terms if sought.own))
            self._opposed = frozenset(index for key in keys for index, _ in self._passages.by_key.get(key, ()))
        return sentence.index in self._opposed

    def _align(self, sentence: Sentence, clause: Span) -> Alignment:
        shared = []
        headings = self._passages.headings_of(sentence)
        for sought in self._terms:
            reach = NAMES if sought.name else WORDS
            near = (
                self._nearness(sought.places, sentence, clause, reach, headings) if sought.places.by_sentence else 0.0
            )
            if near < KIN and sought.kin.by_sentence:
                near = max(near, KIN * self._nearness(sought.kin, sentence, clause, reach, headings))
            if sought.in_title:
                near = max(near, reach.above)
            if near < reach.before and self._is_meant(sought, sentence):
                near = reach.sentence
            heavy = sought.weight
            if not near and (self._crosses and not sought.known):
                heavy *= UNKNOWN
            elif not near and sought.ambiguous:
                heavy *= AMBIGUOUS
            full = heavy
            if not near and self._passages.is_snippet:
                heavy *= 0.0 if any(a <= sought.term.span[0] < b for a, b in self._left_out) else NAMED_BEFORE
            shared.append(Shared(sought.term, heavy, near, sought.own, sought.known, sought.name, full - heavy))
        return Alignment(tuple(shared))

    def _is_meant(self, sought: Sought, sentence: Sentence) -> bool:
        """Whether a sentence has the office of a name that the claim says, or the name of an office: *she is Lund*."""
        if sought.name:
            lead = sentence.terms[:_LEAD]
            return bool(sought.offices) and any(not sought.offices.isdisjoint(term.keys) for term in lead)
        names = self._passages.names_in(sentence) if sought.bearer else ()
        return any(not sought.bearer.isdisjoint(name.tokens) for name in names)

    def _answers(self, sentence: Sentence) -> bool:
        """Whether a sentence puts right the one before it, and so speaks of the same."""
        held = self._answering.get(sentence.index)
        if held is None:
            held = self._answering[sentence.index] = answers(self._passages, sentence)
        return held

    def sentences(self) -> Iterable[int]:
        """Return every sentence that has one of the words, each once, in order."""
        return sorted({index for sought in self._terms for index in sought.places.by_sentence})

    def is_near(self, sentence: Sentence) -> bool:
        """Return whether one of the words stands in a sentence, just before it, in a heading above or in the title."""
        if self._near is None:
            said = {index for sought in self._terms for index in sought.places.by_sentence}
            everywhere = any(sought.in_title for sought in self._terms)
            self._near = _Near(frozenset(i + n for i in said for n in range(_GOES_ON)), said, everywhere)
        near = self._near
        return (
            near.everywhere
            or sentence.index in near.close
            or not near.said.isdisjoint(self._passages.headings_of(sentence))
        )

    @property
    def named(self) -> bool:
        """Whether the assertion itself names somebody or something."""
        return any(sought.name and sought.own for sought in self._terms)

    def places_in(self, sentence: Sentence) -> list[tuple[Term, list[Span], float]]:
        """Return the assertion's own words that a sentence has, or else kinds of them, with where and what each weighs.

        A word of a table's header stands in the cells under it.
        """
        held = (
            (s, s.places.by_sentence.get(sentence.index) or s.kin.by_sentence.get(sentence.index, []))
            for s in self._terms
            if s.own
        )
        return [(sought.term, spans, sought.weight) for sought, spans in held if spans]

    def asks_for(self, term: Term) -> bool:
        """Return whether a word of the page, such as one of a table's header, is one that the assertion itself says."""
        return any(s.own and s.weight >= HEADING and not s.term.keys.isdisjoint(term.keys) for s in self._terms)

    def has_fuller_row(self, row: Sentence) -> bool:
        """Return whether another row of a row's table has all the words of the claim that it has, and more of them."""
        held = self._words_by_row
        here = self._row_words.get(row.index, frozenset())
        table = self._passages.table_of(row)
        return any(words > here and self._passages.table_of_index(index) == table for index, words in held.items())

    @cached_property
    def _words_by_row(self) -> dict[int, frozenset[int]]:
        """Per row of a table that has some, which of the claim's words it has itself, by their number.

        Of rows that have the same words, one stands for all: a table may have a great many.
        """
        found: dict[int, set[int]] = {}
        for number, sought in enumerate(self._terms):
            for index, spans in sought.places.by_sentence.items():
                if self._passages.is_row_of_values(index) and any(self._stands_in(index, span) for span in spans):
                    found.setdefault(index, set()).add(number)
        kinds = {(self._passages.table_of_index(n), frozenset(words)): n for n, words in found.items()}
        self._row_words = {index: frozenset(words) for index, words in found.items()}
        return {index: words for (_, words), index in kinds.items()}

    def _stands_in(self, row: int, span: Span) -> bool:
        """Whether a place in a row is a word of its own, not one of the header that its cell stands under."""
        return any(term.span == span for term in self._passages.sentences[row].terms)

    def _nearness(
        self, places: WordPlaces, sentence: Sentence, clause: Span, reach: Reach, headings: frozenset[int]
    ) -> float:
        spans = places.by_sentence.get(sentence.index)
        if spans:
            if any(clause[0] <= span[0] < clause[1] for span in spans):
                return reach.clause
            begun = sentence.resumes(clause)
            if begun is not None and any(begun[0] <= span[0] < begun[1] for span in spans):
                return reach.clause
            if sentence.leans(clause, spans):
                return reach.clause
            ends = sentence.is_parted and all(span[0] >= clause[1] for span in spans)
            if ends and not any(sentence.is_of_part(span[0], clause) for span in spans):
                # "The firm offered 2 %; the union wants 11": what follows is as good as another sentence.
                return reach.block
            return reach.sentence
        beside = places.by_block.get(sentence.block, ())
        best = self._beside(beside, sentence, reach) if beside else 0.0
        if best < reach.before and reach is NAMES and not self._antecedents(sentence).isdisjoint(places.by_sentence):
            best = reach.before
        if (
            headings
            and best < reach.above
            and any(index in places.by_sentence and index not in beside for index in headings)
        ):
            best = reach.above
        if best < reach.elsewhere and not places.body <= {sentence.block}:
            best = reach.elsewhere
        return best

    def _beside(self, beside: Collection[int], sentence: Sentence, reach: Reach) -> float:
        """Return how near the best of some other sentences of its block is to a sentence."""
        after, before = sentence.index + 1 in beside, sentence.index - 1 in beside
        best = reach.after if after else 0.0
        if len(beside) > after + before:
            best = max(best, reach.block)
        if before:
            goes_on = sentence.refers_back or self._answers(sentence)
            best = max(best, reach.sentence if goes_on else reach.before)
        return best

    def _antecedents(self, sentence: Sentence) -> frozenset[int]:
        """Return the sentences that may name whom a pronoun at the head of one stands for: *She studied law in Ulm*.

        The one before it, also of another paragraph, and where that has a pronoun too, the one before that.
        """
        held = self._pronouns.get(sentence.index)
        if held is None:
            held = self._pronouns[sentence.index] = self._passages.introducing(sentence).union(
                self._passages.named_before(sentence)
            )
        return held


class _Near(NamedTuple):
    close: frozenset[int]
    said: set[int]
    everywhere: bool


_LEAD = 3
"""Words of meaning at the head of a sentence among which stands the office that it tells of: *the former minister*."""
_GOES_ON = 3
"""Sentences over which one is gone on from: its own, and the two after it."""
