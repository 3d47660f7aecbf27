"""Whether a page has somebody for what the claim has him against: *voted for the bill*, *a voté contre le texte*."""

from collections.abc import Sequence

from claimcheck.enums import Code
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import Relation, conflicts
from claimcheck.matchers.words import Cue, Taken, stances
from claimcheck.matchers.words.speakers import LONGEST
from claimcheck.model import Span


def other_side(context: Context, assertion: Assertion, candidate: Candidate) -> Relation | None:
    """Return a conflict where claim and page take the two sides of one matter; a denial turns a side round."""
    reading, sentence = context.reading, candidate.sentence
    said = stances(reading.text, reading.language)
    if not said or len(sentence.text) > LONGEST:
        return None
    begin = sentence.span[0]
    held = [
        Taken(t.stance, (t.span[0] + begin, t.span[1] + begin))
        for t in stances(sentence.text, context.passages.language)
    ]
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
