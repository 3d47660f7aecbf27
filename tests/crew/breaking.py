"""A process beside the tests that reads as ours does, and breaks where a page says so."""

import os
import sys
import time
from pathlib import Path

from claimcheck.looks import Looked
from claimcheck.model import Claim, Fetched
from claimcheck.processes import receive, send


def read(fetched: Fetched, claims: tuple[Claim, ...]) -> object:
    order = fetched.page.body.decode() if fetched.page is not None else ""
    if order == "break down":
        os._exit(3)
    if order.startswith("break down once ") and not (once := Path(order.removeprefix("break down once "))).exists():
        once.touch()
        os._exit(3)
    if order == "hang":
        time.sleep(3600)
    if order == "raise":
        return ValueError("a bug"), "Traceback: in another process"
    return Looked(fetched, None, dict.fromkeys((claim.id for claim in claims), (fetched, None, None)))


def main() -> None:
    send(sys.stdout.buffer, receive(sys.stdin.buffer))
    while True:
        try:
            fetched, claims, _ = receive(sys.stdin.buffer)
        except EOFError:
            return
        send(sys.stdout.buffer, read(fetched, claims))


if __name__ == "__main__":
    main()
