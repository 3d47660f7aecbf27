"""Stage 5, match: words that say how a value is meant: planned, alleged, told by somebody, or a thing of the past.

The cues are the phrases of ``tables/cues.tsv``, and the tenses that an ending marks.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import islice, takewhile
from operator import attrgetter

from claimcheck.matchers.words.clauses import clause_around, sentence_around
from claimcheck.matchers.words.lexicon import lexicon
from claimcheck.matchers.words.lookalikes import are_scored, is_forename, is_of_a_name, is_reflexive
from claimcheck.matchers.words.phrases import find_phrases
from claimcheck.matchers.words.tenses import conditionals, futures
from claimcheck.matchers.words.tokens import Token, known_language, tokenise
from claimcheck.model import Span
from claimcheck.text import map_characters


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
    QUESTION = "question"
    """The sentence asks; it is told by its mark, not by a phrase."""
    OBLIGATION = "obligation"
    """*must*, *doit*: often a plan (*doit ouvrir en mai*), sometimes a rule."""
    STAGE = "stage"
    """A step before the one that counts: *at first reading*, *in principle*, *provisional*."""
    ATTRIBUTION = "attribution"
    PAST_VALUE = "past_value"
    """The value in the scope once held and no longer does, or stands only for comparison."""
    PUT_RIGHT = "put_right"
    """What stands here is the right figure, and the one before it was wrong: *the correct number is*."""
    CORRECTION = "correction"
    """What stands in the scope was wrong, and is told only to be corrected: *an earlier version said*."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue, where its words are, and over which part of the text it holds."""

    kind: CueKind
    surface: str
    span: Span
    scope: Span


_TABLE = "cues.tsv"
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
        CueKind.STAGE,
    }
)


@lru_cache(maxsize=8)
def _phrases_in(text: str, language: str, span: Span | None) -> tuple[tuple[str, int, int], ...]:
    """Return the phrases of the table in a span: three kinds of cues are taken from them, one after the other."""
    return tuple(find_phrases(tokenise(text, language, span), language, _TABLE))


def modalities(text: str, language: str, span: Span | None = None) -> list[Cue]:
    """Return the cues that what is said is planned, forecast, asked, alleged, conditional, possible or due.

    The scope is the whole clause: *the court asked for 3 million* and *3 million is what the court asked for* hold 3
    million alike.
    """
    code = known_language(language)
    tokens = tokenise(text, code, span)
    found = [
        _reaching_cue(text, code, kind, place, tokens)
        for kind, place in _find(text, code, span)
        if kind in _MODALITIES
        and text[place[0] : place[1]] not in _MONTHS
        and not (kind == CueKind.CONDITION and is_reflexive(text, code, place))
        and not (kind == CueKind.PLAN and are_scored(text, place))
        and not (kind == CueKind.FUTURE and is_forename(text, place))
        and not is_of_a_name(text, code, place)
    ]
    for kind, told in ((CueKind.FUTURE, futures(tokens, code)), (CueKind.POSSIBILITY, conditionals(tokens, code))):
        found += [_clause_cue(text, code, kind, (token.start, token.end)) for token in told]
    return sorted(found, key=lambda cue: cue.span)


def _reaching_cue(text: str, language: str, kind: str, place: Span, tokens: tuple[Token, ...]) -> Cue:
    """Return a cue whose scope goes on to the end of the sentence, where its kind does: *we recommend a, b and c*."""
    cue = _clause_cue(text, language, kind, place)
    if cue.kind in _PUT_IN and (end := _closing_comma(text, cue)):
        return Cue(cue.kind, cue.surface, place, (place[0], end))
    if cue.kind is CueKind.REPORT and (end := _told_of_whom(tokens, cue)):
        return Cue(cue.kind, cue.surface, place, (place[0], end))
    if cue.kind not in _REACHING:
        return cue
    if _ends_with_its_clause(text, cue):
        return cue
    begin, end = sentence_around(text, place)
    stop = _TURN.search(map_characters(text[place[1] : end]))
    begin = begin if cue.kind is CueKind.CONDITION else cue.scope[0]
    return Cue(cue.kind, cue.surface, place, (begin, max(cue.scope[1], place[1] + stop.start() if stop else end)))


_PUT_IN = frozenset({CueKind.REPORT, CueKind.FORECAST})


def _closing_comma(text: str, cue: Cue) -> int:
    """Return where what a cue opens behind a comma ends: *the tower, often said to be of 1731, was built in 1748*.

    0 where it stands behind no comma, or where no second one closes it within its clause.
    """
    if not text[cue.scope[0] : cue.span[0]].rstrip().endswith(","):
        return 0
    return text.find(", ", cue.span[1], cue.scope[1]) + 1


def _ends_with_its_clause(text: str, cue: Cue) -> bool:
    """Whether a cue only tells of what stands before it, between commas: *the strike, which was to begin, is off*."""
    before = text[cue.scope[0] : cue.span[0]].split()
    return len(before) == 1 and before[0].lower() in _WHICH and text[: cue.scope[1]].rstrip()[-1:] == ","


_WHICH = frozenset({"which", "who", "qui", "que", "che"})


def _told_of_whom(tokens: tuple[Token, ...], cue: Cue) -> int:
    """Return where a charge ends that only says of whom a sentence tells: *a soldier accused of … was sentenced*.

    0 where the charge is what the sentence tells: *he is accused of*.
    """
    if not cue.surface.lower().startswith(_CHARGES) or cue.scope[1] - cue.scope[0] > _LONGEST_CLAUSE:
        return 0
    first = bisect_left(tokens, cue.scope[0], key=_start)
    place = bisect_left(tokens, cue.span[0], first, key=_start)
    before = tokens[max(first, place - 2) : place]
    if not before or any(token.form in _FINITE for token in before):
        return 0
    behind = islice(tokens, bisect_left(tokens, cue.span[1], place, key=_start), None)
    within = takewhile(lambda token: token.start < cue.scope[1], behind)
    return next((token.start for token in within if token.form in _FINITE), 0)


_start = attrgetter("start")
_LONGEST_CLAUSE = 1_500
"""Characters of a clause that is looked through for each charge in it: a longer one is a list, or hostile."""


_CHARGES = ("accus", "charged", "suspect", "soupçonn", "angeklagt", "acusad")
_FINITE = frozenset(
    (
        *("is", "are", "was", "were", "been", "has", "have", "had", "will", "est", "sont", "était", "été", "a", "ont"),
        *("es", "son", "fue", "fueron", "ha", "han", "è", "sono", "stato", "stata", "hanno", "foi", "foram", "são"),
        *("ist", "sind", "wurde", "wurden", "wird", "hat", "haben"),
    )
)
_REACHING = frozenset({CueKind.PLAN, CueKind.REQUEST, CueKind.CONDITION, CueKind.POSSIBILITY})
_TURN = re.compile(
    r";|:|\b(?:but|mais|pero|aber|mas|ma|while|whereas|tandis|alors que|mientras|während|enquanto|mentre"
    r"|and has|et a)\b",
    re.IGNORECASE,
)
"""Where a sentence turns to something else."""
_MONTHS = frozenset({"May"})
"""With its capital it is the month, not the verb; a sentence that begins with the verb is rare in the news."""


def attributions(text: str, language: str, span: Span | None = None) -> list[Cue]:
    """Return the cues that somebody is being cited: speech verbs, *according to*.  The scope is the clause."""
    code = known_language(language)
    return [
        _clause_cue(text, code, kind, place) for kind, place in _find(text, code, span) if kind == CueKind.ATTRIBUTION
    ]


def past_values(text: str, language: str, span: Span | None = None) -> list[Cue]:
    """Return the cues that a value is a former one, or is there only to be compared with.

    *down from*, *compared with* and their like govern what follows them to the end of the clause, or to the *to* of
    *from 3 to 2*; *previously*, *a year earlier* govern their whole clause.
    """
    code = known_language(language)
    tokens = tokenise(text, code, span)
    found: list[Cue] = []
    for kind, first, stop in _phrases_in(text, code, span):
        place = (tokens[first].start, tokens[stop - 1].end)
        if kind == CueKind.PAST_VALUE:
            found.append(_up_to_a_number(text, _clause_cue(text, code, kind, place)))
        elif kind in (CueKind.CORRECTION, CueKind.PUT_RIGHT):
            found.append(Cue(CueKind(kind), text[place[0] : place[1]], place, sentence_around(text, place)))
        elif kind == _CORRECTED:
            found += _corrected(text, place)
        elif kind in _GOVERNING and _GOVERNING[kind](tokens, stop, code):
            # "from" begins a clause of its own in "down from 15 million": the last word tells which one is governed.
            _, end = clause_around(text, (place[1] - 1, place[1]), code)
            end = _before_to(tokens, first, end, code)
            found.append(Cue(CueKind.PAST_VALUE, text[place[0] : place[1]], place, (place[0], max(end, place[1]))))
        elif kind == _NOW and len(found) <= _FEW:
            found += _before_now(text, code, place)
    found = [_within_brackets(text, cue) for cue in found]
    return [_within_governed(cue, found) for cue in found] if len(found) <= _FEW else found


def _corrected(text: str, place: Span) -> list[Cue]:
    """Return that the first number behind *previously published* was wrong, and no other one of its sentence."""
    end = min(sentence_around(text, place)[1], place[1] + _CLOSE)
    number = _NUMBER.search(text, place[1], end)
    if number is None:
        return []
    return [Cue(CueKind.CORRECTION, text[place[0] : place[1]], place, (place[0], number.end()))]


def _within_brackets(text: str, cue: Cue) -> Cue:
    """Return a cue that stands in brackets as one of what they hold: *is put at 2,415 (previously: 2,438)*."""
    begin, end = text.rfind("(", cue.scope[0], cue.span[0]), text.find(")", cue.span[1])
    if cue.kind is not CueKind.PAST_VALUE or begin < 0 or ")" in text[begin : cue.span[0]]:
        return cue
    return cue if end < 0 else Cue(cue.kind, cue.surface, cue.span, (begin, end))


def _before_now(text: str, language: str, place: Span) -> list[Cue]:
    """Return that the values before *and today has 400* are of the past."""
    begin, _ = sentence_around(text, place)
    clause = clause_around(text, place, language)
    before = text[begin : clause[0]]
    if not any(character.isdigit() for character in before) or not _STRONG.isdisjoint(before):
        return []
    return [Cue(CueKind.PAST_VALUE, text[place[0] : place[1]], place, (begin, clause[0]))]


def _within_governed(cue: Cue, found: list[Cue]) -> Cue:
    """Return a cue of a whole clause as one of the value before it alone: *fell to 6.1 % from 7.4 % a year earlier*."""
    for other in found:
        inside = other.span[1] <= cue.span[0] < other.scope[1]
        if other.kind is cue.kind is CueKind.PAST_VALUE and inside and other.scope[0] > cue.scope[0]:
            return Cue(cue.kind, cue.surface, cue.span, other.scope)
    return cue


def _up_to_a_number(text: str, cue: Cue) -> Cue:
    """Return a cue that stands between commas, *at its peak, in 2021, it had 3,900*, up to the number that it dates."""
    begin = cue.span[1]
    if not text.startswith(",", begin):
        return cue
    number = next((n for n in _NUMBER.finditer(text, begin) if not _YEAR.fullmatch(n[0])), None)
    if number is None or number.start() < cue.scope[1] or _TURN.search(text, begin, number.start()):
        return cue
    if _OF_NOW.search(text, begin, number.start()):
        return cue
    return Cue(cue.kind, cue.surface, cue.span, (cue.scope[0], number.end()))


_OF_NOW = re.compile(
    r"[.!?;]\s|\b(?:now|today|maintenant|aujourd|ahora|hoy|heute|jetzt|agora|hoje|ora|oggi)\b", re.IGNORECASE
)
_NUMBER = re.compile(r"\d[\d.,\u202f\u00a0]*")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d[.,]?")


def _before_to(tokens: tuple[Token, ...], first: int, end: int, language: str) -> int:
    """Return where the scope of *from* ends: before the *to* between two numbers, or at the end of the clause."""
    numbers = 0
    for place in range(first, len(tokens) - 1):
        token = tokens[place]
        if token.start >= end:
            break
        if token.form[0].isdigit():
            numbers += 1
        elif numbers and token.form in _TO.get(language, ()) and _number_soon(tokens, place + 1):
            return token.start
    return end


def _number_soon(tokens: tuple[Token, ...], place: int) -> bool:
    return any(token.form[0].isdigit() for token in tokens[place : place + _SOON])


_STRONG = frozenset(";:")
_CORRECTED = "correction_after"
"""The kind, in the table, of the phrases that say of the number behind them alone that another has taken its place."""
_CLOSE = 40
"""Characters behind such a phrase in which its number begins."""
_FEW = 24
"""Cues of a text up to which each is looked at with the others: more are a list, or hostile."""
_NOW = "past_value_now"
"""The kind, in the table, of the phrases that set what is now against what was before them."""
_SOON = 3
"""How many words may stand from *to* to its number: *to more than 900*."""
_TO = {"en": ("to",), "fr": ("à", "au"), "es": ("a",), "de": ("auf",), "pt": ("para", "a"), "it": ("a", "ad")}
_CHANGES = frozenset(
    (
        "rise",
        "fall",
        "cut",
        "change",
        "double",
        "triple",
        "quadruple",
        "halve",
        "multiply",
        "improve",
        "worsen",
        "expand",
    ),
)
_TIMES = frozenset(("year", "month", "week", "day", "hour", "minute", "decade", "century", "second_time", "weekend"))
_YEARS = range(1500, 2100)


def _changes(tokens: tuple[Token, ...], stop: int, language: str) -> bool:
    """Whether the words around tell of a change: in *from 3 to 4 dollars an hour* nothing has been another value."""
    words = lexicon(language)
    around = tokens[max(0, stop - _WINDOW) : stop + _WINDOW]
    return any(not _CHANGES.isdisjoint(words.exact(token.form)) for token in around)


_WINDOW = 12
"""How many words before and after *from* the verb of the change may stand."""


def _is_no_time(tokens: tuple[Token, ...], stop: int, language: str) -> bool:
    """Whether the number of *after 15* is a value: neither a year nor a number of years."""
    written = tokens[stop - 1].form
    if written.isdigit() and int(written[:_LONGEST_YEAR]) in _YEARS:
        return False
    following = tokens[stop : stop + 1]
    return not any(not _TIMES.isdisjoint(lexicon(language).exact(token.form)) for token in following)


_LONGEST_YEAR = 5
_GOVERNING = {
    "past_value_after": lambda _tokens, _stop, _language: True,
    "past_value_from": _changes,
    "past_value_then": _is_no_time,
}
"""The kinds, in the table, of the phrases that govern only what follows them, and what else must hold."""


def _find(text: str, language: str, span: Span | None) -> list[tuple[str, Span]]:
    tokens = tokenise(text, language, span)
    return [
        (kind, (tokens[first].start, tokens[stop - 1].end)) for kind, first, stop in _phrases_in(text, language, span)
    ]


def _clause_cue(text: str, language: str, kind: str, place: Span) -> Cue:
    return Cue(CueKind(kind), text[place[0] : place[1]], place, clause_around(text, place, language))
