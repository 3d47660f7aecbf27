"""GitHub's REST API, as much of it as comments and issues need: JSON in, JSON out, with patience for its bad moments.

The standard library alone: the steps run before and beside the program, whose environment is not theirs.
"""

import json
import os
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any

PATIENCE = 30.0
"""Seconds for one request."""
PAUSES = (1.0, 4.0, 10.0)
"""Seconds before each further try at what failed for a moment."""
PER_PAGE = 100
PAGES = 20
_PASSING = frozenset({429, 500, 502, 503, 504})


class ApiError(Exception):
    """What the API refused, in words."""


class Api:
    """The API of one repository."""

    def __init__(self, token: str, *, pauses: tuple[float, ...] = PAUSES) -> None:
        """Take the server and the repository that the runner names.

        Raises:
            ApiError: the server is not asked over https, and is not this machine.
        """
        server = os.environ.get("GITHUB_API_URL", "https://api.github.com").rstrip("/")
        if not server.startswith(("https://", "http://127.0.0.1:")):
            raise ApiError(f"{server} is not asked over https")
        self._base = f"{server}/repos/{os.environ['GITHUB_REPOSITORY']}"
        self._token = token
        self._pauses = pauses

    def ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """Return what the API answers.

        Raises:
            ApiError: it refuses, or does not answer.
        """
        request = urllib.request.Request(  # noqa: S310 - the scheme was checked
            f"{self._base}{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={
                "Accept": "application/vnd.github+json",
                "Authorization": f"Bearer {self._token}",
                "Content-Type": "application/json",
                "User-Agent": "claimcheck-action",
                "X-GitHub-Api-Version": "2022-11-28",
            },
        )
        for pause in (*self._pauses, None):
            try:
                with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 - the scheme was checked
                    return json.loads(answer.read() or b"null")
            except urllib.error.HTTPError as error:
                with error:
                    said = error.read(2_000).decode("utf-8", "replace")
                # Whoever creates something twice has two; so only what changes nothing twice is tried again.
                if error.code not in _PASSING or pause is None or (method == "POST" and error.code != 429):
                    raise ApiError(f"{method} {path}: {error.code} {said}") from None
            except OSError as error:
                if pause is None or method == "POST":
                    raise ApiError(f"{method} {path}: {error}") from None
            time.sleep(pause)
        raise AssertionError("the last try either answers or raises")

    def pages(self, path: str) -> Iterator[dict[str, Any]]:
        """Give the items of a list, page by page."""
        for page in range(1, PAGES + 1):
            joint = "&" if "?" in path else "?"
            items = self.ask("GET", f"{path}{joint}per_page={PER_PAGE}&page={page}")
            yield from items
            if len(items) < PER_PAGE:
                return
