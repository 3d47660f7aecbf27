"""The verdicts of each day, kept beside the database: what changed, since when, and nothing that was not judged."""

import asyncio
import json
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from memory.calendars import START, Shelf
from pipeline.fakes import claim, source

from claimcheck.enums import State, StateClass, Verdict
from claimcheck.fingerprints import words_mark
from claimcheck.memory import RecallingPipeline
from claimcheck.memory.days import MOST, NAME, forget_days, note_day, read_days
from claimcheck.model import ClaimsFile, Fetched, Finding, Report, SourceReport
from claimcheck.past import PastDay, PastVerdict

FIRST = date(2026, 3, 1)
A, B = claim("a"), claim("b", text="It has 40 rooms.")


def report(folder: Path, *verdicts: Verdict, gone: int = 0, skipped: int = 0, **fields: bool) -> Report:
    """A report on the claims ``a``, ``b``, …, each on a source of its own."""
    claims = [replace(A, id=chr(ord("a") + n)) for n in range(len(verdicts) + skipped)]
    states = [State.GONE if n < gone else State.LIVE for n in range(len(verdicts))]
    findings = tuple(
        Finding(one, verdict, "", sources=(SourceReport(source(f"https://example.org/{one.id}"), state),))
        for one, verdict, state in zip(claims, verdicts, states, strict=False)
    )
    return Report(ClaimsFile(str(folder.parent / "claims.yaml"), tuple(claims)), findings, **fields)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / ".claimcheck"


def told(folder: Path) -> list[tuple[int, dict[str, str]]]:
    days = read_days(folder, folder.parent / "claims.yaml")
    return [((day.day - FIRST).days, {name: held.verdict.value for name, held in day.verdicts.items()}) for day in days]


def note(folder: Path, day: int, *verdicts: Verdict, **fields: int) -> None:
    note_day(folder, report(folder, *verdicts, **fields), FIRST + timedelta(days=day))  # type: ignore[arg-type]  # by name


def test_of_a_file_that_never_ran_no_day_is_known(folder: Path) -> None:
    assert told(folder) == []


def test_each_day_has_its_verdicts(folder: Path) -> None:
    note(folder, 0, Verdict.CONTRADICTED, Verdict.SUPPORTED)
    note(folder, 2, Verdict.SUPPORTED, Verdict.SUPPORTED)
    assert told(folder) == [(0, {"a": "contradicted", "b": "supported"}), (2, {"a": "supported", "b": "supported"})]


def test_of_several_runs_of_a_day_the_last_word_on_each_claim_counts(folder: Path) -> None:
    note(folder, 0, Verdict.SUPPORTED, Verdict.SUPPORTED)
    note(folder, 1, Verdict.CONTRADICTED, Verdict.CONTRADICTED)
    note(folder, 1, Verdict.SUPPORTED, skipped=1)
    assert told(folder) == [(0, {"a": "supported", "b": "supported"}), (1, {"a": "supported", "b": "contradicted"})]


def test_a_day_on_which_a_claim_was_not_judged_says_nothing_of_it(folder: Path) -> None:
    for day in (0, 1, 2):
        note(folder, day, Verdict.SUPPORTED, *([Verdict.SUPPORTED] if day != 1 else []), skipped=int(day == 1))
    assert [sorted(verdicts) for _, verdicts in told(folder)] == [["a", "b"], ["a"], ["a", "b"]]


def test_a_verdict_goes_with_its_code_and_a_mark_of_the_words(folder: Path) -> None:
    note(folder, 0, Verdict.SUPPORTED)
    (day,) = read_days(folder, folder.parent / "claims.yaml")
    assert day.verdicts == {"a": PastVerdict(Verdict.SUPPORTED, "supported", words_mark(A))}
    assert words_mark(A) != words_mark(B)


def test_sources_are_counted_where_all_were_looked_at(folder: Path) -> None:
    note(folder, 0, Verdict.SUPPORTED, Verdict.SUPPORTED, gone=1)
    note(folder, 1, Verdict.SUPPORTED, skipped=1)
    first, second = read_days(folder, folder.parent / "claims.yaml")
    assert first.sources == {StateClass.PRESENT: 1, StateClass.GONE: 1, StateClass.CANNOT_TELL: 0}
    assert second.sources == {}


def test_nights_on_which_nothing_changes_take_no_room_and_old_ones_go(folder: Path) -> None:
    for day in range(MOST + 20):
        note(folder, day, Verdict.SUPPORTED)
    document = json.loads((folder / NAME).read_text())["files"]["claims.yaml"]
    assert len(document["claims"]["a"]) == 1
    assert [day for day, _ in told(folder)] == list(range(20, MOST + 20))


def test_a_clock_that_was_set_back_makes_no_second_future(folder: Path) -> None:
    note(folder, 5, Verdict.CONTRADICTED)
    note(folder, 3, Verdict.SUPPORTED)
    assert told(folder) == [(3, {"a": "supported"})]


@pytest.mark.parametrize(
    "text",
    ["", "[]", '{"version": 2}', '{"version": 1, "files": {"claims.yaml": []}}',
     '{"version": 1, "files": {"claims.yaml": {"days": ["x"], "claims": {"a": [["x", "y", "z"]]}}}}',
     '{"version": 1, "files": {"claims.yaml": {"days": ["2026-02-30"], "sources": 3}}}', "[" * 100_000],
)  # fmt: skip
def test_a_file_that_holds_something_else_is_begun_anew(folder: Path, text: str) -> None:
    folder.mkdir()
    (folder / NAME).write_text(text)
    assert told(folder) == []
    note(folder, 0, Verdict.SUPPORTED)
    assert told(folder) == [(0, {"a": "supported"})]


def test_a_past_that_came_with_version_control_is_not_read(folder: Path, tmp_path: Path) -> None:
    note(folder, 0, Verdict.SUPPORTED)
    subprocess.run(["git", "init", "-q", tmp_path], check=True)  # noqa: S607 - git of this machine
    subprocess.run(["git", "-C", tmp_path, "add", "-f", folder / NAME], check=True)  # noqa: S607
    assert told(folder) == []


def test_what_is_forgotten_is_gone(folder: Path) -> None:
    note(folder, 0, Verdict.SUPPORTED)
    forget_days(folder)
    forget_days(folder)
    assert told(folder) == []


# ------------------------------------------------------------------------------------------------ beside the pipeline


class Ready:
    """A pipeline that has its report already."""

    def __init__(self, made: Report) -> None:
        self.made = made

    async def verify(self, *_: object, **__: object) -> Report:
        return self.made


def recalled(shelf: Shelf, made: Report, *, recall: bool = True, offline: bool = False) -> Report:
    memory = shelf.open(offline=offline)
    pipeline = RecallingPipeline(Ready(made), memory, shelf.folder, shelf.warnings.append, recall=recall)
    try:
        return asyncio.run(pipeline.verify(made.claims_file))
    finally:
        memory.close()


def days_of(made: Report) -> tuple[PastDay, ...]:
    assert made.past is not None
    return made.past.days


def test_a_report_comes_with_the_days_before_it_and_its_own(folder: Path) -> None:
    shelf = Shelf(folder)
    recalled(shelf, report(folder, Verdict.CONTRADICTED), recall=False)
    shelf.calendar.turn(days=1)
    past = recalled(shelf, report(folder, Verdict.SUPPORTED))
    assert [day.day for day in days_of(past)] == [START.date(), START.date() + timedelta(days=1)]


def test_the_looks_at_sources_come_with_it_without_the_secrets_of_addresses(folder: Path) -> None:
    shelf = Shelf(folder)
    secret = source("https://example.org/a?token=s3cr3t")
    for state in (State.LIVE, State.NOT_FOUND):
        memory = shelf.open()
        memory.keep(Fetched(secret, state), Fetched(secret, state))
        memory.end(complete=True, network_down=False)
        memory.close()
        shelf.calendar.turn(days=1)
    finding = Finding(A, Verdict.UNVERIFIABLE, "", sources=(SourceReport(secret, State.NOT_FOUND),))
    past = recalled(shelf, replace(report(folder, Verdict.SUPPORTED), findings=(finding,))).past
    assert past is not None
    assert past.looks == {
        "https://example.org/a?token=REDACTED": (
            (datetime(2026, 3, 1, 9, tzinfo=UTC), State.LIVE),
            (datetime(2026, 3, 2, 9, tzinfo=UTC), State.NOT_FOUND),
        )
    }


@pytest.mark.parametrize("fields", [{"interrupted": True}, {"network_down": True}])
def test_a_run_that_found_nothing_out_is_no_day(folder: Path, fields: dict[str, bool]) -> None:
    assert days_of(recalled(Shelf(folder), report(folder, Verdict.UNVERIFIABLE, **fields))) == ()  # type: ignore[arg-type]  # by name
    assert days_of(recalled(Shelf(folder), report(folder, Verdict.SUPPORTED), offline=True)) == ()


def test_a_past_that_cannot_be_written_costs_no_report(folder: Path) -> None:
    folder.mkdir()
    (folder / NAME).mkdir()
    shelf = Shelf(folder)
    assert recalled(shelf, report(folder, Verdict.SUPPORTED)).findings
    assert [warning.partition(":")[0] for warning in shelf.warnings] == ["the verdicts of today are not remembered"]
