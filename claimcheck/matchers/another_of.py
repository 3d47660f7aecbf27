"""Of whom a value is where whom the claim names stands only for whose somebody else is: *Ardel's neighbour Lorvia*.

*Bjell's rival Kronel lost 40 ships*, *Lorvia, the neighbour of Ardel, has 11 million users*: the ships are Kronel's.
"""

import re

from claimcheck.matchers.context import Context
from claimcheck.matchers.names import Name
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.snippets import RIVALS
from claimcheck.matchers.words import is_relative_of
from claimcheck.model import Span

_NEXT = 3
"""Characters between the word that tells whose he is and the name of whom it tells, or between the two names."""
_OWN = re.compile(r"['\u2019]s?\s(?:[^\W\d_]+\s){0,2}$")
_OF = re.compile(
    r"\s(?:of|to|de|du|d['\u2019]|von|do|da|di|del|della|dell['\u2019])\s?(?:l['\u2019]|the\s|la\s|el\s)?$"
)


def is_of_whose_it_is(context: Context, sentence: Sentence, place: Span) -> bool:
    """Return whether the part of a sentence that a value stands in is of somebody told of by one of the claim's names.

    So it is where no name of the claim stands there otherwise, and the claim does not name the other.
    """
    if not context.reading.names:
        return False
    begin, end = sentence.clause_at(place[0])
    held = [name for name in context.passages.names_in(sentence) if begin <= name.span[0] < end]
    ours = [name for name in held if any(context.is_one(wanted, name) for wanted in context.reading.names)]
    others = [name for name in held if name not in ours]
    return any(_tells_of(context, sentence, name, other) for name in ours for other in others)


def _tells_of(context: Context, sentence: Sentence, whose: Name, who: Name) -> bool:
    """Return whether a name says whose another is, right beside it."""
    if who.kind not in RIVALS[whose.kind]:
        return False
    text = context.passages.document.text
    for term in sentence.terms:
        if not is_relative_of(term):
            continue
        before, behind = term.span[0] - whose.span[1], whose.span[0] - term.span[1]
        if 0 <= before <= _LONGEST and _OWN.match(text[whose.span[1] : term.span[0]]):
            return 0 <= who.span[0] - term.span[1] <= _NEXT
        if 0 <= behind <= _LONGEST and _OF.match(text[term.span[1] : whose.span[0]]):
            led = text[who.span[1] : term.span[0]]
            apart = 0 <= who.span[0] - whose.span[1] <= _NEXT
            return apart or (led.startswith(",") and len(led) <= _LONGEST and led.count(",") == 1)
    return False


_LONGEST = 30
"""Characters between a name and the word that it says whose it is."""
