"""Stage 5, match: where a name begins and ends among the words of a text."""

import re
from functools import lru_cache

from claimcheck.matchers.names.scene import Scene
from claimcheck.matchers.names.tables import endings, words
from claimcheck.matchers.words.compounds import split_compound
from claimcheck.matchers.words.countries import country_names, demonyms
from claimcheck.matchers.words.lexicon import lexicon
from claimcheck.matchers.words.terms import TermKind, read_word
from claimcheck.matchers.words.tokens import Token
from claimcheck.text import fold

_JOINS = frozenset({" ", "-", "'", ". ", "", "."})
"""What may stand between two words of one name: ``O'Brien``, ``J. K. Rowling``, ``Jean-Paul``."""
_LINKS = frozenset({"&"})
_ENDS_SENTENCE = re.compile(r"(?:^|[.!?:…\n\"]\s*[\"'(\[\u2013\u2014-]*\s*)$")
_ACRONYM = range(2, 7)
JOINING_WORDS = frozenset({"of", "for", "pour", "fur", "und", "and", "et", "y", "e", "the", "l"})
"""Small words inside the names of organisations."""
_AND = frozenset({"and", "et", "y", "e", "und"})
_ARTICLES = frozenset({"the", "la", "le", "las", "los", "les", "el", "l", "al", "il", "das"})
"""They stand inside a name only behind another particle: ``de la Cruz``, and not ``Sama la``."""
_MOST_PARTICLES = 3


@lru_cache(maxsize=1)
def small_words() -> frozenset[str]:
    """Return every small word that stands inside a name, folded."""
    return words("particle") | JOINING_WORDS


def end_of_run(scene: Scene, place: int) -> int:
    """Return the token after the last of the name that begins at a token."""
    stop = place + 1
    while stop < len(scene.tokens) and _is_joined(scene, stop):
        if scene.language == "de" and scene.gap(stop) == "-" and _is_common(scene.tokens[stop].form, "de"):
            break  # "die Brandel-Filiale": a noun of the language's own, and a name before it
        if may_continue(scene, stop):
            stop += 1
            continue
        after = _past_particles(scene, place, stop)
        if after == stop or not may_continue(scene, after):
            break
        stop = after + 1
    return stop


def _is_joined(scene: Scene, place: int) -> bool:
    gap = scene.gap(place)
    if scene.begins_line(place):
        return False
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
        and fold(tokens[after].form) in small_words()
        and _is_joined(scene, after + 1)
    ):
        after += 1
    held = [fold(tokens[n].form) for n in range(place, after)]
    if not held or (held[0] in _ARTICLES and scene.gap(place) == " " and not _is_hyphened(scene, place)):
        return place
    if not JOINING_WORDS.isdisjoint(held) and held[0] != "of" and not _is_organisation(scene, begin, place):
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


def may_continue(scene: Scene, place: int) -> bool:
    """Return whether a token can be a further word of a name."""
    token = scene.tokens[place]
    if not token.capital or fold(token.form) in words("calendar"):
        return False
    if place in scene.titled and _is_common(token.form, scene.language) and not _is_camel(scene.written(place)):
        return fold(token.form) in words("org") or fold(token.form) in words("place")
    if _is_particle_of_name(scene, place):
        return True
    return _is_initial(scene, place) or not _is_stop(token.form, scene.language)


def _is_particle_of_name(scene: Scene, place: int) -> bool:
    """Whether an article or a particle with a capital stands between two words of a name: ``Yves Le Goff``."""
    tokens = scene.tokens
    if fold(tokens[place].form) not in _ARTICLES | words("particle") or not 0 < place < len(tokens) - 1:
        return False
    plain = all(tokens[n].capital and not _is_common(tokens[n].form, scene.language) for n in (place - 1, place + 1))
    return plain and scene.gap(place) == scene.gap(place + 1) == " "


def _is_initial(scene: Scene, place: int) -> bool:
    """Whether a letter stands for a first name: ``J. K. Rowling``."""
    token = scene.tokens[place]
    following = place + 1 < len(scene.tokens) and scene.tokens[place + 1].capital
    return token.end - token.start == 1 and following and scene.gap(place + 1) in (". ", ".")


def may_begin(scene: Scene, place: int) -> bool:
    """Return whether a name can begin at a token with a capital."""
    token = scene.tokens[place]
    plain = fold(token.form)
    if plain in words("honorific") and place + 1 < len(scene.tokens) and _is_joined(scene, place + 1):
        return scene.tokens[place + 1].capital
    if plain in words("calendar") and not _is_given_name(scene, place):
        return False
    if _is_initial(scene, place):
        return True
    acronym = is_acronym(token, scene.text) and place not in scene.titled
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
    joined = scene.gap(place + 1) if following is not None else ""
    led = following is not None and following.capital and joined in {" ", "-"} and following.form.isalpha()
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
    stop = end_of_run(scene, place)
    return any(not _is_common(scene.tokens[n].form, scene.language) for n in range(place + 1, stop))


def _is_german_name(scene: Scene, place: int) -> bool:
    token = scene.tokens[place]
    if is_acronym(token, scene.text) or country_code(token.form, "de"):
        return True
    plain = fold(token.form)
    if _begins_sentence(token, scene.text) and (plain in words("opener") or token.form in scene.small):
        return False
    return not _is_common(token.form, "de") and not _is_german_noun(scene, place)


_YEAR = re.compile(r"[12]\d{3}")


def _is_german_noun(scene: Scene, place: int) -> bool:
    """Whether an article or a number stands before the word and no other capital after it: a noun the lexicon lacks."""
    before = scene.tokens[place - 1].form if place else ""
    following = place + 1 < len(scene.tokens) and scene.tokens[place + 1].capital and scene.gap(place + 1) in (" ", "-")
    is_number = bool(before) and read_word(before, "de", False).kind is TermKind.NUMBER
    counted = is_number and scene.gap(place) == " " and _YEAR.fullmatch(before) is None
    return (before in words("article") or counted) and not following


@lru_cache(maxsize=16_384)
def _is_common(form: str, language: str) -> bool:
    """Whether a word is one of the language's own: a stop word, a word of the lexicon, a numeral."""
    if country_code(form, language) or fold(form) in words("firm"):
        return False
    if read_word(form, language, False).kind is not TermKind.CONTENT:
        return True
    return bool(lexicon(language).exact(form)) or (language == "de" and bool(split_compound(form)))


def _is_stop(form: str, language: str) -> bool:
    return read_word(form, language, True).kind is TermKind.STOP


def is_acronym(token: Token, text: str) -> bool:
    """Return whether a word is two to six capitals."""
    written = text[token.start : token.end]
    return len(written) in _ACRONYM and written.isupper() and written.isalpha()


def _begins_sentence(token: Token, text: str) -> bool:
    if text[max(0, token.start - 2) : token.start] in _DASHES and _DATELINE.search(
        text, max(0, token.start - _LONGEST_DATELINE), token.start
    ):
        return True
    return _ENDS_SENTENCE.search(text, max(0, token.start - 12), token.start) is not None


_LONGEST_DATELINE = 60
_DASHES = frozenset({"\u2013 ", "\u2014 ", "- "})
_DATELINE = re.compile(r"(?:^|\n)[^\W\d_][^\n.!?]{1,50}\s[\u2013\u2014-]\s$")
"""Where and when a page was written, at the head of a line: *NAIROBI \u2013 Workers who …*."""


def country_code(form: str, language: str) -> str:
    """Return the code of a country or of a demonym's country, empty where the form is neither."""
    return country_names(language).get(form, "") or demonyms(language).get(form, "")
