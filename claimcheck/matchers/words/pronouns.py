"""Stage 5, match: sentences that speak on of what the sentence before named: *It cost 410 million*.

Only a pronoun or a demonstrative among the first words tells; the words stand in ``tables/pronouns.tsv``.
"""

from functools import lru_cache

from claimcheck.matchers.words.tables import rows, split
from claimcheck.matchers.words.tokens import LANGUAGES, known_language, tokenise
from claimcheck.model import Span

_FIRST = 3
"""Words in which the pronoun must stand: *In 2019 it opened*."""


def refers_back(text: str, language: str, span: Span, *, to_person: bool = False) -> bool:
    """Return whether a sentence begins by referring to the one before it, or to somebody whom that one may name."""
    code = known_language(language)
    first = [token.form for token in tokenise(text, code, span)[: _FIRST + 1]]
    if not any(form[0].isdecimal() for form in first):
        # "Some 360 of them": a number before it pushes the pronoun one word on.
        first = first[:_FIRST]
    return any(form in _pronouns(code, to_person) for form in first)


@lru_cache(maxsize=2 * len(LANGUAGES))
def _pronouns(language: str, of_persons: bool) -> frozenset[str]:
    kinds = {"person"} if of_persons else {"person", "thing"}
    return frozenset(
        word for code, kind, cell in rows("pronouns.tsv") if code == language and kind in kinds for word in split(cell)
    )


def is_of_speakers(text: str, language: str) -> bool:
    """Return whether a text speaks of the one who speaks, or to him: *I signed it*, *Did you sign it?*."""
    return speaking(text, language) is not None


@lru_cache(maxsize=2048)
def speaking(text: str, language: str) -> int | None:
    """Return where the first pronoun of one who speaks or is asked stands in a text, or none."""
    code = known_language(language)
    listed = _speakers(code)
    return next((token.start for token in tokenise(text, code) if token.form in listed), None)


@lru_cache(maxsize=len(LANGUAGES))
def _speakers(language: str) -> frozenset[str]:
    return frozenset(_SPEAKERS.get(language, "").split())


@lru_cache(maxsize=2048)
def is_i(text: str, language: str, place: int) -> bool:
    """Return whether *I* stands in a text before a place, with no other person's pronoun behind it."""
    code = known_language(language)
    listed, others = _FIRST_PERSON.get(code, ()), (*_PERSONAL.get(code, ()), *_PLURAL.get(code, ()))
    before = [token.form for token in tokenise(text, code) if token.start < place]
    last = next((form for form in reversed(before) if form in listed or form in others), None)
    return last in listed


@lru_cache(maxsize=2048)
def stands_for_speaker(text: str, language: str, span: Span) -> bool:
    """Return whether a span behind a verb of saying begins with a pronoun: *says it has*, *said on Monday it had*."""
    code = known_language(language)
    listed = (*_PERSONAL.get(code, ()), *_PLURAL.get(code, ()))
    first = [token.form for token in tokenise(text, code, span)][:_AHEAD]
    return any(form in listed for form in first)


_AHEAD = 4
"""Words behind a verb of saying among which the pronoun stands, with the day between."""


@lru_cache(maxsize=2048)
def has_person(text: str, language: str) -> bool:
    """Return whether a text has a pronoun that stands for one person and never for a thing: *she*, *him*."""
    code = known_language(language)
    return any(token.form in _OF_PERSON_ALONE.get(code, ()) for token in tokenise(text, code))


_OF_PERSON_ALONE = {"en": ("he", "she", "him", "her", "his", "hers")}
"""Of the other languages' pronouns none is a person's alone: *elle* may be a firm."""


def possessor(text: str, language: str) -> Span | None:
    """Return where a possessive of a person stands at the head of a sentence: *Her deputy resigned*; or none."""
    code = known_language(language)
    first = tokenise(text, code)[:_FIRST]
    return next(((t.start, t.end) for t in first if t.form in _POSSESSIVES.get(code, ())), None)


def personal(text: str, language: str) -> frozenset[str]:
    """Return the pronouns of one person in a sentence, if one stands at its head: *He left, and she stayed*."""
    code = known_language(language)
    listed = _PERSONAL.get(code, ())
    tokens = tokenise(text, code)
    if not any(token.form in listed for token in tokens[:_FIRST]):
        return frozenset()
    return frozenset(token.form for token in tokens if token.form in listed)


_POSSESSIVES = {
    "en": ("his", "her", "their", "its"),
    "fr": ("son", "sa", "ses", "leur", "leurs"),
    "es": ("su", "sus"),
    "de": ("sein", "seine", "ihr", "ihre"),
    "pt": ("seu", "sua", "seus", "suas"),
    "it": ("suo", "sua", "suoi", "sue"),
}
_FIRST_PERSON = {"en": ("i",), "fr": ("je", "j"), "es": ("yo",), "de": ("ich",), "pt": ("eu",), "it": ("io",)}
_PLURAL = {
    "en": ("it", "they"),
    "fr": ("ils", "elles"),
    "es": ("ellos", "ellas"),
    "de": ("es", "sie"),
    "pt": ("eles", "elas"),
    "it": ("essi", "esse", "loro"),
}
_PERSONAL = {
    "en": ("he", "she"),
    "fr": ("il", "elle"),
    "es": ("él", "ella"),
    "de": ("er", "sie"),
    "pt": ("ele", "ela"),
    "it": ("lui", "lei", "egli"),
}
_SPEAKERS = {
    "en": "i we you",
    "fr": "je j nous vous",
    "es": "yo nosotros usted tú",
    "de": "ich wir",
    "pt": "eu nós você",
    "it": "io noi",
}
"""Pronouns of the first person, and of the second by which one is asked; *my friend* and *me* tell of another."""
