"""A step of the action: runs ``claimcheck verify`` as the occasion asks, and hands its reports to the steps after it.

The step itself never fails for a finding: memory, comment and issue come first, and the last step ends as the check
ended.
"""

import os
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path

from event import Event, read_event
from install import program

_COMMIT = re.compile(r"[0-9a-f]{40}([0-9a-f]{24})?")
_USAGE = 2


def options(event: Event, folder: Path) -> list[str]:
    """Return the options of the run.

    Args:
        event: what started it.
        folder: where its reports go.
    """
    read = os.environ.get
    words = ["--file", read("INPUT_FILE", "claims.yaml")]
    profile = read("INPUT_PROFILE", "auto")
    if profile == "auto":
        profile = "pr" if event.base else "cron" if event.name == "schedule" else ""
    if profile:
        words += ["--profile", profile]
    if profile == "pr" and event.base:
        words += ["--since", event.base]
    if event.stranger:
        words += ["--trusted-config", event.base or os.environ["GITHUB_SHA"]]
    memory = Path(os.environ["RUNNER_TEMP"]) / "claimcheck-memory"
    words += ["--cache", str(memory) if read("INPUT_MEMORY") == "true" else "off"]
    words += ["--format", "github" if read("INPUT_ANNOTATIONS") == "true" else "concise"]
    reports = {"json": "report.json", "sarif": "report.sarif", "markdown": "report.md"}
    for name, file in reports.items():
        words += ["--format", f"{name}={folder / file}"]
    if read("INPUT_SUMMARY") == "true" and read("GITHUB_STEP_SUMMARY"):
        words += ["--format", f"github-summary={folder / 'summary.md'}"]
    return [*words, *shlex.split(read("INPUT_ARGS", ""))]


def fetch_base(commit: str) -> None:
    """Have git fetch the base's commit where a shallow checkout left it out; that it cannot is said by the program."""
    if not _COMMIT.fullmatch(commit):
        return
    git = ["git", "-c", "core.hooksPath=/dev/null"]
    if subprocess.run(
        [*git, "cat-file", "-e", f"{commit}^{{commit}}"], check=False, stderr=subprocess.DEVNULL
    ).returncode:
        subprocess.run([*git, "fetch", "--quiet", "--no-tags", "--depth=1", "origin", commit], check=False)


def run_on(command: list[str]) -> int:
    """Run a command to its end, and return its exit code.

    Whoever cancels the job tells this process alone: the command is told likewise, and is waited for, so that it can
    write what it has found.
    """
    process = subprocess.Popen(command)
    for number in (signal.SIGINT, signal.SIGTERM):
        # SIGTERM both times: a command in the background may have been started with SIGINT ignored.
        signal.signal(number, lambda *_: process.terminate())
    return process.wait()


def hand_on(code: int, event: Event, folder: Path) -> None:
    """Write the outputs of the step, and the summary of the job."""
    held = {
        "exit-code": str(code),
        "stranger": str(event.stranger).lower(),
        "memory": str((Path(os.environ["RUNNER_TEMP"]) / "claimcheck-memory").is_dir()).lower(),
    }
    for name, file in (("report", "report.json"), ("sarif", "report.sarif"), ("markdown", "report.md")):
        held[name] = str(folder / file) if (folder / file).is_file() else ""
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as stream:
        stream.writelines(f"{name}={value}\n" for name, value in held.items())
    summary = folder / "summary.md"
    if summary.is_file():
        with Path(os.environ["GITHUB_STEP_SUMMARY"]).open("a", encoding="utf-8") as stream:
            stream.write(summary.read_text(encoding="utf-8"))


def main() -> int:
    """Verify, and return 0 whatever was found."""
    event = read_event()
    folder = Path(os.environ["RUNNER_TEMP"]) / "claimcheck-reports"
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    if event.base:
        fetch_base(event.base)
    try:
        words = options(event, folder)
    except ValueError as error:
        print(f"::error title=claimcheck::args: {error}")
        code = _USAGE
    else:
        code = run_on([program("claimcheck"), "verify", *words])
    if code == _USAGE:
        print("::error title=claimcheck::the run could not start; the log of this step says why")
    hand_on(code if 0 <= code <= 255 else 130, event, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
