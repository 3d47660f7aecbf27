"""Reports to where they were asked for: standard output, or files that are whole or not there at all."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import click

from claimcheck.cli.exits import stop_output
from claimcheck.cli.options import Output
from claimcheck.errors import UsageError
from claimcheck.model import Report
from claimcheck.ports import Reporter
from claimcheck.reporters import make_reporter

NARROWEST, WIDEST, IN_A_PIPE = 60, 120, 100
"""Columns: a line longer than 120 is hard to read, one shorter than 60 holds no passage."""


def make_reporters(outputs: Iterable[Output]) -> tuple[tuple[Output, Reporter], ...]:
    """Return a reporter for each output.

    Raises:
        UsageError: a format that is not known, a file in a folder that does not exist.
    """
    made = []
    for output in outputs:
        if output.path is not None and not output.path.absolute().parent.is_dir():
            raise UsageError(f"{output.path}: its folder does not exist", hint="make the folder, or name another file")
        color = output.path is None and wants_color()
        made.append((output, make_reporter(output.format, color=color, width=width())))
    return tuple(made)


def write_reports(reporters: Iterable[tuple[Output, Reporter]], report: Report) -> None:
    """Write the report in every format; a file is replaced only once its text is whole.

    Raises:
        UsageError: a file that cannot be written.
    """
    for output, reporter in reporters:
        text = reporter.render(report)
        if output.path is None:
            write_out(text)
        else:
            _replace(output.path, text)


def write_out(text: str) -> None:
    """Write to standard output; a reader that has read enough changes neither the other reports nor the exit code."""
    try:
        click.echo(text, nl=False, color=True)
    except BrokenPipeError:
        stop_output()


def _replace(path: Path, text: str) -> None:
    try:
        with tempfile.NamedTemporaryFile("w", dir=path.absolute().parent, encoding="utf-8", delete=False) as draft:
            draft.write(text)
        Path(draft.name).chmod(0o644)
        Path(draft.name).replace(path)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}", hint="name a file that can be written") from None


def wants_color() -> bool:
    """Return whether standard output shows colour: a terminal, and ``NO_COLOR`` unset (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Return the columns to write in."""
    return max(NARROWEST, min(shutil.get_terminal_size((IN_A_PIPE, 24)).columns, WIDEST))
