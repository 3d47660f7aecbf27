"""``claimcheck show``: one claim in full, for whoever wants to know why."""

import sys

import click

from claimcheck.claimsfile import load_claims
from claimcheck.cli.exits import Exit
from claimcheck.cli.locking import load_lock, lock_option
from claimcheck.cli.memory import Cache, memory_options
from claimcheck.cli.network import Network, network_options
from claimcheck.cli.options import config_option, file_option, split_arguments
from claimcheck.cli.running import Request, check_ids, run
from claimcheck.cli.writing import telling, wants_color, width, write_out
from claimcheck.errors import UsageError
from claimcheck.reporters import render_show
from claimcheck.reporters.progress import make_progress


@click.command("show")
@click.argument("arguments", nargs=-1, metavar="[FILE] ID", required=True)
@click.option("--why", is_flag=True, help="Show also what made the score of each passage, and how the verdict adds up.")
@file_option
@network_options
@lock_option
@memory_options
@config_option
def command(
    arguments: tuple[str, ...],
    why: bool,
    file: str,
    no_lock: bool,
    network: Network,
    cache: Cache,
) -> int:
    """Show one claim in full: how it was read, every passage considered, and why each was taken or passed over."""
    path, ids = split_arguments(arguments, file)
    if len(ids) != 1:
        raise UsageError("show takes the id of one claim", hint=f"claimcheck show {ids[0] if ids else 'ID'}")
    claims_file = load_claims(path)
    check_ids(claims_file, ids)
    lock = () if no_lock else load_lock(path, claims_file)
    with telling() as warn, make_progress(sys.stderr) as progress:
        request = Request(path, ids, network, cache.beside(path), lock, traced=why)
        report = run(request, claims_file, progress, warn=warn)
    if report.interrupted:
        click.echo("interrupted before the claim was read", err=True)
        return Exit.INTERRUPTED
    write_out(render_show(report.findings[0], color=wants_color(), width=width(), why=why))
    return Exit.COULD_NOT_CHECK if report.network_down else Exit.OK
