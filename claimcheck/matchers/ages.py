"""Whether two ages are of one day of a life."""

from claimcheck.matchers.arithmetic import operators_in
from claimcheck.matchers.compare import is_age
from claimcheck.matchers.context import Context
from claimcheck.matchers.parted import TELLING
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.values import Quantity
from claimcheck.matchers.words import weight
from claimcheck.matchers.words.operators import Operator, operations

_AT_DEATH = 24
"""Characters between *died* and the age at which that was: *est morte chez elle à l'âge de*."""


def is_age_of_another_day(context: Context, quantity: Quantity, held: Quantity, sentence: Sentence) -> bool:
    """Return whether one tells how old somebody died, and the other how old he was when he did something else."""
    if not is_age(held):
        return False
    died = [o.span for o in operations(context.reading.text, context.reading.language) if o.kind is Operator.DIED]
    begin, end = quantity.span
    ours = any(0 <= begin - span[1] <= _AT_DEATH or 0 <= span[0] - end <= 1 for span in died)
    if died and not ours:
        # "A driver of 31 years died": that tells who it was.
        return False
    clause = sentence.clause_at(held.span[0])
    theirs = any(o.kind is Operator.DIED for o in operators_in(context.passages, sentence, clause))
    if ours == theirs:
        return False
    # "She was 83" says by itself nothing of when; what else it tells of is another day's.
    outside = (t for t in sentence.terms if not held.span[0] <= t.span[0] < held.span[1] and weight(t) >= TELLING)
    names = [name.span for name in context.passages.names_in(sentence)]
    return theirs or any(not any(a <= t.span[0] < b for a, b in names) for t in outside)
