"""Stage 5, match: who is cited in a sentence: *according to the police*, *die Gewerkschaft beziffert … auf*.

The phrases stand in ``tables/speakers.tsv``, in four kinds: ``behind`` is followed by whom it cites, ``after`` follows
him, and a ``verb`` has him before it, or behind it where a quote or a comma stands right before it.  A ``hearer`` is
followed by whom he tells, or who has seen the papers; ``naming`` is said by whoever calls something by a name, which
cites him only for what is quoted there.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from claimcheck.matchers.words.index import terms
from claimcheck.matchers.words.phrases import find_phrases
from claimcheck.matchers.words.terms import TermKind, is_doer
from claimcheck.matchers.words.tokens import Token, known_language, tokenise
from claimcheck.model import Span
from claimcheck.text import map_characters

_TABLE = "speakers.tsv"
LONGEST = 1_500
"""Characters of the longest sentence that is read for who says or does what: a longer one is a list, or hostile."""


class Citing(NamedTuple):
    """A phrase that cites somebody: where it stands, and where the words stand that say whom it cites."""

    cue: Span
    speaker: Span
    trails: bool
    """Whether it may cite him for what stands before it: *they lost 3 million, the firm said*."""


@lru_cache(maxsize=2048)
def citings(text: str, language: str) -> tuple[Citing, ...]:
    """Return the phrases of a sentence that cite somebody, in order; none for those whom a pronoun stands for."""
    if len(text) > LONGEST:
        return ()
    code = known_language(language)
    tokens = tokenise(text, code)
    mapped = map_characters(text)
    found: list[Citing] = []
    for kind, first, stop in find_phrases(tokens, code, _TABLE):
        cue = (tokens[first].start, tokens[stop - 1].end)
        if kind in {_HEARER, _NAMING}:
            continue
        citing = _CITING[kind](mapped, tokens, first, stop, code)
        if citing is not None:
            found.append(Citing(cue, *citing))
    return tuple(sorted((*found, *_quoted(mapped, [citing.cue for citing in found]))))


def _quoted(mapped: str, cues: list[Span]) -> list[Citing]:
    """Return who is cited by a colon and a quote alone, whatever he does: *The chairman disputed this: "…"*."""
    found: list[Citing] = []
    for colon in _COLON.finditer(mapped):
        begin = _segment(mapped, colon.start())[0]
        if colon.start() - begin <= _LONGEST_LEAD and not any(begin <= cue[0] < colon.start() for cue in cues):
            found.append(Citing(colon.span(), (begin, colon.start()), trails=False))
    return found


_COLON = re.compile(r':(?=\s*")')
_LONGEST_LEAD = 120
"""Characters before a colon that tell who is quoted behind it."""


def citing_at(text: str, language: str, place: int) -> Citing | None:
    """Return who is cited for what stands at a place of a sentence: by the last phrase before it, or one behind it.

    A sentence that turns, *the police said 400, while …*, cites nobody for what follows; but whom it ends by naming,
    *…, according to the police*, it cites for the whole of it, if for no part of it somebody else.
    """
    held = citings(text, language)
    if not held:
        return None
    begin, end = _segment(map_characters(text), place)
    inside = [c for c in held if begin <= c.cue[0] < end and not c.speaker[0] <= place < c.speaker[1]]
    before = [c for c in inside if c.cue[0] < place]
    behind = [c for c in inside if c.cue[0] > place and c.trails]
    if before or behind:
        return before[-1] if before else behind[0]
    alone = held[0] if len(held) == 1 and held[0].cue[0] >= end else None
    return alone if alone is not None and _closes(text, alone) else None


def _closes(text: str, citing: Citing) -> bool:
    """Return whether a phrase that is followed by whom it cites ends its sentence, behind a comma."""
    ends = not text[citing.speaker[1] :].strip(" .\"'\u201d\u2019\u00bb")
    return ends and citing.speaker[0] == citing.cue[1] and text[: citing.cue[0]].rstrip().endswith(",")


@lru_cache(maxsize=2048)
def framings(text: str, language: str) -> tuple[Span, ...]:
    """Return where a sentence only tells that somebody says so, and to whom: *told the jury that*, *assure avoir*.

    From who says so to the *that* behind the verb, or to the infinitive of what he says to have done.
    """
    code = known_language(language)
    tokens = tokenise(text, code)
    held = ((citing, _framing(text, tokens, citing.cue, code)) for citing in citings(text, code))
    return tuple(
        (min(span[0], citing.speaker[0]), span[1])
        for citing, span in held
        if span is not None and citing.speaker[0] < span[1]
    )


def _framing(text: str, tokens: tuple[Token, ...], cue: Span, language: str) -> Span | None:
    last = next((token for token in tokens if token.end == cue[1]), None)
    if last is not None and last.form in _THAT[language]:
        return cue
    end = cue[1]
    for token in [token for token in tokens if token.start >= cue[1]][:_LONGEST]:
        if text[end : token.start].strip(" '\u2019"):
            return None
        if token.form in _THAT[language]:
            return cue[0], token.start
        end = token.end
    return None


_THAT = {
    "en": frozenset(("that",)),
    "fr": frozenset(("que", "qu", "avoir", "être", "ne")),
    "es": frozenset(("que", "haber", "no")),
    "de": frozenset(("dass", "daß")),
    "pt": frozenset(("que", "ter", "não")),
    "it": frozenset(("che", "aver", "avere", "essere", "non")),
}
"""What begins that which somebody says: a conjunction, or the infinitive of having done or not done it."""


@lru_cache(maxsize=2048)
def hearers(text: str, language: str) -> tuple[Span, ...]:
    """Return where the words of a sentence stand that say who was told or shown it: *pay slips seen by the Post*."""
    if len(text) > LONGEST:
        return ()
    code = known_language(language)
    tokens = tokenise(text, code)
    mapped = map_characters(text)
    found = [
        _following(mapped, tokens, stop, code)
        for kind, _, stop in find_phrases(tokens, code, _TABLE)
        if kind == _HEARER
    ]
    return tuple(found)


@lru_cache(maxsize=2048)
def namer_at(text: str, language: str, place: int) -> Span | None:
    """Return who calls something what stands quoted at a place: *the union called the plan "a declaration of war"*."""
    if len(text) > LONGEST:
        return None
    code = known_language(language)
    tokens, mapped = tokenise(text, code), map_characters(text)
    held = [v for v in find_phrases(tokens, code, _TABLE) if v[0] == _NAMING and tokens[v[2] - 1].end <= place]
    found = _verb(mapped, tokens, held[-1][1], held[-1][2], code) if held else None
    return found[0] if found is not None and found[0][1] <= place else None


_HEARER, _NAMING = "hearer", "naming"
_Found = tuple[Span, bool] | None


def _behind(mapped: str, tokens: tuple[Token, ...], first: int, stop: int, language: str) -> _Found:
    """Whom *according to* cites; the Italian *secondo* behind an article is *second*."""
    if (
        first
        and tokens[first - 1].form in _ARTICLES[language]
        and mapped[tokens[first - 1].end : tokens[first].start] == " "
    ):
        return None
    return _following(mapped, tokens, stop, language), True


def _after(mapped: str, tokens: tuple[Token, ...], first: int, _stop: int, _language: str) -> _Found:
    """Whom *zufolge* cites."""
    begin = _last_mark(mapped, 0, tokens[first].start)
    return (begin, tokens[first].start), True


def _verb(mapped: str, tokens: tuple[Token, ...], first: int, stop: int, language: str) -> _Found:
    """Who is the subject of a verb of saying; a noun behind an article is none, nor is a passive."""
    if first:
        gap = mapped[tokens[first - 1].end : tokens[first].start]
        if gap == " " and tokens[first - 1].form in (_ARTICLES[language] | _PASSIVES[language]):
            return None
    start = tokens[first].start
    begin = _last_mark(mapped, _segment(mapped, start)[0], start)
    piece = mapped[begin:start]
    if _is_empty(piece, language) and (subject := _described(mapped, tokens, start, stop, language)) is not None:
        return subject, False
    if not piece.strip() or _has_figure(piece):
        turned = not piece.strip() or language == "de"
        return (_following(mapped, tokens, stop, language), True) if turned else None
    trails = begin > 0 and mapped[begin - 1] in _MARKS
    described = _last_mark(mapped, _segment(mapped, start)[0], max(0, begin - 1))
    before = mapped[described:begin].strip()
    if mapped[begin - 1 : begin] == "," and before[:1].isupper() and not _has_figure(before) and '"' not in before:
        begin = described
    return (begin, start), trails


def _is_empty(piece: str, language: str) -> bool:
    """Whether nothing but an auxiliary or an adverb stands before a verb of saying: *Nora Feld, the head, has said*."""
    return all(word.lower() in _HAVING[language] for word in piece.split())


_HAVING = {
    "en": frozenset(("has", "have", "had", "also", "only", "now")),
    "fr": frozenset(("a", "ont", "avait", "avaient", "ne", "n'", "n'a", "n'ont", "en", "n'en")),
    "es": frozenset(("ha", "han", "había", "habían")),
    "de": frozenset(("hat", "haben", "hatte", "hatten")),
    "pt": frozenset(("tem", "têm", "tinha", "tinham")),
    "it": frozenset(("ha", "hanno", "aveva", "avevano")),
}


def _described(mapped: str, tokens: tuple[Token, ...], start: int, stop: int, language: str) -> Span | None:
    """Return the subject of a verb that stands behind a description: *Nora Feld, the head, said they*."""
    begin = _segment(mapped, start)[0]
    before = mapped[begin:start].strip()
    _, end = _following(mapped, tokens, stop, language)
    that = stop < len(tokens) and tokens[stop].form in _THAT[language]
    turned = mapped[:start].rstrip().endswith(",") and _names_somebody(mapped, tokens[stop:], end, language)
    closed = turned and mapped[end : end + 1] in _ENDS and not that
    if closed or before.count(",") != _TWO or not before[:1].isupper() or _has_figure(before) or '"' in before:
        return None
    return begin, start


def _names_somebody(mapped: str, behind: tuple[Token, ...], end: int, language: str) -> bool:
    """Return whether words tell of somebody who can speak: by a name, by a pronoun, or by what he is."""
    held = [token for token in behind if token.start < end]
    if any(token.capital for token in held) or not held or held[0].form not in _ARTICLES[language]:
        return True
    first = next((t for t in terms(mapped, language, (held[0].start, end)) if t.kind is TermKind.CONTENT), None)
    return first is not None and is_doer(first)


_TWO = 2
_ENDS = frozenset((",", ".", "", '"'))
_CITING = {"behind": _behind, "after": _after, "verb": _verb}


def _following(mapped: str, tokens: tuple[Token, ...], stop: int, language: str) -> Span:
    """Return the words behind a phrase, up to a mark or a figure; in German up to the first word behind a noun."""
    begin = end = tokens[stop - 1].end
    named = False
    for token in tokens[stop : stop + _LONGEST]:
        if not _STOPS.isdisjoint(mapped[end : token.start]) or token.form[0].isdigit():
            break
        if language == "de" and named and not token.capital and token.form not in _ARTICLES["de"]:
            break
        named = named or token.capital
        end = token.end
    return begin, end


def _segment(mapped: str, place: int) -> Span:
    """Return the part of a sentence around a place, cut where the sentence turns to something else."""
    cuts = [0, *(m.end() for m in _TURN.finditer(mapped)), len(mapped)]
    begin = max(cut for cut in cuts if cut <= place)
    return begin, min((cut for cut in cuts if cut > place), default=len(mapped))


def _last_mark(mapped: str, begin: int, end: int) -> int:
    return max((place + 1 for place in range(begin, end) if mapped[place] in _MARKS), default=begin)


def _has_figure(piece: str) -> bool:
    return any(character.isdigit() for character in piece)


_TURN = re.compile(
    r";|\b(?:but|while|whereas|mais|tandis que|alors que|pero|mientras|aber|während|mas|enquanto|ma|mentre)\b",
    re.IGNORECASE,
)
_MARKS = frozenset(',:("')
_STOPS = frozenset(',;:("')
_LONGEST = 8
"""Words of the longest description of a speaker that is read."""
_ARTICLES = {
    "en": frozenset(("the", "a", "an", "their", "its", "his", "her", "this", "these", "those", "any", "some", "of")),
    "fr": frozenset(
        ("le", "la", "les", "l", "un", "une", "des", "du", "au", "aux", "son", "sa", "ses", "leur", "ce", "cette")
    ),
    "es": frozenset(("el", "la", "los", "las", "un", "una", "su", "sus", "este", "esta", "del", "al")),
    "de": frozenset(("der", "die", "das", "dem", "den", "des", "ein", "eine", "einer", "eines", "ihre", "ihr", "für")),
    "pt": frozenset(("o", "a", "os", "as", "um", "uma", "no", "na", "do", "da", "ao", "seu", "sua", "pelo", "pela")),
    "it": frozenset(
        ("il", "lo", "la", "i", "gli", "le", "un", "una", "nel", "del", "della", "al", "dal", "suo", "sua")
    ),
}
_PASSIVES = {
    "en": frozenset(("is", "are", "was", "were", "be", "been", "being")),
    "fr": frozenset(("est", "sont", "était", "étaient", "été", "être")),
    "es": frozenset(("es", "son", "fue", "fueron", "ser", "sido")),
    "de": frozenset(("wird", "werden", "wurde", "wurden")),
    "pt": frozenset(("é", "são", "foi", "foram", "ser", "sido")),
    "it": frozenset(("è", "sono", "fu", "furono", "essere", "stato", "stata")),
}
