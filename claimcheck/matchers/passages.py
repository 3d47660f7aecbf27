"""A document made ready for matching: its sentences, with their terms and typed values, and an index of them.

Read once for a page, whatever the number of claims on it.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from claimcheck.enums import Role
from claimcheck.matchers.dates import read_dates
from claimcheck.matchers.names import Name, NameKind, read_names
from claimcheck.matchers.quantities import read_quantities
from claimcheck.matchers.quotes import Word, words_of
from claimcheck.matchers.tabular import counting_cells, header_dates, type_by_header
from claimcheck.matchers.values import DateExpr, Quantity
from claimcheck.matchers.words import (
    Cue,
    Term,
    TermKind,
    attributions,
    clauses,
    modalities,
    negations,
    past_values,
    refers_back,
    terms,
)
from claimcheck.matchers.words.lexicon import lexicon
from claimcheck.matchers.words.tokens import known_language
from claimcheck.model import Block, Document, Span
from claimcheck.text import sentences


class _HasSpan(Protocol):
    @property
    def span(self) -> Span: ...


Placed = TypeVar("Placed", bound=_HasSpan)


@dataclass(frozen=True, slots=True)
class Cues:
    """What stands around the values of a sentence: that they are denied, planned, told of someone, or past."""

    negations: tuple[Cue, ...]
    modalities: tuple[Cue, ...]
    past: tuple[Cue, ...]
    attributions: tuple[Cue, ...]


def read_cues(text: str, language: str, span: Span | None = None) -> Cues:
    """Return the cues of a text, or of a span of it."""
    return Cues(
        negations=tuple(negations(text, language, span)),
        modalities=tuple(modalities(text, language, span)),
        past=tuple(past_values(text, language, span)),
        attributions=tuple(attributions(text, language, span)),
    )


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document, or a row of one of its tables."""

    index: int
    span: Span
    block: int
    role: Role
    page: int | None
    section: str
    terms: tuple[Term, ...]
    clauses: tuple[Span, ...]
    header_terms: tuple[tuple[Span, tuple[Term, ...]], ...] = ()
    """Per cell of a table row, the terms of the header it stands under."""
    refers_back: bool = False
    """Whether a pronoun at its head speaks on of what the sentence before named."""

    def clause_at(self, position: int) -> Span:
        """Return the clause that a position lies in."""
        for clause in self.clauses:
            if clause[0] <= position < clause[1]:
                return clause
        return self.span

    def leans(self, clause: Span, spans: Iterable[Span]) -> bool:
        """Return whether a clause takes its verb from an earlier one, and one of the spans stands there.

        *It handled 4.1 million in 2018, 3.6 million in 2020*; *Arbor employs 300 people and Sensum 500*.
        """
        if self.role is Role.TABLE_ROW or self._says_something(clause):
            return False
        earlier = [other for other in self.clauses if other[0] < clause[0] and self._says_something(other)]
        return bool(earlier) and any(earlier[-1][0] <= span[0] < earlier[-1][1] for span in spans)

    def _says_something(self, clause: Span) -> bool:
        """Whether a clause has a word besides names: it needs no other's verb."""
        return any(clause[0] <= t.span[0] < clause[1] and not t.surface[:1].isupper() for t in self.terms)


_REMEMBERED = 40
"""Sentences of a block after which what it told is forgotten."""


class Passages:
    """The sentences of a document and what is in them."""

    def __init__(self, document: Document, language: str) -> None:
        self.document = document
        self.language = language
        self.issued = document.issued.day if document.issued is not None else None
        self.sentences = tuple(self._read())
        self._starts = [sentence.span[0] for sentence in self.sentences]
        by_key: defaultdict[str, list[tuple[int, Span]]] = defaultdict(list)
        for sentence in self.sentences:
            placed = [(term.keys, term.span) for term in sentence.terms]
            placed += [(term.keys, cell) for cell, held in sentence.header_terms for term in held]
            for keys, span in placed:
                place = (sentence.index, span)
                for key in keys:
                    by_key[key].append(place)
        self.by_key: Mapping[str, list[tuple[int, Span]]] = by_key
        """Per key, every sentence that has it and where; a table header counts as standing in its cell."""
        self.title_terms = content(terms(document.title, language))
        self._cues: dict[int, Cues] = {}
        self._headings_of: dict[str, frozenset[int]] = {}

    def _read(self) -> Iterable[Sentence]:
        text = self.document.text
        every = terms(text, self.language)
        starts = [term.span[0] for term in every]
        index = 0
        for number, block in enumerate(self.document.blocks):
            above = f"{block.label} {block.section}" if block.cells else ""
            headers = tuple(
                (cell.span, tuple(content(terms(f"{cell.header} {above}", self.language)))) for cell in block.cells
            )
            spans = [block.span] if block.role is Role.TABLE_ROW else sentences(text, block.span)
            for span in spans:
                held = every[bisect_right(starts, span[0] - 1) : bisect_right(starts, span[1] - 1)]
                yield Sentence(
                    index=index,
                    span=span,
                    block=number,
                    role=block.role,
                    page=block.page,
                    section=block.section,
                    terms=tuple(content(held)),
                    clauses=_cells(block) or tuple(clauses(text, span, self.language)) or (span,),
                    header_terms=headers,
                    refers_back=refers_back(text, self.language, span),
                )
                index += 1

    def quantities_in(self, sentence: Sentence) -> Sequence[Quantity]:
        """Return the quantities of a sentence, in order."""
        return self._quantities_by_sentence.get(sentence.index, ())

    def names_in(self, sentence: Sentence) -> Sequence[Name]:
        """Return the names of a sentence, in order."""
        return self._names_by_sentence.get(sentence.index, ())

    def dates_in(self, sentence: Sentence) -> Sequence[DateExpr]:
        """Return the dates of a sentence, in order."""
        return self._dates_by_sentence.get(sentence.index, ())

    def sentence_at(self, position: int) -> Sentence | None:
        """Return the sentence that a position of the text lies in."""
        place = bisect_right(self._starts, position) - 1
        if place < 0 or not self.sentences[place].span[0] <= position < self.sentences[place].span[1]:
            return None
        return self.sentences[place]

    def after(self, sentence: Sentence) -> Sentence | None:
        """Return the next sentence of the same block, or none."""
        following = self.sentences[sentence.index + 1] if sentence.index + 1 < len(self.sentences) else None
        return following if following is not None and following.block == sentence.block else None

    def before(self, sentence: Sentence) -> Iterable[Sentence]:
        """Give the sentences before one in its block, the nearest first, as far back as a reader remembers."""
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _REMEMBERED), -1):
            if self.sentences[index].block != sentence.block:
                return
            yield self.sentences[index]

    def headings_of(self, sentence: Sentence) -> frozenset[int]:
        """Return the headings that a sentence stands under, or whose text is in its section's name, by their index."""
        held = self._headings_of.get(sentence.section)
        if held is None:
            held = frozenset(index for text, index in self._headings if text in sentence.section)
            self._headings_of[sentence.section] = held
        return held

    @cached_property
    def _headings(self) -> tuple[tuple[str, int], ...]:
        headings = [s for s in self.sentences if s.role is Role.HEADING]
        return tuple((self.document.text[s.span[0] : s.span[1]], s.index) for s in headings)

    @cached_property
    def dates(self) -> tuple[tuple[DateExpr, Sentence], ...]:
        """Every date of the text with its sentence, in order."""
        return self._placed(read_dates(self.document.text, self.language, issued=self.issued))

    @cached_property
    def quantities(self) -> tuple[tuple[Quantity, Sentence], ...]:
        """Every quantity of the text with its sentence, in order."""
        dates = [date for date, _ in self.dates]
        blocks = self.document.blocks
        cells = [span for block in blocks if block.cells for span in counting_cells(block)]
        found = self._placed(read_quantities(self.document.text, self.language, dates=dates, counted=cells))
        return tuple(
            (type_by_header(q, blocks[s.block], self.language) if s.role is Role.TABLE_ROW else q, s) for q, s in found
        )

    def dates_of_cell(self, sentence: Sentence, place: int) -> list[DateExpr]:
        """Return the dates that the headers of a table's cell say."""
        return header_dates(self.document.blocks[sentence.block], place, self.language, self.issued)

    @cached_property
    def names(self) -> tuple[tuple[Name, Sentence], ...]:
        """Every name of the text with its sentence, in order."""
        return self._placed(proper_names(self.document.text, self.language))

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every word of the text, for finding quotes."""
        return words_of(self.document.text)

    def cues(self, sentence: Sentence) -> Cues:
        """Return what is denied, planned, said or past in a sentence."""
        held = self._cues.get(sentence.index)
        if held is None:
            held = self._cues[sentence.index] = read_cues(self.document.text, self.language, sentence.span)
        return held

    @cached_property
    def _quantities_by_sentence(self) -> dict[int, list[Quantity]]:
        return _by_sentence(self.quantities)

    @cached_property
    def _names_by_sentence(self) -> dict[int, list[Name]]:
        return _by_sentence(self.names)

    @cached_property
    def _dates_by_sentence(self) -> dict[int, list[DateExpr]]:
        return _by_sentence(self.dates)

    def _placed(self, found: Iterable[Placed]) -> tuple[tuple[Placed, Sentence], ...]:
        placed = ((item, self.sentence_at(item.span[0])) for item in found)
        return tuple((item, sentence) for item, sentence in placed if sentence is not None)


def _by_sentence(placed: Iterable[tuple[Placed, Sentence]]) -> dict[int, list[Placed]]:
    found: dict[int, list[Placed]] = {}
    for item, sentence in placed:
        found.setdefault(sentence.index, []).append(item)
    return found


def proper_names(text: str, language: str) -> list[Name]:
    """Return the names of a text, apart from acronyms that are common nouns: *IA*, *PDF*."""
    return [
        name
        for name in read_names(text, language)
        if name.kind is not NameKind.ACRONYM or not lexicon(known_language(language)).exact(name.surface.lower())
    ]


def content(found: Iterable[Term]) -> list[Term]:
    """Return the terms that carry meaning of their own."""
    return [term for term in found if term.kind is TermKind.CONTENT]


def _cells(block: Block) -> tuple[Span, ...]:
    return tuple(cell.span for cell in block.cells)
