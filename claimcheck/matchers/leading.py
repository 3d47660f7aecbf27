"""Days that lead what happened on them: *On 3 May, the mill opened, and on 8 June, it burnt down*.

What stands behind such a day is of it, up to the next one: the comma there does not end what it tells.
"""

import re

from claimcheck.matchers.passages import Passages, Sentence
from claimcheck.model import Span


def front(passages: Passages, sentence: Sentence, day: Span) -> int | None:
    """Return where the part begins that a day leads, with a comma behind it; none where it leads nothing."""
    if not any(held.span == day for held in (*passages.dates_in(sentence), *passages.yearless_in(sentence))):
        return None
    text = passages.document.text
    if text[day[1] : day[1] + 1] != ",":
        return None
    led = _LED.search(text, max(sentence.span[0], day[0] - _LONGEST), day[0])
    return led.start(1) if led is not None else None


_LED = re.compile(r"(?:[,;.!?]\s|^)((?:[^\W\d_]+\s){0,2})$")
"""What stands before a day that leads: the head of the sentence or a mark, perhaps a conjunction and a preposition."""
_LONGEST = 24
"""Characters of these words."""
