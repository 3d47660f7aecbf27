"""``claimcheck report``: what earlier runs found changed, told to people who are not in CI."""

import functools
import os
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from claimcheck.claimsfile import load_claims
from claimcheck.cli.exits import Exit
from claimcheck.cli.memory import Cache, memory_options
from claimcheck.cli.network import Network, reach_options
from claimcheck.cli.options import config_option, file_option
from claimcheck.cli.writing import replace_file
from claimcheck.errors import UsageError
from claimcheck.news import Change, Ledger
from claimcheck.notices import headline, rows

SECRET = "CLAIMCHECK_WEBHOOK_SECRET"  # noqa: S105 - the name of a variable
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Channels:
    """Where changes are told."""

    feed: str | None = None
    mail: str | None = None
    mail_from: str = ""
    mail_to: str = ""
    webhook: str | None = None
    webhook_secret_from: str = SECRET


def _option(name: str, text: str, metavar: str, **more: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    variable = f"CLAIMCHECK_{name.removeprefix('--').replace('-', '_').upper()}"
    return click.option(name, metavar=metavar, envvar=variable, help=text, **more)


_OPTIONS = (
    _option("--feed", "Write the last 50 changes to this file, as an Atom feed.", "FILE"),
    _option("--mail", "Write what is new since the last one to this file, as a message to send (.eml).", "FILE"),
    _option("--mail-from", "Whom the message is from.", "ADDRESS", default=""),
    _option("--mail-to", "Whom the message is for.", "ADDRESS", default=""),
    _option("--webhook", "Post what is new since the last time to this address, as signed JSON.", "URL"),
    _option(
        "--webhook-secret-from",
        f"The environment variable with the secret that signs it.  [default: {SECRET}]",
        "NAME",
        default=SECRET,
    ),
)


def _channel_options(function: Callable[..., Any]) -> Callable[..., Any]:
    names = {f.name for f in fields(Channels)}

    @functools.wraps(function)
    def collected(**given: Any) -> Any:
        held = {name: given.pop(name) for name in names}
        return function(channels=Channels(**held), **given)

    for option in reversed(_OPTIONS):
        collected = option(collected)
    return collected


@click.command("report")
@click.argument("path", required=False, metavar="[FILE]")
@file_option
@_channel_options
@reach_options
@memory_options
@config_option
def command(path: str | None, file: str, channels: Channels, network: Network, cache: Cache) -> int:
    """Tell what the runs so far found changed: a verdict, a source that is gone or back, an accepted passage.

    Only what is certain is a change: what could not be looked at leaves all as it was known.  A message, and a
    webhook, are told each change once, and nothing where nothing is new.  Without an option the last changes are
    printed.
    """
    name = file if path is None else path
    claims_file = load_claims(name)
    folder = cache.beside(name)
    from claimcheck.memory.news import read_ledger, write_ledger  # noqa: PLC0415 - a mistyped option waits for nothing

    if folder is None:
        raise UsageError("report needs what is remembered", hint="leave --no-cache out")
    ledger = read_ledger(folder, Path(name))
    if ledger is None:
        raise UsageError(f"{name}: no earlier run is remembered", hint="run 'claimcheck verify' first")
    title = claims_file.article or name
    now = datetime.now(tz=UTC)
    if not (channels.feed or channels.mail or channels.webhook):
        _print(ledger.changes[-_SHOWN:])
        return Exit.OK
    _check(channels)
    if channels.feed:
        from claimcheck.notices.feed import render_feed  # noqa: PLC0415

        _write_changed(Path(channels.feed), render_feed(ledger, title, now), ledger)
    if channels.mail:
        ledger = _write_mail(ledger, channels, title, now)
        write_ledger(folder, Path(name), ledger)
    if channels.webhook:
        told = _post(ledger, channels, name, network, now)
        if told is None:
            return Exit.COULD_NOT_CHECK
        write_ledger(folder, Path(name), told)
    return Exit.OK


def _print(changes: tuple[Change, ...]) -> None:
    for change in changes:
        click.echo(f"{change.at:%Y-%m-%d %H:%M}  {headline(change)}")
        for label, text in rows(change):
            click.echo(f"  {label:8} {text}")
    if not changes:
        click.echo("nothing has changed")


def _check(channels: Channels) -> None:
    for option, value in (("--feed", channels.feed), ("--mail", channels.mail)):
        if value and not Path(value).absolute().parent.is_dir():
            raise UsageError(f"{option}: the folder of {value} does not exist", hint="make it, or name another file")
    if channels.webhook and not channels.webhook.startswith(("https://", "http://")):
        raise UsageError("--webhook: not an address", hint="https://example.org/hooks/claims")
    if channels.webhook and not os.environ.get(channels.webhook_secret_from):
        hint = "set it to 16 bytes or more, known to the receiver too: openssl rand -base64 24"
        raise UsageError(f"--webhook: the environment variable {channels.webhook_secret_from} is not set", hint=hint)


def _write_changed(path: Path, text: str, ledger: Ledger) -> None:
    """Write the feed where it is not there or says something new, so that its date tells."""
    if path.is_file() and not ledger.changes:
        return
    if not path.is_file() or path.read_bytes() != text.encode("utf-8"):
        replace_file(path, text)


def _write_mail(ledger: Ledger, channels: Channels, title: str, now: datetime) -> Ledger:
    from claimcheck.notices.mail import render_mail  # noqa: PLC0415 - brings email

    channel = f"mail {channels.mail_to or channels.mail}"
    changes = ledger.untold(channel)
    path = Path(channels.mail or "")
    if not changes:
        # The last message was sent: whoever sends the file must not find it again.
        path.unlink(missing_ok=True)
        click.echo("nothing is new: no message")
        return ledger
    message = render_mail(ledger, changes, title, now, (channels.mail_from, channels.mail_to))
    replace_file(path, message.decode("utf-8"))
    click.echo(f"{path}: {len(changes)} change{'s' if len(changes) > 1 else ''}")
    return ledger.tell(channel)


def _post(ledger: Ledger, channels: Channels, name: str, network: Network, now: datetime) -> Ledger | None:
    """Return the ledger after the webhook was told; none where it could not be."""
    from hashlib import sha256  # noqa: PLC0415

    from claimcheck.cli.posting import post  # noqa: PLC0415 - brings the network
    from claimcheck.notices.webhook import message_id, render_message, sign  # noqa: PLC0415

    url = channels.webhook or ""
    channel = f"webhook {sha256(url.encode()).hexdigest()[:16]}"
    changes = ledger.untold(channel)
    if not changes:
        click.echo("nothing is new: the webhook is not asked")
        return ledger
    body = render_message(ledger, changes, name, now)
    secret = os.environ[channels.webhook_secret_from]
    trouble = post(url, body, sign(secret, message_id(ledger, changes), body, now), network)
    if trouble:
        click.echo(f"error: the webhook could not be told: {trouble}; the next run tries again", err=True)
        return None
    click.echo(f"webhook: {len(changes)} change{'s' if len(changes) > 1 else ''}")
    return ledger.tell(channel)
