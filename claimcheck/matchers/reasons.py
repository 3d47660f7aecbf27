"""Why it was: *40 workers left because of the noise* is not what *40 workers left because of the pay* says.

The words that lead to a reason stand in ``tables/reasons.tsv``.
"""

import re
from functools import lru_cache

from claimcheck.enums import Code
from claimcheck.matchers.align import LOCAL, WORDS
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import Relation, conflicts, weaker
from claimcheck.matchers.sought import is_known_word
from claimcheck.matchers.words import Term, covers, kin, related
from claimcheck.matchers.words.phrases import find_phrases
from claimcheck.matchers.words.speakers import LONGEST
from claimcheck.matchers.words.tokens import known_language, tokenise
from claimcheck.model import Span

_TABLE = "reasons.tsv"
_END = re.compile(r"[,;:.!?)\u2013\u2014](?!\d)")
"""What ends a reason."""


def other_reason(context: Context, assertion: Assertion, candidate: Candidate) -> Relation | None:
    """Return an objection where claim and sentence both give a reason, and not one word of the claim's is in the other.

    They conflict where the page has the claim's words, though not in this sentence; otherwise it may be that the page
    says the same in words that no table knows.
    """
    reading, sentence = context.reading, candidate.sentence
    if len(sentence.text) > LONGEST:
        return None
    ours = [s for s in _reasons(reading.text, reading.language) if assertion.span[0] <= s[0] < assertion.span[1]]
    begin = sentence.span[0]
    theirs = _reasons(sentence.text, context.passages.language) if len(ours) == 1 else ()
    if len(theirs) != 1:
        return None
    (place,), cause = ours, (theirs[0][0] + begin, theirs[0][1] + begin)
    reason = [s for s in candidate.alignment.shared if s.own and _within(s.term, place)]
    told = [term for term in sentence.terms if _within(term, cause)]
    if not reason or not told or cause[0] <= candidate.span[0] < cause[1]:
        return None
    if any(_says(s.term, term) for s in reason for term in told) or any(s.nearness >= LOCAL for s in reason):
        return None
    apart = all(is_known_word(s.term) and WORDS.elsewhere <= s.nearness < LOCAL for s in reason)
    said = context.passages.document.text[slice(*cause)].strip(" '\u2019")
    if apart and all(map(is_known_word, told)):
        return conflicts(Code.VALUE_CONFLICT, f"the source gives another reason: {said}")
    return weaker(Code.PART_MISSING, f"the source gives a reason in other words: {said}")


def _says(own: Term, term: Term) -> bool:
    return related(own, term) or covers(own, term) or covers(term, own) or not kin(own).isdisjoint(term.keys)


def _within(term: Term, place: Span) -> bool:
    return place[0] <= term.span[0] < place[1]


@lru_cache(maxsize=2048)
def _reasons(text: str, language: str) -> tuple[Span, ...]:
    """Return where a text gives reasons: from behind the word that leads to one to what ends it."""
    code = known_language(language)
    tokens = tokenise(text, code)
    found = []
    for _, _, stop in find_phrases(tokens, code, _TABLE):
        begin = tokens[stop - 1].end
        end = _END.search(text, begin)
        found.append((begin, end.start() if end else len(text)))
    return tuple(found)
