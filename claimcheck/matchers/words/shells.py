"""Stage 5, match: nouns that only wrap what follows them: *the charge of theft*, *la question des salaires*.

They say hardly more than what is in them.  *The risk of a flood* is no such wrap: it is no flood.
"""

import re
from functools import lru_cache

from claimcheck.matchers.words.index import terms
from claimcheck.model import Span

_SHELLS = frozenset(
    (
        *("charge", "allege", "reality", "ask_question", "matter_affair", "hypothesis", "theory", "principle", "idea"),
        "phenomenon",
    )
)
_OF = re.compile(
    r"\s(?:of\b|de\b|du\b|des\b|d['\u2019]|von\b|der\b|da\b|do\b|das\b|dos\b|di\b|del\b|della\b|dell['\u2019])",
    re.IGNORECASE,
)


@lru_cache(maxsize=2048)
def shells(text: str, language: str) -> tuple[Span, ...]:
    """Return where the nouns of a sentence stand that wrap what follows them."""
    return tuple(
        term.span
        for term in terms(text, language)
        if not term.keys.isdisjoint(_SHELLS) and _OF.match(text, term.span[1]) is not None
    )
