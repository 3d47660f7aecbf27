"""The ledger of what is known: as it was written, so it is read, every field of it."""

from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from reporters import samples

from claimcheck.enums import Verdict
from claimcheck.memory.news import new_ledger, read_ledger, write_ledger
from claimcheck.model import Finding
from claimcheck.news import Change, Known, Ledger, has_worsened, note

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def of(verdict: Verdict) -> Finding:
    return replace(samples.BOUND, verdict=verdict)


def after(*verdicts: Verdict) -> Ledger:
    ledger = new_ledger()
    for verdict in verdicts:
        ledger = note(ledger, samples.report(of(verdict)), NOW)
    return ledger


def test_what_is_written_is_read_field_by_field(tmp_path: Path) -> None:
    change = Change(1, NOW, "verdict", "a", "b", "c", "d", "e", "f", "g", "h")
    known = Known(**{field.name: field.name for field in fields(Known)})
    ledger = replace(
        new_ledger(), number=1, claims={"x": known}, sources={"y": "gone"}, changes=(change,), told={"z": 1}
    )
    write_ledger(tmp_path / "memory", tmp_path / "claims.yaml", ledger)
    assert read_ledger(tmp_path / "memory", tmp_path / "claims.yaml") == ledger


S, P, C = Verdict.SUPPORTED, Verdict.PARTLY_SUPPORTED, Verdict.CONTRADICTED
F, U = Verdict.FAILED_VERIFICATION, Verdict.UNVERIFIABLE


@pytest.mark.parametrize(
    ("before", "now", "worsened"),
    [
        ([], C, False), ([C], C, False), ([C], F, False), ([F], C, False), ([S], S, False), ([P], S, False),
        ([S], C, True), ([S], F, True), ([S], P, True), ([P], C, True), ([S, C], C, True), ([S, C, C], C, True),
        ([S, U], C, True), ([S], U, False), ([U], C, False), ([S], Verdict.IGNORED, False),
    ],
)  # fmt: skip
def test_a_claim_has_worsened_where_it_was_better_supported_once(
    before: list[Verdict], now: Verdict, worsened: bool
) -> None:
    assert has_worsened(after(*before), of(now)) is worsened


def test_other_words_are_another_claim() -> None:
    reworded = replace(of(C), claim=replace(samples.BOUND.claim, text="Something else."))
    assert not has_worsened(after(S), reworded)
    assert not has_worsened(note(after(S), samples.report(reworded), NOW), of(C))
