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
from claimcheck.matchers.names.scene import Scene, see
from claimcheck.matchers.names.tables import endings, words
from claimcheck.matchers.words.compounds import split_compound
from claimcheck.matchers.words.countries import country_names, demonyms
from claimcheck.matchers.words.lexicon import lexicon
from claimcheck.matchers.words.terms import TermKind, read_word
from claimcheck.matchers.words.tokens import Token, known_language
from claimcheck.model import Span
from claimcheck.text import fold, map_characters

_JOINS = frozenset({" ", "-", "'", ". ", "", "."})
"""What may stand between two words of one name: ``O'Brien``, ``J. K. Rowling``, ``Jean-Paul``."""
_LINKS = frozenset({"&"})
_QUOTED = re.compile(r'"\s?([^"\n]{2,80}?)\s?"')
_TITLE_WORDS = 10
_ENDS_SENTENCE = re.compile(r"(?:^|[.!?:…\n\"]\s*[\"'(\[\u2013\u2014-]*\s*)$")
_ACRONYM = range(2, 7)
_OF = frozenset({"of", "for", "pour", "fur", "und", "and", "et", "y", "e", "the", "l"})
"""Small words inside the names of organisations."""
_AND = frozenset({"and", "et", "y", "e", "und"})
_ARTICLES = frozenset({"the", "la", "le", "las", "los", "les", "el", "l", "al", "il", "das"})
"""They stand inside a name only behind another particle: ``de la Cruz``, and not ``Sama la``."""
_MOST_PARTICLES = 3


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
        if not _may_begin(scene, place):
            place += 1
            continue
        stop = _end_of_run(scene, place)
        name = _name(scene, place, stop, past)
        if name is not None:
            yield name
        place = past = stop


def _goes_on(scene: Scene, stop: int) -> bool:
    """Whether more capitals follow and make another name of a known one: *New York* and *New York Times*."""
    return (
        stop < len(scene.tokens)
        and scene.gap(stop) == " "
        and _may_continue(scene, stop)
        and not _known_begins(scene, stop)
    )


def _known_begins(scene: Scene, place: int) -> bool:
    return known_at(scene.tokens, place, scene.mapped, scene.language) is not None


def _known_name(known: Known, scene: Scene, place: int, stop: int) -> Name:
    begin, end = scene.tokens[place].start, scene.tokens[stop - 1].end
    folded = known.words
    tokens = tuple(word for word in folded if word not in words("particle") | _OF) or folded
    # *Amazon* is a river and a company.
    kind = NameKind.UNKNOWN if folded[0] in words("firm") and len(folded) == 1 else known.kind
    return Name(scene.text[begin:end], tokens, kind, known.code, (begin, end))


def _end_of_run(scene: Scene, place: int) -> int:
    stop = place + 1
    while stop < len(scene.tokens) and _is_joined(scene, stop):
        if _may_continue(scene, stop):
            stop += 1
            continue
        after = _past_particles(scene, place, stop)
        if after == stop or not _may_continue(scene, after):
            break
        stop = after + 1
    return stop


def _is_joined(scene: Scene, place: int) -> bool:
    gap = scene.gap(place)
    if gap in (". ", "."):
        # A full stop joins only after an initial or an honorific: "J. Smith", "Dr. Smith".
        before = scene.tokens[place - 1].form
        return len(before) == 1 or fold(before) in words("honorific") or fold(before) in words("suffix")
    return gap in _JOINS or gap.strip() in _LINKS


def _past_particles(scene: Scene, begin: int, place: int) -> int:
    """Return the place after the particles that stand at a place inside a name (``Ursula von der Leyen``)."""
    tokens = scene.tokens
    after = place
    while (
        after + 1 < len(tokens)
        and after - place < _MOST_PARTICLES
        and not tokens[after].capital
        and fold(tokens[after].form) in words("particle") | _OF
        and _is_joined(scene, after + 1)
    ):
        after += 1
    held = [fold(tokens[n].form) for n in range(place, after)]
    if not held or (held[0] in _ARTICLES and scene.gap(place) == " " and not _is_hyphened(scene, place)):
        return place
    if not _OF.isdisjoint(held) and held[0] != "of" and not _is_organisation(scene, begin, place):
        return place
    if not _AND.isdisjoint(held) and not _is_common(tokens[after].form, scene.language):
        # "Department of Health and Human Services", and not "Bank of England and Barclays".
        return place
    return after


def _is_hyphened(scene: Scene, place: int) -> bool:
    """``Bashar al-Assad``."""
    return scene.gap(place + 1) == "-"


def _is_organisation(scene: Scene, begin: int, stop: int) -> bool:
    return any(fold(scene.tokens[n].form) in words("org") for n in range(begin, stop))


def _may_continue(scene: Scene, place: int) -> bool:
    token = scene.tokens[place]
    if not token.capital or fold(token.form) in words("calendar"):
        return False
    if place in scene.titled and _is_common(token.form, scene.language) and not _is_camel(scene.written(place)):
        return fold(token.form) in words("org") or fold(token.form) in words("place")
    return _is_initial(scene, place) or not _is_stop(token.form, scene.language)


def _is_initial(scene: Scene, place: int) -> bool:
    """Whether a letter stands for a first name: ``J. K. Rowling``."""
    token = scene.tokens[place]
    following = place + 1 < len(scene.tokens) and scene.tokens[place + 1].capital
    return token.end - token.start == 1 and following and scene.gap(place + 1) in (". ", ".")


def _may_begin(scene: Scene, place: int) -> bool:
    token = scene.tokens[place]
    plain = fold(token.form)
    if plain in words("honorific") and place + 1 < len(scene.tokens) and _is_joined(scene, place + 1):
        return scene.tokens[place + 1].capital
    if plain in words("calendar") and not _is_given_name(scene, place):
        return False
    if _is_initial(scene, place):
        return True
    acronym = _is_acronym(token, scene.text) and place not in scene.titled
    if _is_camel(scene.written(place)):
        return True
    if _is_stop(token.form, scene.language) and not acronym:
        return False
    if place in scene.titled:
        return plain not in words("opener") and (not _is_common(token.form, scene.language) or _heads(scene, place))
    if scene.language == "de":
        return _is_german_name(scene, place)
    if not _begins_sentence(token, scene.text) or acronym:
        return True
    return _names_at_head(scene, place)


def _is_camel(written: str) -> bool:
    """Whether a word has capitals inside, and small letters too: ``OpenAI``, ``McDonald``."""
    return not written.isupper() and any(letter.isupper() for letter in written[1:])


def _is_given_name(scene: Scene, place: int) -> bool:
    """Whether a month or a day is a first name here: "April Smith", and not "April 2023"."""
    if scene.language != "en" or place + 1 >= len(scene.tokens) or scene.gap(place + 1) != " ":
        return False
    following = scene.tokens[place + 1]
    return (
        fold(scene.tokens[place].form) in _GIVEN
        and following.capital
        and following.form.isalpha()
        and not _is_common(following.form, scene.language)
        and not _begins_sentence(scene.tokens[place], scene.text)
    )


_GIVEN = frozenset({"april", "may", "june", "august"})


def _names_at_head(scene: Scene, place: int) -> bool:
    """Whether the word at the head of a sentence is a name, where any word has a capital."""
    token = scene.tokens[place]
    plain = fold(token.form)
    following = scene.tokens[place + 1] if place + 1 < len(scene.tokens) else None
    led = following is not None and following.capital and scene.gap(place + 1) == " " and following.form.isalpha()
    if plain in words("opener"):
        return False
    if not _is_common(token.form, scene.language) or plain in words("firm"):
        return led or (token.form not in scene.small and not _looks_common(scene, token.form, plain))
    # "General Motors hired", "Marie Dupont said": a common word at the head of a sentence, and a name after it.
    return (
        led
        and following is not None
        and not _is_stop(following.form, scene.language)
        and fold(following.form) not in words("calendar")
        and not _is_common(following.form, scene.language)
    )


def _looks_common(scene: Scene, form: str, plain: str) -> bool:
    """Whether a word that no table knows ends as words do and names do not, and is nowhere else written as a name."""
    long = len(plain) > _SHORTEST_ENDED and plain.endswith(endings(scene.language))
    return long and form not in scene.capital and plain not in words("firm")


_SHORTEST_ENDED = 5


def _heads(scene: Scene, place: int) -> bool:
    """Whether a common word begins a name in a heading: ``Lake Victoria``, ``Bank of England``."""
    plain = fold(scene.tokens[place].form)
    if plain not in words("org") and plain not in words("place"):
        return False
    stop = _end_of_run(scene, place)
    return any(not _is_common(scene.tokens[n].form, scene.language) for n in range(place + 1, stop))


def _is_german_name(scene: Scene, place: int) -> bool:
    token = scene.tokens[place]
    if _is_acronym(token, scene.text) or _country(token.form, "de"):
        return True
    plain = fold(token.form)
    if _begins_sentence(token, scene.text) and (plain in words("opener") or token.form in scene.small):
        return False
    return not _is_common(token.form, "de") and not _is_german_noun(scene, place)


def _is_german_noun(scene: Scene, place: int) -> bool:
    """Whether an article stands before the word and no other capital after it: a noun the lexicon lacks."""
    before = scene.tokens[place - 1].form if place else ""
    following = place + 1 < len(scene.tokens) and scene.tokens[place + 1].capital and scene.gap(place + 1) == " "
    return before in words("article") and not following


@lru_cache(maxsize=16_384)
def _is_common(form: str, language: str) -> bool:
    """Whether a word is one of the language's own: a stop word, a word of the lexicon, a numeral."""
    if _country(form, language) or fold(form) in words("firm"):
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
    tokens = tuple(word for word in folded if word not in words("particle") | _OF) or folded
    first, last = kept[0].start, kept[-1].end
    surface = scene.text[first:last]
    code = _whole_country(surface, scene.language)
    if len(kept) == 1 and not code and not _stands_for_itself(folded[0]):
        return None
    return Name(surface, tokens, _kind(scene, kept, begin, code, titled=titled, past=past), code, (first, last))


def _stands_for_itself(word: str) -> bool:
    """Whether one word with a capital can be a name: no language, no role, no kind of thing."""
    return not any(word in words(kind) for kind in ("language", "role", "generic", "opener"))


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
    if len(kept) == 1 and _is_acronym(kept[0], scene.text):
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
