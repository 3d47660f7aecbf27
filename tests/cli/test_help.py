"""Help and mistakes on the command line: every command explains itself, every mistake names the way out."""

import subprocess
import sys

import pytest
from cli.programs import Desk, environment

from claimcheck import __version__
from claimcheck.cli import COMMANDS


def test_the_program_lists_its_commands_and_its_exit_codes(desk: Desk) -> None:
    done = desk.run("--help")
    assert (done.code, done.err) == (0, "")
    assert all(name in done.out for name in COMMANDS)
    assert "130 interrupted" in done.out


@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_explains_itself(desk: Desk, command: str) -> None:
    done = desk.run(command, "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Usage: claimcheck {command} ")
    assert max(map(len, done.out.splitlines())) <= 80


def test_the_version_is_told(desk: Desk) -> None:
    assert desk.run("--version").out == f"claimcheck {__version__}\n"


def test_without_a_command_the_help_is_shown_as_a_mistake(desk: Desk) -> None:
    done = desk.run()
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Usage: claimcheck")
    assert "Commands:" in done.err


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["lnit"], "no such command 'lnit'", "did you mean 'lint'?"),
        (["zzz"], "no such command 'zzz'", "verify, lint, init"),
        (["lint", "--zork"], "no such option '--zork'", "claimcheck lint --help"),
        (["verify", "--formt", "json"], "no such option '--formt'", "--format"),
        (["verify", "--format"], "option '--format' requires", "--help"),
        (["verify", "--format", "jsno"], "unknown format 'jsno'", "did you mean json?"),
        (["verify", "--format", "xml"], "unknown format 'xml'", "console, concise, json"),
        (["verify", "--format", "json="], "no file after '='", "json=report.json"),
        (["verify", "--format", "json", "--format", "concise"], "two formats for standard output", "concise=FILE"),
        (["verify", "--format", "json=no/x.json"], "its folder does not exist", "make the folder"),
        (["verify", "--fail-on", "everything"], "unknown kind 'everything'", "contradicted"),
        (["verify", "--ignore", "X1"], "no code starts with 'X1'", "claimcheck explain"),
        (["verify", "--select", "V9"], "no code starts with 'V9'", "claimcheck explain"),
        (["verify", "a.yaml", "b.yaml"], "two claims files", "one after the other"),
        (["verify", "nowhere"], "no claim has the id 'nowhere'", "the file has 1 claim; see their ids"),
        (["verify", "paay"], "no claim has the id 'paay'", "did you mean pay?"),
        (["show"], "missing argument", "claimcheck show --help"),
        (["show", "pay", "other"], "the id of one claim", "claimcheck show"),
        (["explain", "V999"], "no code is called 'V999'", "claimcheck explain"),
        (["explain", "V21"], "no code is called 'V21'", "did you mean V210"),
        (["verify", "--config", "no.toml"], "no.toml", "a file that can be read"),
    ],
)
def test_a_mistake_is_named_with_the_way_out(desk: Desk, arguments: list[str], message: str, hint: str) -> None:
    desk.claims("  - {id: pay, claim: It paid $2 an hour., source: file:page.html}\n")
    done = desk.call(*arguments)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert hint in done.err
    assert "Traceback" not in done.err


def test_what_was_mistyped_never_reaches_the_terminal_raw(desk: Desk) -> None:
    done = desk.run("\x1b]0;owned\x07", "\u202etxt")
    assert done.code == 2
    assert not {"\x1b", "\x07", "\u202e"} & set(done.err)


def test_a_failure_of_the_program_shows_where_and_never_looks_like_a_finding(desk: Desk) -> None:
    desk.write("broken.py", "import click\n\n@click.command()\ndef command():\n    raise ZeroDivisionError('a bug')\n")
    program = "import claimcheck.cli as c; c.COMMANDS['broken'] = ('broken', ''); c.main(['broken'])"
    done = subprocess.run(
        [sys.executable, "-c", program], check=False, cwd=desk.folder, env=environment(), capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (3, "")
    assert "ZeroDivisionError: a bug" in done.stderr
    assert done.stderr.splitlines()[-2].startswith("error: this is a mistake in claimcheck itself")
