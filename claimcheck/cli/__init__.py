"""The command line: options in, exit code out.  The only place that imports click.

Each command stands in a module of its own that is imported when it is called, so that ``--help`` and ``lint`` load
neither the network nor the matchers' tables.
"""

import errno
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from claimcheck import __version__
from claimcheck.cli.exits import Exit, stop_output
from claimcheck.errors import ClaimcheckError, ClaimsFileError

PROGRAM = "claimcheck"
_OUTPUT_ERRORS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG})
"""What a disk or a terminal answers that takes no more."""
COMMANDS = {
    "verify": ("claimcheck.cli.verify", "Say for every claim whether its source exists and still supports it."),
    "lint": ("claimcheck.cli.lint", "Check the claims file alone, without the network."),
    "init": ("claimcheck.cli.init", "Write a commented claims file to start from."),
    "accept": ("claimcheck.cli.accept", "Accept what a source says of a claim, and guard it from then on."),
    "archive": ("claimcheck.cli.archive", "Save what is cited now, and make sure that the copy holds the evidence."),
    "bisect": ("claimcheck.cli.bisect", "Say between which two archived copies of a source a passage changed."),
    "show": ("claimcheck.cli.show", "Show one claim in full: its reading, and every passage considered."),
    "export": ("claimcheck.cli.export", "Write the evidence that was kept to a WARC file that others can check."),
    "report": ("claimcheck.cli.report", "Tell what has changed: as a feed, a message, to a webhook."),
    "cache": ("claimcheck.cli.cache", "Say what is remembered of earlier runs; forget what is old, or all of it."),
    "explain": ("claimcheck.cli.explain", "Explain a code such as V201."),
    "schema": ("claimcheck.cli.schema", "Print the JSON Schema of claims.yaml, or of the JSON report."),
}


class _LazyGroup(click.Group):
    """A group that lists its commands from a table and imports one only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(COMMANDS[cmd_name][0]).command
        if not isinstance(command, click.Command):
            raise TypeError(cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib  # noqa: PLC0415 - only for a mistake

            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            hint = f"did you mean '{near[0]}'?" if near else f"commands: {', '.join(COMMANDS)}"
            raise click.UsageError(f"no such command '{args[0]}'; {hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=_LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 nothing found, 1 findings, 2 usage or the claims file, 3 could not check, 130 interrupted.",
)
@click.version_option(__version__, prog_name=PROGRAM, message="%(prog)s %(version)s")
def cli() -> None:
    """Check that every source of an article still exists, and still supports the claim it was cited for."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and exit with its code; a user's mistake is a message on standard error, never a traceback."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    _open_what_is_closed()
    stdout = sys.stdout
    for stream in (stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    try:
        outcome = cli.main(
            args=None if arguments is None else list(arguments), prog_name=PROGRAM, standalone_mode=False
        )
    except (click.exceptions.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return Exit.INTERRUPTED
    except SystemExit:
        if sys.stdout is stdout:
            raise
        # Whoever reads us has read enough: click then puts something in the place of standard output, and ends with
        # 1, which is our word for findings.
        stop_output()
        return Exit.OK
    except OSError as error:
        if error.errno not in _OUTPUT_ERRORS:
            raise
        _say(f"the output cannot be written: {(error.strerror or str(error)).lower()}")
        stop_output()
        return Exit.USAGE
    except (click.ClickException, ClaimcheckError) as error:
        _tell(error)
        return Exit.USAGE
    except Exception:  # noqa: BLE001 - whatever it is, a failure of the program must not look like a finding
        _tell_of_bug()
        return Exit.COULD_NOT_CHECK
    return outcome if isinstance(outcome, int) else Exit.OK


def _open_what_is_closed() -> None:
    """Write to nowhere what was to go to an output that the caller closed (``>&-``): Python has none then."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open until the end


def _tell_of_bug() -> None:
    import traceback  # noqa: PLC0415 - never needed, one hopes

    click.echo(traceback.format_exc(), err=True, nl=False)
    _say("this is a mistake in claimcheck itself; nothing is said of any claim", hint="report it with the lines above")


def _tell(error: click.ClickException | ClaimcheckError) -> None:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
    elif isinstance(error, click.ClickException):
        message = error.format_message().removesuffix(".")
        context = error.ctx if isinstance(error, click.UsageError) else None
        _say(message[:1].lower() + message[1:], hint=f"see '{context.command_path if context else PROGRAM} --help'")
    elif isinstance(error, ClaimsFileError):
        for problem in error.problems:
            _say(f"{problem.location}: {problem.message}  [{problem.code}]", prefix="", hint=problem.hint)
        count = len(error.problems)
        files = ", ".join(dict.fromkeys(problem.location.file for problem in error.problems))
        _say(f"{count} problem{'s' if count > 1 else ''} in {files}; nothing was checked")
    else:
        _say(error.message, hint=error.hint)


def _say(message: str, *, prefix: str = "error: ", hint: str = "") -> None:
    from claimcheck.text import printable  # noqa: PLC0415 - keeps the start light

    click.echo(f"{prefix}{printable(message)}", err=True)
    if hint:
        click.echo(f"  hint: {printable(hint)}", err=True)
