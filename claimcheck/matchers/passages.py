"""A document made ready for matching: its sentences, with their terms and typed values, and an index of them.

Read once for a page, whatever the number of claims on it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import groupby
from typing import Protocol, TypeVar

from claimcheck.enums import Role
from claimcheck.matchers.affirming import affirm
from claimcheck.matchers.blocks import BlockValues
from claimcheck.matchers.ellipsis import complete_bare
from claimcheck.matchers.interviews import QUESTIONS, introduced
from claimcheck.matchers.live import entries
from claimcheck.matchers.names import Name, NameKind, read_names
from claimcheck.matchers.quotes import Word, words_of
from claimcheck.matchers.replies import answer_behind, denial_behind
from claimcheck.matchers.sentences import KEPT, PageWords, Places, Sentence, content, read_sentences
from claimcheck.matchers.tabular import header_dates
from claimcheck.matchers.values import Bound, DateExpr, Quantity
from claimcheck.matchers.words import (
    Cue,
    attributions,
    headline_plans,
    hearers,
    modalities,
    negations,
    past_values,
    terms,
)
from claimcheck.matchers.words.lexicon import lexicon
from claimcheck.matchers.words.pronouns import is_of_speakers
from claimcheck.matchers.words.tokens import known_language
from claimcheck.model import Document, Span

__all__ = ["Cues", "Passages", "Sentence", "content", "proper_names", "read_cues"]


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

    def shifted(self, by: int) -> "Cues":
        """Return the same cues so many characters further on."""
        if not by or not (self.negations or self.modalities or self.past or self.attributions):
            return self
        return Cues(
            *(
                tuple(_shifted(cue, by) for cue in held)
                for held in (self.negations, self.modalities, self.past, self.attributions)
            )
        )


def _shifted(cue: Cue, by: int) -> Cue:
    (begin, end), (first, last) = cue.span, cue.scope
    return Cue(cue.kind, cue.surface, (begin + by, end + by), (first + by, last + by))


def read_cues(text: str, language: str) -> Cues:
    """Return the cues of a text."""
    return Cues(
        negations=tuple(negations(text, language)),
        modalities=tuple(modalities(text, language)),
        past=tuple(past_values(text, language)),
        attributions=tuple(attributions(text, language)),
    )


_cues_of = lru_cache(maxsize=KEPT)(read_cues)


_PLAIN = "text/plain"
_LONGEST_SNIPPET = 2_000
"""Characters of a long paragraph of print."""
_PRONOUNS = 4
"""Sentences over which pronouns may go on about whom one before them names."""
_REMEMBERED = 40
"""Sentences of a block after which what it told is forgotten."""


class Passages:
    """The sentences of a document and what is in them."""

    def __init__(self, document: Document, language: str) -> None:
        self.document = document
        self.language = language
        self.issued = document.issued.day if document.issued is not None else None
        page = PageWords(document.text, language)
        self.sentences = tuple(read_sentences(page, document.blocks))
        self.by_key = Places(page, self.sentences)
        self._values = BlockValues(document, language, self.issued)
        self.title_terms = content(terms(document.title, language))
        self._cues: dict[int, Cues] = {}
        self._completed: dict[int, list[Quantity]] = {}
        self._headings_of: dict[str, frozenset[int]] = {}

    def quantities_in(self, sentence: Sentence) -> Sequence[Quantity]:
        """Return the quantities of a sentence, in order."""
        held = self._completed.get(sentence.index)
        if held is None:
            held = _within(sentence.span, self._values.of(sentence.block).quantities)
            if sentence.role is not Role.TABLE_ROW:
                held = complete_bare(held, self.document.text, sentence.span[1], sentence.clauses, self._sums(sentence))
            if any(q.bound is not Bound.EXACT for q in held) and (denials := self._read_cues(sentence).negations):
                held = list(affirm(held, (), denials)[0])
            self._completed[sentence.index] = held
        return held

    def _sums(self, sentence: Sentence) -> Sequence[Quantity]:
        """Return the values of the sentence before it in its block."""
        before = self.sentences[sentence.index - 1] if sentence.index else None
        if before is None or before.block != sentence.block:
            return ()
        return _within(before.span, self._values.of(sentence.block).quantities)

    def names_in(self, sentence: Sentence) -> Sequence[Name]:
        """Return the names of a sentence, in order."""
        return self._names_by_sentence.get(sentence.index, ())

    def hearers_in(self, sentence: Sentence) -> list[Span]:
        """Return where the words of a sentence stand that say who was told or shown what it says."""
        begin = sentence.span[0]
        return [(one + begin, other + begin) for one, other in hearers(sentence.text, self.language)]

    def dates_in(self, sentence: Sentence) -> Sequence[DateExpr]:
        """Return the dates of a sentence, in order."""
        return _within(sentence.span, self._values.of(sentence.block).dates)

    def yearless_in(self, sentence: Sentence) -> Sequence[DateExpr]:
        """Return the days and months of a sentence whose year nothing tells, in order."""
        return _within(sentence.span, self._values.of(sentence.block).yearless)

    def sentence_at(self, position: int) -> Sentence | None:
        """Return the sentence that a position of the text lies in."""
        return self.by_key.sentence_at(position)

    @cached_property
    def is_snippet(self) -> bool:
        """Whether the text is one short paragraph of plain text without a title, cut from a page that names it all.

        A page of markup has a title, and a text of several paragraphs, or of a page's length, tells what it is about.
        """
        if len(self.document.text) > _LONGEST_SNIPPET:
            return False
        body = [block for block in self.document.blocks if not block.role.is_boilerplate]
        plain = self.document.media_type == _PLAIN and not self.document.title
        return plain and len(body) == 1 and body[0].role is Role.PARAGRAPH

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

    def named_before(self, sentence: Sentence) -> Iterable[int]:
        """Give the sentences, by their index, that go before one as long as each begins with a pronoun."""
        current = sentence
        for _ in range(_PRONOUNS):
            before = self.sentences[current.index - 1] if current.index else None
            spoken = before is not None and before.role in {Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTE}
            if before is None or not spoken or not current.refers_back or before.section != current.section:
                return
            yield before.index
            current = before

    def introducing(self, sentence: Sentence) -> frozenset[int]:
        """Return the sentences that introduce whom *I* or *you* in one of an interview stands for; mostly none."""
        if self._asked < QUESTIONS or not self._introduced or not is_of_speakers(sentence.text, self.language):
            return frozenset()
        return self._introduced

    def is_interview_with(self, is_one: Callable[[Name], bool]) -> bool:
        """Return whether the page is an interview with a person, who is told by a name of the page."""
        if self._asked < QUESTIONS:
            return False
        return any(is_one(name) for index in self._introduced for name in self.names_in(self.sentences[index]))

    @cached_property
    def _asked(self) -> int:
        return self.document.text.count("?")

    @cached_property
    def _introduced(self) -> frozenset[int]:
        return introduced(self.sentences, self._names_by_sentence, self.language)

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
        return self._placed(
            date for number in range(len(self.document.blocks)) for date in self._values.of(number).dates
        )

    @cached_property
    def yearless(self) -> tuple[tuple[DateExpr, Sentence], ...]:
        """Every day and month of the text whose year nothing tells, with its sentence, in order."""
        return self._placed(d for number in range(len(self.document.blocks)) for d in self._values.of(number).yearless)

    @cached_property
    def quantities(self) -> tuple[tuple[Quantity, Sentence], ...]:
        """Every quantity of the text with its sentence, in order."""
        every = (q for number in range(len(self.document.blocks)) for q in self._values.of(number).quantities)
        placed = groupby(self._placed(every), key=lambda pair: pair[1].index)
        sentences = (next(group)[1] for _, group in placed)
        return tuple((quantity, sentence) for sentence in sentences for quantity in self.quantities_in(sentence))

    def dates_of_cell(self, sentence: Sentence, place: int) -> list[DateExpr]:
        """Return the dates that the headers of a table's cell say."""
        return header_dates(self.document.blocks[sentence.block], place, self.language, self.issued)

    @cached_property
    def names(self) -> tuple[tuple[Name, Sentence], ...]:
        """Every name of the text with its sentence, in order."""
        return self._placed(proper_names(self.document.text, self.language))

    @cached_property
    def short_names(self) -> dict[str, tuple[str, ...]]:
        """Per name of one word, which the page uses, the one longer name of the page that begins with it."""
        alone = {name.tokens[0] for name, _ in self.names if len(name.tokens) == 1}
        found: dict[str, set[tuple[str, ...]]] = {}
        for name, _ in self.names:
            if len(name.tokens) > 1 and name.tokens[0] in alone:
                found.setdefault(name.tokens[0], set()).add(name.tokens)
        return {word: next(iter(longer)) for word, longer in found.items() if len(longer) == 1}

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every word of the text, for finding quotes."""
        return words_of(self.document.text)

    def table_of(self, row: Sentence) -> int:
        """Return a number for the table that a row stands in, the same for all of its rows; -1 for no row."""
        return self.table_of_index(row.index)

    def table_of_index(self, index: int) -> int:
        """Return the number of the table of the sentence of an index."""
        return self._tables.get(index, -1)

    def is_row_of_values(self, index: int) -> bool:
        """Return whether a sentence is a row of a table, and not the one of the headers above the others."""
        row = self.sentences[index]
        if row.role is not Role.TABLE_ROW:
            return False
        below = self.sentences[index + 1] if index + 1 < len(self.sentences) else None
        headed = [any(c.header for c in self.document.blocks[s.block].cells) for s in (row, below) if s is not None]
        return headed[0] or not headed[-1]

    @cached_property
    def _tables(self) -> dict[int, int]:
        found: dict[int, int] = {}
        before: Sentence | None = None
        for row in (s for s in self.sentences if s.role is Role.TABLE_ROW):
            follows = before is not None and row.index == before.index + 1 and row.section == before.section
            alike = follows and before is not None and len(row.clauses) == len(before.clauses)
            found[row.index] = found[row.index - 1] if alike else row.index
            before = row
        return found

    def written_at(self, sentence: Sentence) -> int | None:
        """Return the minute of the day of the entry of a live page that a sentence is in, or none."""
        return self._entries.get(sentence.block)

    @cached_property
    def _entries(self) -> dict[int, int]:
        return entries(self.document)

    def cues(self, sentence: Sentence) -> Cues:
        """Return what is denied, planned, said or past in a sentence; a denied bound is an affirmed one."""
        held = self._cues.get(sentence.index)
        if held is None:
            held = self._read_cues(sentence)
            if sentence.role is Role.HEADING:
                plans = headline_plans(sentence.text, self.language)
                held = replace(
                    held, modalities=(*held.modalities, *(_shifted(plan, sentence.span[0]) for plan in plans))
                )
            if held.negations:
                values = self._values.of(sentence.block)
                bounded, days = _within(sentence.span, values.quantities), _within(sentence.span, values.dates)
                held = replace(held, negations=affirm(bounded, days, held.negations)[2])
            if (denial := denial_behind(self.sentences, sentence, self.language)) is not None:
                held = replace(held, negations=(*held.negations, denial))
            self._cues[sentence.index] = held
        return held

    def is_answered(self, sentence: Sentence) -> bool:
        """Return whether a question is answered right behind it by yes or no."""
        return answer_behind(self.sentences, sentence, self.language) is not None

    def _read_cues(self, sentence: Sentence) -> Cues:
        return _cues_of(sentence.text, self.language).shifted(sentence.span[0])

    @cached_property
    def _names_by_sentence(self) -> dict[int, list[Name]]:
        return _by_sentence(self.names)

    def _placed(self, found: Iterable[Placed]) -> tuple[tuple[Placed, Sentence], ...]:
        placed = ((item, self.sentence_at(item.span[0])) for item in found)
        return tuple((item, sentence) for item, sentence in placed if sentence is not None)


def _within(span: Span, held: Sequence[Placed]) -> list[Placed]:
    return [item for item in held if span[0] <= item.span[0] < span[1]]


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
