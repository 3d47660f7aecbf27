"""``claimcheck export``: the evidence that was kept, as a file to hand over."""

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

import click

from claimcheck import __version__
from claimcheck.cli.exits import Exit
from claimcheck.cli.memory import Cache, cache_option
from claimcheck.cli.options import config_option, file_option
from claimcheck.cli.writing import telling
from claimcheck.errors import UsageError
from claimcheck.text import printable


@click.command("export")
@click.argument("path", required=False, metavar="[FILE]")
@click.option(
    "--warc", metavar="OUT", required=True, help="Write a WARC file: OUT.warc.gz, or OUT.warc without compression."
)
@file_option
@cache_option
@config_option
def command(path: str | None, warc: str, file: str, cache: str | None) -> int:
    """Write the evidence that 'verify --save-evidence' kept on the claims of FILE to a file that others can check."""
    claims_file = file if path is None else path
    target = Path(warc)
    if not target.name.endswith((".warc.gz", ".warc")):
        raise UsageError(f"--warc {warc}: the name ends in neither .warc.gz nor .warc", hint=f"--warc {warc}.warc.gz")
    if not target.absolute().parent.is_dir():
        raise UsageError(f"{warc}: its folder does not exist", hint="make the folder, or name another file")
    folder = Cache(cache).beside(claims_file)
    if folder is None:
        raise UsageError("the settings say to remember nothing", hint="name the folder: --cache FOLDER")
    with telling() as warn:
        responses, claims = _export(folder, claims_file, target, warn)
    click.echo(f"{printable(warc)}: {responses:,} answers of sources, findings on {claims:,} claims")
    return Exit.OK


def _export(folder: Path, claims_file: str, target: Path, warn: Callable[[str], None]) -> tuple[int, int]:
    """Write the file, whole or not at all; return how many answers and findings are in it."""
    from claimcheck.memory.evidence import KeptEvidence  # noqa: PLC0415 - a mistyped option waits for nothing
    from claimcheck.warc import need_warcio  # noqa: PLC0415

    store = KeptEvidence(folder, claims_file, warn)
    if store.is_empty():
        raise UsageError(
            f"no evidence is kept on the claims of {claims_file}",
            hint=f"keep some first: claimcheck verify {claims_file} --save-evidence",
        )
    need_warcio("--warc")
    from claimcheck.warc.writing import write_warc  # noqa: PLC0415 - brings warcio

    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with draft.open("xb") as stream:
            written = write_warc(
                stream,
                store.exchanges(),
                store.claims(),
                software=f"claimcheck/{__version__}",
                zipped=target.name.endswith(".gz"),
            )
        if not written.records:
            raise UsageError(f"all evidence in {store.folder} is damaged", hint="keep it anew: --save-evidence")
        draft.replace(target)
    except OSError as error:
        cause = (error.strerror or str(error)).lower()
        raise UsageError(f"{target} cannot be written: {cause}", hint="name a file that can be written") from None
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
    return written.responses, written.claims
