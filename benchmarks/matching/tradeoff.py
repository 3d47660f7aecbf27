"""Print what it costs to take a value for the claim's own on less evidence: false support against false alarm.

    python benchmarks/matching/tradeoff.py CASES.jsonl … [--forget 0 0.2] [--seeds 2] [--points 0 1 2 3 4 5 99]

For each number of points that ``undisputed.SURE`` may ask for, all cases are judged; 99 takes nothing on points.
``--forget`` judges them again with a share of the lexicon's words left out, chosen by a hash of word and seed: pages
not seen yet have words that no table knows, and a bar that suits the known words alone is set too high for them.
"""

import argparse
import asyncio
import functools
import gc
import hashlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from run import LABELS, Case, Outcome, judge, rates, read_cases

from claimcheck.matchers import undisputed
from claimcheck.matchers.words import lexicon

Entries = Callable[[str], Iterator[tuple[str, str]]]
_ALL: Entries = lexicon.entries
_RANGE = 2**32


def forget(share: float, seed: int) -> None:
    """Leave out a share of the words of every language, the same ones for the same seed."""

    def entries(language: str) -> Iterator[tuple[str, str]]:
        for concept, word in _ALL(language):
            digest = hashlib.sha256(f"{seed}|{language}|{word}".encode()).digest()
            if int.from_bytes(digest[:4]) >= share * _RANGE:
                yield concept, word

    lexicon.entries = entries
    for held in gc.get_objects():
        if isinstance(held, functools._lru_cache_wrapper) and held.__module__.startswith("claimcheck.matchers"):  # noqa: SLF001 - functools gives its type no public name
            held.cache_clear()


def outcomes(cases: list[Case]) -> list[Outcome]:
    """Return what is said of each case."""
    findings = asyncio.run(judge(cases, furniture=False, semantic=False))
    return [Outcome(c, LABELS[f.verdict], "", f.reason, None) for c, f in zip(cases, findings, strict=True)]


def main() -> int:
    """Print a line of rates for each number of points and each share of words forgotten."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path, nargs="+")
    parser.add_argument("--forget", type=float, nargs="*", default=[0.0, 0.2], help="shares of words to leave out")
    parser.add_argument("--seeds", type=int, default=2, help="how often words are left out anew")
    parser.add_argument("--points", type=int, nargs="*", default=[0, 1, 2, 3, 4, 5, 99])
    options = parser.parse_args()
    cases = read_cases(options.cases, [])
    told: dict[tuple[float, int], list[Outcome]] = {}
    for share in options.forget:
        for seed in range(options.seeds if share else 1):
            forget(share, seed)
            for points in options.points:
                undisputed.SURE = points
                told.setdefault((share, points), []).extend(outcomes(cases))
    for (share, points), held in told.items():
        shown = rates(held)
        names = ("accuracy", "false support", "false alarm", "missed contradiction")
        figures = "  ".join(f"{name} {100 * shown[name]:.1f} %" for name in names)
        print(f"{share:4.0%} forgotten, from {points:2} points: {figures}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
