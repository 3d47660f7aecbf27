"""Judge labelled cases by the very pipeline of ``claimcheck verify``, and tell how many verdicts are right.

    python benchmarks/matching/run.py CASES.jsonl … [--out PREDICTIONS.jsonl] [--errors]
        [--only ID …] [--than OLD.jsonl]

A case is a JSON object a line with ``id, claim, claim_lang, source_text, source_lang, published, verdict`` (one of
supported, contradicted, partial, not_found), and perhaps ``evidence, evidence_alt, also_ok, tags, tier``.  A case may
instead have ``evidence`` as a list of sentences, ``lang``, ``evidence_lang`` and ``label``.  The source text is read
as a page of plain text; ``--furniture`` puts a page's menus, links and footers full of numbers around it.  Predictions
hold ``id, verdict, evidence, reason``; ``--than`` compares with those of another revision.
"""

import argparse
import asyncio
import json
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

from claimcheck.encoders import make_finder
from claimcheck.enums import State, Verdict
from claimcheck.extractors import PageExtractor
from claimcheck.judges import RuleJudge
from claimcheck.judges.walls import WallClassifier
from claimcheck.matchers.matcher import RuleMatcher
from claimcheck.model import Claim, ClaimsFile, Fetched, Finding, Location, Page, Source
from claimcheck.verify import Stages, Verifier

Case = dict[str, Any]

LABELS = {
    Verdict.SUPPORTED: "supported",
    Verdict.PARTLY_SUPPORTED: "partial",
    Verdict.CONTRADICTED: "contradicted",
    Verdict.FAILED_VERIFICATION: "not_found",
    Verdict.UNVERIFIABLE: "not_found",
    Verdict.IGNORED: "not_found",
}
LONGEST_TITLE = 110
VERDICTS = ("supported", "contradicted", "partial", "not_found")
NUMBERS = (
    "1",
    "2",
    "3",
    "12",
    "40",
    "75",
    "250",
    "1,200",
    "3,000",
    "40,000",
    "1.5 million",
    "$2",
    "$15",
    "20%",
    "1956",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was said of a case."""

    case: Case
    said: str
    evidence: str
    reason: str
    likely: float | None
    """How likely the best passage says it, where it is left to a reader."""

    @property
    def gold(self) -> str:
        """The label of the case."""
        return str(self.case.get("verdict") or self.case.get("label") or "")

    @property
    def right(self) -> bool:
        """Whether the verdict is the label; what is neither supported nor contradicted has one label in some sets."""
        return self.said == self.gold or (self.gold == "not_supported" and self.said in {"not_found", "partial"})


class CaseFetcher:
    """Gives each case's text as the page at its source's address."""

    def __init__(self, cases: Iterable[Case], *, furniture: bool) -> None:
        self._pages = {address_of(case): page_of(case, furniture=furniture) for case in cases}

    async def fetch(self, source: Source, /) -> Fetched:
        """Return the case's page."""
        page = self._pages[source.address]
        return Fetched(source, State.LIVE, page, source.address, 200)

    async def aclose(self) -> None:
        """Nothing is open."""


class Silence:
    """Watches a run and says nothing."""

    def planned(self, sources: int, /) -> None:
        """Say nothing."""

    def started(self, source: Source, /) -> None:
        """Say nothing."""

    def fetched(self, fetched: Fetched, /) -> None:
        """Say nothing."""


def address_of(case: Case) -> str:
    """Return an address of its own for a case."""
    return f"https://cases.example/{case['id']}"


def page_of(case: Case, *, furniture: bool) -> Page:
    """Return the case's text as a page of plain text, or as an HTML page with furniture full of numbers around it."""
    text = case["source_text"] if "source_text" in case else " ".join(case["evidence"])
    if not furniture:
        return Page(address_of(case), text.encode(), "text/plain", "utf-8")
    first, *rest = re.split(r"\n\s*\n|\n", text)
    tag = "h1" if len(first) < LONGEST_TITLE and rest else "p"
    body = f"<{tag}>{escape(first)}</{tag}>" + "".join(f"<p>{escape(part)}</p>" for part in rest)
    links = "".join(f"<li><a href='/{n}'>{escape(f'Report: {word} workers paid {word} an hour')}</a></li>"
                    for n, word in enumerate(NUMBERS))  # fmt: skip
    html = (
        f"<html><body><nav><ul>{links}</ul></nav><main><article>{body}</article></main>"
        f"<aside class='related'><h2>Most read</h2><ul>{links}</ul></aside><footer><p>Call 1800 3000 40. © 2026</p>"
        f"<ul>{links}</ul></footer></body></html>"
    )
    return Page(address_of(case), html.encode(), "text/html", "utf-8")


def claim_of(case: Case) -> Claim:
    """Return the case's claim, on a source that says what the case knows of its page."""
    place = Location("cases", 1, 1)
    source = Source(
        address_of(case),
        place,
        issued=(case.get("published") or "")[:10],
        language=case.get("source_lang") or case.get("evidence_lang") or "",
    )
    return Claim(
        str(case["id"]), case["claim"], (source,), place, language=case.get("claim_lang") or case.get("lang") or ""
    )


async def judge(cases: list[Case], *, furniture: bool, semantic: bool) -> tuple[Finding, ...]:
    """Return a finding for each case, by the pipeline of ``verify``."""
    stages = Stages(
        CaseFetcher(cases, furniture=furniture),
        PageExtractor(),
        RuleMatcher(finder=make_finder(wanted=semantic)),
        WallClassifier(),
        RuleJudge(),
        Silence(),
    )
    file = ClaimsFile("cases", tuple(map(claim_of, cases)))
    return (await Verifier(stages, today=datetime.now(tz=UTC).date(), workers=1).verify(file)).findings


def read_cases(paths: Iterable[Path], only: Iterable[str]) -> list[Case]:
    """Return the cases of the files, or those of them with these ids."""
    wanted = set(only)
    lines = (line for path in paths for line in path.read_text("utf-8").splitlines() if line.strip())
    return [case for case in map(json.loads, lines) if not wanted or case["id"] in wanted]


def hits(outcome: Outcome) -> bool:
    """Return whether the passage shown overlaps the one labelled, by half of its words at least."""
    said = set(_words(outcome.evidence))
    golds = [outcome.case.get("evidence") or "", *outcome.case.get("evidence_alt", [])]
    return any(gold and len(said & set(_words(gold))) >= len(set(_words(gold))) / 2 for gold in golds)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def rates(outcomes: list[Outcome]) -> dict[str, float]:
    """Return the share of right verdicts and of each kind of mistake, from 0 to 1."""
    unsupported = [o for o in outcomes if o.gold != "supported"]
    supported = [o for o in outcomes if o.gold == "supported"]
    against = [o for o in outcomes if o.gold == "contradicted"]
    shown = [
        o for o in outcomes if isinstance(o.case.get("evidence"), str) and o.case["evidence"] and o.said != "not_found"
    ]
    return {
        "accuracy": _share(o.right for o in outcomes),
        "lenient": _share(o.right or o.said in o.case.get("also_ok", []) for o in outcomes),
        "macro F1": sum(_f1(outcomes, verdict) for verdict in VERDICTS) / len(VERDICTS),
        "false support": _share(o.said == "supported" for o in unsupported),
        "false alarm": _share(o.said in {"contradicted", "not_found"} for o in supported),
        "balanced": (
            _share(o.said == "supported" for o in supported) + _share(o.said != "supported" for o in unsupported)
        )
        / 2,
        "missed contradiction": _share(o.said in {"supported", "not_found"} for o in against),
        "evidence hit": _share(map(hits, shown)),
    }


def _share(flags: Iterable[bool]) -> float:
    held = list(flags)
    return sum(held) / len(held) if held else 0.0


def _f1(outcomes: list[Outcome], verdict: str) -> float:
    both = sum(o.gold == o.said == verdict for o in outcomes)
    either = sum((o.gold == verdict) + (o.said == verdict) for o in outcomes)
    return 2 * both / either if either else 0.0


def groups(outcomes: list[Outcome]) -> Iterator[tuple[str, list[Outcome]]]:
    """Give the outcomes by language pair, by tier and by tag."""
    held: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        case = outcome.case
        claim, source = case.get("claim_lang") or case.get("lang"), case.get("source_lang") or case.get("evidence_lang")
        held[f"1 {claim} on {source}"].append(outcome)
        if case.get("tier"):
            held[f"2 {case['tier']}"].append(outcome)
        for tag in case.get("tags", []):
            held[f"3 {tag}"].append(outcome)
    for name in sorted(held):
        if len(held[name]) >= 2:  # noqa: PLR2004 - one case is no group
            yield name[2:], held[name]


def tell(outcomes: list[Outcome], *, by_group: bool) -> None:
    """Print the rates, the table of labels and verdicts and, where asked, each group's share of right verdicts."""
    print("  ".join(f"{name} {100 * value:.1f} %" for name, value in rates(outcomes).items()))
    counts = Counter((o.gold, o.said) for o in outcomes)
    print("label \\ said   " + "".join(f"{verdict:>14}" for verdict in VERDICTS))
    for gold in sorted({gold for gold, _ in counts}):
        print(f"{gold:15}" + "".join(f"{counts[gold, said]:14}" for said in VERDICTS))
    for name, held in groups(outcomes) if by_group else ():
        wrong = sum(o.gold != "supported" and o.said == "supported" for o in held)
        print(f"  {name:28} {sum(o.right for o in held):3} of {len(held):3} right, {wrong} false support")


def tell_graded(outcomes: list[Outcome]) -> None:
    """Print how many are left to a reader, and whether those that hold are graded above those that do not."""
    graded = [(o.likely, o.gold == "supported") for o in outcomes if o.likely is not None and o.said == "not_found"]
    held = [likely for likely, holds in graded if holds]
    others = [likely for likely, holds in graded if not holds]
    if held and others:
        above = sum((one > other) + (one == other) / 2 for one in held for other in others)
        area = above / (len(held) * len(others))
        print(
            f"left to a reader {len(graded)}, of which {len(held)} hold, graded {area:.2f} of the way above the others"
        )


def tell_errors(outcomes: list[Outcome]) -> None:
    """Print each wrong verdict with its reason and passage."""
    for o in (o for o in outcomes if not o.right):
        print(f"\n{o.case['id']}  label {o.gold}, said {o.said}: {o.reason}\n    {o.case['claim']}")
        print(f"    label: {o.case.get('evidence')}  ({o.case.get('why', '')})\n    said:  {o.evidence}")


def tell_changes(outcomes: list[Outcome], path: Path) -> None:
    """Print what became of cases since the predictions of another revision."""
    old = {row["id"]: row["verdict"] for row in map(json.loads, path.read_text("utf-8").splitlines())}
    for o in outcomes:
        was = old.get(o.case["id"])
        if was is not None and was != o.said:
            became = "mended" if o.right else "broken" if was == o.gold else "other"
            print(f"{became}  {o.case['id']}: {was} → {o.said} (label {o.gold})")


def main() -> int:
    """Judge the cases, write the predictions, and print how many are right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, help="write the predictions here")
    parser.add_argument("--than", type=Path, help="compare with these predictions")
    parser.add_argument("--errors", action="store_true", help="print every wrong verdict")
    parser.add_argument("--groups", action="store_true", help="print the figures by language pair, tier and tag")
    parser.add_argument("--furniture", action="store_true", help="put menus and links full of numbers around the text")
    parser.add_argument("--semantic", action="store_true", help="look by meaning for what words find nowhere")
    parser.add_argument("--only", nargs="*", default=[], help="judge the cases with these ids alone")
    options = parser.parse_args()
    cases = read_cases(options.cases, options.only)
    started = time.process_time()
    findings = asyncio.run(judge(cases, furniture=options.furniture, semantic=options.semantic))
    spent = time.process_time() - started
    outcomes = [
        Outcome(
            case,
            LABELS[f.verdict],
            " … ".join(dict.fromkeys(e.exact for e in f.evidence[:2])),
            f.reason,
            max((c.likely for c in f.comparisons if c.likely is not None), default=None),
        )
        for case, f in zip(cases, findings, strict=True)
    ]
    if options.out:
        rows = ({"id": o.case["id"], "verdict": o.said, "evidence": o.evidence, "reason": o.reason} for o in outcomes)
        options.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    if options.errors:
        tell_errors(outcomes)
    if options.than:
        tell_changes(outcomes, options.than)
    print(f"\n{len(cases)} cases, {1000 * spent / max(1, len(cases)):.1f} ms of CPU each")
    tell(outcomes, by_group=options.groups)
    tell_graded(outcomes)
    return 0


if __name__ == "__main__":
    sys.exit(main())
