"""Stage 5, match: a claim and a document become comparisons, each with its evidence.  Pure.

The claim is read into assertions, the page into passages; each assertion goes to the kind of comparison that its
values call for.  To add a kind: one new module and one line in ``KINDS``.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Lock

from claimcheck.enums import Code, Outcome
from claimcheck.languages import language_of
from claimcheck.matchers import by_date, by_quantity, by_quote, by_words
from claimcheck.matchers.context import Context
from claimcheck.matchers.evidence import passage
from claimcheck.matchers.expectations import compare_expectation
from claimcheck.matchers.forgetting import forget_pages
from claimcheck.matchers.names import Aliases
from claimcheck.matchers.passages import Passages, Sentence
from claimcheck.matchers.reading import Assertion, Reading, read_claim
from claimcheck.matchers.tracing import asks, trace
from claimcheck.model import Claim, Comparison, Document, Match, Source
from claimcheck.ports import PassageFinder

KINDS: tuple[tuple[Callable[[Assertion], bool], Callable[[Context, Assertion], list[Comparison]]], ...] = (
    (lambda a: a.quote is not None, by_quote.compare),
    (lambda a: a.quantity is not None, by_quantity.compare),
    (lambda a: bool(a.dates), by_date.compare),
    (lambda _: True, by_words.compare),
)
"""Which assertions a kind of comparison takes, and how it compares; the first that takes one has it."""

OPEN = frozenset({Code.NOTHING_FOUND, Code.SUBJECT_MISMATCH})
"""What the rules say where another look may find more: they saw no passage, or none of the same subject."""

LONGEST_CLAIM = 2_000
"""Characters of a claim that are read: ten long sentences.  The rest is reported as not compared, never as true."""
MOST_ASSERTIONS = 40
"""Assertions of a claim that are compared; each is looked for on the whole page."""
SHOWN = 40
"""Passages considered that are kept of each match, the best ones: a run holds on to all of its matches."""
KEPT = 4
"""Pages kept ready for the next claim on them."""


class RuleMatcher:
    """Matches by typed values, names, words and the structure of the page; the same input, the same output."""

    def __init__(
        self, aliases: Sequence[Sequence[str]] = (), finder: PassageFinder | None = None, *, traced: bool = False
    ) -> None:
        """Take the writer's groups of names, and whoever finds passages by their meaning.

        ``traced`` keeps of each passage considered what made its score.
        """
        self._finder = finder
        self._trace = trace if traced else None
        self._aliases = Aliases(aliases)
        self._ready: deque[tuple[Document, Passages]] = deque(maxlen=KEPT)
        self._lock = Lock()

    def match(self, claim: Claim, document: Document, source: Source, /) -> Match:
        """Return how each assertion of the claim stands to the document."""
        language = claim.language or language_of(claim.text)
        passages = self._passages(document)
        reading = read_claim(replace(claim, text=claim.text[:LONGEST_CLAIM]), language, passages.issued)
        searched = _searched(claim, passages)
        context = Context(reading, passages, self._aliases, source.address, searched, self._trace)
        if claim.expect:
            comparisons = [c for n, item in enumerate(claim.expect) for c in compare_expectation(context, item, n)]
        else:
            comparisons = [
                c
                for assertion in reading.assertions[:MOST_ASSERTIONS]
                for c in _compare(context, assertion, self._finder)
            ]
            comparisons += _unread(claim, reading)
        comparisons += _relied_on(context, claim, source, len(comparisons))
        taken = {(c.text, c.score) for c in context.considered if c.taken}
        passed = (c for c in context.considered if c.taken or (c.text, c.score) not in taken)
        considered = sorted(passed, key=lambda c: (not c.taken, -c.score))[:SHOWN]
        asked = asks(reading) if self._trace is not None else ()
        return Match(tuple(comparisons), tuple(considered), (*_told(reading), *asked))

    def forget(self) -> None:
        """Let go of the pages that are kept ready."""
        with self._lock:
            self._ready.clear()
        forget_pages()

    def _passages(self, document: Document) -> Passages:
        """Return the page made ready; one of the same content is made ready once, whoever read it."""
        with self._lock:
            for held, passages in self._ready:
                if held is document or _same_content(held, document):
                    return passages
        passages = Passages(document, document.language or language_of(document.text[:4000]))
        with self._lock:
            self._ready.append((document, passages))
        return passages


def _same_content(one: Document, other: Document) -> bool:
    """Return whether two documents are read alike: equal in all that matching looks at.

    They are compared whole, not by a hash: equal texts compare at the speed of memory, and unlike ones end at once.
    """
    return (one.text, one.language, one.title, one.issued, one.media_type) == (
        other.text,
        other.language,
        other.title,
        other.issued,
        other.media_type,
    ) and one.blocks == other.blocks


def _unread(claim: Claim, reading: Reading) -> list[Comparison]:
    """Return that a claim is longer than what is read of it, so that it is never supported for its beginning alone."""
    if len(claim.text) <= LONGEST_CLAIM and len(reading.assertions) <= MOST_ASSERTIONS:
        return []
    number = min(len(reading.assertions), MOST_ASSERTIONS)
    note = "the claim is too long to be compared whole: split it"
    rest = claim.text[LONGEST_CLAIM:][:80] or "the values beyond the first ones"
    return [Comparison("words", rest, Outcome.MISSING, note=note, code=Code.PART_MISSING, assertion=number)]


def _compare(context: Context, assertion: Assertion, finder: PassageFinder | None) -> list[Comparison]:
    """Return how an assertion stands to the page; what the rules leave open is looked for once more by its meaning.

    What they decided stands, whatever is found: nearness in meaning proves nothing.
    """
    compare = next(compare for takes, compare in KINDS if takes(assertion))
    before = len(context.considered)
    comparisons = compare(context, assertion)
    if finder is None or not all(c.code in OPEN for c in comparisons):
        return comparisons
    found = _nearest(context, finder)
    if found is None:
        return comparisons
    del context.considered[before:]
    context.found = found.index
    again = [_shown(context, assertion, c, found) for c in compare(context, assertion)]
    context.found = -1
    return again


def _nearest(context: Context, finder: PassageFinder) -> Sentence | None:
    sentences = [s for s in context.passages.sentences if context.may_support(s)]
    place = finder.nearest(context.reading.text, [s.text for s in sentences])
    return sentences[place] if place is not None else None


def _shown(context: Context, assertion: Assertion, comparison: Comparison, found: Sentence) -> Comparison:
    """Return a comparison that nothing decides with the passage that a reader should look at."""
    if comparison.code not in OPEN or comparison.evidence is not None:
        return comparison
    if comparison.kind == "words" and comparison.code is Code.NOTHING_FOUND:
        return context.to_review(assertion, comparison.kind, comparison.said, found, found.span)
    return replace(comparison, evidence=passage(context.passages, found, [found.span], Outcome.MISSING, context.source))


def _relied_on(context: Context, claim: Claim, source: Source, index: int) -> list[Comparison]:
    """Return how the words that the writer relies on stand in the source; they are an assertion of their own."""
    found: list[Comparison] = []
    for quote in (*claim.quotes, *source.quotes):
        place = Assertion(index + len(found), (0, len(claim.text)), None, (), (), (), (), quote)
        found.append(by_quote.compare_quote(context, place, quote))
    return found


def _searched(claim: Claim, passages: Passages) -> frozenset[int] | None:
    """Return the sentences on the page or in the section that the locator names; none where it names neither."""
    page, section = claim.locator.page, claim.locator.section.casefold()
    if page is None and not section:
        return None
    return frozenset(
        s.index
        for s in passages.sentences
        if (page is None or s.page == page) and (not section or section in s.section.casefold())
    )


def _told(reading: Reading) -> tuple[tuple[str, str], ...]:
    told = [("language", reading.language)]
    for assertion in reading.assertions:
        if assertion.quote is not None:
            told.append(("quote", assertion.quote.exact))
        if assertion.quantity is not None:
            told.append(("quantity", assertion.quantity.describe()))
    told += [("date", date.describe()) for date in reading.dates]
    told += [("name", name.surface) for name in reading.names]
    words = dict.fromkeys(term.surface for assertion in reading.assertions for term in assertion.terms)
    return (*told, ("words", " · ".join(words)))
