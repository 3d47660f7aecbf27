"""``claimcheck lint``: the claims file alone.  Loads nothing of the network and none of the matchers' tables."""

import click

from claimcheck.claimsfile import load_claims
from claimcheck.cli.exits import Exit
from claimcheck.cli.options import config_option, file_option, split_arguments
from claimcheck.errors import UsageError
from claimcheck.text import printable


@click.command("lint")
@click.argument("arguments", nargs=-1, metavar="[FILE]")
@file_option
@config_option
def command(arguments: tuple[str, ...], file: str) -> int:
    """Check the claims file alone, without the network; every problem is reported at once."""
    path, rest = split_arguments(arguments, file)
    if rest:
        raise UsageError(f"lint takes a claims file, not '{rest[0]}'", hint="claimcheck lint claims.yaml")
    claims_file = load_claims(path)
    for warning in claims_file.warnings:
        click.echo(f"{printable(str(warning.location))}: warning: {printable(warning.message)}  [{warning.code}]")
        if warning.hint:
            click.echo(f"  hint: {printable(warning.hint)}")
    sources = {source.address for claim in claims_file.claims for source in claim.sources}
    count, distinct = len(claims_file.claims), len(sources)
    claims_word = "claim" if count == 1 else "claims"
    sources_word = "source" if distinct == 1 else "sources"
    click.echo(f"{printable(path)}: {count} {claims_word} on {distinct} {sources_word}, no problem found")
    return Exit.OK
