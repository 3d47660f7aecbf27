"""What a second run over the same claims file costs when nothing has changed: time and memory of each run.

    python benchmarks/memory.py CLAIMS.yaml [--runs N] [OPTION OF VERIFY]...

The first run begins with an empty memory; the others find what it left.  Every run is a process of its own, its
start included; processor time is that of all its processes, and so is the peak of memory, where there is a ``/proc``
to see it in (what processes share is counted once).  The verdicts of all runs must be the same.
"""

import argparse
import contextlib
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def tree_of(process: int) -> list[int]:
    """Return a process and all that it has started, as far as they are there."""
    found, looked = [process], 0
    while looked < len(found):
        for task in Path(f"/proc/{found[looked]}/task").glob("*/children"):
            with contextlib.suppress(OSError):
                found += map(int, task.read_text("ascii").split())
        looked += 1
    return found


def memory_of(process: int) -> int:
    """Return the bytes that a process holds of the machine's memory, of what it shares its part; 0 where it is gone."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return 1024 * int(line.split()[1])
    return 0


def wait_for(process: "subprocess.Popen[bytes]") -> int:
    """Wait until a process has ended; return the most bytes that it and all it started held together."""
    most = 0
    while process.poll() is None:
        most = max(most, sum(map(memory_of, tree_of(process.pid))))
        time.sleep(0.2)
    return most


def run_once(claims: str, cache: Path, options: list[str]) -> tuple[float, float, int, list[tuple[str, str]]]:
    """Return wall time and processor time of a run in seconds, its peak in bytes, and its verdicts with the states."""
    report = cache / "report.json"
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "claimcheck", "verify", claims, "--cache", str(cache), "--format"]
    with subprocess.Popen([*command, f"json={report}", *options], stdout=subprocess.DEVNULL) as process:
        peak = wait_for(process)
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    findings = json.loads(report.read_text(encoding="utf-8"))["findings"]
    return wall, spent, peak, [(f["verdict"], " ".join(s["state"] for s in f["sources"])) for f in findings]


def main() -> None:
    """Run, and print one line a run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims")
    parser.add_argument("--runs", type=int, default=2)
    parser.add_argument("--no-memory", action="store_true", help="a run without a memory first, to compare with")
    options, others = parser.parse_known_args()
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        first: list[tuple[str, str]] = []
        if options.no_memory:
            wall, spent, peak, first = run_once(options.claims, cache, [*others, "--no-cache"])
            took = f"wall {wall:6.2f} s   processor {spent:6.2f} s   peak {peak / 1e6:4.0f} MB"
            print(f"none   {took}   {len(first)} claims")
        for number in range(1, options.runs + 1):
            wall, spent, peak, verdicts = run_once(options.claims, cache, others)
            first = first or verdicts
            same = "" if verdicts == first else f"   {sum(a != b for a, b in zip(verdicts, first, strict=True))} DIFFER"
            size = sum(path.stat().st_size for path in cache.glob("memory.db*")) / 1e6
            took = f"wall {wall:6.2f} s   processor {spent:6.2f} s   peak {peak / 1e6:4.0f} MB"
            print(f"run {number}  {took}   on disk {size:.1f} MB{same}")


if __name__ == "__main__":
    main()
