"""Whether a page has somebody for what the claim has him against: *voted for the bill*, *a voté contre le texte*."""

from collections.abc import Sequence

from claimcheck.enums import Code
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import Relation, conflicts
from claimcheck.matchers.words import Cue, Stance, Taken, Term, stances
from claimcheck.matchers.words.speakers import LONGEST
from claimcheck.model import Span


def other_side(context: Context, assertion: Assertion, candidate: Candidate) -> Relation | None:
    """Return a conflict where claim and page take the two sides of one matter; a denial turns a side round."""
    reading, sentence = context.reading, candidate.sentence
    said = list(stances(reading.text, reading.language))
    if len(sentence.text) > LONGEST:
        return None
    held = _taken_in(context, sentence)
    if held and not said:
        said = _decided(assertion.terms)
    if not said:
        return None
    place = assertion.quantity.span if assertion.quantity is not None else assertion.span
    ours = _nearest(said, place, [q.span for q in reading.quantities])
    values = [q.span for q in context.passages.quantities_in(sentence)]
    theirs = _nearest(held, candidate.span, values if assertion.quantity is not None else [])
    if ours is None or theirs is None:
        return None
    turned = _denials(reading.cues.negations, ours) + _denials(context.passages.cues(sentence).negations, theirs)
    if (ours.stance is theirs.stance) == (turned % 2 == 0):
        return None
    text, page = reading.text, context.passages.document.text
    return conflicts(Code.VALUE_CONFLICT, f"“{page[slice(*theirs.span)]}”, not “{text[slice(*ours.span)]}”")


def _taken_in(context: Context, sentence: Sentence) -> list[Taken]:
    begin = sentence.span[0]
    return [
        Taken(t.stance, (t.span[0] + begin, t.span[1] + begin))
        for t in stances(sentence.text, context.passages.language)
    ]


def _decided(held: Sequence[Term]) -> list[Taken]:
    """Return the sides that verbs of deciding take: who accepts an offer is for it, who rejects it against it."""
    found = [(stance, term) for stance, acts in _SIDES.items() for term in held if not acts.isdisjoint(term.keys)]
    return [Taken(stance, term.span) for stance, term in found]


_SIDES = {
    Stance.FOR: frozenset({"accept", "approve"}),
    Stance.AGAINST: frozenset({"reject", "refuse"}),
}


def is_only_voted_on(context: Context, assertion: Assertion, sentence: Sentence) -> bool:
    """Return whether a sentence tells of a vote on what the claim has decided, and not which way it went."""
    votes = [term for term in sentence.terms if not term.keys.isdisjoint(_VOTES)]
    acts = [t for t in assertion.terms if any(not side.isdisjoint(t.keys) for side in _SIDES.values())]
    acts = [t for t in acts if not any(not t.keys.isdisjoint(held.keys) for held in sentence.terms)]
    if not votes or not acts:
        return False
    wanted = {taken.stance for taken in _decided(acts)}
    return not wanted <= {taken.stance for taken in _taken_in(context, sentence)}


_VOTES = frozenset({"vote", "referendum_vote"})


def _nearest(found: Sequence[Taken], place: Span, values: Sequence[Span]) -> Taken | None:
    """Return the side nearest to a value with no other value between, or the only one there is within a place."""
    inside = [taken for taken in found if place[0] <= taken.span[0] < place[1]]
    if inside:
        return inside[0] if len({taken.stance for taken in inside}) == 1 else None

    def distance(taken: Taken) -> int:
        return max(taken.span[0] - place[1], place[0] - taken.span[1])

    for taken in sorted(found, key=distance):
        between = sorted((taken.span, place))
        if not any(between[0][1] <= value[0] and value[1] <= between[1][0] for value in values):
            return taken
    return None


def _denials(cues: Sequence[Cue], taken: Taken) -> int:
    return sum(cue.scope[0] <= taken.span[0] < cue.scope[1] for cue in cues if cue.span != taken.span)
