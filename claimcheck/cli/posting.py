"""A signed document to a webhook: through the fetcher, so within its bounds and to public addresses only."""

import asyncio
import time
from pathlib import Path

from claimcheck.bootstrap import asker
from claimcheck.cli.network import Network
from claimcheck.cli.running import fetch_settings
from claimcheck.text import printable

PAUSES = (1.0, 5.0, 20.0)
"""Seconds before each further try; the id of the message is the same, so that one that arrived twice can be told."""
_TOO_MANY = 429


def post(url: str, body: bytes, headers: tuple[tuple[str, str], ...], network: Network) -> str:
    """Send a document; return why it did not arrive, empty where it did.

    A redirect is not followed: what is signed for one address is not sent to another.
    """
    for pause in (*PAUSES, None):
        trouble, passes = asyncio.run(_post_once(url, body, headers, network))
        if not trouble or not passes or pause is None:
            return trouble
        time.sleep(pause)
    raise AssertionError("the last try returns")


async def _post_once(url: str, body: bytes, headers: tuple[tuple[str, str], ...], network: Network) -> tuple[str, bool]:
    async with asker(Path(), fetch_settings(network)) as server:
        reply = await server.ask(url, headers=(("Content-Type", "application/json"), *headers), post=body)
    if reply.status is None:
        return printable(reply.trouble) or "nothing came back", "--allow-private" not in reply.trouble
    if 200 <= reply.status < 300:  # noqa: PLR2004 - success
        return "", False
    return f"it answered {reply.status}", reply.status >= 500 or reply.status == _TOO_MANY  # noqa: PLR2004
