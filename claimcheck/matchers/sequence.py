"""What came first: *before the war* is not *after the war*, where both are told of the same thing.

The words stand in ``tables/links.tsv``; they are no terms, for alone they say nothing.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from claimcheck.enums import Code
from claimcheck.matchers.context import Context
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import Relation, conflicts
from claimcheck.matchers.values import DateExpr
from claimcheck.matchers.words import Term, related
from claimcheck.matchers.words.links import listed
from claimcheck.matchers.words.speakers import LONGEST
from claimcheck.matchers.words.tokens import known_language, tokenise

_Word = tuple[str, int, str]
_SIDES = ("earlier", "later")
_REACH = 3
"""Words of meaning behind *before* of which one must be told on both sides."""
_NEAR = 40
"""Characters behind *before* in which they stand."""


def other_way_in_time(context: Context, assertion: Assertion, sentence: Sentence) -> Relation | None:
    """Return a conflict where the page says *after* of what the claim says *before* of, and nowhere the same."""
    reading = context.reading
    every = _undated(_words(reading.text, reading.language), reading.dates, 0)
    said = [w for w in every if assertion.span[0] <= w[1] < assertion.span[1]]
    ours = [(side, behind) for side, at, word in said if (behind := _behind(assertion.terms, at, word))]
    if not ours or len(sentence.text) > LONGEST:
        return None
    begin = sentence.span[0]
    days = (*context.passages.dates_in(sentence), *context.passages.yearless_in(sentence))
    theirs = [
        (side, text, behind)
        for side, at, text in _undated(_words(sentence.text, context.passages.language), days, begin)
        if (behind := _behind(sentence.terms, at + begin, text))
    ]
    for side, behind in ours:
        alike = [(other, text) for other, text, held in theirs if any(related(a, b) for a in behind for b in held)]
        if alike and all(other != side for other, _ in alike):
            return conflicts(Code.VALUE_CONFLICT, f"“{alike[0][1]}”")
    return None


def _undated(words: Sequence[_Word], days: Sequence[DateExpr], begin: int) -> list[_Word]:
    """Return the words but those that are a date's own, *before 20 March*: dates are compared as dates."""
    starts = [day.span[0] - begin for day in days]
    return [(side, at, word) for side, at, word in words if not any(at < s <= at + len(word) + _GAP for s in starts)]


_GAP = 6
"""Characters between *before* and its date: a space, an article."""


def _behind(held: Sequence[Term], at: int, word: str) -> list[Term]:
    end = at + len(word)
    return [t for t in held if end <= t.span[0] < end + _NEAR][:_REACH]


@lru_cache(maxsize=2048)
def _words(text: str, language: str) -> tuple[tuple[str, int, str], ...]:
    """Return the words of time of a text: on which side, where, and as written; a number behind one is a date's."""
    return tuple(_find(text, known_language(language)))


def _find(text: str, language: str) -> Iterator[tuple[str, int, str]]:
    tokens = tokenise(text, language)
    for place, token in enumerate(tokens):
        side = next((side for side in _SIDES if token.form in listed(language, side)), "")
        following = tokens[place + 1 : place + 2]
        if side and following and not following[0].form[0].isdigit():
            yield side, token.start, text[token.start : token.end]
