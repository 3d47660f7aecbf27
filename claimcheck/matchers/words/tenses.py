"""Stage 5, match: the tenses of Romance verbs that an ending marks: *ouvrira* is to come, *aurait* is not sure."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from claimcheck.matchers.words.lexicon import lexicon
from claimcheck.matchers.words.tokens import Token

_FUTURES = {
    "fr": ("era", "eront", "ira", "iront", "dra", "dront", "tra", "tront", "vra", "vront", "rra", "rront"),
    "es": ("ará", "arán", "erá", "erán", "irá", "irán", "drá", "drán"),
    "pt": ("ará", "arão", "erá", "erão", "irá", "irão"),
    "it": ("erà", "eranno", "irà", "iranno", "drà", "dranno", "rrà", "rranno"),
}
"""The endings of the third person future; the word must also be of the lexicon, as an inflected form alone."""


_CONDITIONALS = {
    "fr": ("rait", "raient"),
    "es": ("ría", "rían"),
    "pt": ("ria", "riam"),
    "it": ("rebbe", "rebbero"),
}
"""Endings of the conditional of the third person: *la fermeture coûterait 35 millions*."""
_INFINITIVES = ("ar", "er", "ir")
_AFTER_INFINITIVE = {"fr": ("ait", "aient"), "es": ("ía", "ían"), "pt": ("ia", "iam")}


def futures(tokens: Iterable[Token], language: str) -> Iterator[Token]:
    """Give the words that are verbs in the future."""
    endings = _FUTURES.get(language, ())
    return (t for t in tokens if t.form.endswith(endings) and not t.capital and _is_future(t.form, language))


def conditionals(tokens: Iterable[Token], language: str) -> Iterator[Token]:
    """Give the words that are verbs in the conditional."""
    endings = _CONDITIONALS.get(language, ())
    return (t for t in tokens if t.form.endswith(endings) and not t.capital and _is_conditional(t.form, language))


@lru_cache(maxsize=8192)
def _is_conditional(form: str, language: str) -> bool:
    """Whether a verb is a conditional: what stands before its ending is an infinitive; *montrait* is a past."""
    words = lexicon(language)
    ends = [ending for ending in _AFTER_INFINITIVE.get(language, ()) if form.endswith(ending)]
    if words.is_word(form):
        return False
    if not ends:
        return bool(words.exact(form))
    infinitive = form.removesuffix(ends[0])
    return (infinitive.endswith(_INFINITIVES) and words.is_word(infinitive)) or (
        infinitive.endswith("dr") and words.is_word(infinitive + "e")
    )


@lru_cache(maxsize=8192)
def _is_future(form: str, language: str) -> bool:
    words = lexicon(language)
    return not words.is_word(form) and bool(words.exact(form))
