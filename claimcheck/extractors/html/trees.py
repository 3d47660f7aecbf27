"""Stage 4, extract: parsed HTML, told to a listener tag by tag, whichever library parsed it.

Selectolax (lexbor) is the parser of every normal page: measured on real pages it reads 231 to 490 a second with all
their text, lxml 115 to 170, BeautifulSoup 14 to 19.  It is quadratic on some hostile pages (see prescan.py), which
BeautifulSoup on lxml reads in linear time; that one runs where it can be stopped.

Both walks keep their own stack, so that no depth of nesting can exhaust Python's.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Protocol

from claimcheck.errors import NoSuchPartError, UnreadableError

Attributes = Mapping[str, str | None]


class Listener(Protocol):
    """Whoever is told of a tree."""

    def open(self, tag: str, attributes: Attributes, /) -> bool:
        """Learn that an element begins; answer whether to be told what is in it."""
        ...

    def close(self, tag: str, /) -> None:
        """Learn that an element ends; not told of one that was passed over."""
        ...

    def text(self, text: str, /) -> None:
        """Learn of text."""
        ...

    def pick(self, *, begins: bool) -> None:
        """Learn that a part picked by the selector begins or ends."""
        ...


class Tree(Protocol):
    """A parsed page."""

    def tell(self, listener: Listener, /, *, selector: str = "") -> None:
        """Tell a listener of everything below the root in document order.

        Raises:
            UnreadableError: the selector is none, or picks nothing.
        """
        ...


def refuse_selector(selector: str, *, empty: bool) -> UnreadableError:
    """Return the error of a selector that picks nothing, or that is no selector."""
    if empty:
        return NoSuchPartError(f"the selector {selector!r} matches nothing on the page")
    return UnreadableError(f"{selector!r} is not a CSS selector", hint="correct the claim's locator.selector")


class LexborTree:
    """A page parsed by selectolax."""

    def __init__(self, html: str) -> None:
        """Parse a page.

        Raises:
            MemoryError: it takes more memory than there is.
        """
        from selectolax.lexbor import LexborHTMLParser, SelectolaxError  # noqa: PLC0415 - 25 ms no start-up should pay

        try:
            self._parser = LexborHTMLParser(html)
        except SelectolaxError as error:
            # The parser reads whatever it is given, and says no more than this where memory is short.
            raise MemoryError from error

    def tell(self, listener: Listener, /, *, selector: str = "") -> None:
        """Tell a listener of everything in the page."""
        picked = self._pick(selector) if selector else frozenset()
        stack: list[tuple[Any, str, bool]] = []
        node: Any = self._parser.root
        while node is not None or stack:
            if node is None:
                node, tag, chosen = stack.pop()
                _end(listener, tag, chosen=chosen)
                node = node.next if stack else None
                continue
            tag = node.tag
            if tag == "-text":
                listener.text(node.text_content or "")
            elif tag and tag[0] not in "-!":
                chosen = bool(picked) and node.mem_id in picked
                if _begin(listener, tag, node.attributes, chosen=chosen):
                    stack.append((node, tag, chosen))
                    node = node.child
                    continue
            node = node.next if stack else None

    def _pick(self, selector: str) -> Collection[int]:
        from selectolax.lexbor import SelectolaxError  # noqa: PLC0415 - as above

        try:
            found = self._parser.css(selector)
        except SelectolaxError as error:
            raise refuse_selector(selector, empty=False) from error
        if not found:
            raise refuse_selector(selector, empty=True)
        return {node.mem_id for node in found}


class SoupTree:
    """A page parsed by BeautifulSoup on lxml."""

    def __init__(self, html: str) -> None:
        from bs4 import BeautifulSoup  # noqa: PLC0415 - 250 ms that few pages need

        self._soup = BeautifulSoup(html, "lxml", multi_valued_attributes=None)

    def tell(self, listener: Listener, /, *, selector: str = "") -> None:
        """Tell a listener of everything in the page."""
        from bs4.element import NavigableString, PreformattedString  # noqa: PLC0415 - as above

        picked = self._pick(selector) if selector else frozenset()
        stack: list[tuple[Iterator[Any], str, bool]] = [(iter(self._soup.contents), "", False)]
        while stack:
            node = next(stack[-1][0], None)
            if node is None:
                _, tag, chosen = stack.pop()
                if stack:
                    _end(listener, tag, chosen=chosen)
            elif isinstance(node, NavigableString):
                if not isinstance(node, PreformattedString):
                    listener.text(str(node))
            else:
                chosen = bool(picked) and id(node) in picked
                if _begin(listener, node.name, node.attrs, chosen=chosen):
                    stack.append((iter(node.contents), node.name, chosen))

    def _pick(self, selector: str) -> Collection[int]:
        from soupsieve import SelectorSyntaxError  # noqa: PLC0415 - as above

        try:
            found = self._soup.select(selector)
        except (SelectorSyntaxError, NotImplementedError) as error:
            raise refuse_selector(selector, empty=False) from error
        if not found:
            raise refuse_selector(selector, empty=True)
        return {id(node) for node in found}


def _begin(listener: Listener, tag: str, attributes: Attributes, *, chosen: bool) -> bool:
    if chosen:
        listener.pick(begins=True)
    if listener.open(tag, attributes):
        return True
    if chosen:
        listener.pick(begins=False)
    return False


def _end(listener: Listener, tag: str, *, chosen: bool) -> None:
    listener.close(tag)
    if chosen:
        listener.pick(begins=False)
