"""Fills README.md and the pages of docs/ with what the program really prints and is, or says where they differ.

    python tools/readme.py [--check] [PAGE …]

A page opens a block with a comment and closes it with ``<!-- end -->``; what stands between is written here:

``<!-- prints: COMMAND -->``        the command and its output, run at the top of the checkout;
``<!-- prints in NAME: COMMAND -->``  the same, in a scratch copy of ``examples/NAME`` that lasts for the page;
``<!-- shows: PATH -->``            a file;
``<!-- shows in NAME: PATH -->``    a file of the scratch copy;
``<!-- table: NAME -->``            a reference made from the schema, the codes or the settings (``tools/tables.py``).

``<!-- writes in NAME: PATH -->`` goes the other way: the listing in the block is written to the scratch copy.

Commands run in a pipe, 100 columns wide, as the first run that there ever was: without a memory.
"""

import difflib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tables import TABLES

ROOT = Path(__file__).resolve().parent.parent
WIDTH = "100"
_BLOCK = re.compile(
    r"(?P<opening><!-- (?P<what>prints|shows|writes|table)(?: in (?P<name>[\w-]+))?: (?P<words>[^\n]*?) -->\n)"
    r"(?P<held>.*?)(?P<closing><!-- end -->)",
    re.DOTALL,
)
_LISTING = re.compile(r"```\w*\n(.*?)```", re.DOTALL)
_LANGUAGES = {".yml": "yaml", ".yaml": "yaml", ".toml": "toml", ".md": "markdown", ".html": "html", ".lock": "toml"}


def pages() -> list[Path]:
    """Return the pages that are filled."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def run_command(command: str, folder: Path) -> str:
    """Return what ``claimcheck …`` prints on both of its outputs."""
    program, *arguments = shlex.split(command)
    if program != "claimcheck":
        raise ValueError(f"a page runs claimcheck alone, not {program}")
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("CLAIMCHECK_")},
        "COLUMNS": WIDTH,
        "CLAIMCHECK_CACHE": "off",
        "CLAIMCHECK_ARCHIVE": "never",
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run(
        [sys.executable, "-P", "-m", "claimcheck", *arguments],
        check=False,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    return "\n".join(line.rstrip() for line in done.stdout.rstrip("\n").split("\n"))


class Page:
    """One page, and the scratch copies of examples that its blocks share."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch

    def fill(self, text: str) -> str:
        """Return the page's text with every block holding what is so today."""
        return _BLOCK.sub(self._block, text)

    def _folder(self, name: str | None) -> Path:
        if not name:
            return ROOT
        folder = self._scratch / name
        if not folder.exists():
            shutil.copytree(ROOT / "examples" / name, folder, ignore=shutil.ignore_patterns(".claimcheck"))
        return folder

    def _block(self, match: re.Match[str]) -> str:
        folder, words = self._folder(match["name"]), match["words"]
        match match["what"]:
            case "prints":
                held = f"```console\n$ {words}\n{run_command(words, folder)}\n```\n"
            case "shows":
                path = folder / words
                text = path.read_text(encoding="utf-8").rstrip("\n")
                held = f"```{_LANGUAGES.get(path.suffix, 'text')}\n{text}\n```\n"
            case "writes":
                listing = _LISTING.search(match["held"])
                if listing is None:
                    raise ValueError(f"there is no listing to write to {words}")
                (folder / words).write_text(listing[1], encoding="utf-8")
                held = match["held"]
            case _:
                held = TABLES[words]().rstrip("\n") + "\n"
        return f"{match['opening']}{held}{match['closing']}"


def filled(path: Path) -> str:
    """Return a page's text, filled."""
    with tempfile.TemporaryDirectory(prefix="claimcheck-docs-") as folder:
        return Page(Path(folder)).fill(path.read_text(encoding="utf-8"))


def main(arguments: list[str]) -> int:
    """Write the pages, or with ``--check`` print how they differ and return 1."""
    named = [Path(argument).resolve() for argument in arguments if argument != "--check"]
    differs = False
    for path in named or pages():
        written, now = path.read_text(encoding="utf-8"), filled(path)
        if written == now:
            continue
        if "--check" not in arguments:
            path.write_text(now, encoding="utf-8")
            continue
        differs = True
        place = str(path.relative_to(ROOT))
        print("\n".join(difflib.unified_diff(written.splitlines(), now.splitlines(), place, "today", lineterm="")))
        print(f"{place} is no longer what is so\n  hint: python3 dev.py readme")
    return 1 if differs else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
