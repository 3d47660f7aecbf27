"""``claimcheck cache``: what is remembered from run to run, and how to let it go."""

import click

from claimcheck.cli.exits import Exit
from claimcheck.cli.memory import Cache, cache_option
from claimcheck.cli.options import config_option, file_option
from claimcheck.errors import UsageError
from claimcheck.text import printable

_UNITS = ("bytes", "kB", "MB", "GB")
_STEP = 1000


@click.command("cache")
@click.argument("path", required=False, metavar="[FILE]")
@file_option
@cache_option
@click.option("--prune", type=click.IntRange(min=0), metavar="DAYS", help="Forget what no run has used for so long.")
@click.option("--clear", is_flag=True, help="Forget everything; evidence that was kept on purpose stays.")
@config_option
def command(path: str | None, file: str, cache: str | None, prune: int | None, clear: bool) -> int:
    """Say how much is remembered of earlier runs, and since when; forget it where asked to."""
    folder = Cache(cache).beside(file if path is None else path)
    if folder is None:
        raise UsageError("the settings say to remember nothing", hint="name the folder: --cache FOLDER")
    if clear and prune is not None:
        raise UsageError("--clear and --prune at once", hint="--clear forgets everything, --prune what is old")
    from datetime import UTC, datetime, timedelta  # noqa: PLC0415 - a mistyped option waits for nothing

    from claimcheck.memory import age_words, evidence, upkeep  # noqa: PLC0415 - the database is needed for a sound command only

    now = datetime.now(tz=UTC)
    if clear:
        upkeep.clear(folder)
    elif prune is not None:
        upkeep.prune(folder, now, timedelta(days=prune))
    summary = upkeep.summarize(folder)
    click.echo(f"folder     {printable(str(folder))}")
    click.echo(f"size       {_size(summary.size)}")
    if summary.oldest is not None and summary.newest is not None:
        click.echo(f"pages read {age_words(summary.oldest, now)} to {age_words(summary.newest, now)}")
    for name, count in summary.counts:
        click.echo(f"{name:10} {count:,}")
    if summary.aside:
        click.echo(f"put aside  {summary.aside:,}; --clear removes them")
    kept = evidence.summarize_evidence(folder)
    if kept.bodies:
        bodies = f"{kept.bodies:,} {'body' if kept.bodies == 1 else 'bodies'}"
        click.echo(f"evidence   {_size(kept.size)}, {bodies}; it stays until you remove {printable(str(kept.folder))}")
    if not summary.counts:
        click.echo("nothing is remembered")
    return Exit.OK


def _size(size: int) -> str:
    shown, unit = float(size), 0
    while shown >= _STEP and unit < len(_UNITS) - 1:
        shown, unit = shown / _STEP, unit + 1
    return f"{shown:.1f} {_UNITS[unit]}" if unit else f"{size} bytes"
