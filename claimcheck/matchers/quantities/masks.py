"""Stage 5, match: digits that are no quantity: addresses, labels, versions, times of day, names of products.

Some are cut out of the text by pattern before anything is read (addresses of the web, of mail, telephone numbers); the
others are told by the tokens around them.  Every pattern is bounded, so that hostile text costs no more than any other.
"""

import re
from collections.abc import Iterable

from claimcheck.matchers.quantities.tables import Lexis
from claimcheck.matchers.scanning import Tokens
from claimcheck.matchers.values import DateExpr
from claimcheck.model import Span

_ADDRESS = re.compile(
    r"(?:https?://|www\.|doi:|ftp://)\S{1,2000}|\b10\.\d{4,9}/\S{1,200}|(?<![\w.])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
)
_PHONE = re.compile(
    r"(?<![\w.,])\+\d{1,3}[ .()-]{0,2}\d(?:[ .()-]{0,2}\d){6,13}(?![\w])"
    r"|(?<![\w.,])0\d(?:[ .-]?\d\d){4}(?!\d)"
    r"|(?<![\w.,-])\(?\d{3}\)?[ .-]\d{3}-\d{4}(?![\w])"
    r"|(?<![\w.,])\(0\d{1,4}\)[ \d-]{5,14}"
    r"|(?<![\w.,])\d{2,6}-\d{3,6}-\d{3,6}(?:-\d{1,6}){0,3}(?![\w])"
    r"|(?<![\w.,-])\d{1,5}-\d{1,7}-\d{1,7}-[\dX](?!\w)"
)


def masked_tokens(tokens: Tokens, dates: Iterable[DateExpr]) -> bytearray:
    """Return, per token, whether it lies in a date, or in an address or a telephone number."""
    masked = bytearray(tokens.count + 1)
    text = tokens.text
    spans: list[Span] = [date.span for date in dates]
    if "@" in text or "/" in text or "www." in text or "doi:" in text:
        spans += [match.span() for match in _ADDRESS.finditer(text)]
    spans += [match.span() for match in _PHONE.finditer(text)]
    if not spans:
        return masked
    spans.sort()
    place, count = 0, len(spans)
    for index, start in enumerate(tokens.starts):
        while place < count and spans[place][1] <= start:
            place += 1
        if place == count:
            break
        if spans[place][0] <= start:
            masked[index] = 1
    return masked
