"""``claimcheck schema``: the JSON Schema of claims.yaml, for editors and other programs."""

import click

from claimcheck.cli.exits import Exit
from claimcheck.errors import UsageError


@click.command("schema")
@click.option("--report", is_flag=True, help="Print the schema of the JSON report instead.")
@click.option("--lock", is_flag=True, help="Print the schema of claims.lock, read as TOML, instead.")
@click.option("--changes", is_flag=True, help="Print the schema of what a webhook is sent instead.")
def command(report: bool, lock: bool, changes: bool) -> int:
    """Print the JSON Schema that describes claims.yaml (or the JSON report, claims.lock, or a webhook's message)."""
    if report + lock + changes > 1:
        raise UsageError("one schema at a time", hint="--report, --lock or --changes")
    if changes:
        from claimcheck.notices import changes_schema_text  # noqa: PLC0415 - only where asked for

        click.echo(changes_schema_text(), nl=False)
    elif lock:
        from claimcheck.lock import lock_schema_text  # noqa: PLC0415 - only where asked for

        click.echo(lock_schema_text(), nl=False)
    elif report:
        from claimcheck.reporters import report_schema_text  # noqa: PLC0415 - only where asked for

        click.echo(report_schema_text(), nl=False)
    else:
        from claimcheck.claimsfile import schema_text  # noqa: PLC0415 - only where asked for

        click.echo(schema_text(), nl=False)
    return Exit.OK
