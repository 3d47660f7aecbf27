"""Stage 5, match: words that say how a value is meant: planned, alleged, told by somebody, or a thing of the past.

The cues are the phrases of ``tables/cues.tsv``, and the future tenses that an ending marks.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from claimcheck.matchers.words.clauses import clause_around
from claimcheck.matchers.words.lexicon import lexicon
from claimcheck.matchers.words.phrases import find_phrases
from claimcheck.matchers.words.tokens import Token, known_language, tokenise
from claimcheck.model import Span


class CueKind(StrEnum):
    """What a cue says of the values in its scope."""

    NEGATION = "negation"
    PLAN = "plan"
    FORECAST = "forecast"
    FUTURE = "future"
    """A plain future (*will open*, *ouvrira*): it has not happened when it is written."""
    REQUEST = "request"
    REPORT = "report"
    """Alleged or rumoured, vouched for by nobody."""
    CONDITION = "condition"
    POSSIBILITY = "possibility"
    OBLIGATION = "obligation"
    """*must*, *doit*: often a plan (*doit ouvrir en mai*), sometimes a rule."""
    ATTRIBUTION = "attribution"
    PAST_VALUE = "past_value"
    """The value in the scope once held and no longer does, or stands only for comparison."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue, where its words are, and over which part of the text it holds."""

    kind: CueKind
    surface: str
    span: Span
    scope: Span


_TABLE = "cues.tsv"
_GOVERNING = "past_value_after"
"""The kind, in the table, of the phrases that govern only what follows them."""
_MODALITIES = frozenset(
    {
        CueKind.PLAN,
        CueKind.FORECAST,
        CueKind.FUTURE,
        CueKind.REQUEST,
        CueKind.REPORT,
        CueKind.CONDITION,
        CueKind.POSSIBILITY,
        CueKind.OBLIGATION,
    }
)


def modalities(text: str, language: str, span: Span | None = None) -> list[Cue]:
    """Return the cues that what is said is planned, forecast, asked, alleged, conditional, possible or due.

    The scope is the whole clause: *the court asked for 3 million* and *3 million is what the court asked for* hold 3
    million alike.
    """
    code = known_language(language)
    tokens = tokenise(text, code, span)
    found = [_clause_cue(text, code, kind, place) for kind, place in _find(tokens, code) if kind in _MODALITIES]
    if code in _FUTURES:
        found += [
            _clause_cue(text, code, CueKind.FUTURE, (token.start, token.end))
            for token in tokens
            if token.form.endswith(_FUTURES[code]) and not token.capital and _is_future(token.form, code)
        ]
    return sorted(found, key=lambda cue: cue.span)


def attributions(text: str, language: str, span: Span | None = None) -> list[Cue]:
    """Return the cues that somebody is being cited: speech verbs, *according to*.  The scope is the clause."""
    code = known_language(language)
    tokens = tokenise(text, code, span)
    return [_clause_cue(text, code, kind, place) for kind, place in _find(tokens, code) if kind == CueKind.ATTRIBUTION]


def past_values(text: str, language: str, span: Span | None = None) -> list[Cue]:
    """Return the cues that a value is a former one, or is there only to be compared with.

    *down from*, *compared with* and their like govern what follows them to the end of the clause; *previously*,
    *a year earlier* govern their whole clause.
    """
    code = known_language(language)
    tokens = tokenise(text, code, span)
    found: list[Cue] = []
    for kind, place in _find(tokens, code):
        if kind == CueKind.PAST_VALUE:
            found.append(_clause_cue(text, code, kind, place))
        elif kind == _GOVERNING:
            _, end = clause_around(text, place, code)
            found.append(Cue(CueKind.PAST_VALUE, text[place[0] : place[1]], place, (place[0], max(end, place[1]))))
    return found


def _find(tokens: tuple[Token, ...], language: str) -> list[tuple[str, Span]]:
    return [
        (kind, (tokens[first].start, tokens[stop - 1].end))
        for kind, first, stop in find_phrases(tokens, language, _TABLE)
    ]


def _clause_cue(text: str, language: str, kind: str, place: Span) -> Cue:
    return Cue(CueKind(kind), text[place[0] : place[1]], place, clause_around(text, place, language))


_FUTURES = {
    "fr": ("era", "eront", "ira", "iront", "dra", "dront", "tra", "tront", "vra", "vront", "rra", "rront"),
    "es": ("ará", "arán", "erá", "erán", "irá", "irán", "drá", "drán"),
    "pt": ("ará", "arão", "erá", "erão", "irá", "irão"),
    "it": ("erà", "eranno", "irà", "iranno", "drà", "dranno", "rrà", "rranno"),
}
"""The endings of the third person future; the word must also be of the lexicon, as an inflected form alone."""


@lru_cache(maxsize=8192)
def _is_future(form: str, language: str) -> bool:
    words = lexicon(language)
    return not words.is_word(form) and bool(words.exact(form))
