"""A digest to be sent by mail: changes → a message with its text twice, plain and as HTML.

The standard library writes it: folding, encodings and boundaries are its business, and it refuses a line break in a
header.  Nothing is loaded from anywhere when the message is opened: no picture, no style, no script.
"""

from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from html import escape

from claimcheck.errors import UsageError
from claimcheck.news import Change, Ledger
from claimcheck.notices.wording import headline, rows
from claimcheck.text import printable

_DOMAIN = "claimcheck.invalid"
"""Of message ids: a name that is nobody's (RFC 2606)."""
_LONGEST = 120


def render_mail(ledger: Ledger, changes: tuple[Change, ...], title: str, now: datetime, ends: tuple[str, str]) -> bytes:
    """Return the message, ready to be sent, its lines ended by CR LF.

    Args:
        ledger: whose changes they are.
        changes: what is to be told, the oldest first; one at least.
        title: what they are of: the article, or the claims file.
        now: when it is written, in UTC.
        ends: who it is from and who it is for; either may be empty, and is then left to whoever sends it.

    Raises:
        UsageError: an address that is none.
    """
    message = EmailMessage(policy=SMTP)
    count = "1 change" if len(changes) == 1 else f"{len(changes)} changes"
    message["Subject"] = f"claimcheck: {count}: {printable(title)[:_LONGEST]}"
    message["Date"] = format_datetime(now)
    message["Message-ID"] = f"<{ledger.feed}.{changes[-1].number}@{_DOMAIN}>"
    message["Auto-Submitted"] = "auto-generated"
    for name, text in zip(("From", "To"), ends, strict=True):
        if text:
            message[name] = _address(name, text)
    message.set_content(_plain(changes, title))
    message.add_alternative(_marked_up(changes, title), subtype="html")
    return message.as_bytes()


def _address(name: str, text: str) -> Address:
    try:
        address = Address(addr_spec=text)
    except (MessageError, ValueError, IndexError) as error:
        raise UsageError(f"--mail-{name.lower()}: '{text}' is no address", hint="desk@example.org") from error
    if not address.domain or not text.isprintable():
        raise UsageError(f"--mail-{name.lower()}: '{text}' is no address", hint="desk@example.org")
    return address


def _plain(changes: tuple[Change, ...], title: str) -> str:
    parts = [f"What has changed in {_fit(title)}:"]
    for change in changes:
        lines = [f"* {_fit(headline(change))}", *(f"  {label:8} {_fit(text)}" for label, text in rows(change))]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _marked_up(changes: tuple[Change, ...], title: str) -> str:
    parts = [
        f'<!doctype html>\n<html><head><meta charset="utf-8"></head><body>\n<p>What has changed in {_html(title)}:</p>'
    ]
    for change in changes:
        items = "".join(f"<tr><th align=left>{label}</th><td>{_html(text)}</td></tr>\n" for label, text in rows(change))
        parts.append(f"<h3>{_html(headline(change))}</h3>\n<table>\n{items}</table>")
    return "\n".join(parts) + "\n</body></html>\n"


def _html(text: str) -> str:
    return escape(_fit(text))


def _fit(text: str) -> str:
    """Return a text that every encoding holds: half a surrogate pair is none."""
    return printable(text).encode("utf-8", "replace").decode("utf-8")
