"""Stage 5, match: finds the names in a text, by their capitals, their particles, their quotation marks.

Names that a table knows are taken whole.  Of the others, a capital at the head of a sentence or in a heading names
nobody when the word is a common one, opens sentences, or stands in the same text without a capital; neither does a
month, a weekday or a language.  German gives every noun a capital: there only words that the lexicon does not know,
and what follows them, are names.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from claimcheck.matchers.names.known import Known, known_at
from claimcheck.matchers.names.name import Name, NameKind
from claimcheck.matchers.names.runs import (
    country_code,
    end_of_run,
    is_acronym,
    may_begin,
    may_continue,
    small_words,
)
from claimcheck.matchers.names.scene import Scene, see
from claimcheck.matchers.names.tables import words
from claimcheck.matchers.words.lexicon import lexicon
from claimcheck.matchers.words.tokens import Token, known_language
from claimcheck.model import Span
from claimcheck.text import fold, map_characters

_QUOTED = re.compile(r'"\s?([^"\n]{2,80}?)\s?"')
_TITLE_WORDS = 10
_LONGEST = 400
"""Words of the longest run of capitals that is taken for a name; a longer one is hostile."""


def read_names(text: str, language: str, span: Span | None = None) -> list[Name]:
    """Return the names in a text, or in a span of it, in order, with offsets into the whole text.

    Titles between quotation marks come besides the names inside them.
    """
    scene = see(text, known_language(language), span)
    found = list(_read(scene))
    start, end = span if span is not None else (0, len(text))
    found += _titles(scene, (start, end))
    return sorted(found, key=lambda name: name.span)


def _read(scene: Scene) -> Iterator[Name]:
    """Give the names outside quotation marks, in order."""
    place, past = 0, -1
    while place < len(scene.tokens):
        if not scene.tokens[place].capital:
            place += 1
            continue
        known = known_at(scene.tokens, place, scene.mapped, scene.language)
        if known is not None and not _goes_on(scene, known[1]):
            yield _known_name(known[0], scene, place, known[1])
            place = past = known[1]
            continue
        if not may_begin(scene, place):
            place += 1
            continue
        stop = end_of_run(scene, place)
        name = _name(scene, place, stop, past) if stop - place <= _LONGEST else None
        if name is not None:
            yield name
        place = past = stop


def _goes_on(scene: Scene, stop: int) -> bool:
    """Whether more capitals follow and make another name of a known one: *New York* and *New York Times*."""
    return (
        stop < len(scene.tokens)
        and scene.gap(stop) == " "
        and may_continue(scene, stop)
        and not _known_begins(scene, stop)
    )


def _known_begins(scene: Scene, place: int) -> bool:
    return known_at(scene.tokens, place, scene.mapped, scene.language) is not None


def _known_name(known: Known, scene: Scene, place: int, stop: int) -> Name:
    begin, end = scene.tokens[place].start, scene.tokens[stop - 1].end
    folded = known.words
    small = small_words()
    tokens = tuple(word for word in folded if word not in small) or folded
    # *Amazon* is a river and a company.
    kind = NameKind.UNKNOWN if folded[0] in words("firm") and len(folded) == 1 else known.kind
    return Name(scene.text[begin:end], tokens, kind, known.code, (begin, end))


def _name(scene: Scene, begin: int, stop: int, past: int) -> Name | None:
    """Return the name that a run of tokens makes; none for a bare honorific, a language, an article."""
    run = scene.tokens[begin:stop]
    kept = [token for token in run if fold(token.form) not in words("honorific")]
    titled = len(kept) < len(run)
    while len(kept) > 1 and fold(kept[0].form) in words("generic"):
        kept = kept[1:]
    while len(kept) > 1 and fold(kept[0].form) in words("role"):
        kept = kept[1:]
        titled = True
        # "PDG de LVMH": the head of something, which is what the name names.
        while len(kept) > 1 and not kept[0].capital:
            kept, titled = kept[1:], False
    if not kept:
        return None
    folded = tuple(fold(token.form) for token in kept)
    small = small_words()
    tokens = tuple(word for word in folded if word not in small) or folded
    first, last = kept[0].start, kept[-1].end
    surface = scene.text[first:last]
    code = _whole_country(surface, scene.language)
    if len(kept) == 1 and not code and (_is_of_abbreviation(scene, kept[0]) or not _stands_for_itself(folded[0])):
        return None
    return Name(surface, tokens, _kind(scene, kept, begin, code, titled=titled, past=past), code, (first, last))


def _is_of_abbreviation(scene: Scene, token: Token) -> bool:
    """Whether a letter is the first of an abbreviation, and no name: the *U* of *U.S.*."""
    after = scene.text[token.end : token.end + 2]
    return token.end - token.start == 1 and after[:1] == "." and after[1:].isupper()


def _stands_for_itself(word: str) -> bool:
    """Whether one word with a capital can be a name: no language, no role, no kind of thing."""
    return not any(word in words(kind) for kind in ("language", "role", "generic", "opener"))


@lru_cache(maxsize=8192)
def _whole_country(surface: str, language: str) -> str:
    plain = map_characters(surface).lower()
    for known in (language, "en"):
        if code := country_code(plain, known):
            return code
    # "Kényans", "Kenyans", "kenianische": a demonym in another of its forms.
    for concept in lexicon(language).exact(plain) if " " not in plain else ():
        if concept.startswith("country:"):
            return concept.removeprefix("country:")
    return ""


def _kind(scene: Scene, kept: list[Token], begin: int, code: str, *, titled: bool, past: int) -> NameKind:
    folded = {fold(token.form) for token in kept}
    if code or not folded.isdisjoint(words("place")):
        return NameKind.PLACE
    if not folded.isdisjoint(words("org")):
        return NameKind.ORG
    if titled:
        return NameKind.PERSON
    if len(kept) == 1 and not folded.isdisjoint(words("firm")):
        return NameKind.ORG
    before = _said_before(scene, begin, past)
    if before in words("org") or before in words("generic"):
        return NameKind.ORG
    if before in words("role") or before in words("honorific"):
        return NameKind.PERSON
    if len(kept) == 1 and is_acronym(kept[0], scene.text):
        return NameKind.ACRONYM
    return NameKind.UNKNOWN


def _said_before(scene: Scene, begin: int, past: int) -> str:
    """Return the word right before a name, which may say what it is: "président Macron", "the company Sama"."""
    if begin in (0, past) or scene.gap(begin) not in (" ", ". "):
        return ""
    return fold(scene.tokens[begin - 1].form)


def _titles(scene: Scene, span: Span) -> Iterator[Name]:
    """Give what stands between quotation marks with a capital and few words: titles of works."""
    starts = [token.start for token in scene.tokens]
    for match in _QUOTED.finditer(scene.mapped, *span):
        begin, end = match.start(1), match.end(1)
        tokens = scene.tokens[bisect_left(starts, begin) : bisect_left(starts, end)]
        if not tokens or not tokens[0].capital or len(tokens) > _TITLE_WORDS or scene.mapped[end - 1] in ".,!?":
            continue
        folded = tuple(fold(token.form) for token in tokens)
        yield Name(scene.text[begin:end], folded, NameKind.TITLE, "", (begin, end))
