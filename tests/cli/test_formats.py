"""Formats from the command line: each to its file, whole, also when the run fails, breaks or is interrupted."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from cli.programs import CONTRADICTED, PATIENCE, PROGRAM, SUPPORTED, Desk, environment
from web.behaviours import hang
from web.server import Web

from claimcheck.reporters import REPORTERS


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as served:
        yield served


def test_every_format_goes_to_its_file_in_one_run(desk: Desk) -> None:
    desk.claims(SUPPORTED, CONTRADICTED)
    options = [option for name in REPORTERS for option in ("--format", f"{name}=out.{name}")]
    done = desk.run("verify", *options)
    assert (done.code, done.out, done.err) == (1, "", "")
    written = {path.name: path.read_bytes() for path in desk.folder.glob("out.*")}
    assert set(written) == {f"out.{name}" for name in REPORTERS}
    assert all(b"wrong-pay" in text for text in written.values())
    assert b"\r\n" in written["out.csv"]
    assert b"\r\r" not in written["out.csv"]


def test_one_file_that_cannot_be_written_costs_no_other(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    (desk.folder / "taken").mkdir()
    done = desk.call("verify", "--format", "json=taken", "--format", "sarif=out.sarif", "--format", "jsonl")
    assert done.code == 2
    assert "taken cannot be written" in done.err
    assert json.loads((desk.folder / "out.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert json.loads(done.out.splitlines()[-1])["total"] == 1


def slow_last(desk: Desk, web: Web) -> None:
    """Write claims whose last source never answers."""
    web.add("/hang", hang)
    last = f"  - {{id: last, claim: It paid $2 an hour., source: {web.url('/hang')}}}\n"
    desk.claims(SUPPORTED, CONTRADICTED, last)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_findings_are_streamed_and_an_interrupted_run_writes_its_reports(
    desk: Desk, web: Web, number: signal.Signals
) -> None:
    slow_last(desk, web)
    process = subprocess.Popen(
        [*PROGRAM, "verify", "--allow-private", "127.0.0.1", "--format", "jsonl", "--format", "junit=out.xml"],
        cwd=desk.folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    first = [json.loads(process.stdout.readline()) for _ in range(3)]
    assert [(line["type"], line.get("id")) for line in first] == [
        ("start", None), ("finding", "pay"), ("finding", "wrong-pay"),
    ]  # fmt: skip
    assert process.poll() is None
    process.send_signal(number)
    out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, err) == (130, "")
    summary = json.loads(out)
    assert (summary["type"], summary["interrupted"], summary["pending"], summary["total"]) == ("summary", True, 1, 2)
    assert "1 not reached" in (desk.folder / "out.xml").read_text("utf-8")
    assert not list(desk.folder.glob(".*.part"))


def test_a_run_that_breaks_still_writes_what_it_found(desk: Desk) -> None:
    desk.claims(SUPPORTED, CONTRADICTED)
    program = (
        "import sys\nfrom claimcheck.judges import RuleJudge\nfrom claimcheck.cli import run\njudge = RuleJudge.judge\n"
        "def broken(self, claim, seen):\n"
        "    if claim.id == 'wrong-pay':\n        raise ZeroDivisionError('a bug')\n"
        "    return judge(self, claim, seen)\n"
        "RuleJudge.judge = broken\nsys.exit(run(['verify', '--format', 'json=out.json', '--format', 'console']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=False, cwd=desk.folder, env=environment(), capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (3, "")
    assert "ZeroDivisionError: a bug" in done.stderr
    summary = json.loads((desk.folder / "out.json").read_text("utf-8"))["summary"]
    assert (summary["total"], summary["interrupted"], summary["pending"]) == (1, True, 1)


def test_whoever_closes_the_stream_early_hides_no_finding(desk: Desk) -> None:
    desk.claims(SUPPORTED, CONTRADICTED)
    reader, writer = os.pipe()
    process = subprocess.Popen(
        [*PROGRAM, "verify", "--format", "jsonl", "--format", "json=out.json"],
        cwd=desk.folder, env=environment(), stdout=writer, stderr=subprocess.PIPE,
    )  # fmt: skip
    os.close(writer)
    os.close(reader)
    _, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, err) == (1, b"")
    assert json.loads((desk.folder / "out.json").read_text("utf-8"))["summary"]["contradicted"] == 1


def test_no_reader_ever_sees_half_a_file(desk: Desk) -> None:
    desk.claims(SUPPORTED, CONTRADICTED)
    target = desk.write("out.sarif", '{"version": "old"}')
    process = subprocess.Popen(
        [*PROGRAM, "verify", "--format", "sarif=out.sarif"],
        cwd=desk.folder, env=environment(), stdout=subprocess.DEVNULL,
    )  # fmt: skip
    until = time.monotonic() + PATIENCE
    seen = set()
    while process.poll() is None and time.monotonic() < until:
        seen.add(json.loads(target.read_text("utf-8"))["version"])
    seen.add(json.loads(target.read_text("utf-8"))["version"])
    assert seen == {"old", "2.1.0"}


def test_the_html_report_shows_the_article_in_the_language_asked_for(desk: Desk) -> None:
    desk.write(
        "article.md",
        "# Paid by the hour\n\nThe workers at Sama earned between $4 and $5 per hour.\n\nIn 2022, 9 left.\n",
    )
    desk.claims(SUPPORTED, CONTRADICTED, head="language: en\narticle: article.md\n")
    done = desk.run("verify", "--format", "html=out.html", "--lang", "fr")
    assert (done.code, done.out, done.err) == (1, "", "")
    page = (desk.folder / "out.html").read_text("utf-8")
    assert '<html lang="fr">' in page
    assert "Paid by the hour</h1>" in page
    assert 'class="spot v-contradicted"' in page
    assert page.count('class="uncovered"') == 1
    assert page.endswith("</html>\n")


def test_a_language_that_the_report_cannot_be_had_in_is_a_mistake_of_usage(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    done = desk.call("verify", "--format", "html=out.html", "--lang", "xx")
    assert done.code == 2
    assert not (desk.folder / "out.html").exists()
