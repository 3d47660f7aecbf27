"""Who is what on a page: *the minister, Petra Lund* makes *Lund* and *the minister* one, as long as there is no other.

A page gives a name its office once and goes on with either; a claim takes whichever it likes.
"""

import re
from collections.abc import Iterable

from claimcheck.matchers.names import NameKind
from claimcheck.matchers.passages import Passages, Sentence
from claimcheck.matchers.words import Term, is_office
from claimcheck.matchers.words.speakers import LONGEST
from claimcheck.model import Span

_BEARERS = frozenset({NameKind.PERSON, NameKind.ORG, NameKind.ACRONYM, NameKind.UNKNOWN})
_BEFORE = re.compile(
    r",?\s(?:(?:mr|ms|mrs|dr|mme|m|sr|sra|herr|frau|dame|sir|lord)\.?\s)?|\s(?:of|for|de|du|des|der|von|da|do|del|della)"
    r"\s[^,.;:]{2,40},\s",
    re.IGNORECASE,
)
"""What may stand between an office and the name behind it: *the minister Lund*, *the head of the board, Ida Holm*."""
_AFTER = re.compile(
    r",\s(?:(?:the|an?|its|their|his|her|le|la|une?|son|sa|leur|el|un|una|su|der|die|eine?|o|a|um|uma|il|lo)\s|l['\u2019])?"
    r"(?:[^\W\d_]+\s)?",
    re.IGNORECASE,
)
"""And behind a name: *Marion Pike, the former secretary*."""

MOST = 40
"""Sentences with a word up to which a page is looked through for who bears an office."""


def bearer(passages: Passages, keys: Iterable[str]) -> frozenset[str]:
    """Return the words of the one name to which a page gives an office, by the office's keys; none for several."""
    found: list[frozenset[str]] = []
    for sentence in _sentences(passages, keys):
        for term in sentence.terms:
            if not term.keys.isdisjoint(keys):
                _add(found, _bearer_of(passages, sentence, term))
    return found[0] if len(found) == 1 else frozenset()


def offices(passages: Passages, token: str) -> frozenset[str]:
    """Return the keys of the offices that a page gives to the bearer of a name, by a word of it, and to nobody else."""
    found: set[str] = set()
    for sentence in _sentences(passages, [f"@{token}"]):
        for term in sentence.terms:
            if is_office(term) and token in _bearer_of(passages, sentence, term):
                found |= term.keys
    return frozenset(key for key in found if key[0] not in "@^" and token in bearer(passages, [key]))


def stand_together(passages: Passages, word: Term, office: Term) -> bool:
    """Return whether a page has a word in a sentence with an office: *the transport minister*."""
    held = {index for key in word.keys for index, _ in passages.by_key.get(key, ())}
    return any(index in held for key in office.keys for index, _ in passages.by_key.get(key, ()))


def _sentences(passages: Passages, keys: Iterable[str]) -> list[Sentence]:
    places = sorted({index for key in keys for index, _ in passages.by_key.get(key, ())})[:MOST]
    held = (passages.sentences[index] for index in places)
    return [s for s in held if not s.role.is_boilerplate and len(s.text) <= LONGEST]


def _add(bearers: list[frozenset[str]], tokens: frozenset[str]) -> None:
    """Add a bearer to those of an office; one who shares a word of his name with another is the same."""
    if not tokens:
        return
    for place, held in enumerate(bearers):
        if held & tokens:
            bearers[place] = held | tokens
            return
    bearers.append(tokens)


def _bearer_of(passages: Passages, sentence: Sentence, office: Term) -> frozenset[str]:
    """Return the words of the name right beside an office in a sentence; none where there is none."""
    names = passages.names_in(sentence)
    if any(name.span[0] <= office.span[0] < name.span[1] for name in names):
        return frozenset()
    held = (n for n in names if n.kind in _BEARERS and _bears(passages.document.text, n.span, office))
    return frozenset(next((name.tokens for name in held), ()))


def _bears(text: str, name: Span, office: Term) -> bool:
    if office.span[1] <= name[0]:
        return _BEFORE.fullmatch(text, office.span[1], name[0]) is not None
    return name[1] <= office.span[0] and _AFTER.fullmatch(text, name[1], office.span[0]) is not None
