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
    first = (token.form for token in tokenise(text, code, span)[:_FIRST])
    return any(form in _pronouns(code, to_person) for form in first)


@lru_cache(maxsize=2 * len(LANGUAGES))
def _pronouns(language: str, of_persons: bool) -> frozenset[str]:
    kinds = {"person"} if of_persons else {"person", "thing"}
    return frozenset(
        word for code, kind, cell in rows("pronouns.tsv") if code == language and kind in kinds for word in split(cell)
    )
