"""Stage 5, match: sentences that speak on of what the sentence before named: *It cost 410 million*.

Only a pronoun or a demonstrative among the first words tells; the words stand in ``tables/pronouns.tsv``.
"""

from functools import lru_cache

from claimcheck.matchers.words.tables import rows, split
from claimcheck.matchers.words.tokens import LANGUAGES, known_language, tokenise
from claimcheck.model import Span

_FIRST = 3
"""Words in which the pronoun must stand: *In 2019 it opened*."""


def refers_back(text: str, language: str, span: Span) -> bool:
    """Return whether a sentence begins by referring to the one before it."""
    code = known_language(language)
    first = (token.form for token in tokenise(text, code, span)[:_FIRST])
    return any(form in _pronouns(code) for form in first)


@lru_cache(maxsize=len(LANGUAGES))
def _pronouns(language: str) -> frozenset[str]:
    return frozenset(word for code, cell in rows("pronouns.tsv") if code == language for word in split(cell))
