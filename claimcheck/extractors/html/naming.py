"""Stage 4, extract: what an element's tag, ARIA role and label, class and id say that it is."""

from claimcheck.enums import Role
from claimcheck.extractors.html.pieces import Scope
from claimcheck.extractors.html.trees import Attributes
from claimcheck.extractors.vocabulary import ARIA_ROLES, read_name

_NEVER_NAMED = frozenset({"html", "body", "main", "article"})
"""Their classes describe the page (``has-sidebar``, ``comments-open``), not what they hold."""
_PARTS_OF_BODY = frozenset({"article", "main", "section", "blockquote", "figure"})
_MOST_NAMES = 20


def said_by(tag: str, attributes: Attributes, around: Scope) -> tuple[Role | None, bool]:
    """Return the role that an element says, and whether only a name says it, which may mislead.

    The header and the footer of an article belong to it; those of a page do not.
    """
    if tag in {"nav", "menu", "search"}:
        return Role.NAVIGATION, False
    aria = ARIA_ROLES.get((attributes.get("role") or "").strip().lower())
    if aria is not None and tag not in _NEVER_NAMED:
        return aria, attributes.get("role") == "banner"
    if tag in _NEVER_NAMED:
        return None, False
    named = _read_names(attributes)
    if named is not None:
        return named, True
    if tag in {"header", "footer"} and not around.inside(_PARTS_OF_BODY):
        return (Role.NAVIGATION if tag == "header" else Role.FOOTER), True
    return None, False


def _read_names(attributes: Attributes) -> Role | None:
    names = f"{attributes.get('id') or ''} {attributes.get('class') or ''}".split()
    spoken = attributes.get("aria-label")
    if spoken:
        names.insert(0, spoken)
    for name in names[:_MOST_NAMES]:
        role = read_name(name)
        if role is not None:
            return role
    return None
