"""What a webhook is sent: changes → JSON, and the headers that sign it after Standard Webhooks (standardwebhooks.com).

The signature is HMAC-SHA256 over id, moment and body, so that nothing of it can be forged or sent again later, and
there are libraries that check it in most languages.  The id is that of the last change: whoever is sent it twice can
tell.
"""

import base64
import binascii
import hmac
import json
from dataclasses import asdict
from datetime import datetime

from claimcheck.errors import UsageError
from claimcheck.news import Change, Ledger

VERSION = 1
_PREFIX = "whsec_"
_SHORTEST = 16
"""Bytes of a secret; a shorter one can be guessed."""


def render_message(ledger: Ledger, changes: tuple[Change, ...], file: str, now: datetime) -> bytes:
    """Return the document, as ``claimcheck schema --changes`` describes it."""
    document = {
        "version": VERSION,
        "id": message_id(ledger, changes),
        "file": file,
        "sent": now.isoformat(timespec="seconds"),
        "changes": [
            {**asdict(change), "at": change.at.isoformat(timespec="seconds")} for change in changes
        ],
    }  # fmt: skip
    return json.dumps(document).encode("ascii")


def message_id(ledger: Ledger, changes: tuple[Change, ...]) -> str:
    """Return the id of a message: the same for the same changes."""
    return f"{ledger.feed}.{changes[-1].number}"


def sign(secret: str, name: str, body: bytes, now: datetime) -> tuple[tuple[str, str], ...]:
    """Return the headers that sign a document.

    Args:
        secret: ``whsec_`` and Base64, or any text of 16 bytes or more.
        name: the id of the message.
        body: the document.
        now: when it is sent, in UTC.

    Raises:
        UsageError: the secret is too short, or not as its beginning says.
    """
    moment = str(int(now.timestamp()))
    digest = hmac.digest(_key(secret), b".".join((name.encode(), moment.encode(), body)), "sha256")
    return (
        ("webhook-id", name),
        ("webhook-timestamp", moment),
        ("webhook-signature", f"v1,{base64.b64encode(digest).decode()}"),
    )


def _key(secret: str) -> bytes:
    text = secret.strip()
    try:
        key = base64.b64decode(text.removeprefix(_PREFIX), validate=True) if text.startswith(_PREFIX) else text.encode()
    except binascii.Error:
        raise UsageError("the webhook's secret begins with whsec_ and is no Base64") from None
    if len(key) < _SHORTEST:
        raise UsageError(f"the webhook's secret is shorter than {_SHORTEST} bytes", hint="openssl rand -base64 24")
    return key
