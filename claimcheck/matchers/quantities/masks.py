"""Stage 5, match: parts of a text in which digits are no quantity: dates already read, addresses, telephone numbers.

They are found by the marks that give them away, which plain string search finds fast, and then measured out from there;
every reach is bounded, so that hostile text costs no more than any other.  So are runs: of what repeats itself hundreds
of times, only the beginning is read.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice
from operator import eq, not_, or_

from claimcheck.matchers.scanning import Tokens
from claimcheck.model import Span

_MARKS = ("://", "www.", "doi:", "@")
_LEFT = 64
_RIGHT = 2_000
_DOI = re.compile(r"10\.\d{4,9}/\S{1,200}")
_DIGIT_RUN = re.compile(r"[+(\d][\d .()-]{6,28}[\dX]")
_PHONE = re.compile(
    r"(?<![\w.,])\+\d{1,3}[ .()-]{0,2}\d(?:[ .()-]{0,2}\d){6,13}(?!\w)"
    r"|(?<![\w.,])0\d(?:[ .-]?\d\d){4}(?!\d)"
    r"|(?<![\w.,-])\(?\d{3}\)?[ .-]\d{3}-\d{4}(?!\w)"
    r"|(?<![\w.,])\(0\d{1,4}\)[ \d-]{5,14}"
    r"|(?<![\w.,])0\d{1,4}[ /-]\d{3,4}[ -]?\d{3,5}(?!\w)"
    r"|(?<![\w.,])\d{2,6}-\d{3,6}-\d{3,6}(?:-\d{1,6}){0,3}(?!\w)"
    r"|(?<![\w.,-])\d{1,5}-\d{1,7}-\d{1,7}-[\dX](?!\w)"
)


_SHORT = 20_000
"""Tokens up to which a text is read within half a second, whatever it holds."""
_CYCLES = range(1, 7)
"""Tokens of which a text may be nothing but repetitions."""
_REPEATED = b"\x01" * 240
"""Tokens in a row that each are what stood a cycle before: no writing repeats itself so, a hostile text does."""
_WORDLESS = b"\x01" * 3_000
"""Tokens in a row without a word or a line break: a dump of numbers, of which none counts anything."""


def masked_tokens(tokens: Tokens, dates: Iterable[Span]) -> bytearray:
    """Return, per token, whether it lies in a date, an address or a telephone number."""
    masked = bytearray(tokens.count + 1)
    for start, end in (*dates, *_addresses(tokens.text), *_phones(tokens.text)):
        first = bisect_right(tokens.ends, start)
        last = bisect_left(tokens.starts, end, lo=first)
        masked[first:last] = b"\x01" * (last - first)
    for first, last in _dumps(tokens):
        masked[first:last] = b"\x01" * (last - first)
    return masked


def _dumps(tokens: Tokens) -> Iterator[Span]:
    """Give the tokens, from the first to the one after the last, of all but the beginning of each dump."""
    forms = tokens.forms
    if tokens.count <= _SHORT:
        return
    for cycle in _CYCLES:
        yield from _runs(bytes(map(eq, forms, islice(forms, cycle, tokens.count))), _REPEATED, cycle)
    words, breaks = map(str.isalpha, forms), map("\n".__eq__, forms)
    yield from _runs(bytes(map(not_, map(or_, words, breaks))), _WORDLESS, 0)


def _runs(marks: bytes, least: bytes, shift: int) -> Iterator[Span]:
    place = marks.find(least)
    while place >= 0:
        end = marks.find(b"\x00", place)
        end = len(marks) if end < 0 else end
        yield place + len(least) + shift, end + shift
        place = marks.find(least, end)


def _addresses(text: str) -> Iterator[Span]:
    for mark in _MARKS:
        place = text.find(mark)
        while place >= 0:
            start, end = place, place + len(mark)
            while start > 0 and place - start < _LEFT and not text[start - 1].isspace():
                start -= 1
            while end < len(text) and end - place < _RIGHT and not text[end].isspace():
                end += 1
            yield start, end
            place = text.find(mark, end)
    for match in _DOI.finditer(text):
        yield match.span()


def _phones(text: str) -> Iterator[Span]:
    for run in _DIGIT_RUN.finditer(text):
        for match in _PHONE.finditer(text, run.start(), run.end() + 1):
            yield match.span()
