"""What there is to accept after a run: for each claim and source, the passages that a person is shown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimcheck.accepted import Acceptance, Hashes, Passage
from claimcheck.drift import KeptPages, Seen, accept, find_passage, passage_at
from claimcheck.enums import Drift, Verdict
from claimcheck.judges.acceptance import conflicts_of
from claimcheck.judges.assertions import merge
from claimcheck.judges.rules import verdict_of
from claimcheck.model import Finding, Match, Report, SourceReport, Span
from claimcheck.ports import ValueReader
from claimcheck.redaction import redact

MOST_PASSAGES = 5
"""Passages that are accepted of one source for one claim."""
MOST_CANDIDATES = 9
"""Passages to choose from: one key each."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who accepts, on which day, and why."""

    by: str
    on: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A claim and one of its sources that was read: what may be accepted, and what was accepted before."""

    finding: Finding
    report: SourceReport
    match: Match
    seen: Seen
    passages: tuple[Passage, ...]
    """What is proposed; empty where the rules found nothing."""
    before: Acceptance | None = None

    @property
    def verdict(self) -> Verdict:
        """What the rules alone say of this source."""
        return verdict_of(merge([self.match]))

    @property
    def stale(self) -> bool:
        """Whether the claim's words have changed since it was accepted."""
        return self.report.drifted is not None and self.report.drifted.stale

    @property
    def drift(self) -> Drift | None:
        """What became of what was accepted; none where nothing was, or of other words of the claim."""
        return self.report.drifted.drift if self.report.drifted is not None and not self.stale else None

    def signed(self, passages: tuple[Passage, ...], signature: Signature) -> Acceptance:
        """Return the acceptance of some passages."""
        claim = self.finding.claim
        entry = Acceptance(
            claim_id=claim.id,
            claim="",
            claim_sha256="",
            source="",
            passages=(),
            hashes=Hashes(),
            verdict=self.verdict,
            codes=conflicts_of(self.match),
            by=signature.by,
            on=signature.on,
            why=signature.why,
            memento=self.before.memento if self.before is not None and self._is_as_before(passages) else "",
        )
        return accept(claim, self.report, self.seen, passages, entry)

    def _is_as_before(self, passages: tuple[Passage, ...]) -> bool:
        """Return whether the passages are those accepted before, so that a copy that was saved then holds them."""
        return self.before is not None and [p.exact for p in passages] == [p.exact for p in self.before.passages]


def offers_of(report: Report, kept: KeptPages, lock: Iterable[Acceptance], values: ValueReader) -> Iterator[Offer]:
    """Yield what there is to accept, in the order of the claims file.

    Of a claim that is supported, the sources that support it; of any other, every source that was read.
    """
    before = {(entry.claim_id, entry.source): entry for entry in lock}
    for finding in report.findings:
        for source, match in zip(finding.sources, finding.matches, strict=False):
            seen = kept.of(source.source, finding.claim.locator.selector)
            held = before.get((finding.claim.id, redact(source.source.address)))
            if seen is None or (not match.comparisons and not match.considered):
                continue
            passages = _proposed(source, match, seen, values)
            idle = not passages and held is None and finding.verdict is Verdict.SUPPORTED
            if not idle:
                yield Offer(finding, source, match, seen, passages, held)


def _proposed(report: SourceReport, match: Match, seen: Seen, values: ValueReader) -> tuple[Passage, ...]:
    """Return the passages that decide; or, of what was accepted before, where it stands now."""
    drifted = report.drifted
    if drifted is not None and not drifted.stale and all(anchor.found for anchor in drifted.anchors):
        spans = [anchor.span for anchor in drifted.anchors]
    else:
        spans = [c.evidence.span for c in match.comparisons if c.evidence is not None]
    return _passages(spans, seen, values)[:MOST_PASSAGES]


def _passages(spans: Iterable[Span], seen: Seen, values: ValueReader) -> tuple[Passage, ...]:
    return tuple(dict.fromkeys(passage_at(seen.document, span, values) for span in sorted(set(spans)) if span[1]))


def candidates_of(offer: Offer, values: ValueReader) -> tuple[Passage, ...]:
    """Return the passages that may be meant, the most likely first: those proposed, and those that were considered."""
    texts = dict.fromkeys(c.text for c in offer.match.considered if not c.role.is_boilerplate)
    found = [find_passage(offer.seen.document, text, values) for text in list(texts)[:MOST_CANDIDATES]]
    others = dict.fromkeys(passage for passage in found if passage is not None)
    return tuple(dict.fromkeys([*offer.passages, *others]))[:MOST_CANDIDATES]
