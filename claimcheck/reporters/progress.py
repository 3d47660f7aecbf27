"""The progress display: what is being fetched, how many are done of how many, failures as they come.

Written to standard error, on a terminal only, and wiped when the run ends: what stays on the screen is the report.
"""

import os
from collections import deque
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import Lock
from typing import TYPE_CHECKING, TextIO

from claimcheck.enums import StateClass
from claimcheck.model import Fetched, Source
from claimcheck.ports import Progress
from claimcheck.redaction import redact

if TYPE_CHECKING:
    from rich.console import RenderableType

LATEST = 3
"""Failures on the display at once."""
_BAR = 24


class SilentProgress:
    """Watches a run and shows nothing."""

    def planned(self, sources: int, /) -> None:
        """Take no note."""

    def started(self, source: Source, /) -> None:
        """Take no note."""

    def fetched(self, fetched: Fetched, /) -> None:
        """Take no note."""


class TerminalProgress:
    """Counts what it is told; ``frame`` is what to show of it now."""

    def __init__(self) -> None:
        # The display is drawn by a thread of its own.
        self._lock = Lock()
        self._planned = 0
        self._done = 0
        self._failed = 0
        self._under_way: dict[str, None] = {}
        self._latest: deque[tuple[str, str]] = deque(maxlen=LATEST)

    def planned(self, sources: int, /) -> None:
        """Take note of how many sources there are."""
        self._planned = sources

    def started(self, source: Source, /) -> None:
        """Show a source as being fetched."""
        with self._lock:
            self._under_way[source.address] = None

    def fetched(self, fetched: Fetched, /) -> None:
        """Count a source; show it if nothing could be read there."""
        with self._lock:
            self._done += 1
            self._under_way.pop(fetched.source.address, None)
            if fetched.state.state_class is not StateClass.PRESENT:
                self._failed += 1
                self._latest.append((redact(fetched.source.address), fetched.state.label))

    def frame(self) -> "RenderableType":
        """Return the display: one line of counts, then the latest failures, none wider than the terminal."""
        from rich.console import Group  # noqa: PLC0415 - loaded on a terminal only
        from rich.progress_bar import ProgressBar  # noqa: PLC0415
        from rich.table import Table  # noqa: PLC0415
        from rich.text import Text  # noqa: PLC0415

        from claimcheck.reporters.sheet import words  # noqa: PLC0415
        from claimcheck.reporters.wording import host_of  # noqa: PLC0415

        with self._lock:
            # The oldest one under way is the one that everybody is waiting for.
            waiting, latest = next(iter(self._under_way), ""), tuple(self._latest)
        line = Table.grid(padding=(0, 1))
        line.add_row(
            Text("fetching", "bold"),
            ProgressBar(total=max(self._planned, 1), completed=self._done, width=_BAR),
            Text(f"{self._done}/{self._planned}"),
            Text(f"{self._failed} failed" if self._failed else "", "red"),
            Text(host_of(waiting), "dim", no_wrap=True, overflow="ellipsis"),
        )
        failures = [
            Text.assemble("  ", (label, "red"), "  ", words(address), no_wrap=True, overflow="ellipsis")
            for address, label in latest
        ]
        return Group(line, *failures)


def make_progress(stream: TextIO) -> AbstractContextManager[Progress]:
    """Return who watches a run, as a context: a display where the stream is a terminal, otherwise silence."""
    if not stream.isatty() or os.environ.get("TERM") == "dumb":
        return nullcontext(SilentProgress())
    return _display(stream)


@contextmanager
def _display(stream: TextIO) -> Iterator[Progress]:
    from rich.console import Console  # noqa: PLC0415 - loaded on a terminal only
    from rich.live import Live  # noqa: PLC0415

    progress = TerminalProgress()
    console = Console(file=stream, markup=False, emoji=False, highlight=False)
    live = Live(
        console=console,
        get_renderable=progress.frame,
        transient=True,
        refresh_per_second=8,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    with live:
        yield progress
