"""Stage 5, match: how far a denial reaches that is of what a clause behind it says: *did not find that it had lied*."""

import re

from claimcheck.matchers.words.clauses import clause_around
from claimcheck.matchers.words.tokens import Token
from claimcheck.model import Span


def with_complement(text: str, tokens: tuple[Token, ...], stop: int, end: int, language: str) -> int:
    """Return where a denial ends that is of what a clause behind it says: *nie que*, *non ha detto che*."""
    if language == "de" and tokens[stop - 1].form not in _NICHT:
        end = _with_infinitive(text, tokens, end)
    if language == "en":
        return _with_what_is_not_said(text, tokens, stop, end)
    for place in range(stop, min(stop + _VERB, len(tokens))):
        token = tokens[place]
        if token.form in _JOINING:
            break
        if token.form in _IFS.get(language, ()) and not tokens[place - 1].form.startswith(_LEAVING_OPEN):
            continue
        if token.form in _COMPLEMENTS.get(language, ()) and token.start >= end - 1:
            return max(end, clause_around(text, (token.start, token.end), language)[1])
    return end


def _with_what_is_not_said(text: str, tokens: tuple[Token, ...], stop: int, end: int) -> int:
    """Return where an English denial ends that is of saying or finding something: *did not find that it had lied*."""
    for place in range(stop + 1, min(stop + _VERB, len(tokens))):
        token = tokens[place]
        if (token.form == "that" and tokens[place - 1].form in _FINDING) or (
            token.form == "whether" and tokens[place - 1].form in _DECIDING
        ):
            return max(end, clause_around(text, (token.start, token.end), "en")[1])
    return end


_FINDING = frozenset(
    (
        *("say", "find", "think", "believe", "show", "prove", "claim", "conclude", "suggest", "mean", "establish"),
        *("confirm", "admit", "accept", "agree", "expect", "state", "argue", "demonstrate", "indicate", "imply"),
        *("evidence", "proof", "sign", "indication", "suggestion", "recognise", "recognize", "acknowledge"),
    )
)
"""Words whose *that* tells what is not said, found or shown; behind others it may begin a relative clause."""

_DECIDING = frozenset(
    ("decide", "decided", "say", "said", "determine", "determined", "know", "clear", "announce", "announced")
)
"""Words whose *whether* tells what is left open: *has not decided whether to appeal*."""
_LEAVING_OPEN = ("décid", "tranch", "dit", "sai", "précis", "indiqu", "decid", "dicho", "sab", "aclar", "precis",
                 "dito", "esclarec", "deciso", "detto", "chiari", "stabilit")  # fmt: skip
"""How such words begin in the languages whose *whether* is their *if*."""


def _with_infinitive(text: str, tokens: tuple[Token, ...], end: int) -> int:
    """Return where a German refusal ends that is of an infinitive: *weigerte sich, das Bad zu verkaufen*."""
    behind = next((token for token in tokens if token.start >= end), None)
    if behind is None or text[:end].rstrip()[-1:] != ",":
        return end
    clause = clause_around(text, (behind.start, behind.end), "de")
    inside = [token.form for token in tokens if clause[0] <= token.start < clause[1]]
    infinitive = "zu" in inside[-2:] or any("zu" in form[2:] and form.endswith("en") for form in inside[-1:])
    return max(end, clause[1]) if infinitive else end


_NICHT = frozenset({"nicht", "nie", "niemals", "niemand", "nichts", "weder", "keinesfalls", "keineswegs"})
_VERB = 6
"""Words after a negator in which *that* must follow for the denial to be of what it says."""
_COMPLEMENTS = {
    "fr": ("que", "qu", "si", "s"),
    "es": ("que", "si"),
    "de": ("dass", "daß", "ob"),
    "pt": ("que", "se"),
    "it": ("che", "se"),
}
_JOINING = frozenset({"and", "et", "y", "und", "e", "ed"})


def before_consequence(text: str, tokens: tuple[Token, ...], stop: int, scope: Span, language: str) -> int:
    """Return where a condition ends that a denial is in: *if it does not, it will pay 300 euros* denies no payment."""
    leading = next((token.form for token in tokens if token.end > scope[0]), "")
    comma = _COMMA.search(text, tokens[stop - 1].end, scope[1]) if leading in _IFS.get(language, ()) else None
    return comma.start() if comma is not None else scope[1]


_COMMA = re.compile(r",(?!\d)")
_IFS = {
    "en": ("if", "unless"),
    "fr": ("si", "s"),
    "es": ("si",),
    "de": ("wenn", "falls", "sofern"),
    "pt": ("se", "caso"),
    "it": ("se",),
}
