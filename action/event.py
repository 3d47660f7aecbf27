"""What started the run, read from the file that GitHub describes it in."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_OF_STRANGERS = frozenset({"pull_request_target", "workflow_run", "issue_comment"})
"""Events whose runs have the rights of the base branch, whoever caused them."""


@dataclass(frozen=True, slots=True)
class Event:
    """What started the run."""

    name: str
    pull_request: int | None = None
    base: str = ""
    """The commit of the base branch; empty where there is none."""
    stranger: bool = False
    """Whether what is checked may come from somebody without the right to write here."""


def read_event() -> Event:
    """Return what started the run; of a pull request, its number, its base, and whether a fork made it."""
    name = os.environ.get("GITHUB_EVENT_NAME", "")
    path = os.environ.get("GITHUB_EVENT_PATH", "")
    held: Any = json.loads(Path(path).read_text(encoding="utf-8")) if path else {}
    pull = held.get("pull_request")
    if not isinstance(pull, dict):
        return Event(name, stranger=name in _OF_STRANGERS)
    # A fork that was deleted meanwhile has no repository any more.
    head = (pull["head"].get("repo") or {}).get("full_name")
    stranger = name in _OF_STRANGERS or head != pull["base"]["repo"]["full_name"]
    return Event(name, int(pull["number"]), str(pull["base"]["sha"]), stranger)
