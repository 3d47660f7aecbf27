"""A runner for tests: the action's steps as processes, with the files and variables that GitHub's runner gives them."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ACTION = Path(__file__).parents[2] / "action"
DEFAULTS = {
    "INPUT_FILE": "claims.yaml", "INPUT_PROFILE": "auto", "INPUT_ARGS": "", "INPUT_MEMORY": "true",
    "INPUT_ANNOTATIONS": "true", "INPUT_SUMMARY": "true", "INPUT_TOKEN": "sesame", "GITHUB_REPOSITORY": "desk/article",
    "GITHUB_SHA": "HEAD",
}  # fmt: skip


@dataclass
class Runner:
    """A job in a checkout."""

    checkout: Path
    temp: Path
    variables: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        programs = self.temp / "claimcheck" / "bin"
        programs.mkdir(parents=True)
        for name in ("claimcheck", "python"):
            script = programs / name
            target = Path(sys.executable).with_name(name)
            script.write_text(f'#!/bin/sh\nexec "{target}" "$@"\n', "utf-8")
            script.chmod(0o755)

    def event(self, name: str, **held: Any) -> None:
        """Say what started the run."""
        path = self.temp / "event.json"
        path.write_text(json.dumps(held), "utf-8")
        self.variables |= {"GITHUB_EVENT_NAME": name, "GITHUB_EVENT_PATH": str(path)}

    def pull_request(self, base: str, *, fork: bool = False, name: str = "pull_request") -> None:
        """Say that a pull request did."""
        head = {"repo": {"full_name": "stranger/article" if fork else "desk/article"}}
        self.event(
            name, pull_request={"number": 7, "head": head, "base": {"sha": base, "repo": {"full_name": "desk/article"}}}
        )

    def environment(self) -> dict[str, str]:
        """Return the variables that every step is given."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("CLAIMCHECK_", "GITHUB_"))}
        files = {"GITHUB_OUTPUT": str(self.temp / "output.txt"), "GITHUB_STEP_SUMMARY": str(self.temp / "summary.txt")}
        return kept | DEFAULTS | files | {"RUNNER_TEMP": str(self.temp)} | self.variables

    def step(self, script: str, *arguments: str, **more: str) -> tuple[str, dict[str, str]]:
        """Run a step; return what it printed, and its outputs."""
        output = self.temp / "output.txt"
        output.write_text("", "utf-8")
        done = subprocess.run(
            [sys.executable, str(ACTION / script), *arguments],
            check=False, cwd=self.checkout, env=self.environment() | more,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
        )  # fmt: skip
        assert done.returncode == 0, done.stdout
        outputs = dict(line.split("=", 1) for line in output.read_text("utf-8").splitlines())
        return done.stdout, outputs
