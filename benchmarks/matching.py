"""Judge labelled cases and tell how many verdicts are right.

    python benchmarks/matching.py CASES.jsonl [--out PREDICTIONS.jsonl] [--errors] [--only ID …]

A case is a JSON object a line with ``id, claim, claim_lang, source_text, source_lang, published, verdict`` (one of
supported, contradicted, partial, not_found), and perhaps ``evidence``.  A case may instead have ``evidence`` as a list
of sentences, ``lang``, ``evidence_lang`` and ``label``.  Predictions hold ``id, verdict, evidence``.
"""

import argparse
import json
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from claimcheck.enums import Role, State, Verdict
from claimcheck.judges import RuleJudge
from claimcheck.matchers.matcher import RuleMatcher
from claimcheck.model import Block, Claim, Document, Finding, Issued, Location, Source, SourceReport

TITLE = 90
"""Characters: a first paragraph shorter than this, without a full stop, is a title."""

LABELS = {
    Verdict.SUPPORTED: "supported",
    Verdict.PARTLY_SUPPORTED: "partial",
    Verdict.CONTRADICTED: "contradicted",
    Verdict.FAILED_VERIFICATION: "not_found",
    Verdict.UNVERIFIABLE: "not_found",
}


def document_of(case: dict[str, Any]) -> Document:
    """Return the case's text as a document: a first short paragraph is its title, each paragraph a block."""
    text = case["source_text"] if "source_text" in case else " ".join(case["evidence"])
    blocks, at = [], 0
    for part in text.split("\n\n") if "source_text" in case else [text]:
        start = text.index(part, at)
        at = start + len(part)
        stripped = part.strip()
        if stripped:
            begin = start + part.index(stripped[0])
            heading = not blocks and len(stripped) < TITLE and stripped[-1] not in ".!?:" and "\n" not in stripped
            blocks.append(Block(Role.HEADING if heading else Role.PARAGRAPH, (begin, begin + len(stripped))))
    published = case.get("published")
    first = text[slice(*blocks[0].span)] if blocks and blocks[0].role is Role.HEADING else ""
    return Document(
        text=text,
        blocks=tuple(blocks),
        title=first,
        language=case.get("source_lang") or case.get("evidence_lang") or "",
        issued=Issued(date.fromisoformat(published[:10]), "published") if published else None,
    )


def judge(case: dict[str, Any], matcher: RuleMatcher) -> Finding:
    """Return the finding on a case."""
    at = Location("cases", 1, 1)
    source = Source("https://example.org/", at)
    claim = Claim(
        str(case["id"]), case["claim"], (source,), at, language=case.get("claim_lang") or case.get("lang") or ""
    )
    match = matcher.match(claim, document_of(case), source)
    return RuleJudge().judge(claim, ((SourceReport(source, State.LIVE), match),))


def main() -> int:
    """Judge the cases, write the predictions, and print how many are right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path, nargs="+")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--only", nargs="*", default=[])
    options = parser.parse_args()
    cases = [
        json.loads(line) for path in options.cases for line in path.read_text("utf-8").splitlines() if line.strip()
    ]
    cases = [case for case in cases if not options.only or case["id"] in options.only]
    matcher, rows, counts = RuleMatcher(), [], Counter[tuple[str, str]]()
    started = time.perf_counter()
    for case in cases:
        finding = judge(case, matcher)
        verdict = LABELS[finding.verdict]
        gold = case.get("verdict") or case.get("label") or ""
        counts[gold, verdict] += 1
        evidence = " … ".join(dict.fromkeys(e.exact for e in finding.evidence[:2]))
        rows.append({"id": case["id"], "verdict": verdict, "evidence": evidence})
        if options.errors and gold != verdict:
            print(f"{case['id']}  gold {gold}, said {verdict}: {finding.reason}\n    {case['claim']}")
            print(f"    gold: {case.get('evidence')}\n    said: {evidence}")
    spent = time.perf_counter() - started
    if options.out:
        options.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    right = sum(count for (gold, said), count in counts.items() if gold == said)
    false_support = sum(count for (gold, said), count in counts.items() if said == "supported" != gold)
    false_alarm = sum(
        n for (gold, said), n in counts.items() if gold == "supported" and said in {"contradicted", "not_found"}
    )
    print(
        f"{len(cases)} cases: {right} right ({100 * right / max(1, len(cases)):.1f} %), {false_support} false support, "
    )
    print(f"{false_alarm} false alarm, {1000 * spent / max(1, len(cases)):.1f} ms a case")
    for (gold, said), count in sorted(counts.items()):
        print(f"  {gold:>13} → {said:<13} {count}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
