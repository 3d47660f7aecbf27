"""A source that is read whole is one row: the same to the letter, for as long as all it rests on is the same."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest
from memory.calendars import Shelf
from pipeline.fakes import FakeClassifier, FakeExtractor, FakeMatcher, claim, live, source

from claimcheck.accepted import Acceptance, Drifted, Hashes, Passage
from claimcheck.enums import Drift, State, Verdict
from claimcheck.looks import Looked
from claimcheck.memory import RememberingReader, RunMemory
from claimcheck.model import Claim, Document, Fetched, Location, Source
from claimcheck.source_reader import SourceReader

CITED = source("https://example.org/a")
ACCEPTED = Acceptance(
    "one", "words", "hash", CITED.address, (Passage("3,000 people"),), Hashes(), Verdict.SUPPORTED, "me", "2026-01-01"
)


class FakeDrift:
    def compare(self, claim: Claim, accepted: Acceptance, document: Document, /) -> Drifted:  # noqa: ARG002 - the port's signature
        return Drifted(accepted, Drift.NONE)


@dataclass
class Desk:
    """Readers over one memory; each is of a run of its own, and what they really read is counted."""

    memory: RunMemory
    extractor: FakeExtractor = field(default_factory=FakeExtractor)
    matcher: FakeMatcher = field(default_factory=FakeMatcher)
    classifier: FakeClassifier = field(default_factory=FakeClassifier)

    def read(self, fetched: Fetched, *claims: Claim, lock: tuple[Acceptance, ...] = (), mark: str = "") -> Looked:
        drift = FakeDrift() if lock else None
        inner = SourceReader(
            self.extractor, self.matcher, self.classifier, drift=drift, accepted=lock, keeps_plain=True
        )
        return RememberingReader(inner, self.memory.readings, lock, mark).read(fetched, claims)

    @property
    def counts(self) -> tuple[int, int]:
        """How many pages were extracted, and how many claims matched."""
        return len(self.extractor.read), len(self.matcher.seen)


@pytest.fixture
def desk(shelf: Shelf) -> Iterator[Desk]:
    memory = shelf.open()
    yield Desk(memory)
    memory.close()


def test_what_was_read_whole_is_not_read_again(desk: Desk) -> None:
    claims = claim("one", CITED), claim("two", CITED, text="It had 3,000 people.")
    first = desk.read(live(CITED), *claims)
    desk.memory.end(complete=True, network_down=False)
    counts = desk.counts
    assert counts == (1, 2)
    assert desk.read(live(CITED), *claims) == first
    assert desk.counts == counts


def test_what_became_of_an_accepted_passage_is_remembered_with_it(desk: Desk) -> None:
    first = desk.read(live(CITED), claim("one", CITED), lock=(ACCEPTED,))
    desk.memory.end(complete=True, network_down=False)
    assert desk.read(live(CITED), claim("one", CITED), lock=(ACCEPTED,)) == first
    assert first.for_claims["one"][2] == Drifted(ACCEPTED, Drift.NONE)
    assert desk.counts == (1, 1)


MOVED = replace(
    claim("renamed", replace(CITED, location=Location("b.yaml", 9, 9), name="a")), location=Location("b", 1, 1)
)
OTHER_WORDS = claim("one", CITED, text="Sama employed 4,000 people.")
MORE = claim("two", CITED)


@pytest.mark.parametrize(
    ("again", "claims", "more", "read"),
    [
        (live(CITED), (claim("one", CITED),), {}, False),
        (live(CITED), (MOVED,), {}, False),
        (replace(live(CITED), read_at=None, age="read 3 days ago"), (claim("one", CITED),), {}, False),
        (live(CITED, b"other text"), (claim("one", CITED),), {}, True),
        (live(CITED), (OTHER_WORDS,), {}, True),
        (live(CITED), (claim("one", CITED), MORE), {}, True),
        (live(CITED), (claim("one", replace(CITED, issued="2024")),), {}, True),
        (replace(live(CITED), state=State.MOVED), (claim("one", CITED),), {}, True),
        (live(CITED), (claim("one", CITED),), {"lock": (ACCEPTED,)}, True),
        (live(CITED), (claim("one", CITED),), {"mark": "other rules"}, True),
    ],
    ids=[
        "the same",
        "the claim stands elsewhere, under another id",
        "the page comes from memory",
        "another page",
        "another claim",
        "a claim more",
        "the writer dates the source",
        "another way to the page",
        "a passage was accepted",
        "other rules",
    ],
)
def test_it_is_read_again_where_anything_that_it_rests_on_is_another(
    desk: Desk, again: Fetched, claims: tuple[Claim, ...], more: dict[str, object], read: bool
) -> None:
    desk.read(live(CITED), claim("one", CITED))
    desk.memory.end(complete=True, network_down=False)
    before = desk.counts
    looked = desk.read(again, *claims, **more)  # type: ignore[arg-type]  # by name
    assert (desk.counts != before) is read
    assert list(looked.for_claims) == [one.id for one in claims]
    assert looked.fetched.age == again.age


def _private(cited: Source) -> Fetched:
    fetched = live(cited)
    return replace(fetched, page=fetched.page and replace(fetched.page, private=True))


SECRET = source("https://example.org/a?token=secret")


@pytest.mark.parametrize(
    ("fetched", "extractor", "classifier"),
    [
        (_private(CITED), FakeExtractor(), FakeClassifier()),
        (live(SECRET), FakeExtractor(), FakeClassifier()),
        (live(CITED), FakeExtractor(broken=True), FakeClassifier()),
        (live(CITED), FakeExtractor(), FakeClassifier(always=State.PAYWALLED)),
        (Fetched(CITED, State.TIMEOUT), FakeExtractor(), FakeClassifier()),
    ],
    ids=["the user's own", "an address with a secret", "unreadable", "a wall", "no page"],
)
def test_nothing_private_and_no_failure_is_remembered(
    desk: Desk, fetched: Fetched, extractor: FakeExtractor, classifier: FakeClassifier
) -> None:
    desk.extractor, desk.classifier = extractor, classifier
    first = desk.read(fetched, claim("one", fetched.source))
    desk.memory.end(complete=True, network_down=False)
    counts = desk.counts
    assert desk.read(fetched, claim("one", fetched.source)) == first
    assert desk.counts == (2 * counts[0], 2 * counts[1])


def test_a_page_that_says_nothing_of_its_claims_is_looked_at_anew_for_it_may_be_none(desk: Desk) -> None:
    desk.matcher = FakeMatcher(missing=frozenset({"one"}))
    for _ in range(2):
        assert desk.read(live(CITED), claim("one", CITED)).plain is not None
        desk.memory.end(complete=True, network_down=False)
    assert desk.counts == (2, 2)
