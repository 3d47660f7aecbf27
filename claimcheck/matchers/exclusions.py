"""For whom a value does not hold: *500 euros for drivers; couriers were left out of it*.

The claim gives the value to people of one kind, and the page says of just those that they are left out.
"""

from functools import lru_cache

from claimcheck.enums import Code
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import Relation, conflicts
from claimcheck.matchers.words import Term, is_group, related
from claimcheck.matchers.words.phrases import find_phrases
from claimcheck.matchers.words.speakers import LONGEST
from claimcheck.matchers.words.tokens import known_language, tokenise
from claimcheck.model import Span

_TABLE = "exclusions.tsv"


def leaves_out(context: Context, assertion: Assertion, candidate: Candidate) -> Relation | None:
    """Return a conflict where the page leaves out the very people to whom the claim gives a value; or none."""
    people = [t for t in assertion.terms if is_group(t)]
    if assertion.quantity is None or not people or context.reading.cues.negations or _says_so(context):
        return None
    value_clause = candidate.sentence.clause_at(candidate.span[0])
    if any(_is_there(term, candidate.sentence, value_clause) for term in people):
        return None
    near = (candidate.sentence, context.passages.after(candidate.sentence))
    for sentence in (s for s in near if s is not None):
        for place in _places(sentence.text, context.passages.language):
            clause = sentence.clause_at(sentence.span[0] + place)
            if clause != value_clause and any(_is_there(term, sentence, clause) for term in people):
                return conflicts(Code.NEGATION, "the source leaves them out")
    return None


def _is_there(term: Term, sentence: Sentence, clause: Span) -> bool:
    return any(clause[0] <= held.span[0] < clause[1] and related(term, held) for held in sentence.terms)


def _says_so(context: Context) -> bool:
    """Return whether the claim itself tells of somebody who is left out."""
    return bool(_places(context.reading.text, context.reading.language))


@lru_cache(maxsize=2048)
def _places(text: str, language: str) -> tuple[int, ...]:
    """Return where a text says that somebody is left out."""
    if len(text) > LONGEST:
        return ()
    code = known_language(language)
    tokens = tokenise(text, code)
    return tuple(tokens[first].start for _, first, _ in find_phrases(tokens, code, _TABLE))
