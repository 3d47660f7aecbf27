"""Stage 4, extract: words that a line break cut in two.

A hyphen between two lower-case letters at the end of a line is taken out and the halves are joined, unless the document
itself writes the word with a hyphen elsewhere and never without: no rule can tell ``well-known`` from ``annota-tors``,
the document often can.  A hyphen before a capital or a digit (``COVID-19``) is one of the word's own and stays.
"""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+|[^\W\d_]+")
_TAIL = re.compile(r"([^\W\d_]+)-$")
_HEAD = re.compile(r"[^\W\d_]+")


def collect_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of a document that stand whole on one line, in lower case."""
    return frozenset(word.lower() for text in texts for word in _WORD.findall(text))


def join_broken(above: str, below: str, words: frozenset[str]) -> str:
    """Return two lines of a paragraph as one."""
    tail = _TAIL.search(above[-60:])
    head = _HEAD.match(below)
    if not above.endswith("-") or not below or (tail is None and not below[0].isdigit()):
        return f"{above} {below}"
    if tail is None or head is None or not (below[0].islower() and tail.group(1)[-1].islower()):
        return above + below
    whole = (tail.group(1) + head.group()).lower()
    compound = f"{tail.group(1)}-{head.group()}".lower()
    if compound in words and whole not in words:
        return above + below
    return above[:-1] + below
