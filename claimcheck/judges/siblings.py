"""Two pages, one of which cannot exist → whether they are the same page.  Pure.

Pages are compared by their own text, without navigation, and without the words of their addresses, which pages that
say "not found" like to repeat.  Nearly all words must agree, and nearly all runs of three, so that a list of the same
words in another order is another page; and what a page is called must agree whole, for a site may show its text by a
script and nothing but a title without it.
"""

import hashlib
import json
import re
from collections import Counter
from dataclasses import astuple, dataclass, replace
from urllib.parse import unquote, urlsplit, urlunsplit

from claimcheck.enums import State, StateClass
from claimcheck.judges.look import look_at
from claimcheck.judges.places import place_of
from claimcheck.model import Document, Fetched
from claimcheck.redaction import redact
from claimcheck.text import fold

_FORM = 1
"""Of what is written; another form is not read."""
_LETTERS = 25
"""Of a name that nobody gave to a page: one in 10³⁵ by chance."""
_MOST_WORDS = 3000
_FEWEST_WORDS = 3
_ALIKE = 0.95
"""Share of the words that two answers for pages that do not exist have in common (Bar-Yossef et al.)."""
_ALIKE_IN_ORDER = 0.85
"""The same for runs of three words: one word in twenty that differs breaks up to three of them."""
_WALL_BELOW = 1500
"""Characters: a wall that stands before every page says less; a front page says more."""
_RUN = 3
_WORD = re.compile(r"\w+")
_SUFFIX = re.compile(r"\.(?:html?|php|aspx?|jsp|shtml)", re.IGNORECASE)
_HTML = frozenset({"", "text/html", "application/xhtml+xml"})


@dataclass(frozen=True, slots=True)
class Shape:
    """What of a page is compared."""

    present: bool
    final_url: str
    redirects: int
    titles: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    size: int = 0
    """Characters of its own text."""


class SiblingComparer:
    """Tells a page from the one that a site shows in the place of all that it has not."""

    def sibling_of(self, fetched: Fetched, document: Document, /) -> str:
        """Return an address beside the one cited that cannot exist; empty where there is no sense in asking for it."""
        place = place_of(fetched.source.address)
        wanted = fetched.state.state_class is StateClass.PRESENT and document.media_type in _HTML
        if not wanted or not place.host or place.is_front_page or place.is_forwarder or document.truncated:
            return ""
        parts = urlsplit(fetched.source.address)
        folder, _, name = parts.path.rstrip("/").rpartition("/")
        suffix = found.group() if (found := _SUFFIX.search(name)) and name.endswith(found.group()) else ""
        seed = hashlib.sha256(f"{parts.netloc}{folder}".encode()).digest()
        letters = "".join(chr(ord("a") + byte % 26) for byte in seed[:_LETTERS])
        slash = "/" if parts.path.endswith("/") and len(parts.path) > 1 else ""
        return urlunsplit((parts.scheme, parts.netloc, f"{folder}/{letters}{suffix}{slash}", "", ""))

    def front_of(self, fetched: Fetched, /) -> str:
        """Return the address of the front page of the site cited."""
        parts = urlsplit(fetched.source.address)
        return urlunsplit((parts.scheme, parts.netloc, "/", "", ""))

    def shape(self, fetched: Fetched, document: Document | None, /) -> Shape:
        """Return what of a page is compared."""
        shape = Shape(
            present=fetched.state.state_class is StateClass.PRESENT and document is not None,
            final_url=fetched.final_url or fetched.source.address,
            redirects=max(len(fetched.hops) - 1, 0),
        )
        if document is None:
            return shape
        look = look_at(fetched, document)
        own = set(_words(unquote(f"{fetched.source.address} {shape.final_url}")))
        blocks = (document.text[slice(*block.span)] for block in document.blocks if not block.role.is_boilerplate)
        words = [word for text in blocks for word in _words(text[: 16 * _MOST_WORDS]) if word not in own]
        titles = tuple(" ".join(word for word in _words(title) if word not in own) for title in look.titles)
        return replace(shape, titles=titles, words=tuple(words[:_MOST_WORDS]), size=look.size)

    def is_same(self, page: Shape, other: Shape, /) -> bool:
        """Return whether two addresses show the same page."""
        if not page.present or not other.present or page.redirects != other.redirects:
            return False
        if page.redirects and page.final_url == other.final_url:
            return True
        return page.titles == other.titles and _alike(page.words, other.words)

    def write(self, seen: Shape, /) -> str:
        """Return what of a page is compared as a text, to be remembered; no secret is in it."""
        return json.dumps([_FORM, *astuple(replace(seen, final_url=redact(seen.final_url)))], ensure_ascii=False)

    def read(self, text: str, /) -> Shape | None:
        """Return what was written; none where the text is not as it was written."""
        try:
            form, present, final_url, redirects, titles, words, size = json.loads(text)
            said = tuple(map(str, titles)), tuple(map(str, words))
            shape = Shape(present is True, str(final_url), int(redirects), *said, int(size))
        except (ValueError, TypeError, RecursionError):
            return None
        return shape if form == _FORM else None

    def decide(self, fetched: Fetched, page: Shape, front: Shape, /) -> Fetched:
        """Return what a page is that is the same as one that cannot exist, given the front page of its site."""
        path = urlsplit(fetched.source.address).path
        if page.redirects and path.strip("/") and path in unquote(urlsplit(page.final_url).query):
            # Whoever keeps the way back means to let readers through, once they have done what is asked of them.
            words = f"everybody is sent to a page that stands before it: {place_of(page.final_url)}"
            return replace(fetched, state=State.BLOCKED, detail=words)
        if not front.present:
            return fetched
        at_front = page.final_url == front.final_url or (
            page.titles == front.titles and _alike(page.words, front.words)
        )
        if not at_front:
            words = "the site shows the same page at an address that cannot exist"
        elif page.size >= _WALL_BELOW:
            words = "the site shows its front page there, and at an address that cannot exist"
        else:
            words = "the site shows the same page at every address, the front page too"
            return replace(fetched, state=State.BLOCKED, detail=words)
        return replace(fetched, state=State.SOFT_404, detail=words)


def _words(text: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(text)]


def _alike(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    if min(len(words), len(others)) < _FEWEST_WORDS:
        return False
    return _share(_runs(words, 1), _runs(others, 1)) >= _ALIKE and (
        _share(_runs(words, _RUN), _runs(others, _RUN)) >= _ALIKE_IN_ORDER
    )


def _runs(words: tuple[str, ...], length: int) -> Counter[tuple[str, ...]]:
    return Counter(zip(*(words[start:] for start in range(length)), strict=False))


def _share(some: Counter[tuple[str, ...]], others: Counter[tuple[str, ...]]) -> float:
    """Return the share of what two bags have in common (Dice's coefficient)."""
    return 2 * (some & others).total() / (some.total() + others.total())
