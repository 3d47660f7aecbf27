"""Reports to where they were asked for: standard output, or files that are whole or not there at all."""

import contextlib
import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click

from claimcheck.cli.exits import stop_output
from claimcheck.cli.options import Output
from claimcheck.errors import UsageError
from claimcheck.model import Report
from claimcheck.ports import Reporter
from claimcheck.reporters import make_reporter
from claimcheck.text import printable

NARROWEST, WIDEST, IN_A_PIPE = 60, 120, 100
"""Columns: a line longer than 120 is hard to read, one shorter than 60 holds no passage."""


def make_reporters(outputs: Iterable[Output], language: str = "") -> tuple[tuple[Output, Reporter], ...]:
    """Return a reporter for each output; ``language`` is for those that can be had in several.

    Raises:
        UsageError: a format that is not known, a file in a folder that does not exist.
    """
    made = []
    for output in outputs:
        if output.path is not None and not output.path.absolute().parent.is_dir():
            raise UsageError(f"{output.path}: its folder does not exist", hint="make the folder, or name another file")
        color = output.path is None and wants_color()
        made.append((output, make_reporter(output.format, color=color, width=width(), language=language)))
    return tuple(made)


def write_reports(reporters: Iterable[tuple[Output, Reporter]], report: Report) -> None:
    """Write the report in every format; a file is replaced only once its text is whole.

    Raises:
        UsageError: a file that cannot be written; the others are, all the same.
    """
    failure = None
    for output, reporter in reporters:
        text = reporter.render(report)
        if output.path is None:
            write_out(text)
            continue
        try:
            replace_file(output.path, text)
        except UsageError as error:
            failure = failure or error
    if failure is not None:
        raise failure


def write_out(text: str) -> None:
    """Write to standard output; a reader that has read enough changes neither the other reports nor the exit code."""
    try:
        click.echo(text, nl=False, color=True)
    except BrokenPipeError:
        stop_output()


@contextlib.contextmanager
def telling() -> Iterator[Callable[[str], None]]:
    """Give something to tell warnings to; they are written to standard error at the end, below the progress bar."""
    warnings: list[str] = []
    try:
        yield warnings.append
    finally:
        for warning in dict.fromkeys(warnings):
            click.echo(f"warning: {printable(warning)}", err=True)


def replace_file(path: Path, text: str) -> None:
    """Put a text in the place of a file at once; what is no file, such as a pipe or ``/dev/null``, is written to.

    Raises:
        UsageError: the file cannot be written.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8", newline="")
            return
        target = path.resolve()
        # Opened anew, and not by tempfile, so that it has the permissions that any new file gets here.
        draft = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            with draft.open("x", encoding="utf-8", newline="") as stream:
                stream.write(text)
            if target.exists():
                draft.chmod(stat.S_IMODE(target.stat().st_mode))
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        cause = (error.strerror or str(error)).lower()
        raise UsageError(f"{path} cannot be written: {cause}", hint="name a file that can be written") from None


def wants_color() -> bool:
    """Return whether standard output shows colour: a terminal, and ``NO_COLOR`` unset (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Return the columns to write in."""
    return max(NARROWEST, min(shutil.get_terminal_size((IN_A_PIPE, 24)).columns, WIDEST))
