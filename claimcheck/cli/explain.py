"""``claimcheck explain CODE``: what a code means, and what to do."""

import click

from claimcheck.cli.exits import Exit
from claimcheck.explain import explain, titles


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> int:
    """Explain a code such as V201; without one, list them all."""
    if code is None:
        for name, title in titles():
            click.echo(f"{name}  {title}")
    else:
        click.echo(explain(code).rstrip("\n"))
    return Exit.OK
