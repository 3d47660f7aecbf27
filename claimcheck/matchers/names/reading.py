"""Stage 5, match: finds the names in a text, by their capitals, their particles, their quotation marks.

A capital at the head of a sentence names nobody when the word is a common one; neither does a month, a weekday or
a language.  German gives every noun a capital: there only words that the lexicon does not know, and what follows
them, are names.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from claimcheck.matchers.names.name import Name, NameKind
from claimcheck.matchers.names.tables import words
from claimcheck.matchers.words.compounds import split_compound
from claimcheck.matchers.words.countries import country_names, demonyms
from claimcheck.matchers.words.lexicon import lexicon
from claimcheck.matchers.words.terms import TermKind, read_word
from claimcheck.matchers.words.tokens import Token, known_language, tokenise
from claimcheck.model import Span
from claimcheck.text import fold, map_characters

_JOINS = frozenset({" ", "-", "'", ". ", "", "."})
"""What may stand between two words of one name: ``O'Brien``, ``J. K. Rowling``, ``Jean-Paul``."""
_LINKS = frozenset({"&"})
_QUOTED = re.compile(r'"\s?([^"\n]{2,80}?)\s?"')
_TITLE_WORDS = 10
_ENDS_SENTENCE = re.compile(r"(?:^|[.!?:…\n\"]\s*[\"'(\[\u2013\u2014-]*\s*)$")
_ACRONYM = range(2, 7)


def read_names(text: str, language: str, span: Span | None = None) -> list[Name]:
    """Return the names in a text, or in a span of it, in order, with offsets into the whole text.

    Titles between quotation marks come besides the names inside them.
    """
    code = known_language(language)
    tokens = tokenise(text, code, span)
    mapped = map_characters(text)
    found = [
        name
        for first, stop in _runs(tokens, mapped, text, code)
        if (name := _name(tokens[first:stop], text, code)) is not None
    ]
    start, end = span if span is not None else (0, len(text))
    found += _titles(mapped, text, code, (start, end))
    return sorted(found, key=lambda name: name.span)


def _runs(tokens: tuple[Token, ...], mapped: str, text: str, language: str) -> Iterator[tuple[int, int]]:
    """Give the runs of tokens that make one name each, as indices of the first and after the last."""
    place = 0
    while place < len(tokens):
        if not _may_begin(tokens, place, text, language):
            place += 1
            continue
        stop = place + 1
        while stop < len(tokens):
            if not _is_joined(tokens, stop, mapped):
                break
            if _may_continue(tokens[stop], language):
                stop += 1
                continue
            after = _past_particles(tokens, stop, mapped)
            if after == stop or not _may_continue(tokens[after], language):
                break
            stop = after + 1
        yield place, stop
        place = stop


def _is_joined(tokens: tuple[Token, ...], place: int, mapped: str) -> bool:
    gap = mapped[tokens[place - 1].end : tokens[place].start]
    if gap in (". ", "."):
        # A full stop joins only after an initial or an honorific: "J. Smith", "Dr. Smith".
        before = tokens[place - 1].form
        return len(before) == 1 or fold(before) in words("honorific") or fold(before) in words("suffix")
    return gap in _JOINS or gap.strip() in _LINKS


def _past_particles(tokens: tuple[Token, ...], place: int, mapped: str) -> int:
    """Return the place after the particles that stand at a place inside a name (``Ursula von der Leyen``)."""
    after = place
    while (
        after + 1 < len(tokens)
        and after - place < _MOST_PARTICLES
        and not tokens[after].capital
        and fold(tokens[after].form) in words("particle") | _OF
        and _is_joined(tokens, after + 1, mapped)
    ):
        after += 1
    return after


_MOST_PARTICLES = 3
_OF = frozenset({"of", "the", "for", "and", "et", "l", "pour", "fur"})


def _may_continue(token: Token, language: str) -> bool:
    if not token.capital:
        return False
    return fold(token.form) not in words("calendar") and not _is_stop(token.form, language)


def _may_begin(tokens: tuple[Token, ...], place: int, text: str, language: str) -> bool:
    token = tokens[place]
    if not token.capital:
        return False
    plain = fold(token.form)
    if plain in words("calendar") or (_is_stop(token.form, language) and not _is_acronym(token, text)):
        return False
    if language == "de":
        return _is_german_name(tokens, place, text)
    if not _begins_sentence(token, text):
        return True
    if _is_acronym(token, text) or not _is_common(token.form, language):
        return True
    # "General Motors hired": a common word at the head of a sentence, and a name after it.
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    return (
        following is not None
        and following.capital
        and text[token.end : following.start] == " "
        and not _is_common(following.form, language)
        and (plain in words("honorific") or plain in words("org") or plain in words("role"))
    )


def _is_german_name(tokens: tuple[Token, ...], place: int, text: str) -> bool:
    token = tokens[place]
    if _is_acronym(token, text) or fold(token.form) in words("honorific"):
        return True
    if _country(token.form, "de"):
        return True
    return not _is_common(token.form, "de") and not _is_german_noun(tokens, place)


def _is_german_noun(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether an article stands before the word and no other capital after it: a noun the lexicon lacks."""
    before = tokens[place - 1].form if place else ""
    following = place + 1 < len(tokens) and tokens[place + 1].capital
    return before in words("article") and not following


@lru_cache(maxsize=16_384)
def _is_common(form: str, language: str) -> bool:
    """Whether a word is one of the language's own: a stop word, a word of the lexicon, a numeral."""
    if _country(form, language):
        return False
    if read_word(form, language, False).kind is not TermKind.CONTENT:
        return True
    return bool(lexicon(language).exact(form)) or (language == "de" and bool(split_compound(form)))


def _is_stop(form: str, language: str) -> bool:
    return read_word(form, language, True).kind is TermKind.STOP


def _is_acronym(token: Token, text: str) -> bool:
    written = text[token.start : token.end]
    return len(written) in _ACRONYM and written.isupper() and written.isalpha()


def _begins_sentence(token: Token, text: str) -> bool:
    return _ENDS_SENTENCE.search(text, max(0, token.start - 12), token.start) is not None


def _country(form: str, language: str) -> str:
    return country_names(language).get(form, "") or demonyms(language).get(form, "")


def _name(run: tuple[Token, ...], text: str, language: str) -> Name | None:
    """Return the name that a run of tokens makes; none for a bare honorific, a language, an article."""
    kept = [token for token in run if fold(token.form) not in words("honorific")]
    while len(kept) > 1 and fold(kept[0].form) in words("role"):
        kept = kept[1:]
    if not kept:
        return None
    folded = tuple(fold(token.form) for token in kept)
    tokens = tuple(word for word in folded if word not in words("particle") | _OF) or folded
    begin, end = kept[0].start, kept[-1].end
    surface = text[begin:end]
    code = _whole_country(surface, language)
    if len(kept) == 1 and not code and (folded[0] in words("language") or folded[0] in words("role")):
        return None
    return Name(surface, tokens, _kind(run, kept, text, code), code, (begin, end))


def _whole_country(surface: str, language: str) -> str:
    plain = map_characters(surface).lower()
    for known in (language, "en"):
        if code := _country(plain, known):
            return code
    # "Kényans", "Kenyans", "kenianische": a demonym in another of its forms.
    for concept in lexicon(language).exact(plain) if " " not in plain else ():
        if concept.startswith("country:"):
            return concept.removeprefix("country:")
    return ""


def _kind(run: tuple[Token, ...], kept: list[Token], text: str, code: str) -> NameKind:
    folded = {fold(token.form) for token in kept}
    if code or not folded.isdisjoint(words("place")):
        return NameKind.PLACE
    if not folded.isdisjoint(words("org")):
        return NameKind.ORG
    if len(run) > len(kept):
        return NameKind.PERSON
    if len(kept) == 1 and _is_acronym(kept[0], text):
        return NameKind.ACRONYM
    return NameKind.UNKNOWN


def _titles(mapped: str, text: str, language: str, span: Span) -> Iterator[Name]:
    """Give what stands between quotation marks with a capital and few words: titles of works."""
    for match in _QUOTED.finditer(mapped, *span):
        inside = (match.start(1), match.end(1))
        tokens = tokenise(text, language, inside)
        if not tokens or not tokens[0].capital or len(tokens) > _TITLE_WORDS or mapped[inside[1] - 1] in ".,!?":
            continue
        folded = tuple(fold(token.form) for token in tokens)
        yield Name(text[inside[0] : inside[1]], folded, NameKind.TITLE, "", inside)
