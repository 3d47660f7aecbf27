"""The action as GitHub would run it: the steps of action.yml in their order, their conditions and variables worked out.

Steps that use another action are left out, and so is the installation; what comes after them is as it is there.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from action.fake_github import FakeGithub
from action.steps import ACTION, Runner
from cli.programs import CONTRADICTED, SUPPORTED, Desk
from cli.test_gate import commit, git

METADATA = yaml.safe_load((ACTION.parent / "action.yml").read_text("utf-8"))
_EXPRESSION = re.compile(r"\$\{\{ *(.+?) *\}\}")


@dataclass
class Job:
    """A run of the action: its inputs, and what its steps left."""

    runner: Runner
    inputs: dict[str, str]
    outputs: dict[str, dict[str, str]] = field(default_factory=dict)
    ran: list[str] = field(default_factory=list)
    code: int = 0

    def value(self, term: str) -> str:
        """Return what a term of an expression stands for."""
        if term.startswith("'"):
            return term.strip("'")
        parts = term.split(".")
        if parts[0] == "inputs":
            return self.inputs[parts[1]]
        if term == "steps.python.outputs.python-path":
            return sys.executable
        if parts[0] == "steps":
            return self.outputs.get(parts[1], {}).get(parts[3], "")
        return {"github.event_name": self.runner.variables["GITHUB_EVENT_NAME"], "github.token": "sesame"}[term]

    def holds(self, condition: str) -> bool:
        """Return whether a condition holds: terms compared, joined by ``&&``."""
        for part in condition.split(" && "):
            if part == "always()":
                continue
            found = re.fullmatch(r"(\S+) (==|!=) (\S+|'')", part)
            assert found is not None, part
            if (self.value(found[1]) == self.value(found[3])) is (found[2] == "!="):
                return False
        return self.code == 0 or "always()" in condition

    def run(self) -> None:
        """Run every step of our own after the installation."""
        for step in METADATA["runs"]["steps"]:
            name = step["name"]
            if not self.holds(step["if"]) if "if" in step else self.code != 0:
                continue
            self.ran.append(name)
            if "uses" in step or name == "Install claimcheck":
                continue
            given = {key: _EXPRESSION.sub(lambda m: self.value(m[1]), text) for key, text in step["env"].items()}
            self.outputs[step.get("id", name)] = self._run_step(step["run"], given)

    def _run_step(self, script: str, given: dict[str, str]) -> dict[str, str]:
        output = self.runner.temp / "output.txt"
        output.write_text("", "utf-8")
        environment = self.runner.environment() | given | {"GITHUB_ACTION_PATH": str(ACTION.parent)}
        done = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", script],  # noqa: S607 - as the runner starts it
            check=False, cwd=self.runner.checkout, env=environment, capture_output=True,
        )  # fmt: skip
        self.code = self.code or done.returncode
        return dict(line.split("=", 1) for line in output.read_text("utf-8").splitlines())


@pytest.fixture
def github() -> Iterator[FakeGithub]:
    with FakeGithub() as github:
        yield github


@pytest.fixture
def job(tmp_path: Path, github: FakeGithub) -> Job:
    (tmp_path / "checkout").mkdir()
    desk = Desk(tmp_path / "checkout")
    git(desk, "init", "-q")
    desk.claims(SUPPORTED)
    commit(desk)
    git(desk, "checkout", "-q", "-b", "change")
    desk.claims(SUPPORTED, CONTRADICTED)
    commit(desk)
    runner = Runner(desk.folder, tmp_path / "temp", {"GITHUB_API_URL": github.url})
    defaults: dict[str, Any] = METADATA["inputs"]
    inputs = {name: str(held["default"]) for name, held in defaults.items()} | {"token": "sesame"}
    return Job(runner, inputs | {"comment": "true", "issue": "true", "sarif": "true"})


def test_a_change_with_a_wrong_claim_fails_after_all_was_told(job: Job, github: FakeGithub) -> None:
    job.runner.pull_request("main")
    job.run()
    assert job.code == 1
    assert job.ran[-4:] == [
        "Save the memory", "Hand the findings to code scanning", "Keep the comment", "End as the check ended",
    ]  # fmt: skip
    assert "wrong-pay" in github.comments[0]["body"]
    assert github.issues == []


def test_a_fork_s_change_fails_with_nothing_written(job: Job, github: FakeGithub) -> None:
    job.runner.pull_request("main", fork=True)
    job.run()
    assert (job.code, github.asked) == (1, [])
    assert "Hand the findings to code scanning" not in job.ran


def test_a_night_on_which_a_source_drifts_opens_an_issue_and_the_night_it_is_mended_closes_it(
    job: Job, github: FakeGithub
) -> None:
    page = job.runner.checkout / "page.html"
    said = page.read_text("utf-8")
    job.runner.event("schedule")
    job.run()
    assert (job.code, github.issues) == (0, [])
    page.write_text(said.replace("$1.32 and $2", "$6 and $7"), "utf-8")
    job.run()
    assert (job.code, [held["state"] for held in github.issues], github.comments) == (1, ["open"], [])
    assert job.ran[-2:] == ["Keep the issue", "End as the check ended"]
    page.write_text(said, "utf-8")
    job.code = 0
    job.run()
    assert (job.code, [held["state"] for held in github.issues], len(github.comments)) == (0, ["closed"], 1)


def test_a_mistake_in_the_options_tells_nobody_and_fails(job: Job, github: FakeGithub) -> None:
    job.inputs["args"] = "--no-such-option"
    job.runner.pull_request("main")
    job.run()
    assert (job.code, github.asked) == (2, [])
    assert "Save the memory" not in job.ran
