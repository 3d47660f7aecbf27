"""Stage 5, match: sentences in which a publication tells what it had said itself: *this page gave 18 metres*.

That alone corrects nothing; another value right behind it does.  The words stand in ``tables/retelling.tsv``.
"""

from functools import lru_cache

from claimcheck.matchers.words.tables import rows, split
from claimcheck.matchers.words.tokens import LANGUAGES, Token, known_language, tokenise

_NEAR = 5
"""Words that may stand between what told and that it told: *the headline of yesterday's page gave*."""


@lru_cache(maxsize=2048)
def retells(sentence: str, language: str) -> int | None:
    """Return where in a sentence a publication begins to tell what it had said, or none where it does not."""
    code = known_language(language)
    tokens = tokenise(sentence, code)
    if _openers(code).isdisjoint([token.form for token in tokens]):
        return None
    selves = _words(code, "self")
    told = _words(code, "told")
    for place, token in enumerate(tokens):
        if token.form in selves:
            around = (*tokens[max(0, place - _NEAR) : place], *tokens[place + 1 : place + 2 + _NEAR])
            if any(other.form in told for other in around):
                return min(token.start, *(other.start for other in around if other.form in told))
        if _says_we(tokens, place, code):
            return token.start
    return None


def _says_we(tokens: tuple[Token, ...], place: int, language: str) -> bool:
    """Whether a verb at a place is of the first person by its form, where the language leaves out *we*."""
    return any(tuple(t.form for t in tokens[place : place + len(verb)]) == verb for verb in _verbs(language))


@lru_cache(maxsize=len(LANGUAGES) * 2)
def _words(language: str, kind: str) -> frozenset[str]:
    found = (split(cell) for code, listed, cell in rows("retelling.tsv") if (code, listed) == (language, kind))
    return frozenset(word for listed in found for word in listed)


@lru_cache(maxsize=len(LANGUAGES))
def _openers(language: str) -> frozenset[str]:
    """Return the words of which a sentence that retells has one."""
    return _words(language, "self") | {verb[0] for verb in _verbs(language)}


@lru_cache(maxsize=len(LANGUAGES))
def _verbs(language: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(verb.split()) for verb in _words(language, "we"))
