"""What of a claim is looked for in a document: each of its words, what it weighs, and where the document has it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from claimcheck.matchers.offices import bearer, offices, stand_together
from claimcheck.matchers.passages import Passages
from claimcheck.matchers.words import Term, TermKind, changes_fact, is_implied, is_office, kin, terms, weight
from claimcheck.model import Span

CONTEXT = 0.4
"""What a word from another clause of the claim weighs."""
IMPLIED = 0.35
"""What a word weighs, as a share, that the value says by itself: *cost* beside an amount of money."""
FRAMING = 0.3
"""What a word weighs at most that only tells that somebody says so: *assured reporters that*."""


class WordPlaces(NamedTuple):
    """Where a document has one word: in which sentences and where in them, in which blocks, in which of body text."""

    by_sentence: dict[int, list[Span]]
    by_block: dict[int, list[int]]
    body: frozenset[int]


class Sought(NamedTuple):
    """A word of the claim that is looked for: what it weighs, what it is, and where the document has it."""

    term: Term
    weight: float
    own: bool
    known: bool
    ambiguous: bool
    name: bool
    places: WordPlaces
    kin: WordPlaces
    """Where the document has a kind of it, or what it is a kind of."""
    in_title: bool
    bearer: frozenset[str]
    """The words of the name that the document gives the office which the term is."""
    offices: frozenset[str]
    """The keys of the offices that the document gives the name of which the term is a word."""


def seek(
    passages: Passages,
    own: Sequence[Term],
    context: Sequence[Term],
    names: Mapping[Span, bool],
    kinds: Collection[str],
    framed: Collection[Span],
) -> list[Sought]:
    """Return the words of an assertion that say something, its own and those of the rest of the claim."""
    named = [term for term in (*own, *context) if any(begin <= term.span[0] < end for begin, end in names)]
    terms = [(term, _weigh(term, kinds, () if term in named else framed), True) for term in own]
    terms += [(term, _weigh(term, kinds, () if term in named else framed) * CONTEXT, False) for term in context]
    return [
        Sought(
            term,
            heaviness,
            mine,
            is_known(term),
            sum("~" not in key and key[0] not in "@^" for key in term.keys) > 1,
            term in named,
            _places(passages, term.keys),
            _places(passages, () if changes_fact(term) else kin(term)),
            any(not term.keys.isdisjoint(t.keys) for t in passages.title_terms),
            _bearer(passages, term, [*own, *context]),
            _offices(passages, term) if term in named else frozenset(),
        )
        for term, heaviness, mine in terms
        if heaviness > 0
    ]


def _bearer(passages: Passages, term: Term, every: Sequence[Term]) -> frozenset[str]:
    """Return the words of the name that bears an office, or an office that a word of the claim tells more of."""
    if is_office(term):
        return bearer(passages, term.keys)
    for other in every:
        gap = max(other.span[0] - term.span[1], term.span[0] - other.span[1])
        if 0 <= gap <= _BESIDE and is_office(other) and stand_together(passages, term, other):
            return bearer(passages, other.keys)
    return frozenset()


_BESIDE = 5
"""Characters between an office and the word that tells more of it: *ministre des Transports*."""


def _offices(passages: Passages, term: Term) -> frozenset[str]:
    return frozenset[str]().union(*(offices(passages, key[1:]) for key in term.keys if key[0] == "@"))


def _weigh(term: Term, kinds: Collection[str], framed: Collection[Span]) -> float:
    heavy = weight(term) * (IMPLIED if any(is_implied(term, kind) for kind in kinds) else 1.0)
    return min(heavy, FRAMING) if any(begin <= term.span[0] < end for begin, end in framed) else heavy


def _places(passages: Passages, keys: Iterable[str]) -> WordPlaces:
    found: dict[int, list[Span]] = {}
    for key in keys:
        for index, span in passages.by_key.get(key, ()):
            found.setdefault(index, []).append(span)
    blocks: dict[int, list[int]] = {}
    body: set[int] = set()
    for index in found:
        sentence = passages.sentences[index]
        blocks.setdefault(sentence.block, []).append(index)
        if not sentence.role.is_boilerplate:
            body.add(sentence.block)
    return WordPlaces(found, blocks, frozenset(body))


def is_known(term: Term) -> bool:
    """Return whether the lexicon knows the term, or it is a name: then its absence means something."""
    return any("~" not in key and not key.startswith("^") for key in term.keys)


def is_known_word(term: Term) -> bool:
    """Return whether the lexicon has a concept for the term: *Oscar* is one, *Sarne* is a name alone."""
    return any("~" not in key and key[0] not in "@^" for key in term.keys)


def word_parts(term: Term, language: str) -> list[Term]:
    """Return the words of weight that a standing term is made of, *job* and *cuts*; none where it is one word."""
    words = term.surface.split()
    if len(words) == 1:
        return []
    return [t for word in words for t in terms(word, language) if t.kind is TermKind.CONTENT and is_known_word(t)]
