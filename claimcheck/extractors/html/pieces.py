"""Stage 4, extract: what the walk over a page writes down, before anything is decided about it."""

from dataclasses import dataclass, field

from claimcheck.enums import Role
from claimcheck.extractors.drafting import Draft

_LONG_ARTICLE = 1_500
"""Characters that are no links; the teasers of other articles are marked as articles too."""


@dataclass(slots=True, eq=False)
class Scope:
    """An element that holds others, and what stood in it when it ended."""

    tag: str
    parent: "Scope | None" = None
    said: Role | None = None
    """The role that its tag, ARIA role, class or id says."""
    by_name: bool = False
    """Whether a class or an id said so: names mislead more often than tags."""
    characters: int = 0
    linked: int = 0
    """Characters that are the text of links."""
    links: int = 0
    has_body: bool = False
    """Whether it holds the page's title or its main part."""
    time: str = ""
    """The first machine-readable time in it."""
    depth: int = 0
    entries: int = 0
    """How many parts right in it have a time of their own: the entries of a live page."""

    def end(self) -> None:
        """Add what stood in it to the scope around it; a long article is a main part."""
        self.has_body = self.has_body or (self.tag == "article" and self.characters - self.linked > _LONG_ARTICLE)
        if self.parent is not None:
            self.parent.characters += self.characters
            self.parent.linked += self.linked
            self.parent.links += self.links
            self.parent.has_body = self.parent.has_body or self.has_body
            self.parent.time = self.parent.time or self.time
            self.parent.entries += bool(self.time)

    @property
    def density(self) -> float:
        """How much of its text is the text of links, from 0 to 1."""
        return self.linked / self.characters if self.characters else 0.0

    def inside(self, tags: frozenset[str]) -> bool:
        """Return whether it is, or stands in, one of these elements."""
        scope: Scope | None = self
        while scope is not None:
            if scope.tag in tags:
                return True
            scope = scope.parent
        return False


@dataclass(slots=True, eq=False)
class Piece(Draft):
    """A draft with where it stood: its scope, its heading level, the characters of it that are links."""

    scope: Scope = field(default_factory=lambda: Scope("html"))
    level: int = 0
    linked: int = 0
    fixed: bool = False
    """Whether its role is settled whatever is around it."""
    picked: bool = True
    """Whether it is in the part that the claim's selector picks."""


@dataclass(slots=True)
class PageFacts:
    """What a page says of itself in its head and in its scripts, as found."""

    metas: list[tuple[str, str]] = field(default_factory=list)
    """Names (of ``name``, ``property``, ``itemprop`` or ``http-equiv``), in lower case, with their content."""
    title: str = ""
    language: str = ""
    canonical: str = ""
    headings: list[str] = field(default_factory=list)
    """The text of every ``h1``."""
    json_scripts: list[str] = field(default_factory=list)
    """JSON-LD, one text a script."""
    state_scripts: list[str] = field(default_factory=list)
    """Scripts that carry the state of a page that a script draws."""
    times: list[tuple[str, bool, Scope]] = field(default_factory=list)
    """Values of ``<time datetime>``, whether it is marked as the time of publication, and where it stood."""
    password: bool = False
    names: set[str] = field(default_factory=set)
    """Ids of elements, in lower case, and the class names that walls are known by."""
    elements: int = 0
    struck: int = 0
    """Characters left out because they are struck through."""
