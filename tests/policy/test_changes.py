"""Which claims a change is about: by what they say, not by where they stand."""

from dataclasses import replace

import pytest
from reporters import samples

from claimcheck.enums import Severity
from claimcheck.model import Claim, ClaimsFile, Ignore, Quote
from claimcheck.policy.changes import changed_ids

OLD = ClaimsFile("claims.yaml", (samples.WEAKER.claim, samples.SUPPORTED_PDF.claim))
FIRST, SECOND = OLD.claims
OTHER = samples.BOUND.claim


@pytest.mark.parametrize(
    ("now", "ids"),
    [
        ((FIRST, SECOND), ""),
        ((SECOND, FIRST), ""),
        ((SECOND,), ""),
        ((replace(FIRST, location=samples.at(900)), SECOND), ""),
        ((replace(FIRST, id="renamed"), SECOND), ""),
        ((replace(FIRST, notes="asked them", tags=("pay",), recheck_after="2027"), SECOND), ""),
        ((FIRST, SECOND, OTHER), OTHER.id),
        ((replace(FIRST, text="Other words."), SECOND), FIRST.id),
        ((replace(FIRST, sources=SECOND.sources), SECOND), FIRST.id),
        ((replace(FIRST, quotes=(Quote("$2"),)), SECOND), FIRST.id),
        ((replace(FIRST, require=2), SECOND), FIRST.id),
        ((replace(FIRST, severity=Severity.INFO), SECOND), FIRST.id),
        ((replace(FIRST, ignore=Ignore("later")), SECOND), FIRST.id),
    ],
)
def test_a_claim_is_changed_if_what_bears_on_its_verdict_is(now: tuple[Claim, ...], ids: str) -> None:
    assert " ".join(sorted(changed_ids(replace(OLD, claims=now), OLD))) == ids


def test_where_nothing_was_before_everything_is_new() -> None:
    assert changed_ids(OLD, None) == {FIRST.id, SECOND.id}


def test_other_aliases_change_every_claim() -> None:
    assert changed_ids(replace(OLD, aliases=(("WHO", "OMS"),)), OLD) == {FIRST.id, SECOND.id}


def test_a_claim_on_a_file_that_was_touched_is_changed() -> None:
    assert changed_ids(OLD, OLD, {"pages/generative-ai-training.pdf", "README.md"}) == {SECOND.id}
