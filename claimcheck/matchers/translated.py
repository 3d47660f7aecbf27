"""A translated quote: which of the sentences quoted on the page it is of, and whether it says the same.

The words of two languages never match one by one.  So a quote agrees only where nearly all of its words and most of
the original's are there, no number differs and neither side denies what the other affirms; and where the page has it
from whom the claim cites, where all of the original is there.  A word on each side that is no translation of the
other, in a sentence that is otherwise the same, is an altered word; what may be an original is left to a reader.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.enums import Code
from claimcheck.matchers.align import UNKNOWN
from claimcheck.matchers.checks import opposite_pair
from claimcheck.matchers.context import Context
from claimcheck.matchers.dates import read_dates
from claimcheck.matchers.passages import Sentence, content
from claimcheck.matchers.quantities import read_quantities
from claimcheck.matchers.quotes import quoted_spans
from claimcheck.matchers.relation import AGREES, Relation, conflicts
from claimcheck.matchers.sought import is_known_word, word_parts
from claimcheck.matchers.values import Dimension, Quantity
from claimcheck.matchers.words import Term, covers, kin, negations, related, terms, weight
from claimcheck.model import Span
from claimcheck.text import sentences

SAME = 0.8
"""The share of a quote's words, by weight, from which the page's sentence is its original."""
SAME_SPOKEN = 0.5
"""That share where the page has the sentence from whom the claim cites, and the quote has all of it."""
MAYBE = 0.4
"""The share from which it may be: a reader must tell."""
LEFT_OVER = 0.4
"""The share of the original's words that the translation may lack: it says them otherwise."""
NOTHING_LEFT = 0.1
"""That share where the quote is told to have all of the original."""
REST = 0.5
"""The share of either side that must be the same for one word of it to be altered."""
MOST_ALTERED = 2
"""Words of a side that may be altered: more are another sentence."""
TELLING = 0.9
"""The weight from which a word is one that no translator replaces."""
SPOKEN = 0.3
"""What it is worth that the page has a sentence from whom the claim cites."""
_FIGURES = re.compile(r"\d+")
_DENYING = re.compile(r"\b(?:not|no|pas|nicht|não|non)\b|n['\u2019]t\b", re.IGNORECASE)
"""A denial inside of a standing term: *did not know*, which is no cue where the term is one word of the lexicon."""
_EVERYBODY = re.compile(
    r"\b(?:tout le monde|personne(?=\s(?:ne\b|n['\u2019]))|todo el mundo|todo o mundo|toda a gente|tutto il mondo|"
    r"everybody|everyone|nobody|no one)\b",
    re.IGNORECASE,
)
_BEFORE = 14
"""Characters before and behind a word in which the rest of such a phrase stands."""

Original = tuple[Sentence, Span, Relation | None]
"""A sentence of the page, where it is quoted, and how the quote stands to it; none where a reader must tell."""
Speaks = Callable[[Sentence, Span], bool]
"""Whether the page surely has what is quoted at a place of a sentence from whom the claim cites."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Words of the claim's quote and of what the page quotes, and which of each the other has not."""

    sentence: Sentence
    place: Span
    ours: Sequence[Term]
    theirs: Sequence[Term]
    spoken: bool
    unsaid: Sequence[Term]
    """The claim's words that the page's quote has not."""
    left: Sequence[Term]
    """The page's words that the claim's quote has not."""

    @property
    def said(self) -> float:
        """The share of the claim's words that the page's quote has."""
        return _share(self.ours, self.unsaid, self.left)

    @property
    def left_over(self) -> float:
        """The share of the page's words that the claim's quote has not."""
        return 1.0 - _share(self.theirs, self.left, self.unsaid)

    @property
    def met(self) -> int:
        """How many of the claim's words the page's quote has."""
        return len(self.ours) - len(self.unsaid)


def find_original(context: Context, exact: str, speaks: Speaks) -> Original | None:
    """Return the quoted sentence of the page that a translated quote is of, or none that could be."""
    found: Original | None = None
    language = context.reading.language
    told = [
        [t for t in content(terms(exact, language, span)) if not _is_everybody(exact, t)] for span in sentences(exact)
    ]
    for span, words in zip(sentences(exact), told, strict=True):
        if not words:
            continue
        pair = _best(context, words, speaks)
        if pair is None:
            return None
        relation = _relation(context, exact[span[0] : span[1]], pair)
        if found is None or relation is not AGREES:
            found = (pair.sentence, pair.place, relation)
        if relation is None:
            return found
    return found


def _best(context: Context, words: Sequence[Term], speaks: Speaks) -> _Pair | None:
    held = [_pair(context, sentence, place, words, speaks) for sentence, place in _quoted(context)]
    best = max(held, key=lambda p: p.said - p.left_over / 2 + (SPOKEN if p.spoken else 0.0), default=None)
    if best is None or best.said < MAYBE:
        return None
    return best if best.met >= _FEWEST or (best.spoken and best.met) else None


_FEWEST = 2
"""Words that two quotes must have in common to be told by them alone."""


def _pair(context: Context, sentence: Sentence, place: Span, words: Sequence[Term], speaks: Speaks) -> _Pair:
    """Return a quote beside what the page quotes: of that, the clauses that have some of its words."""
    begin, end = place
    inside = [t for t in sentence.terms if begin <= t.span[0] < end]
    inside = [t for t in inside if not _is_everybody(context.passages.document.text, t)]
    clauses = [c for c in sentence.clauses if begin < c[1] and c[0] < end]
    alike = [t for t in inside if any(_is_same(context, word, t) for word in words)]
    text = context.passages.document.text
    counts = _FIGURES.search(context.reading.text, words[0].span[0]) is not None
    told = [
        c
        for c in clauses
        if any(c[0] <= t.span[0] < c[1] for t in alike)
        or (counts and _FIGURES.search(text, max(c[0], begin), min(c[1], end)) is not None)
    ]
    part = (max(begin, told[0][0]), min(end, told[-1][1])) if told else place
    theirs = [t for t in inside if part[0] <= t.span[0] < part[1]]
    unsaid = [t for t in words if not any(_is_same(context, t, other) for other in theirs)]
    left = [t for t in theirs if not any(_is_same(context, other, t) for other in words)]
    return _Pair(sentence, part, words, theirs, speaks(sentence, place), unsaid, left)


def _is_same(context: Context, ours: Term, theirs: Term) -> bool:
    """Return whether a word of the claim and one of the page may stand for each other, or for a word of the other."""
    if related(ours, theirs) or not kin(ours).isdisjoint(theirs.keys) or covers(ours, theirs) or covers(theirs, ours):
        return True
    parts = word_parts(theirs, context.passages.language)
    return any(related(ours, part) for part in parts) or any(
        related(part, theirs) for part in word_parts(ours, context.reading.language)
    )


def _is_everybody(text: str, term: Term) -> bool:
    """Return whether a word only stands for all or for none: *tout le monde*, *personne ne*."""
    return any(
        found.start() <= term.span[0] < found.end()
        for found in _EVERYBODY.finditer(text, max(0, term.span[0] - _BEFORE), term.span[1] + _BEFORE)
    )


def _share(every: Sequence[Term], lacking: Sequence[Term], others: Sequence[Term]) -> float:
    """Return the share of some words that the other side has.

    One that no table knows weighs little, and so does one for which the other side may have a word that none knows.
    """
    unknown = sum(not is_known_word(term) for term in others)
    total = held = 0.0
    for term in every:
        heavy = weight(term)
        if term not in lacking:
            held += heavy
        elif not is_known_word(term) or unknown > 0:
            unknown -= is_known_word(term)
            heavy *= UNKNOWN
        total += heavy
    return held / total if total else 0.0


def _quoted(context: Context) -> Iterator[tuple[Sentence, Span]]:
    """Give each sentence of the page that is quoted there, with the part between the marks."""
    for begin, end in quoted_spans(context.passages.document.text):
        sentence = context.passages.sentence_at(begin)
        while sentence is not None and sentence.span[0] < end:
            if context.may_support(sentence):
                yield sentence, (max(begin, sentence.span[0]), min(end, sentence.span[1]))
            sentence = context.passages.after(sentence)


def _relation(context: Context, said: str, pair: _Pair) -> Relation | None:
    text = context.passages.document.text[pair.place[0] : pair.place[1]]
    sure = SAME_SPOKEN if pair.spoken else SAME
    if pair.said < sure:
        return None
    if (figures := _other_figures(context, said, text)) is not None:
        return figures[0]
    if (opposites := opposite_pair(pair.ours, pair.theirs)) is not None:
        return conflicts(Code.ALTERED_QUOTE, f"“{opposites[1].surface}”, not “{opposites[0].surface}”")
    denied = [c for c in context.passages.cues(pair.sentence).negations if pair.place[0] <= c.span[0] < pair.place[1]]
    inward = [t for t in pair.theirs if _DENYING.search(t.surface) and not any(related(one, t) for one in pair.ours)]
    if (len(denied) + len(inward)) % 2 != len(negations(said, context.reading.language)) % 2:
        return conflicts(Code.ALTERED_QUOTE, "a denial is left out or added")
    if (altered := _altered(pair)) is not None:
        return conflicts(Code.ALTERED_QUOTE, f"“{altered[1].surface}”, not “{altered[0].surface}”")
    whole = pair.said >= SAME and pair.left_over <= LEFT_OVER
    return AGREES if whole or (pair.spoken and pair.left_over <= NOTHING_LEFT) else None


def _other_figures(context: Context, said: str, text: str) -> tuple[Relation | None] | None:
    """Return a conflict where the two quotes have other figures, nothing in it where that is open; or none."""
    ours, theirs = _values(said, context.reading.language), _values(text, context.passages.language)
    alike = sorted(dimension for dimension, _, _ in ours) == sorted(dimension for dimension, _, _ in theirs)
    if sorted(ours) != sorted(theirs):
        return (conflicts(Code.ALTERED_QUOTE, "another figure") if alike else None,)
    one, other = sorted(_FIGURES.findall(said)), sorted(_FIGURES.findall(text))
    if one != other:
        return (conflicts(Code.ALTERED_QUOTE, "another figure") if len(one) == len(other) else None,)
    denied, held = _denied(said, context.reading.language), _denied(text, context.passages.language)
    return (conflicts(Code.ALTERED_QUOTE, "another figure is denied"),) if denied and held and denied != held else None


def _altered(pair: _Pair) -> tuple[Term, Term] | None:
    """Return a word of the quote and the one that the page has for it, where the rest is the same; or none.

    Both must be words that a table knows: one that none knows may be the other's translation.
    """
    if min(pair.said, 1.0 - pair.left_over) < REST:
        return None
    ours, theirs = pair.unsaid, pair.left
    if not all(is_known_word(t) and weight(t) >= TELLING for t in (*ours, *theirs)):
        return None
    if not 0 < len(ours) <= MOST_ALTERED:
        return None
    return (ours[0], theirs[0]) if 0 < len(theirs) <= MOST_ALTERED else None


_Value = tuple[Dimension, Decimal, Decimal]


def _values(text: str, language: str) -> list[_Value]:
    held = read_quantities(text, language, dates=read_dates(text, language, any_year=True))
    return [(q.dimension, q.low, q.high) for q in held if not (q.dimension is Dimension.COUNT and _is_year(q))]


def _is_year(value: Quantity) -> bool:
    """Return whether a bare number may be a year, of which a page and a claim need not say the same way that it is."""
    return not value.noun and value.low == value.high and len(value.text) == _YEAR and value.text.isdecimal()


_YEAR = 4


def _denied(text: str, language: str) -> list[_Value]:
    """Return the values of a quote that it denies: the ten of *one year, not ten*."""
    cues = negations(text, language)
    return sorted(
        (q.dimension, q.low, q.high)
        for q in read_quantities(text, language)
        if sum(cue.scope[0] <= q.span[0] < cue.scope[1] for cue in cues) % 2
    )
