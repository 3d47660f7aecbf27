"""Where options come from when the command line is silent: ``claimcheck.toml``, else ``[tool.claimcheck]``.

The order, strongest first: command line, environment (``CLAIMCHECK_FORMAT`` …), the file given by ``--config``, then
``claimcheck.toml`` and ``pyproject.toml`` in the working directory.
"""

import contextlib
import difflib
import re
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from claimcheck.cli.trust import check_authorities, trusted_text
from claimcheck.errors import UsageError
from claimcheck.text import printable

_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.?|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")
"""A name, international ones too, or an address of either kind."""
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")

KEYS = {
    "file": str,
    "format": list,
    "fail-on": list,
    "strict": bool,
    "offline": bool,
    "no-lock": bool,
    "select": list,
    "ignore": list,
    "profile": str,
    "since": str,
    "baseline": str,
    "allow-private": list,
    "deadline": float,
    "max-per-host": int,
    "delay": float,
    "robots": bool,
    "probe": bool,
    "second-pass": bool,
    "ca": str,
    "netrc": bool,
    "browser": bool,
    "semantic": bool,
    "archive": str,
    "no-archive": bool,
    "archive-url": str,
    "memento": list,
    "archive-folder": str,
    "hosts": dict,
    "cache": str,
}
"""Every setting and its type; a list may be written as one string."""

HOST_KEYS = {
    "concurrency": int,
    "interval": float,
    "headers-from": str,
    "basic-from": str,
    "cookies-from": str,
    "client-cert": str,
    "client-key": str,
}
"""What may be set for one host, under ``[tool.claimcheck.hosts."example.org"]``.  Secrets are names of variables."""

_NAMES_OF_VARIABLES = frozenset({"headers-from", "basic-from", "cookies-from"})

_WANTED = {
    str: "a string",
    bool: "true or false",
    list: "a list of strings",
    int: "a whole number, 1 or more",
    float: "a number, 0 or more",
    dict: "a table of hosts",
}


def read_settings(config: Path | None, trusted: str | None = None) -> dict[str, Any]:
    """Return the settings by the name of their option, from the file given or from one in the working directory.

    Args:
        config: the file given; none where none was.
        trusted: the commit at which the file is read, whatever lies here; none for what lies here.

    Raises:
        UsageError: a file that cannot be read, a key that is not known, a value of the wrong type.
    """
    if config is not None:
        table = _load(config, trusted)
        if table is None:
            raise UsageError(f"{config}: not in the commit {(trusted or '')[:12]}", hint="name a file that it has")
        if config.name == "pyproject.toml":
            table = _tool_table(table)
        return _vetted(config, table, trusted)
    for name in ("claimcheck.toml", "pyproject.toml"):
        path = Path(name)
        if trusted is not None or path.is_file():
            table = _load(path, trusted) or {}
            table = _tool_table(table) if name == "pyproject.toml" else table
            if table:
                return _vetted(path, table, trusted)
    return {}


def _vetted(path: Path, table: dict[str, Any], trusted: str | None) -> dict[str, Any]:
    settings = _checked(path, table)
    if trusted is not None:
        check_authorities(trusted, settings)
    return settings


def _load(path: Path, trusted: str | None) -> dict[str, Any] | None:
    """Return what a file holds; none where the trusted commit has none."""
    try:
        text = path.read_text(encoding="utf-8") if trusted is None else trusted_text(trusted, path)
        return None if text is None else tomllib.loads(text)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}", hint="give --config a file that can be read") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UsageError(f"{path}: not a TOML file: {error}") from None


def _tool_table(table: dict[str, Any]) -> dict[str, Any]:
    tool = table.get("tool", {})
    found = tool.get("claimcheck", {}) if isinstance(tool, dict) else {}
    return found if isinstance(found, dict) else {}


def _checked(path: Path, table: dict[str, Any]) -> dict[str, Any]:
    settings = _typed(path, table, KEYS, "")
    for host, own in settings.get("hosts", {}).items():
        if not isinstance(own, dict):
            raise UsageError(f"{path}: 'hosts' must be {_WANTED[dict]}, not {own!r}")
        _check_host(path, host)
        read = _typed(path, own, HOST_KEYS, f" of the host '{host}'")
        for key in _NAMES_OF_VARIABLES & read.keys():
            if not _VARIABLE.fullmatch(read[key]):
                hint = "write the secret into a variable of the environment, and its name here"
                raise UsageError(f"{path}: '{key}' of the host '{host}' is no name of a variable", hint=hint)
        settings["hosts"] = {**settings["hosts"], host: read}
    return settings


def _check_host(path: Path, entry: str) -> None:
    """Check that an entry of ``hosts`` is written as a host; fetching reads it once more, as the addresses it asks."""
    scheme, mark, rest = entry.rpartition("://")
    host, port = entry, None
    with contextlib.suppress(ValueError):
        parts = urlsplit(f"{scheme or 'https'}://{rest}")
        host, port = parts.hostname or "", parts.port
        whole = (parts.path.strip("/"), parts.query, parts.fragment) == ("", "", "") and "@" not in parts.netloc
        if whole and (not mark or scheme in {"http", "https"}) and _HOST.fullmatch(host) and port != 0:
            return
    hint = 'write ["example.org"], ["example.org:8443"] or ["http://intranet"]'
    raise UsageError(f"{path}: '{printable(entry)}' under 'hosts' is not a host", hint=hint)


def _typed(path: Path, table: dict[str, Any], keys: dict[str, type], where: str) -> dict[str, Any]:
    settings: dict[str, Any] = {}
    for key, value in table.items():
        kind = keys.get(key)
        if kind is None:
            if key == "tool" and isinstance(value, dict) and isinstance(value.get("claimcheck"), dict):
                hint = "only in pyproject.toml do they stand under it; here, write its keys at the top"
                raise UsageError(f"{path}: the settings stand under [tool.claimcheck]", hint=hint)
            near = difflib.get_close_matches(key, keys, n=1)
            hint = f"did you mean '{near[0]}'?" if near else f"known: {', '.join(keys)}"
            raise UsageError(f"{path}: unknown setting '{key}'{where}", hint=hint)
        held = [value] if kind is list and isinstance(value, str) else value
        if not _fits(held, kind):
            raise UsageError(f"{path}: '{key}'{where} must be {_WANTED[kind]}, not {value!r}")
        settings[key] = held
    return settings


def _fits(held: Any, kind: type) -> bool:
    if kind is float:
        return isinstance(held, int | float) and not isinstance(held, bool) and held >= 0
    if kind is int:
        return isinstance(held, int) and not isinstance(held, bool) and held >= 1
    if isinstance(held, list):
        return kind is list and all(isinstance(item, str) for item in held)
    return isinstance(held, kind)
