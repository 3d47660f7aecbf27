"""The action's steps in a scratch repository: what each occasion asks for, and what is handed to the steps after it."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from action.steps import ACTION, Runner
from cli.programs import CONTRADICTED, PATIENCE, SUPPORTED, Desk
from cli.test_gate import commit, git
from web.behaviours import hang
from web.server import Web

METADATA = yaml.safe_load((ACTION.parent / "action.yml").read_text("utf-8"))


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as served:
        yield served


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "checkout").mkdir()
    desk = Desk(tmp_path / "checkout")
    git(desk, "init", "-q")
    desk.claims(SUPPORTED)
    commit(desk)
    git(desk, "checkout", "-q", "-b", "change")
    return desk


@pytest.fixture
def runner(desk: Desk, tmp_path: Path) -> Runner:
    return Runner(desk.folder, tmp_path / "temp")


def test_a_change_fails_for_its_own_claims_and_hands_all_reports_on(desk: Desk, runner: Runner) -> None:
    desk.claims(SUPPORTED, CONTRADICTED)
    runner.pull_request("main")
    said, outputs = runner.step("verify.py")
    assert "::error file=claims.yaml,line=" in said
    assert (outputs["exit-code"], outputs["stranger"], outputs["memory"]) == ("1", "false", "true")
    report = json.loads(Path(outputs["report"]).read_text("utf-8"))
    assert report["summary"]["failing"] == 1
    assert json.loads(Path(outputs["sarif"]).read_text("utf-8"))["version"] == "2.1.0"
    assert "wrong-pay" in Path(outputs["markdown"]).read_text("utf-8")
    assert "wrong-pay" in (runner.temp / "summary.txt").read_text("utf-8")


def test_a_fork_s_settings_are_not_heeded(desk: Desk, runner: Runner) -> None:
    desk.claims(SUPPORTED, CONTRADICTED)
    desk.write("claimcheck.toml", 'fail-on = "never"\nno-lock = true\nselect = "S"\n')
    runner.pull_request("main")
    assert runner.step("verify.py")[1]["exit-code"] == "0"
    runner.pull_request("main", fork=True)
    outputs = runner.step("verify.py")[1]
    assert (outputs["exit-code"], outputs["stranger"]) == ("1", "true")
    runner.pull_request("main", name="pull_request_target")
    assert runner.step("verify.py")[1]["exit-code"] == "1"


def test_what_never_held_is_listed_and_what_a_source_has_left_fails_a_night_and_a_change(
    desk: Desk, runner: Runner
) -> None:
    desk.claims(SUPPORTED, CONTRADICTED)
    commit(desk)
    runner.pull_request("change")
    assert runner.step("verify.py")[1]["exit-code"] == "0"
    runner.event("schedule")
    assert runner.step("verify.py")[1]["exit-code"] == "0"
    page = desk.folder / "page.html"
    page.write_text(page.read_text("utf-8").replace("$1.32 and $2", "$6 and $7"), "utf-8")
    assert runner.step("verify.py")[1]["exit-code"] == "1"
    commit(desk)
    runner.pull_request("change")
    assert runner.step("verify.py")[1]["exit-code"] == "1"


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({"INPUT_ARGS": "--fail-on never"}, "0"),
        ({"INPUT_ARGS": "--no-such-option"}, "2"),
        ({"INPUT_ARGS": "'"}, "2"),
        ({"INPUT_FILE": "none.yaml"}, "2"),
        ({"INPUT_PROFILE": "publish"}, "1"),
        ({"INPUT_MEMORY": "false"}, "1"),
    ],
)
def test_the_step_ends_well_and_says_how_the_check_ended(
    desk: Desk, runner: Runner, variables: dict[str, str], code: str
) -> None:
    desk.claims(SUPPORTED, CONTRADICTED)
    runner.event("push")
    said, outputs = runner.step("verify.py", **variables)
    assert outputs["exit-code"] == code
    assert (outputs["memory"] == "true") is (code != "2" and "INPUT_MEMORY" not in variables)
    assert ("::error title=claimcheck::" in said) is (code == "2")
    assert (outputs["report"] == "") is (code == "2")


def test_a_commit_that_a_shallow_checkout_left_out_is_fetched(desk: Desk, runner: Runner, tmp_path: Path) -> None:
    desk.claims(SUPPORTED, CONTRADICTED)
    commit(desk)
    base = (desk.folder / ".git" / "refs" / "heads" / "main").read_text().strip()
    git(desk, "config", "uploadpack.allowAnySHA1InWant", "true")
    git(desk, "clone", "-q", "--depth=1", f"file://{desk.folder}", str(tmp_path / "shallow"))
    runner.checkout = tmp_path / "shallow"
    runner.pull_request(base)
    outputs = runner.step("verify.py")[1]
    assert outputs["exit-code"] == "1"
    assert json.loads(Path(outputs["report"]).read_text("utf-8"))["summary"]["excused"] == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_job_that_is_cancelled_hands_on_what_was_found_and_what_is_remembered(
    desk: Desk, runner: Runner, web: Web, number: signal.Signals
) -> None:
    web.add("/hang", hang)
    last = f"  - {{id: last, claim: It paid $2 an hour., source: {web.url('/hang')}}}\n"
    desk.claims(SUPPORTED, CONTRADICTED, last)
    runner.event("push")
    output = runner.temp / "output.txt"
    script = next(step["run"] for step in METADATA["runs"]["steps"] if step.get("id") == "verify")
    more = {
        "INPUT_ARGS": "--allow-private 127.0.0.1",
        "PYTHON": sys.executable,
        "GITHUB_ACTION_PATH": str(ACTION.parent),
    }
    process = subprocess.Popen(
        ["bash", "-e", "-o", "pipefail", "-c", script],  # noqa: S607 - as the runner starts it
        cwd=runner.checkout, env=runner.environment() | more, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    until = time.monotonic() + PATIENCE
    while "/hang" not in web.paths() and time.monotonic() < until:
        time.sleep(0.05)
    process.send_signal(number)
    process.communicate(timeout=PATIENCE)
    outputs = dict(line.split("=", 1) for line in output.read_text("utf-8").splitlines())
    assert (process.returncode, outputs["exit-code"], outputs["memory"]) == (0, "130", "true")
    summary = json.loads(Path(outputs["report"]).read_text("utf-8"))["summary"]
    assert (summary["interrupted"], summary["total"] + summary["pending"]) == (True, 3)


@pytest.mark.parametrize(
    ("version", "extras", "wanted"),
    [
        ("", "", str(ACTION.parent)),
        ("", "bibtex, browser", f"{ACTION.parent}[bibtex,browser]"),
        ("1.2.3", "bibtex", "claimcheck-cli[bibtex]==1.2.3"),
        ("1.2.3 --index-url https://evil.example", "", None),
        ("", "bibtex]; touch stolen", None),
    ],
)
def test_the_package_is_of_the_checkout_or_the_index(
    version: str, extras: str, wanted: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(ACTION))
    from install import requirement

    if wanted is None:
        with pytest.raises(ValueError, match="is no"):
            requirement(version, extras, ACTION.parent)
    else:
        assert requirement(version, extras, ACTION.parent) == wanted
