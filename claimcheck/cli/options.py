"""Options that several commands share, and what their values mean."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from claimcheck.cli.network import HOSTS_KEY, TRUSTED_KEY
from claimcheck.cli.settings import read_settings
from claimcheck.cli.trust import find_trusted
from claimcheck.enums import Code
from claimcheck.errors import UsageError
from claimcheck.policy.failing import DEFAULT_KINDS, SEVERITIES, Kind
from claimcheck.reporters import LANGUAGES

DEFAULT_FILE = "claims.yaml"
_CODE = re.compile(r"[SVDsvd]\d{0,3}")

_SAID_KEY = "claimcheck.config"
_CONFIG_OPTIONS = (
    ("--config", "FILE", "Read settings from this TOML file instead of claimcheck.toml or pyproject.toml."),
    (
        "--trusted-config",
        "REF",
        "Read settings as they are at this commit, and heed headers_from only as the claims file has it there.",
    ),
)

Function = TypeVar("Function", bound=Callable[..., Any])


def _note_option(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Keep what ``--config`` or ``--trusted-config`` says, and read the settings once both have spoken."""
    said = context.meta.setdefault(_SAID_KEY, {})
    said[parameter.name] = value
    if len(said) == len(_CONFIG_OPTIONS):
        _read_config(context, said["config"], said["trusted_config"])
    return value


def _read_config(context: click.Context, config: str | None, trusted: str | None) -> None:
    commit = find_trusted(trusted) if trusted else None
    settings = read_settings(Path(config) if config else None, commit)
    context.meta[TRUSTED_KEY] = commit
    context.meta[HOSTS_KEY] = settings.pop("hosts", {})
    names = {
        option.removeprefix("--"): parameter.name
        for parameter in context.command.params
        for option in parameter.opts
        if option.startswith("--") and parameter.name
    }
    ours = {names[key]: held for key, held in settings.items() if key in names}
    context.default_map = {**ours, **(context.default_map or {})}


def config_option(function: Function) -> Function:
    """Add ``--config`` and ``--trusted-config``, read before every other option."""
    for name, metavar, text in reversed(_CONFIG_OPTIONS):
        variable = name.removeprefix("--").replace("-", "_").upper()
        function = click.option(
            name,
            metavar=metavar,
            envvar=f"CLAIMCHECK_{variable}",
            is_eager=True,
            expose_value=False,
            callback=_note_option,
            help=text,
        )(function)
    return function


def file_option(function: Function) -> Function:
    """Add ``--file``."""
    return click.option(
        "-f",
        "--file",
        "file",
        metavar="FILE",
        default=DEFAULT_FILE,
        show_default=True,
        envvar="CLAIMCHECK_FILE",
        help="The claims file; an argument that ends in .yaml or .yml is one too.",
    )(function)


def lang_option(function: Function) -> Function:
    """Add ``--lang``."""
    return click.option(
        "--lang",
        type=click.Choice(list(LANGUAGES)),
        envvar="CLAIMCHECK_LANG",
        help="The language of the HTML report.  [default: that of the claims, if it is one of these; else en]",
    )(function)


def split_arguments(arguments: Iterable[str], file: str) -> tuple[str, tuple[str, ...]]:
    """Return the claims file and the claims' ids.

    An argument that ends in .yaml or .yml, or that holds a slash, which no id does, is the file; so is one that
    exists where the file that would be read does not.

    Raises:
        UsageError: two claims files.
    """
    given = tuple(arguments)
    files = [argument for argument in given if _is_path(argument)]
    if not files and not Path(file).exists():
        files = [argument for argument in given if Path(argument).exists()]
    if len(files) > 1:
        raise UsageError(f"two claims files: {files[0]} and {files[1]}", hint="check them one after the other")
    return (files[0] if files else file), tuple(a for a in given if a not in files)


def _is_path(argument: str) -> bool:
    return argument.endswith((".yaml", ".yml")) or "/" in argument or "\\" in argument or not argument.strip(".")


@dataclass(frozen=True, slots=True)
class Output:
    """One report to write: its format, and the file it goes to, or standard output."""

    format: str
    path: Path | None = None


def parse_outputs(values: Iterable[str]) -> tuple[Output, ...]:
    """Return what ``--format NAME[=FILE]`` asks for, each once.

    Raises:
        UsageError: two formats for standard output, or for one file.
    """
    outputs: list[Output] = []
    for value in values or ("console",):
        name, given, path = value.partition("=")
        if given and not path:
            raise UsageError(f"--format {value}: no file after '='", hint=f"write --format {name}=report.{name}")
        output = Output(name.strip(), Path(path) if given else None)
        clash = next((o for o in outputs if o.path == output.path), None)
        if clash is not None and clash != output:
            where = "standard output" if output.path is None else str(output.path)
            raise UsageError(
                f"two formats for {where}: {clash.format} and {output.format}",
                hint=f"send one to a file: --format {output.format}=FILE",
            )
        if clash is None:
            outputs.append(output)
    return tuple(outputs)


def parse_fail_on(values: Iterable[str]) -> tuple[frozenset[Kind], frozenset[Code]]:
    """Return the kinds of finding and the codes that fail a run.

    ``never`` is none of them; nothing given, or severities alone, are the default kinds.

    Raises:
        UsageError: neither a kind nor a code.
    """
    names = [
        name.strip().replace("-", "_").replace(" ", "_")
        for value in values
        for name in value.split(",")
        if name.strip()
    ]
    if names == ["never"]:
        return frozenset(), frozenset()
    known = [kind.value for kind in Kind]
    codes = [name for name in names if name not in known]
    for name in codes:
        if not _CODE.fullmatch(name):
            hint = f"one or several of: {', '.join(known)}; or a code such as V210; or never"
            raise UsageError(f"--fail-on: unknown kind '{name}'", hint=hint)
    kinds = frozenset(Kind(name) for name in names if name in known)
    if kinds <= SEVERITIES and not codes:
        kinds |= DEFAULT_KINDS
    return kinds, parse_codes("--fail-on", codes)


def parse_codes(option: str, values: Iterable[str]) -> frozenset[Code]:
    """Return every code that starts with one of these; ``V`` and ``V2`` are all codes of support.

    Raises:
        UsageError: a beginning that no code has.
    """
    chosen: set[Code] = set()
    for prefix in (part.strip().upper() for value in values for part in value.split(",") if part.strip()):
        codes = {code for code in Code if code.value.startswith(prefix)}
        if not codes:
            raise UsageError(f"{option}: no code starts with '{prefix}'", hint="'claimcheck explain' lists the codes")
        chosen |= codes
    return frozenset(chosen)
