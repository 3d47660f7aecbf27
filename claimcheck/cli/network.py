"""The options of whoever asks the network: how long, how fast, whom, and with whose word of trust."""

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

import click

ARCHIVE_MODES = ("auto", "always", "never")
HOSTS_KEY = "claimcheck.hosts"
"""Where a command's context keeps the settings of single hosts, which have no option."""
TRUSTED_KEY = "claimcheck.trusted"
"""Where a command's context keeps the commit whose settings and secrets are trusted; none where all are."""

Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Network:
    """What the command line, the environment and the settings say of the network; none where they are silent."""

    offline: bool = False
    allow_private: tuple[str, ...] = ()
    deadline: float | None = None
    max_per_host: int | None = None
    delay: float | None = None
    robots: bool | None = None
    probe: bool = True
    second_pass: bool = True
    ca: str | None = None
    netrc: bool = False
    browser: bool = False
    semantic: bool = False
    archive: str = "auto"
    no_archive: bool = False
    archive_url: str | None = None
    memento: tuple[str, ...] = ()
    archive_folder: str | None = None
    hosts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    trusted: str | None = None
    """The commit that secrets in the claims file must be known to; none where the claims file is the user's own."""

    @property
    def ca_file(self) -> Path | None:
        """The file with certificate authorities of the user's own."""
        return Path(self.ca) if self.ca else None


def network_options(function: Function) -> Function:
    """Add the options of the network; the command is given them together, as ``network``."""
    return _collecting(function, _OPTIONS)


def reach_options(function: Function) -> Function:
    """Add the options of whom may be reached alone; the command is given them as ``network``."""
    return _collecting(function, (_ALLOW_PRIVATE, _CA))


def _collecting(function: Function, options: Sequence[Callable[..., Any]]) -> Function:
    names = {f.name for f in fields(Network)} - {"hosts", "trusted"}

    @functools.wraps(function)
    def collected(*args: Any, **given: Any) -> Any:
        held = {name: given.pop(name) for name in names & given.keys()}
        meta = click.get_current_context().meta
        network = Network(**held, hosts=meta.get(HOSTS_KEY, {}), trusted=meta.get(TRUSTED_KEY))
        return function(*args, network=network, **given)

    for option in reversed(options):
        collected = option(collected)
    return collected  # type: ignore[return-value]  # the same function, given one argument for many


def _option(name: str, text: str, **more: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    variable = name.partition("/")[0].removeprefix("--").replace("-", "_").upper()
    return click.option(name, envvar=f"CLAIMCHECK_{variable}", help=text, **more)


class _Seconds(click.FloatRange):
    name = "number of seconds, 0 or more"


class _Count(click.IntRange):
    name = "whole number"


_SECONDS = _Seconds(min=0)
_ALLOW_PRIVATE = _option(
    "--allow-private",
    "Allow this host although its address is private; repeatable.",
    multiple=True,
    metavar="HOST[:PORT]",
)
_CA = _option("--ca", "Trust the certificate authorities of this PEM file too.", metavar="FILE")
_OPTIONS = (
    _option("--offline", "Ask nothing of the network; answer from files, and from what is remembered.", is_flag=True),
    _ALLOW_PRIVATE,
    _option(
        "--deadline",
        "Start nothing after so many seconds; what is not looked at by then is a timeout.",
        type=_SECONDS,
        metavar="SECONDS",
    ),
    _option(
        "--max-per-host",
        "Requests to one host at once.  [default: 2]",
        type=_Count(1, 64),
        metavar="N",
    ),
    _option(
        "--delay",
        "Seconds between the starts of two requests to one host.  [default: 0.2]",
        type=_SECONDS,
        metavar="SECONDS",
    ),
    _option(
        "--robots/--no-robots",
        "Whether robots.txt is obeyed.  [default: where more than 100 addresses are asked]",
        default=None,
    ),
    _option(
        "--probe/--no-probe",
        "Whether a page that says nothing of its claims is compared with one that cannot exist.  [default: probe]",
        default=True,
    ),
    _option(
        "--second-pass/--no-second-pass",
        "Whether what failed for a moment is looked at again, half a minute later.  [default: second-pass]",
        default=True,
    ),
    _CA,
    _option("--browser", "Render pages that a script fills with the Chromium of this machine.", is_flag=True),
    _option("--semantic", "Look by meaning, too, for the passage of a claim that words find nowhere.", is_flag=True),
    _option(
        "--archive",
        "When archived copies of sources are looked for: of those that are gone or cannot be read (auto), of all "
        "(always), of none (never).  [default: auto]",
        type=click.Choice(ARCHIVE_MODES),
        default="auto",
    ),
    click.option("--no-archive", is_flag=True, envvar="CLAIMCHECK_NO_ARCHIVE", help="The same as --archive never."),
    _option(
        "--archive-url",
        "The address of the Wayback Machine, or of one that answers as it does.  [default: https://web.archive.org]",
        metavar="URL",
    ),
    _option(
        "--memento",
        "Ask this archive too: the address that cited ones are put behind, such as https://arquivo.pt/wayback/; "
        "repeatable.",
        multiple=True,
        metavar="URL",
    ),
    _option("--archive-folder", "The folder of a local archive, beside the claims file.", metavar="FOLDER"),
    _option(
        "--netrc",
        "Log in, over https alone, with the names and passwords of the file NETRC, or of ~/.netrc.",
        is_flag=True,
    ),
)
