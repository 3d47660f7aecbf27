"""``claimcheck init``: a commented claims file to start from."""

from pathlib import Path

import click

from claimcheck.claimsfile import write_starter
from claimcheck.cli.exits import Exit
from claimcheck.cli.options import DEFAULT_FILE
from claimcheck.text import printable


@click.command("init")
@click.argument("file", default=DEFAULT_FILE, metavar="[FILE]")
def command(file: str) -> int:
    """Write a commented claims file to start from; a file that is there already is left alone."""
    write_starter(Path(file))
    click.echo(f"wrote {printable(file)}; next: put your claims in, then run 'claimcheck verify'")
    return Exit.OK
