"""``claimcheck lint``: the claims file, and its lock where it has one.

Loads nothing of the network and none of the matchers' tables.
"""

import click

from claimcheck.claimsfile import load_claims
from claimcheck.cli.exits import Exit
from claimcheck.cli.options import config_option, file_option
from claimcheck.errors import ClaimsFileError
from claimcheck.lock import lock_path
from claimcheck.text import printable


@click.command("lint")
@click.argument("paths", nargs=-1, metavar="[FILE]...")
@file_option
@config_option
def command(paths: tuple[str, ...], file: str) -> int:
    """Check the claims file, and its lock, without the network; every problem is reported at once.

    Of several files, each is checked, also after one with problems.
    """
    broken = []
    for path in paths or (file,):
        try:
            _check(path)
        except ClaimsFileError as error:
            broken.append(error)
    if broken:
        raise ClaimsFileError(tuple(problem for error in broken for problem in error.problems))
    return Exit.OK


def _check(path: str) -> None:
    claims_file = load_claims(path)
    if lock_path(path).exists():
        from claimcheck.cli.locking import load_lock  # noqa: PLC0415 - only where there is a lock

        load_lock(path, claims_file)
    for warning in claims_file.warnings:
        click.echo(f"{printable(str(warning.location))}: warning: {printable(warning.message)}  [{warning.code}]")
        if warning.hint:
            click.echo(f"  hint: {printable(warning.hint)}")
    sources = {source.address for claim in claims_file.claims for source in claim.sources}
    counts = f"{_count(len(claims_file.claims), 'claim')} on {_count(len(sources), 'source')}, no problem found"
    warnings = f", {_count(len(claims_file.warnings), 'warning')}" if claims_file.warnings else ""
    click.echo(f"{printable(path)}: {counts}{warnings}")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
