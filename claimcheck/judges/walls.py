"""Stage 5, after matching: Fetched and Document → Fetched, with what the page really is.  Pure.

Match first, classify walls second: where the evidence is on the page, the page is there, whatever it carries around
it.  Otherwise the rules below are asked from the top, and the first that knows decides.  The order is that of trust:
who was sent to a login or met a bot wall cannot tell whether the page is gone, so *cannot tell* comes first; then what
is gone; then what hides a page that exists.  A sound page on which nothing was found stays what it was.
"""

from collections.abc import Callable
from dataclasses import replace

from claimcheck.enums import State, StateClass
from claimcheck.judges.gates import (
    rule_bot_wall,
    rule_consent_address,
    rule_consent_banner,
    rule_login,
    rule_paywall,
    rule_script,
)
from claimcheck.judges.look import Look, look_at
from claimcheck.judges.soft_404 import rule_parked, rule_redirect, rule_words
from claimcheck.model import Document, Fetched

Ruling = tuple[State, str]

_RULES: tuple[Callable[[Look], Ruling | None], ...] = (
    rule_login,
    rule_bot_wall,
    rule_consent_address,
    rule_parked,
    rule_redirect,
    rule_words,
    rule_consent_banner,
    rule_paywall,
    rule_script,
)
_MAY_BE_A_WALL = frozenset({State.NOT_FOUND, State.BLOCKED, State.PAYWALLED, State.SERVER_ERROR})
"""States of an error page that a bot wall gives as well: some answer 404 or 503 to whom they do not like."""


class WallClassifier:
    """Tells a page from what stands in its place: a wall, a note that it is gone, a domain for sale, an empty shell."""

    def classify(self, fetched: Fetched, document: Document | None, /, *, matched: bool) -> Fetched:
        """Return the outcome with the state that the page's own text proves; evidence found means present."""
        if document is None:
            return fetched
        if matched and _broke_off(fetched):
            detail = f"read in part ({fetched.detail or fetched.state.label})"
            return replace(fetched, state=State.LIVE, detail=detail, passing=False)
        if fetched.state.state_class is StateClass.PRESENT:
            return fetched if matched else _classify_page(fetched, document)
        if fetched.state in _MAY_BE_A_WALL:
            ruling = rule_bot_wall(look_at(fetched, document))
            return _with(fetched, ruling) if ruling else fetched
        return fetched


def _broke_off(fetched: Fetched) -> bool:
    """Return whether a page is the beginning of what is there: too large, too slow, or cut."""
    page = fetched.page
    cut = page is not None and bool(page.truncated) and page.status // 100 == 2  # noqa: PLR2004 - no error page
    return fetched.state is State.TOO_LARGE or (cut and fetched.state.state_class is StateClass.CANNOT_TELL)


def _classify_page(fetched: Fetched, document: Document) -> Fetched:
    look = look_at(fetched, document)
    for rule in _RULES:
        if ruling := rule(look):
            return _with(fetched, ruling)
    if document.truncated:
        return _with(fetched, (State.TOO_LARGE, f"only a part was read: {document.truncated}"))
    if not document.text.strip():
        return _with(fetched, (State.UNREADABLE, "the page holds no text"))
    return fetched


def _with(fetched: Fetched, ruling: Ruling) -> Fetched:
    state, detail = ruling
    if fetched.http_status is not None and fetched.state.state_class is not StateClass.PRESENT:
        detail = f"{fetched.http_status}: {detail}"
    return replace(fetched, state=state, detail=detail)
