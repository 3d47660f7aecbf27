"""``claimcheck schema``: the JSON Schema of claims.yaml, for editors and other programs."""

import click

from claimcheck.cli.exits import Exit


@click.command("schema")
@click.option("--report", is_flag=True, help="Print the schema of the JSON report instead.")
def command(report: bool) -> int:
    """Print the JSON Schema that describes claims.yaml (or the JSON report)."""
    if report:
        from claimcheck.reporters import report_schema_text  # noqa: PLC0415 - only where asked for

        click.echo(report_schema_text(), nl=False)
    else:
        from claimcheck.claimsfile import schema_text  # noqa: PLC0415 - only where asked for

        click.echo(schema_text(), nl=False)
    return Exit.OK
