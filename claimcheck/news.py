"""What has changed since it was last known: what was known, and a report → changes.  Pure.

Only what is certain is news.  A claim that could not be read, a source that cannot be told or that is only suspected to
be gone leave what was known as it is, so a site that is down for a night is no news, neither that night nor the next.
What is seen for the first time is news only where it is bad.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256

from claimcheck.accepted import worst_drift
from claimcheck.enums import Drift, StateClass, Verdict
from claimcheck.fingerprints import main_code
from claimcheck.model import Finding, Report, SourceReport
from claimcheck.text import printable

KEPT = 200
"""Changes that are kept; older ones are nobody's news any more."""
_LONGEST = 400
"""Characters of one text."""
_CERTAIN = frozenset({Verdict.SUPPORTED, Verdict.PARTLY_SUPPORTED, Verdict.CONTRADICTED, Verdict.FAILED_VERIFICATION})
_RANKS = {Verdict.SUPPORTED.value: 2, Verdict.PARTLY_SUPPORTED.value: 1}
"""How well a verdict speaks of a claim; all others do not."""
_HELD = "unchanged"
_GONE = "gone"
_PRESENT = "present"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a claim: the digest of its words, its verdict, and what became of its accepted passage."""

    words: str
    verdict: str
    drift: str = ""
    """Empty where nothing is accepted, or it was never looked at."""
    best: str = ""
    """The best verdict that these words ever had; empty in what an earlier version has kept."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not as it was."""

    number: int
    """Counts up for a claims file, from 1."""
    at: datetime
    """When it was seen, in UTC."""
    kind: str
    """``verdict``, ``source`` or ``drift``."""
    before: str
    """What was known; empty where nothing was."""
    after: str
    claim: str = ""
    """The id; empty where it is about a source alone."""
    text: str = ""
    """The claim's words."""
    reason: str = ""
    code: str = ""
    source: str = ""
    """The address; empty where no source decides."""
    passage: str = ""
    """The passage that decides; never one that was read with the user's own credentials."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that is known of a claims file, the changes that led there, and how far each channel was told of them."""

    feed: str
    """A UUID, drawn once."""
    number: int = 0
    """Of the last change."""
    claims: dict[str, Known] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    """By address: ``present`` or ``gone``."""
    changes: tuple[Change, ...] = ()
    told: dict[str, int] = field(default_factory=dict)
    """By channel, the number of the last change that it was told of."""

    def untold(self, channel: str) -> tuple[Change, ...]:
        """Return the changes that a channel was not told of, the oldest first."""
        return tuple(change for change in self.changes if change.number > self.told.get(channel, 0))

    def tell(self, channel: str) -> "Ledger":
        """Return the ledger after a channel was told of everything."""
        return replace(self, told=self.told | {channel: self.number})


def has_worsened(ledger: Ledger, finding: Finding) -> bool:
    """Return whether an earlier run found a claim, in these words, better supported than it is found now.

    That one bad verdict takes the place of another is no news of the source.
    """
    known = ledger.claims.get(finding.claim.id)
    if known is None or known.words != _words(finding) or finding.verdict not in _CERTAIN:
        return False
    best = max((_rank(known.best), _rank(known.verdict)))
    return best > _rank(finding.verdict.value)


def _rank(verdict: str) -> int:
    return _RANKS.get(verdict, 0)


def note(ledger: Ledger, report: Report, at: datetime) -> Ledger:
    """Return the ledger after a run; nothing is noted where the network here is down."""
    if report.network_down:
        return ledger
    wanted = {claim.id for claim in report.claims_file.claims}
    cited = {source.address for claim in report.claims_file.claims for source in claim.sources}
    claims = {name: known for name, known in ledger.claims.items() if name in wanted}
    sources = {address: known for address, known in ledger.sources.items() if address in cited}
    found: list[Change] = []
    for finding in report.findings:
        found += _of_claim(finding, claims, at)
        found += _of_sources(finding, sources, at)
    numbered = tuple(replace(change, number=ledger.number + count) for count, change in enumerate(found, 1))
    return replace(
        ledger,
        number=ledger.number + len(numbered),
        claims=claims,
        sources=sources,
        changes=(*ledger.changes, *numbered)[-KEPT:],
    )


def _of_claim(finding: Finding, claims: dict[str, Known], at: datetime) -> Iterator[Change]:
    """Give what has changed of a claim, and note it; a claim that was reworded is another one."""
    claim = finding.claim
    words = _words(finding)
    known = claims.get(claim.id)
    if known is None or known.words != words:
        known = Known(words, "")
    now = known
    if finding.verdict in _CERTAIN:
        now = replace(now, verdict=finding.verdict.value, best=_better(known, finding.verdict))
        if now.verdict != (known.verdict or Verdict.SUPPORTED.value):
            yield _change(finding, at, "verdict", known.verdict, now.verdict)
    if drift := _drift(finding):
        now = replace(now, drift=drift)
        if drift != (known.drift or _HELD):
            yield _change(finding, at, "drift", known.drift, drift)
    claims[claim.id] = now


def _words(finding: Finding) -> str:
    return sha256(finding.claim.text.encode("utf-8", "replace")).hexdigest()[:16]


def _better(known: Known, verdict: Verdict) -> str:
    return max((known.best, known.verdict, verdict.value), key=_rank)


def _drift(finding: Finding) -> str:
    """Return what became of the accepted passages; empty where that is not known, or the sources tell it better."""
    worst = worst_drift(seen.drifted for seen in finding.sources if seen.drifted and not seen.drifted.stale)
    if worst is None or worst is Drift.SOURCE_GONE:
        return ""
    return _HELD if worst.holds else worst.value


def _of_sources(finding: Finding, sources: dict[str, str], at: datetime) -> Iterator[Change]:
    for seen in finding.sources:
        address = seen.source.address
        now = _presence(seen)
        if now and now != sources.get(address, _PRESENT):
            yield Change(
                0, at, "source", sources.get(address, ""), now, finding.claim.id, _clipped(finding.claim.text),
                _clipped(seen.detail), str(seen.state.code or ""), _clipped(address),
            )  # fmt: skip
        if now:
            sources[address] = now


def _presence(seen: SourceReport) -> str:
    match seen.state.state_class:
        case StateClass.PRESENT:
            return _PRESENT
        case StateClass.GONE:
            return "" if seen.suspected else _GONE
        case StateClass.CANNOT_TELL:
            return ""


def _change(finding: Finding, at: datetime, kind: str, before: str, after: str) -> Change:
    evidence = finding.evidence[0] if finding.evidence else None
    private = any(source.headers_from for source in finding.claim.sources)
    source = evidence.source if evidence is not None else finding.claim.sources[0].address
    return Change(
        0, at, kind, before, after, finding.claim.id, _clipped(finding.claim.text), _clipped(finding.reason),
        main_code(finding) if kind == "verdict" else "", _clipped(source),
        _clipped(evidence.exact) if evidence is not None and not private else "",
    )  # fmt: skip


def _clipped(text: str) -> str:
    shown = printable(text[: 4 * _LONGEST])
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1].rstrip()}…"
