"""Active or passive: who stands first in a clause did it, or had it done to them."""

import re

_PARTS = {
    "en": (
        "is are was were been being be gets get got",
        r"(?:\w+ly\s+)?\w+(?:ed|en|wn|lt|nt|ld|ne|ught|pt|de|id|ung|un)",
        "by",
    ),
    "fr": (
        "est sont était étaient été fut furent sera seront soit être",
        r"(?:\w+ment\s+)?\w+(?:é|ée|és|ées|i|ie|is|ies|u|ue|us|ues|it|ite|ert|erte)",
        "par",
    ),
    "es": (
        "es son fue fueron sido era eran ser",
        r"\w+(?:ado|ada|ados|adas|ido|ida|idos|idas|to|ta|tos|tas)",
        "por",
    ),
    "de": ("wird werden wurde wurden worden", r"", "von vom durch"),
    "pt": (
        "é são foi foram sido era eram ser",
        r"\w+(?:ado|ada|ados|adas|ido|ida|idos|idas|to|ta|tos|tas)",
        "por pelo pela pelos pelas",
    ),
    "it": (
        "è sono fu furono stato stata stati state era erano viene vengono",
        r"\w+(?:ato|ata|ati|ate|ito|ita|iti|ite|uto|uta|uti|ute|to|ta|ti|te)",
        "da dal dalla dallo dagli dalle",
    ),
}
"""Per language the forms of "to be", how a participle ends, and the words before who did it."""


def _pattern(language: str) -> str:
    """Return a pattern whose gaps are bounded, so that the search is linear in the text."""
    be, participle, by = _PARTS[language]
    forms, agents = "|".join(be.split()), "|".join(by.split())
    if language == "de":
        # The participle ends the sentence: what tells is that both words stand in it, in either order.
        return rf"\b(?:{forms})\b.{{0,80}}\b(?:{agents})\b|\b(?:{agents})\b.{{0,80}}\b(?:{forms})\b"
    return rf"\b(?:{forms})\s+{participle}\b.{{0,60}}\b(?:{agents})\b"


_PASSIVES = {language: re.compile(_pattern(language), re.IGNORECASE) for language in _PARTS}


def is_passive(text: str, language: str) -> bool:
    """Return whether a clause is in the passive and names who did it."""
    pattern = _PASSIVES.get(language)
    return pattern is not None and pattern.search(text) is not None
