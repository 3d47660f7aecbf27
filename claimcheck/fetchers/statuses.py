"""HTTP statuses → states, as a table.

Only 404 and 410 say that something is gone.  Everything else that is no page is *cannot tell*: a 403 is what a robot
is told, and says nothing of what a reader would see.  The words are our own: a server's reason phrase is never shown.
"""

from claimcheck.enums import State

_BY_STATUS: dict[int, tuple[State, str]] = {
    202: (State.BLOCKED, "accepted, but no page was given"),
    204: (State.UNREADABLE, "an answer without content"),
    205: (State.UNREADABLE, "an answer without content"),
    304: (State.UNREADABLE, "not modified, though nothing was held to compare with"),
    400: (State.UNREADABLE, "the server does not understand the address"),
    401: (State.LOGIN, "login required"),
    402: (State.PAYWALLED, "payment required"),
    403: (State.BLOCKED, "forbidden"),
    404: (State.NOT_FOUND, "no such page"),
    405: (State.BLOCKED, "method not allowed"),
    406: (State.BLOCKED, "not acceptable"),
    407: (State.LOGIN, "the proxy wants a login"),
    408: (State.SERVER_ERROR, "the server gave up waiting"),
    410: (State.GONE, "taken away for good"),
    412: (State.BLOCKED, "a precondition failed"),
    414: (State.UNREADABLE, "the address is too long for the server"),
    418: (State.BLOCKED, "refused to a robot"),
    421: (State.BLOCKED, "asked of the wrong server"),
    423: (State.BLOCKED, "locked"),
    425: (State.BLOCKED, "too early"),
    428: (State.BLOCKED, "a precondition is required"),
    429: (State.RATE_LIMITED, "too many requests"),
    430: (State.RATE_LIMITED, "too many requests"),
    431: (State.UNREADABLE, "the server finds the request's headers too large"),
    440: (State.LOGIN, "the login has expired"),
    444: (State.BLOCKED, "no response to a robot"),
    449: (State.LOGIN, "more is asked for before it can be shown"),
    451: (State.BLOCKED, "unavailable for legal reasons here"),
    460: (State.BLOCKED, "the connection was closed"),
    501: (State.BLOCKED, "method not implemented"),
    504: (State.SERVER_ERROR, "the server behind the server did not answer"),
    509: (State.RATE_LIMITED, "the site's bandwidth is used up"),
    511: (State.LOGIN, "the network here wants a login"),
    520: (State.SERVER_ERROR, "the site answered its network with garbage"),
    521: (State.REFUSED, "the site refuses its network's connections"),
    522: (State.TIMEOUT, "the site does not answer its network"),
    523: (State.REFUSED, "the site's network finds no way to it"),
    524: (State.TIMEOUT, "the site took too long for its network"),
    525: (State.TLS_ERROR, "the site's network cannot agree with it on TLS"),
    526: (State.TLS_ERROR, "the site's certificate is not valid for its network"),
    529: (State.RATE_LIMITED, "the site is overloaded"),
    530: (State.SERVER_ERROR, "the site's network cannot find it"),
    999: (State.BLOCKED, "refused to a robot"),
}
"""52x and 530 are Cloudflare's words on the server behind it."""

_NAMES = {500: "internal server error", 502: "bad gateway", 503: "service unavailable"}
_WITH_A_PAUSE = frozenset({403, 503})
"""Statuses that mean a rate limit when they come with ``Retry-After``."""

PASSING = frozenset({408, 429, 430, 500, 502, 503, 504, 507, 508, 509, 520, 521, 522, 523, 524, 529, 530})
"""Statuses that may be other ones in a moment."""
LOOKED_AT_TWICE = frozenset({404, 410})
"""Statuses that say that something is gone; one answer may be a slip of one server of many."""


OVERLOADED = frozenset({429, 430, 503, 509, 529})
"""Statuses that mean that fewer requests are wanted."""


def asks_for_a_pause(status: int) -> bool:
    """Return whether ``Retry-After`` at this status is a wish for fewer requests; on a page it means nothing."""
    return status in OVERLOADED or status in _WITH_A_PAUSE


def read_status(status: int, *, retry_after: bool = False) -> tuple[State, str]:
    """Return the state that a status means, and why; nothing is wrong with a page that is ``live``."""
    if status in _WITH_A_PAUSE and retry_after:
        return State.RATE_LIMITED, f"{status}: the site asks for a pause"
    if status in _BY_STATUS:
        state, words = _BY_STATUS[status]
        return state, f"{status}: {words}"
    match status // 100:
        case 2:
            return State.LIVE, ""
        case 3:
            return State.UNREADABLE, f"{status}: a redirect that leads nowhere"
        case 4:
            return State.BLOCKED, f"{status}: the server refuses the request"
        case 5:
            return State.SERVER_ERROR, f"{status}: {_NAMES.get(status, 'server error')}"
        case _:
            return State.UNREADABLE, f"{status}: no status that HTTP knows"
