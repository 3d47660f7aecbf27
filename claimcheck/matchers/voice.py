"""Active or passive: who stands first in a clause did it, or had it done to them."""

import re

_BE = {
    "en": r"\b(?:is|are|was|were|been|being|be|gets?|got)\s+(?:\w+ly\s+)?\w+(?:ed|en|wn|lt|nt|ld|ne|ught|pt|de|id|ung|un)\b.{0,60}\bby\b",
    "fr": r"\b(?:est|sont|était|étaient|été|fut|furent|sera|seront|soit|être)\s+(?:\w+ment\s+)?\w+(?:é|ée|és|ées|i|ie|is|ies|u|ue|us|ues|it|ite|ert|erte)\b.{0,60}\bpar\b",
    "es": r"\b(?:es|son|fue|fueron|sido|era|eran|ser)\s+\w+(?:ado|ada|ados|adas|ido|ida|idos|idas|to|ta|tos|tas)\b.{0,60}\bpor\b",
    "de": r"\b(?:wird|werden|wurde|wurden|worden)\b.{0,80}\b(?:von|vom|durch)\b|\b(?:von|vom|durch)\b.{0,80}\b(?:wird|wurde|wurden|worden)\b",
    "pt": r"\b(?:é|são|foi|foram|sido|era|eram|ser)\s+\w+(?:ado|ada|ados|adas|ido|ida|idos|idas|to|ta|tos|tas)\b.{0,60}\b(?:por|pelo|pela|pelos|pelas)\b",
    "it": r"\b(?:è|sono|fu|furono|stato|stata|stati|state|era|erano|viene|vengono)\s+\w+(?:ato|ata|ati|ate|ito|ita|iti|ite|uto|uta|uti|ute|to|ta|ti|te)\b.{0,60}\b(?:da|dal|dalla|dallo|dagli|dalle)\b",
}
"""A form of "to be", a participle, and who did it: the gaps are bounded, so the search is linear in the text."""
_PASSIVES = {language: re.compile(pattern, re.IGNORECASE) for language, pattern in _BE.items()}


def is_passive(text: str, language: str) -> bool:
    """Return whether a clause is in the passive and names who did it."""
    pattern = _PASSIVES.get(language)
    return pattern is not None and pattern.search(text) is not None
