"""Stage 1, load: what a fragment says: the words that ``#:~:text=`` quotes, the place that ``#id`` names.

The grammar is that of the WICG draft "URL Fragment Text Directives": after ``:~:``, directives joined by ``&``; of a
text directive, ``[prefix-,]start[,end][,-suffix]``, each percent-encoded.  The draft has a browser pass over a
directive that it cannot read; here it is a mistake worth telling, for the writer believes that the words are checked.
"""

import re
from urllib.parse import unquote

from claimcheck.model import Quote
from claimcheck.text import printable

_DELIMITER = ":~:"
_DIRECTIVE = "text="
_DIVIDING_COMMA = re.compile(r"(?<![0-9]),(?!\s|%20|%C2%A0)|(?<=[0-9]),(?!\s|%20|%C2%A0|[0-9]{3}(?![0-9]))")
"""Between the parts of a directive.  A comma before a space, or within a number such as 4,200, belongs to the words:
browsers write it as %2C, people as it is."""
_ANCHOR = re.compile(r"(?![/!])[^\s=&\x00-\x1f\x7f]{1,200}")


class FragmentError(Exception):
    """A text directive that has no reading; the message says why."""


def read_fragment(fragment: str) -> tuple[Quote, ...]:
    """Return the quotes of a fragment, without its ``#``; none where it has no text directive.

    A range of ``start,end`` is a quote with an ellipsis: ``start … end``.

    Raises:
        FragmentError: a text directive cannot be read.
    """
    _, found, directives = fragment.partition(_DELIMITER)
    if not found:
        return ()
    return tuple(
        _read_directive(directive.removeprefix(_DIRECTIVE))
        for directive in directives.split("&")
        if directive.startswith(_DIRECTIVE)
    )


def read_anchor(fragment: str) -> str:
    """Return the place on a page that a fragment, without its ``#``, names; empty where it names none.

    Paths of applications (``#/a``, ``#!a``), parameters (``#page=3``) and ``#top``, which is on every page, are none.
    """
    anchor = unquote(fragment.partition(_DELIMITER)[0])
    return anchor if _ANCHOR.fullmatch(anchor) and anchor.lower() != "top" else ""


def _read_directive(value: str) -> Quote:
    parts = _DIVIDING_COMMA.split(value)
    prefix = parts.pop(0)[:-1] if len(parts) > 1 and parts[0].endswith("-") else ""
    suffix = parts.pop()[1:] if len(parts) > 1 and parts[-1].startswith("-") else ""
    if not 1 <= len(parts) <= 2:  # noqa: PLR2004 - start, and end
        raise FragmentError("it has too many commas; a comma inside the words is %2C")
    words = [_decode(part) for part in parts]
    if not all(words):
        raise FragmentError("it quotes nothing")
    return Quote(" … ".join(words), prefix=_decode(prefix), suffix=_decode(suffix))


def _decode(part: str) -> str:
    try:
        return printable(unquote(part, errors="strict"))
    except UnicodeDecodeError:
        raise FragmentError("its percent-encoding is not UTF-8") from None
