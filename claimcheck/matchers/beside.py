"""What a claim only sets its value beside: *earn 9.40 euros, barely more than the minimum*.

The words behind the comparison are of another value: they say nothing of whose the claim's own is.
"""

import re

from claimcheck.matchers.reading import Assertion, Reading

_THAN = {
    "en": r"(?:more|less|fewer|higher|lower|better|worse) than|above|below|over|under|against|beyond"
    r"|compared (?:with|to)",
    "fr": r"(?:plus|moins|mieux) qu[e'\u2019]|(?:au[- ]dessus|en dessous|au[- ]dessous) d[eu'\u2019]s?"
    r"|(?:supérieur|inférieur)e?s? (?:à|aux?)|contre|par rapport (?:à|aux?)",
    "es": r"(?:más|menos) que|por (?:encima|debajo) del?|(?:superior|inferior)(?:es)? al?|frente al?|respecto al?",
    "de": r"(?:mehr|weniger|höher|niedriger) als|über de[mn]|unter de[mn]|gegenüber",
    "pt": r"(?:mais|menos) (?:do )?que|(?:acima|abaixo) d[aeo]s?|(?:superior|inferior)(?:es)? [àa]os?|face [àa]o?",
    "it": r"(?:più|meno) d(?:i|el|ella|ei)|(?:sopra|sotto) (?:il|la|i|le)|(?:superior|inferior)[ei] a\w*|rispetto a\w*",
}
_BARELY = (
    "à peine|un peu|bien|nettement|légèrement|beaucoup|juste|barely|slightly|just|well|far|much|a little|apenas|algo"
    "|mucho|muy|kaum|etwas|deutlich|weit|pouco|muito|appena|poco|molto|ben"
)
"""Words that say how far apart the two are."""
_PATTERNS = {
    language: re.compile(rf"\b(?:(?:{_BARELY}) )?(?:{words})(?:(?<=['\u2019])|\s)(?![^.;]{{0,12}}\d)", re.IGNORECASE)
    for language, words in _THAN.items()
}
"""How each language sets a value beside another that it does not tell."""


def beside_from(reading: Reading, assertion: Assertion) -> int | None:
    """Return from where in the claim its words are of what its value is only set beside; none where there is no such.

    The value stands before the comparison, and none behind it.
    """
    pattern = _PATTERNS.get(reading.language[:2])
    if pattern is None or assertion.quantity is None:
        return None
    found = pattern.search(reading.text, assertion.quantity.span[1])
    if found is None or any(q.span[0] >= found.start() for q in reading.quantities):
        return None
    return found.start()
