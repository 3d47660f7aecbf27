"""The progress display, read from the screen of a real terminal."""

import io
import os
import pty
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pyte
import pytest
from reporters import samples

from claimcheck.enums import State
from claimcheck.model import Fetched
from claimcheck.reporters.progress import SilentProgress, TerminalProgress, make_progress

A, B, C, D = (samples.cited(f"https://{name}.example/page", 1) for name in "abcd")


class Terminal:
    """A pseudo-terminal of 80 columns, and what its screen shows."""

    def __init__(self, leader: int, follower: int) -> None:
        self.stream = os.fdopen(follower, "w", encoding="utf-8")
        self._leader = leader
        self._screen = pyte.Screen(80, 24)
        self._feed = pyte.ByteStream(self._screen)
        self.raw = b""

    def screen(self) -> list[str]:
        """Return the lines of the screen that are not empty, after all that was written until now."""
        self.stream.flush()
        os.write(self.stream.fileno(), _END)
        before = len(self.raw)
        while _END not in self.raw[before:]:  # what the display's own thread writes may come after it
            data = os.read(self._leader, 65_536)
            self.raw += data
            self._feed.feed(data)
        return [line.rstrip() for line in self._screen.display if line.strip()]


_END = b"\x1b[0m\x1b[0m\x1b[0m"
"""A sequence that changes nothing and that nobody else writes."""


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("NO_COLOR", raising=False)
    leader, follower = pty.openpty()
    opened = Terminal(leader, follower)
    yield opened
    opened.stream.close()
    os.close(leader)


@contextmanager
def shown(terminal: Terminal) -> Iterator[TerminalProgress]:
    """Give the display of a run, drawn when the screen is looked at."""
    with make_progress(terminal.stream) as progress:
        assert isinstance(progress, TerminalProgress)
        yield progress


def draw(progress: TerminalProgress, width: int = 80) -> list[str]:
    from rich.console import Console

    out = io.StringIO()
    Console(file=out, width=width).print(progress.frame())
    return [line.rstrip() for line in out.getvalue().splitlines()]


def test_the_display_counts_and_names_what_is_awaited() -> None:
    progress = TerminalProgress()
    progress.planned(4)
    for source in (A, B, C):
        progress.started(source)
    progress.fetched(Fetched(A, State.LIVE))
    progress.fetched(Fetched(C, State.NOT_FOUND))
    first, second = draw(progress)
    assert first.startswith("fetching ")
    assert " 2/4 1 failed b.example" in first
    assert second == "  not found  https://c.example/page"


def test_a_moved_source_is_no_failure() -> None:
    progress = TerminalProgress()
    progress.planned(1)
    progress.fetched(Fetched(A, State.MOVED))
    assert len(draw(progress)) == 1


def test_the_display_stays_small_and_within_the_terminal() -> None:
    progress = TerminalProgress()
    progress.planned(50)
    for number in range(50):
        source = samples.cited(f"https://example.org/{'long/' * 40}{number}", 1)
        progress.started(source)
        progress.fetched(Fetched(source, State.TIMEOUT))
    lines = draw(progress, width=60)
    assert len(lines) == 4
    assert all(len(line) <= 60 for line in lines)


def test_an_address_reaches_the_display_without_controls() -> None:
    progress = TerminalProgress()
    progress.planned(1)
    evil = samples.cited("https://example.org/\x1b]0;owned\x07\u202e[bold]", 1)
    progress.started(evil)
    progress.fetched(Fetched(evil, State.BLOCKED))
    assert draw(progress)[1] == "  blocked  https://example.org/]0;owned[bold]"


def test_a_run_leaves_nothing_on_the_terminal(terminal: Terminal) -> None:
    terminal.stream.write("before\n")
    with shown(terminal) as progress:
        progress.planned(2)
        progress.started(A)
        progress.fetched(Fetched(A, State.REFUSED))
    terminal.stream.write("after\n")
    assert terminal.screen() == ["before", "after"]
    assert b"fetching" in terminal.raw


def _run_until_interrupted(terminal: Terminal) -> None:
    with shown(terminal) as progress:
        progress.planned(2)
        raise KeyboardInterrupt


def test_a_run_that_is_interrupted_leaves_nothing_either(terminal: Terminal) -> None:
    with pytest.raises(KeyboardInterrupt):
        _run_until_interrupted(terminal)
    assert terminal.screen() == []
    assert b"\x1b[?25h" in terminal.raw, "the cursor is shown again"


def test_standard_output_is_left_alone(terminal: Terminal) -> None:
    before = sys.stdout
    with shown(terminal):
        assert sys.stdout is before


@pytest.mark.parametrize(
    ("term", "kind"), [("xterm-256color", TerminalProgress), ("dumb", SilentProgress)], ids=["terminal", "dumb"]
)
def test_a_display_needs_a_terminal_that_can_move_its_cursor(
    terminal: Terminal, term: str, kind: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    with make_progress(terminal.stream) as progress:
        assert type(progress) is kind


def test_a_pipe_gets_nothing() -> None:
    out = io.StringIO()
    with make_progress(out) as progress:
        progress.planned(1)
        progress.started(A)
        progress.fetched(Fetched(A, State.GONE))
    assert out.getvalue() == ""


def test_no_color_is_honoured(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    with shown(terminal) as progress:
        progress.planned(1)
        progress.fetched(Fetched(A, State.GONE))
    terminal.screen()
    assert b"\x1b[31m" not in terminal.raw
