"""What a person accepts → an acceptance: the passage in whole sentences, with what stands around it and its values.

A passage is widened to the sentences it stands in: whoever keeps *between $1.32 and $2 per hour* alone does not see
the *never* that a later version puts before it.
"""

from dataclasses import dataclass, replace
from threading import Lock

from claimcheck.accepted import Acceptance, Hashes, Passage
from claimcheck.drift.anchoring import Anchoring
from claimcheck.drift.hashing import hash_claim, hash_page
from claimcheck.languages import language_of
from claimcheck.model import Claim, Document, Fetched, Source, SourceReport, Span
from claimcheck.plan import SourceKey, source_key
from claimcheck.ports import ValueReader
from claimcheck.redaction import redact
from claimcheck.text import sentences, surroundings

LONGEST = 800
"""Characters of a passage; a lock is no copy of its sources."""
WIDTH = 64
"""Characters kept before and after a passage."""
_ELLIPSES = ("…", "...")


@dataclass(frozen=True, slots=True)
class Seen:
    """A page that was read in this run: what is kept of its bytes, and its text."""

    hashes: Hashes
    document: Document


class KeptPages:
    """Keeps what every source was read as, for the acceptance of what is on it; by its address without secrets."""

    def __init__(self) -> None:
        self._kept: dict[tuple[SourceKey, str], Seen] = {}
        self._lock = Lock()

    def saw(self, fetched: Fetched, document: Document, selector: str, /) -> None:
        """Keep a document and the digests of its page."""
        if fetched.page is not None:
            seen = Seen(hash_page(fetched.page, document), document)
            with self._lock:
                self._kept[_key(fetched.source), selector] = seen

    def of(self, source: Source, selector: str) -> Seen | None:
        """Return what a source, or a part of it, was read as."""
        return self._kept.get((_key(source), selector))


def _key(source: Source) -> SourceKey:
    # Who accepts is shown no secret of an address, and asks with what was shown.
    return source_key(replace(source, address=redact(source.address)))


def passage_at(document: Document, span: Span, values: ValueReader) -> Passage:
    """Return the passage at a place of a document, widened to whole sentences of at most ``LONGEST`` characters."""
    begin, end = _widened(document, span)
    exact = document.text[begin:end]
    prefix, suffix = surroundings(document.text, (begin, end), WIDTH)
    page = next((b.page for b in document.blocks if b.span[0] <= begin < b.span[1]), None)
    language = document.language or language_of(exact)
    issued = document.issued.day if document.issued is not None else None
    return Passage(exact, prefix, suffix, begin, end, page, values.read_values(exact, language, issued))


def _widened(document: Document, span: Span) -> Span:
    touched = [b for b in document.blocks if b.span[0] < span[1] and span[0] < b.span[1]]
    found = [s for b in touched for s in ([b.span] if b.cells else sentences(document.text, b.span))]
    around = [s for s in found if s[0] < span[1] and span[0] < s[1]]
    begin, end = (around[0][0], around[-1][1]) if around else span
    if end - begin <= LONGEST:
        return begin, end
    begin, end = max(begin, span[0]), min(end, max(span[1], span[0] + 1))
    return begin, min(end, begin + LONGEST)


def find_passage(document: Document, words: str, values: ValueReader) -> Passage | None:
    """Return the passage that some words stand in, word for word; none where the page's own text has them not.

    An ellipsis stands for what is left out: ``The workers … per hour``.
    """
    anchoring = Anchoring(document)
    mark = next((mark for mark in _ELLIPSES if mark in words), "")
    parts = [part for part in words.split(mark) if part.strip()] if mark else [words]
    places = [anchoring.find_exact(Passage(part)) for part in (parts[:1] + parts[-1:] if len(parts) > 1 else parts)]
    spans = [place.span for place in places if place is not None]
    if not spans or len(spans) < len(places) or spans[-1][1] - spans[0][0] > LONGEST or spans[-1] < spans[0]:
        return None
    return passage_at(document, (spans[0][0], spans[-1][1]), values)


def accept(
    claim: Claim, report: SourceReport, seen: Seen, passages: tuple[Passage, ...], entry: Acceptance
) -> Acceptance:
    """Return ``entry``, which says who accepts, when and why, with what is accepted of a source for a claim."""
    issued = report.issued
    length = {"year": 4, "month": 7}.get(issued.precision, 10) if issued is not None else 0
    return replace(
        entry,
        claim_id=claim.id,
        claim=" ".join(claim.text.split()),
        claim_sha256=hash_claim(claim),
        source=redact(report.source.address),
        passages=passages,
        hashes=seen.hashes,
        final_url=redact(report.final_url),
        title=seen.document.title,
        language=report.language,
        issued=issued.day.isoformat()[:length] if issued is not None else "",
    )
