"""What a run holds while it looks at its sources, and what is asked of a look.  Between stages 3 and 6.  Pure."""

import asyncio
import contextlib
from collections.abc import Collection, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Protocol
from urllib.parse import urlsplit

from claimcheck.accepted import Acceptance, Drifted
from claimcheck.archived import ArchivedCopy
from claimcheck.enums import Outcome, State, StateClass
from claimcheck.errors import UnreadableError, UnsupportedTypeError
from claimcheck.model import Claim, Document, Fetched, Match, Source
from claimcheck.plan import SourceKey, source_key
from claimcheck.ports import Retrieved
from claimcheck.redaction import redact
from claimcheck.source_reports import issued_of

IN_FLIGHT = 96
"""Sources between the start of their fetch and the end of their match; bounds what is held in memory."""
OF_ONE_HOST = 8
"""How many of these may be of one host: one that is slow, or asks for a pause, must not hold up all the others."""


NEAR = timedelta(days=31)
"""Between a copy and the day on which its source was accessed or accepted; within it, the copy is what was read."""


@dataclass(frozen=True, slots=True)
class Looked:
    """All that is known of one source: what is there, and by the claim's id what it is and says for each claim on it.

    A page may be there for one claim and not for another: the first lines of a paywalled article support what they
    say, and of what they do not say nothing is known.
    """

    fetched: Fetched
    document: Document | None
    for_claims: Mapping[str, tuple[Fetched, Match | None, Drifted | None]]
    missing: frozenset[str] = frozenset()
    """The anchors of addresses, ``#id``, that are not on the page."""
    plain: Document | None = None
    """The text of a page that says nothing of any claim, so that it may be none."""


class Reader(Protocol):
    """Stages 4 and 5 of one source in one: a page and the claims on it become all that is known of it."""

    def read(self, fetched: Fetched, claims: tuple[Claim, ...], /, *, seen_live: bool = True) -> Looked:
        """Return what a source is and says for each claim on it; called outside the event loop, by several at once.

        ``seen_live`` is whether it is the source itself, and no copy of it.
        """
        ...


@dataclass(frozen=True, slots=True)
class Archived:
    """What the archives gave for one source: a copy, or why there is none; and what the copy is and says."""

    retrieved: Retrieved
    looked: Looked | None
    near: datetime | None
    """The moment that a copy was wanted of; none where the newest was."""


class Places:
    """Who may be in flight: so many sources in all, and so many of each host, in turns."""

    def __init__(self) -> None:
        self.in_all = asyncio.Semaphore(IN_FLIGHT)
        self._of_hosts: dict[str, asyncio.Semaphore] = {}

    def of_host(self, source: Source) -> asyncio.Semaphore:
        """Return the places of a source's host."""
        host = urlsplit(source.address).netloc
        return self._of_hosts.setdefault(host, asyncio.Semaphore(OF_ONE_HOST))


@dataclass(frozen=True, slots=True)
class Run:
    """What all looks of one run share."""

    planned: Mapping[SourceKey, tuple[Claim, ...]]
    sources: Mapping[SourceKey, Source]
    executor: ThreadPoolExecutor
    places: Places = field(default_factory=Places)
    seen: dict[SourceKey, Looked] = field(default_factory=dict)
    due: dict[SourceKey, float] = field(default_factory=dict)
    """Sources that are to be looked at again, and when."""
    copies: dict[SourceKey, Archived] = field(default_factory=dict)
    """What the archives gave, of the sources that they were asked for."""
    copies_wanted: bool = False
    """Whether archives are asked at all."""
    all_copies_wanted: bool = False
    """Whether they are asked for sources that are there as well."""
    online: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when a source on the web has answered."""

    def wants_copy(self, looked: Looked) -> bool:
        """Return whether an archive is to be asked for a copy of what was looked at."""
        if not self.copies_wanted or looked.fetched.source.path is not None:
            return False
        return self.all_copies_wanted or any(not is_present(seen[0]) for seen in looked.for_claims.values())

    def is_certain(self, claim: Claim) -> bool:
        """Return whether nothing that is still to be learnt can change the finding on a claim.

        A second look can, and an archived copy; so can a network that is down, which shows at the first source on the
        web that answers.
        """
        looks = [(key, self.seen.get(key)) for key in map(source_key, claim.sources)]
        if any(look is None or key in self.due for key, look in looks):
            return False
        if any(key not in self.copies and self.wants_copy(look) for key, look in looks if look):
            return False
        return self.online.is_set() or not any(look.fetched.unreachable for _, look in looks if look)


def anchors_of(source: Source, claims: Iterable[Claim]) -> set[str]:
    """Return the anchors of a source's addresses, as the claims on it cite them."""
    return {s.anchor for claim in claims for s in claim.sources if s.anchor and source_key(s) == source_key(source)}


def as_cited(document: Document, source: Source) -> Document:
    """Return the document with what the writer says of it where the document itself is silent."""
    issued = document.issued or issued_of(source.issued)
    return replace(document, issued=issued, language=source.language or document.language)


def first_of_each(claims: Iterable[Claim]) -> dict[SourceKey, Source]:
    """Return every distinct source, as the first claim on it cites it."""
    first: dict[SourceKey, Source] = {}
    for claim in claims:
        for source in claim.sources:
            first.setdefault(source_key(source), source)
    return first


def is_complete(claim: Claim, seen: dict[SourceKey, Looked]) -> bool:
    """Return whether every source of a claim has been looked at."""
    return all(source_key(source) in seen for source in claim.sources)


def may_support(fetched: Fetched) -> bool:
    """Return whether what came back is the source's own text: all of it, or what came before it broke off."""
    page = fetched.page
    broke_off = page is not None and bool(page.truncated) and page.status // 100 == 2  # noqa: PLR2004 - no error page
    return is_present(fetched) or broke_off


def is_present(fetched: Fetched) -> bool:
    """Return whether a source is there."""
    return fetched.state.state_class is StateClass.PRESENT


def unreadable(fetched: Fetched, failure: UnreadableError) -> Fetched:
    """Return the state of a page that is there and cannot be read."""
    kind = State.UNSUPPORTED_TYPE if isinstance(failure, UnsupportedTypeError) else State.UNREADABLE
    return replace(fetched, state=kind, detail=failure.message)


def has_evidence(match: Match) -> bool:
    """Return whether a passage supports the claim, or part of it."""
    return any(c.outcome in {Outcome.AGREES, Outcome.WEAKER} and c.evidence is not None for c in match.comparisons)


def network_is_down(seen: Collection[Looked]) -> bool:
    """Return whether nothing at all could be reached: one name that does not exist proves nothing of the network."""
    web = [looked.fetched for looked in seen if looked.fetched.source.path is None]
    on_the_web = [fetched for fetched in web if fetched.read_at is None]
    hosts = {urlsplit(fetched.source.address).netloc for fetched in on_the_web}
    one_bad_name = len(hosts) == 1 and all(fetched.state is State.DNS_ERROR for fetched in on_the_web)
    return bool(on_the_web) and all(fetched.unreachable for fetched in on_the_web) and not one_bad_name


def saved_copy(key: SourceKey, claims: Iterable[Claim], accepted: Collection[Acceptance]) -> str:
    """Return the address of the copy that was saved of a source, after what is accepted of it; empty without one."""
    cited = {(claim.id, redact(s.address)) for claim in claims for s in claim.sources if source_key(s) == key}
    return next((e.memento for e in accepted if e.memento and (e.claim_id, e.source) in cited), "")


def wanted_moment(key: SourceKey, claims: Iterable[Claim], accepted: Collection[Acceptance]) -> datetime | None:
    """Return the moment that a copy of a source is wanted of: when a person accepted it, else when it was accessed.

    None is that nobody said: then the newest copy is wanted.
    """
    sources = [(claim.id, s) for claim in claims for s in claim.sources if source_key(s) == key]
    cited = {(claim_id, redact(source.address)) for claim_id, source in sources}
    days = [entry.on for entry in accepted if (entry.claim_id, entry.source) in cited]
    days += [source.accessed for _, source in sources if source.accessed]
    for day in days:
        with contextlib.suppress(ValueError):
            return datetime.fromisoformat((day + "-01-01")[:10]).replace(hour=12, tzinfo=UTC)
    return None


def archived_copy(archived: Archived, claim: Claim, source: Source) -> ArchivedCopy:
    """Return a copy as it is reported for a claim; whether the verdict rests on it is the judge's to say."""
    memento, note = archived.retrieved.memento, archived.retrieved.note
    if memento is None or archived.looked is None:
        return ArchivedCopy(note=note)
    fetched, match, _ = archived.looked.for_claims[claim.id]
    if match is None:
        note = f"the copy of {memento.day.isoformat()} cannot be read: {fetched.state.label}"
        note += f" ({fetched.detail})" if fetched.detail else ""
    near = archived.near is not None and abs(memento.at - archived.near) <= NEAR
    return ArchivedCopy(memento, note, near=near, cited=bool(source.archive_url) and memento.uri == source.archive_url)
