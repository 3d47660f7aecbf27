"""What became of an accepted passage: the ladder from *unchanged* to *page replaced*.

1. The same words: unchanged, or moved where other words stand around them.
2. Words as like as ``REWORDED``, every value equal: reworded.
3. Words as like as ``LOCATED``, and a value that differs: changed value, whatever the likeness.
4. The words around it, the title, or most of the page still there: removed.
5. Nothing of it: the page was replaced.

Likeness finds the place; the values are compared exactly, through the port.  The thresholds are set on the development
half of ``benchmarks/drift`` and judged on the other half.
"""

from collections import OrderedDict
from datetime import date
from threading import Lock

from rapidfuzz import fuzz

from claimcheck.accepted import Acceptance, Anchor, Drifted, Passage
from claimcheck.drift.anchoring import Anchoring, Place, words_beside
from claimcheck.drift.hashing import distance, hash_claim, simhash
from claimcheck.drift.tokens import tokens_of
from claimcheck.enums import Drift
from claimcheck.languages import language_of
from claimcheck.model import Claim, Document
from claimcheck.ports import ValueReader
from claimcheck.text import map_characters

REWORDED = 0.80
"""Likeness from which other words with the same values still say the same."""
LOCATED = 0.60
"""Likeness from which a place is the passage's, so that a value that differs there has changed."""
SAME_TITLE = 0.80
SAME_PAGE = 14
"""Bits of 64 in which the simhashes of two versions of one page may differ."""
AROUND = 0.85
"""Likeness of the words around a passage from which they are still there."""
_REACH = 2_000
"""Characters beside a place that are read for what bears on it; a sentence without end is not read to its end."""
_KEPT = 4
"""Documents kept ready for the next passage in them."""
_EACH = list(Drift)


class PassageDrift:
    """Judges drift by where the passage stands now, and by its values."""

    def __init__(self, values: ValueReader) -> None:
        self._values = values
        self._ready: OrderedDict[int, Anchoring] = OrderedDict()
        self._lock = Lock()

    def compare(self, claim: Claim, accepted: Acceptance, document: Document, /) -> Drifted | None:
        """Return what became of the accepted passages; the worst of them is what became of the evidence.

        None is that it cannot be told: the page ends before it comes to where the passage stood.
        """
        anchoring = self._anchoring(document)
        anchors = tuple(self._anchor(passage, accepted, anchoring) for passage in accepted.passages)
        if any(anchor.drift is Drift.REMOVED and _ends_before(anchor.passage, anchoring) for anchor in anchors):
            return None
        worst = max((anchor.drift for anchor in anchors), key=_EACH.index, default=Drift.REMOVED)
        return Drifted(accepted, worst, anchors, stale=hash_claim(claim) != accepted.claim_sha256)

    def _anchoring(self, document: Document) -> Anchoring:
        key = id(document.blocks)
        with self._lock:
            held = self._ready.get(key)
            if held is not None and held.document.blocks is document.blocks:
                self._ready.move_to_end(key)
                return held
        made = Anchoring(document)
        with self._lock:
            self._ready[key] = made
            while len(self._ready) > _KEPT:
                self._ready.popitem(last=False)
        return made

    def _anchor(self, passage: Passage, accepted: Acceptance, anchoring: Anchoring) -> Anchor:
        exact = anchoring.find_exact(passage)
        place = exact or anchoring.find_nearest(passage)
        if place is None or (place.likeness < LOCATED and place.wording < REWORDED):
            return Anchor(passage, _absence(passage, accepted, anchoring))
        document = anchoring.document
        beside = exact is not None and words_beside(passage, document.text, place)
        found = document.text[slice(*place.span)]
        if exact is None or beside or map_characters(found) != map_characters(passage.exact):
            changes = self._changes(passage, accepted, document, place)
        else:
            changes = ()
        if changes:
            drift = Drift.CHANGED_VALUE
        elif exact is not None and not beside:
            drift = _where(passage, place)
        elif place.wording >= REWORDED:
            drift = Drift.REWORDED
        else:
            return Anchor(passage, _absence(passage, accepted, anchoring))
        return Anchor(passage, drift, found, place.span, changes, place.page)

    def _changes(
        self, passage: Passage, accepted: Acceptance, document: Document, place: Place
    ) -> tuple[tuple[str, str], ...]:
        begin = max(place.around[0], place.span[0] - _REACH)
        end = min(place.around[1], place.span[1] + _REACH)
        now = document.text[begin:end]
        window = place.span[0] - begin, place.span[1] - begin
        language = accepted.language or document.language or language_of(passage.exact)
        issued = _day(accepted.issued), document.issued.day if document.issued is not None else None
        return self._values.compare_values(passage.exact, now, window, language, issued)


def _ends_before(passage: Passage, anchoring: Anchoring) -> bool:
    """Return whether a page breaks off before a passage: a teaser, whatever stands before the rest of it.

    A page from which only the passage was taken still has the words around it, or is as long as it was.
    """
    broken_off = len(anchoring.document.text) < passage.start or bool(anchoring.document.truncated)
    return broken_off and not any(map(anchoring.holds_words_around, (passage.prefix, passage.suffix)))


def _where(passage: Passage, place: Place) -> Drift:
    unmoved = place.span[0] == passage.start or (place.before >= AROUND and place.after >= AROUND)
    return Drift.NONE if unmoved else Drift.MOVED


def _absence(passage: Passage, accepted: Acceptance, anchoring: Anchoring) -> Drift:
    """Return whether the page is still the one that held the passage."""
    if any(map(anchoring.holds_words_around, (passage.prefix, passage.suffix))):
        return Drift.REMOVED
    document = anchoring.document
    titles = tokens_of(accepted.title).joined, tokens_of(document.title).joined
    if all(titles) and fuzz.ratio(*titles) >= 100 * SAME_TITLE:
        return Drift.REMOVED
    near = distance(accepted.hashes.likeness, simhash(document)) <= SAME_PAGE
    return Drift.REMOVED if near else Drift.REPLACED


def _day(issued: str) -> date | None:
    """Return a day, or the first day of a month or a year, in ISO 8601; none where there is none."""
    try:
        return date.fromisoformat((issued + "-01-01")[:10]) if issued else None
    except ValueError:
        return None
