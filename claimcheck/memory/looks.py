"""Stages 4 and 5 in one, with a memory: what a page is and says for all claims on it is worked out once.

One row holds what would be three or more, and no text: where nothing has changed, no document is unpacked, and a source
costs the reading of a kilobyte.  Kept is only what was found whole: the page is there for every claim on it.  Whatever
else depends on more than these rules, or is a failure, is worked out anew, from what the other rows hold.
"""

from dataclasses import dataclass, replace

from claimcheck.accepted import Acceptance, Drifted
from claimcheck.enums import State
from claimcheck.errors import UnreadableError
from claimcheck.looks import Looked, is_present
from claimcheck.memory.codec import decode, encode
from claimcheck.memory.pages import digest_of
from claimcheck.memory.readings import Readings, claimed, declared, hash_of, without_place
from claimcheck.memory.versions import version_of
from claimcheck.model import Claim, Document, Fetched, Match
from claimcheck.plan import source_key
from claimcheck.redaction import redact
from claimcheck.source_reader import SourceReader

_OK = 200
_SHELVES = ("extractors", "matchers", "judges", "drift")


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What the page is: for all claims, or for one."""

    state: State
    detail: str
    passing: bool


@dataclass(frozen=True, slots=True)
class _Told:
    """What a source is and says for one claim."""

    outcome: _Outcome
    match: Match
    drifted: Drifted | None


@dataclass(frozen=True, slots=True)
class _Look:
    """A look as it is kept; the claims are those of the key, in their order."""

    outcome: _Outcome
    document: Document
    claims: tuple[_Told, ...]
    missing: tuple[str, ...]


class RememberingReader:
    """Reads each source once for as long as its page, the claims on it and the rules stay the same."""

    def __init__(
        self, reader: SourceReader, readings: Readings | None, accepted: tuple[Acceptance, ...] = (), mark: str = ""
    ) -> None:
        """Prepare to read.

        Args:
            reader: who reads what is not remembered.
            readings: what is remembered; none is nothing.
            accepted: what people have accepted.
            mark: all else that the reader was made by.
        """
        self._reader = reader
        self._readings = readings
        self._accepted = {(entry.claim_id, entry.source): replace(entry, line=1) for entry in accepted}
        self._mark = mark + "".join(map(version_of, _SHELVES)) if readings is not None else ""

    def read(self, fetched: Fetched, claims: tuple[Claim, ...], /, *, seen_live: bool = True) -> Looked:
        """Return what a source is and says for each claim on it."""
        known = self.recall(fetched, claims)
        if known is not None:
            return known
        looked = self._reader.read(fetched, claims, seen_live=seen_live)
        key = self._key(fetched, claims)
        kept = _kept(looked, claims) if key and self._readings is not None else None
        if kept is not None and self._readings is not None:
            self._readings.keep(key, "look", encode(kept))
        return looked

    def recall(self, fetched: Fetched, claims: tuple[Claim, ...], /) -> Looked | None:
        """Return the same where it is remembered; nothing is read."""
        key = self._key(fetched, claims)
        held = self._readings.find(key) if key and self._readings is not None else None
        if held is None:
            return None
        try:
            look = decode(_Look, held)
        except ValueError:
            return None
        return _looked(look, fetched, claims) if len(look.claims) == len(claims) else None

    def give_up(self, fetched: Fetched, claims: tuple[Claim, ...], error: UnreadableError) -> Looked:
        """Return what is known of a source whose page cannot be read."""
        return self._reader.give_up(fetched, claims, error)

    def _key(self, fetched: Fetched, claims: tuple[Claim, ...]) -> str:
        """Return what a look is kept under; empty where it is not to be kept."""
        page = fetched.page
        if self._readings is None or page is None or page.private or page.status != _OK:
            return ""
        if redact(fetched.source.address) != fetched.source.address:
            return ""
        way = replace(fetched, source=without_place(fetched.source), page=None, read_at=None, age="")
        told = [self._about(claim, fetched) for claim in claims]
        return hash_of("look", self._mark, digest_of(page.body), *declared(page), repr(way), *told)

    def _about(self, claim: Claim, fetched: Fetched) -> str:
        """Return all that a look depends on of a claim, and of how it cites its source."""
        cited = [source for source in claim.sources if source_key(source) == source_key(fetched.source)]
        accepted = [self._accepted.get((claim.id, redact(source.address))) for source in cited[:1]]
        places = [without_place(source) for source in cited]
        return repr((claimed(claim), claim.id if any(accepted) else "", places, accepted))


def _kept(looked: Looked, claims: tuple[Claim, ...]) -> _Look | None:
    """Return a look as it is kept; none where anything of it was not found whole."""
    if looked.document is None or looked.plain is not None or not is_present(looked.fetched):
        return None
    told = []
    for claim in claims:
        outcome, match, drifted = looked.for_claims[claim.id]
        if match is None or not is_present(outcome):
            return None
        told.append(_Told(_outcome(outcome), match, drifted))
    return _Look(_outcome(looked.fetched), looked.document, tuple(told), tuple(sorted(looked.missing)))


def _outcome(fetched: Fetched) -> _Outcome:
    return _Outcome(fetched.state, fetched.detail, fetched.passing)


def _looked(look: _Look, fetched: Fetched, claims: tuple[Claim, ...]) -> Looked:
    lean = replace(fetched, page=None)
    known: dict[_Outcome, Fetched] = {}

    def put(outcome: _Outcome) -> Fetched:
        if outcome not in known:
            state, detail, passing = outcome.state, outcome.detail, outcome.passing
            known[outcome] = replace(lean, state=state, detail=detail, passing=passing)
        return known[outcome]

    for_claims = {
        claim.id: (put(told.outcome), told.match, told.drifted) for claim, told in zip(claims, look.claims, strict=True)
    }
    return Looked(put(look.outcome), look.document, for_claims, missing=frozenset(look.missing))
