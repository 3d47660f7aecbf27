"""Stage 4, extract: whether a page may be parsed here, or only where its parser can be stopped.

Selectolax (lexbor) takes time that grows with the square of the depth of nesting, of the attributes of one tag and of
the options of a list: 100,000 nested ``<div>`` and 200,000 attributes or options take it more than 20 seconds, 2,000
of any take it 20 milliseconds.  Elements of formatting that are never closed are made again in every paragraph.

The scan reads tags with one possessive regular expression, which is linear whatever the page holds.  It is a guess at
what a parser will do, on the side of doubt: a doubtful page is only read more slowly.
"""

import re

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,32}+)((?:[^\"'<>]|\"[^\"]*+\"?|'[^']*+'?)*+)")
_QUOTED = re.compile(r"\"[^\"]*+\"?|'[^']*+'?")
_BETWEEN_ATTRIBUTES = re.compile(r"[\s/]+")
_DEEPEST = 400
_FORMATS = frozenset(["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"])
_MOST_FORMATS = 24
_MOST_OPTIONS = 3_000
_LONG_TAG = 1_500
_MOST_ATTRIBUTES = 2_000

_NEVER_DEEP = frozenset(
    """
    area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option
    optgroup colgroup html head body !doctype
    """.split()  # noqa: SIM905 - a table of words reads better as words
)
"""Tags that have no end, or whose end a parser adds by itself."""


def is_doubtful(html: str) -> bool:
    """Return whether a page may take a parser more time than its size says."""
    if html.count("<option") > _MOST_OPTIONS:
        return True
    depth = formats = 0
    for found in _TAG.finditer(html):  # one at a time: a page may be nothing but millions of tags
        end, name, rest = found.groups()
        tag = name.lower()
        if len(rest) > _LONG_TAG and len(_BETWEEN_ATTRIBUTES.findall(_QUOTED.sub("", rest))) > _MOST_ATTRIBUTES:
            return True
        if tag in _NEVER_DEEP:
            continue
        if end:
            depth -= depth > 0
            formats -= formats > 0 and tag in _FORMATS
            continue
        depth += 1
        formats += tag in _FORMATS
        if depth > _DEEPEST or formats > _MOST_FORMATS:
            return True
    return False
