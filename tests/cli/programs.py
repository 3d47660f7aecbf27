"""The command line as users meet it: a process of its own, in a folder of its own, in a pipe or on a terminal."""

import contextlib
import io
import os
import pty
import select
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pyte

from claimcheck import cli

PROGRAM = (sys.executable, "-m", "claimcheck")
PATIENCE = 60
"""Seconds after which a process that should have ended is taken for stuck."""

PAGE = """\
<!doctype html><html lang="en"><head><title>Data workers paid</title>
<meta property="article:published_time" content="2023-01-18"></head>
<body><nav><a href="/">Home</a></nav><main><h1>Data workers paid</h1>
<p>The workers at Sama earned between $1.32 and $2 per hour, documents show.</p>
<p>Sama employed over 3,000 people in Kenya in 2022.</p></main></body></html>
"""
SUPPORTED = """\
  - id: pay
    claim: The workers at Sama earned between $1.32 and $2 per hour.
    source: file:page.html
"""
CONTRADICTED = """\
  - id: wrong-pay
    claim: The workers at Sama earned between $4 and $5 per hour.
    source: file:page.html
"""


@dataclass(frozen=True)
class Done:
    """What a process left."""

    code: int
    out: str
    err: str


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a process: this one's, without what steers the program or its colours."""
    steering = ("CLAIMCHECK_", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "http_proxy", "https_proxy", "HTTP_PROXY")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(steering)}
    quiet = {"CLAIMCHECK_ARCHIVE": "never", "PYTHONWARNINGS": "error"}
    return kept | {"TERM": "xterm-256color"} | quiet | more


@dataclass
class Desk:
    """A folder with a page in it, and the program run there."""

    folder: Path
    variables: dict[str, str] = field(default_factory=dict)

    def write(self, name: str, text: str | bytes) -> Path:
        """Write a file, and return its path."""
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def claims(self, *claims: str, name: str = "claims.yaml", head: str = "language: en\n") -> Path:
        """Write a claims file, and the page that its claims rest on."""
        self.write("page.html", PAGE)
        return self.write(name, f"{head}claims:\n{''.join(claims)}")

    def run(self, *arguments: str, prefix: tuple[str, ...] = (), **variables: str) -> Done:
        """Run the program to its end, under the command ``prefix`` where there is one."""
        done = subprocess.run(
            [*prefix, *PROGRAM, *arguments],
            check=False,
            cwd=self.folder,
            env=environment(**self.variables, **variables),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    def call(self, *arguments: str) -> Done:
        """Run the program within this process: the same code but for the start, twenty times as fast."""
        out, err = io.StringIO(), io.StringIO()
        here = os.environ.copy()
        # A worker of the tests may have a width of its own.
        os.environ["COLUMNS"] = "100"
        try:
            with contextlib.chdir(self.folder), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                code = cli.run(arguments)
        finally:
            os.environ.clear()
            os.environ.update(here)
        return Done(code, out.getvalue(), err.getvalue())

    def start(self, *arguments: str, **variables: str) -> "Session":
        """Start the program on a terminal of 100 columns."""
        return Session(self.folder, arguments, environment(**self.variables, **variables))


class Session:
    """The program on a pseudo-terminal, and the screen it wrote."""

    def __init__(self, folder: Path, arguments: tuple[str, ...], env: dict[str, str]) -> None:
        leader, follower = pty.openpty()
        self._leader = leader
        self._screen = pyte.HistoryScreen(100, 60, history=2000)
        self._feed = pyte.ByteStream(self._screen)
        self.raw = b""
        self.process = subprocess.Popen(
            [*PROGRAM, *arguments],
            cwd=folder,
            env=env | {"COLUMNS": "100", "LINES": "60"},
            stdin=follower,
            stdout=follower,
            stderr=follower,
            start_new_session=True,
        )
        os.close(follower)

    def wait_for(self, text: str) -> None:
        """Read the screen until it shows a text."""
        until = time.monotonic() + PATIENCE
        while text not in self.text():
            assert time.monotonic() < until, self.text()
            assert self._read(1.0) or self.process.poll() is None, self.text()

    def type(self, line: str) -> None:
        """Type a line, and press the return key."""
        os.write(self._leader, f"{line}\n".encode())

    def interrupt(self) -> None:
        """Press Ctrl-C."""
        os.killpg(self.process.pid, signal.SIGINT)

    def finish(self) -> int:
        """Read the screen until the program ends; return its exit code."""
        until = time.monotonic() + PATIENCE
        while self._read(0.1) or self.process.poll() is None:
            assert time.monotonic() < until, self.text()
        os.close(self._leader)
        return self.process.wait(PATIENCE)

    def text(self) -> str:
        """Return what the screen shows."""
        return "\n".join(line.rstrip() for line in self._screen.display).strip()

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._leader], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._leader, 65_536)
        except OSError:  # nobody holds the other end any more
            return False
        self.raw += data
        self._feed.feed(data)
        return bool(data)
