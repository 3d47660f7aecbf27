"""Quotes of another language than the page's: compared by what no translation changes, or left to a reader.

Each sentence of the quote must have its like between the page's quotation marks: nearly all of its words, the same
figures, and a denial where it has one.  A denial more or less is an altered quote.  Words alone that are only mostly
there decide nothing: a translation is free, and so is a forgery.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.enums import Code
from claimcheck.matchers.align import Aligner, Alignment
from claimcheck.matchers.checks import opposite_pair
from claimcheck.matchers.context import Context
from claimcheck.matchers.passages import Sentence, content
from claimcheck.matchers.quantities import read_quantities
from claimcheck.matchers.quotes import quoted_spans
from claimcheck.matchers.relation import AGREES, Relation, conflicts
from claimcheck.matchers.values import Dimension
from claimcheck.matchers.words import Term, kin, negations, terms, weight
from claimcheck.model import Span
from claimcheck.text import sentences

SAME = 0.8
"""The share of a sentence's words, by weight, from which the page's sentence is its original."""
MAYBE = 0.5
"""The share from which it may be: a reader must tell."""
LEFT_OVER = 0.4
"""The share of the original's words that the translation may lack: it says them otherwise."""
_FIGURES = re.compile(r"\d+")
_FEWEST = 2
"""Content words that a sentence must have to be told by them."""

Original = tuple[Sentence, Span, Relation | None]
"""A sentence of the page, where it is quoted, and how the quote stands to it; none where a reader must tell."""


def find_original(context: Context, exact: str) -> Original | None:
    """Return the quoted sentence of the page that a translated quote is of, or none that could be."""
    found: Original | None = None
    text, language = exact, context.reading.language
    told = [content(terms(text, language, span)) for span in sentences(text)]
    if sum(len(words) for words in told) < _FEWEST:
        return None
    for span, words in zip(sentences(text), told, strict=True):
        if not words:
            continue
        best = _best(context, words)
        if best is None:
            return None
        sentence, place, alignment = best
        relation = _relation(context, exact[span[0] : span[1]], words, sentence, place, alignment)
        if found is None or relation is not AGREES:
            found = (sentence, place, relation)
        if relation is None:
            return found
    return found


def _best(context: Context, words: Sequence[Term]) -> tuple[Sentence, Span, Alignment] | None:
    aligner = Aligner(context.passages, words, (), {}, (), crosses=True)
    held = [(sentence, place, aligner.at(sentence)) for sentence, place in _quoted(context)]
    best = max(held, key=lambda item: item[2].score, default=None)
    return best if best is not None and best[2].score >= MAYBE else None


def _quoted(context: Context) -> Iterator[tuple[Sentence, Span]]:
    """Give each sentence of the page that is quoted there, with the part between the marks."""
    for begin, end in quoted_spans(context.passages.document.text):
        sentence = context.passages.sentence_at(begin)
        while sentence is not None and sentence.span[0] < end:
            if context.may_support(sentence):
                yield sentence, (max(begin, sentence.span[0]), min(end, sentence.span[1]))
            sentence = context.passages.after(sentence)


def _relation(
    context: Context, said: str, words: Sequence[Term], sentence: Sentence, place: Span, alignment: Alignment
) -> Relation | None:
    text = context.passages.document.text[place[0] : place[1]]
    if alignment.score < SAME or sorted(_FIGURES.findall(said)) != sorted(_FIGURES.findall(text)):
        return None
    ours, theirs = _values(said, context.reading.language), _values(text, context.passages.language)
    if sorted(ours) != sorted(theirs):
        alike = sorted(dimension for dimension, _, _ in ours) == sorted(dimension for dimension, _, _ in theirs)
        return conflicts(Code.ALTERED_QUOTE, "another figure") if alike else None
    one, other = _denied(said, context.reading.language), _denied(text, context.passages.language)
    if one and other and one != other:
        return conflicts(Code.ALTERED_QUOTE, "another figure is denied")
    inside = [term for term in sentence.terms if place[0] <= term.span[0] < place[1]]
    if (pair := opposite_pair(words, inside)) is not None:
        return conflicts(Code.ALTERED_QUOTE, f"“{pair[1].surface}”, not “{pair[0].surface}”")
    denied = [cue for cue in context.passages.cues(sentence).negations if place[0] <= cue.span[0] < place[1]]
    if len(denied) % 2 != len(negations(said, context.reading.language)) % 2:
        return conflicts(Code.ALTERED_QUOTE, "a denial is left out or added")
    return AGREES if _left_over(words, inside) <= LEFT_OVER else None


_Value = tuple[Dimension, Decimal, Decimal]


def _values(text: str, language: str) -> list[_Value]:
    return [(q.dimension, q.low, q.high) for q in read_quantities(text, language)]


def _denied(text: str, language: str) -> list[_Value]:
    """Return the values of a quote that it denies: the ten of *one year, not ten*."""
    cues = negations(text, language)
    return sorted(
        (q.dimension, q.low, q.high)
        for q in read_quantities(text, language)
        if sum(cue.scope[0] <= q.span[0] < cue.scope[1] for cue in cues) % 2
    )


def _left_over(words: Sequence[Term], inside: Sequence[Term]) -> float:
    """Return the share of the original's words that the translation has not."""
    keys = frozenset[str]().union(*(term.keys | kin(term) for term in words))
    total = sum(weight(term) for term in inside)
    return sum(weight(term) for term in inside if keys.isdisjoint(term.keys)) / total if total else 0.0
