"""``claimcheck verify`` on files: verdicts, exit codes, and where each report goes."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from cli.programs import CONTRADICTED, PATIENCE, PROGRAM, SUPPORTED, Desk, environment

WARNED = CONTRADICTED + "    severity: warning\n"
IGNORED = CONTRADICTED + "    ignore: {reason: the editor stands by it, until: 2999-01-01}\n"
EXPIRED = CONTRADICTED + "    ignore: {reason: the editor stands by it, until: 2020-01-01}\n"
SILENT = """\
  - id: silent
    claim: The ministry planted 48,000 oaks along the coast.
    source: file:page.html
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (SUPPORTED, "supported"),
        (CONTRADICTED, "contradicted"),
        (SILENT, "failed_verification"),
        (IGNORED, "ignored"),
        (EXPIRED, "contradicted"),
    ],
    ids=["supported", "contradicted", "silent", "ignored", "no longer ignored"],
)
def test_a_claim_gets_its_verdict(desk: Desk, claim: str, verdict: str) -> None:
    desk.claims(claim)
    report = json.loads(desk.call("verify", "--format", "json").out)
    assert [finding["verdict"] for finding in report["findings"]] == [verdict]
    assert report["summary"][verdict] == report["summary"]["total"] == 1


@pytest.mark.parametrize(
    ("claims", "options", "code"),
    [
        ([SUPPORTED], [], 0),
        ([SUPPORTED, CONTRADICTED], [], 1),
        ([SUPPORTED, CONTRADICTED], ["pay"], 0),
        ([SUPPORTED, CONTRADICTED], ["pay", "wrong-pay"], 1),
        ([SILENT], [], 1),
        ([SILENT], ["--fail-on", "contradicted"], 0),
        ([SILENT], ["--fail-on", "contradicted,failed-verification"], 1),
        ([CONTRADICTED], ["--fail-on", "never"], 0),
        ([CONTRADICTED], ["--ignore", "V2"], 0),
        ([CONTRADICTED], ["--ignore", "V23"], 1),
        ([CONTRADICTED], ["--select", "V21"], 1),
        ([CONTRADICTED], ["--select", "V23"], 0),
        ([WARNED], [], 0),
        ([WARNED], ["--fail-on", "contradicted", "--fail-on", "warning"], 1),
        ([IGNORED], [], 0),
        ([EXPIRED], [], 1),
        ([SUPPORTED], ["--strict"], 0),
    ],
)
def test_the_exit_code_says_whether_anything_is_at_the_fail_level(
    desk: Desk, claims: list[str], options: list[str], code: int
) -> None:
    desk.claims(*claims)
    assert desk.call("verify", *options).code == code


def test_findings_stand_in_the_order_of_the_file_whatever_was_asked_first(desk: Desk) -> None:
    desk.claims(CONTRADICTED, SUPPORTED, SILENT)
    report = json.loads(desk.call("verify", "silent", "wrong-pay", "--format", "json").out)
    assert [finding["id"] for finding in report["findings"]] == ["wrong-pay", "silent"]


def test_a_page_that_is_empty_is_unverifiable_and_fails_a_strict_run_only(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    desk.write("page.html", "<html><body></body></html>")
    assert desk.call("verify").code == 0
    done = desk.call("verify", "--strict", "--format", "json")
    assert done.code == 3
    assert json.loads(done.out)["findings"][0]["verdict"] == "unverifiable"


def test_a_machine_format_stands_alone_on_standard_output(desk: Desk) -> None:
    desk.claims(SUPPORTED, CONTRADICTED, head="sources: {unused: https://example.org/a}\n")
    done = desk.run("verify", "--format", "json")
    assert json.loads(done.out)["version"] == 1
    assert "no claim cites 'unused'" in done.err


def test_the_counts_of_the_console_add_up(desk: Desk) -> None:
    desk.claims(SUPPORTED, CONTRADICTED, SILENT, IGNORED.replace("wrong-pay", "other-pay"))
    last = desk.call("verify").out.splitlines()[-1]
    terms, _, total = last.partition(" = ")
    assert sum(int(term.split()[0]) for term in terms.split(" · ")) == int(total) == 4


def test_reports_go_to_several_places_at_once(desk: Desk) -> None:
    desk.claims(SUPPORTED, CONTRADICTED)
    done = desk.run("verify", "--format", "concise", "--format", "json=report.json", "--format", "console=report.txt")
    assert done.code == 1
    assert done.out.startswith("claims.yaml:6:5: error ")
    assert json.loads((desk.folder / "report.json").read_text("utf-8"))["version"] == 1
    assert "wrong-pay" in (desk.folder / "report.txt").read_text("utf-8")
    assert sorted(path.name for path in desk.folder.iterdir() if path.name != ".claimcheck") == [
        "claims.yaml", "page.html", "report.json", "report.txt",
    ]  # fmt: skip


def test_a_report_is_replaced_whole_and_its_neighbours_are_left_alone(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    old = desk.write("report.json", "x" * 100_000)
    held = old.open("rb")
    desk.run("verify", "--format", "json=report.json")
    with held:
        assert len(held.read()) == 100_000
    assert json.loads(old.read_text("utf-8"))["version"] == 1


def test_a_report_keeps_the_permissions_of_the_file_and_the_link_that_leads_to_it(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    real = desk.write("real.json", "old")
    real.chmod(0o600)
    (desk.folder / "report.json").symlink_to("real.json")
    assert desk.run("verify", "--format", "json=report.json").code == 0
    assert (desk.folder / "report.json").is_symlink()
    assert json.loads(real.read_text("utf-8"))["version"] == 1
    assert real.stat().st_mode & 0o777 == 0o600


def test_what_is_no_file_is_written_to_and_never_replaced(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    assert desk.run("verify", "--format", "json=/dev/null", "--format", "concise").code == 0
    assert Path("/dev/null").is_char_device()
    assert json.loads(desk.run("verify", "--format", "json=/dev/stderr", "--format", "concise").err)["version"] == 1


def test_a_report_that_cannot_be_written_is_a_message_and_leaves_nothing_behind(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    (desk.folder / "taken").mkdir()
    done = desk.run("verify", "--format", "json=taken")
    assert done.code == 2
    assert "error: taken cannot be written: is a directory" in done.err
    assert "Traceback" not in done.err
    assert sorted(path.name for path in desk.folder.iterdir() if path.name != ".claimcheck") == [
        "claims.yaml",
        "page.html",
        "taken",
    ]


def test_in_a_pipe_there_are_no_colours_and_no_progress(desk: Desk) -> None:
    desk.claims(SUPPORTED, CONTRADICTED)
    done = desk.run("verify")
    assert "\x1b" not in done.out + done.err
    assert done.err == ""


@pytest.mark.parametrize("arguments", [["verify"], ["explain"], ["schema"]])
def test_a_reader_that_has_read_enough_breaks_nothing_and_hides_no_finding(desk: Desk, arguments: list[str]) -> None:
    desk.claims(*(CONTRADICTED.replace("wrong-pay", f"pay-{n}").replace("$5", f"${n}") for n in range(5, 400)))
    reader, writer = os.pipe()
    process = subprocess.Popen(
        [*PROGRAM, *arguments], cwd=desk.folder, env=environment(), stdout=writer, stderr=subprocess.PIPE
    )
    os.close(writer)
    os.close(reader)
    _, err = process.communicate(timeout=PATIENCE)
    assert err == b""
    assert process.returncode == (1 if arguments == ["verify"] else 0)


def test_a_full_disk_is_a_message(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "verify"], check=False, cwd=desk.folder, env=environment(), stdout=full, stderr=subprocess.PIPE
        )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("error: the output cannot be written: ")


@pytest.mark.parametrize("closed", ["1>&-", "2>&-", "1>&- 2>&-"])
@pytest.mark.parametrize("command", ["verify", "explain", "lint"])
def test_where_an_output_is_closed_the_exit_code_still_tells(desk: Desk, command: str, closed: str) -> None:
    desk.claims(CONTRADICTED)
    done = desk.run(command, prefix=("sh", "-c", f'exec "$@" {closed}', "sh"))
    assert "Traceback" not in done.err
    assert done.code == (1 if command == "verify" else 0)


def test_a_hostile_page_never_reaches_the_terminal_raw(desk: Desk) -> None:
    desk.claims(CONTRADICTED, SUPPORTED)
    page = (desk.folder / "page.html").read_text("utf-8")
    hostile = page.replace("Data workers paid", "Data \x1b]0;owned\x07\u202eworkers&#27;[31m &#x202e;[bold]paid")
    desk.write("page.html", hostile.replace("documents show", "docu\x9bments \u200bshow"))
    for name in ("console", "concise", "json"):
        done = desk.call("verify", "--format", name)
        assert done.code == 1
        assert not {"\x1b", "\x07", "\x9b", "\u202e", "\u200b"} & set(done.out + done.err)


def test_show_prints_one_claim_with_what_was_considered(desk: Desk) -> None:
    desk.claims(SUPPORTED, CONTRADICTED)
    done = desk.call("show", "wrong-pay")
    assert (done.code, done.err) == (0, "")
    assert "passages considered" in done.out
    assert "wrong-pay" in done.out


def test_the_same_run_writes_the_same_bytes(desk: Desk) -> None:
    desk.claims(SUPPORTED, CONTRADICTED, SILENT)
    assert desk.run("verify", "--format", "json").out == desk.run("verify", "--format", "json").out
