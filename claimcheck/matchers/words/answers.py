"""Stage 5, match: short sentences that say whether the one before them holds: *No*, *It did not*, *C'est faux*.

Their phrases stand in ``tables/answers.tsv``: ``yes`` and ``no`` begin the answer to a question, ``denied`` is a whole
sentence that denies the one before, ``no_longer`` one that says it holds no more.  The English ones of a pronoun and an
auxiliary are told by their form.
"""

import re
from enum import StrEnum
from functools import lru_cache

from claimcheck.matchers.words.tables import rows, split
from claimcheck.matchers.words.tokens import LANGUAGES, known_language, tokenise

LONGEST = 60
"""Characters of the longest sentence that only denies the one before it."""
_LONGEST_WORDS = 4
"""Words of the longest phrase that begins an answer."""


class Answer(StrEnum):
    """What a sentence says of the one before it."""

    YES = "yes"
    NO = "no"


def answer(text: str, language: str) -> Answer | None:
    """Return how a sentence begins to answer the question before it, or none where it does not say yes or no."""
    code = known_language(language)
    tokens = tokenise(text, code, (0, min(len(text), LONGEST)))[: _LONGEST_WORDS + 1]
    forms = tuple(token.form for token in tokens)
    for size in range(min(_LONGEST_WORDS, len(forms)), 0, -1):
        for kind in Answer:
            if forms[:size] in _phrases(code, kind.value) and _ends(text, tokens[size - 1].end):
                return kind
    return None


def _ends(text: str, place: int) -> bool:
    """Whether an answer ends at a place: behind it comes a mark, or nothing."""
    return text[place:].lstrip()[:1] in {"", ".", ",", "!", ":", ";", "\u2013", "\u2014", "\u2026"}


def denies_before(text: str, language: str) -> bool:
    """Return whether a sentence, or what stands before its first strong mark, only denies the one before: *He did not*.

    *It does not; the guild is neutral* denies it just as well.
    """
    first = _STRONG.split(text.strip(), maxsplit=1)[0]
    if len(first) > LONGEST:
        return False
    code = known_language(language)
    if code == "en" and _ELLIPSIS.fullmatch(first):
        return True
    forms = tuple(token.form for token in tokenise(first, code))
    return forms in _phrases(code, "denied") or (forms[1:] in _phrases(code, "denied") and forms[0] in _HOWEVER)


def ends_before(text: str, language: str) -> bool:
    """Return whether a sentence only says that what the one before it told holds no longer: *I no longer am*."""
    first = _STRONG.split(text.strip(), maxsplit=1)[0]
    if len(first) > LONGEST:
        return False
    code = known_language(language)
    return tuple(token.form for token in tokenise(first, code)) in _phrases(code, "no_longer")


_STRONG = re.compile(r"[.!;:\u2013\u2014]")
_ELLIPSIS = re.compile(
    r"(?:but |in fact,? )?(?:it|he|she|they|we|i|you|that|this) "
    r"(?:(?:did|does|do|was|were|is|are|has|have|had|will|would|could|can)(?: not|n['\u2019]t)|cannot|won['\u2019]t)",
    re.IGNORECASE,
)
_HOWEVER = frozenset(("but", "mais", "or", "pero", "doch", "aber", "mas", "ma"))


@lru_cache(maxsize=len(LANGUAGES) * 4)
def _phrases(language: str, kind: str) -> frozenset[tuple[str, ...]]:
    return frozenset(
        tuple(token.form for token in tokenise(phrase, language))
        for code, listed, cell in rows("answers.tsv")
        if (code, listed) == (language, kind)
        for phrase in split(cell)
    )
