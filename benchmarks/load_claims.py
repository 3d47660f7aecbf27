"""How long a claims file of N claims takes to load, and how much memory: ``python benchmarks/load_claims.py N``.

A third of the claims are in one line, two thirds have an id, a quote, tags and an expectation.  Each figure is of a
process of its own, so that nothing is warm but the disk.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

_ONE_LINE = '  - "Company {n} employed up to {n},500 people in Kenya": https://site{host}.example.org/a/{n}\n'
_WITH_KEYS = """\
  - id: pay-{n}
    claim: Les annotateurs de l'entreprise {n} touchaient entre 1,32 $ et {n} $ de l'heure.
    source: https://site{host}.example.org/b/{n}
    quote: between $1.32 and ${n} per hour
    tags: [wages, kenya]
    expect:
      - value: {n}
        unit: USD/hour
"""
_CHILD = """\
import resource, sys, time
start = time.perf_counter()
from claimcheck.claimsfile import load_claims
imported = time.perf_counter()
claims = load_claims(sys.argv[1]).claims
loaded = time.perf_counter()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{len(claims):,} claims: import {imported - start:.2f} s, load {loaded - imported:.2f} s, peak {peak:.0f} MB")
"""


def file_of(count: int) -> str:
    """Return a claims file of this many claims, on 500 hosts."""
    claims = ((_WITH_KEYS if n % 3 else _ONE_LINE).format(n=n, host=n % 500) for n in range(count))
    return "version: 1\nlanguage: fr\nclaims:\n" + "".join(claims)


def main() -> None:
    """Measure three times."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "claims.yaml")
        path.write_text(file_of(count), encoding="utf-8")
        for _ in range(3):
            subprocess.run([sys.executable, "-c", _CHILD, str(path)], check=True)


if __name__ == "__main__":
    main()
