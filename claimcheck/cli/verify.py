"""``claimcheck verify``: the whole pipeline, its reports, its exit code."""

import os
import sys

import click

from claimcheck.claimsfile import load_claims
from claimcheck.cli.exits import Exit, exit_code
from claimcheck.cli.network import Network, network_options
from claimcheck.cli.options import (
    config_option,
    file_option,
    parse_codes,
    parse_fail_on,
    parse_outputs,
    split_arguments,
)
from claimcheck.cli.running import Request, check_ids, run
from claimcheck.cli.writing import make_reporters, write_reports
from claimcheck.enums import Code
from claimcheck.reporters.progress import make_progress
from claimcheck.text import printable


@click.command("verify")
@click.argument("arguments", nargs=-1, metavar="[FILE] [ID]...")
@file_option
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="NAME[=FILE]",
    envvar="CLAIMCHECK_FORMAT",
    help="console, concise or json, to standard output or to a file; repeatable.  [default: console]",
)
@click.option(
    "--fail-on",
    multiple=True,
    metavar="KIND[,KIND]",
    envvar="CLAIMCHECK_FAIL_ON",
    help="What exits with 1: contradicted, failed_verification, partly_supported, unverifiable, gone, warning, info; "
    "or never.  [default: the first three and gone]",
)
@click.option(
    "--strict", is_flag=True, envvar="CLAIMCHECK_STRICT", help="Exit with 3 where a source could not be checked."
)
@click.option(
    "--select", multiple=True, metavar="CODE", envvar="CLAIMCHECK_SELECT", help="Only these codes fail a run."
)
@click.option(
    "--ignore", multiple=True, metavar="CODE", envvar="CLAIMCHECK_IGNORE", help="These codes never fail a run."
)
@network_options
@config_option
def command(  # noqa: PLR0913, PLR0917 - one parameter for each option, as click passes them
    arguments: tuple[str, ...],
    file: str,
    formats: tuple[str, ...],
    fail_on: tuple[str, ...],
    strict: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    network: Network,
) -> int:
    """Say for every claim whether its source still exists and still supports it, with the passage that decides.

    Without an ID, every claim of the file is verified.
    """
    path, ids = split_arguments(arguments, file)
    outputs = parse_outputs(formats)
    kinds = parse_fail_on(fail_on)
    muted = parse_codes("--ignore", ignore)
    if select:
        muted |= set(Code) - parse_codes("--select", select)
    reporters = make_reporters(outputs)
    claims_file = load_claims(path)
    check_ids(claims_file, ids)
    for warning in claims_file.warnings:
        click.echo(
            f"{printable(str(warning.location))}: warning: {printable(warning.message)}  [{warning.code}]", err=True
        )
    with make_progress(sys.stderr) as progress:
        report = run(Request(path, ids, network), claims_file, progress)
    write_reports(reporters, report)
    code = exit_code(report, kinds, muted, strict=strict)
    if code is Exit.INTERRUPTED:
        # A page that is still being read in a thread must not hold up whoever pressed Ctrl-C.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code
