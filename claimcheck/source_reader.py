"""Stages 4 and 5 of one source: a page and the claims on it → all that is known of it.  It knows ports only.

The page is read once for each part of it that a claim asks for, and matched with every claim on it at once, so that no
page is kept longer than it takes.  All of it is one call that shares nothing with any other, so it may be made in any
thread, and in any process.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from claimcheck.accepted import Acceptance, Drifted
from claimcheck.enums import StateClass
from claimcheck.errors import UnreadableError
from claimcheck.looks import (
    Looked,
    anchors_of,
    as_cited,
    has_evidence,
    is_present,
    may_support,
    unreadable,
)
from claimcheck.model import Claim, Document, Fetched, Match, Page
from claimcheck.parts import Parts
from claimcheck.plan import source_key, wants_media_type_only
from claimcheck.ports import Classifier, DriftJudge, Extractor, Matcher, Witness
from claimcheck.redaction import redact


class SourceReader:
    """Extracts a page, matches it with the claims on it, and says what the page is."""

    def __init__(  # noqa: PLR0913 - each is a port, given by its name
        self,
        extractor: Extractor,
        matcher: Matcher,
        classifier: Classifier,
        *,
        drift: DriftJudge | None = None,
        witness: Witness | None = None,
        accepted: Iterable[Acceptance] = (),
        keeps_plain: bool = False,
    ) -> None:
        """Prepare to read.

        Args:
            extractor: reads pages.
            matcher: matches claims with them.
            classifier: says what a page is.
            drift: looks for what a person accepted; none is a run that does not ask.
            witness: is told what was read.
            accepted: what people have accepted.
            keeps_plain: whether the text of a page that says nothing of its claims is wanted.
        """
        self._extractor = extractor
        self._matcher = matcher
        self._classifier = classifier
        self._drift = drift
        self._witness = witness
        self._accepted = {(entry.claim_id, entry.source): entry for entry in accepted}
        self._keeps_plain = keeps_plain

    def read(self, fetched: Fetched, claims: tuple[Claim, ...], /, *, seen_live: bool = True) -> Looked:
        """Return what a source is and says for each claim on it; ``seen_live`` is that it is no copy of the source."""
        return self._read(Parts(self._extractor, fetched.page), fetched, claims, seen_live=seen_live)

    def give_up(self, fetched: Fetched, claims: tuple[Claim, ...], error: UnreadableError) -> Looked:
        """Return what is known of a source whose page cannot be read."""
        return self._read(Parts(_Broken(error), fetched.page), fetched, claims, seen_live=False)

    def _read(self, parts: Parts, fetched: Fetched, claims: tuple[Claim, ...], *, seen_live: bool) -> Looked:
        matches: dict[str, Match] = {}
        drifts: dict[str, Drifted | None] = {}
        # The text of an error page is no text of the source: it is read for what it says of the state alone.
        for claim in claims if may_support(fetched) else ():
            document = parts.read(claim.locator.selector)
            if isinstance(document, UnreadableError) and wants_media_type_only(claim) and fetched.page is not None:
                document = Document(text="", blocks=(), media_type=fetched.page.media_type)
            if isinstance(document, Document):
                source = next(s for s in claim.sources if source_key(s) == source_key(fetched.source))
                cited = as_cited(document, source)
                matches[claim.id] = self._matcher.match(claim, cited, source)
                if self._witness is not None and seen_live:
                    self._witness.saw(fetched, cited, claim.locator.selector)
                accepted = self._accepted.get((claim.id, redact(source.address)))
                if accepted is not None and self._drift is not None:
                    drifts[claim.id] = self._drift.compare(claim, accepted, cited)
        return self._classified(fetched, claims, parts, matches, drifts)

    def _classified(
        self,
        fetched: Fetched,
        claims: tuple[Claim, ...],
        parts: Parts,
        matches: Mapping[str, Match],
        drifts: Mapping[str, Drifted | None],
    ) -> Looked:
        """Say what the page is: for the claims whose evidence is on it, and for the others."""
        whole = parts.read() if fetched.page is not None else None
        document = whole if isinstance(whole, Document) else None
        found = {name for name, match in matches.items() if has_evidence(match)}
        # A passage that a person accepted is evidence as well, whether or not the rules can judge it.
        found |= {name for name, drifted in drifts.items() if drifted and drifted.drift.holds}
        with_evidence = without = self._classifier.classify(fetched, document, matched=bool(found))
        if len(found) < len(claims) and found:
            without = self._classifier.classify(fetched, document, matched=False)
            if without.state.state_class is StateClass.GONE:
                # Evidence for one claim proves the page; that it says nothing of another does not take it away.
                without = with_evidence
        lean = {True: replace(with_evidence, page=None), False: replace(without, page=None)}
        for_claims: dict[str, tuple[Fetched, Match | None, Drifted | None]] = {}
        for claim in claims:
            here, match = lean[claim.id in found], matches.get(claim.id)
            if match is None and is_present(here) and isinstance(part := parts.read(claim.locator.selector), Exception):
                here = unreadable(here, part)
            for_claims[claim.id] = (here, match if is_present(here) else None, drifts.get(claim.id))
        overall = lean[True] if found or not for_claims else next(iter(for_claims.values()))[0]
        # Who finds nothing of what is asked for, and nothing that speaks against it, may be looking at no page.
        spoken = bool(found) or any(c.evidence for m in matches.values() for c in m.comparisons)
        silent = fetched.source.path is None and not spoken
        return Looked(
            overall,
            document and replace(document, text="", blocks=()),
            for_claims,
            missing=parts.missing(anchors_of(fetched.source, claims)),
            plain=document if self._keeps_plain and silent and is_present(overall) else None,
        )


class _Broken:
    """Reads no page, and says why."""

    def __init__(self, error: UnreadableError) -> None:
        self._error = error

    def extract(self, page: Page, /, *, selector: str = "") -> Document:
        """Raise the error."""
        del page, selector
        raise self._error
