"""Times the matcher on long pages: ``python benchmarks/matching/speed.py [--profile match|read]``.

Pages of 50 kB are made of the texts of the cases beside this file, our own words, one page after another in one
language.  Printed are medians of CPU time: of reading a page that no cache has seen (its sentences, terms, values,
dates, names, cues), of matching one claim once the page has been read, and of importing the matcher in a process of
its own; then the peak of memory of reading a page.  Each page is read once in the same process before, so that the
tables of its language are loaded and what is printed is the cost of a page, not of a start; and the garbage collector
looks as seldom as in a run.
"""

import argparse
import cProfile
import json
import os
import pstats
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

from claimcheck.extractors import PageExtractor
from claimcheck.matchers.matcher import RuleMatcher
from claimcheck.matchers.passages import Passages
from claimcheck.model import Claim, Document, Location, Page, Source
from claimcheck.processes import collect_seldom

CASES = Path(__file__).parent / "cases"
SIZE = 50_000
LANGUAGES = ("en", "fr", "de", "es")
CLAIMS = 60
REPEATS = 5
TEXTS = frozenset(["_read", "read_cues", "_clauses_of", "_cut", "_of_short", "_of_long", "_phrases_in", "_written"])
"""The cached functions of texts; those that keep only the last few are left alone."""
PLACE = Location("speed", 1, 1)
SOURCE = Source("https://cases.example/long", PLACE)
_IMPORT = "import time; t = time.process_time(); import claimcheck.matchers.matcher; print(time.process_time() - t)"


def read_cases() -> list[dict[str, Any]]:
    """Return the cases of both halves: only their words matter here."""
    paths = sorted(CASES.glob("*.jsonl"))
    return [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]


def page_of(cases: list[dict[str, Any]], language: str) -> Document:
    """Return a page of about ``SIZE`` characters, made of the texts of the cases in a language."""
    texts = dict.fromkeys(case["source_text"] for case in cases if case["source_lang"] == language)
    parts: list[str] = []
    for number, text in enumerate(cycle(texts)):
        if sum(map(len, parts)) + len(text) > SIZE:
            break
        # A text that comes again is another one: its paragraphs in reverse order.
        again = number // len(texts)
        parts.append("\n\n".join(text.split("\n\n")[:: -1 if again % 2 else 1]))
    return PageExtractor().extract(Page(SOURCE.address, "\n\n".join(parts).encode(), "text/plain", "utf-8"))


def claims_on(cases: list[dict[str, Any]], language: str) -> list[Claim]:
    """Return claims on sources in a language, evenly over the cases."""
    held = [case for case in cases if case["source_lang"] == language]
    return [
        Claim(case["id"], case["claim"], (SOURCE,), PLACE, language=case["claim_lang"])
        for case in held[:: max(1, len(held) // CLAIMS)]
    ]


def read_page(document: Document, language: str) -> Passages:
    """Read all that a page holds."""
    passages = Passages(document, language)
    _ = passages.quantities, passages.dates, passages.names, passages.words
    for sentence in passages.sentences:
        passages.cues(sentence)
    return passages


def forget() -> None:
    """Empty every cache of the matcher that a text of more than a word is a key of."""
    for module in [module for name, module in sys.modules.items() if name.startswith("claimcheck.")]:
        for held in vars(module).values():
            if getattr(held, "__name__", "") in TEXTS and hasattr(held, "cache_clear"):
                held.cache_clear()


def times(work: Callable[[], object], repeats: int) -> list[float]:
    """Return the CPU time of each of some repeats, in milliseconds."""
    found = []
    for _ in range(repeats):
        began = time.process_time()
        work()
        found.append(1000 * (time.process_time() - began))
    return found


def afresh(document: Document, repeats: int) -> Iterator[Document]:
    """Give a document again and again, each time with other spaces at its end, and no sentence of it remembered."""
    for number in range(repeats):
        forget()
        yield Document(document.text + " " * (number + 1), document.blocks, document.title, issued=document.issued)


def peak_of_reading(document: Document, language: str) -> float:
    """Return the most memory that reading a page holds at a time, in MB, tables apart."""
    tracemalloc.start()
    read_page(next(afresh(document, 1)), language)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1e6


def import_time() -> float:
    """Return the median CPU time of importing the matcher, compiled as installers leave it, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        command, place = [sys.executable, "-c", _IMPORT], {**kept, "PYTHONPYCACHEPREFIX": folder}
        said = [
            subprocess.run(command, check=True, capture_output=True, text=True, env=place).stdout
            for _ in range(REPEATS + 1)
        ]
    return 1000 * statistics.median(map(float, said[1:]))


def measure(cases: list[dict[str, Any]], language: str) -> None:
    """Print the figures of one language of the page."""
    document, claims = page_of(cases, language), claims_on(cases, language)
    read_page(document, language)
    collect_seldom()
    fresh = afresh(document, REPEATS)
    reading = times(lambda: read_page(next(fresh), language), REPEATS)
    matcher = RuleMatcher()
    document = Document(document.text, document.blocks, document.title, language=language, issued=document.issued)
    for claim in claims:
        matcher.match(claim, document, SOURCE)
    matching = [min(times(lambda c=claim: matcher.match(c, document, SOURCE), 3)) for claim in claims]
    across = [t for t, c in zip(matching, claims, strict=True) if c.language != language]
    blocks, size = len(document.blocks), len(document.text) / 1000
    print(
        f"{language}: {size:.0f} kB, {blocks} blocks: read {statistics.median(reading):.0f} ms; {len(claims)} claims: "
        f"match {statistics.median(matching):.1f} ms in the median, {max(matching):.1f} ms at most, "
        f"{statistics.median(across or [0.0]):.1f} ms across languages; "
        f"peak {peak_of_reading(document, language):.1f} MB"
    )


def profile(cases: list[dict[str, Any]], what: str, language: str) -> None:
    """Print where the time of one kind of work goes."""
    document, claims = page_of(cases, language), claims_on(cases, language)
    read_page(document, language)
    collect_seldom()
    matcher = RuleMatcher()
    document = Document(document.text, document.blocks, document.title, language=language)
    for claim in claims:
        matcher.match(claim, document, SOURCE)
    profiler = cProfile.Profile()
    profiler.enable()
    if what == "read":
        for fresh in afresh(document, REPEATS):
            read_page(fresh, language)
    else:
        for claim in claims:
            matcher.match(claim, document, SOURCE)
    profiler.disable()
    pstats.Stats(profiler).sort_stats("tottime").print_stats(35)


def main() -> None:
    """Print the figures, or a profile."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profile", choices=("match", "read"))
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    options = parser.parse_args()
    cases = read_cases()
    languages = options.language or LANGUAGES
    if options.profile:
        profile(cases, options.profile, languages[0])
        return
    print(f"import {import_time():.0f} ms")
    for language in languages:
        measure(cases, language)
    print(f"peak of the process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
