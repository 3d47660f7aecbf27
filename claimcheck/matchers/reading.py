"""A claim read into assertions: what each says, of what, and what will be compared."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from claimcheck.matchers.affirming import affirm
from claimcheck.matchers.dates import point_on, read_dates, relation_words
from claimcheck.matchers.ellipsis import complete_bare
from claimcheck.matchers.names import Name
from claimcheck.matchers.out_of import as_counts
from claimcheck.matchers.parallels import with_parallels
from claimcheck.matchers.passages import Cues, content, proper_names, read_cues
from claimcheck.matchers.periods import days_of_end
from claimcheck.matchers.quantities import read_quantities
from claimcheck.matchers.quotes import read_quotes
from claimcheck.matchers.segments import does_more, joins, segments
from claimcheck.matchers.values import Bound, DateExpr, Dimension, Quantity
from claimcheck.matchers.words import Term, clauses, first_verb, terms
from claimcheck.matchers.words.tokens import known_language
from claimcheck.model import Claim, Quote, Span


@dataclass(frozen=True, slots=True)
class Assertion:
    """One thing that a claim says: its value or values, in the words around them."""

    index: int
    span: Span
    quantity: Quantity | None
    dates: tuple[DateExpr, ...]
    names: tuple[Name, ...]
    terms: tuple[Term, ...]
    """The words of its own clause, apart from its values."""
    context: tuple[Term, ...]
    """The words of the rest of the claim, which tell what it is about."""
    quote: Quote | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """What its value is, as far as that implies words: ``money``, ``up``."""
        if self.quantity is not None:
            return (self.quantity.dimension.value, self.quantity.change)
        return ("date",) if self.dates else ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim as it will be compared."""

    text: str
    language: str
    assertions: tuple[Assertion, ...]
    cues: Cues
    names: tuple[Name, ...]
    dates: tuple[DateExpr, ...]
    quantities: tuple[Quantity, ...]


def read_claim(claim: Claim, language: str, issued: date | None = None) -> Reading:
    """Return the claim's assertions, at least one, in the order of its words."""
    text = claim.text
    quoted = tuple(read_quotes(text))
    dates = tuple(
        d for d in read_dates(text, language, issued=issued, any_year=issued is None) if not _is_quoted(d.span, quoted)
    )
    values = complete_bare(
        as_counts(read_quantities(text, language, dates=dates)),
        text,
        len(text),
        clauses(text, (0, len(text)), language),
    )
    dates = point_on(text, language, dates)
    quantities = tuple(q for q in values if not _is_quoted(q.span, quoted) and not _counts_on(q, dates))
    cues = read_cues(text, language)
    denials = tuple(cue for cue in cues.negations if not _is_quoted(cue.span, quoted))
    quantities, dates, denials = affirm(quantities, dates, denials)
    units = [q.span for q in quantities if q.currency or q.unit]
    names = tuple(
        n
        for n in proper_names(text, language)
        if not _is_quoted(n.span, quoted) and not any(begin < n.span[0] < end for begin, end in units)
    )
    words = [term for term in content(terms(text, language)) if not _is_quoted(term.span, quoted)]
    assertions: list[Assertion] = []
    every = [*(q.span for q in quantities), *(_with_relation(text, language, d) for d in dates)]
    lead: tuple[Term, ...] = ()
    verb: int | None = None
    parts = segments(text, language, every, [v.span for v in quantities], words)
    for span, shared in with_parallels(text, language, parts, every, words):
        held = _stated([q for q in quantities if _within(q.span, span)])
        when = tuple(d for d in dates if _within(d.span, span))
        if quoted and not held and not when:
            continue
        free = [t for t in words if not any(_meet(t.span, v) for v in every)]
        own = (*shared, *(t for t in free if _within(t.span, span)))
        rest = tuple(t for t in free if t not in own)
        if joins(text, span) and len(own) <= FEW_WORDS and any(_within(v, span) for v in every):
            # "… rests on seven years of work and 300 interviews": what was said before the first value holds for both.
            # "… employs 300 people and runs four mills": with another verb, only their subject does.
            held_for = (
                [t for t in lead if verb is None or t.span[0] < verb] if does_more(text, language, span) else lead
            )
            own, rest = (*held_for, *own), tuple(t for t in rest if t not in held_for)
        else:
            first = min((v[0] for v in every if _within(v, span)), default=span[1])
            lead, verb = tuple(t for t in own if t.span[0] < first), first_verb(text, language, span)
        who = tuple(n for n in names if _within(n.span, span) or any(_within(t.span, n.span) for t in own))
        assertions += [
            Assertion(len(assertions) + offset, span, quantity, _of_value(quantities, quantity, when), who, own, rest)
            for offset, quantity in enumerate(held or [None])
        ]
    for exact, span in quoted:
        assertions.append(Assertion(len(assertions), span, None, (), names, (), tuple(words), Quote(exact)))
    told = replace(cues, negations=denials)
    return Reading(text, language, tuple(assertions), told, names, dates, quantities)


def _counts_on(quantity: Quantity, dates: Sequence[DateExpr]) -> bool:
    """Return whether a time only leads from one date to another: *born in 2011, it grew seven years later*."""
    return quantity.dimension is Dimension.DURATION and any(_meet(quantity.span, held.span) for held in dates)


def _of_value(every: Sequence[Quantity], quantity: Quantity | None, when: tuple[DateExpr, ...]) -> tuple[DateExpr, ...]:
    """Return the days of an assertion that are its value's: of one end of a change, not of the other."""
    if quantity is None or len(when) < 2:  # noqa: PLR2004 - one day is of all
        return when
    return tuple(days_of_end(every, quantity.span, when, max(d.span[1] for d in when)))


def _with_relation(text: str, language: str, when: DateExpr) -> Span:
    """Return where a date stands with the words of its relation: *à partir du* says nothing else."""
    begin, end = when.span
    if when.relation == "on":
        return when.span
    said = relation_words(known_language(language))
    for _ in range(_RELATION):
        word = _LAST_WORD.search(text, max(0, begin - _LONGEST_WORD), begin)
        if word is None or word.group(1).lower() not in said:
            break
        begin = word.start(1)
    # With the space before it, so that what a relation begins is of the part before: "… 127,500 before this year".
    return max(0, begin - 1), end


_RELATION = 5
"""Words before a date in which its relation is said: *by the end of the*."""
_LAST_WORD = re.compile(r"([^\W\d_]+)['\u2019\s]+$")
_LONGEST_WORD = 20


def _stated(held: list[Quantity]) -> list[Quantity]:
    """Return the quantities that a part states: a short time beside another value only says how: *than a year ago*."""
    main = [q for q in held if q.dimension is not Dimension.DURATION or q.digits > 1 or q.bound is not Bound.EXACT]
    return main or held


FEW_WORDS = 2
"""Words up to which what follows a conjunction has no verb of its own."""


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] < outer[1]


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _is_quoted(span: Span, quoted: Sequence[tuple[str, Span]]) -> bool:
    return any(_within(span, place) for _, place in quoted)
