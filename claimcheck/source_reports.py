"""Stage 6, before judging: what was fetched and read of a source, and remembered of it → its report.  Pure."""

from datetime import date

from claimcheck.enums import State, StateClass
from claimcheck.model import Document, Fetched, Issued, Source, SourceReport, Strikes

NOT_REACHED = "not reached"
"""Of a source that no look was made at because nothing at all can be reached from here."""


def issued_of(written: str) -> Issued | None:
    """Return an ISO 8601 day, month or year as written in the claims file; none where it is not given."""
    precision = {4: "year", 7: "month", 10: "day"}.get(len(written))
    if precision is None:
        return None
    return Issued(date.fromisoformat((written + "-01-01")[:10]), "the claims file", precision)


def report_of(
    source: Source, fetched: Fetched, document: Document | None, strikes: Strikes, *, down: bool
) -> SourceReport:
    """Return a source as reported: what was found at its address, and what its page and its writer say of it.

    Args:
        source: the source, as the claim cites it.
        fetched: what came of fetching it, and of reading what came.
        document: what came back, of which the text is not needed. Of an error page, a wall or a login form it is
            not told what it calls itself, nor its day and its language: they are not the source's.
        strikes: what earlier looks say.
        down: whether the network here is down.
    """
    state, detail, unseen = fetched.state, fetched.detail, fetched.unseen
    if down and fetched.unreachable:
        # From a machine without a network no name resolves: that says nothing of the source.
        state, unseen = State.UNREADABLE, NOT_REACHED
        detail = f"the network here is down ({detail})" if detail else "the network here is down"
    if state.state_class is not StateClass.PRESENT and state is not State.PAYWALLED:
        document = None
    return SourceReport(
        source=source,
        state=state,
        final_url=fetched.final_url,
        http_status=fetched.http_status,
        detail=detail,
        title=(document.title if document else "") or source.title,
        issued=(document.issued if document else None) or issued_of(source.issued),
        language=source.language or (document.language if document else ""),
        suspected=(state.state_class is StateClass.GONE and not strikes.confirmed)
        or (state is State.SERVER_ERROR and strikes.erring_since is not None),
        hops=fetched.hops,
        strikes=strikes,
        read_at=fetched.read_at,
        age=fetched.age,
        unseen=unseen,
    )
