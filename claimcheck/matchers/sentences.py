"""The sentences of a document: what is in one is read when it is asked for, for most of a page no claim asks for.

The words of the whole page are looked up by their keys; a sentence is read as a text of its own, so that one that
stands on many pages, or is asked for again, is read once.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from claimcheck.enums import Role
from claimcheck.matchers.words import Term, TermKind, WordIndex, clauses, refers_back, resumed, terms
from claimcheck.model import Block, Span
from claimcheck.text import sentences

KEPT = 1_024
"""Sentences of which is kept what stands in them: pages of one site share many, and a page is asked more than once."""


class Sentence:
    """A sentence of a document, or a row of one of its tables; what is in it is read when it is asked for."""

    __slots__ = (
        "_block",
        "_clauses",
        "_header_terms",
        "_page",
        "_plain",
        "_refers_back",
        "_resumed",
        "_saying",
        "_terms",
        "_text",
        "block",
        "index",
        "span",
    )

    def __init__(self, page: "PageWords", block: Block, number: int, index: int, span: Span) -> None:
        self._page = page
        self._block = block
        self.block = number
        self.index = index
        self.span = span
        self._text: str | None = None
        self._terms: tuple[Term, ...] | None = None
        self._clauses: tuple[Span, ...] | None = None
        self._header_terms: tuple[tuple[Span, tuple[Term, ...]], ...] | None = None
        self._refers_back: bool | None = None
        self._resumed: dict[Span, Span] | None = None
        self._plain: tuple[int, ...] | None = None
        self._saying: tuple[Span, ...] | None = None

    @property
    def role(self) -> Role:
        """What the block is that it stands in."""
        return self._block.role

    @property
    def page(self) -> int | None:
        """The number of its page, where the document has pages."""
        return self._block.page

    @property
    def section(self) -> str:
        """The heading it stands under."""
        return self._block.section

    @property
    def text(self) -> str:
        """Its words, as found; kept, for what is read of a sentence is looked up by them."""
        if self._text is None:
            self._text = self._page.text[self.span[0] : self.span[1]]
        return self._text

    @property
    def terms(self) -> tuple[Term, ...]:
        """Its terms that carry meaning of their own, in order."""
        if self._terms is None:
            self._terms = tuple(self._page.words.terms(self.span, content=True))
        return self._terms

    @property
    def clauses(self) -> tuple[Span, ...]:
        """Where its clauses stand, or its cells, in order."""
        if self._clauses is None:
            begin = self.span[0]
            told = ((one + begin, other + begin) for one, other in _clauses_of(self.text, self._page.language))
            self._clauses = _cells(self._block) or tuple(told) or (self.span,)
        return self._clauses

    @property
    def header_terms(self) -> tuple[tuple[Span, tuple[Term, ...]], ...]:
        """Per cell of a table row, the terms of the header it stands under."""
        if self._header_terms is None:
            self._header_terms = tuple(
                (cell.span, self._page.terms_of(header))
                for cell, header in zip(self._block.cells, _headers(self._block), strict=True)
            )
        return self._header_terms

    @property
    def refers_back(self) -> bool:
        """Whether a pronoun at its head speaks on of what the sentence before named."""
        if self._refers_back is None:
            self._refers_back = refers_back(self.text, self._page.language, (0, self.span[1] - self.span[0]))
        return self._refers_back

    def clause_at(self, position: int) -> Span:
        """Return the clause that a position lies in."""
        for clause in self.clauses:
            if clause[0] <= position < clause[1]:
                return clause
        return self.span

    @property
    def is_parted(self) -> bool:
        """Whether a semicolon parts it; a row of a table is parted by its cells alone."""
        return self.role is not Role.TABLE_ROW and ";" in self.text

    def is_of_part(self, position: int, clause: Span) -> bool:
        """Return whether no semicolon stands between a position and a clause."""
        begin, end = sorted((position, clause[0]))
        return ";" not in self._page.text[begin:end]

    def resumes(self, clause: Span) -> Span | None:
        """Return the clause that a later one goes on with: *Kim, who runs the mill, earns 300 euros*; or none."""
        if not _INSERTED < len(self.clauses) <= _MOST_CLAUSES or self.role is Role.TABLE_ROW:
            return None
        if self._resumed is None:
            begin = self.span[0]
            parts = [(one - begin, other - begin) for one, other in self.clauses]
            told = (resumed(self.text, parts, number, self._page.language) for number in range(len(parts)))
            self._resumed = {
                held: (part[0] + begin, part[1] + begin)
                for held, part in zip(self.clauses, told, strict=True)
                if part is not None
            }
        return self._resumed.get(clause)

    def leans(self, clause: Span, spans: Iterable[Span]) -> bool:
        """Return whether a clause takes its verb from an earlier one, and one of the spans stands there.

        *It handled 4.1 million in 2018, 3.6 million in 2020*; *Arbor employs 300 people and Sensum 500*.
        """
        if self.role is Role.TABLE_ROW or self._says_something(clause):
            return False
        if self._saying is None:
            self._saying = tuple(filter(self._says_something, self.clauses))
        place = bisect_left(self._saying, clause[:1])
        return place > 0 and any(self._saying[place - 1][0] <= span[0] < self._saying[place - 1][1] for span in spans)

    def _says_something(self, clause: Span) -> bool:
        """Whether a clause has a word besides names: it needs no other's verb."""
        if self._plain is None:
            self._plain = tuple(t.span[0] for t in self.terms if not t.surface[:1].isupper())
        place = bisect_left(self._plain, clause[0])
        return place < len(self._plain) and self._plain[place] < clause[1]


_INSERTED = 2
"""Clauses before the first one that can go on behind what was put in."""
_MOST_CLAUSES = 60
"""Clauses of a sentence beyond which it is a list, or hostile, and none goes on with another."""


class PageWords:
    """What the sentences of a document are read from."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.words = WordIndex(text, language)
        self._of_headers: dict[str, tuple[Term, ...]] = {}

    def terms_of(self, header: str) -> tuple[Term, ...]:
        """Return the terms of a header that carry meaning of their own."""
        held = self._of_headers.get(header)
        if held is None:
            held = self._of_headers[header] = tuple(content(terms(header, self.language)))
        return held


class Places:
    """Per key, every sentence that has it and where; a table header counts as standing in its cell."""

    def __init__(self, page: PageWords, sentences: Sequence[Sentence]) -> None:
        self._words = page.words
        self._sentences = sentences
        self._starts = [sentence.span[0] for sentence in sentences]
        self._held: dict[str, Sequence[tuple[int, Span]]] = {}
        self._in_headers: defaultdict[str, list[tuple[int, Span]]] = defaultdict(list)
        for sentence in sentences:
            if sentence.role is Role.TABLE_ROW:
                for cell, held in sentence.header_terms:
                    for key in {key for term in held for key in term.keys}:
                        self._in_headers[key].append((sentence.index, cell))

    def get(self, key: str, default: Sequence[tuple[int, Span]] = ()) -> Sequence[tuple[int, Span]]:
        """Return the sentences that have a key, by their index, and where they have it."""
        held = self._held.get(key)
        if held is None:
            placed = ((self.sentence_at(span[0]), span) for span in self._words.spans(key))
            held = [(sentence.index, span) for sentence, span in placed if sentence is not None]
            held += self._in_headers.get(key, ())
            self._held[key] = held
        return held or default

    def sentence_at(self, position: int) -> Sentence | None:
        """Return the sentence that a position of the text lies in."""
        place = bisect_right(self._starts, position) - 1
        if place < 0 or not self._sentences[place].span[0] <= position < self._sentences[place].span[1]:
            return None
        return self._sentences[place]


def read_sentences(page: PageWords, blocks: Sequence[Block]) -> Iterator[Sentence]:
    """Give the sentences of the blocks of a document, in order; a row of a table is one."""
    index = 0
    for number, block in enumerate(blocks):
        for span in [block.span] if block.role is Role.TABLE_ROW else sentences(page.text, block.span):
            yield Sentence(page, block, number, index, span)
            index += 1


def _headers(block: Block) -> list[str]:
    """Return what each cell of a table row stands under."""
    return [f"{cell.header} {block.label} {block.section}" for cell in block.cells]


@lru_cache(maxsize=KEPT)
def _clauses_of(text: str, language: str) -> tuple[Span, ...]:
    return tuple(clauses(text, None, language))


def _cells(block: Block) -> tuple[Span, ...]:
    return tuple(cell.span for cell in block.cells)


def content(found: Iterable[Term]) -> list[Term]:
    """Return the terms that carry meaning of their own."""
    return [term for term in found if term.kind is TermKind.CONTENT]
