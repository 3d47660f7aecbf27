"""Labels: the number or the letter that tells one thing of a kind from another, *furnace no. 2*, *la ligne C*.

A value of line B says nothing of line C.  Only what is surely a label counts: a number behind a sign for *number*, or
a capital letter that stands alone.  *The line*, without one, is the line that was told of last.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from claimcheck.matchers.context import Context
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.words import Term

_SIGN = r"(?:n[uú]m[eé]ro|number|num[ae]ro|nummer|n\.?[°º]\.?|no\.|nr\.?|núm\.|#)"
_MARK = re.compile(rf"\s+(?:(?i:{_SIGN})\s*(?P<number>\d{{1,3}})|(?P<letter>[A-Z]))(?![\w&'\u2019-]|\.\w|\.\s[A-Z]\w)")


class Label(NamedTuple):
    """What is told apart, by the keys of its word, and the mark that tells it: ``2``, ``C``."""

    keys: frozenset[str]
    mark: str


@lru_cache(maxsize=512)
def labels(text: str, terms: tuple[Term, ...]) -> tuple[Label, ...]:
    """Return the labels that follow words of a text."""
    found = ((term, _MARK.match(text, term.span[1])) for term in terms if term.keys)
    return tuple(Label(term.keys, (m["number"] or m["letter"])) for term, m in found if m is not None)


def are_others(ours: Sequence[Label], theirs: Sequence[Label]) -> bool:
    """Return whether a passage tells of a thing of the same kind under another label, and not under ours."""
    for label in ours:
        rivals = {other.mark for other in theirs if other.keys & label.keys}
        if rivals and label.mark not in rivals:
            return True
    return False


def is_of_another_label(context: Context, assertion: Assertion, sentence: Sentence) -> bool:
    """Return whether a sentence tells of a thing of the claim's kind under another label than the claim's."""
    ours = labels(context.reading.text, assertion.terms + assertion.context)
    return bool(ours) and are_others(ours, _told(context, ours, sentence))


def _told(context: Context, ours: Sequence[Label], sentence: Sentence) -> Sequence[Label]:
    """Return the labels of a sentence; where it has the word of ours without any, those that were told last.

    *Line B opened in May.  The line has 17 stops*: they are those of line B.
    """
    text, every = context.passages.document.text, context.passages.sentences
    theirs = labels(text, sentence.terms)
    keys = frozenset().union(*(label.keys for label in ours))
    if any(label.keys & keys for label in theirs) or not any(term.keys & keys for term in sentence.terms):
        return theirs
    for before in reversed(every[max(0, sentence.index - _HOLDS) : sentence.index]):
        told = () if before.role.is_boilerplate else labels(text, before.terms)
        if any(label.keys & keys for label in told):
            return told
    return theirs


_HOLDS = 6
"""Sentences over which a thing goes on to be the one whose label was told."""
