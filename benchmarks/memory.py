"""What a second run over the same claims file costs when nothing has changed: wall time and processor time of each run.

    python benchmarks/memory.py CLAIMS.yaml [--runs N] [OPTION OF VERIFY]...

The first run begins with an empty memory; the others find what it left.  Every run is a process of its own, its
start included; processor time is that of all its processes.  The verdicts of all runs must be the same.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def run_once(claims: str, cache: Path, options: list[str]) -> tuple[float, float, list[tuple[str, str]]]:
    """Return the wall time and the processor time of a run in seconds, and its verdicts with the sources' states."""
    report = cache / "report.json"
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "claimcheck", "verify", claims, "--cache", str(cache), "--format"]
    subprocess.run([*command, f"json={report}", *options], check=False, stdout=subprocess.DEVNULL)
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    findings = json.loads(report.read_text(encoding="utf-8"))["findings"]
    return wall, spent, [(f["verdict"], " ".join(s["state"] for s in f["sources"])) for f in findings]


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
            wall, spent, first = run_once(options.claims, cache, [*others, "--no-cache"])
            print(f"none   wall {wall:6.2f} s   processor {spent:6.2f} s   {len(first)} claims")
        for number in range(1, options.runs + 1):
            wall, spent, verdicts = run_once(options.claims, cache, others)
            first = first or verdicts
            same = "" if verdicts == first else f"   {sum(a != b for a, b in zip(verdicts, first, strict=True))} DIFFER"
            size = sum(path.stat().st_size for path in cache.glob("memory.db*")) / 1e6
            print(f"run {number}  wall {wall:6.2f} s   processor {spent:6.2f} s   memory {size:.1f} MB{same}")


if __name__ == "__main__":
    main()
