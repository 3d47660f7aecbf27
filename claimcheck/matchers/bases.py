"""Of whom a share is: *of those who arrived, 23 % were minors* says nothing of those who died.

Only where claim and page both say *of those who*, and nothing of what they say behind it is the same.
"""

import re
from functools import lru_cache

from claimcheck.matchers.context import Context
from claimcheck.matchers.passages import Sentence, content
from claimcheck.matchers.words import Term, kin, related, terms
from claimcheck.matchers.words.speakers import LONGEST

_BEHIND = 60
"""Characters behind *of those who* in which stands what they did."""
_ENDS = re.compile(r"[,;:.()\u2013\u2014]|\d")


def is_of_other_base(context: Context, sentence: Sentence) -> bool:
    """Return whether the page says what it says of those who did something else than those of the claim."""
    if len(sentence.text) > LONGEST:
        return False
    theirs = _base(sentence.text, context.passages.language)
    ours = _base(context.reading.text, context.reading.language) if theirs else ()
    if not ours or not theirs:
        return False
    return not any(related(one, other) or not kin(one).isdisjoint(other.keys) for one in ours for other in theirs)


@lru_cache(maxsize=2048)
def _base(text: str, language: str) -> tuple[Term, ...]:
    """Return the words that say who those are of whom a sentence tells a part; none where it says no such thing."""
    pattern = _PATTERNS.get(language[:2])
    found = pattern.search(text) if pattern is not None else None
    if found is None:
        return ()
    end = _ENDS.search(text, found.end(), found.end() + _BEHIND)
    return tuple(content(terms(text, language, (found.end(), end.start() if end else found.end() + _BEHIND))))


def _pattern(of: str, those: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{of})\s?(?:{those})\s", re.IGNORECASE)


_PATTERNS = {
    "en": _pattern(r"of|among", r"(?:all\s)?(?:those|the people|people|persons)(?:\s(?:who|that|which))?"),
    "fr": _pattern(r"de|parmi|chez|d['\u2019]entre", r"(?:tous\s|toutes\s)?(?:ceux|celles|les personnes)(?:\squi)?"),
    "es": _pattern(r"de|entre", r"(?:todos\s)?(?:los|las|aquellos|aquellas) que|quienes"),
    "de": _pattern(r"von|unter|derer|derjenigen|denjenigen", r"(?:allen\s|denen|jenen|denjenigen)?,?\s?die"),
    "pt": _pattern(r"d|de|entre", r"(?:todos\s)?(?:os|as|aqueles|aquelas) que|quem"),
    "it": _pattern(r"di|tra|fra", r"(?:tutti\s)?(?:coloro|quelli|quelle) che|chi"),
}
"""How each language says *of those who*."""
