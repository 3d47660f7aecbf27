"""Stage 5, match: the door of PyStemmer, which gives the Snowball stems of words.

Why Snowball: it is compiled, needs no data, covers the six languages and stems a million words a second.  It
over-stems (*universe* and *university* meet), so stems decide only where no table knows the word.  simplemma was
tried: it gives lemmas, but carries 19 MB of data for them.
"""

from functools import lru_cache

import Stemmer  # type: ignore[import-not-found]  # PyStemmer ships no types

from claimcheck.text import fold

_ALGORITHMS = {
    "en": "english",
    "fr": "french",
    "es": "spanish",
    "de": "german",
    "pt": "portuguese",
    "it": "italian",
    "nl": "dutch",
    "sv": "swedish",
    "da": "danish",
    "no": "norwegian",
    "fi": "finnish",
    "ro": "romanian",
    "ca": "catalan",
}


@lru_cache(maxsize=len(_ALGORITHMS))
def _stemmer(language: str) -> Stemmer.Stemmer:
    # The stemmer's own cache is off: the caller's is bounded and shared by all lookups of a word.
    return Stemmer.Stemmer(_ALGORITHMS[language], 0)


def stem(form: str, language: str) -> str:
    """Return the folded stem of a lower-case word; in a language without a stemmer, the folded word."""
    return fold(str(_stemmer(language).stemWord(form))) if language in _ALGORITHMS else fold(form)


def stem_all(forms: list[str], language: str) -> list[str]:
    """Return the folded stems of many lower-case words, in their order."""
    if language not in _ALGORITHMS:
        return [fold(form) for form in forms]
    return [fold(form) for form in _stemmer(language).stemWords(forms)]
