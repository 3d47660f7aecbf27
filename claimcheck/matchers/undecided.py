"""What is said of a quantity that no value of the page decides, and of one whose value counts something else there."""

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.enums import Code, Outcome
from claimcheck.matchers.align import LOCAL, WORDS
from claimcheck.matchers.compare import compare_quantities
from claimcheck.matchers.context import Candidate, Context, best
from claimcheck.matchers.counted import counted, counts_in_act
from claimcheck.matchers.names import NameKind
from claimcheck.matchers.owners import named_owner
from claimcheck.matchers.parted import TELLING
from claimcheck.matchers.ranking import IN_DOUBT
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import conflicts
from claimcheck.matchers.sought import is_known_word
from claimcheck.matchers.values import Quantity
from claimcheck.matchers.words import Term, is_general
from claimcheck.model import Comparison


def say_missing(context: Context, assertion: Assertion, quantity: Quantity, candidates: list[Candidate]) -> Comparison:
    """Return where the value stands on the page though not for the claim: of another by name, in doubt, or nowhere."""
    elsewhere = best(c for c in candidates if c.relation.outcome is Outcome.AGREES)
    if elsewhere is not None and (other := _of_another(context, assertion, elsewhere)) is not None:
        return context.decided(assertion, "quantity", quantity.text, other)
    if elsewhere is not None and elsewhere.rank >= IN_DOUBT:
        context.consider(elsewhere.sentence, "same value, and too little of the claim", elsewhere.rank, taken=False)
        return context.to_review(assertion, "quantity", quantity.text, elsewhere.sentence, elsewhere.span)
    if elsewhere is not None:
        context.consider(elsewhere.sentence, "same value, another subject", elsewhere.rank, taken=False)
        return context.missing(assertion, "quantity", quantity.text, Code.SUBJECT_MISMATCH)
    for held, sentence in context.passages.quantities:
        relation = compare_quantities(quantity, held) if sentence.role.is_boilerplate else None
        if relation is not None and relation.outcome is Outcome.AGREES:
            context.consider(sentence, f"same value, but in {sentence.role.value} text", 0.0, taken=False)
            return context.missing(assertion, "quantity", quantity.text, Code.ONLY_BOILERPLATE)
    return context.missing(assertion, "quantity", quantity.text, Code.NOTHING_FOUND)


def _of_another(context: Context, assertion: Assertion, candidate: Candidate) -> Candidate | None:
    """Return the candidate as a conflict, where its sentence says just what the claim does of another, by his name."""
    own = [s for s in candidate.alignment.shared if s.own and not s.name]
    said = [s for s in own if s.nearness >= LOCAL]
    ours = next((n for n in sorted(assertion.names, key=lambda n: n.span) if n.kind is not NameKind.PLACE), None)
    if not candidate.of_another or ours is None or len(said) < len(own) or not any(s.weight >= TELLING for s in said):
        return None
    owner = named_owner(context, assertion, candidate.sentence, candidate.span)
    if owner is None or owner.kind is NameKind.PLACE:
        return None
    return replace(candidate, relation=conflicts(Code.ENTITY_CONFLICT, f"{owner.surface}, not {ours.surface}"))


def say_uncounted(
    context: Context, assertion: Assertion, quantity: Quantity, chosen: Candidate, comparisons: list[Comparison]
) -> list[Comparison]:
    """Return that the page does not count what the claim counts there, where it says so nowhere near."""
    if any(c.outcome in {Outcome.CONFLICTS, Outcome.MISSING} for c in comparisons):
        return []
    ours = [t for t in counted(assertion.terms, quantity) if is_known_word(t) or not context.crosses]
    ours = [t for t in ours if not is_general(t)]
    near = [
        s.nearness
        for s in chosen.alignment.shared
        if any(s.term.surface.lower() == term.surface.lower() for term in ours)
    ]
    if not near or max(near) > WORDS.block or _names_act(context, ours, chosen):
        return []
    words = " ".join(quantity.noun)
    return [context.missing(assertion, "words", words, Code.PART_MISSING, "the source counts something else there")]


def _names_act(context: Context, ours: Sequence[Term], chosen: Candidate) -> bool:
    """Return whether the page counts what is done with what the claim counts: *640 job cuts*."""
    held = next((q for q in context.passages.quantities_in(chosen.sentence) if q.span == chosen.span), None)
    return held is not None and counts_in_act(context, ours, counted(chosen.sentence.terms, held))
