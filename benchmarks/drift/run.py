"""Measures drift on the corpus: ``python benchmarks/drift/run.py [--wrong] [--sweep]``.

Every base page is read and its passage accepted; every later version of it is read, classified and judged as a run
does it.  Two figures must hold on both halves: no changed value is said to hold, and at most 1 % of cosmetic edits are
called drift.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

import edits

from claimcheck.accepted import Acceptance, Hashes
from claimcheck.drift import PassageDrift, Seen, accept, find_passage, judging
from claimcheck.drift.hashing import hash_page
from claimcheck.enums import State, StateClass, Verdict
from claimcheck.extractors import PageExtractor
from claimcheck.judges.walls import WallClassifier
from claimcheck.matchers.stated import StatedValues
from claimcheck.model import Claim, Document, Fetched, Location, Page, Source, SourceReport

_AT = Location("claims.yaml", 1, 1)
_ADDRESS = "https://example.org/article"
_HALVES = ("development", "held out")
_VALUES = StatedValues()


class Pair(NamedTuple):
    """Two versions of a page, what was called, and what should be."""

    half: str
    base: str
    edit: str
    called: str | None
    allowed: frozenset[str | None]
    changes: tuple[tuple[str, str], ...]


def read(html: str) -> tuple[Fetched, Document]:
    """Return a page as it is fetched and read."""
    found = Page(_ADDRESS, html.encode(), "text/html", "utf-8")
    source = Source(_ADDRESS, _AT)
    fetched = Fetched(source, State.LIVE, found, final_url=_ADDRESS, http_status=200)
    return fetched, PageExtractor().extract(found)


def accepted_of(base: edits.Base, claim: Claim) -> Acceptance:
    """Return the acceptance of a base page's passage."""
    fetched, document = read(edits.as_it_was(base))
    passage = find_passage(document, str(base["passage"]), _VALUES)
    if passage is None or fetched.page is None:
        raise SystemExit(f"{base['id']}: its own page does not hold its passage")
    entry = Acceptance("", "", "", "", (), Hashes(), Verdict.SUPPORTED, "", "")
    report = SourceReport(fetched.source, State.LIVE, issued=document.issued, language=document.language)
    return accept(claim, report, Seen(hash_page(fetched.page, document), document), (passage,), entry)


def judge(claim: Claim, accepted: Acceptance, html: str) -> tuple[str | None, tuple[tuple[str, str], ...]]:
    """Return what a later version is called, and the values that differ; none where the page could not be read."""
    fetched, document = read(html)
    drifted = PassageDrift(_VALUES).compare(claim, accepted, document)
    matched = drifted is not None and drifted.drift.holds
    state = WallClassifier().classify(fetched, document, matched=matched).state
    if drifted is None or state.state_class is not StateClass.PRESENT:
        return None, ()
    return drifted.drift.value, tuple(change for anchor in drifted.anchors for change in anchor.changes)


def measure() -> Iterator[Pair]:
    """Yield every pair of the corpus, judged."""
    bases = tomllib.loads((Path(__file__).parent / "bases.toml").read_text(encoding="utf-8"))["base"]
    for number, base in enumerate(bases):
        claim = Claim(base["id"], base["passage"], (Source(_ADDRESS, _AT),), _AT)
        accepted = accepted_of(base, claim)
        other = bases[(number + 1) % len(bases)]
        for edit, html, allowed in edits.versions(base, other):
            called, changes = judge(claim, accepted, html)
            yield Pair(_HALVES[number % 2], base["id"], edit, called, allowed, changes)


def measure_pairs() -> Iterator[Pair]:
    """Yield every hand-written pair, judged within a page that stays as it is around it."""
    pairs = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text(encoding="utf-8"))["pair"]
    for number, pair in enumerate(pairs):
        base = {**_AROUND, "id": f"pair {number}", "language": pair["language"], "passage": pair["was"]}
        claim = Claim("pair", pair["was"], (Source(_ADDRESS, _AT),), _AT)
        called, changes = judge(claim, accepted_of(base, claim), edits.with_passage(base, pair["now"]))
        yield Pair(
            _HALVES[number % 4 // 2],
            pair["now"],
            f"by hand: {pair['called']}",
            called,
            _CALLED[pair["called"]],
            changes,
        )


_AROUND = {
    "title": "The news of the week",
    "issued": "2024-06-14",
    "before": ["This is what was told to our desk by readers and by the agencies."],
    "after": ["Write to us if you know more, and we will come back to it next week."],
}
_CALLED: dict[str, frozenset[str | None]] = {
    "holds": edits.HOLDS,
    "changed": edits.CHANGED,
    "gone": frozenset({"removed", "changed_value"}),
}


def missed(pair: Pair) -> bool:
    """Return whether a changed value was said to hold."""
    return pair.allowed == edits.CHANGED and pair.called in edits.HOLDS


def cried_wolf(pair: Pair) -> bool:
    """Return whether a cosmetic edit was called drift."""
    return pair.edit.startswith("cosmetic") and pair.called not in edits.HOLDS


def show(pairs: list[Pair]) -> None:
    """Print a line for each kind of edit and half, then the two figures."""
    print(f"{'edit':34}{'half':13}{'pairs':>6}{'right':>7}   called")
    for edit in dict.fromkeys(pair.edit for pair in pairs):
        for half in _HALVES:
            here = [pair for pair in pairs if pair.edit == edit and pair.half == half]
            right = sum(pair.called in pair.allowed for pair in here)
            called = Counter(pair.called or "cannot tell" for pair in here)
            print(
                f"{edit:34}{half:13}{len(here):6}{right:7}   {', '.join(f'{k} {n}' for k, n in called.most_common())}"
            )
    for half in _HALVES:
        here = [pair for pair in pairs if pair.half == half]
        changed = [pair for pair in here if pair.allowed == edits.CHANGED]
        cosmetic = [pair for pair in here if pair.edit.startswith("cosmetic")]
        print(
            f"{half}: {len(here)} pairs, {sum(p.called in p.allowed for p in here)} right; "
            f"changed values missed {sum(map(missed, changed))} of {len(changed)}; "
            f"cosmetic edits called drift {sum(map(cried_wolf, cosmetic))} of {len(cosmetic)}"
        )


def sweep() -> None:
    """Print the two figures and those of rewording for other thresholds, on the development half alone."""
    chosen = judging.REWORDED, judging.LOCATED
    for located in (0.5, 0.55, 0.6, 0.65, 0.7):
        for reworded in (0.7, 0.75, 0.8, 0.85, 0.9):
            judging.LOCATED, judging.REWORDED = located, reworded
            pairs = [pair for pair in measure() if pair.half == _HALVES[0]]
            rewritten = [pair for pair in pairs if pair.edit == "reworded"]
            kept = sum(pair.called in pair.allowed for pair in rewritten)
            right = sum(pair.called in pair.allowed for pair in pairs)
            print(
                f"located {located:.2f}  reworded {reworded:.2f}  right {right} of {len(pairs)}  "
                f"missed {sum(map(missed, pairs))}  wolf {sum(map(cried_wolf, pairs))}  "
                f"rewordings kept {kept} of {len(rewritten)}"
            )
    judging.REWORDED, judging.LOCATED = chosen


def main() -> int:
    """Run what the command line asks for; fail where one of the two figures does not hold."""
    if "--sweep" in sys.argv:
        sweep()
        return 0
    pairs = [*measure(), *measure_pairs()]
    show(pairs)
    if "--wrong" in sys.argv:
        for pair in pairs:
            if pair.called not in pair.allowed:
                print(f"{pair.half}: {pair.base}: {pair.edit}: {pair.called} {pair.changes}")
    cosmetic = [pair for pair in pairs if pair.edit.startswith("cosmetic")]
    return int(any(map(missed, pairs)) or sum(map(cried_wolf, cosmetic)) > len(cosmetic) / 100)


if __name__ == "__main__":
    sys.exit(main())
