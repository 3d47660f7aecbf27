"""Stage 4, extract: what the walk over a page keeps in mind while an element is open."""

from dataclasses import dataclass

from claimcheck.enums import Role
from claimcheck.extractors.html.pieces import Piece, Scope


@dataclass(frozen=True, slots=True)
class Reading:
    """What of a page is read that a browser would not show at once."""

    hidden: bool = False
    struck: bool = False
    scriptless: bool = False
    """``<noscript>``: what a browser without scripts shows."""
    selecting: bool = False


@dataclass(slots=True)
class Hold:
    """Text kept apart until its element ends, and the text before it."""

    tag: str
    outer: list[str]
    linked: bool = False


@dataclass(slots=True)
class Entry:
    """What is to be put back when an element ends."""

    tag: str
    scope: Scope | None = None
    kind: Role | None = None
    level: int = 0
    hold: Hold | None = None
    sink: list[Piece] | None = None
    leads: bool = False
    """Whether it is a link to another text."""
