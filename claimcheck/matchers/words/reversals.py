"""Stage 5, match: what was in force, planned or charged and is undone: *lifted the ban*, *overturned the conviction*.

The verbs and what they undo stand in ``tables/reversals.tsv``, as concepts of the lexicon.  What such a verb undoes is
denied, and that alone: its subject, its place and its time are not.  A plan, an offer or a threat that is given up is
denied with all that it says: *dropped its plan to extend the line*.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from claimcheck.matchers.words.cues import Cue, CueKind
from claimcheck.matchers.words.tables import rows, split
from claimcheck.matchers.words.terms import Term
from claimcheck.matchers.words.tokens import known_language
from claimcheck.model import Span

_NEAR = 3
"""Words of meaning behind such a verb, or before it in the passive, among which stands what it undoes."""
_APART = 60
"""Characters over which a verb undoes something at most."""


def reversals(text: str, held: Sequence[Term], language: str, *, ceased: bool = False) -> list[Cue]:
    """Return what some terms of one sentence say was undone: each cue is the verb, its scope what the verb undoes.

    With ``ceased``, also what somebody stopped doing, *suspended its calls at the port*: it is done no longer, but it
    was done.
    """
    verbs = _verbs(ceased)
    found = []
    for place, term in enumerate(held):
        for key in term.keys & verbs.keys():
            scope = _undone(text, held, place, verbs[key], known_language(language))
            if scope is not None:
                found.append(Cue(CueKind.NEGATION, term.surface, term.span, scope))
                break
    return found


@lru_cache(maxsize=512)
def is_no_more(text: str, language: str) -> bool:
    """Return whether a text says that something is done no longer: *no longer calls*, *ne fait plus escale*."""
    pattern = _NO_MORE.get(known_language(language))
    return pattern is not None and pattern.search(text) is not None


_NO_MORE = {
    code: re.compile(pattern, re.IGNORECASE)
    for code, pattern in (
        ("en", r"\b(?:no longer|any ?more|any longer)\b"),
        ("fr", r"\bn(?:e |['\u2019])(?:\w+ ){1,3}plus\b(?! (?:de \d|que\b|qu['\u2019]))"),
        ("es", r"\b(?:ya no|dejado de|dejó de)\b"),
        ("de", r"\b(?:nicht|kein|keine|keinen) (?:\w+ )?mehr\b"),
        ("pt", r"\b(?:já não|não \w+ mais|deixou de)\b"),
        ("it", r"\bnon (?:\w+ ){1,3}più\b"),
    )
}
"""How each language says that something is no more."""


def _undone(text: str, held: Sequence[Term], place: int, objects: dict[str, str], language: str) -> Span | None:
    verb = held[place]
    for other in _behind(text, held, place):
        for key in other.keys & objects.keys():
            if objects[key] != _FAILED:
                return other.span[0], _reach(text, other, objects[key])
        if _ANY in objects:
            return other.span[0], _reach(text, other, "plan")
    for other in _before(text, held, place, language):
        if not other.keys.isdisjoint(objects.keys()) and other.keys.isdisjoint(verb.keys):
            return other.span
    for other in reversed(held[:place]):
        if _STOP.search(text, other.span[1], verb.span[0]) or verb.span[0] - other.span[1] > _FAR:
            break
        if any(objects.get(key) == _FAILED for key in other.keys):
            return other.span[0], verb.span[0]
    return None


def _behind(text: str, held: Sequence[Term], place: int) -> Iterator[Term]:
    end = held[place].span[1]
    for other in held[place + 1 : place + 1 + _NEAR]:
        if other.span[0] - end > _APART or _BREAK.search(text, end, other.span[0]):
            return
        yield other


def _before(text: str, held: Sequence[Term], place: int, language: str) -> Iterator[Term]:
    """Give the terms before a participle that is said of them; German has its verb last in the active too."""
    begin = held[place].span[0]
    for other in reversed(held[max(0, place - _NEAR) : place]):
        between = text[other.span[1] : begin]
        if len(between) > _APART or _BREAK.search(between):
            return
        if language == "de" or _BEING.search(between):
            yield other


def _reach(text: str, term: Term, kind: str) -> int:
    if kind != "plan":
        return term.span[1]
    stop = _END.search(text, term.span[1])
    return stop.start() if stop else len(text)


_CEASED = "ceased"
"""The kind of verbs that say that something is done no longer."""
_ANY = "*"
"""What stands in the table for anything."""
_FAILED = "failed"
"""The kind of verbs that say of what stands before them that it came to nothing: *a motion to summon them failed*."""
_FAR = 160
"""Characters over which what failed may be told."""
_STOP = re.compile(r"[;:.!?]|\b(?:but|mais|pero|aber|mas|ma)\b", re.IGNORECASE)
_BREAK = re.compile(r"[;:.!?]|,(?!\d)|\b(?:and|but|et|mais|y|pero|und|aber|mas|e|ma)\b", re.IGNORECASE)
_END = re.compile(
    r"[;:.!?]|,(?!\d)|\b(?:and|but|after|et|mais|après|y|pero|tras|und|aber|mas|após|e|ma|dopo)\b", re.IGNORECASE
)
_BEING = re.compile(
    r"\b(?:is|are|was|were|be|been|being|est|sont|été|fut|furent|es|son|fue|fueron|sido|foi|foram|é|são|è|sono|fu|furono"
    r"|stato|stata|stati|state|viene|vengono|venne|vennero)\b",
    re.IGNORECASE,
)
"""Forms of *be* in the passive."""


@lru_cache(maxsize=2)
def _verbs(ceased: bool) -> dict[str, dict[str, str]]:
    """Per concept of a verb what it undoes: the concept of each, with its kind."""
    found: dict[str, dict[str, str]] = {}
    for kind, verbs, objects in rows("reversals.tsv"):
        for verb in split(verbs) if ceased or kind != _CEASED else ():
            found.setdefault(verb, {}).update(dict.fromkeys(split(objects), kind))
    return found
