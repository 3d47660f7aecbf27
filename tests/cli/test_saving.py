"""``claimcheck archive`` and ``claimcheck bisect``, end to end."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from archives.wayback_machine import WaybackMachine, page
from cli.programs import Desk
from cli.test_archives import FACT, NOTHING, OTHER, options, write
from web.server import Reply, Web
from web.server import page as live_page

from claimcheck.lock import read_lock

KEYS = ("--archive-keys-from", "TEST_KEYS")


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as served:
        yield served


@pytest.fixture
def machine(web: Web, monkeypatch: pytest.MonkeyPatch) -> WaybackMachine:
    monkeypatch.setenv("TEST_KEYS", "access:secret")
    return WaybackMachine(web)


@pytest.fixture
def accepted(desk: Desk, machine: WaybackMachine) -> str:
    """A source that is there, and what it says accepted; its address."""
    address = write(desk, machine, accessed="")
    machine.web.add("/report", live_page(FACT))
    assert desk.call("accept", "--yes", *options(machine)).code == 0
    return address


def mementos(desk: Desk) -> list[str]:
    return [entry.memento for entry in read_lock(desk.folder / "claims.lock")]


def success(machine: WaybackMachine, address: str, text: str, stamp: str = "20260101000500") -> str:
    """Let the archive capture a text at an address; return the address of the copy."""
    machine.captures.append(page(stamp, address, text))
    machine.jobs[address] = [{"status": "success", "timestamp": stamp, "original_url": address}]
    return f"{machine.base}/web/{stamp}/{address}"


def test_what_is_cited_is_saved_and_the_copy_that_holds_the_evidence_is_put_into_the_lock(
    desk: Desk, machine: WaybackMachine, accepted: str
) -> None:
    uri = success(machine, accepted, FACT)
    done = desk.call("archive", *KEYS, *options(machine))
    assert done.code == 0, done.out + done.err
    assert uri in done.out
    assert mementos(desk) == [uri]
    assert machine.saved == [accepted]
    again = desk.call("archive", *KEYS, *options(machine))
    assert "saved already" in again.out
    assert machine.saved == [accepted]


def test_a_copy_that_does_not_hold_the_evidence_is_told_and_not_put_into_the_lock(
    desk: Desk, machine: WaybackMachine, accepted: str
) -> None:
    success(machine, accepted, NOTHING)
    done = desk.call("archive", *KEYS, *options(machine))
    assert done.code == 1
    assert "does not hold that of freight" in " ".join(done.out.split())
    assert mementos(desk) == [""]


def test_a_copy_that_cannot_be_read_yet_is_believed_and_told(
    desk: Desk, machine: WaybackMachine, accepted: str
) -> None:
    uri = success(machine, accepted, FACT)
    machine.captures[:] = [page("20240101000000", accepted, OTHER)]
    done = desk.call("archive", *KEYS, *options(machine))
    assert done.code == 0
    assert "not to be read there yet" in done.out
    assert mementos(desk) == [uri]


def test_a_capture_that_fails_is_told_and_ends_with_3(desk: Desk, machine: WaybackMachine, accepted: str) -> None:
    machine.jobs[accepted] = [{"status": "error", "status_ext": "error:no-access", "message": "403 there"}]
    done = desk.call("archive", *KEYS, *options(machine))
    assert (done.code, "403 there" in done.out) == (3, True)


@pytest.mark.usefixtures("accepted")
def test_a_source_that_is_not_there_is_left_out(desk: Desk, machine: WaybackMachine) -> None:
    machine.web.add("/report", Reply(404, b"<p>no</p>"))
    done = desk.call("archive", *KEYS, *options(machine))
    assert "it is not there: not found" in done.out
    assert machine.saved == []


def test_without_keys_nothing_is_asked_and_the_variables_are_named(desk: Desk, machine: WaybackMachine) -> None:
    write(desk, machine)
    done = desk.call("archive", *options(machine))
    assert done.code == 2
    assert "IA_ACCESS_KEY_ID" in done.err
    assert "--local" in done.err
    assert machine.web.asked == []


def test_the_usual_keys_are_shown_to_no_other_archive(
    desk: Desk, machine: WaybackMachine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IA_ACCESS_KEY_ID", "access")
    monkeypatch.setenv("IA_SECRET_ACCESS_KEY", "secret")
    write(desk, machine)
    done = desk.call("archive", *options(machine))
    assert done.code == 2
    assert "go to archive.org alone" in done.err


@pytest.mark.usefixtures("accepted")
def test_a_local_copy_stands_in_when_its_source_is_gone(desk: Desk, machine: WaybackMachine) -> None:
    done = desk.call("archive", "--local", *options(machine))
    assert done.code == 0, done.out + done.err
    assert mementos(desk)[0].startswith("file:claims-archive/127.0.0.1/")
    assert len(list((desk.folder / "claims-archive").rglob("*.json"))) == 1
    machine.web.add("/report", Reply(404, b"<p>no</p>"))
    told = desk.call("verify", *options(machine), "--archive-folder", "claims-archive").out
    assert "supported by the copy of" in told
    assert "local archive" in told
    body = next((desk.folder / "claims-archive").rglob("*.html"))
    body.write_bytes(body.read_bytes().replace(b"4,200", b"9,999"))
    told = desk.call("verify", *options(machine), "--archive-folder", "claims-archive", "--no-cache").out
    assert "not what it was when it was saved" in " ".join(told.split())


def test_a_file_outside_the_folder_of_a_local_archive_is_never_read(desk: Desk, machine: WaybackMachine) -> None:
    write(desk, machine)
    desk.call("archive", "--local", *options(machine))
    machine.web.add("/report", live_page(FACT))
    assert desk.call("archive", "--local", *options(machine)).code == 0
    note = next((desk.folder / "claims-archive").rglob("*.json"))
    (desk.folder / "secret.html").write_text(FACT)
    for name in ("../../secret.html", str(desk.folder / "secret.html"), "..", ""):
        note.write_text(re.sub(r'"body": "[^"]*"', f'"body": "{name}"', note.read_text()))
        machine.web.add("/report", Reply(404, b"<p>no</p>"))
        told = desk.call("verify", *options(machine), "--archive-folder", "claims-archive", "--no-cache").out
        assert "no archived copy was found" in " ".join(told.split()), name


def many(machine: WaybackMachine, address: str, count: int, change: int, *, after: str) -> None:
    start = datetime(2023, 1, 1, tzinfo=UTC)
    for number in range(count):
        stamp = f"{start + timedelta(hours=9 * number):%Y%m%d%H%M%S}"
        text = f"{FACT if number < change else after} Edition {number} of this page was printed."
        machine.captures.append(page(stamp, address, text))


def test_bisect_finds_the_change_among_a_thousand_copies_in_thirteen_requests(
    desk: Desk, machine: WaybackMachine, accepted: str
) -> None:
    many(machine, accepted, 1000, 613, after=OTHER)
    machine.web.asked.clear()
    done = desk.call("bisect", "freight", *options(machine))
    assert done.code == 0, done.out + done.err
    start = datetime(2023, 1, 1, tzinfo=UTC)
    last, first = (f"{start + timedelta(hours=9 * n):%Y%m%d%H%M%S}" for n in (612, 613))
    assert f"{machine.base}/web/{last}/{accepted}" in done.out
    assert f"{machine.base}/web/{first}/{accepted}" in done.out
    assert "4,200" in done.out
    assert "3,100" in done.out
    requests = len(machine.web.asked)
    assert f"1,000 copies; {requests - 1} read, {requests} requests" in done.out
    assert requests <= 13
    before = len(machine.web.asked)
    desk.call("bisect", "freight", *options(machine))
    assert len(machine.web.asked) == before


def test_bisect_says_where_a_passage_vanished_by_the_rules_alone(desk: Desk, machine: WaybackMachine) -> None:
    address = write(desk, machine)
    many(machine, address, 40, 11, after=NOTHING)
    done = desk.call("bisect", "freight", *options(machine))
    assert done.code == 0
    assert "The passage changed between" in done.out


@pytest.mark.parametrize(
    ("change", "told", "code"),
    [(40, "The newest copy still has it", 0), (0, "No copy that was read has the passage", 1)],
)
def test_bisect_says_where_there_is_nothing_to_find(
    desk: Desk, machine: WaybackMachine, change: int, told: str, code: int
) -> None:
    many(machine, write(desk, machine), 40, change, after=NOTHING)
    done = desk.call("bisect", "freight", *options(machine))
    assert (done.code, told in done.out) == (code, True), done.out


def test_bisect_without_copies_or_with_an_archive_in_trouble_says_so(desk: Desk, machine: WaybackMachine) -> None:
    write(desk, machine)
    done = desk.call("bisect", "freight", *options(machine))
    assert (done.code, "no archived copies" in done.err) == (1, True)
    machine.mood("cdx", Reply(200, b"<html>Sorry</html>"))
    done = desk.call("bisect", "freight", *options(machine), "--no-cache")
    assert (done.code, "no list of captures" in done.err) == (3, True)


@pytest.mark.parametrize("arguments", [("bisect",), ("bisect", "nobody"), ("bisect", "freight", "--source", "x")])
def test_a_mistaken_bisect_is_a_message(desk: Desk, machine: WaybackMachine, arguments: tuple[str, ...]) -> None:
    write(desk, machine)
    done = desk.call(*arguments, *options(machine))
    assert done.code == 2
    assert "Traceback" not in done.err


def test_the_progress_of_a_capture_is_shown_on_a_terminal(desk: Desk, machine: WaybackMachine, accepted: str) -> None:
    success(machine, accepted, FACT)
    machine.jobs[accepted].insert(0, {"status": "pending"})
    session = desk.start("archive", *KEYS, *options(machine), TEST_KEYS="access:secret")
    assert session.finish() == 0
    assert b"asking for a capture" in session.raw
    assert b"being captured" in session.raw


def test_what_is_accepted_after_it_was_saved_has_its_copy_in_the_lock_until_its_passage_is_another(
    desk: Desk, machine: WaybackMachine
) -> None:
    address = write(desk, machine, accessed="")
    machine.web.add("/report", live_page(FACT))
    uri = success(machine, address, FACT)
    done = desk.call("archive", *KEYS, *options(machine))
    assert "nobody has accepted them yet: freight" in done.out
    assert desk.call("accept", "--yes", *options(machine)).code == 0
    assert mementos(desk) == [uri]
    machine.web.add("/report", live_page(OTHER))
    done = desk.call("accept", "freight", "--yes", "--update", "--reason", "they recounted", *options(machine))
    assert done.code == 0, done.out
    assert mementos(desk) == [""]


def test_the_copy_in_the_lock_is_judged_first_and_asks_the_index_nothing(
    desk: Desk, machine: WaybackMachine, accepted: str
) -> None:
    uri = success(machine, accepted, FACT)
    assert desk.call("archive", *KEYS, *options(machine)).code == 0
    machine.captures.append(page("20251231000000", accepted, OTHER))
    machine.web.add("/report", Reply(404, b"<p>no</p>"))
    told = desk.call("verify", *options(machine), "--no-cache").out
    assert "supported by the copy of 1 Jan 2026" in told
    assert uri in told
    assert machine.asked("cdx") == []


def test_a_lock_that_names_a_copy_at_another_archive_has_nothing_asked_there(
    desk: Desk, machine: WaybackMachine, accepted: str
) -> None:
    """A lock may come with files from a stranger: it can make no claim supported."""
    success(machine, accepted, FACT)
    assert desk.call("archive", *KEYS, *options(machine)).code == 0
    machine.web.add("/report", Reply(404, b"<p>no</p>"))
    elsewhere = f"http://127.0.0.2:{machine.web.port}"
    machine.web.asked.clear()
    moved = [option.replace(machine.base, elsewhere) for option in options(machine)]
    machine.captures.clear()
    told = desk.call("verify", *moved, "--no-cache").out
    assert "UNVERIFIABLE" in told
    assert [asked.host for asked in machine.web.asked if asked.path.startswith("/web/")] == []
