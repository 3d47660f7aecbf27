"""Who is named only to be set against another: *Norvax, not Medilan, will deliver the doses*.

What the sentence says, it says of the other.  The words that set a name so stand in ``words/tables/instead.tsv``.
"""

import re
from functools import lru_cache

from claimcheck.enums import Code
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.names import Name
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import Relation, conflicts
from claimcheck.matchers.words.tables import rows, split
from claimcheck.matchers.words.tokens import LANGUAGES, known_language

_FEWEST = 2
"""Names of a sentence of which one may be set against another."""
_REACH = 40
"""Characters before a name in which the words that set it against another stand."""


def set_against(context: Context, assertion: Assertion, candidate: Candidate) -> Relation | None:
    """Return a conflict where the sentence names somebody of the claim only to say that it is another; or none."""
    sentence = candidate.sentence
    held = context.passages.names_in(sentence) if assertion.names else ()
    if len(held) < _FEWEST or context.reading.cues.negations or _sets(context.reading.text, context.reading.language):
        return None
    text, language = context.passages.document.text, context.passages.language
    for name in assertion.names:
        mine = [other for other in held if context.is_one(name, other)]
        instead = [other for other in held if not any(context.is_one(one, other) for one in assertion.names)]
        if mine and instead and all(_is_set(text, sentence.span[0], other, language) for other in mine):
            return conflicts(Code.ENTITY_CONFLICT, f"the source says it of {instead[0].surface}, not {name.surface}")
    return None


def _is_set(text: str, begin: int, name: Name, language: str) -> bool:
    before = text[max(begin, name.span[0] - _REACH) : name.span[0]]
    return _before_name(known_language(language)).search(before) is not None


def _sets(text: str, language: str) -> bool:
    """Return whether the claim itself sets one against another."""
    return _in_text(known_language(language)).search(text) is not None


@lru_cache(maxsize=len(LANGUAGES))
def _before_name(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[\s,(\u2013\u2014-])(?:{_any(language, 'before')})\s(?:(?:{_any(language, 'article')})\s?)?$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=len(LANGUAGES))
def _in_text(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(language, 'before')})(?!\w)", re.IGNORECASE)


def _any(language: str, kind: str) -> str:
    """Return a pattern of the phrases of a kind, which matches nothing for a language without any."""
    phrases = [
        p for code, listed, words in rows("instead.tsv") if (code, listed) == (language, kind) for p in split(words)
    ]
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True)) or r"(?!)"
