"""Stage 4, extract: pieces of a page with what stood around them → drafts with their role and section.

Decided from the outside in.  A scope is what its tag, ARIA role, class or id says; else a list of links is a menu, or,
in the body, a list of other articles; else it is what the scope around it is.  A section is what its heading says
(*Most read*, *References*) as far as its content looks like it.  Two mistakes are weighed: body text called a menu
loses evidence, and a menu called body text supports what it should not.  Names in markup mislead more often than tags,
so a name does not hold against the page's title, its main part, or a lot of prose.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.enums import Role
from claimcheck.extractors.drafting import Draft
from claimcheck.extractors.html.pieces import Piece, Scope
from claimcheck.extractors.vocabulary import points_elsewhere, read_heading, says_cookies, says_correction

SECTION_JOIN = " \u203a "
_MAIN = frozenset({"main", "article"})
_LISTS = frozenset({"ul", "ol", "dl", "menu", "div", "section", "aside", "form", "nav", "details"})
_PROSE = 600
"""Characters that are no links: more of them than a menu has."""
_DENSE = 0.85
_MOSTLY = 0.5
_FEWEST_LINKS = 3
_POINTER_LINE = 160
"""Characters of the longest line that sends its reader to another page."""
_HEADLINE = 25
"""Characters of a link that is a headline rather than the name of a section."""
_MOST_OF_PAGE = 0.6
_SMALL_PAGE = 2_000
_LINE = 160
_FEWEST_ENTRIES = 3
_WRAPPED = 12
"""Characters beside a heading in an element that only wraps it: ``[edit]``, ``See all``."""
_LONE = 60
_ALL = 0.95
_SHORT_TITLE = 10
_TEASER = 600
_SPARSE = 0.2
_LITTLE_PROSE = 400
_MUCH_PROSE = 1_500
_LIST_DENSE = 0.7


@dataclass(slots=True)
class _Region:
    """A section that its heading says to be boilerplate, or a correction."""

    role: Role
    level: int
    scope: Scope
    whole: bool
    """Whether all of the heading's scope is in the section, whatever it looks like."""


class Labeller:
    """Gives pieces their roles and sections."""

    def __init__(self, pieces: Sequence[Piece], root: Scope, title: str = "") -> None:
        self._pieces = pieces
        self._root = root
        self._title = title
        self._is_article = any(piece.role is Role.HEADING and self._is_title(piece) for piece in pieces)
        self._roles: dict[int, Role | None] = {}
        self._region: _Region | None = None
        self._headings: list[tuple[int, str]] = []
        self._section = ""
        self._led: set[int] = set()

    def label(self) -> list[Draft]:
        """Return the drafts of the pieces that were picked, in order."""
        return [piece for piece in self._walk() if piece.picked]

    def _walk(self) -> Iterator[Piece]:
        for piece in self._pieces:
            around = self._resolve(piece.scope)
            if piece.role is Role.HEADING and around is None:
                self._begin_section(piece)
            piece.section = self._section
            role = around or self._read_region(piece)
            if not piece.fixed:
                piece.role = self._decide(piece, role)
            self._lead(piece.scope)
            if not piece.role.is_boilerplate and not piece.label:
                piece.label = _find_entry(piece.scope)
            yield piece

    def _is_title(self, piece: Piece) -> bool:
        return len(piece.text) >= _SHORT_TITLE and piece.text in self._title

    def _is_teaser(self, piece: Piece) -> bool:
        """Return whether a heading is the headline of another article: it is a link, and not to this one."""
        return (
            self._is_article
            and len(piece.text) >= _HEADLINE
            and piece.linked >= _ALL * len(piece.text)
            and not self._is_title(piece)
            and piece.scope.characters - piece.scope.linked < _MUCH_PROSE
        )

    def _leads_away(self, piece: Piece) -> bool:
        """Return whether a paragraph is there for a link to another article: *See also: …*, or the headline alone."""
        if piece.linked <= _MOSTLY * len(piece.text):
            # Without a link it must be no sentence: *Read more: the city grows* has a mark behind the pointer.
            return len(piece.text) <= _POINTER_LINE and piece.text[-1:] not in ".!?" and points_elsewhere(piece.text)
        alone = piece.role is Role.PARAGRAPH and len(piece.text) >= _HEADLINE and piece.linked >= _ALL * len(piece.text)
        return points_elsewhere(piece.text, piece.linked) or (
            alone and self._is_article and piece.text[-1] not in ".!?"
        )

    def _decide(self, piece: Piece, around: Role | None) -> Role:
        kind = piece.role
        if around is Role.CORRECTION:
            return kind if kind is Role.HEADING else Role.CORRECTION
        if around in {None, Role.FOOTER} and kind in {Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTE}:
            if says_correction(piece.text):
                return Role.CORRECTION
            if around is None and says_cookies(piece.text):
                return Role.COOKIE
            if around is None and _is_lone_link(piece):
                return Role.NAVIGATION
            if around is None and self._leads_away(piece):
                return Role.RELATED
        return around or kind

    # ------------------------------------------------------------------------------------------------- sections

    def _begin_section(self, piece: Piece) -> None:
        while self._headings and self._headings[-1][0] >= piece.level:
            self._headings.pop()
        region = self._region
        if region is not None and (piece.level <= region.level or not _is_within(piece.scope, region.scope)):
            self._region = None
        said = read_heading(piece.text)
        if said is not None and piece.level > 1:
            scope = _climb(piece)
            self._region = _Region(said, piece.level, scope, self._heads(scope, said))
        elif self._is_teaser(piece):
            self._region = _Region(Role.RELATED, piece.level, piece.scope, piece.scope.characters < _TEASER)
        if self._headings and self._headings[0][0] == 1:
            # The page's title is no section of it, once there is one.
            self._headings.pop(0)
        self._headings.append((piece.level, piece.text))
        self._section = SECTION_JOIN.join(text for _, text in self._headings)

    def _lead(self, scope: Scope | None) -> None:
        """Remember that something stood in a scope, and in those around it."""
        while scope is not None and id(scope) not in self._led:
            self._led.add(id(scope))
            scope = scope.parent

    def _heads(self, scope: Scope, said: Role) -> bool:
        """Return whether a heading speaks for all of a scope: it comes first in it, and there is not much prose."""
        if said is Role.REFERENCES or id(scope) in self._led or scope.has_body:
            return False
        if scope.characters > _MOSTLY * self._root.characters:
            return False
        return said is not Role.RELATED or scope.density > _SPARSE or scope.characters - scope.linked < _LITTLE_PROSE

    def _read_region(self, piece: Piece) -> Role | None:
        """Return the role of the section that a piece stands in, as far as the piece looks like it."""
        region = self._region
        if region is None:
            return None
        if not _is_within(piece.scope, region.scope):
            self._region = None
            return None
        if piece.role is Role.HEADING or region.whole or _looks_like(piece, region.role):
            return region.role
        if region.role is not Role.REFERENCES:
            self._region = None
        return None

    # --------------------------------------------------------------------------------------------------- scopes

    def _resolve(self, scope: Scope | None) -> Role | None:
        """Return the role that a scope gives to what is in it; none for the body."""
        chain: list[Scope] = []
        role: Role | None = None
        while scope is not None:
            if id(scope) in self._roles:
                role = self._roles[id(scope)]
                break
            chain.append(scope)
            scope = scope.parent
        for inner in reversed(chain):
            role = self._own(inner, role)
            self._roles[id(inner)] = role
        return role

    def _own(self, scope: Scope, around: Role | None) -> Role | None:
        if around is not None and around is not Role.FOOTER:
            return around
        if scope.said is not None and self._holds_true(scope):
            return scope.said
        return around or self._by_density(scope)

    def _holds_true(self, scope: Scope) -> bool:
        if not scope.by_name:
            return True
        if scope.has_body:
            return False
        plain = scope.characters - scope.linked
        total = self._root.characters
        if total > _SMALL_PAGE and scope.characters > _MOST_OF_PAGE * total and scope.density < _MOSTLY:
            return False
        if scope.said is Role.RELATED:
            # A list of other articles has links; ``read-more`` also names the rest of this one.
            return plain < _PROSE or scope.density > _SPARSE / 2
        return scope.said is not Role.NAVIGATION or plain < _PROSE or scope.density > _MOSTLY

    def _by_density(self, scope: Scope) -> Role | None:
        dense = _LIST_DENSE if scope.tag in {"ul", "ol"} and not scope.inside(_MAIN) else _DENSE
        if scope.tag not in _LISTS or scope.has_body or scope.links < _FEWEST_LINKS or scope.density < dense:
            return None
        return Role.RELATED if scope.linked / scope.links >= _HEADLINE else Role.NAVIGATION


def _climb(heading: Piece) -> Scope:
    """Return the scope that a heading heads: not the one that is only there to wrap the heading."""
    scope = heading.scope
    while scope.parent is not None and scope.characters <= len(heading.text) + _WRAPPED:
        scope = scope.parent
    return scope


def _find_entry(scope: Scope) -> str:
    """Return the time of the entry of a live page that a scope stands in; empty where it is no such page."""
    inner: Scope | None = scope
    while inner is not None and inner.parent is not None:
        if inner.time and inner.parent.entries >= _FEWEST_ENTRIES:
            return inner.time
        inner = inner.parent
    return ""


def _is_lone_link(piece: Piece) -> bool:
    """Return whether a piece outside of the main part is nothing but a short link: ``Skip to content``."""
    text = piece.text
    return len(text) < _LONE and piece.linked >= _ALL * len(text) and not piece.scope.inside(_MAIN)


def _is_within(scope: Scope | None, outer: Scope) -> bool:
    while scope is not None:
        if scope is outer:
            return True
        scope = scope.parent
    return False


def _looks_like(piece: Piece, role: Role) -> bool:
    """Return whether a piece under a heading of its kind is of that kind: ``Notes`` may head a chapter of prose."""
    if role is Role.CORRECTION:
        return piece.role in {Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTE}
    if role is Role.REFERENCES:
        return piece.role is Role.LIST_ITEM or piece.linked > 0 or piece.text[:1] in "[^↑(" or piece.text[:1].isdigit()
    if role is Role.COMMENTS:
        return True
    return piece.linked > _MOSTLY * len(piece.text) or (piece.role is Role.LIST_ITEM and len(piece.text) < _LINE)
