"""What a number counts, and whether a claim and a page count the same thing with theirs."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from claimcheck.matchers.align import WORDS
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.sought import is_known_word, word_parts
from claimcheck.matchers.values import Dimension, Quantity
from claimcheck.matchers.words import (
    Term,
    covers,
    is_general,
    is_group,
    kin,
    predicates,
    related,
    told_apart,
)

OTHER_NOUN = -0.3
"""What it costs that the page counts another thing."""
TOLD_OTHERWISE = -0.05
"""What it costs that the page counts people and its verb says what the claim counts."""


def counted(held: Sequence[Term], quantity: Quantity) -> list[Term]:
    """Return the terms of what a quantity counts, as the text has them: *gyms* for *salles de sport*, a phrase."""
    if not quantity.noun:
        return []
    near = _between(held, quantity.span[0], quantity.span[1] + _REACH + 1)
    found = [t for t in near if not set(t.surface.lower().split()).isdisjoint(quantity.noun)]
    if found and not found[-1].keys.isdisjoint(_PLACES):
        # "25 posts of midwives": who holds a post is what is counted.
        end = found[-1].span[1]
        found += [t for t in near if _OF_PLACE[0] <= t.span[0] - end <= _OF_PLACE[1]]
    return found


_PLACES = frozenset({"job", "seat_parliament"})
"""The concepts of what somebody holds, who is named behind it."""
_OF_PLACE = (3, 5)
"""Characters that *of* takes between the two, fewest and most."""


def _between(held: Sequence[Term], begin: int, end: int) -> Sequence[Term]:
    """Return those of some terms, in order, that begin in a part of the text."""
    if len(held) <= _FEW:
        return [term for term in held if begin <= term.span[0] < end]
    return held[bisect_left(held, begin, key=_begin) : bisect_left(held, end, key=_begin)]


_FEW = 40
"""Terms up to which looking at each is faster than looking for the first and the last."""


def _begin(term: Term) -> int:
    return term.span[0]


_REACH = 60
"""Characters after a number in which what it counts is named."""


def _counted_by_another(context: Context, ours: list[Term], held: Quantity) -> bool:
    """Return whether another number of the sentence counts what the claim counts."""
    sentence = context.passages.sentence_at(held.span[0])
    if sentence is None:
        return False
    others = (q for q in context.passages.quantities_in(sentence) if q.span != held.span)
    return any(related(a, b) for q in others for b in counted(sentence.terms, q) for a in ours)


def noun_fit(
    context: Context,
    quantity: Quantity,
    held: Quantity,
    ours: list[Term],
    sentence: Sentence,
    said: Sequence[Term] = (),
) -> float:
    """Return what the things counted say: the same thing, another thing, or nothing.

    ``said`` are the assertion's words: *62 people have recovered* counts what *62 recoveries* counts.
    """
    if {quantity.dimension, held.dimension} <= _SHARES:
        return OTHER_NOUN if _is_share_of_another(context, ours, held, sentence, said) else 0.0
    if quantity.dimension is not Dimension.COUNT or held.dimension is not Dimension.COUNT:
        return 0.0
    theirs = counted(sentence.terms, held)
    if not ours or not theirs:
        return _fit_of_what_goes_on(context, held, ours, sentence, said) if ours else 0.0
    return _fit_of_nouns(context, held, (ours, theirs), sentence, said)


def _fit_of_nouns(
    context: Context, held: Quantity, nouns: tuple[list[Term], list[Term]], sentence: Sentence, said: Sequence[Term]
) -> float:
    ours, theirs = nouns
    if any(related(a, b) for a in ours for b in theirs):
        return 0.1
    if any(covers(a, b) or covers(b, a) for a in ours for b in theirs):
        return 0.05
    if any(not kin(a).isdisjoint(b.keys) for a in ours for b in theirs) or counts_in_act(context, ours, theirs):
        # "Jobs" for "employees": what a report may say for it is nothing else.
        return 0.0
    if (told := _of_people(ours, theirs, said)) is not None:
        return told
    if not (any(map(is_known_word, ours)) and any(map(is_known_word, theirs))):
        # A word that no table knows may well be the other's translation.
        return -0.05 if context.crosses else OTHER_NOUN / 2
    if all(map(is_general, theirs)) and _is_told_of_them(context, ours, held, sentence):
        # "Eleven dead" for "eleven people died": the verb says what the claim counts.
        return TOLD_OTHERWISE
    near = any(related(a, b) for a in ours for b in sentence.terms) and not _counted_by_another(context, ours, held)
    return -0.1 if near else OTHER_NOUN


def counts_in_act(context: Context, ours: Sequence[Term], theirs: Sequence[Term]) -> bool:
    """Return whether one side counts what is done, the other to what: *1,200 job cuts*, *supprime 1 200 emplois*."""
    of_claim = [word for term in ours for word in word_parts(term, context.reading.language)]
    of_page = [word for term in theirs for word in word_parts(term, context.passages.language)]
    pairs = [*((a, b) for a in ours for b in of_page), *((a, b) for a in of_claim for b in theirs)]
    return any(related(a, b) for a, b in pairs)


def _fit_of_what_goes_on(
    context: Context, held: Quantity, ours: list[Term], sentence: Sentence, said: Sequence[Term]
) -> float:
    """Return what is against a bare number that goes on counting another thing: *14 councillors for it, 9 against*."""
    text = context.passages.document.text
    if held.noun or held.per or held.change or not _JOINED.search(text, max(held.span[0] - _BEFORE, 0), held.span[0]):
        return 0.0
    values = context.passages.quantities_in(sentence)
    place = bisect_left(values, held.span[0], key=lambda q: q.span[0])
    before = values[place - 1] if place else None
    if before is None or before.dimension is not Dimension.COUNT or not before.noun or before.per:
        return 0.0
    return min(_fit_of_nouns(context, held, (ours, counted(sentence.terms, before)), sentence, said), 0.0)


_JOINED = re.compile(r"(?:[,;]|\b(?:and|but|et|mais|y|pero|und|aber|e|ed|ma|mas|while|tandis que|alors que))\s$")
"""What joins a number to the one before it, whose noun it leaves out."""
_BEFORE = 14


def _of_people(ours: Sequence[Term], theirs: Sequence[Term], said: Sequence[Term]) -> float | None:
    """Return the fit of a number of *people* or *cases*: what is counted is told by the verb, or by no word at all."""
    if not all(map(is_general, ours)):
        return None
    if any(related(a, b) for a in said if a not in ours for b in theirs):
        return 0.05
    if all(map(is_general, theirs)):
        return 0.0
    return 0.0 if any("person" in a.keys for a in ours) and any(map(is_group, theirs)) else None


def _is_told_of_them(context: Context, ours: Sequence[Term], held: Quantity, sentence: Sentence) -> bool:
    """Return whether the verb of a value's clause says of those counted what the claim counts, with no other number."""
    clause = sentence.clause_at(held.span[0])
    done = predicates(context.passages.document.text, context.passages.language, clause)
    told = [t for t in sentence.terms if clause[0] <= t.span[0] < clause[1]]
    acts = [t for t in told if not done or any(a <= t.span[0] < b for a, b in done)]
    rivals = [q for q in context.passages.quantities_in(sentence) if clause[0] <= q.span[0] < clause[1]]
    return len(rivals) == 1 and any(related(a, b) for a in ours for b in acts)


_SHARES = frozenset({Dimension.PERCENT, Dimension.RATIO})


def _is_share_of_another(
    context: Context, ours: list[Term], held: Quantity, sentence: Sentence, said: Sequence[Term]
) -> bool:
    """Return whether a page's share is of what the claim never says: *of its surface*, not *of its volume*."""
    behind = PARTITIVE.match(context.passages.document.text, held.span[1])
    if behind is None or not any(map(is_known_word, ours)):
        return False
    theirs = next((t for t in sentence.terms if t.span[0] >= behind.end()), None)
    if theirs is None or theirs.span[0] - behind.end() > _NEXT_WORD or not is_known_word(theirs):
        return False
    return not any(related(a, theirs) or not kin(a).isdisjoint(theirs.keys) for a in (*said, *ours))


PARTITIVE = re.compile(
    r"\s(?:of|du|des|de|d['\u2019]|del|der|des|von|vom|do|da|dos|das|di|dei|della|delle|degli|dell['\u2019])"
    r"(?: ?(?:la|l['\u2019]|the|its|their|his|her|all|son|sa|ses|leurs?|su|sus|los|las|sua|seu|suas|seus|suo|sue))?\b",
    re.IGNORECASE,
)
_NEXT_WORD = 3
"""Characters between the words that part and what is parted."""


def measures_another(candidate: Candidate, *, surely: bool = True) -> bool:
    """Return whether the value's clause says what it is a value of, and the claim says that of another: *sales*."""
    begin, end = candidate.sentence.clause_at(candidate.span[0])
    begin, end = max(begin, candidate.span[0] - _AROUND), min(end, candidate.span[1] + _AROUND)
    inside = _between(candidate.sentence.terms, begin, end)
    unsaid = [s.term for s in candidate.alignment.shared if s.own and s.nearness <= WORDS.block]
    said = frozenset().union(*(s.term.keys for s in candidate.alignment.shared if s.nearness > WORDS.block))
    others = [t for t in inside if said.isdisjoint(t.keys)]
    if told_apart(unsaid, others, surely=surely):
        return True
    # "She took home 21,500. Her rent alone is 9,000": that is no wage, though the sentence before tells of one.
    before = [t for t in others if t.span[1] <= candidate.span[0]]
    near = [s.term for s in candidate.alignment.shared if s.own and WORDS.block < s.nearness <= WORDS.sentence]
    if not all(_is_said_in(term, candidate.sentence) for term in told_apart(near, before, surely=surely)):
        return True
    # "Raised 1.5 billion at a valuation of 11 billion", "a wall 27 mm thick": what stands right beside a value says so.
    named = [t for t in others if 0 < candidate.span[0] - t.span[1] <= _OF_VALUE]
    named += [t for t in others if 0 <= t.span[0] - candidate.span[1] <= _BEHIND]
    own = [s.term for s in candidate.alignment.shared if s.own and s.nearness >= WORDS.sentence]
    return bool(told_apart(own, named, surely=False))


def _is_said_in(term: Term, sentence: Sentence) -> bool:
    return any(related(term, held) or not kin(term).isdisjoint(held.keys) for held in sentence.terms)


def is_said_to_be_another(context: Context, candidate: Candidate, *, elsewhere: bool = False) -> bool:
    """Return whether its clause says of those counted what the claim does not: *11 people with an infection died*.

    What the auxiliary of the clause leads to tells what is counted, whatever else is said of them.  ``elsewhere`` asks
    besides that another clause of the sentence says what the claim does: *three died; 27 were injured*.
    """
    begin, end = candidate.sentence.clause_at(candidate.span[0])
    begin, end = max(begin, candidate.span[0] - _AROUND), min(end, candidate.span[1] + _AROUND)
    done = predicates(context.passages.document.text, context.passages.language, (begin, end))
    told = [t for t in candidate.sentence.terms if any(a <= t.span[0] < b for a, b in done)]
    words = [s for s in candidate.alignment.shared if s.own and not s.name]
    own = [s.term for s in words if not elsewhere or s.nearness == WORDS.sentence]
    if not told_apart(own, told, surely=not elsewhere):
        return False
    return not any(related(ours, t) or not kin(ours).isdisjoint(t.keys) for ours in own for t in told)


_AROUND = 300
"""Characters around a value in which its clause says what it is a value of; a longer clause is a list, or hostile."""
_BEHIND = 1
"""Characters between a value and the word behind it that says what it is of: *27 mm thick*."""
_OF_VALUE = 6
"""Characters between a value and the word before it that says what it is of: *a valuation of $11 billion*."""
