"""Markup: texts and elements → HTML in which no text can be anything but text.  Pure.

The builder is our own, for what it must promise is small and strict, and the libraries promise less.  A template engine
with escaping on (Jinja2) leaves control and bidi characters in, knows nothing of the length of a text, and a template
is neither typed nor checked before it runs.  Here the only way to markup is ``element``, whose names are our own and
checked; any other string is escaped, made visible and cut; and an address becomes a link by ``link_to`` alone.
"""

import html
import re
from collections.abc import Iterable
from typing import TypeAlias

from claimcheck.text import printable

LONGEST = 8_000
"""Characters of one text, whatever it is; what people write is shorter, and its own places cut it earlier."""
_NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9-]*")
_BREAKS = re.compile("[\t\n\v\f\r\x85\u2028\u2029]")
"""What breaks a line, somewhere: on the page they are spaces."""
_VOID = frozenset({"meta", "link", "input", "br", "wbr", "hr"})
_WEB = ("http://", "https://")


class Markup(str):
    """HTML that was made here: it goes into other HTML as it is."""

    __slots__ = ()


Child: TypeAlias = "str | int | Iterable[Child] | None"
"""What an element may hold: markup, texts, numbers, nothing, and any number of these."""
Value: TypeAlias = str | int | bool | None
"""What an attribute may have: false and none leave it out, true writes its name alone."""


def escape(text: str) -> Markup:
    """Return a text as HTML: no control, bidi or invisible character is left in it, and no more than ``LONGEST``."""
    if isinstance(text, Markup):
        return text
    cut = text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
    return Markup(html.escape(_BREAKS.sub(" ", printable(cut, keep_lines=True))))


def join(*children: Child) -> Markup:
    """Return children one after the other."""
    return Markup("".join(_flat(children)))


def element(name: str, /, *children: Child, **attributes: Value) -> Markup:
    """Return an element.

    The names of attributes are written with ``_`` for ``-``, and with one behind where Python has the word: ``class_``,
    ``aria_label``.

    Raises:
        ValueError: the name of the element or of an attribute is none, or is one that would run something.
    """
    start = f"<{_checked(name)}{''.join(_attribute(key, value) for key, value in attributes.items())}>"
    return Markup(start) if name in _VOID else Markup(f"{start}{join(*children)}</{name}>")


def verbatim(text: str) -> Markup:
    """Return our own markup, styles or script, as they are; never call it with what came from elsewhere."""
    return Markup(text)


def link_to(address: str, *children: Child, **attributes: Value) -> Markup:
    """Return a link to an address of the web; where it is none, such as a file's, the children without a link."""
    plain = printable(address)
    if not plain.lower().startswith(_WEB) or len(plain) > LONGEST:
        return element("span", *children, **attributes)
    return element("a", *children, href=plain, rel="noreferrer noopener external", **attributes)


def _flat(children: Iterable[Child]) -> Iterable[str]:
    for child in children:
        if child is None:
            continue
        if isinstance(child, str):
            yield escape(child)
        elif isinstance(child, int):
            yield str(child)
        else:
            yield from _flat(child)


def _attribute(key: str, value: Value) -> str:
    if value is None or value is False:
        return ""
    name = _checked(key.rstrip("_").replace("_", "-"))
    if name.lower().startswith("on") or name == "style":
        raise ValueError(f"{name}: nothing that runs or styles stands in an attribute")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'


def _checked(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no name")
    return name
