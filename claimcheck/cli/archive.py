"""``claimcheck archive``: what is cited now is saved, so that it can still be read when its source is gone."""

import asyncio
import os
import sys
from dataclasses import replace
from threading import Lock
from urllib.parse import urlsplit

import click

from claimcheck.archive_room import archive_room
from claimcheck.archives import BASE, LocalArchive
from claimcheck.archives.saving import Keys, SavePageNow
from claimcheck.claimsfile import load_claims
from claimcheck.cli.exits import Exit
from claimcheck.cli.locking import load_lock
from claimcheck.cli.memory import Cache, memory_options
from claimcheck.cli.network import Network, network_options
from claimcheck.cli.options import config_option, file_option, split_arguments
from claimcheck.cli.running import Request, check_ids, make_settings, run
from claimcheck.cli.saving import SavingDesk
from claimcheck.cli.writing import telling
from claimcheck.errors import UsageError
from claimcheck.fetchers.addresses import refusal_of_host
from claimcheck.model import Document, Fetched, Page
from claimcheck.reporters.progress import make_progress
from claimcheck.run_settings import Settings

DEFAULT_FOLDER = "claims-archive"
ACCESS, SECRET = "IA_ACCESS_KEY_ID", "IA_SECRET_ACCESS_KEY"


@click.command("archive")
@click.argument("arguments", nargs=-1, metavar="[FILE] [ID]...")
@file_option
@click.option(
    "--local",
    is_flag=True,
    help=f"Save into the local archive (--archive-folder, or {DEFAULT_FOLDER}), not on the web.",
)
@click.option(
    "--archive-keys-from",
    "keys_from",
    metavar="VARIABLE",
    envvar="CLAIMCHECK_ARCHIVE_KEYS_FROM",
    help="The environment variable with the keys of an account at archive.org, as ACCESS:SECRET.  "
    f"[default: {ACCESS} and {SECRET}]",
)
@click.option("--again", is_flag=True, help="Save also what has a copy in claims.lock already.")
@memory_options
@network_options
@config_option
def command(  # noqa: PLR0913, PLR0917 - one parameter for each option or group of them, as click passes them
    arguments: tuple[str, ...],
    file: str,
    local: bool,
    keys_from: str | None,
    again: bool,
    network: Network,
    cache: Cache,
) -> int:
    """Save what is cited now in an archive, and make sure that the copy holds the evidence.

    The Wayback Machine is asked for a capture of every source that is there (Save Page Now), which is public. The
    address of each copy is written into claims.lock, beside what was accepted of its source.
    """
    path, ids = split_arguments(arguments, file)
    claims_file = load_claims(path)
    check_ids(claims_file, ids)
    lock = load_lock(path, claims_file)
    keys = None if local else read_keys(keys_from, network.archive_url)
    pages = _Pages(keep=local)
    folder = network.archive_folder or (DEFAULT_FOLDER if local else None)
    network = replace(network, archive="never", archive_folder=folder)
    request = Request(path, ids, network, cache.beside(path), lock, pages, about_archives=True)
    with telling() as warn, make_progress(sys.stderr) as progress:
        report = run(request, claims_file, progress, warn=warn)
    if report.interrupted:
        click.echo("interrupted; nothing was saved", err=True)
        return Exit.INTERRUPTED
    if report.network_down and not local:
        click.echo("the network here is down: nothing was saved", err=True)
        return Exit.COULD_NOT_CHECK
    own = local or bool(refusal_of_host(urlsplit(network.archive_url or BASE).hostname or ""))
    desk = SavingDesk(path, claims_file, report, frozenset(pages.private), again=again, own=own)
    with telling() as warn:
        asyncio.run(_save(desk, make_settings(request, claims_file, warn), keys, pages))
    return desk.close()


async def _save(desk: SavingDesk, settings: Settings, keys: Keys | None, pages: "_Pages") -> None:
    async with archive_room(settings) as room:
        if keys is not None:
            await desk.save_all(room, SavePageNow(room.wayback(), keys, room.clock), {})
        else:
            folder = settings.archives.folder or settings.root / DEFAULT_FOLDER
            await desk.save_all(room, LocalArchive(folder, settings.root), pages.held)


def read_keys(variable: str | None, base: str | None) -> Keys:
    """Return the keys that the environment holds.

    Keys in the usual variables go to archive.org alone: settings may come with files from a stranger, and name
    another place.

    Raises:
        UsageError: there are none, or they are for another archive.
    """
    if variable is not None:
        access, colon, secret = os.environ.get(variable, "").strip().partition(":")
        if not colon or not access or not secret or not f"{access}{secret}".isascii():
            raise UsageError(
                f"{variable} holds no keys", hint="set it to ACCESS:SECRET, from archive.org/account/s3.php"
            )
        return Keys(access, secret)
    access, secret = os.environ.get(ACCESS, "").strip(), os.environ.get(SECRET, "").strip()
    if base is not None and access:
        hint = f"name the variable with the keys for {base}: --archive-keys-from VARIABLE"
        raise UsageError(f"the keys of {ACCESS} go to archive.org alone", hint=hint)
    if not access or not secret:
        hint = f"set {ACCESS} and {SECRET}, from archive.org/account/s3.php; or save on this disk: --local"
        raise UsageError("the Wayback Machine saves for those with an account alone, and there are no keys", hint=hint)
    return Keys(access, secret)


class _Pages:
    """Keeps what was read of each source, where it is to be saved here, and which of it is for the user alone."""

    def __init__(self, *, keep: bool) -> None:
        self._keep = keep
        self._lock = Lock()
        self.private: set[str] = set()
        self.held: dict[str, Page] = {}

    def saw(self, fetched: Fetched, document: Document, selector: str, /) -> None:
        """Keep a page."""
        del document, selector
        page = fetched.page
        if page is None:
            return
        with self._lock:
            if page.private:
                self.private.add(fetched.source.address)
            if self._keep and not page.truncated:
                self.held[fetched.source.address] = page
