"""What a person accepted of a source for a claim, and what has become of it since, as frozen values.

They stand apart from the nouns of the pipeline, which point at them: a source's report has its drift.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.enums import Drift, State, StateClass, Verdict


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that a person accepted: its words, what stood around them, where, and the values in it."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    """Offsets into the document's text, as it was."""
    end: int = 0
    page: int | None = None
    values: tuple[str, ...] = ()
    """Its quantities, dates and denials, as they are compared."""


@dataclass(frozen=True, slots=True)
class Hashes:
    """What tells whether two pages are the same: byte for byte, in their text, or nearly."""

    body: str = ""
    """SHA-256 of the decoded body, in hexadecimal."""
    text: str = ""
    """SHA-256 of the extracted text."""
    likeness: str = ""
    """A simhash of the text's words, 64 bits in hexadecimal: near texts have near ones."""
    payload: str = ""
    """SHA-1 in base 32, the digest that archives list."""
    payload_of: str = ""
    """What ``payload`` is of: ``body as transferred``, or ``decoded body`` where it came in a content coding."""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """An entry of the lock: somebody looked at what a source says of a claim, and stands by it."""

    claim_id: str
    claim: str
    claim_sha256: str
    """Of the claim's words; another one makes the entry stale."""
    source: str
    """The address as cited."""
    passages: tuple[Passage, ...]
    hashes: Hashes
    verdict: Verdict
    """What the rules alone said at that time."""
    by: str
    on: str
    """ISO 8601 day."""
    why: str = ""
    codes: tuple[str, ...] = ()
    """Of what conflicted at that time; a conflict that is not among them is news."""
    final_url: str = ""
    title: str = ""
    language: str = ""
    issued: str = ""
    memento: str = ""
    line: int = 1
    """Where the entry begins in the lock."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """An accepted passage looked for in a document: what became of it, and what stands in its place."""

    passage: Passage
    drift: Drift
    found: str = ""
    span: tuple[int, int] = (0, 0)
    changes: tuple[tuple[str, str], ...] = ()
    """The values that differ, as accepted and as they are now; empty where one has no counterpart."""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Drifted:
    """How a source stands to what was accepted of it; there is none where it could not be looked."""

    accepted: Acceptance
    drift: Drift
    anchors: tuple[Anchor, ...] = ()
    stale: bool = False
    """Whether the claim's own words have changed since: then nothing is accepted any more."""


def worst_drift(found: Iterable[Drifted | None]) -> Drift | None:
    """Return the worst drift of several sources; none where nothing is accepted, or it could not be looked."""
    drifts = [drifted.drift for drifted in found if drifted is not None]
    return max(drifts, key=list(Drift).index, default=None)


def drift_of(state: State, accepted: Acceptance | None, drifted: Drifted | None) -> Drifted | None:
    """Return what became of what was accepted of a source in some state: nothing is known where it cannot be told.

    Of a source that is gone, ``drifted`` is what its archived copy has of it.
    """
    match state.state_class:
        case StateClass.PRESENT:
            return drifted
        case StateClass.GONE:
            if accepted is None:
                return None
            anchors, stale = (drifted.anchors, drifted.stale) if drifted is not None else ((), False)
            return Drifted(accepted, Drift.SOURCE_GONE, anchors, stale)
        case StateClass.CANNOT_TELL:
            return None
