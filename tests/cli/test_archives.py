"""Archived copies, end to end: what a source said that is gone or cannot be read, and what may be called supported."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from archives.wayback_machine import EXCLUDED, OVERLOADED, TOO_MANY, WaybackMachine, page
from cli.programs import Desk
from web.pywb import NO_PYWB, Pywb, find_pywb
from web.server import Reply, Web
from web.server import page as live_page

FACT = "The harbour of Veldt handled 4,200 containers in March 2025."
OTHER = "The harbour of Veldt handled 3,100 containers in March 2025."
NOTHING = "The mayor of Veldt opened a library beside the old market."
NEAR, FAR = "20250412091500", "20220202000000"


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as served:
        yield served


@pytest.fixture
def machine(web: Web) -> WaybackMachine:
    return WaybackMachine(web)


def options(machine: WaybackMachine) -> tuple[str, ...]:
    hosts = [option for host in machine.web.hosts for option in ("--allow-private", host)]
    return (*hosts, "--archive", "auto", "--archive-url", machine.base, "--no-second-pass", "--delay", "0")


def write(desk: Desk, machine: WaybackMachine, *, accessed: str = "2025-04-10", more: str = "") -> str:
    """Write a claim on a source of the web, and return its address."""
    address = machine.web.url("/report")
    day = f"      accessed: {accessed}\n" if accessed else ""
    source = f"    source:\n      url: {address}\n{day}{more}"
    desk.write("claims.yaml", f"language: en\nclaims:\n  - id: freight\n    claim: {FACT}\n{source}")
    return address


def verify(desk: Desk, machine: WaybackMachine, *more: str) -> tuple[dict[str, Any], int]:
    """Return the one finding of a run, and the exit code."""
    done = desk.call("verify", *options(machine), "--format", "json", *more)
    assert "Traceback" not in done.err
    return json.loads(done.out)["findings"][0], done.code


@pytest.mark.parametrize(
    ("status", "stamp", "text", "expected"),
    [
        pytest.param(404, NEAR, FACT, ("supported", "S140"), id="gone, supports"),
        pytest.param(404, FAR, FACT, ("supported", "S140"), id="gone, supported long before"),
        pytest.param(404, NEAR, OTHER, ("contradicted", "S140"), id="gone, said otherwise when it was read"),
        pytest.param(404, FAR, OTHER, ("unverifiable", "S141"), id="gone, said otherwise long before"),
        pytest.param(404, NEAR, NOTHING, ("unverifiable", "S141"), id="gone, said nothing"),
        pytest.param(403, NEAR, FACT, ("supported", "S140"), id="blocked, supports"),
        pytest.param(403, NEAR, OTHER, ("unverifiable", "S141"), id="blocked, said otherwise"),
        pytest.param(403, NEAR, NOTHING, ("unverifiable", "S141"), id="blocked, said nothing"),
    ],
)
def test_a_copy_may_support_and_only_one_of_its_time_may_accuse_and_only_a_source_that_is_gone(
    desk: Desk, machine: WaybackMachine, status: int, stamp: str, text: str, expected: tuple[str, str]
) -> None:
    address = write(desk, machine)
    machine.web.add("/report", Reply(status, b"<p>no</p>"))
    machine.captures.append(page(stamp, address, text))
    finding, _ = verify(desk, machine)
    verdict, code = expected
    assert finding["verdict"] == verdict, finding["reason"]
    assert code in finding["codes"]
    assert finding["sources"][0]["state"] == ("not_found" if status == 404 else "blocked")
    assert finding["sources"][0]["archived"]["decides"] == (code == "S140")
    assert finding["sources"][0]["archived"]["uri"] == f"{machine.base}/web/{stamp}/{address}"


def test_a_source_that_its_robots_txt_keeps_closed_is_judged_by_its_copy_and_never_asked_for(
    desk: Desk, machine: WaybackMachine
) -> None:
    address = write(desk, machine)
    machine.web.add("/report", live_page(FACT))
    rules = Reply(body=b"User-agent: *\nDisallow: /report\n", headers=(("Content-Type", "text/plain"),))
    machine.web.add("/robots.txt", rules)
    machine.captures.append(page(NEAR, address, FACT))
    finding, code = verify(desk, machine, "--robots")
    assert (finding["verdict"], code) == ("supported", 0)
    assert (finding["sources"][0]["state"], finding["sources"][0]["archived"]["decides"]) == ("blocked", True)
    assert finding["sources"][0]["detail"] == "robots.txt does not allow it"
    assert not [asked for asked in machine.web.asked if asked.path == "/report"]


def test_both_are_told_with_a_tip_to_cite_the_copy(desk: Desk, machine: WaybackMachine) -> None:
    address = write(desk, machine)
    machine.captures.append(page(NEAR, address, FACT))
    finding, code = verify(desk, machine)
    assert finding["reason"].startswith("gone since ")
    assert finding["reason"].endswith("; supported by the copy of 12 Apr 2025")
    uri = f"{machine.base}/web/{NEAR}/{address}"
    assert finding["tip"] == f"cite the copy: archive_url: {uri}, archive_date: 2025-04-12, url_status: dead"
    assert code == 1
    shown = desk.call("verify", *options(machine)).out
    assert "12 Apr 2025, Wayback Machine: supported" in " ".join(shown.split())
    assert "NOT FOUND" in shown
    for name in ("concise", "markdown", "sarif", "csv", "github", "junit"):
        assert NEAR in desk.call("verify", *options(machine), "--format", name).out, name


def test_a_copy_that_is_cited_is_what_is_judged_and_its_source_no_longer_fails(
    desk: Desk, machine: WaybackMachine
) -> None:
    address = machine.web.url("/report")
    uri = f"{machine.base}/web/{NEAR}/{address}"
    write(desk, machine, more=f"      archive_url: {uri}\n      archive_date: 2025-04-12\n      url_status: dead\n")
    machine.captures.append(page(NEAR, address, FACT))
    finding, code = verify(desk, machine)
    assert (finding["verdict"], code) == ("supported", 0)
    assert finding["tip"] == ""
    assert machine.asked("cdx") == []
    machine.captures[:] = [page(NEAR, address, NOTHING)]
    finding, code = verify(desk, machine, "--no-cache")
    assert (finding["verdict"], code) == ("failed_verification", 1)


def test_the_copy_nearest_to_the_day_of_access_is_taken_and_without_one_the_newest(
    desk: Desk, machine: WaybackMachine
) -> None:
    address = write(desk, machine)
    machine.captures += [page(FAR, address, OTHER), page(NEAR, address, FACT), page("20251101000000", address, OTHER)]
    finding, _ = verify(desk, machine)
    assert finding["sources"][0]["archived"]["datetime"].startswith("2025-04-12")
    write(desk, machine, accessed="")
    finding, _ = verify(desk, machine, "--no-cache")
    assert finding["sources"][0]["archived"]["datetime"].startswith("2025-11-01")


def test_a_source_that_is_there_has_no_archive_asked_unless_always(desk: Desk, machine: WaybackMachine) -> None:
    address = write(desk, machine)
    machine.web.add("/report", live_page(FACT))
    machine.captures.append(page(NEAR, address, FACT))
    finding, code = verify(desk, machine)
    assert (finding["verdict"], code, machine.asked("cdx")) == ("supported", 0, [])
    assert finding["sources"][0]["archived"] is None
    finding, _ = verify(desk, machine, "--archive", "always")
    assert finding["sources"][0]["archived"]["uri"].endswith(address)
    assert finding["reason"] == "the source says so"


@pytest.mark.parametrize("option", [("--no-archive",), ("--archive", "never"), ("--offline",)])
def test_no_archive_is_asked_where_that_is_not_wanted(
    desk: Desk, machine: WaybackMachine, option: tuple[str, ...]
) -> None:
    address = write(desk, machine)
    machine.captures.append(page(NEAR, address, FACT))
    finding, _ = verify(desk, machine, *option)
    assert finding["verdict"] == "unverifiable"
    assert machine.asked("cdx") == machine.asked("web") == []


def test_the_settings_say_the_same_as_the_options(desk: Desk, machine: WaybackMachine) -> None:
    address = write(desk, machine)
    machine.captures.append(page(NEAR, address, FACT))
    hosts = json.dumps(list(machine.web.hosts))
    desk.write(
        "claimcheck.toml",
        f'archive = "auto"\narchive-url = "{machine.base}"\nallow-private = {hosts}\nsecond-pass = false\n',
    )
    done = desk.run("verify", "--format", "json", CLAIMCHECK_ARCHIVE="auto")
    assert json.loads(done.out)["findings"][0]["verdict"] == "supported", done.err


@pytest.mark.parametrize(
    ("mood", "told"),
    [
        ({"cdx": [TOO_MANY]}, "429"),
        ({"cdx": [OVERLOADED] * 4, "available": [OVERLOADED] * 4}, "503"),
        ({"cdx": [Reply(200, b"<html>Sorry</html>")], "available": [Reply(200, b"{}")]}, "no list of captures"),
        ({"web": [EXCLUDED]}, "excluded"),
        ({"web": [Reply(200, FACT.encode())]}, "no copy"),
        ({"web": [Reply(302, b"", (("Location", "/web/20250412091500id_/http://a.example/"),))] * 9}, ""),
    ],
    ids=["429", "503", "HTML", "excluded", "a page of its own", "circle"],
)
def test_an_archive_in_trouble_is_a_note_never_a_failed_run_and_never_a_verdict(
    desk: Desk, machine: WaybackMachine, mood: dict[str, list[Reply]], told: str
) -> None:
    address = write(desk, machine)
    machine.captures.append(page(NEAR, address, FACT))
    for part, replies in mood.items():
        machine.mood(part, *replies)
    finding, code = verify(desk, machine)
    assert (finding["verdict"], code) == ("unverifiable", 1)
    assert told in finding["reason"]
    assert "S142" in finding["codes"]
    assert finding["sources"][0]["state"] == "not_found"


def test_what_an_archive_said_and_gave_is_remembered(desk: Desk, machine: WaybackMachine) -> None:
    address = write(desk, machine)
    machine.captures.append(page(NEAR, address, FACT))
    first, _ = verify(desk, machine)
    second, _ = verify(desk, machine)
    assert second["sources"][0]["archived"] == first["sources"][0]["archived"]
    assert second["verdict"] == "supported"
    assert (len(machine.asked("cdx")), len(machine.asked("web"))) == (1, 1)


def test_a_copy_that_is_a_wall_is_no_copy(desk: Desk, machine: WaybackMachine) -> None:
    address = write(desk, machine)
    body = b"<title>Just a moment...</title><script>window._cf_chl_opt={};</script>"
    machine.captures.append(page(NEAR, address, ""))
    machine.captures[0] = type(machine.captures[0])(NEAR, address, body)
    finding, _ = verify(desk, machine)
    assert finding["verdict"] == "unverifiable"
    assert "cannot be read: blocked" in finding["reason"]


def test_a_passage_that_was_accepted_is_found_in_the_copy_when_its_source_is_gone(
    desk: Desk, machine: WaybackMachine
) -> None:
    address = write(desk, machine, accessed="")
    told = "Freight at Veldt came to forty-two hundred boxes that month."
    machine.web.add("/report", live_page(told))
    accepted = desk.call("accept", "freight", "--yes", "--reason", "a paraphrase", "--passage", told, *options(machine))
    assert accepted.code == 0, accepted.out + accepted.err
    machine.web.add("/report", Reply(404, b"<p>no</p>"))
    machine.captures.append(page(NEAR, address, told))
    finding, _ = verify(desk, machine)
    assert (finding["verdict"], finding["accepted"], finding["drift"]) == ("supported", True, "source_gone")
    assert {"D306", "D310", "S140"} <= set(finding["codes"])
    assert "has the accepted passage" in desk.call("verify", *options(machine)).out
    machine.captures[:] = [page(NEAR, address, told.replace("forty-two", "forty"))]
    finding, _ = verify(desk, machine, "--no-cache")
    assert finding["verdict"] != "supported"


def test_an_address_that_is_nobody_elses_business_is_told_to_no_public_archive(
    desk: Desk, machine: WaybackMachine
) -> None:
    write(desk, machine)
    finding, _ = verify(desk, machine, "--archive-url", "https://web.archive.org")
    assert "no public archive was asked, for its address is a loopback address" in finding["reason"]


def test_a_verdict_that_rests_on_a_copy_is_the_same_from_the_evidence_alone(
    desk: Desk, machine: WaybackMachine
) -> None:
    address = write(desk, machine)
    machine.captures.append(page(NEAR, address, FACT))
    first, _ = verify(desk, machine, "--save-evidence")
    assert desk.call("export", "--warc", "evidence.warc.gz").code == 0
    asked = len(machine.web.asked)
    done = desk.call(
        "verify", "--from", "evidence.warc.gz", "--archive", "auto", "--archive-url", machine.base, "--format", "json"
    )
    again = json.loads(done.out)["findings"][0]
    assert (again["verdict"], again["sources"][0]["archived"]) == (first["verdict"], first["sources"][0]["archived"])
    assert len(machine.web.asked) == asked


def test_a_folder_of_warc_files_is_a_local_archive(desk: Desk, machine: WaybackMachine) -> None:
    write(desk, machine)
    machine.web.add("/report", live_page(FACT))
    verify(desk, machine, "--save-evidence")
    (desk.folder / "kept").mkdir()
    assert desk.call("export", "--warc", "kept/then.warc.gz").code == 0
    (desk.folder / "kept" / "broken.warc.gz").write_bytes(b"no WARC at all")
    machine.web.add("/report", Reply(404, b"<p>no</p>"))
    finding, _ = verify(desk, machine, "--archive-folder", "kept", "--no-cache")
    assert finding["verdict"] == "supported"
    assert finding["sources"][0]["archived"]["uri"] == "file:kept/then.warc.gz"
    assert finding["sources"][0]["archived"]["archive"] == "local archive"
    (desk.folder / "kept" / "then.warc.gz").unlink()
    finding, _ = verify(desk, machine, "--archive-folder", "kept", "--no-cache")
    assert finding["verdict"] == "unverifiable"
    assert "broken.warc.gz" in finding["reason"]


@pytest.mark.parametrize("option", [("--archive-url", "ftp://a/"), ("--memento", "nowhere"), ("--archive", "perhaps")])
def test_an_address_that_is_none_is_a_mistake_and_told(
    desk: Desk, machine: WaybackMachine, option: tuple[str, str]
) -> None:
    write(desk, machine)
    done = desk.call("verify", *options(machine), *option)
    assert (done.code, option[0] in done.err) == (2, True)
    assert "Traceback" not in done.err


@pytest.mark.skipif(not find_pywb(), reason=NO_PYWB)
def test_a_source_that_is_gone_is_judged_by_its_copy_in_pywb(
    desk: Desk, machine: WaybackMachine, tmp_path: Path
) -> None:
    write(desk, machine)
    machine.web.add("/report", live_page(FACT))
    verify(desk, machine, "--save-evidence")
    assert desk.call("export", "--warc", "then.warc.gz").code == 0
    machine.web.add("/report", Reply(404, b"<p>no</p>"))
    folder = tmp_path / "pywb"
    folder.mkdir()
    with Pywb(folder, (desk.folder / "then.warc.gz",)) as archive:
        base = f"http://127.0.0.1:{archive.port}/c/"
        # The sources' own host is the archive's too; pywb holds what was at another port of it.
        finding, _ = verify(
            desk,
            machine,
            "--memento",
            base.replace("127.0.0.1", "localhost"),
            "--no-cache",
            "--allow-private",
            "localhost",
        )
    assert finding["verdict"] == "supported", finding["reason"]
    assert finding["sources"][0]["archived"]["uri"].startswith("http://localhost:")


def test_offline_a_copy_is_taken_from_memory_and_nothing_is_said_of_archives_otherwise(
    desk: Desk, machine: WaybackMachine
) -> None:
    address = write(desk, machine)
    machine.captures.append(page(NEAR, address, FACT))
    verify(desk, machine)
    asked = len(machine.web.asked)
    finding, _ = verify(desk, machine, "--offline")
    assert (finding["verdict"], len(machine.web.asked)) == ("supported", asked)
    finding, _ = verify(desk, machine, "--offline", "--no-cache")
    assert "Wayback" not in finding["reason"]


@pytest.mark.parametrize(
    ("status", "verdict"), [("", "unverifiable"), ("      url_status: dead\n", "failed_verification")]
)
def test_a_cited_copy_of_a_source_that_cannot_be_read_counts_whole_only_where_the_source_is_said_to_be_gone(
    desk: Desk, machine: WaybackMachine, status: str, verdict: str
) -> None:
    address = machine.web.url("/report")
    uri = f"{machine.base}/web/{NEAR}/{address}"
    write(desk, machine, more=f"      archive_url: {uri}\n{status}")
    machine.web.add("/report", Reply(403, b"<p>no</p>"))
    machine.captures.append(page(NEAR, address, NOTHING))
    finding, _ = verify(desk, machine)
    assert finding["verdict"] == verdict
