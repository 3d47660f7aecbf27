"""A share told for some years in all is none a year: *9 % over two years* is no rise of 9 % a year.

Only where the words right behind it say so; *over the year* is a rate.
"""

import re

from claimcheck.enums import Code
from claimcheck.matchers.relation import Relation, conflicts
from claimcheck.matchers.values import Dimension, Quantity

_BEHIND = 60
"""Characters behind a share in which stands over what time it is told."""
_TIMES = frozenset({"year", "month", "quarter"})


def compare_times(ours: tuple[Quantity, str, str], theirs: tuple[Quantity, str, str]) -> Relation | None:
    """Return that one of two shares is told per year and the other over all of some years; or none.

    Each comes with the text that it stands in, and its language.
    """
    shares = all(quantity.dimension is Dimension.PERCENT for quantity, _, _ in (ours, theirs))
    if not shares or bool(ours[0].per) is bool(theirs[0].per) or ours[0].low != theirs[0].low:
        return None
    rate, (held, text, language) = (ours[0], theirs) if ours[0].per else (theirs[0], ours)
    pattern = _PATTERNS.get(language[:2])
    if rate.per not in _TIMES or pattern is None:
        return None
    said = pattern.match(text, held.span[1], held.span[1] + _BEHIND)
    if said is None:
        return None
    other = f"over all the time, not per {rate.per}" if rate is ours[0] else f"per {rate.per}, not over all the time"
    return conflicts(Code.RATE_CONFLICT, other)


def _pattern(over: str, one: str, times: str, all_: str) -> re.Pattern[str]:
    return re.compile(
        rf"[^.;:,()\d]{{0,25}}?\s(?:(?:{over})\s(?!(?:\w+\s){{0,2}}(?:{one})\s)(?:[\w-]+\s){{0,3}}(?:{times})|{all_})\b",
        re.IGNORECASE,
    )


_PATTERNS = {
    "en": _pattern("over|across|in the course of", "one|a|1|twelve|12", "years|quarters|period", "in all|in total"),
    "fr": _pattern(
        "sur|en|au cours des|au cours de|sur l'ensemble de",
        "une?|1|douze|12",
        "ans|années|trimestres|période",
        "au total|en tout",
    ),
    "es": _pattern("en|durante|a lo largo de", "una?|1|doce|12", "años|trimestres|per[ií]odo", "en total"),
    "de": _pattern(
        "über|in|binnen|innerhalb von", "eine[mnrs]?|1|zwölf|12", "jahren?|quartalen?|zeitraum", "insgesamt|zusammen"
    ),
    "pt": _pattern("em|durante|ao longo de|ao longo dos", "uma?|1|doze|12", "anos|trimestres|período", "no total"),
    "it": _pattern(
        "in|su|nell'arco di|nel corso di", "uno?|una|1|dodici|12", "anni|trimestri|periodo", "in tutto|in totale"
    ),
}
"""How each language says, right behind a share, that it is over several years or over a whole time."""
