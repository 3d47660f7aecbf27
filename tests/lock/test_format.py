"""The text of a lock: what is written is read back, what is broken is told at its line."""

import json
import tomllib
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from lock.entries import acceptances, entry, locks

from claimcheck.accepted import Acceptance
from claimcheck.errors import LockError
from claimcheck.lock import lock_path, lock_schema_text, parse_lock, read_lock, render_lock
from claimcheck.lock.blocks import MOST_PASSAGES

bounded = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def written(*entries: Acceptance) -> str:
    return render_lock(entries, ["pay", "rush"])


def without_line(entries: list[Acceptance]) -> list[Acceptance]:
    return [replace(e, line=1) for e in entries]


@bounded
@given(locks)
def test_what_is_written_is_read_back(entries: list[Acceptance]) -> None:
    read = parse_lock(render_lock(entries, []))
    assert without_line(list(read)) == sorted(entries, key=lambda e: (e.claim_id, e.source))


@bounded
@given(locks)
def test_equal_entries_give_equal_bytes_in_whatever_order_they_come(entries: list[Acceptance]) -> None:
    once = render_lock(entries, ["a", "b"])
    assert render_lock(entries[::-1], ["b", "a"]) == once
    assert render_lock(parse_lock(once), ["a", "b"]) == once


@bounded
@given(acceptances)
def test_a_lock_is_toml_to_every_other_reader(held: Acceptance) -> None:
    lock = tomllib.loads(render_lock([held], []))
    ((claim_id, sources),) = lock["accepted"].items()
    ((_, block),) = sources.items()
    assert (claim_id, block["source"], block["passage"]["1"]["exact"]) == (
        held.claim_id,
        held.source,
        held.passages[0].exact,
    )


@bounded
@given(locks)
def test_a_lock_fits_its_schema(entries: list[Acceptance]) -> None:
    jsonschema.validate(tomllib.loads(render_lock(entries, [])), json.loads(lock_schema_text()))


@bounded
@given(acceptances)
def test_nothing_invisible_stands_in_a_lock(held: Acceptance) -> None:
    assert all(c == "\n" or c.isprintable() for c in render_lock([held], []))


def test_every_claim_has_its_line_accepted_or_not() -> None:
    lines = written(entry()).splitlines()
    assert lines.index("# pay") < lines.index("# rush")
    assert lines[-1] == "# end of claims.lock"


def test_an_empty_lock_has_no_entries() -> None:
    assert parse_lock(written()) == ()


def test_a_lock_that_is_not_there_has_no_entries(tmp_path: Path) -> None:
    assert read_lock(tmp_path / "claims.lock") == ()


def test_the_lock_stands_beside_its_claims_file() -> None:
    assert lock_path("article/claims.yaml") == Path("article/claims.lock")
    assert lock_path("other.yml") == Path("other.lock")


def test_windows_line_ends_are_line_ends() -> None:
    assert len(parse_lock(written(entry()).replace("\n", "\r\n"))) == 1


def test_blocks_may_stand_in_any_order_as_a_merge_may_leave_them() -> None:
    text = written(entry(), entry("rush"))
    head, table, rest = text.partition("[accepted]\n")
    lines = [line for line in rest.splitlines() if "." in line and " = " in line]
    mixed = "\n".join([*lines[::2], *lines[1::2]])
    assert len(parse_lock(f"{head}{table}{mixed}\n# end of claims.lock\n")) == 2


TEXT = written(entry(), entry("rush"))
CUT = TEXT.index("rush.")

PROBLEMS = {
    "cut short in a line": (TEXT[: CUT + 300], "cut short"),
    "cut short between blocks": (TEXT[:CUT], "cut short"),
    "cut short by its last lines alone": (TEXT.replace("# end of claims.lock\n", ""), "cut short"),
    "changed by hand": (TEXT.replace("$1.32", "$1.23", 1), "do not add up"),
    "a line lost": ("\n".join(line for line in TEXT.split("\n") if ".by = " not in line), "do not add up"),
    "the sum lost": ("\n".join(line for line in TEXT.split("\n") if ".sum = " not in line), "last line is missing"),
    "a newer version": (TEXT.replace("version = 1", "version = 2"), "newer than this program"),
    "no version": (TEXT.replace("version = 1", ""), "no version"),
    "two versions": (TEXT.replace("[accepted]", "version = 1\n[accepted]"), "version"),
    "another file": ("claims:\n  - a: b\n", "no version"),
    "nothing at all": ("", "no version"),
    "half merged": (TEXT.replace("# rush", "<<<<<<< ours\n# rush\n=======\n>>>>>>> theirs"), "merge"),
    "accepted twice": (TEXT.replace("# rush", next(x for x in TEXT.split("\n") if x.startswith("pay."))), "twice"),
    "a word between": (TEXT.replace("# rush", "rush"), "no line of a lock"),
    "an escape of no language": (TEXT.replace('by = "Jo Doe"', 'by = "Jo \\q Doe"'), "escape"),
    "a value of no kind": (TEXT.replace('by = "Jo Doe"', "by = true"), "neither"),
}


@pytest.mark.parametrize(("text", "message"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_a_broken_lock_is_told_with_its_place_and_a_way_out(text: str, message: str) -> None:
    with pytest.raises(LockError) as told:
        parse_lock(text, "claims.lock")
    first = told.value.problems[0]
    assert message in first.message
    assert first.hint
    assert str(first.location).startswith("claims.lock:")


def test_the_place_of_a_changed_entry_is_where_it_begins() -> None:
    lines = written(entry(), entry("rush")).split("\n")
    number = next(n for n, line in enumerate(lines, 1) if line.startswith("rush."))
    changed = [line.replace("Jo Doe", "Bo Doe") if line.startswith("rush.") else line for line in lines]
    with pytest.raises(LockError, match=rf"claims\.lock:{number}:1: the entry of 'rush'"):
        parse_lock("\n".join(changed))


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(LockError) as told:
        parse_lock(TEXT.replace("Jo Doe", "Bo Doe"))
    assert len(told.value.problems) == 2


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00", b"\x00" * 100], ids=["no UTF-8", "zeros"])
def test_bytes_that_are_no_text_are_told(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "claims.lock").write_bytes(raw)
    with pytest.raises(LockError, match=r"claims\.lock:1:1"):
        read_lock(tmp_path / "claims.lock")


def test_a_folder_in_the_place_of_a_lock_is_told(tmp_path: Path) -> None:
    (tmp_path / "claims.lock").mkdir()
    with pytest.raises(LockError, match="cannot be used"):
        read_lock(tmp_path / "claims.lock")


@pytest.mark.parametrize("line", ['a.00000000.x = "' + "\\" * 1_000_000, "[" * 1_000_000, "1" * 1_000_000])
def test_a_hostile_line_is_refused_without_end_or_depth(line: str) -> None:
    with pytest.raises(LockError):
        parse_lock(f"version = 1\n[accepted]\n{line}\n# end of claims.lock\n")


def test_more_passages_than_a_claim_may_have_are_not_read() -> None:
    held = entry(passages=entry().passages * (MOST_PASSAGES + 3))
    assert len(parse_lock(written(held))[0].passages) == MOST_PASSAGES
