"""Words that only look like a cue: the goals of a match are no plan, *Will* may be a first name, *se* no *if*."""

import re

from claimcheck.matchers.words.clauses import sentence_around
from claimcheck.model import Span

_OF_A_MATCH = re.compile(
    r"\b(?:scor(?:e|es|ed|ing|er|ers)|goaltenders?|goalkeepers?|strikers?|midfielders?|penalt(?:y|ies)|headers?|headed|"
    r"half[- ]time|equali[sz]\w+|league|match(?:es)?|goals? (?:against|difference|average)|"
    r"(?:opening|winning|own) goal)\b",
    re.IGNORECASE,
)


def are_scored(text: str, place: Span) -> bool:
    """Return whether goals are those of a match: counted in digits, or told in words of the game.

    Of what somebody has set for himself the words of the game are not said.
    """
    if text[place[0] : place[1]].lower() not in {"goal", "goals"}:
        return False
    begin, end = sentence_around(text, place)
    return text[: place[0]].rstrip()[-1:].isdecimal() or _OF_A_MATCH.search(text, begin, end) is not None


def is_forename(text: str, place: Span) -> bool:
    """Return whether a word with a capital amid a sentence is somebody's first name: *such as Will Farley*."""
    if text[place[0] : place[1]] != "Will":
        return False
    before, after = text[: place[0]].rstrip(), text[place[1] :].lstrip()
    word = before.rsplit(None, 1)[-1] if before else ""
    return bool(word) and not word[0].isupper() and word[-1] not in ".!?:" and after[:1].isupper()


def is_reflexive(text: str, language: str, place: Span) -> bool:
    """Return whether the Portuguese *se* at a place is no *if*: *recusou-se a assinar*, *que se demitiu*."""
    if language != "pt" or text[place[0] : place[1]] != "se":
        return False
    before = text[: place[0]].rstrip()
    return bool(before) and before[-1] not in ",;:(" and not before.endswith((" e", " mas", " só", " mesmo"))


def is_of_a_name(text: str, language: str, place: Span) -> bool:
    """Return whether a word stands amid a name: *the charity Open Table*.  In German every noun has a capital.

    In a headline with capitals throughout, a capital tells nothing.
    """
    if language == "de" or not text[place[0]].isupper():
        return False
    begin, end = sentence_around(text, place)
    before = text[begin : place[0]].split()
    others = [word for word in text[begin:end].split() if word[0].isalpha()]
    small = sum(word[0].islower() for word in others)
    return bool(before) and before[-1][0].isupper() and before[-1][-1].isalpha() and small > len(others) / 2
