"""What every kind of comparison is given: the claim read, the page read, and who is who."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from claimcheck.enums import Code, Outcome
from claimcheck.matchers.align import Aligner, Alignment
from claimcheck.matchers.evidence import passage
from claimcheck.matchers.grading import likelihood
from claimcheck.matchers.names import Aliases, Name, NameKind, Sameness, same_name
from claimcheck.matchers.passages import Passages, Sentence, content
from claimcheck.matchers.reading import Assertion, Reading
from claimcheck.matchers.relation import AGREES, Relation
from claimcheck.matchers.snippets import left_out
from claimcheck.matchers.sought import is_known_word
from claimcheck.matchers.words import Term, framings, related, shells, terms
from claimcheck.model import Comparison, Considered, Span

if TYPE_CHECKING:
    from claimcheck.matchers.speakers import Speaker

_MADE_OF_WORDS = 2
"""Words that a name must have for its translation to be told by them."""


class Stated(NamedTuple):
    """A value that the page states: the sentence, where in the text, and how it stands to the assertion's."""

    sentence: Sentence
    span: Span
    relation: Relation


_Words: TypeAlias = tuple[tuple[Term, ...], tuple[Term, ...], tuple[str, ...]]
"""The words of an assertion, those of its context, and what its value is."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place of the document that may decide an assertion: how it stands to it, and how well it is aligned."""

    sentence: Sentence
    span: Span
    relation: Relation
    alignment: Alignment
    rank: float
    superseded: bool = False
    """Whether the page gives the value as one of the past, or as one that was wrong."""
    counts_another: bool = False
    """Whether the page counts something else with the value."""
    of_its_day: bool = False
    """Whether the days around it are the assertion's own."""
    of_another_day: bool = False
    """Whether what stands around the value dates it otherwise than the claim."""
    of_another: bool = False
    """Whether the page gives the value to somebody or something else than the claim does."""
    assured: bool = False
    """Whether the value is surely the claim's own, though words of the claim are not found near it."""
    not_fact: bool = False
    """Whether the page only plans, asks or alleges it, where the claim tells it as fact."""
    voiced: bool = False
    """Whether the page has it from somebody whom it cites."""
    does: bool | None = None
    """Whether its sentence says what the claim says was done; none where the claim has no word for that alone."""
    written_at: int | None = None
    """The minute of the day of the live page's entry that it stands in; none on other pages."""


@dataclass(slots=True)
class Context:
    """The claim and the page that are compared, and the passages considered so far."""

    reading: Reading
    passages: Passages
    aliases: Aliases
    source: str
    searched: frozenset[int] | None = None
    """The sentences that the claim's locator leaves; none where it has no locator."""
    trace: "Callable[[Context, Candidate], tuple[tuple[str, str], ...]] | None" = None
    """Tells what made the rank of a candidate; none where nobody asks."""
    found: int = -1
    """The sentence that is nearest to the claim in meaning; -1 where nobody looked for it."""
    considered: list[Considered] = field(default_factory=list)
    _aligners: dict[_Words, Aligner] = field(default_factory=dict)
    _same: dict[tuple[Name, str, tuple[str, ...], NameKind, str], bool] = field(default_factory=dict)
    heard: "dict[tuple[int, Span], Speaker | None]" = field(default_factory=dict)
    """Per sentence of the page, -1 for the claim, and place of whom it cites who that is; ``speakers`` keeps them."""
    costs: dict[tuple[tuple[Name, ...], int, Span], float] = field(default_factory=dict)
    """Per names asked for and clause what it costs that the clause names others; ``ranking`` keeps them."""
    _left_out: frozenset[Name] | None = None

    @property
    def crosses(self) -> bool:
        """Whether claim and page are in different languages."""
        return self.reading.language != self.passages.language

    def aligner(self, assertion: Assertion) -> Aligner:
        """Return what aligns the assertion's words with the page, made once for the words and the kind of value."""
        key = (assertion.terms, assertion.context, assertion.kinds)
        held = self._aligners.get(key)
        if held is None:
            names = {name.span: name in self.left_out for name in self.reading.names}
            held = Aligner(
                self.passages,
                assertion.terms,
                assertion.context,
                names,
                assertion.kinds,
                crosses=self.crosses,
                framed=(
                    *framings(self.reading.text, self.reading.language),
                    *shells(self.reading.text, self.reading.language),
                ),
            )
            self._aligners[key] = held
        return held

    @property
    def left_out(self) -> frozenset[Name]:
        """The names of the claim that a snippet may leave out, for the page that it was cut from tells of them."""
        if self._left_out is None:
            self._left_out = left_out(self.passages, self.reading.names, self.is_one)
        return self._left_out

    def tells_of_the_past(self, assertion: Assertion) -> bool:
        """Return whether the claim itself tells of a former state: *a year earlier*, *auparavant*."""
        begin, end = assertion.span
        return any(begin <= cue.span[0] < end for cue in self.reading.cues.past)

    def translates(self, ours: Name, theirs: Name) -> bool:
        """Return whether a name of the claim and one of the page are made of the same words in their two languages.

        *Union civique* and *Civic Union*; a name of one word is translated only by the tables of aliases.
        """
        if not self.crosses:
            return False
        one = _words_of(ours.surface, self.reading.language)
        other = _words_of(theirs.surface, self.passages.language)
        shorter, longer = sorted((one, other), key=len)
        if min(len(ours.tokens), len(theirs.tokens)) < _MADE_OF_WORDS and not any(map(is_known_word, shorter)):
            return False
        return bool(shorter) and all(any(related(word, term) for term in longer) for word in shorter)

    def is_one(self, ours: Name, theirs: Name) -> bool:
        """Return whether a name of the claim and one of the page are of one thing, by the rules or as a translation."""
        # A page gives one name many times; where it stands says nothing of what it is.
        key = (ours, theirs.surface, theirs.tokens, theirs.kind, theirs.code)
        held = self._same.get(key)
        if held is None:
            same = same_name(ours, theirs, self.aliases) is not Sameness.DIFFERENT
            held = self._same[key] = same or self._is_short(ours, theirs) or self.translates(ours, theirs)
        return held

    def _is_short(self, ours: Name, theirs: Name) -> bool:
        """Return whether the page itself calls one by the first word of the other: *Mawena Data*, then *Mawena*."""
        short, full = sorted((ours, theirs), key=lambda name: len(name.tokens))
        if len(short.tokens) != 1 or len(full.tokens) == 1 or short.tokens[0] != full.tokens[0]:
            return False
        if NameKind.PLACE in (short.kind, full.kind) or NameKind.TITLE in (short.kind, full.kind):
            return False
        return self.passages.short_names.get(short.tokens[0]) == full.tokens

    def may_support(self, sentence: Sentence) -> bool:
        """Return whether a sentence is body text, and where the locator points."""
        return not sentence.role.is_boilerplate and (self.searched is None or sentence.index in self.searched)

    def consider(
        self, sentence: Sentence, why: str, score: float, *, taken: bool, candidate: Candidate | None = None
    ) -> None:
        """Keep note of a passage that was looked at; of a candidate also what made its rank, where that is asked."""
        start, end = sentence.span
        text = self.passages.document.text[start : min(end, start + 400)]
        parts = self.trace(self, candidate) if self.trace is not None and candidate is not None else ()
        self.considered.append(Considered(text, sentence.role, taken, why, round(score, 2), sentence.page, parts))

    def decided(
        self,
        assertion: Assertion,
        kind: str,
        said: str,
        candidate: Candidate,
        *,
        found: str = "",
        places: Sequence[Span] = (),
    ) -> Comparison:
        """Return the comparison that a candidate decides; ``places`` are where its words are, if in several places."""
        marks = list(places) or [candidate.span]
        relation = candidate.relation
        return Comparison(
            kind=kind,
            said=said,
            outcome=relation.outcome,
            found=found or " … ".join(self.passages.document.text[begin:end] for begin, end in marks),
            note=relation.note,
            code=relation.code,
            evidence=passage(self.passages, candidate.sentence, marks, relation.outcome, self.source),
            said_value=_claimed(assertion, kind, said),
            found_value=" … ".join(filter(None, (self._stated(candidate.sentence, kind, place) for place in marks))),
            assertion=assertion.index,
        )

    def to_review(self, assertion: Assertion, kind: str, said: str, sentence: Sentence, place: Span) -> Comparison:
        """Return that a passage speaks of it, and that a reader must tell whether it says so; with how likely it is."""
        return Comparison(
            kind,
            said,
            Outcome.MISSING,
            code=Code.NEEDS_REVIEW,
            evidence=passage(self.passages, sentence, [place], Outcome.MISSING, self.source),
            assertion=assertion.index,
            likely=likelihood(self.aligner(assertion).at(sentence)),
        )

    def _stated(self, sentence: Sentence, kind: str, place: Span) -> str:
        """Return the value at a place of the page in the notation of reports, or nothing where it is none."""
        if kind == "quantity":
            return next((q.notation for q in self.passages.quantities_in(sentence) if q.span == place), "")
        if kind == "date":
            return next((day.notation for day in self.passages.dates_in(sentence) if day.span == place), "")
        return ""

    @staticmethod
    def at(sentence: Sentence, span: Span) -> Candidate:
        """Return a place that agrees by being there."""
        return Candidate(sentence, span, AGREES, Alignment(()), 1.0)

    @staticmethod
    def missing(assertion: Assertion, kind: str, said: str, code: Code, note: str = "") -> Comparison:
        """Return that nothing decides."""
        return Comparison(kind, said, Outcome.MISSING, note=note, code=code, assertion=assertion.index)


def _claimed(assertion: Assertion, kind: str, said: str) -> str:
    """Return the assertion's value in the notation of reports, or nothing where it has none of the kind."""
    if kind == "quantity" and assertion.quantity is not None:
        return assertion.quantity.notation
    return next((day.notation for day in assertion.dates if kind == "date" and day.text == said), "")


@lru_cache(maxsize=8192)
def _words_of(name: str, language: str) -> tuple[Term, ...]:
    return tuple(content(terms(name, language)))


def best(candidates: Iterable[Candidate]) -> Candidate | None:
    """Return the candidate of the highest rank, the first of equals."""
    return max(candidates, key=lambda c: (c.rank, -c.span[0]), default=None)
