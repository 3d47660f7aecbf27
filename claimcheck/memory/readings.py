"""Stages 4 and 5 with a memory: what was read of a page, matched with it, and ruled of it, is worked out once.

Each wrapper asks the memory under a hash of all that the result depends on: the bytes and what was declared of them,
the claim, the dates and languages that hold, the very rules.  Nothing else decides, so whatever changes is worked out
anew, and what does not is the same to the letter.  Failures are never kept: a page that was too slow to read is tried
again.
"""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime

from claimcheck.enums import Severity, State
from claimcheck.memory.codec import decode, encode
from claimcheck.memory.compression import compress, decompress
from claimcheck.memory.database import Database
from claimcheck.memory.pages import DAMAGED, digest_of
from claimcheck.memory.versions import version_of
from claimcheck.model import Claim, Document, Fetched, Location, Match, Page, Source
from claimcheck.ports import Classifier, Extractor, Matcher
from claimcheck.redaction import redact

_NOWHERE = Location("", 1, 1)
_OK = 200
_STATES = frozenset(state.value for state in State)


class Readings:
    """Results by the hash of what they depend on, in the database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._today = datetime.now(tz=UTC).date().toordinal()

    def find(self, key: str) -> bytes | None:
        """Return the result of this key; none where there is none, or it is damaged."""
        rows = self._database.read("SELECT value, used_on FROM readings WHERE key = ?", (key,))
        if not rows:
            return None
        value, used_on = rows[0]
        try:
            found = decompress(value)
            is_old = used_on < self._today
        except DAMAGED:
            return None
        if is_old:
            row = (self._today, key)
            self._database.write(lambda c: c.execute("UPDATE readings SET used_on = ? WHERE key = ?", row))
        return found

    def keep(self, key: str, kind: str, value: bytes) -> None:
        """Keep a result under its key."""
        row = (key, kind, self._today)
        self._database.write(
            lambda c: c.execute("INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?)", (*row, compress(value)))
        )


class RememberingExtractor:
    """Reads each page once for as long as its bytes and the rules stay the same."""

    def __init__(self, extractor: Extractor, readings: Readings) -> None:
        self._extractor = extractor
        self._readings = readings
        self._version = version_of("extractors")

    def extract(self, page: Page, /, *, selector: str = "") -> Document:
        """Return the text of a page, with the fingerprint of what it was read from.

        Raises:
            UnreadableError: as the extractor says.
        """
        if page.private or page.status != _OK:
            return self._extractor.extract(page, selector=selector)
        key = hash_of("document", self._version, digest_of(page.body), *declared(page), selector)
        if (held := self._readings.find(key)) is not None:
            try:
                return decode(Document, held)
            except ValueError:
                pass
        document = replace(self._extractor.extract(page, selector=selector), fingerprint=key)
        self._readings.keep(key, "document", encode(document))
        return document


class RememberingMatcher:
    """Matches each claim with a text once for as long as both and the rules stay the same."""

    def __init__(
        self,
        matcher: Matcher,
        readings: Readings,
        aliases: tuple[tuple[str, ...], ...] = (),
        *,
        brief: bool = False,
        semantic: bool = False,
    ) -> None:
        """Take what the matcher was made with: of other names, or found by other means, a match is another.

        A ``brief`` matcher tells what decides alone, and its matches are remembered apart.
        """
        self._matcher = matcher
        self._readings = readings
        self._version = version_of("matchers") + repr(aliases) + " brief" * brief + " semantic" * semantic

    def match(self, claim: Claim, document: Document, source: Source, /) -> Match:
        """Return how each assertion of the claim stands to the document."""
        # Evidence names its source; an address with a secret is not written down.
        if not document.fingerprint or redact(source.address) != source.address:
            return self._matcher.match(claim, document, source)
        key = hash_of(
            "match",
            self._version,
            document.fingerprint,
            repr(document.issued),
            document.language,
            repr(claimed(claim)),
            repr(without_place(source)),
        )
        if (held := self._readings.find(key)) is not None:
            try:
                return decode(Match, held)
            except ValueError:
                pass
        match = self._matcher.match(claim, document, source)
        self._readings.keep(key, "match", encode(match))
        return match


class RememberingClassifier:
    """Rules on each page without evidence once for as long as it, its way and the rules stay the same."""

    def __init__(self, classifier: Classifier, readings: Readings) -> None:
        self._classifier = classifier
        self._readings = readings
        self._version = version_of("judges")

    def classify(self, fetched: Fetched, document: Document | None, /, *, matched: bool) -> Fetched:
        """Return the outcome with the state that the page's own text proves."""
        secret = redact(fetched.source.address) != fetched.source.address
        if matched or document is None or not document.fingerprint or secret:
            return self._classifier.classify(fetched, document, matched=matched)
        way = replace(fetched, source=replace(fetched.source, location=_NOWHERE), page=None, read_at=None, age="")
        key = hash_of("ruling", self._version, document.fingerprint, repr(way))
        if (held := self._readings.find(key)) is not None:
            state, _, detail = held.decode("utf-8", "replace").partition("\n")
            if state in _STATES:
                return replace(fetched, state=State(state), detail=detail)
        ruled = self._classifier.classify(fetched, document, matched=matched)
        self._readings.keep(key, "ruling", f"{ruled.state.value}\n{ruled.detail}".encode("utf-8", "replace"))
        return ruled


def declared(page: Page) -> list[str]:
    """Return all that was said of a page and that its text depends on."""
    languages = [value for name, value in page.headers if name == "content-language"]
    return [page.url, page.media_type, page.charset, *languages, page.truncated]


def without_place(source: Source) -> Source:
    """Return a source without where and under which name it is written."""
    return replace(source, location=_NOWHERE, name="")


def claimed(claim: Claim) -> Claim:
    """Return a claim without what says nothing of its truth; what a later version adds counts by itself."""
    return replace(
        claim,
        id="",
        sources=(),
        location=_NOWHERE,
        severity=Severity.ERROR,
        tags=(),
        notes="",
        recheck_after="",
        ignore=None,
        require=1,
    )


def hash_of(*parts: str) -> str:
    """Return a hash of parts that no other parts have: each stands behind its length."""
    told = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
