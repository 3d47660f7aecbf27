"""The options of what is remembered from run to run: where, or not at all."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

DEFAULT_FOLDER = ".claimcheck"
"""Beside the claims file."""
_OFF = frozenset({"off", "no", "none", "false"})

Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Cache:
    """What the command line, the environment and the settings say of the memory."""

    folder: str | None = None
    off: bool = False

    def beside(self, file: str) -> Path | None:
        """Return the folder of the memory of a claims file; none where nothing is to be remembered."""
        if self.off or (self.folder is not None and self.folder.strip().lower() in _OFF):
            return None
        return Path(self.folder) if self.folder else Path(file).resolve().parent / DEFAULT_FOLDER


def memory_options(function: Function) -> Function:
    """Add ``--cache`` and ``--no-cache``; the command is given them together, as ``cache``."""

    @functools.wraps(function)
    def collected(*args: Any, cache: str | None, no_cache: bool, **given: Any) -> Any:
        return function(*args, cache=Cache(cache, no_cache), **given)

    off = click.option("--no-cache", is_flag=True, help="Remember nothing, and know of no earlier run.")
    return cache_option(off(collected))  # type: ignore[return-value]  # the same function, given one argument for two


def cache_option(function: Function) -> Function:
    """Add ``--cache``."""
    return click.option(
        "--cache",
        metavar="FOLDER",
        envvar="CLAIMCHECK_CACHE",
        help="Where what was seen of each source is remembered; or off.  [default: .claimcheck beside the claims file]",
    )(function)
