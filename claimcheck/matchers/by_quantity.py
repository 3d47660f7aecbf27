"""Assertions that state a quantity: the page's comparable quantities, ranked by how well their clause fits."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from claimcheck.enums import Code, Outcome
from claimcheck.matchers.ages import is_age_of_another_day
from claimcheck.matchers.asking import tells_of_before, wanted_change
from claimcheck.matchers.belonging import has_another_subject
from claimcheck.matchers.checks import missing_names, opposite
from claimcheck.matchers.compare import closeness_to_bound, compare_quantities, kind_of
from claimcheck.matchers.context import Candidate, Context, Stated
from claimcheck.matchers.counted import (
    OTHER_NOUN,
    counted,
    is_said_to_be_another,
    measures_another,
    noun_fit,
)
from claimcheck.matchers.dated import is_of_the_present
from claimcheck.matchers.day_before import is_of_day_before
from claimcheck.matchers.medians import as_called, as_median, stat_fit
from claimcheck.matchers.mistaken import told_as_wrong
from claimcheck.matchers.names import NameKind
from claimcheck.matchers.over_all import compare_times
from claimcheck.matchers.page_currency import in_money_of, in_page_currency
from claimcheck.matchers.parted import MOST
from claimcheck.matchers.passages import Passages, Sentence
from claimcheck.matchers.portions import OTHER_PORTION, is_of_other_portion
from claimcheck.matchers.qualifying import is_part_told, qualifiers
from claimcheck.matchers.ranking import (
    SAME_SUBJECT,
    SURELY_SAME,
    SWAPS,
    choose,
    fit_date,
    may_decide,
    rank_candidate,
)
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import Relation, conflicts
from claimcheck.matchers.sizes import (
    SIZES,
    came_from,
    is_other_end,
    is_part_not_size,
    is_raise_of_share,
    is_size_alone,
    is_size_beside_level,
    is_taken_for_size,
)
from claimcheck.matchers.snippets import place_of
from claimcheck.matchers.undecided import say_missing, say_uncounted
from claimcheck.matchers.undisputed import assure
from claimcheck.matchers.values import Dimension, Quantity
from claimcheck.matchers.worked_out import work_out
from claimcheck.model import Comparison

OTHER_MEASURE = -0.3
"""What it costs that the page says another measure of the value: *sales*, where the claim tells of the profit."""
TOGETHER = 0.12
"""What it is worth that the sentence has another value of the claim as well."""
FAR_FROM_BOUND = 0.3
"""What it costs that a value meets the claim's bound from afar, where another that fits stands right at it."""
FAR_BETTER = 0.25
"""How much better a value of another day must fit for one that agrees to be of another thing."""
NARROWING = 0.9
"""The weight from which a word that the page has nowhere may say that the claim tells of some of them alone."""


def compare(context: Context, assertion: Assertion) -> list[Comparison]:
    """Return how the page stands to the assertion's quantity, and to what qualifies it."""
    told = as_median(context, in_page_currency(assertion, context.reading.language, context.passages))
    if told is None or told.quantity is None:
        return []
    assertion, quantity = told, told.quantity
    candidates = _nearest_to_bound(context, quantity, list(_candidates(context, assertion, quantity)))
    chosen = choose(c for c in candidates if not c.counts_another)
    chosen = assure(context, assertion, quantity, candidates, chosen) or told_as_wrong(context, quantity, candidates)
    if chosen is None or (chosen.relation.outcome is Outcome.CONFLICTS and chosen.relation.code not in SWAPS):
        printed = any(c.relation.outcome is not Outcome.CONFLICTS for c in candidates)
        if worked_out := work_out(context, assertion, quantity, chosen, printed=printed):
            return worked_out
    if chosen is not None and _fits_less(chosen, candidates) and not is_of_day_before(context, assertion, chosen):
        context.consider(chosen.sentence, "same value, another subject", chosen.rank, taken=False)
        return [context.missing(assertion, "quantity", quantity.text, Code.SUBJECT_MISMATCH)]
    if chosen is not None:
        comparisons = qualifiers(context, assertion, chosen, "quantity", quantity.text)
        return comparisons + say_uncounted(context, assertion, quantity, chosen, comparisons)
    absent = [n for n in missing_names(context, assertion.names) if n.kind is NameKind.PERSON or len(n.tokens) > 1]
    if absent:
        return [context.missing(assertion, "name", absent[0].surface, Code.NAME_NOT_FOUND)]
    return [say_missing(context, assertion, quantity, candidates)]


def _fits_less(chosen: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Return whether the page tells what the claim tells of, but of now, far more plainly than the value that agrees.

    *Turnout was 41 %.  In 2011, 52 % had stayed at home*: neither is the turnout of 2011.
    """
    if chosen.relation.outcome is Outcome.CONFLICTS:
        return False
    best_fit = max((c.alignment.score for c in candidates if c.of_another_day), default=0.0)
    return best_fit > chosen.alignment.score + FAR_BETTER


def _candidates(context: Context, assertion: Assertion, quantity: Quantity) -> Iterator[Candidate]:
    aligner = context.aligner(assertion)
    ours = counted(assertion.terms, quantity)
    whole = _is_whole(context, quantity)
    way = wanted_change(context, assertion, quantity)
    before = tells_of_before(context, assertion)
    for held, sentence in _like(context.passages, quantity):
        if not context.may_support(sentence):
            continue
        sized = way in SIZES and not quantity.change and held.change in SIZES
        asked = replace(quantity, change=way) if sized else quantity
        relation = as_called(assertion, held, sentence, _compared(context, asked, held, sentence))
        if relation is None or (not way and is_size_beside_level(context, quantity, held, sentence)):
            continue
        if whole and relation.outcome is Outcome.CONFLICTS and is_part_told(context, held):
            continue
        denies = relation.outcome is Outcome.CONFLICTS
        if denies and not may_decide(aligner, sentence, held.span):
            continue
        fit = noun_fit(context, quantity, held, ours, sentence, assertion.terms) + stat_fit(quantity, held)
        if denies and (
            not may_decide(aligner, sentence, held.span, fit)
            or is_other_end(context, quantity, held, sentence, way, before=before)
        ):
            continue
        was = quantity.change == "from" or held.change in SIZES or before
        value = Stated(sentence, held.span, relation)
        found = rank_candidate(context, assertion, aligner, value, was=was, worked_out=whole and not denies)
        together = TOGETHER if relation.outcome is Outcome.AGREES and _has_others(context, quantity, sentence) else 0.0
        if fit or together:
            found = replace(found, rank=found.rank + fit + together, counts_another=fit <= OTHER_NOUN)
        found = _set_apart(context, assertion, quantity, value, held, found)
        vague = quantity.vague and quantity.dimension is Dimension.RATIO
        if vague and denies and found.rank < SURELY_SAME:
            # "Most of them": of which of the page's shares, its own words must say.
            continue
        yield found
        context.consider(sentence, _why(held, relation), found.rank, taken=False, candidate=found)


def _compared(context: Context, quantity: Quantity, held: Quantity, sentence: Sentence) -> Relation | None:
    """Return how a value of the page stands to the claim's; none where it says nothing of it.

    A level near the size of a change says nothing of it, nor does the end of a change by being the number.
    """
    relation = compare_quantities(quantity, _with_rate(context, held, sentence))
    if relation is not None and bool(quantity.per) is not bool(held.per):
        reading, passages = context.reading, context.passages
        ours, theirs = (quantity, reading.text, reading.language), (held, passages.document.text, passages.language)
        relation = compare_times(ours, theirs) or relation
    if relation is None or is_raise_of_share(quantity, held) or is_part_not_size(context, quantity, held):
        return None
    if _is_told_in_own_unit(context, quantity, held, sentence) or is_age_of_another_day(
        context, quantity, held, sentence
    ):
        return None
    if relation.exact and is_taken_for_size(context, quantity, held):
        return conflicts(Code.VALUE_CONFLICT, "it went to this, not by it")
    end = quantity.change in SIZES and (held.change in {"from", "to"} or came_from(context, held, sentence))
    level = (end or not relation.exact) and is_size_alone(quantity, held)
    # The same amount at another rate is no level: "adds 11 pounds a month", told as 11 a year.
    return None if level and relation.code is not Code.RATE_CONFLICT else relation


def _set_apart(
    context: Context, assertion: Assertion, quantity: Quantity, value: Stated, held: Quantity, found: Candidate
) -> Candidate:
    """Return a candidate ranked lower, or marked, where its value is of something else than the claim's."""
    sentence, _, relation = value
    denies = relation.outcome is Outcome.CONFLICTS
    counts = quantity.dimension is Dimension.COUNT
    if measures_another(found) or ((denies or counts) and is_said_to_be_another(context, found, elsewhere=not denies)):
        found = replace(found, rank=found.rank + OTHER_MEASURE, of_another=True)
    if is_of_other_portion(context, assertion, quantity, sentence, held):
        found = replace(found, rank=found.rank + OTHER_PORTION, of_another=True)
    found = fit_date(context, assertion.dates, found)
    if denies and _is_mean_of_all(quantity, held, found):
        found = replace(found, counts_another=True)
    if not (denies or relation.exact) and _says_the_opposite(context, assertion, found):
        found = replace(found, counts_another=True)
    if denies and is_of_the_present(context, assertion.dates, sentence, held.span):
        found = replace(found, of_another_day=True)
    other_size = quantity.change in SIZES and has_another_subject(context, assertion, found)
    if other_size or _is_of_a_part(context, assertion, sentence, held):
        # "Profit fell 40 percent. Revenue was unchanged": the first is no change of revenue.
        found = replace(found, counts_another=True)
    return found


def _says_the_opposite(context: Context, assertion: Assertion, found: Candidate) -> bool:
    """Return whether a value is only near the claim's, in a clause that says the opposite: *in the run-off*.

    The very value there is one that the claim turns round; one that is near it is of the other thing.
    """
    clause = found.sentence.clause_at(found.span[0])
    return opposite(context, assertion, found.sentence, clause, found.alignment) is not None


def _is_mean_of_all(quantity: Quantity, held: Quantity, found: Candidate) -> bool:
    """Return whether the page gives the mean of all, and the claim tells of some of them: *beginners earn 2,900*."""
    if held.stat != "mean" or quantity.stat:
        return False
    return any(s.known and not s.name and s.weight + s.excused >= NARROWING for s in found.alignment.absent)


def _nearest_to_bound(context: Context, quantity: Quantity, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, those ranked lower that only meet the claim's bound where a nearer one fits as well.

    Half of all numbers are "less than 110": the one that a writer bounds so is most likely a little less.
    """
    near = [_closeness(context, quantity, c) for c in candidates]
    fitting = [n for n, c in zip(near, candidates, strict=True) if n is not None and c.rank >= SAME_SUBJECT]
    best_near = max(fitting, default=0.0)
    return [
        replace(c, rank=c.rank - FAR_FROM_BOUND * (best_near - n))
        if n is not None and n < best_near and c.relation.outcome is not Outcome.CONFLICTS
        else c
        for n, c in zip(near, candidates, strict=True)
    ]


def _closeness(context: Context, quantity: Quantity, candidate: Candidate) -> float | None:
    held = next((q for q in context.passages.quantities_in(candidate.sentence) if q.span == candidate.span), None)
    return None if held is None else closeness_to_bound(quantity, held)


def _is_whole(context: Context, quantity: Quantity) -> bool:
    """Return whether the claim's number is what another one is a part of: the 326 of *211 of the 326 cases*."""
    text = context.reading.text
    gaps = (text[q.span[1] : quantity.span[0]] for q in context.reading.quantities if q.span[1] <= quantity.span[0])
    return any(_OF.fullmatch(gap) for gap in gaps)


_OF = re.compile(
    r"\s(?:[\w'-]+\s){0,2}"
    r"(?:of|out of|among|des?|d['\u2019]|sur|parmi|von|unter|der|dos|das|de|entre|sobre|di|dei|delle|degli|su|tra|fra)"
    r"(?:\s(?:the|its|their|all|les|ses|leurs|den|ihren|los|las|sus|os|as|seus|suas|i|le|gli|suoi|sue))?\s",
    re.IGNORECASE,
)


def _has_others(context: Context, quantity: Quantity, sentence: Sentence) -> bool:
    """Return whether a sentence has another value of the claim too: that both stand in one is hardly chance."""
    others = [q for q in context.reading.quantities if q.span != quantity.span]
    held = context.passages.quantities_in(sentence) if others else ()
    if len(held) > MOST:
        return False
    relations = (compare_quantities(other, q) for other in others for q in held)
    return any(r is not None and r.outcome is Outcome.AGREES and r.exact for r in relations)


def _is_told_in_own_unit(context: Context, quantity: Quantity, held: Quantity, sentence: Sentence) -> bool:
    """Return whether a value is told again in brackets, and the one before them is in the claim's own unit."""
    if held.dimension is not Dimension.MEASURE or held.unit == quantity.unit:
        return False
    begin, end = held.span
    text = context.passages.document.text
    if text[begin - 1 : begin] != "(" or text[end : end + 1] != ")":
        return False
    before = (q for q in context.passages.quantities_in(sentence) if 0 < begin - q.span[1] <= _BRACKET)
    return any(q.unit == quantity.unit for q in before)


_BRACKET = 2
"""Characters between a value and the one in brackets behind it."""


def _is_of_a_part(context: Context, assertion: Assertion, sentence: Sentence, held: Quantity) -> bool:
    """Return whether a value is that of another place, where a snippet leaves out the one that the claim tells of."""
    if context.left_out.isdisjoint(assertion.names):
        return False
    place = place_of(context.passages, sentence, held.span)
    return place is not None and not any(
        context.is_one(ours, place) or set(ours.tokens) <= set(place.tokens) for ours in context.reading.names
    )


def _like(passages: Passages, quantity: Quantity) -> list[tuple[Quantity, Sentence]]:
    """Return the quantities of the page that may be compared with one: of its kind, or of the same digits."""
    kind, value = kind_of(quantity), (quantity.low, quantity.high)
    return [(q, s) for q, s, k in _kinds(passages) if k == kind or (q.low, q.high) == value]


@lru_cache(maxsize=4)
def _kinds(passages: Passages) -> tuple[tuple[Quantity, Sentence, str], ...]:
    """Return the quantities of a page with what each measures; told once for all the claims on it."""
    every = ((in_money_of(passages, held), sentence) for held, sentence in passages.quantities)
    return tuple((q, s, kind_of(q)) for held, s in every for q in (held, *_counts_of(held)))


def _counts_of(ratio: Quantity) -> list[Quantity]:
    """Return the counts of a ratio: *26 out of 28 provinces* are 26 and 28, a score of *30 out of 100* is 30."""
    score = _SCORE.fullmatch(ratio.text) if ratio.dimension is Dimension.RATIO and not ratio.noun else None
    return [
        replace(ratio, low=n, high=n, dimension=Dimension.COUNT, digits=len(str(n)), step=Decimal(1), parts=())
        for n in (ratio.parts or ((Decimal(score.group(1)),) if score else ()))
    ]


_SCORE = re.compile(r"(\d{1,3})\s\D+\s(?:10|20|100)")
"""A score that is told with the best one that there is."""


def _with_rate(context: Context, held: Quantity, sentence: Sentence) -> Quantity:
    """Return an amount with the rate that an earlier one of its sentence bears: *7.10 an hour; those in Lodva 3.05*.

    So does one of the sentence before, where the two are of one size: *They get €9.80 an hour. The union asks for €11*.
    """
    if held.dimension is not Dimension.MONEY or held.per:
        return held
    earlier = [q for q in _like_money(context.passages, held, sentence) if q.span[0] < held.span[0]]
    if earlier:
        rates = [q.per for q in earlier if q.per]
        return replace(held, per=rates[-1]) if rates else held
    if held.change:
        return held
    before = next(iter(context.passages.before(sentence)), None)
    told = _like_money(context.passages, held, before) if before is not None else []
    near = [q.per for q in told if not q.change and q.low and 1 / _OF_ONE_SIZE <= held.low / q.low <= _OF_ONE_SIZE]
    return replace(held, per=near[-1]) if near and near[-1] and len(told) == 1 else held


def _like_money(passages: Passages, held: Quantity, sentence: Sentence) -> list[Quantity]:
    return [
        q for q in passages.quantities_in(sentence) if q.dimension is held.dimension and q.currency == held.currency
    ]


_OF_ONE_SIZE = 2
"""The factor up to which two amounts may be of one rate, though one leaves it out."""


def _why(held: Quantity, relation: Relation) -> str:
    words = {Outcome.AGREES: "agrees", Outcome.WEAKER: "says less", Outcome.CONFLICTS: "says otherwise"}
    return f"{held.text}: {words.get(relation.outcome, 'says nothing')}" + (
        f" ({relation.note})" if relation.note else ""
    )
