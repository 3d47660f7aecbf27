"""Starting is light: what does not verify loads neither the network, nor pages, nor tables, nor the terminal."""

import subprocess
import sys
from pathlib import Path

import pytest
from cli.programs import SUPPORTED, Desk, environment

HEAVY = {
    "httpx", "aiohttp", "brotli", "zstandard", "truststore", "asyncio", "ssl",
    "selectolax", "bs4", "lxml", "pypdfium2", "charset_normalizer",
    "babel", "text_to_num", "Stemmer", "rich", "sqlite3", "multiprocessing",
}  # fmt: skip
SHELVES = frozenset({"fetchers", "extractors", "matchers", "judges", "verify", "bootstrap"})


def modules_of(folder: Path, *arguments: str) -> set[str]:
    """Return the modules that a command has loaded when it ends."""
    program = (
        "import sys\nfrom claimcheck.cli import run\n"
        f"code = run({list(arguments)!r})\nprint('modules:', *sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, cwd=folder, env=environment(), capture_output=True, text=True
    )
    return set(done.stderr.rpartition("modules:")[2].split())


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["verify", "--help"],
        ["show", "--help"],
        ["cache", "--help"],
        ["lint"],
        ["init", "new.yaml"],
        ["schema"],
        ["schema", "--report"],
        ["explain", "V201"],
        ["verify", "--format", "jsno"],
        ["verify", "missing.yaml", "--format", "json"],
        ["verify", "no-such-id", "--format", "json"],
    ],
    ids=" ".join,
)
def test_what_a_command_does_not_need_is_not_loaded(desk: Desk, arguments: list[str]) -> None:
    desk.claims(SUPPORTED)
    loaded = modules_of(desk.folder, *arguments)
    assert "claimcheck.cli" in loaded
    assert {name.partition(".")[0] for name in loaded} & HEAVY == set()
    shelves = {name.split(".")[1] for name in loaded if name.startswith("claimcheck.")}
    assert shelves & SHELVES == set()


def test_a_run_on_files_alone_still_verifies(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    assert "claimcheck.matchers" in modules_of(desk.folder, "verify")
