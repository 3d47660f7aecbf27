"""The baseline: sorted, readable, ending, and never an excuse for something else."""

import tomllib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reporters import samples
from reporters.strategies import bounded, findings

from claimcheck.enums import Code
from claimcheck.errors import UsageError
from claimcheck.model import Finding, Location, Ruling
from claimcheck.policy.baseline import LASTS, Baseline, baseline_text, read_baseline, write_baseline
from claimcheck.policy.failing import DEFAULT_KINDS, FailLevel, Kind, Reason
from claimcheck.policy.rulings import Change, Policy, idle_entries

TODAY = date(2026, 11, 24)
LEVEL = FailLevel(DEFAULT_KINDS)
BOTH = replace(samples.BOUND, codes=(Code.BOUND_CONFLICT, Code.VALUE_CONFLICT))


def written(*found: Finding, old: Baseline | None = None, kept: tuple[str, ...] = (), today: date = TODAY) -> Baseline:
    return write_baseline(old or Baseline(), [(one, LEVEL.reasons(one)) for one in found], kept, today)


def policy(baseline: Baseline | None, change: Change | None = None, today: date = TODAY) -> Policy:
    return Policy(LEVEL, today, baseline, change)


def reread(baseline: Baseline, folder: Path) -> Baseline:
    path = folder / "baseline.toml"
    path.write_text(baseline_text(baseline), "utf-8")
    return read_baseline(path)


def test_a_baseline_is_read_as_it_was_written(tmp_path: Path) -> None:
    baseline = written(*samples.ALL)
    assert len(baseline.entries) == len(set(baseline.entries)) > 4
    assert reread(baseline, tmp_path) == baseline


def test_it_is_sorted_and_the_same_bytes_whatever_the_order() -> None:
    assert baseline_text(written(*samples.ALL)) == baseline_text(written(*reversed(samples.ALL)))


@bounded
@given(st.lists(findings, max_size=4))
def test_no_text_breaks_the_file(found: list[Finding]) -> None:
    level = FailLevel(frozenset(Kind))
    baseline = write_baseline(Baseline(), [(one, level.reasons(one)) for one in found], (), TODAY)
    text = baseline_text(baseline)
    document = tomllib.loads(text)
    assert [item["fingerprint"] for item in document.get("known", [])] == [e.fingerprint for e in baseline.entries]
    assert all(character.isprintable() or character == "\n" for character in text) or not text.isascii()


def moved(finding: Finding) -> Finding:
    return replace(finding, claim=replace(finding.claim, location=Location("other.yaml", 900, 1)))


def reworded(finding: Finding) -> Finding:
    return replace(finding, claim=replace(finding.claim, text=finding.claim.text + " Vraiment."))


@pytest.mark.parametrize(
    ("known", "found", "ruling"),
    [
        (samples.BOUND, samples.BOUND, Ruling(excuse="known until 2027-02-22", known=True)),
        (samples.BOUND, moved(samples.BOUND), Ruling(excuse="known until 2027-02-22", known=True)),
        (samples.BOUND, reworded(samples.BOUND), Ruling(fails=True, known=False)),
        (
            BOTH,
            samples.BOUND,
            Ruling(excuse="known until 2027-02-22", known=True),
        ),
        (
            samples.BOUND,
            BOTH,
            Ruling(fails=True, known=False),
        ),
        (samples.WEAKER, samples.BOUND, Ruling(fails=True, known=False)),
        (samples.GONE, samples.GONE, Ruling(excuse="known until 2027-02-22", known=True)),
        (samples.GONE, samples.SUPPORTED, Ruling()),
    ],
    ids=["the same", "moved", "reworded", "less of it", "more of it", "another", "a source", "mended"],
)
def test_only_what_is_known_is_excused(known: Finding, found: Finding, ruling: Ruling) -> None:
    assert replace(policy(written(known)).rule(found), codes=()) == ruling


def test_a_ruling_names_the_codes_that_it_rests_on() -> None:
    assert policy(None).rule(BOTH).codes == ("V215", "V210")
    assert policy(written(BOTH)).rule(BOTH).codes == ("V215", "V210")
    assert policy(None).rule(samples.SUPPORTED).codes == ()


def test_another_source_that_goes_is_no_known_finding() -> None:
    baseline = written(samples.GONE)
    seen = samples.GONE.sources[0]
    other = replace(seen, source=replace(seen.source, address="https://example.org/other"))
    assert policy(baseline).rule(replace(samples.GONE, sources=(seen, other))).fails


@pytest.mark.parametrize(
    ("days", "fails"), [(0, False), (LASTS.days, False), (LASTS.days + 1, True)], ids=["today", "the last day", "after"]
)
def test_an_entry_ends(days: int, fails: bool) -> None:
    later = TODAY + timedelta(days=days)
    assert policy(written(samples.BOUND), today=later).rule(samples.BOUND).fails is fails


def test_writing_again_prolongs_nothing_that_still_holds_and_drops_what_is_mended() -> None:
    later = TODAY + timedelta(days=30)
    again = written(samples.BOUND, samples.OLDER, old=written(samples.BOUND, samples.WEAKER), today=later)
    days = {entry.claim: entry.until for entry in again.entries}
    assert days == {samples.BOUND.claim.id: TODAY + LASTS, samples.OLDER.claim.id: later + LASTS}


def test_entries_of_claims_that_were_not_judged_are_kept() -> None:
    again = written(samples.BOUND, old=written(samples.WEAKER, samples.OLDER), kept=(samples.WEAKER.claim.id,))
    assert {entry.claim for entry in again.entries} == {samples.BOUND.claim.id, samples.WEAKER.claim.id}


def test_entries_that_ended_and_entries_that_hold_for_nothing_are_counted() -> None:
    baseline = written(samples.BOUND, samples.OLDER)
    report = samples.report(samples.SUPPORTED, replace(samples.BOUND, codes=(), comparisons=()))
    assert idle_entries(baseline, report, Policy(LEVEL, TODAY)) == (0, len(baseline.entries))
    assert idle_entries(baseline, report, Policy(LEVEL, TODAY + timedelta(days=400))) == (len(baseline.entries), 0)


@pytest.mark.parametrize(
    ("baseline", "ids", "found", "fails", "excuse"),
    [
        (False, {"head-count"}, "head-count", True, ""),
        (False, set(), "head-count", False, "not changed since main"),
        (True, set(), "head-count", False, "known until 2027-02-22"),
        (True, set(), "venezuela", True, ""),
        (True, {"venezuela"}, "venezuela", True, ""),
    ],
    ids=["changed", "left alone", "left alone and known", "newly broken", "changed and new"],
)
def test_a_change_fails_for_what_it_brings_and_for_what_is_newly_broken(
    baseline: bool, ids: set[str], found: str, fails: bool, excuse: str
) -> None:
    head_count = replace(samples.BOUND, claim=replace(samples.BOUND.claim, id="head-count"))
    known = written(head_count) if baseline else None
    finding = head_count if found == "head-count" else samples.OLDER
    ruling = policy(known, Change("main", frozenset(ids))).rule(finding)
    assert (ruling.fails, ruling.excuse) == (fails, excuse)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no baseline of version 1"),
        ("version = 2\n", "no baseline of version 1"),
        ("version = ", "not a TOML file"),
        ("\x00", "not a TOML file"),
        ("version = 1\nknown = 3\n", "no list of tables"),
        ("version = 1\nknown = [3]\n", "entry 1 needs"),
        ("version = 1\n[[known]]\nfingerprint = 'x'\n", "entry 1 needs"),
        ("version = 1\n[[known]]\nfingerprint = 'x'\nuntil = '2027-01-01'\n", "entry 1 needs"),
        ("version = 1\n[[known]]\nfingerprint = 'x'\nuntil = 2027-01-01T00:00:00Z\n", "entry 1 needs"),
        ("version = 1\n[[known]]\nfingerprint = 3\nuntil = 2027-01-01\n", "entry 1 needs"),
    ],
)
def test_a_file_that_is_no_baseline_is_a_message(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "baseline.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(UsageError, match=message) as caught:
        read_baseline(path)
    assert caught.value.hint


def test_a_reason_without_a_code_goes_by_its_verdict() -> None:
    bare = replace(samples.BOUND, codes=())
    assert LEVEL.reasons(bare) == (Reason("contradicted"),)
    assert not policy(written(bare)).rule(bare).fails
