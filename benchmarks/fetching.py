"""Time and memory of fetching a list of addresses, with what became of each counted by state.

    python benchmarks/fetching.py URLS.txt [--allow-private HOST]... [--impolite] [--at-once N] [--json OUT]

URLS.txt holds an address a line.  ``--impolite`` takes the spacing and the limit per host away: for a loopback web
only.  It asks for 160 at once where ``--at-once`` says no other number; lychee asks for 128, and reads no bodies, which
here hold their place until they are decoded.  ``--json`` writes the state of every address.  Pages are let go as they
come, as the pipeline does.
"""

import argparse
import asyncio
import json
import resource
import sys
import time
from collections import Counter
from pathlib import Path

from claimcheck.fetchers import FetchSettings, SourceFetcher
from claimcheck.model import Location, Source


async def fetch_all(urls: list[str], settings: FetchSettings) -> dict[str, str]:
    """Return the state of every address."""
    fetcher = SourceFetcher(Path(), settings)
    states: dict[str, str] = {}

    async def fetch_one(url: str) -> None:
        fetched = await fetcher.fetch(Source(url, Location("urls", 1, 1)))
        states[url] = fetched.state.value

    try:
        await asyncio.gather(*map(fetch_one, dict.fromkeys(urls)))
    finally:
        await fetcher.aclose()
    return states


def main() -> None:
    """Fetch, and print one line of figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("urls", type=Path)
    parser.add_argument("--allow-private", action="append", default=[], metavar="HOST[:PORT]")
    parser.add_argument("--impolite", action="store_true")
    parser.add_argument("--at-once", type=int, metavar="N")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    at_once = options.at_once or (160 if options.impolite else FetchSettings().at_once)
    pace = {"spacing": 0.0, "at_once_per_host": at_once} if options.impolite else {}
    settings = FetchSettings(allow_private=tuple(options.allow_private), at_once=at_once, **pace)
    urls = options.urls.read_text(encoding="utf-8").split()
    start, spent = time.perf_counter(), time.process_time()
    states = asyncio.run(fetch_all(urls, settings))
    wall, processor = time.perf_counter() - start, time.process_time() - spent
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
    print(
        f"{len(states)} addresses in {wall:.2f} s, processor {processor:.2f} s "
        f"({1000 * processor / max(1, len(states)):.2f} ms each), peak {peak:.0f} MB: {dict(Counter(states.values()))}"
    )
    if options.json:
        options.json.write_text(json.dumps(states, indent=0), encoding="utf-8")


if __name__ == "__main__":
    main()
