"""Fills README.md with what the program really prints, or says where it differs.

    python tools/readme.py [--check]

A block that the README opens with ``<!-- prints: COMMAND -->`` and closes with ``<!-- end -->`` holds the command and
its output as a ``console`` listing.  Commands run at the top of the checkout, in a pipe, 100 columns wide,
as the first run that there ever was: without a memory.
"""

import difflib
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
WIDTH = "100"
_BLOCK = re.compile(r"(?P<opening><!-- prints: (?P<command>[^\n]*?) -->\n).*?(?P<closing><!-- end -->)", re.DOTALL)


def run_command(command: str) -> str:
    """Return what ``claimcheck …`` prints on both of its outputs."""
    program, *arguments = shlex.split(command)
    if program != "claimcheck":
        raise ValueError(f"the README runs claimcheck alone, not {program}")
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("CLAIMCHECK_")},
        "COLUMNS": WIDTH,
        "CLAIMCHECK_CACHE": "off",
        "CLAIMCHECK_ARCHIVE": "never",
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck", *arguments],
        check=False,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    return "\n".join(line.rstrip() for line in done.stdout.rstrip("\n").split("\n"))


def fill(text: str) -> str:
    """Return the README's text with every block holding what its command prints today."""

    def block(match: re.Match[str]) -> str:
        command = match["command"]
        return f"{match['opening']}```console\n$ {command}\n{run_command(command)}\n```\n{match['closing']}"

    return _BLOCK.sub(block, text)


def main(arguments: list[str]) -> int:
    """Write the README, or with ``--check`` print how it differs and return 1."""
    written = README.read_text(encoding="utf-8")
    filled = fill(written)
    if "--check" not in arguments:
        README.write_text(filled, encoding="utf-8")
        return 0
    lines = difflib.unified_diff(written.splitlines(), filled.splitlines(), "README.md", "printed", lineterm="")
    difference = "\n".join(lines)
    if difference:
        print(difference)
        print("README.md shows what the program no longer prints\n  hint: python3 dev.py readme")
    return 1 if difference else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
