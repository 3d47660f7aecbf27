"""A page as its state is judged: where it was asked for and found, how much it says, and in which lines.  Pure."""

from dataclasses import dataclass
from itertools import islice
from urllib.parse import urljoin

from claimcheck.enums import Role
from claimcheck.judges.phrases import LONGEST_LINE, split_title
from claimcheck.judges.places import Place, place_of
from claimcheck.model import Document, Fetched, PageSigns
from claimcheck.text import sentences

_MOST_LINES = 200
"""Lines of a page that are looked at: a wall is a short page."""
_FORWARDED_BELOW = 200
"""Characters: a page that says more than "you are being forwarded" is a page, though it reloads itself."""


@dataclass(frozen=True, slots=True)
class Look:
    """What is known of one page when nothing that a claim relies on was found on it."""

    cited: Place
    landed: Place
    hopped: bool
    """Whether the page is elsewhere than was asked."""
    forwards: bool
    """Whether the page itself sends its readers on to ``landed``."""
    signs: PageSigns
    size: int
    """Characters of the page's own text; navigation, footers and the like are not counted."""
    titles: tuple[str, ...]
    """The title, its parts, and the main heading."""
    lines: tuple[str, ...]
    """The page's own short lines, and the sentences of its short blocks."""

    def marks(self, kind: str) -> tuple[str, ...]:
        """Return the names of the marks of a kind: ``challenge:cloudflare`` is ``cloudflare``."""
        return tuple(mark.partition(":")[2] for mark in self.signs.marks if mark.partition(":")[0] == kind)


def look_at(fetched: Fetched, document: Document) -> Look:
    """Return a page as its state is judged."""
    blocks = [block for block in document.blocks if not block.role.is_boilerplate]
    size = sum(stop - start for start, stop in (block.span for block in blocks))
    address = fetched.final_url or fetched.source.address
    forwards = bool(document.signs.meta_refresh) and size < _FORWARDED_BELOW
    if forwards:
        address = _join(address, document.signs.meta_refresh)
    cited, landed = place_of(fetched.source.address), place_of(address)
    heading = next((document.text[slice(*b.span)] for b in blocks if b.role is Role.HEADING), "")
    titles = (*split_title(document.title[: 2 * LONGEST_LINE]), (document.signs.h1 or heading).strip()[:LONGEST_LINE])
    return Look(
        cited=cited,
        landed=landed,
        hopped=_page(cited) != _page(landed),
        forwards=forwards,
        signs=document.signs,
        size=size,
        titles=tuple(dict.fromkeys(filter(None, titles))),
        lines=_lines(document, [block.span for block in islice(blocks, _MOST_LINES)]),
    )


def _join(address: str, target: str) -> str:
    try:
        return urljoin(address, target)
    except ValueError:
        return address


def _page(place: Place) -> tuple[str, str, str]:
    return place.host, place.path.rstrip("/"), place.query


def _lines(document: Document, spans: list[tuple[int, int]]) -> tuple[str, ...]:
    found: list[str] = []
    for start, stop in spans:
        if stop - start <= 2 * LONGEST_LINE:
            whole = document.text[start:stop]
            found += [whole, *(document.text[slice(*sentence)] for sentence in sentences(document.text, (start, stop)))]
    return tuple(dict.fromkeys(line.strip() for line in found if line.strip()))
