#!/usr/bin/env python3
"""Sets this checkout up and runs it: ``python3 dev.py example``, ``python3 dev.py check``.

Needs Python 3.11 or newer with pip, and nothing else: a virtual environment is made in ``.venv``, this project is
installed into it in place, and the command runs there.  From the second time on only the command runs, until
``pyproject.toml`` changes.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYWB_VENV = ROOT / ".venv-pywb"
PYWB = "pywb>=2.8"
"""A web archive's own server, to replay what claimcheck writes.  It brings a ``brotli`` that is not ours, so it has an
environment of its own, and talks to the tests over a socket."""
EXAMPLE = ROOT / "examples" / "ai-labour" / "claims.yaml"
OLDEST = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")
FINDINGS = 1
"""What ``claimcheck verify`` ends with when claims do not hold."""
STEPS = (
    ("format", ("ruff", "format", "--check", ".")),
    ("lint", ("ruff", "check", ".")),
    ("types", ("mypy",)),
    ("imports", ("lint-imports",)),
)
TESTS = ("pytest", "--numprocesses=auto")
USAGE = """usage: python3 dev.py COMMAND

  example   run claimcheck on the offline example
  check     what CI runs: format, lint, types, import contracts, tests
  wheel     build the wheel, install it in a clean environment and try it once
  readme    fill README.md and docs/ with what the program really prints and is
"""


class SetUpError(Exception):
    """The set-up cannot go on; the message says why, and what to do."""


# ------------------------------------------------------------------------------------------------ the environment


def use_new_enough_python() -> None:
    """Go on with this Python, or start again with a newer one where this one is too old.

    Raises:
        SetUpError: there is none.
    """
    if sys.version_info >= OLDEST:
        return
    for name in NEWER:
        found = shutil.which(name)
        if found and subprocess.run([found, "--version"], check=False, capture_output=True).returncode == 0:
            sys.exit(subprocess.call([found, *sys.argv]))
    here = ".".join(map(str, sys.version_info[:3]))
    raise SetUpError(f"claimcheck needs Python 3.11 or newer; {sys.executable} is {here}\n  hint: install a newer one")


def program(venv: Path, name: str) -> str:
    """Return the path of a program in a virtual environment."""
    return str(venv / "Scripts" / f"{name}.exe") if os.name == "nt" else str(venv / "bin" / name)


def environment() -> dict[str, str]:
    """Return the environment for what runs in a virtual environment: as it is here, without what would lead out."""
    kept = {name: value for name, value in os.environ.items() if name not in {"PYTHONHOME", "PYTHONPATH"}}
    return {**kept, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "PIP_USER": "0"}


def run(*command: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run a command and return what it ended with; ``stdout`` holds both of its outputs."""
    return subprocess.run(
        command,
        check=False,
        cwd=cwd,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


def make_venv(venv: Path) -> None:
    """Make an empty virtual environment, with a pip of its own where this Python can give it one.

    Raises:
        SetUpError: this Python makes none.
    """
    made = run(sys.executable, "-m", "venv", "--clear", str(venv))
    if made.returncode != 0:
        # Debian keeps ensurepip in a package of its own; the pip of this Python can install into the new one.
        made = run(sys.executable, "-m", "venv", "--clear", "--without-pip", str(venv))
    if made.returncode != 0:
        raise SetUpError(f"cannot make {venv}:\n{made.stdout}  hint: on Debian and Ubuntu, apt install python3-venv")


def pip(venv: Path, *arguments: str) -> None:
    """Run pip for a virtual environment.

    Raises:
        SetUpError: there is no pip, or it failed.
    """
    python = program(venv, "python")
    command = [python, "-m", "pip"]
    if run(*command, "--version").returncode != 0:
        command = [sys.executable, "-m", "pip", "--python", python]
        if run(*command, "--version").returncode != 0:
            raise SetUpError(
                f"{sys.executable} has neither pip nor ensurepip\n"
                "  hint: on Debian and Ubuntu, apt install python3-venv; elsewhere, python3 -m ensurepip"
            )
    done = run(*command, *arguments)
    if done.returncode != 0:
        raise SetUpError(explain_pip(done.stdout))


def explain_pip(output: str) -> str:
    """Return why pip failed, its own last words first, and what to do."""
    told = "\n".join(line for line in output.splitlines() if line.strip())[-2000:]
    unreachable = ("NewConnectionError", "NameResolutionError", "Temporary failure", "timed out", "ProxyError")
    if any(sign in output for sign in unreachable) or "from versions: none" in output:
        hint = "pip reached no package index; look at the network, the proxy (HTTPS_PROXY) or PIP_INDEX_URL"
    elif "No space left" in output:
        hint = "the disk is full; the environment takes about 400 MB"
    else:
        hint = "remove .venv and try again"
    return f"pip failed:\n{told}\n  hint: {hint}"


def stamp(extra: str) -> dict[str, str]:
    """Return what an environment was made of: it is good for as long as none of this changes."""
    described = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    return {"project": described, "place": str(VENV), "python": sys.version, "extra": extra}


def set_up(extra: str) -> None:
    """Make ``.venv`` hold this project in place, with an extra where one is named; do nothing where it does already.

    Raises:
        SetUpError: it cannot be made.
    """
    kept = VENV / "claimcheck-dev.json"
    had = json.loads(kept.read_text(encoding="utf-8")) if kept.is_file() else {}
    if had == stamp(extra) or had == stamp("dev"):
        return
    if VENV.exists() and not had and any(VENV.iterdir()):
        raise SetUpError(
            f"{VENV} is there already, and was not made by this script\n  hint: remove it, or move it away"
        )
    # Whatever was asked for before is kept: a change of pyproject.toml does not take the tools away.
    extra = "dev" if "dev" in (extra, had.get("extra")) else extra
    say("setting up .venv; this takes a minute or two, once")
    started = time.monotonic()
    make_venv(VENV)
    kept.write_text(json.dumps({"extra": extra}), encoding="utf-8")
    pip(VENV, "install", "--quiet", "--editable", f"{ROOT}[{extra}]" if extra else str(ROOT))
    kept.write_text(json.dumps(stamp(extra)), encoding="utf-8")
    say(f"set up in {time.monotonic() - started:.0f} s")


def set_up_pywb() -> None:
    """Make ``.venv-pywb`` hold pywb; where it cannot be had, say why, and leave it: its tests are skipped then."""
    kept = PYWB_VENV / "claimcheck-pywb.json"
    wanted = json.dumps({"pywb": PYWB, "place": str(PYWB_VENV), "python": sys.version})
    if kept.is_file() and kept.read_text(encoding="utf-8") == wanted:
        return
    try:
        make_venv(PYWB_VENV)
        pip(PYWB_VENV, "install", "--quiet", PYWB)
        kept.write_text(wanted, encoding="utf-8")
    except SetUpError as error:
        say(f"no pywb, so the tests that replay in it are skipped: {error}")


def say(text: str) -> None:
    """Write a line of this script's own."""
    print(f"dev: {text}", file=sys.stderr, flush=True)


# ------------------------------------------------------------------------------------------------ the commands


def example() -> int:
    """Run claimcheck on the offline example; findings are what it is made to have."""
    set_up("")
    where = EXAMPLE.relative_to(ROOT)
    say(f"$ claimcheck verify {where}")
    code = subprocess.call([program(VENV, "claimcheck"), "verify", str(where)], cwd=ROOT, env=environment())
    if code == FINDINGS:
        say("exit code 1, for it has findings: the example is made to have them")
        return 0
    return code


def check() -> int:
    """Run every step, even after one that fails, and the tests last: their summary is the last line written."""
    set_up("dev")
    set_up_pywb()
    failed = [name for name, command in STEPS if not _passes(name, command)]
    if failed:
        print(f"failed: {', '.join(failed)}; see above. The tests run all the same.")
    print("tests", flush=True)
    tests = subprocess.call([program(VENV, TESTS[0]), *TESTS[1:]], cwd=ROOT, env=environment())
    return 1 if failed else tests


def _passes(name: str, command: tuple[str, ...]) -> bool:
    started = time.monotonic()
    done = run(program(VENV, command[0]), *command[1:])
    taken = time.monotonic() - started
    passed = done.returncode == 0
    if not passed:
        print(done.stdout.rstrip("\n"))
    print(f"{name:8} {'ok' if passed else 'FAILED':6} {taken:6.1f} s", flush=True)
    return passed


def wheel() -> int:
    """Build the wheel, install it in a clean environment, and run it from another folder."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="claimcheck-wheel-") as folder:
        place = Path(folder)
        venv, elsewhere = place / "venv", place / "elsewhere"
        elsewhere.mkdir()
        make_venv(venv)
        pip(venv, "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, str(ROOT))
        (built,) = place.glob("*.whl")
        pip(venv, "install", "--quiet", str(built))
        for arguments, wanted in ((("--version",), 0), (("verify", "--offline", str(EXAMPLE)), FINDINGS)):
            done = run(program(venv, "claimcheck"), *arguments, cwd=elsewhere)
            if done.returncode != wanted:
                print(done.stdout)
                say(f"{built.name}: claimcheck {' '.join(arguments)} ended with {done.returncode}, not {wanted}")
                return 1
            print(done.stdout.rstrip("\n").rpartition("\n")[2])
    say(f"{built.name} works in a clean environment ({time.monotonic() - started:.0f} s)")
    return 0


def readme() -> int:
    """Fill the README and the pages of docs/ with what the program really prints and is."""
    set_up("")
    return subprocess.call([program(VENV, "python"), "tools/readme.py"], cwd=ROOT, env=environment())


COMMANDS = {"example": example, "check": check, "wheel": wheel, "readme": readme}


def main(arguments: list[str]) -> int:
    """Run a command and return its exit code."""
    if len(arguments) != 1 or arguments[0] not in COMMANDS:
        print(USAGE, end="", file=sys.stdout if arguments in (["-h"], ["--help"]) else sys.stderr)
        return 0 if arguments in (["-h"], ["--help"]) else 2
    try:
        use_new_enough_python()
        return COMMANDS[arguments[0]]()
    except SetUpError as error:
        say(str(error))
        return 2
    except KeyboardInterrupt:
        say("interrupted")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
