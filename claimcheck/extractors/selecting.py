"""Stage 4, extract: whether a CSS selector may cost more than a page is worth.

A selector comes from the claims file, which may come from a stranger.  What selects by what is inside or beside, and
long chains, can take time that grows with a power of the page; those run where they can be stopped.
"""

import re

from claimcheck.errors import UnreadableError

_SIMPLE = re.compile(r"[\w\-#.\[\]=\"'():>, ^$*|]{0,120}")
_MOST_PARTS = 5


def is_costly(selector: str) -> bool:
    """Return whether a selector is to be tried where it can be stopped."""
    return bool(selector) and (
        not _SIMPLE.fullmatch(selector) or ":has" in selector or len(selector.split()) > _MOST_PARTS
    )


def refuse_selector(selector: str, media_type: str) -> None:
    """Raise for a CSS selector on a type that has no elements to select.

    Raises:
        UnreadableError: a selector is given.
    """
    if selector:
        raise UnreadableError(f"the selector {selector!r} needs HTML, and the page is {media_type}")
